"""The agenda: the events of some weeks below the heading of their day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from desk.gui.models.calendar_rows import CalendarRow
from desk.gui.models.rows import Group
from desk.locale import _, current_language, ngettext
from desk.locale.formats import long_date
from desk.locale.zones import wall_time
from desk.model.rows.events import EventRow

WEEKS = 4
"""How many weeks are shown at first, and how many come with each step."""

_OFFICE_CLOSED = 6
"""Sunday, counted from Monday."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days that are shown, both included."""

    first: date
    last: date

    def moved(self, steps: int) -> "Period":
        """The same length that many steps later (earlier when negative)."""
        by = timedelta(weeks=WEEKS * steps)
        return Period(self.first + by, self.last + by)

    def with_earlier(self) -> "Period":
        """Begins some weeks earlier."""
        return Period(self.first - timedelta(weeks=WEEKS), self.last)

    def with_later(self) -> "Period":
        """Ends some weeks later."""
        return Period(self.first, self.last + timedelta(weeks=WEEKS))

    def holds(self, day: date) -> bool:
        """Whether a day is shown."""
        return self.first <= day <= self.last


def period_around(day: date) -> Period:
    """The weeks that begin with the Monday on or before a day."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(weeks=WEEKS, days=-1))


def day_of(event: EventRow, zone: str) -> date:
    """The day at the office on which an event begins."""
    return event.starts.date() if event.all_day else wall_time(event.starts_at, zone).date()


def in_days(
    rows: Sequence[CalendarRow], period: Period, today: date, zone: str
) -> list[CalendarRow | Group]:
    """Each day below its heading; today stands there even when it is empty.

    What began before the period stands below its first day.
    """
    by_day = {
        day: list(part)
        for day, part in groupby(rows, key=lambda row: max(day_of(row.event, zone), period.first))
    }
    if period.holds(today):
        by_day.setdefault(today, [])
    shown: list[CalendarRow | Group] = []
    for day in sorted(by_day):
        shown.append(day_heading(day, today, len(by_day[day])))
        shown += by_day[day]
    return shown


def day_heading(day: date, today: date, events: int) -> Group:
    """ "Minggu, 6 Desember 2026", today marked, with the number of events."""
    count = ngettext("{count} event", "{count} events", events).format(count=events)
    notes = [count if events else _("nothing planned")]
    distance = (day - today).days
    if distance in (-1, 1):
        notes.insert(0, _("tomorrow") if distance == 1 else _("yesterday"))
    if day.weekday() == _OFFICE_CLOSED:
        notes.append(_("office closed"))
    is_today = distance == 0
    if is_today:
        notes.insert(0, _("today"))
    return Group(
        day,
        long_date(day, current_language()),
        note=" · ".join(notes),
        icon="calendar-check" if is_today else "",
        tone="ok" if is_today else "mute",
    )
