"""Showing the focus ring for the keyboard, not after a click."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class KeyboardFocus(_Base):
    """Mixed into a widget before its Qt class: `shows_focus` says whether to draw the ring."""

    _focused_by_mouse = False

    @property
    def shows_focus(self) -> bool:
        """Whether the widget has the focus and did not get it by a click."""
        return self.hasFocus() and not self._focused_by_mouse

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A window that comes back keeps what its widget showed before.
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self._focused_by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
