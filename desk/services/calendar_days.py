"""What is known of the days: holidays of both countries, Ramadan, what the office noted."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from sqlmodel import Session

from desk.locale import _
from desk.locale.words import current_language
from desk.locale.zones import zones_of_country
from desk.rules.days import Calendar, Holiday, NotedDay
from desk.services.desk import Desk
from desk.services.special_days import OFFICE_COUNTRY, days_between, public_holidays

_A_DAY = timedelta(days=1)
_RAMADAN = 9
"""The month of the Islamic year."""


def calendar_between(
    session: Session, first: date, last: date, countries: Collection[str] = ()
) -> Calendar:
    """The days from first to last, both included, as the office and these countries have them."""
    noted: dict[date, list[NotedDay]] = defaultdict(list)
    for row in days_between(session, first, last):
        noted[row.day].append(NotedDay(row.day, row.kind, row.country, row.name, row.basis))
    years = range(first.year, last.year + 1)
    return Calendar(
        host=OFFICE_COUNTRY,
        holidays=_holidays(dict.fromkeys((OFFICE_COUNTRY, *countries)), years),
        ramadan=frozenset(day for year in years for day in _ramadan_days(year)),
        noted=noted,
    )


def holidays_between(
    desk: Desk, first: date, last: date, *, country: str = ""
) -> dict[date, tuple[Holiday, ...]]:
    """Public holidays and collective leave of the office's country and one other, by day."""
    countries = [code for code in dict.fromkeys((OFFICE_COUNTRY, country)) if code]
    with desk.read() as session:
        calendar = calendar_between(session, first, last, countries)
    found: dict[date, tuple[Holiday, ...]] = {}
    for number in range((last - first).days + 1):
        day = first + _A_DAY * number
        rows = calendar.holidays_on(day, countries) + calendar.leave_on(day, countries)
        if rows:
            found[day] = tuple(rows)
    return found


def is_in_host_country(zone: str) -> bool:
    """Whether the clocks of a zone hang in the office's own country."""
    return zone in _host_zones()


@lru_cache(maxsize=1)
def _host_zones() -> frozenset[str]:
    return frozenset(zones_of_country(OFFICE_COUNTRY))


def _holidays(countries: Iterable[str], years: Iterable[int]) -> Mapping[date, list[Holiday]]:
    found: dict[date, list[Holiday]] = defaultdict(list)
    for year in years:
        for country in countries:
            for holiday in _holidays_of(country, year, current_language()):
                found[holiday.day].append(holiday)
    return found


@lru_cache(maxsize=256)
def _holidays_of(country: str, year: int, _language: str) -> tuple[Holiday, ...]:
    """Kept apart by language, as the names are in that of the screen."""
    by_the_moon = _("the calendar of public holidays, estimated by the moon")
    return tuple(
        Holiday(row.day, country, row.name, by_the_moon if row.estimated else "")
        for row in public_holidays(country, year)
    )


@lru_cache(maxsize=64)
def _ramadan_days(year: int) -> frozenset[date]:
    """The days of Ramadan in a year of the common calendar, calculated (Umm al-Qura).

    Two Ramadans fall into some years; none is known outside 1925 to 2076.
    """
    from hijridate import Gregorian, Hijri

    days: set[date] = set()
    try:
        first = Gregorian(year, 1, 1).to_hijri().year
        for hijri_year in (first, first + 1):
            begins = Hijri(hijri_year, _RAMADAN, 1)
            day = date.fromisoformat(begins.to_gregorian().isoformat())
            days |= {day + _A_DAY * number for number in range(begins.month_length())}
    except OverflowError:
        return frozenset()
    return frozenset(day for day in days if day.year == year)
