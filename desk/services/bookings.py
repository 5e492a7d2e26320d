"""Reading events as the judge of clashes sees them.

Single columns are read, not whole events, by statements that are built once: a check runs after
every change of a time, a room or a guest.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypedDict

from sqlalchemy import ColumnElement, Select, bindparam, case, null, or_, select
from sqlmodel import Session, col

from desk.model.choices import Answer, Status
from desk.model.tables import (
    Event,
    Participation,
    Resource,
    ResourceBooking,
    TravelTime,
    Venue,
    VenueLayout,
)
from desk.rules.conflicts import NO_WAYS, Booking, Lent, Ways
from desk.services.happening import HAPPENING, between
from desk.services.places import Places, rooms_of

LONGEST_PREPARATION = timedelta(hours=12)
"""No layout may take longer to set up or to clear down: it would not be found as a clash."""

_BETWEEN = 2 * LONGEST_PREPARATION
"""One event's clear-down and the next one's set-up; or the longest way that can be noted."""

_AT_ONCE = 1000
"""Events asked about with one statement."""

_ID, _VENUE = col(Event.id), col(Event.venue_id)
_TIMES = (col(Event.starts_at), col(Event.ends_at))
# Not `in_`, whose list is written into the statement anew for each run.
_FIRM = or_(*(col(Event.status) == status for status in Status if status.is_firm))
_HELD = or_(*(col(Event.status) == status for status in Status if status.holds_its_time))
_PREPARATION = (col(VenueLayout.set_up_minutes), col(VenueLayout.clear_down_minutes))
_EVENT = (_ID, *_TIMES, _FIRM, _VENUE)
_LENT = (
    col(Resource.id),
    col(Resource.kind),
    col(Resource.set_up_minutes),
    col(Resource.clear_down_minutes),
    col(Resource.person_id),
)

# A shared venue is never held.
_ROOM: ColumnElement[int | None] = case((col(Venue.shared).is_(True), null()), else_=_VENUE)

# Who declined or is represented does not need to be there; who stands in for them does.
_NEEDED: ColumnElement[int | None] = case(
    (col(Participation.answer) == Answer.REPRESENTED, col(Participation.represented_by_id)),
    (col(Participation.answer) == Answer.DECLINED, null()),
    else_=col(Participation.person_id),
)


Statement = Select[*tuple[Any, ...]]


def _with_rooms(*conditions: ColumnElement[bool]) -> Statement:
    return (
        select(*_EVENT, _ROOM, *_PREPARATION)
        .join(Venue, col(Venue.id) == _VENUE, isouter=True)
        .join(VenueLayout, col(VenueLayout.id) == col(Event.layout_id), isouter=True)
        .where(*conditions)
        .order_by(_TIMES[0], _ID)
    )


def _one_of(name: str, column: Any) -> ColumnElement[bool]:
    return column.in_(bindparam(name, expanding=True))


_THEN = _with_rooms(_HELD, HAPPENING)
_IN_ROOM = _with_rooms(_HELD, HAPPENING, bindparam("venue") == _VENUE)

_PEOPLE = select(col(Participation.event_id), _NEEDED).where(
    _one_of("events", col(Participation.event_id)), _NEEDED.is_not(None)
)
_PEOPLE_ELSEWHERE: Statement = (
    select(*_EVENT, _NEEDED)
    .join(Participation, col(Participation.event_id) == _ID)
    .where(_HELD, HAPPENING, _one_of("people", _NEEDED))
)

_LENT_TO = (
    select(col(ResourceBooking.event_id), *_LENT)
    .join(Resource, col(Resource.id) == col(ResourceBooking.resource_id))
    .where(_one_of("events", col(ResourceBooking.event_id)))
)
_LENT_ELSEWHERE: Statement = (
    select(*_EVENT, *_LENT)
    .join(ResourceBooking, col(ResourceBooking.event_id) == _ID)
    .join(Resource, col(Resource.id) == col(ResourceBooking.resource_id))
    .where(_HELD, HAPPENING, _one_of("resources", col(ResourceBooking.resource_id)))
)
_RESOURCES = select(*_LENT).where(_one_of("resources", col(Resource.id)))
_COMING_WITH = select(col(Resource.id)).where(_one_of("people", col(Resource.person_id)))

_WAYS = select(col(TravelTime.from_venue_id), col(TravelTime.to_venue_id), col(TravelTime.minutes))
_WAYS_OF = _WAYS.where(
    or_(
        col(TravelTime.from_venue_id) == bindparam("venue"),
        col(TravelTime.to_venue_id) == bindparam("venue"),
    )
)
_WAYS_AMONG = _WAYS.where(
    _one_of("venues", col(TravelTime.from_venue_id)),
    _one_of("venues", col(TravelTime.to_venue_id)),
)


def bookings_between(session: Session, starts_at: datetime, ends_at: datetime) -> list[Booking]:
    """Everything that holds its time between two aware moments, preparation included."""
    then = between(starts_at - _BETWEEN, ends_at + _BETWEEN)
    rows = session.connection().execute(_THEN, then).all()
    events = [row[0] for row in rows]
    people, lent = _people(session, events), _lent(session, events)
    return [_booking(row, people, lent) for row in rows]


def bookings_against(session: Session, own: Booking, ways: Ways = NO_WAYS) -> list[Booking]:
    """Everything that could clash with one booking, in order of time.

    That is what is held in its room and what has the same things on loan, preparation included,
    and what its people are needed at meanwhile, or near enough for the ways to matter; of the
    others' people and loans only those are told that are the booking's own as well.
    """
    connection = session.connection()
    people: dict[int, set[int]] = defaultdict(set)
    lent: dict[int, set[Lent]] = defaultdict(set)
    rows: dict[int, Sequence[Any]] = {}
    far = ways.longest
    wanted = {each.resource_id for each in own.lent}
    if own.people:
        then = between(own.starts_at - far, own.ends_at + far)
        for row in connection.execute(_PEOPLE_ELSEWHERE, {**then, "people": sorted(own.people)}):
            *event, person_id = row
            rows[event[0]] = event
            people[event[0]].add(person_id)
        wanted |= set(connection.execute(_COMING_WITH, {"people": sorted(own.people)}).scalars())
    if wanted:
        _add_lent_elsewhere(session, own, wanted, far, rows, lent)
    if own.venue_id is not None:
        then = between(own.venue_from - LONGEST_PREPARATION, own.venue_until + LONGEST_PREPARATION)
        rows |= {
            row[0]: row for row in connection.execute(_IN_ROOM, {**then, "venue": own.venue_id})
        }
    rows.pop(own.event_id, None)
    found = [_booking(row, people, lent) for row in rows.values()]
    return sorted(found, key=lambda booking: (booking.starts_at, booking.event_id))


def _add_lent_elsewhere(
    session: Session,
    own: Booking,
    wanted: set[int],
    far: timedelta,
    rows: dict[int, Sequence[Any]],
    lent: dict[int, set[Lent]],
) -> None:
    first = min((own.starts_at - each.set_up for each in own.lent), default=own.starts_at)
    last = max((own.ends_at + each.clear_down for each in own.lent), default=own.ends_at)
    reach = max(far, LONGEST_PREPARATION)
    then = between(first - reach, last + reach)
    for row in session.connection().execute(_LENT_ELSEWHERE, {**then, "resources": sorted(wanted)}):
        event, resource = row[: len(_EVENT)], row[len(_EVENT) :]
        rows.setdefault(event[0], event)
        lent[event[0]].add(_lent_of(resource))


def booking_of(
    session: Session,
    event: Event,
    people: Iterable[int] | None = None,
    resources: Iterable[int] | None = None,
    *,
    rooms: Places | None = None,
) -> Booking:
    """One event, written or not, as a booking; of a written one people and loans are known.

    `rooms` holds its venue where that was read already.
    """
    needed = _people(session, [event.id]) if people is None else {event.id: people}
    if resources is None:
        lent: Mapping[int, Iterable[Lent]] = _lent(session, [event.id])
    elif wanted := sorted(resources):
        rows = session.connection().execute(_RESOURCES, {"resources": wanted})
        lent = {event.id: [_lent_of(row) for row in rows]}
    else:
        lent = {}
    rooms = rooms_of(session, [event.venue_id]) if rooms is None else rooms
    venue, layout = rooms.venue_of(event), rooms.layout_of(event)
    return Booking(
        event_id=event.id,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        firm=event.status.is_firm,
        venue_id=None if venue is None or venue.shared else venue.id,
        set_up=timedelta(minutes=layout.set_up_minutes if layout else 0),
        clear_down=timedelta(minutes=layout.clear_down_minutes if layout else 0),
        place_id=event.venue_id,
        **_bound(needed.get(event.id, ()), lent.get(event.id, ())),
    )


def ways_of(session: Session, venue_id: int | None) -> Ways:
    """The ways from and to a venue, as far as they are noted."""
    if venue_id is None:
        return NO_WAYS
    return _ways(session.connection().execute(_WAYS_OF, {"venue": venue_id}))


def ways_among(session: Session, bookings: Iterable[Booking]) -> Ways:
    """The ways between the places of these bookings."""
    venues = sorted({b.place_id for b in bookings if b.place_id is not None})
    if len(venues) < 2:
        return NO_WAYS
    if len(venues) > _AT_ONCE:
        return all_ways(session)
    return _ways(session.connection().execute(_WAYS_AMONG, {"venues": venues}))


def all_ways(session: Session) -> Ways:
    """Every way that is noted."""
    return _ways(session.connection().execute(_WAYS))


def _ways(rows: Iterable[Any]) -> Ways:
    return Ways({(there, here): timedelta(minutes=minutes) for there, here, minutes in rows})


def _people(session: Session, events: Sequence[int]) -> Mapping[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for first in range(0, len(events), _AT_ONCE):
        some = {"events": events[first : first + _AT_ONCE]}
        for event_id, person_id in session.connection().execute(_PEOPLE, some):
            found[event_id].add(person_id)
    return found


def _lent(session: Session, events: Sequence[int]) -> Mapping[int, set[Lent]]:
    found: dict[int, set[Lent]] = defaultdict(set)
    for first in range(0, len(events), _AT_ONCE):
        some = {"events": events[first : first + _AT_ONCE]}
        for event_id, *resource in session.connection().execute(_LENT_TO, some):
            found[event_id].add(_lent_of(resource))
    return found


def _lent_of(row: Sequence[Any]) -> Lent:
    resource_id, kind, set_up, clear_down, person_id = row
    return Lent(
        resource_id, kind, timedelta(minutes=set_up), timedelta(minutes=clear_down), person_id
    )


def _booking(
    row: Sequence[Any],
    people: Mapping[int, Iterable[int]],
    lent: Mapping[int, Iterable[Lent]],
) -> Booking:
    event_id, starts_at, ends_at, firm, place_id, *room = row
    venue_id, set_up, clear_down = [*room, None, None, None][:3]
    return Booking(
        event_id=event_id,
        starts_at=starts_at,
        ends_at=ends_at,
        firm=firm,
        venue_id=venue_id,
        set_up=timedelta(minutes=set_up or 0),
        clear_down=timedelta(minutes=clear_down or 0),
        place_id=place_id,
        **_bound(people.get(event_id, ()), lent.get(event_id, ())),
    )


class _Bound(TypedDict):
    people: frozenset[int]
    lent: frozenset[Lent]


def _bound(people: Iterable[int], lent: Iterable[Lent]) -> _Bound:
    """The people and what is lent; interpreters and drivers come with what is lent."""
    own = frozenset(lent)
    come_along = (each.person_id for each in own if each.person_id is not None)
    return {"people": frozenset((*people, *come_along)), "lent": own}
