"""How much a venue or a resource is used over a year, day by day."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlmodel import Session, col, select

from desk.locale.zones import wall_time
from desk.model.choices import Status
from desk.model.rows.places import DayUse, YearUse
from desk.model.tables import ClosedTime, Event, Resource, ResourceBooking, Venue
from desk.rules.opening_hours import Hours, open_span
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.scheduling import LONGEST_EVENT, day_begins

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)

Span = tuple[datetime, datetime]
"""Two wall times of the place's zone, half-open."""


def use_of_venue(desk: Desk, venue_id: int, year: int) -> YearUse:
    """A venue over a year in its own zone; what holds no time is left out. Raises NotThere."""
    with desk.read() as session:
        venue = row_for_change(session, Venue, venue_id)
        events = _events(session, year, venue.zone, Event.venue_id == venue_id)
        closed = session.exec(select(ClosedTime).where(ClosedTime.venue_id == venue_id)).all()
        return _year_use(year, venue.zone, venue.opening_hours, events, closed)


def use_of_resource(desk: Desk, resource_id: int, year: int) -> YearUse:
    """A resource over a year in the office's zone; it keeps no opening hours. Raises NotThere."""
    lent = select(ResourceBooking.event_id).where(ResourceBooking.resource_id == resource_id)
    with desk.read() as session:
        row_for_change(session, Resource, resource_id)
        events = _events(session, year, desk.zone, col(Event.id).in_(lent))
        closed = session.exec(select(ClosedTime).where(ClosedTime.resource_id == resource_id)).all()
        return _year_use(year, desk.zone, {}, events, closed)


def _events(session: Session, year: int, zone: str, which: object) -> Sequence[Event]:
    first = day_begins(date(year, 1, 1), zone)
    last = day_begins(date(year + 1, 1, 1), zone)
    rows = session.exec(
        select(Event).where(
            which,  # pyright: ignore[reportArgumentType]
            col(Event.long).in_((False, True)),
            Event.starts_at >= first - LONGEST_EVENT,
            Event.starts_at < last,
            Event.ends_at > first,
            col(Event.status).notin_((Status.IDEA, Status.CANCELLED, Status.POSTPONED)),
        )
    ).all()
    return rows


def _year_use(
    year: int, zone: str, hours: Hours, events: Sequence[Event], closed: Sequence[ClosedTime]
) -> YearUse:
    used = [_wall(row.starts_at, row.ends_at, zone) for row in events]
    shut = [_wall(row.starts_at, row.ends_at, zone) for row in closed]
    days: list[DayUse] = []
    inside = 0
    day = date(year, 1, 1)
    while day.year == year:
        midnight = datetime.combine(day, time.min)
        whole = (midnight, midnight + _DAY)
        own = _merged([_within(span, whole) for span in used])
        opened = open_span(hours, day) if hours else None
        open_minutes: int | None = None
        if hours:
            away = _merged([_within(span, opened) for span in shut]) if opened else []
            open_minutes = _minutes([opened] if opened else []) - _minutes(away)
            inside += _minutes(_merged([_within(span, opened) for span in own])) if opened else 0
        began = sum(1 for span in used if _overlaps(span, whole))
        days.append(DayUse(day, _minutes(own), open_minutes, began))
        day += _DAY
    return YearUse(
        year=year,
        days=tuple(days),
        events=len(events),
        minutes=sum(row.minutes for row in days),
        inside=inside,
        open_minutes=sum(row.open_minutes or 0 for row in days) if hours else None,
    )


def _wall(starts_at: datetime, ends_at: datetime, zone: str) -> Span:
    return wall_time(starts_at, zone), wall_time(ends_at, zone)


def _overlaps(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def _within(span: Span, bounds: Span) -> Span | None:
    if not _overlaps(span, bounds):
        return None
    return max(span[0], bounds[0]), min(span[1], bounds[1])


def _merged(spans: Sequence[Span | None]) -> list[Span]:
    """Overlapping spans joined, so that doubly booked time counts once."""
    found: list[Span] = []
    for starts, ends in sorted(span for span in spans if span is not None):
        if found and starts <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((starts, ends))
    return found


def _minutes(spans: Sequence[Span]) -> int:
    return sum((ends - starts) // _MINUTE for starts, ends in spans)
