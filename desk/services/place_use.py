"""How much a venue or a resource is used over a year, day by day."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlmodel import Session, col, select

from desk.locale.words import current_language
from desk.locale.zones import wall_time
from desk.model.choices import Status
from desk.model.rows.events import EventRow
from desk.model.rows.places import DayUse, MonthUse, YearUse
from desk.model.tables import ClosedTime, Event, Resource, ResourceBooking, Venue
from desk.rules.opening_hours import Hours, open_span
from desk.services.assembly.events import event_rows
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.happening import HAPPENING, between
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


def events_of_place(
    desk: Desk,
    first: date,
    last: date,
    *,
    venue_id: int | None = None,
    resource_id: int | None = None,
) -> list[EventRow]:
    """What a venue or a resource holds on these days in its own zone, in order of time."""
    with desk.read() as session:
        zone = desk.zone
        if venue_id is not None:
            zone = row_for_change(session, Venue, venue_id).zone
            held = col(Event.venue_id) == venue_id
        else:
            lent = select(ResourceBooking.event_id).where(
                ResourceBooking.resource_id == resource_id
            )
            held = col(Event.id).in_(lent)
        events = session.exec(
            select(Event).where(HAPPENING, held).order_by(col(Event.starts_at), col(Event.id)),
            params=between(day_begins(first, zone), day_begins(last + _DAY, zone)),
        ).all()
        return event_rows(session, events, current_language())


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
    of_day = _by_day(used)
    days: list[DayUse] = []
    day = date(year, 1, 1)
    while day.year == year:
        midnight = datetime.combine(day, time.min)
        whole = (midnight, midnight + _DAY)
        held = of_day.get(day, [])
        own = _merged([_within(span, whole) for span in held])
        opened = open_span(hours, day) if hours else None
        inside, open_minutes = 0, None
        if hours:
            away = _merged([_within(span, opened) for span in shut]) if opened else []
            open_minutes = _minutes([opened] if opened else []) - _minutes(away)
            inside = _minutes(_merged([_within(span, opened) for span in own])) if opened else 0
        days.append(DayUse(day, _minutes(own), open_minutes, len(held), inside))
        day += _DAY
    return YearUse(
        year=year,
        days=tuple(days),
        events=len(events),
        minutes=sum(row.minutes for row in days),
        inside=sum(row.inside for row in days),
        open_minutes=sum(row.open_minutes or 0 for row in days) if hours else None,
        months=tuple(_month_use(month, days, used, bool(hours)) for month in range(1, 13)),
    )


def _month_use(
    month: int, days: Sequence[DayUse], used: Sequence[Span], has_hours: bool
) -> MonthUse:
    own = [row for row in days if row.day.month == month]
    first = datetime.combine(own[0].day, time.min)
    last = datetime.combine(own[-1].day, time.min) + _DAY
    return MonthUse(
        month=month,
        minutes=sum(row.minutes for row in own),
        inside=sum(row.inside for row in own),
        open_minutes=sum(row.open_minutes or 0 for row in own) if has_hours else None,
        events=sum(1 for span in used if _overlaps(span, (first, last))),
    )


def _wall(starts_at: datetime, ends_at: datetime, zone: str) -> Span:
    return wall_time(starts_at, zone), wall_time(ends_at, zone)


def _by_day(spans: Sequence[Span]) -> dict[date, list[Span]]:
    """The spans by each day they touch."""
    found: dict[date, list[Span]] = {}
    for span in spans:
        day = span[0].date()
        while datetime.combine(day, time.min) < span[1]:
            found.setdefault(day, []).append(span)
            day += _DAY
    return found


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
