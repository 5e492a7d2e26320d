"""What stands in a month besides events and visits: its days, and what a day has no room for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk.gui.models.calendar_rows import BandRow, CalendarRow
from desk.gui.models.month_layout import Span, Weeks, span_of
from desk.locale import _, current_language, ngettext
from desk.locale.formats import long_date

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day: its number leads to it. `note` is what kind of day it is, such as a holiday."""

    day: date
    events: int = 0
    today: bool = False
    note: str = ""
    first: bool = False
    """Whether it is the first of all that are shown, which tells its month."""

    @property
    def id(self) -> str:
        """The key of the row, never that of an event."""
        return f"day-{self.day.isoformat()}"

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        held = (
            ngettext("{count} event", "{count} events", self.events).format(count=self.events)
            if self.events
            else _("nothing planned")
        )
        parts = [long_date(self.day, current_language()), held]
        if self.note:
            parts.insert(1, self.note)
        if self.today:
            parts.insert(1, _("today"))
        return "; ".join(parts) + "."


@dataclass(frozen=True, slots=True)
class MoreRow:
    """What leads to all events of a day, drawn where some have no room."""

    day: date
    events: int

    @property
    def id(self) -> str:
        """The key of the row, never that of an event."""
        return f"more-{self.day.isoformat()}"

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        words = ngettext("Show {count} event of {day}", "Show {count} events of {day}", self.events)
        day = long_date(self.day, current_language())
        return words.format(count=self.events, day=day) + "."


Shown = CalendarRow | BandRow
MonthRow = Shown | DayRow | MoreRow


def month_rows(
    shown: Sequence[Shown], weeks: Weeks, today: date, notes: Mapping[date, str]
) -> list[MonthRow]:
    """Every day of the weeks in its order, each followed by what begins on it.

    What began before the first day follows that.
    """
    counts: Counter[date] = Counter()
    begun: dict[date, list[Shown]] = {}
    begins, ends = weeks.first, weeks.last
    for row in shown:
        first, last = row.first_day, row.last_day
        if last < begins or first > ends:
            continue
        begun.setdefault(max(first, begins), []).append(row)
        if first == last:
            counts[first] += 1
            continue
        day = max(first, begins)
        while day <= min(last, ends):
            counts[day] += 1
            day += _A_DAY
    rows: list[MonthRow] = []
    for place in range(weeks.count * 7):
        day = weeks.first + timedelta(days=place)
        rows.append(DayRow(day, counts[day], day == today, notes.get(day, ""), place == 0))
        rows += begun.get(day, [])
        if counts[day]:
            rows.append(MoreRow(day, counts[day]))
    return rows


def month_spans(rows: Sequence[MonthRow]) -> list[Span]:
    """Events and visits as spans; visits before events of the same days."""
    spans: list[Span] = []
    for number, row in enumerate(rows):
        if isinstance(row, CalendarRow):
            all_day = row.event.all_day
            spans.append(span_of(row.id, row.starts, row.ends, all_day=all_day, number=number))
        elif isinstance(row, BandRow):
            midnight = datetime.combine(row.first_day, time())
            spans.append(Span(row.id, row.first_day, row.last_day, True, (midnight, -1)))
    return spans
