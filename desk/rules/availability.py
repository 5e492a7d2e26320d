"""Whether a place and what is lent can be had at a time, whoever else wants them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.rules.conflicts import Booking
from desk.rules.days import days_touched
from desk.rules.opening_hours import Hours, open_span


@dataclass(frozen=True, slots=True)
class Closing:
    """A venue or a resource that cannot be had between two aware instants, half-open."""

    starts_at: datetime
    ends_at: datetime
    reason: str = ""
    venue_id: int | None = None
    resource_id: int | None = None


def closings_met(booking: Booking, closings: Iterable[Closing]) -> list[Closing]:
    """Those that the booking runs into, its preparation included."""
    lent = {each.resource_id: each for each in booking.lent}
    found: list[Closing] = []
    for closing in closings:
        if closing.venue_id is not None and closing.venue_id == booking.place_id:
            starts, ends = booking.venue_from, booking.venue_until
        elif (own := lent.get(closing.resource_id or 0)) is not None:
            starts, ends = booking.starts_at - own.set_up, booking.ends_at + own.clear_down
        else:
            continue
        if starts < closing.ends_at and closing.starts_at < ends:
            found.append(closing)
    return found


def outside_hours(
    starts: datetime, ends: datetime, hours: Hours
) -> list[tuple[datetime, datetime]]:
    """The parts of a half-open span of wall time at which a place of these hours is closed.

    Set-up and clear-down may happen while the house is closed to others.
    """
    if not hours:
        return []
    parts: list[tuple[datetime, datetime]] = []
    at = starts
    for day in days_touched(starts, ends):
        span = open_span(hours, day)
        if span is None:
            continue
        opens, closes = span
        if opens > at:
            parts.append((at, min(opens, ends)))
        at = max(at, closes)
        if at >= ends:
            break
    if at < ends:
        parts.append((at, ends))
    return [(first, last) for first, last in parts if last - first > timedelta()]
