"""When a place is open on each day of the week."""

from collections.abc import Mapping, Sequence
from datetime import time

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.widgets.button import Button
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.label import Label
from desk.gui.widgets.time_field import TimeField
from desk.gui.widgets.valued_field import ValuedField
from desk.locale import _, current_language
from desk.locale.formats import weekday_names
from desk.rules.opening_hours import clock_of, minute_of

_OPENS, _CLOSES = time(7, 30), time(16, 0)
_WORKDAYS = range(1, 6)
_WEEK = range(1, 8)


class _Day:
    """One day's box and its two times."""

    def __init__(self, weekday: int, name: str) -> None:
        self.weekday = weekday
        self.is_open = CheckBox(name)
        self.opens = TimeField(_OPENS, name=_("{day}, open from").format(day=name))
        self.closes = TimeField(_CLOSES, name=_("{day}, open until").format(day=name))
        self.dash = Label("–", "body", "text2")
        for field in (self.opens, self.closes):
            field.setFixedWidth(64)
        self.closed = Label(_("closed"), "note", "text2")
        self.show(None)

    @property
    def span(self) -> list[str] | None:
        """The hours as they are stored; None on a closed day. Midnight closes the day."""
        if not self.is_open.isChecked():
            return None
        opens, closes = self.opens.value or _OPENS, self.closes.value or _CLOSES
        until = "24:00" if closes == time.min else f"{closes:%H:%M}"
        return [f"{opens:%H:%M}", until]

    def show(self, span: Sequence[str] | None) -> None:
        """Show these hours, or that it is closed."""
        self.is_open.setChecked(span is not None)
        if span is not None:
            for field, clock in zip((self.opens, self.closes), span, strict=True):
                minute = minute_of(clock) % (24 * 60)
                field.set_value(time(minute // 60, minute % 60))


class OpeningHoursField(ValuedField):
    """Always open, or the hours of each weekday; one button makes workdays alike.

    `value` maps the ISO weekday ("1" to "7") to [from, until]; empty means always open.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.always = CheckBox(_("Open at all times"))
        self.days = [
            _Day(weekday, name)
            for weekday, name in zip(_WEEK, weekday_names(current_language()), strict=True)
        ]
        self.alike = Button(_("Workdays as on Monday"), "copy", "quiet", dense=True)
        self.alike.setToolTip(_("Tuesday to Friday get the hours of Monday"))
        self._week = QWidget()
        grid = QGridLayout(self._week)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, day in enumerate(self.days):
            grid.addWidget(day.is_open, place, 0)
            times = QHBoxLayout()
            times.setSpacing(8)
            for part in (day.opens, day.dash, day.closes, day.closed):
                times.addWidget(part)
            times.addStretch(1)
            grid.addLayout(times, place, 1)
            grid.setRowMinimumHeight(place, 32)
        foot = QHBoxLayout()
        foot.addWidget(self.alike)
        foot.addStretch(1)
        below = QVBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._week)
        below.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.always)
        column.addLayout(below)
        self.setFocusProxy(self.always)
        self.set_value({})
        self._connect()

    def _connect(self) -> None:
        self.always.toggled.connect(self._on_always_toggled)
        self.alike.clicked.connect(self._on_alike_clicked)
        for day in self.days:
            day.is_open.toggled.connect(self._on_day_changed)
            day.opens.value_changed.connect(self._on_day_changed)
            day.closes.value_changed.connect(self._on_day_changed)

    @property
    def value(self) -> dict[str, list[str]]:
        """The hours as they are stored."""
        if self.always.isChecked():
            return {}
        spans = {str(day.weekday): day.span for day in self.days}
        return {weekday: span for weekday, span in spans.items() if span is not None}

    def set_value(self, value: Mapping[str, Sequence[str]] | None) -> None:
        """Show these hours without a signal."""
        blocked = self.blockSignals(True)
        hours = value or {}
        self.always.setChecked(not hours)
        for day in self.days:
            day.show(hours.get(str(day.weekday)))
        self.blockSignals(blocked)
        self._follow()

    def _follow(self) -> None:
        shown = not self.always.isChecked()
        self._week.setVisible(shown)
        self.alike.setVisible(shown)
        for day in self.days:
            opened = day.is_open.isChecked()
            for part in (day.opens, day.dash, day.closes):
                part.setVisible(opened)
            day.closed.setVisible(not opened)
        self.updateGeometry()

    def _on_always_toggled(self, always: bool) -> None:
        if not always and not any(day.is_open.isChecked() for day in self.days):
            # The week of an office is proposed; each day can be put right.
            usual = [clock_of(_OPENS.hour * 60 + _OPENS.minute), clock_of(_CLOSES.hour * 60)]
            blocked = self.blockSignals(True)
            for day in self.days:
                day.show(usual if day.weekday in _WORKDAYS else None)
            self.blockSignals(blocked)
        self._tell()

    def _on_day_changed(self, _value: object) -> None:
        self._tell()

    def _on_alike_clicked(self) -> None:
        monday = self.days[0].span
        blocked = self.blockSignals(True)
        for day in self.days[1:5]:
            day.show(monday)
        self.blockSignals(blocked)
        self._tell()

    def _tell(self) -> None:
        self._follow()
        if not self.signalsBlocked():
            self.value_changed.emit(self.value)
