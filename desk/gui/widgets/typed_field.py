"""What fields for dates, times and numbers have in common: typed words that mean a value."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.text_field import show_invalid


class TypedField(QLineEdit):
    """A line that is read when the person has finished, and shown anew in its usual form.

    `value_changed` carries the value, or None when `optional` and empty. Words that mean nothing
    stay as typed; `error_changed` carries the sentence for below the field, empty when mended;
    Escape puts the last right value back. The wheel changes nothing; it scrolls the page.
    Subclasses give `read`, `write`, `needed_words` and `steps`, and move in `step`.
    """

    value_changed = Signal(object)
    error_changed = Signal(str)

    def __init__(
        self, value: Any, *, optional: bool, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._value = value
        self._optional = optional
        self._error = ""
        self.setAccessibleName(name)
        self.setFont(current_theme().font("body"))
        self.setFixedHeight(current_theme().height.input)
        self.show_value()
        self.editingFinished.connect(self._on_editing_finished)
        self.textEdited.connect(self._on_text_edited)

    def read(self, text: str) -> Any:
        """The value that the words mean; ValueError with a sentence for the user."""
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """The usual form of a value, in the language of now."""
        raise NotImplementedError

    def needed_words(self) -> str:
        """What to say when the field is empty but must not be."""
        raise NotImplementedError

    def steps(self, fine: bool) -> dict[Qt.Key, int]:
        """How far the keys move; `fine` while Shift is held."""
        raise NotImplementedError

    def moved(self, amount: int) -> Any:
        """The value after moving by an amount; the same where it cannot move further."""
        raise NotImplementedError

    @property
    def error(self) -> str:
        """What is wrong with the words, empty when they mean a value."""
        return self._error

    def set_value(self, value: Any) -> None:
        """Show a value without a signal."""
        self._value = value
        self._say("")
        self.show_value()

    def retranslate(self) -> None:
        """Show the value in the language of now."""
        if not self._error and not self.isModified():
            self.show_value()

    def step(self, amount: int) -> None:
        """Move by an amount, taking in first what was typed."""
        self.take_typed()
        if not self._error:
            self.change(self.moved(amount))

    def take_typed(self) -> None:
        """Read what was typed now instead of when the field is left."""
        if self.isModified():
            self._take(self.text())

    def change(self, value: Any) -> None:
        """Show a value and tell it when it is another one."""
        before, self._value = self._value, value
        self._say("")
        self.show_value()
        if value != before:
            self.value_changed.emit(value)

    def show_value(self) -> None:
        """Put the usual form of the value into the line."""
        words = "" if self._value is None else self.write(self._value)
        if words != self.text():
            self.setText(words)
        self.setModified(False)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        amount = self.steps(fine).get(Qt.Key(event.key()))
        others = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
        if amount is not None and not event.modifiers() & others and not self.isReadOnly():
            self.step(amount)
        elif event.key() == Qt.Key.Key_Escape and (self.isModified() or self._error):
            self.set_value(self._value)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _take(self, text: str) -> None:
        if not text.strip():
            if self._optional:
                self.change(None)
            else:
                self._say(self.needed_words())
            return
        try:
            value = self.read(text)
        except ValueError as problem:
            self._say(str(problem))
            return
        self.change(value)

    def _say(self, error: str) -> None:
        show_invalid(self, bool(error))
        if error != self._error:
            self._error = error
            self.error_changed.emit(error)

    def _on_editing_finished(self) -> None:
        self.take_typed()

    def _on_text_edited(self, text: str) -> None:
        """The sentence goes as soon as it is no longer true; a new one waits for the end."""
        if self._error:
            try:
                self.read(text)
            except ValueError:
                return
            self._say("")
