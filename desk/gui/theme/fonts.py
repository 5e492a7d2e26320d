"""The fonts of the screens: Inter, then Noto Sans, both bundled."""

import logging
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from desk.folders import RESOURCES
from desk.gui.theme.tokens import FontRole, Tokens

_LOG = logging.getLogger(__name__)

SCREEN_FONTS = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "NotoSans-Regular.ttf",
)
"""Loaded at the start; the other files in `resources/fonts` are for paper."""


@cache
def load_screen_fonts() -> tuple[str, ...]:
    """Load the bundled fonts once a process and give the families found; a lost file is logged."""
    families: list[str] = []
    for name in SCREEN_FONTS:
        path = RESOURCES / "fonts" / name
        number = QFontDatabase.addApplicationFont(str(path)) if path.is_file() else -1
        if number < 0:
            _LOG.warning("The font %s could not be loaded; another one is used.", path)
            continue
        for family in QFontDatabase.applicationFontFamilies(number):
            if family not in families:
                families.append(family)
    return tuple(families)


def build_font(tokens: Tokens, role: FontRole, *, tabular: bool = True) -> QFont:
    """A font of that size and weight with even spacing at every scale.

    `tabular` gives figures of one width; Inter then makes the hyphen as wide as a figure.
    """
    font = QFont(list(tokens.families))
    font.setPixelSize(role.size)
    font.setWeight(QFont.Weight(role.weight))
    # Without hinting the advances stay fractional, so the spacing is even at 100 % too.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Off is said as well: a painter takes what its font leaves open from the font of its widget.
    for feature in tokens.features:
        font.setFeature(QFont.Tag(feature), int(tabular))
    return font
