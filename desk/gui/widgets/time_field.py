"""A field for a time of day."""

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.gui.widgets.typed_field import TypedField
from desk.locale import _, current_language, formats

_LAST_MINUTE = 24 * 60 - 1
_FIRST_STEP = time(9, 0)


class TimeField(TypedField):
    """Shows `09.00`; Up and Down change by 15 minutes, with Shift by 5, Page keys by an hour.

    Stepping stays within the day. `value_changed` carries a `time` without zone, or None when
    `optional` and empty.
    """

    def __init__(
        self,
        value: time | None = None,
        *,
        optional: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(value, optional=optional, name=name or _("Time"), parent=parent)
        self.setMinimumWidth(64)

    @property
    def value(self) -> time | None:
        """The last right time."""
        return self._value

    def read(self, text: str) -> time:
        try:
            return formats.parse_clock(text)
        except ValueError as problem:
            last = formats.clock_time(time(23, 59), current_language())
            words = _("Not a time. Hours go up to {last}.").format(last=last)
            raise ValueError(words) from problem

    def write(self, value: time) -> str:
        return formats.clock_time(value, current_language())

    def needed_words(self) -> str:
        return _("A time is needed.")

    def steps(self, fine: bool) -> dict[Qt.Key, int]:
        keys = Qt.Key
        size = 5 if fine else 15
        return {
            keys.Key_Up: size,
            keys.Key_Down: -size,
            keys.Key_PageUp: 60,
            keys.Key_PageDown: -60,
        }

    def moved(self, amount: int) -> time:
        if self._value is None:
            return _FIRST_STEP
        total = self._value.hour * 60 + self._value.minute + amount
        if not 0 <= total <= _LAST_MINUTE:
            return self._value
        return time(total // 60, total % 60)
