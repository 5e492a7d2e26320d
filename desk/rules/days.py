"""What is to be known about the days of an event: Sundays, holidays, Friday prayer, Ramadan.

Warnings only, none of them stands in the way. Holidays and the days of Ramadan are handed in.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from desk.model.choices import EventKind, SpecialDayKind

FRIDAY_PRAYER = (time(11, 30), time(13, 30))
"""About when men are at the mosque, on the local clock (DOMAIN, section 5)."""

DAWN, BEFORE_SUNSET = time(4, 30), time(17, 30)
"""Near the equator people fast between these hours, with a margin before sunset."""

IFTAR = (time(17, 45), time(18, 45))
"""About when the fast is broken, on the local clock anywhere in Indonesia."""

_DAY = timedelta(days=1)
_SUNDAY, _FRIDAY = 7, 5


@dataclass(frozen=True, slots=True)
class NotedDay:
    """A day that the office noted itself; no country means the office alone."""

    day: date
    kind: SpecialDayKind
    country: str = ""
    name: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which a country does not work; `basis` is what says so, empty for its calendar."""

    day: date
    country: str
    name: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is known of the days around: holidays by day, Ramadan, what the office noted."""

    host: str
    """The country whose clerks and whose security work: ISO 3166 code."""
    holidays: Mapping[date, Sequence[Holiday]] = field(
        default_factory=dict[date, Sequence[Holiday]]
    )
    ramadan: Collection[date] = field(default=())
    noted: Mapping[date, Sequence[NotedDay]] = field(default_factory=dict[date, Sequence[NotedDay]])

    def works_on(self, day: date, country: str) -> bool:
        """Whether the office noted that a country works on that day all the same."""
        return any(
            noted.kind is SpecialDayKind.WORKING_DAY and self._means(noted, country)
            for noted in self.noted.get(day, ())
        )

    def holidays_on(self, day: date, countries: Collection[str]) -> list[Holiday]:
        """The public holidays of these countries, what the office noted first; lifted ones not."""
        found: list[Holiday] = []
        for country in countries:
            noted = self._noted(day, country, SpecialDayKind.HOLIDAY)
            if noted:
                found += noted
            elif not self.works_on(day, country):
                found += (row for row in self.holidays.get(day, ()) if row.country == country)
        return found

    def leave_on(self, day: date, countries: Collection[str]) -> list[Holiday]:
        """Collective leave (cuti bersama) of these countries."""
        return [
            row
            for country in countries
            for row in self._noted(day, country, SpecialDayKind.COLLECTIVE_LEAVE)
        ]

    def is_free_sunday(self, day: date) -> bool:
        """Whether it is a Sunday on which the office does not work."""
        return day.isoweekday() == _SUNDAY and not self.works_on(day, self.host)

    def _noted(self, day: date, country: str, kind: SpecialDayKind) -> list[Holiday]:
        return [
            Holiday(day, country, noted.name, noted.basis)
            for noted in self.noted.get(day, ())
            if noted.kind is kind and self._means(noted, country)
        ]

    def _means(self, noted: NotedDay, country: str) -> bool:
        return (noted.country or self.host) == country


@dataclass(frozen=True, slots=True)
class DayFindings:
    """What was found, each with the days or times it holds for."""

    sundays: tuple[date, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    leave: tuple[Holiday, ...] = ()
    friday_prayers: tuple[date, ...] = ()
    fasting_meals: tuple[date, ...] = ()
    """Days of Ramadan on which a meal falls into the hours of the fast."""
    iftars: tuple[date, ...] = ()
    """Days of Ramadan on which the event lasts over the breaking of the fast."""

    @property
    def is_empty(self) -> bool:
        """Whether they are days like others."""
        return self == _NOTHING


_NOTHING = DayFindings()


def days_touched(starts: datetime, ends: datetime) -> list[date]:
    """The days of a half-open span of wall time: one that ends at midnight leaves the next out."""
    last = max(starts, ends - timedelta(microseconds=1)).date()
    return [starts.date() + _DAY * number for number in range((last - starts.date()).days + 1)]


def judge_days(
    starts: datetime,
    ends: datetime,
    *,
    kind: EventKind,
    calendar: Calendar,
    guest_country: str = "",
    in_host_country: bool = True,
    all_day: bool = False,
) -> DayFindings:
    """What is to be known about the days of an event between two wall times of its own zone.

    The hours of prayers and of the fast are those of the host country, and mean nothing to what
    lasts for a whole day or more: that has pauses of its own.
    """
    days = days_touched(starts, ends)
    countries = tuple(dict.fromkeys(code for code in (calendar.host, guest_country) if code))
    by_the_clock = in_host_country and not all_day and ends - starts < _DAY
    fasting = [day for day in days if by_the_clock and day in calendar.ramadan]
    is_meal = kind is EventKind.MEAL
    return DayFindings(
        sundays=tuple(day for day in days if calendar.is_free_sunday(day)),
        holidays=tuple(row for day in days for row in calendar.holidays_on(day, countries)),
        leave=tuple(row for day in days for row in calendar.leave_on(day, countries)),
        friday_prayers=tuple(
            day
            for day in days
            if by_the_clock
            and day.isoweekday() == _FRIDAY
            and _touches(starts, ends, day, FRIDAY_PRAYER)
        ),
        fasting_meals=tuple(
            day
            for day in fasting
            if is_meal and day == starts.date() and DAWN <= starts.time() < BEFORE_SUNSET
        ),
        iftars=tuple(day for day in fasting if not is_meal and _touches(starts, ends, day, IFTAR)),
    )


def _touches(starts: datetime, ends: datetime, day: date, hours: tuple[time, time]) -> bool:
    first, last = (datetime.combine(day, clock) for clock in hours)
    return starts < last and first < ends
