"""Time zones: wall times to instants and back, and what a zone is called.

A *wall time* is a naive datetime, what the clock on the wall of the place shows; a *zone* is an IANA
name ("Asia/Makassar"); an *instant* is an aware datetime in UTC. Zone data comes from the `tzdata`
package only, so that every machine computes the same instants; importing this module sees to it.
"""

import zoneinfo
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import tzdata

from desk.locale.cldr import territory_names, zone_city, zone_generic_name

_ZONE_DATA = Path(tzdata.__file__).resolve().parent

# zoneinfo prefers the system's zone data, which is as old as the system. An empty path would do as
# well, but then each start spends 30 ms on importing importlib.resources to reach the same files.
zoneinfo.reset_tzpath(to=[str(_ZONE_DATA / "zoneinfo")])
ZoneInfo.clear_cache()

# Offered first in lists: the three zones of Indonesia, then where guests of the province come from.
USUAL_ZONES = (
    "Asia/Makassar",
    "Asia/Jakarta",
    "Asia/Jayapura",
    "Asia/Almaty",
    "Asia/Singapore",
    "Asia/Kuala_Lumpur",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Asia/Shanghai",
    "Australia/Sydney",
    "Europe/Moscow",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
)

# Keputusan Presiden 41/1987 names three times in Indonesia; tzdata carries their abbreviations.
INDONESIAN_TIMES = frozenset({"WIB", "WITA", "WIT"})

# The zone has the name of the old capital; guests and letters speak of the capital.
_CAPITALS = {
    "Asia/Almaty": {"id": "Astana", "en": "Astana", "ru": "Астана", "kk": "Астана"},
}

# "Time of a place", for zones that have no name of their own; Babel 2.18 mistakes the Russian one.
_TIME_OF = {"id": "Waktu {place}", "en": "{place} Time", "ru": "{place}", "kk": "{place} уақыты"}


class UnknownZone(ValueError):
    """A zone that the zone data does not hold; `.zone` is what was asked for."""

    def __init__(self, zone: str) -> None:
        super().__init__(f"unknown time zone {zone!r}")
        self.zone = zone


class TimeDoesNotExist(ValueError):
    """A wall time that the clocks of `.zone` skip (`.wall`), as in the night summer time begins."""

    def __init__(self, wall: datetime, zone: str) -> None:
        super().__init__(f"{wall:%Y-%m-%d %H:%M} does not exist in {zone}")
        self.wall = wall
        self.zone = zone


@cache
def zone_names() -> frozenset[str]:
    """Every name in the zone data, with the old names that are still understood."""
    return frozenset((_ZONE_DATA / "zones").read_text("utf-8").split())


@cache
def zone_info(zone: str) -> ZoneInfo:
    """The rules of a zone; raises UnknownZone. Names are case-sensitive on every system."""
    if zone not in zone_names():
        raise UnknownZone(zone)
    return ZoneInfo(zone)


def _require_naive(wall: datetime) -> None:
    if wall.tzinfo is not None:
        raise ValueError(f"a wall time carries no zone of its own: {wall!r}")


def instant(wall: datetime, zone: str, fold: int = 0) -> datetime:
    """The UTC instant (aware) of a wall time in a zone.

    `fold` chooses the first (0) or second (1) pass of an hour that occurs twice (PEP 495); it is
    taken from here only, never from `wall`. Raises TimeDoesNotExist in a gap, and for a time that
    falls outside the years 1 to 9999 in UTC; UnknownZone; ValueError when `wall` is aware.
    """
    local = moment(wall, zone, fold)
    try:
        result = local.astimezone(UTC)
        there_again = result.astimezone(local.tzinfo)
    except OverflowError as error:
        raise TimeDoesNotExist(wall, zone) from error
    if there_again.replace(tzinfo=None) != wall:
        raise TimeDoesNotExist(wall, zone)
    return result


def moment(wall: datetime, zone: str, fold: int = 0) -> datetime:
    """A wall time as an aware datetime in its zone, for showing what is already stored.

    Unlike `instant` it takes a time in a gap by the offset before the gap (PEP 495), as new zone
    data can move a gap over a stored time. Raises UnknownZone, and ValueError when `wall` is aware.
    """
    _require_naive(wall)
    return wall.replace(tzinfo=zone_info(zone), fold=1 if fold else 0)


def wall_time(instant: datetime, zone: str) -> datetime:
    """What the clocks of a zone show at an instant (naive, fold 0; `fold_of` tells the pass).

    Raises UnknownZone, and ValueError when `instant` is naive.
    """
    return _local(instant, zone).replace(tzinfo=None, fold=0)


def fold_of(instant: datetime, zone: str) -> int:
    """1 when an instant lies in the second pass of an hour that occurs twice in a zone, else 0."""
    return _local(instant, zone).fold


def _local(instant: datetime, zone: str) -> datetime:
    if instant.tzinfo is None:
        raise ValueError(f"an instant carries its zone: {instant!r}")
    return instant.astimezone(zone_info(zone))


def exists(wall: datetime, zone: str) -> bool:
    """Whether the clocks of a zone ever show this wall time; raises UnknownZone."""
    try:
        instant(wall, zone)
    except TimeDoesNotExist:
        return False
    return True


def occurs_twice(wall: datetime, zone: str) -> bool:
    """Whether the clocks of a zone show this wall time twice; raises UnknownZone."""
    return exists(wall, zone) and instant(wall, zone, 0) != instant(wall, zone, 1)


def utc_offset(wall: datetime, zone: str, fold: int = 0) -> str:
    """The numeric offset at a wall time: "UTC", "UTC+8", "UTC+05:30", "UTC-3"; raises UnknownZone."""
    return _offset_text(moment(wall, zone, fold).utcoffset() or timedelta())


def _offset_text(offset: timedelta) -> str:
    if not offset:
        return "UTC"
    sign = "-" if offset < timedelta() else "+"
    minutes, seconds = divmod(round(abs(offset).total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    if seconds:  # local mean time, before zones were agreed
        return f"UTC{sign}{hours:02}:{minutes:02}:{seconds:02}"
    return f"UTC{sign}{hours:02}:{minutes:02}" if minutes else f"UTC{sign}{hours}"


def _indonesian_time(zone: str, at_wall: datetime | None) -> str | None:
    name = moment(at_wall or datetime(_year_of_data(), 1, 1), zone).tzname()
    return name if name in INDONESIAN_TIMES else None


def _city(zone: str, language: str) -> str:
    if zone in ("UTC", "Etc/UTC"):
        return "UTC"
    if zone.startswith("Etc/"):
        return utc_offset(datetime(2000, 1, 1), zone)
    return zone_city(zone, language)


@cache
def _resting_label(zone: str, language: str) -> str:
    capital = _CAPITALS.get(zone)
    return capital[language] if capital else _city(zone, language)


def zone_label(zone: str, at_wall: datetime | None, language: str) -> str:
    """A zone's short name beside a time: "WITA" (in every language), else the city: "Astana".

    `at_wall` (naive) matters for places that changed from one Indonesian time to another, as
    Pontianak did in 1988; None means the present rules. Raises UnknownZone.
    """
    return _indonesian_time(zone, at_wall) or _resting_label(zone, language)


def zone_long_name(zone: str, language: str) -> str:
    """A zone's full name in id, en, ru or kk: "Waktu Indonesia Tengah"; raises UnknownZone.

    From CLDR, without regard to summer time; a zone that CLDR does not name is called after its
    country, or its city where the country has several zones.
    """
    if zone == "UTC" or zone.startswith("Etc/"):
        return _city(zone, language)
    summer_time = len(set(_offsets_of_the_year(zone))) > 1
    name = zone_generic_name(zone, language, has_summer_time=summer_time)
    return name or _TIME_OF[language].format(place=_place_name(zone, language))


def _place_name(zone: str, language: str) -> str:
    for code, zones in _places().items():
        if zones == (zone,):
            return territory_names(language)[code]
    return _resting_label(zone, language)


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """ISO country code -> its zones, in the order of tzdata's zone.tab."""
    found: dict[str, tuple[str, ...]] = {}
    for line in (_ZONE_DATA / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _coordinates, zone = line.split("\t")[:3]
            found[code] = (*found.get(code, ()), zone)
    return found


@cache
def country_codes() -> frozenset[str]:
    """The ISO 3166-1 alpha-2 codes, from tzdata's iso3166.tab."""
    lines = (_ZONE_DATA / "zoneinfo" / "iso3166.tab").read_text("utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines if line and not line.startswith("#"))


def zones_of_country(code: str) -> tuple[str, ...]:
    """The zones of a country (ISO 3166 code), in the order of tzdata's zone.tab; empty if unknown."""
    return _places().get(code, ())


def zone_choices(language: str, on: date | None = None) -> list[tuple[str, str]]:
    """Zones to choose from as (zone, label), the usual ones first, the rest by label.

    A label holds the short name, the city when that is another word, and the offset at noon of the
    day `on`, or of standard time when no day is given: "WITA (Makassar, UTC+8)".
    """
    others = {zone for zones in _places().values() for zone in zones} | {"UTC"}
    others.difference_update(USUAL_ZONES)
    first = [(zone, _choice(zone, language, on)) for zone in USUAL_ZONES]
    rest = [(zone, _choice(zone, language, on)) for zone in others]
    return first + sorted(rest, key=lambda choice: (choice[1].casefold(), choice[0]))


def _choice(zone: str, language: str, on: date | None) -> str:
    if on:
        noon = datetime(on.year, on.month, on.day, 12)
        label, offset = zone_label(zone, noon, language), utc_offset(noon, zone)
    else:
        label, offset = (
            zone_label(zone, None, language),
            _offset_text(min(_offsets_of_the_year(zone))),
        )
    city = _city(zone, language)
    if label == city:
        return label if label == offset else f"{label} ({offset})"
    return f"{label} ({city}, {offset})"


@cache
def _offsets_of_the_year(zone: str) -> tuple[timedelta, timedelta]:
    # January and July of the year that the zone data was made for.
    info, year = zone_info(zone), _year_of_data()
    winter = datetime(year, 1, 1, 12, tzinfo=info).utcoffset()
    summer = datetime(year, 7, 1, 12, tzinfo=info).utcoffset()
    return winter or timedelta(), summer or timedelta()


def _year_of_data() -> int:
    return int(data_version()[:4])


def data_version() -> str:
    """The version of the zone data in use, as published by IANA: "2026a"."""
    return tzdata.IANA_VERSION
