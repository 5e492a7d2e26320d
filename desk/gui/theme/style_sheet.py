"""The one style sheet of the application, `resources/theme/desk.qss` filled with token values."""

import re
from functools import cache

from desk.folders import RESOURCES
from desk.gui.theme.theme import Theme

_PLACEHOLDER = re.compile(r"@([a-z_0-9]+)|@\{([a-z_]+)\.([a-z_0-9]+)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@cache
def _template() -> str:
    text = (RESOURCES / "theme" / "desk.qss").read_text(encoding="utf-8")
    return _COMMENT.sub("", text)


def build_style_sheet(theme: Theme) -> str:
    """The style sheet of a theme: `@text` is a colour, `@{radius.card}` a length without its unit.

    An unknown placeholder is an error of ours and raises AttributeError.
    """

    def value(match: re.Match[str]) -> str:
        colour, group, name = match.groups()
        if colour is not None:
            return str(getattr(theme.values, colour))
        return str(getattr(getattr(theme, group), name))

    return _PLACEHOLDER.sub(value, _template())
