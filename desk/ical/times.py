"""The time properties of an event (RFC 5545 sections 3.3.4, 3.3.5 and 3.8.2)."""

from datetime import UTC, datetime

from desk.ical.event import CalendarEvent
from desk.ical.timezone import UTC_ZONES
from desk.locale import zones


def time_lines(event: CalendarEvent) -> list[str]:
    """DTSTART and DTEND, unfolded.

    Wall times with a TZID; in UTC when the wall time occurs twice, as a DATE-TIME cannot say which
    pass it means; dates for an event of whole days.
    """
    if event.all_day:
        return [
            f"DTSTART;VALUE=DATE:{event.starts:%Y%m%d}",
            f"DTEND;VALUE=DATE:{event.ends:%Y%m%d}",
        ]
    start = "DTSTART" + _time(event.starts, event.starts_at, event.zone)
    if event.starts_at == event.ends_at:
        # DTEND must lie after DTSTART; without it the event is a moment (RFC 5545, 3.6.1).
        return [start]
    return [start, "DTEND" + _time(event.ends, event.ends_at, event.zone)]


def is_written_in_its_zone(event: CalendarEvent) -> bool:
    """Whether a time of the event is written with a TZID, so that the file needs a VTIMEZONE."""
    return not event.all_day and not all(
        _is_written_in_utc(wall, event.zone) for wall in (event.starts, event.ends)
    )


def utc_value(moment: datetime) -> str:
    """An aware datetime as a DATE-TIME in UTC, whole seconds; ValueError when it is naive."""
    if moment.tzinfo is None:
        raise ValueError(f"an instant carries its zone: {moment!r}")
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _is_written_in_utc(wall: datetime, zone: str) -> bool:
    return zone in UTC_ZONES or _occurs_twice(wall, zone)


def _occurs_twice(wall: datetime, zone: str) -> bool:
    # An event's time exists; so its two passes differ only where it occurs twice.
    local = wall.replace(tzinfo=zones.zone_info(zone), fold=0)
    return local.utcoffset() != local.replace(fold=1).utcoffset()


def _time(wall: datetime, instant: datetime, zone: str) -> str:
    if _is_written_in_utc(wall, zone):
        return f":{utc_value(instant)}"
    return f";TZID={zone}:{wall:%Y%m%dT%H%M%S}"
