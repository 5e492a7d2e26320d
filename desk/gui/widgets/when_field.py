"""A day with a start and an end: three fields that know of one another."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.label import Label
from desk.gui.widgets.time_field import TimeField
from desk.gui.widgets.typed_field import TypedField
from desk.locale import _

_SHORTEST_DATE = 128
_NIGHT = timedelta(hours=12)
"""An end that reads earlier than its start means the next day only when it is this near."""


class WhenField(QWidget):
    """Day, start and end as wall times of one zone; a further day when the end is on another.

    `value` is (starts, ends), naive. Another day or start keeps the length; `22.00` to `01.00`
    ends on the next day. `value_changed` carries both times after the person has finished a
    field, `error_changed` the sentence of the first field whose words mean nothing.
    """

    value_changed = Signal(object)
    error_changed = Signal(str)

    def __init__(
        self,
        starts: datetime,
        ends: datetime,
        *,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._error = ""
        self._length = ends - starts
        self.day = DateField(starts.date(), today=today, name=_("Date"))
        self.day.setMinimumWidth(_SHORTEST_DATE)
        self.start = TimeField(starts.time(), name=_("Start"))
        self.end = TimeField(ends.time(), name=_("End"))
        self.last_day = DateField(ends.date(), today=today, name=_("Last day"))
        self.last_day.setMinimumWidth(_SHORTEST_DATE)
        for field in (self.start, self.end):
            field.setFixedWidth(56)
            field.setTextMargins(-2, 0, -2, 0)
        gap = current_theme().space.unit
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.day, 1)
        first.addWidget(self.start)
        first.addWidget(self.end)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(gap)
        second.addWidget(Label(_("Ends on"), "note", "text2"))
        second.addWidget(self.last_day, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addLayout(first)
        column.addWidget(self._second)
        self.setFocusProxy(self.day)
        self.set_value(starts, ends)
        self._connect()

    def _connect(self) -> None:
        self.day.value_changed.connect(self._on_day_value_changed)
        self.start.value_changed.connect(self._on_start_value_changed)
        self.end.value_changed.connect(self._on_end_value_changed)
        self.last_day.value_changed.connect(self._on_last_day_value_changed)
        for field in self.fields:
            field.error_changed.connect(self._on_field_error_changed)

    @property
    def fields(self) -> tuple[TypedField, ...]:
        """The fields in the order they are filled in."""
        return (self.day, self.start, self.end, self.last_day)

    @property
    def value(self) -> tuple[datetime, datetime]:
        """Start and end as shown; the end may lie before the start."""
        first, last = self.day.value, self.last_day.value
        start, end = self.start.value, self.end.value
        assert first is not None
        assert last is not None
        assert start is not None
        assert end is not None
        return datetime.combine(first, start), datetime.combine(last, end)

    @property
    def error(self) -> str:
        """What is wrong with the words of a field, empty when all mean something."""
        return self._error

    def set_value(self, starts: datetime, ends: datetime) -> None:
        """Show other times without a signal."""
        self._length = ends - starts
        self.day.set_value(starts.date())
        self.start.set_value(starts.time())
        self.end.set_value(ends.time())
        self.last_day.set_value(ends.date())
        self._second.setVisible(ends.date() != starts.date())

    def show_last_day(self) -> None:
        """Let the end lie on another day."""
        self._second.show()
        self.last_day.setFocus()

    def settle(self) -> None:
        """Read what was typed so far."""
        for field in self.fields:
            field.take_typed()

    def _put_end(self, ends: datetime) -> None:
        self.end.set_value(ends.time())
        self.last_day.set_value(ends.date())
        self._second.setVisible(ends.date() != self.day.value)

    def _tell(self) -> None:
        starts, ends = self.value
        if ends > starts:
            self._length = ends - starts
        self.value_changed.emit((starts, ends))

    def _on_day_value_changed(self, day: date) -> None:
        start = self.start.value or time()
        self._put_end(datetime.combine(day, start) + self._length)
        self._tell()

    def _on_start_value_changed(self, start: time) -> None:
        day = self.day.value
        assert day is not None
        self._put_end(datetime.combine(day, start) + self._length)
        self._tell()

    def _on_end_value_changed(self, end: time) -> None:
        starts, _before = self.value
        same_day = datetime.combine(starts.date(), end)
        next_day = same_day + timedelta(days=1)
        if self._second.isHidden() or self._length <= _NIGHT:
            # Something that lasts for days keeps its last day; a night finds its own.
            through_night = same_day <= starts and next_day - starts <= _NIGHT
            self._put_end(next_day if through_night else same_day)
        self._tell()

    def _on_last_day_value_changed(self, _day: date) -> None:
        self._tell()

    def _on_field_error_changed(self, _words: str) -> None:
        error = next((field.error for field in self.fields if field.error), "")
        if error != self._error:
            self._error = error
            self.error_changed.emit(error)
