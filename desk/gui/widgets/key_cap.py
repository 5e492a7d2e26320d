"""The look of a key."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.painting import CENTRE, draw_frame, draw_words, painting

_HEIGHT = 20
_PADDING = 7


def key_cap_width(keys: str) -> float:
    """The width of a key cap in logical pixels."""
    return max(20.0, current_theme().advance("time", keys) + 2 * _PADDING)


def paint_key_cap(painter: QPainter, box: QRectF, keys: str) -> None:
    """Paint a key cap 20 px high in the middle of `box`."""
    theme = current_theme()
    place = QRectF(box.left(), box.center().y() - _HEIGHT / 2, box.width(), _HEIGHT)
    fill, edge = theme.colour("surface"), theme.colour("line")
    draw_frame(painter, place, theme.radius.chip, fill=fill, edge=edge)
    draw_words(painter, place, keys, "time", "text2", CENTRE)


class KeyCap(QWidget):
    """Keys such as `Ctrl+K`; read by screen readers as words beside it."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(int(key_cap_width(self._keys) + 0.99), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_key_cap(painter, QRectF(self.rect()), self._keys)
