"""Events as the printed views of the calendar lay them out: by day, by hour, in lanes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from desk.documents.calendar import (
    Block,
    GridDay,
    Hour,
    MonthDay,
    MonthWeek,
    PaperEvent,
)
from desk.locale import said
from desk.locale.formats import (
    clock_span,
    clock_time,
    day_month,
    guest_times,
    long_date,
    weekday_names,
)
from desk.locale.zones import moment, wall_time, zone_info
from desk.model.rows.events import EventRow
from desk.rules.lanes import lanes_of

DAY_MINUTES = 24 * 60
FIRST_HOUR, LAST_HOUR = 7, 20
"""The hours that a sheet shows at least; what lies outside widens it."""

_A_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class Shown:
    """The events of a sheet with what is to be said of them, by the clock of the office."""

    events: tuple[EventRow, ...]
    clashing: frozenset[int]
    zone: str
    guest_zone: str
    language: str
    holidays: frozenset[date] = frozenset()
    """Days on which the office does not work, beside the weekend."""

    def rests_on(self, day: date) -> bool:
        """Whether the office does not work that day."""
        return day.weekday() >= _SATURDAY or day in self.holidays

    @cached_property
    def spans(self) -> dict[int, tuple[datetime, datetime]]:
        """Start and end of each event on the office's wall."""
        return {
            row.id: (wall_time(row.starts_at, self.zone), wall_time(row.ends_at, self.zone))
            for row in self.events
        }

    def on(self, day: date) -> list[EventRow]:
        """The events that touch a day; one that ends at its midnight does not."""
        begins = datetime.combine(day, datetime.min.time())
        ends = begins + _A_DAY
        return [
            row
            for row in self.events
            if self.spans[row.id][0] < ends and self.spans[row.id][1] > begins
        ]

    def minutes_on(self, row: EventRow, day: date) -> tuple[int, int]:
        """From and until which minute of the day it lasts."""
        begins = datetime.combine(day, datetime.min.time())
        starts, ends = self.spans[row.id]
        return max(0, _minutes(starts - begins)), min(DAY_MINUTES, _minutes(ends - begins))

    def fills(self, row: EventRow, day: date) -> bool:
        """Whether it takes the whole day and needs no hour."""
        return row.all_day or self.minutes_on(row, day) == (0, DAY_MINUTES)

    def paper_event(self, row: EventRow, *, time: str, hosts: bool = False) -> PaperEvent:
        """The event as it is printed under that time."""
        guest = ""
        if hosts and row.guest_zone and not row.all_day:
            guest = (
                guest_times(
                    row.starts,
                    row.ends,
                    row.zone,
                    row.guest_zone,
                    self.language,
                    fold=row.starts_fold,
                )
                or ""
            )
        return PaperEvent(
            time=time,
            title=row.title,
            place=", ".join(part for part in (row.place, row.city) if part) if hosts else row.place,
            status=row.status,
            clash=row.id in self.clashing,
            guest_time=guest,
            hosts="; ".join(row.hosts) if hosts else "",
        )

    def span_words(self, row: EventRow) -> str:
        """Start and end by the office's clock; nothing for what lasts all day."""
        if row.all_day:
            return ""
        return clock_span(*self.spans[row.id], self.language)

    def time_on(self, row: EventRow, day: date) -> str:
        """When it is held on a day, for a list of that day."""
        return said(self.language, "All day") if self.fills(row, day) else self.span_words(row)


def grid_days(shown: Shown, days: Sequence[date]) -> tuple[GridDay, ...]:
    """The columns of a day or a week."""
    return tuple(_grid_day(shown, day) for day in days)


def _grid_day(shown: Shown, day: date) -> GridDay:
    language = shown.language
    rows = shown.on(day)
    timed = [row for row in rows if not shown.fills(row, day)]
    minutes = [shown.minutes_on(row, day) for row in timed]
    blocks = [
        Block(
            shown.paper_event(row, time=shown.span_words(row)),
            *span,
            lane=lane.lane,
            lanes=lane.lanes,
        )
        for row, span, lane in zip(timed, minutes, lanes_of(minutes), strict=True)
    ]
    return GridDay(
        weekday=weekday_names(language)[day.weekday()],
        day=day_month(day, language),
        heading=long_date(day, language),
        rests=shown.rests_on(day),
        all_day=tuple(shown.paper_event(row, time="") for row in rows if shown.fills(row, day)),
        blocks=tuple(blocks),
        events=tuple(
            shown.paper_event(row, time=shown.time_on(row, day), hosts=True) for row in rows
        ),
    )


def hours_of(shown: Shown, days: Sequence[date]) -> tuple[Hour, ...]:
    """The hours of the sheet with both clocks: from the earliest to the latest that is needed."""
    minutes = [
        shown.minutes_on(row, day)
        for day in days
        for row in shown.on(day)
        if not shown.fills(row, day)
    ]
    first = min([FIRST_HOUR, *(starts // 60 for starts, _ends in minutes)])
    last = max([LAST_HOUR, *(-(-ends // 60) for _starts, ends in minutes)])
    return tuple(_hour(shown, days[0], hour) for hour in range(first, last + 1))


def _hour(shown: Shown, day: date, hour: int) -> Hour:
    wall = datetime.combine(day, datetime.min.time()) + timedelta(hours=hour)
    clock = clock_time(wall, shown.language)
    guest = ""
    if shown.guest_zone:
        there = moment(wall, shown.zone).astimezone(zone_info(shown.guest_zone))
        guest = clock_time(there, shown.language)
    return Hour(hour * 60, clock, guest)


def month_weeks(shown: Shown, first: date, last: date, month: date) -> tuple[MonthWeek, ...]:
    """The weeks of a month; days of its neighbours are marked as such."""
    weeks: list[MonthWeek] = []
    monday = first
    while monday <= last:
        days = [monday + timedelta(days=number) for number in range(7)]
        weeks.append(
            MonthWeek(
                str(monday.isocalendar().week), tuple(_month_day(shown, day, month) for day in days)
            )
        )
        monday += timedelta(days=7)
    return tuple(weeks)


def _month_day(shown: Shown, day: date, month: date) -> MonthDay:
    outside = (day.year, day.month) != (month.year, month.month)
    return MonthDay(
        number=day_month(day, shown.language) if outside or day.day == 1 else str(day.day),
        outside=outside,
        rests=shown.rests_on(day),
        events=tuple(_month_events(shown, shown.on(day), day)),
    )


def _month_events(shown: Shown, rows: Iterable[EventRow], day: date) -> Iterable[PaperEvent]:
    for row in rows:
        starts, ends = shown.spans[row.id]
        if shown.fills(row, day):
            time = ""
        elif starts.date() == day:
            time = clock_time(starts, shown.language)
        else:
            # It goes on from the day before: what matters is when it ends.
            time = f"–{clock_time(ends, shown.language)}"
        yield shown.paper_event(row, time=time)


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds() // 60)
