"""The focus ring for the keyboard, not after a click; and buttons that Enter presses."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEEPING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class KeyboardFocus(_Base):
    """Mixed into a widget before its Qt class: `shows_focus` says whether to draw the ring.

    Enter presses a button that has the focus, as Space does; Qt would let it press the first
    button of the dialog instead. What can be ticked leaves Enter to the dialog.
    """

    _focused_by_keyboard = False

    @property
    def shows_focus(self) -> bool:
        """Whether the widget has the focus by a key or from the program, not by a click."""
        return self.hasFocus() and self._focused_by_keyboard

    def show_focus(self) -> None:
        """Show the ring from now on: a key was used."""
        self._focused_by_keyboard = True
        self._paint_again()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A window that opens or comes back keeps what its widget showed before.
        if event.reason() not in _KEEPING:
            self._focused_by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self._paint_again()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._paint_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._focused_by_keyboard:
            self.show_focus()
        enter = event.key() in _ENTER and not event.modifiers() & ~_KEYPAD
        if enter and isinstance(self, QAbstractButton) and not self.isCheckable():
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def _paint_again(self) -> None:
        painted = self.viewport() if isinstance(self, QAbstractScrollArea) else self
        painted.update()
