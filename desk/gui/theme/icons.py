"""Icons: glyphs of the Phosphor font, tinted with a token when they are painted.

The font and its table of names travel in the package `qtawesome`, which is not imported: that
would load twelve fonts (0.2 s); the one needed takes 10 ms.
"""

import json
import logging
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from desk.gui.theme.application import current_theme

_LOG = logging.getLogger(__name__)
_FONT_FILE = "phosphor-1.3.0.ttf"
_NAMES_FILE = "phosphor-charmap-1.3.0.json"

# Joining or converting a flag for every icon is slow.
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
_pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}


def _folder() -> Path:
    found = find_spec("qtawesome")
    if found is None or found.origin is None:
        raise FileNotFoundError("qtawesome, which carries the icon font, is not installed.")
    return Path(found.origin).parent / "fonts"


@cache
def _family() -> str:
    """The family of the icon font, loaded at the first icon."""
    number = QFontDatabase.addApplicationFont(str(_folder() / _FONT_FILE))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        raise FileNotFoundError(f"The icon font {_FONT_FILE} could not be loaded.")
    return families[0]


@cache
def _characters() -> dict[str, str]:
    table = json.loads((_folder() / _NAMES_FILE).read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in table.items()}


@cache
def _font(side: int) -> QFont:
    font = QFont(_family())
    font.setPixelSize(max(1, side))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def icon_character(name: str) -> str:
    """The character of a Phosphor icon such as `printer` or `warning-fill`.

    An unknown name is an error of ours: it is logged and shown as a question mark.
    """
    character = _characters().get(name)
    if character is None:
        _LOG.error("There is no icon named %r.", name)
        character = _characters()["question"]
    return character


def draw_icon(painter: QPainter, box: QRectF, name: str, colour: QColor) -> None:
    """Draw an icon in the middle of a box, as large as its shorter side; for delegates."""
    side = int(min(box.width(), box.height()))
    painter.setFont(_font(side))
    painter.setPen(colour)
    painter.drawText(box, _CENTRE, icon_character(name))


class _GlyphEngine(QIconEngine):
    """Paints one glyph; the colour is looked up when painting, so a new theme needs no new icon."""

    def __init__(self, name: str, role: str, role_on: str | None) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._role_on = role_on

    def _colour(self, state: QIcon.State) -> QColor:
        on = state == QIcon.State.On and self._role_on is not None
        return current_theme().colour(self._role_on if on and self._role_on else self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        try:
            if mode == QIcon.Mode.Disabled:
                painter.setOpacity(painter.opacity() * current_theme().opacity.disabled_icon)
            draw_icon(painter, QRectF(rect), self._name, self._colour(state))
        finally:
            painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon at a size in device pixels: the caller sets the ratio."""
        opacity = current_theme().opacity.disabled_icon if mode == QIcon.Mode.Disabled else 1.0
        side = min(size.width(), size.height())
        key = (self._name, side, self._colour(state).rgba(), opacity)
        known = _pixmaps.get(key)
        if known is None or known.size() != size:
            known = QPixmap(size)
            known.fill(Qt.GlobalColor.transparent)
            painter = QPainter(known)
            try:
                self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
            finally:
                painter.end()
            _pixmaps[key] = known
        return QPixmap(known)

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name, self._role, self._role_on)

    def key(self) -> str:
        return "phosphor"

    def isNull(self) -> bool:
        return False


def icon(name: str, role: str = "text2", *, role_on: str | None = None) -> QIcon:
    """An icon that tints itself with a colour token, at 40 % when disabled.

    `role_on` is the token for the checked state of a button or action.
    """
    engine: Any = _GlyphEngine(name, role, role_on)
    return QIcon(engine)
