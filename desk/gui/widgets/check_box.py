"""A box to tick."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import (
    draw_focus_ring,
    draw_frame,
    draw_tinted_icon,
    draw_words,
    painting,
)

BOX_SIDE = 18
_GAP = 8


def draw_check(
    painter: QPainter,
    box: QRectF,
    state: Qt.CheckState,
    *,
    enabled: bool = True,
    over: bool = False,
) -> None:
    """The box itself, 18 px in the middle of `box`; for delegates too."""
    theme = current_theme()
    side = BOX_SIDE
    place = QRectF(
        box.left() + (box.width() - side) / 2, box.top() + (box.height() - side) / 2, side, side
    )
    if state == Qt.CheckState.Unchecked:
        fill = "sunken" if not enabled else "hover" if over else "surface"
        edge = theme.colour("edge" if enabled else "line")
        draw_frame(painter, place, theme.radius.chip, fill=theme.colour(fill), edge=edge)
        return
    fill = "mute_line" if not enabled else "accent_hover" if over else "accent"
    draw_frame(painter, place, theme.radius.chip, fill=theme.colour(fill))
    name = "check-bold" if state == Qt.CheckState.Checked else "minus-bold"
    draw_tinted_icon(painter, place.adjusted(3, 3, -3, -3), name, "on_accent")


class CheckBox(KeyboardFocus, QCheckBox):
    """A tick with words; without words give `name` for screen readers."""

    def __init__(
        self,
        text: str = "",
        checked: bool = False,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setChecked(checked)
        if name:
            self.setAccessibleName(name)
        self.setFixedHeight(current_theme().height.checkbox_row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        width = BOX_SIDE + 4
        if self.text():
            words = current_theme().advance("body", self.text())
            width += _GAP + int(words + 0.99)
        return QSize(width, self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            box = QRectF(0, 0, BOX_SIDE + 4, self.height())
            draw_check(
                painter,
                box,
                self.checkState(),
                enabled=self.isEnabled(),
                over=self.underMouse() and self.isEnabled(),
            )
            words = QRectF(self.rect()).adjusted(box.width() + _GAP - 2, 0, 0, 0)
            draw_words(painter, words, self.text(), "body", "text" if self.isEnabled() else "text3")
            if self.shows_focus:
                draw_focus_ring(painter, QRectF(self.rect()), current_theme().radius.chip)
