"""A short notice at the foot of the window, with one way back."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import Sign
from desk.gui.widgets.painting import CENTRE, draw_focus_ring, draw_frame, draw_words, painting
from desk.locale import _

SECONDS = 8
_FOOT = 24


class _ToastButton(KeyboardFocus, QPushButton):
    """The one action, in the light green of the navigation."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(current_theme().height.button_dense)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    def show_words(self, text: str) -> None:
        """Other words, as wide as they need."""
        self.setText(text)
        width = current_theme().advance("row_title", text)
        self.setFixedWidth(int(width) + 20)
        self.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            if self.underMouse():
                draw_frame(painter, box, theme.radius.control, fill=theme.colour("nav_sel"))
            draw_words(painter, box, self.text(), "row_title", "nav_lip", CENTRE)
            if self.shows_focus:
                draw_focus_ring(painter, box, theme.radius.control, theme.colour("nav_lip"))


class Toast(QFrame):
    """Lies over its parent, low in the middle, 44 high; one at a time.

    `show_notice(words, action=..., icon=...)`; `action_chosen` when the action is pressed. It goes
    by itself after some seconds, but not under the mouse nor while it has the focus.
    """

    action_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = parent
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 10, 0)
        layout.setSpacing(10)
        self._sign = Sign("info", "nav_text2", 18)
        self._words = Label("", "button", "nav_text")
        self._action = _ToastButton(self)
        self._cross = IconButton("x", _("Close"), dense=True, on_navigation=True)
        layout.addWidget(self._sign)
        layout.addWidget(self._words, 1)
        layout.addSpacing(24)
        layout.addWidget(self._action)
        layout.addWidget(self._cross)
        self.setFixedHeight(current_theme().height.toast)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._action.clicked.connect(self._on_action_clicked)
        self._cross.clicked.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_notice(
        self, words: str, *, action: str = "", icon: str = "check-circle", seconds: int = SECONDS
    ) -> None:
        """Show words in place of those before."""
        self._sign.set_icon(icon, "nav_text2")
        self._words.setText(words)
        self._action.show_words(action)
        self._cross.set_name(_("Close"))
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(seconds * 1000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._stage:
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start(SECONDS * 500)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            draw_frame(
                painter,
                QRectF(self.rect()),
                theme.radius.toast,
                fill=theme.colour("nav"),
                edge=theme.colour("nav_line"),
            )

    def _place(self) -> None:
        room = self._stage.size()
        width = min(max(340, self.sizeHint().width()), max(200, room.width() - 32))
        self.resize(width, self.height())
        self.move((room.width() - width) // 2, room.height() - self.height() - _FOOT)

    def _on_timer_timeout(self) -> None:
        focused = self.focusWidget()
        if self.underMouse() or (focused is not None and focused.hasFocus()):
            self._timer.start(2000)
        else:
            self.hide()

    def _on_action_clicked(self) -> None:
        self.hide()
        self.action_chosen.emit()
