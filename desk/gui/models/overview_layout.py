"""The axis of some months, and where visits lie on it. Pure: shares of the width, no pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk.gui.models.month_layout import month_later
from desk.model.choices import Status
from desk.model.rows.overview import OverviewRow

_A_DAY = timedelta(days=1)
_A_WEEK = timedelta(weeks=1)
_OFF = (Status.CANCELLED, Status.POSTPONED)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that lie side by side on the axis, from one share of its width to another."""

    first: date
    last: date
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A visit on the axis; `before` and `after` say that it goes on outside."""

    begin: float
    end: float
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole months, each day as wide as any other."""

    first: date
    months: int

    @property
    def last(self) -> date:
        """The last day of the last month."""
        return month_later(self.first, self.months) - _A_DAY

    @property
    def days(self) -> int:
        """How many days it shows."""
        return (self.last - self.first).days + 1

    def share(self, day: date) -> float:
        """Where a day begins; below 0 and above 1 for days that are not shown."""
        return (day - self.first).days / self.days

    def day_at(self, share: float) -> date:
        """The day at a share of the width, the nearest one that is shown."""
        place = int(share * self.days)
        return self.first + timedelta(days=min(max(place, 0), self.days - 1))

    def bar(self, first: date, last: date) -> Bar | None:
        """Where the days of a visit lie, None when none of them is shown."""
        if last < self.first or first > self.last:
            return None
        begin = self.share(max(first, self.first))
        end = self.share(min(last, self.last) + _A_DAY)
        return Bar(begin, end, first < self.first, last > self.last)

    def month_stretches(self) -> list[Stretch]:
        """Every month that is shown."""
        found: list[Stretch] = []
        for number in range(self.months):
            first = month_later(self.first, number)
            found.append(self._stretch(first, month_later(first, 1) - _A_DAY))
        return found

    def week_stretches(self) -> list[Stretch]:
        """Every week from Monday to Sunday, cut at both ends of the axis."""
        found: list[Stretch] = []
        monday = self.first - timedelta(days=self.first.weekday())
        while monday <= self.last:
            sunday = monday + _A_WEEK - _A_DAY
            found.append(self._stretch(max(monday, self.first), min(sunday, self.last)))
            monday += _A_WEEK
        return found

    def _stretch(self, first: date, last: date) -> Stretch:
        return Stretch(first, last, self.share(first), self.share(last + _A_DAY))


def axis_around(day: date, months: int) -> Axis:
    """The axis on which a day stands near the beginning: the past needs less room."""
    return Axis(month_later(day.replace(day=1), -(months // 6)), months)


def visits_by_week(rows: Iterable[OverviewRow], weeks: Sequence[Stretch]) -> list[int]:
    """How many visits touch each week; called-off ones are not expected."""
    counts = [0] * len(weeks)
    for row in rows:
        if row.status in _OFF:
            continue
        for place, week in enumerate(weeks):
            if row.first_day <= week.last and row.last_day >= week.first:
                counts[place] += 1
    return counts


def beside(rows: Iterable[OverviewRow], visit_id: int, first: date, last: date) -> int:
    """How many other visits would share a day with one that is held on these days."""
    return sum(
        row.id != visit_id
        and row.status not in _OFF
        and row.first_day <= last
        and first <= row.last_day
        for row in rows
    )
