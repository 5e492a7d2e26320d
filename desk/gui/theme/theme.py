"""One theme: typed colours, sizes and fonts of the light or the dark mode."""

from typing import Literal

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desk.gui.theme.fonts import build_font
from desk.gui.theme.tokens import ColourValues, Mode, Tokens

FontName = Literal[
    "page",
    "figure",
    "section",
    "body",
    "button",
    "row_title",
    "event_title",
    "label",
    "note",
    "time",
    "second_line",
    "chip",
    "initial",
]


class Theme:
    """The values of one mode, with caches of the objects that are dear to build.

    `values` holds `#RRGGBB` strings for the style sheet; `colour("text2")` the same as `QColor`.
    Sizes are logical pixels and the same in both modes. Treat what it returns as read-only.
    """

    def __init__(self, tokens: Tokens, mode: Mode) -> None:
        self.mode: Mode = mode
        self.values: ColourValues = tokens.light if mode == "light" else tokens.dark
        self.space = tokens.space
        self.radius = tokens.radius
        self.height = tokens.height
        self.width = tokens.width
        self.line = tokens.line
        self.icon = tokens.icon
        self.opacity = tokens.opacity
        self.font_roles = tokens.fonts
        self._tokens = tokens
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool, bool], QFont] = {}
        self._metrics: dict[tuple[str, bool], QFontMetricsF] = {}

    def colour(self, role: str) -> QColor:
        """The colour of a token such as `text2`; an unknown name raises AttributeError."""
        known = self._colours.get(role)
        if known is None:
            known = self._colours[role] = QColor(getattr(self.values, role))
        return known

    def font(self, role: FontName, words: str = "", *, struck: bool = False) -> QFont:
        """The font of a role for these words, struck through when asked.

        Figures have one width, so that times stand below one another. Words with a hyphen get
        the usual figures: Inter's tabular ones would set "H-3" and "e-mail" with gaps.
        """
        key = (role, "-" not in words, struck)
        known = self._fonts.get(key)
        if known is None:
            known = build_font(self._tokens, self.font_roles[role], tabular=key[1])
            known.setStrikeOut(struck)
            self._fonts[key] = known
        return known

    def metrics(self, role: FontName, words: str = "") -> QFontMetricsF:
        """The measures of the font of a role for these words."""
        key = (role, "-" not in words)
        known = self._metrics.get(key)
        if known is None:
            known = self._metrics[key] = QFontMetricsF(self.font(role, words))
        return known

    def advance(self, role: FontName, words: str) -> float:
        """How wide words are on one line, in logical pixels."""
        return self.metrics(role, words).horizontalAdvance(words)
