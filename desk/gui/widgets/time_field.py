"""A field for a time of day."""

from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.text_field import show_invalid
from desk.locale import _, current_language, formats
from desk.model.errors import UserError

_LAST_MINUTE = 24 * 60 - 1


class TimeField(QLineEdit):
    """Shows `09.00`; Up and Down change by 15 minutes, with Shift by 5, Page keys by an hour.

    Stepping stays within the day. `value_changed` carries a `time` without zone, or None when
    `optional` and empty; `error_changed` the sentence for below the field.
    """

    value_changed = Signal(object)
    error_changed = Signal(str)

    def __init__(
        self,
        value: time | None = None,
        *,
        optional: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value = value
        self._optional = optional
        self._error = ""
        self.setAccessibleName(name or _("Time"))
        self.setFixedHeight(current_theme().height.input)
        self.setMinimumWidth(64)
        self._show_value()
        self.editingFinished.connect(self._on_editing_finished)
        self.textEdited.connect(self._on_text_edited)

    @property
    def value(self) -> time | None:
        """The last right time."""
        return self._value

    @property
    def error(self) -> str:
        """What is wrong with the text, empty when it is a time."""
        return self._error

    def set_value(self, value: time | None) -> None:
        """Show a time without a signal."""
        self._value = value
        self._say("")
        self._show_value()

    def retranslate(self) -> None:
        """Show the time in the language of now."""
        if not self._error:
            self._show_value()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {
            Qt.Key.Key_Up: 5 if fine else 15,
            Qt.Key.Key_Down: -5 if fine else -15,
            Qt.Key.Key_PageUp: 60,
            Qt.Key.Key_PageDown: -60,
        }
        key = Qt.Key(event.key())
        if key in steps and not self.isReadOnly():
            self.step(steps[key])
        elif key == Qt.Key.Key_Escape and self.isModified():
            self.set_value(self._value)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def step(self, minutes: int) -> None:
        """Change by minutes, taking in first what was typed; nothing beyond midnight."""
        if self.isModified():
            self._take(self.text())
        if self._error:
            return
        if self._value is None:
            self._change(time(9, 0))
        else:
            total = self._value.hour * 60 + self._value.minute + minutes
            if not 0 <= total <= _LAST_MINUTE:
                return
            self._change(time(total // 60, total % 60))
        self._show_value()

    def _show_value(self) -> None:
        words = ""
        if self._value is not None:
            words = formats.clock_time(self._value, current_language())
        if words != self.text():
            self.setText(words)
        self.setModified(False)
        self.setCursorPosition(0)

    def _take(self, text: str) -> None:
        """Read what was typed: a right time is shown and told, a wrong one is said."""
        if not text.strip():
            if self._optional:
                self._say("")
                self._change(None)
            else:
                self._say(_("A time is needed."))
            return
        try:
            value = formats.parse_clock(text)
        except (ValueError, UserError) as problem:
            self._say(str(problem))
            return
        self._say("")
        self._change(value)
        self._show_value()

    def _change(self, value: time | None) -> None:
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _say(self, error: str) -> None:
        show_invalid(self, bool(error))
        if error != self._error:
            self._error = error
            self.error_changed.emit(error)

    def _on_editing_finished(self) -> None:
        if self.isModified():
            self._take(self.text())

    def _on_text_edited(self, text: str) -> None:
        # The sentence goes as soon as it is no longer true; a new one waits for the end.
        if self._error:
            try:
                formats.parse_clock(text)
            except (ValueError, UserError):
                return
            self._say("")
