"""The foot of a printed document: which print it is, what it replaces, what changed."""

from desk.documents.text import for_column
from desk.locale import said


def foot_lines(
    language: str, prepared: str, replaces: str | None, changes: str | None
) -> list[str]:
    """The lines at the foot of every page, in `language`.

    Printed documents stay in circulation, so a reprint names the print it replaces (`replaces`) and
    what is different since (`changes`). `prepared` says which print this is and when it was made.
    """
    lines: list[str] = []
    if replaces:
        sentence = said(language, "{prepared}, replaces {earlier}.")
        lines.append(sentence.format(prepared=prepared, earlier=replaces))
    elif prepared:
        lines.append(prepared)
    if changes:
        lines.append(said(language, "Changed: {changes}").format(changes=changes))
    return [for_column(line) for line in lines]
