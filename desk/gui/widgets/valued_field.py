"""What fields of several parts have in common, for forms that save by themselves."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class ValuedField(QWidget):
    """A field whose parts make one value together; every change of theirs is finished at once.

    `value_changed` carries the value after the person changed it; `set_value` says nothing.
    """

    value_changed = Signal(object)

    @property
    def value(self) -> Any:
        """What the parts say together."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show another value without a signal."""
        raise NotImplementedError
