"""The VCALENDAR around the events."""

from collections.abc import Iterable

from desk.ical.event import CalendarEvent
from desk.ical.folding import fold, fold_all
from desk.ical.text import clean_category
from desk.ical.times import is_written_in_its_zone
from desk.ical.timezone import vtimezone

PRODUCT = "-//Pandurata//Desk//ID"
"""PRODID: constant, so that the same event gives the same bytes in every version of the program."""

CLOSING = b"END:VCALENDAR\r\n"


def opening(method: str, *, name: str = "") -> bytes:
    """The head of a file: `method` equals the MIME `method=` (RFC 6047); `name` shows in a list."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    lines.append(f"METHOD:{method}")
    if name := clean_category(name):
        lines.append(f"X-WR-CALNAME:{name}")
    return fold_all(lines)


def time_zones(events: Iterable[CalendarEvent]) -> bytes:
    """The VTIMEZONE of every zone that the events' times are written in, by name."""
    years: dict[str, tuple[int, int]] = {}
    for event in events:
        if is_written_in_its_zone(event):
            first, last = years.get(event.zone, (event.starts.year, event.ends.year))
            years[event.zone] = min(first, event.starts.year), max(last, event.ends.year)
    return b"".join(vtimezone(zone, first, last) for zone, (first, last) in sorted(years.items()))


def calendar_file(method: str, event: CalendarEvent, lines: Iterable[str]) -> bytes:
    """A whole file around the lines of one event."""
    return opening(method) + time_zones([event]) + b"".join(map(fold, lines)) + CLOSING
