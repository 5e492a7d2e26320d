"""A field for a whole number."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.text_field import show_invalid
from desk.locale import _


class NumberField(QLineEdit):
    """A whole number between `least` and `most`; Up and Down change by one, with Shift by ten.

    `value_changed` carries an `int`, or None when `optional` and empty; `error_changed` the
    sentence for below the field.
    """

    value_changed = Signal(object)
    error_changed = Signal(str)

    def __init__(
        self,
        value: int | None = None,
        *,
        least: int = 0,
        most: int = 99_999,
        optional: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value = value
        self._least = least
        self._most = most
        self._optional = optional
        self._error = ""
        self.setAccessibleName(name or _("Number"))
        self.setFixedHeight(current_theme().height.input)
        self.setMinimumWidth(56)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.set_value(value)
        self.editingFinished.connect(self._on_editing_finished)

    @property
    def value(self) -> int | None:
        """The last right number."""
        return self._value

    @property
    def error(self) -> str:
        """What is wrong with the text, empty when it is a number."""
        return self._error

    def set_value(self, value: int | None) -> None:
        """Show a number without a signal."""
        self._value = value
        self._say("")
        self.setText("" if value is None else str(value))

    def step(self, amount: int) -> None:
        """Change by an amount, taking in first what was typed; stays within its bounds."""
        if self.isModified():
            self._take(self.text())
        if self._error:
            return
        start = self._least - amount if self._value is None else self._value
        self._change(max(self._least, min(self._most, start + amount)))
        self.setText(str(self._value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        size = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.isReadOnly():
            self.step(size if key == Qt.Key.Key_Up else -size)
        elif key == Qt.Key.Key_Escape and self.isModified():
            self.set_value(self._value)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _take(self, text: str) -> None:
        typed = text.strip()
        if not typed:
            if self._optional:
                self._say("")
                self._change(None)
            else:
                self._say(_("A number is needed."))
            return
        # Digits of any script would pass int(); only these can be read by everybody here.
        if not (typed.isascii() and typed.isdigit()):
            self._say(_("Write a whole number, for example 20."))
            return
        value = int(typed)
        if not self._least <= value <= self._most:
            words = _("A number from {least} to {most}.")
            self._say(words.format(least=self._least, most=self._most))
            return
        self._say("")
        self._change(value)
        self.setText(str(value))

    def _change(self, value: int | None) -> None:
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
