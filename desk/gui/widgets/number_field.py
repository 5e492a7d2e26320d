"""A field for a whole number."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.gui.widgets.typed_field import TypedField
from desk.locale import _


class NumberField(TypedField):
    """A whole number between `least` and `most`; Up and Down change by one, with Shift by ten.

    `value_changed` carries an `int`, or None when `optional` and empty.
    """

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
        super().__init__(value, optional=optional, name=name or _("Number"), parent=parent)
        self._least = least
        self._most = most
        self.setMinimumWidth(56)
        self.setMaximumWidth(112)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    @property
    def value(self) -> int | None:
        """The last right number."""
        return self._value

    def read(self, text: str) -> int:
        typed = text.strip()
        # int() would take digits of any script; only these can be read by everybody here.
        if not (typed.isascii() and typed.isdigit()):
            raise ValueError(_("Write a whole number, for example 20."))
        if not self._least <= int(typed) <= self._most:
            words = _("A number from {least} to {most}.")
            raise ValueError(words.format(least=self._least, most=self._most))
        return int(typed)

    def write(self, value: int) -> str:
        return str(value)

    def needed_words(self) -> str:
        return _("A number is needed.")

    def steps(self, fine: bool) -> dict[Qt.Key, int]:
        size = 10 if fine else 1
        return {Qt.Key.Key_Up: size, Qt.Key.Key_Down: -size}

    def moved(self, amount: int) -> int:
        if self._value is None:
            return self._least
        return max(self._least, min(self._most, self._value + amount))
