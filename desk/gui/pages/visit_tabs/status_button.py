"""The chip of a status that opens a menu to change it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desk.gui.models.choice_words import status_mark
from desk.gui.pages.visit_tabs.tab import chip_of
from desk.gui.theme.application import current_theme
from desk.gui.theme.icons import icon
from desk.gui.widgets.chip import ChipLook, chip_width, paint_chip
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import draw_focus_ring, draw_frame, draw_tinted_icon, painting
from desk.locale import _
from desk.model.choices import Status

_CARET = 12


class StatusButton(KeyboardFocus, QPushButton):
    """Shows a status; `status_asked` carries the one chosen from the menu."""

    status_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = ChipLook("")
        self._status: Status | None = None
        self.setFixedHeight(current_theme().height.least_hit)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._actions = {}
        for status in Status:
            mark = status_mark(status)
            action = menu.addAction(icon(mark.icon), _ellipsis(status, mark.words))
            action.setCheckable(True)
            action.setData(status)
            group.addAction(action)
            self._actions[status] = action
        menu.triggered.connect(self._on_menu_triggered)
        self.setMenu(menu)

    def show_status(self, status: Status, reason: str = "") -> None:
        """Show a status, with its reason as tool tip."""
        self._status = status
        self._look = chip_of(status_mark(status))
        self._actions[status].setChecked(True)
        words = _("Status: {status}").format(status=self._look.text)
        self.setAccessibleName(words)
        self.setAccessibleDescription(reason)
        self.setToolTip(f"{words}. {reason}" if reason else _("Change the status"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(chip_width(self._look)) + _CARET + 4, self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            height = theme.height.chip_large
            box = QRectF(self.rect())
            chip = QRectF(0, (box.height() - height) / 2, box.width() - _CARET - 4, height)
            whole = chip.adjusted(0, 0, _CARET + 4, 0)
            if self.underMouse() or self.isDown():
                draw_frame(painter, whole, theme.radius.chip, fill=theme.colour("hover"))
            paint_chip(painter, chip, self._look)
            place = QRectF(chip.right() + 2, (box.height() - _CARET) / 2, _CARET, _CARET)
            draw_tinted_icon(painter, place, "caret-down", "text2")
            if self.shows_focus:
                draw_focus_ring(painter, whole, theme.radius.chip)

    def _on_menu_triggered(self, action: object) -> None:
        status = action.data()  # type: ignore[attr-defined]
        # The chip goes on saying what is stored until it is stored.
        if self._status is not None:
            self._actions[self._status].setChecked(True)
        if status != self._status:
            self.status_asked.emit(Status(status))


def _ellipsis(status: Status, words: str) -> str:
    return f"{words}…" if status in (Status.CANCELLED, Status.POSTPONED) else words
