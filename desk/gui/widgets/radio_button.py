"""One of several to choose from."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import draw_focus_ring, draw_frame, draw_words, painting

_SIDE = 18
_GAP = 8
WORDS_AT = _SIDE + _GAP + 2
"""Where the words begin, from the left."""


class RadioButton(KeyboardFocus, QRadioButton):
    """A ring with words; it takes clicks over its whole breadth and shortens words without room."""

    def __init__(self, text: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setChecked(checked)
        self.setToolTip(text)
        self.setFixedHeight(current_theme().height.checkbox_row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        width = current_theme().advance("body", self.text())
        return QSize(WORDS_AT + int(width + 4.99), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(WORDS_AT + 40, self.height())

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            ring = QRectF(2, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
            if self.isChecked():
                draw_frame(painter, ring, _SIDE / 2, fill=theme.colour("accent"))
                dot = ring.adjusted(6, 6, -6, -6)
                draw_frame(painter, dot, dot.width() / 2, fill=theme.colour("on_accent"))
            else:
                over = self.underMouse() and self.isEnabled()
                draw_frame(
                    painter,
                    ring,
                    _SIDE / 2,
                    fill=theme.colour("hover" if over else "surface"),
                    edge=theme.colour("edge" if self.isEnabled() else "line"),
                )
            words = QRectF(self.rect()).adjusted(WORDS_AT, 0, -2, 0)
            draw_words(painter, words, self.text(), "body", "text" if self.isEnabled() else "text3")
            if self.shows_focus:
                draw_focus_ring(painter, QRectF(self.rect()), theme.radius.chip)
