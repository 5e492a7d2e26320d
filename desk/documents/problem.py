"""What is wrong with a template that staff have edited."""

import re

from typst import TypstError

from desk.locale import _

# The place in a Typst diagnostic: "┌─ ../folder/attendance.typ:12:8".
_PLACE = re.compile(r"┌─ (?:.*[/\\])?(?P<file>[^/\\\n]+):(?P<line>\d+):\d+")


class TemplateProblem(ValueError):
    """A template cannot be set: a mistake in it, or a file that is not there.

    `template` is the file to mend (an imported one when the mistake lies there), `line` its line
    from 1 or None when Typst names none, `message` what Typst says (English), `hints` its advice.
    """

    def __init__(
        self, template: str, line: int | None, message: str, hints: tuple[str, ...] = ()
    ) -> None:
        if line is None:
            sentence = _("Template {template}: {message}.")
        else:
            sentence = _("Template {template}, line {line}: {message}.")
        super().__init__(sentence.format(template=template, line=line, message=message))
        self.template = template
        self.line = line
        self.message = message
        self.hints = hints


def problem_of(error: TypstError, template: str) -> TemplateProblem:
    """The problem that a Typst error tells about; `template` when the error names no file."""
    place = _PLACE.search(error.diagnostic)
    if place is None:
        return TemplateProblem(template, None, error.message, tuple(error.hints))
    return TemplateProblem(place["file"], int(place["line"]), error.message, tuple(error.hints))
