"""Reading events as the judge of clashes sees them.

Single columns are read, not whole events, by statements that are built once: a check runs after
every change of a time, a room or a guest.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, null, or_, select
from sqlmodel import Session, col

from desk.model.choices import Answer, Status
from desk.model.tables import Event, Participation, Venue, VenueLayout
from desk.rules.conflicts import Booking
from desk.services.happening import HAPPENING, between

LONGEST_PREPARATION = timedelta(hours=12)
"""No layout may take longer to set up or to clear down: it would not be found as a clash."""

_BETWEEN = 2 * LONGEST_PREPARATION
"""One event's clear-down and the next one's set-up."""

_AT_ONCE = 1000
"""Events asked about with one statement."""

_ID, _VENUE = col(Event.id), col(Event.venue_id)
_TIMES = (col(Event.starts_at), col(Event.ends_at))
# Not `in_`, whose list is written into the statement anew for each run.
_FIRM = or_(*(col(Event.status) == status for status in Status if status.is_firm))
_HELD = or_(*(col(Event.status) == status for status in Status if status.holds_its_time))
_PREPARATION = (col(VenueLayout.set_up_minutes), col(VenueLayout.clear_down_minutes))

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
        select(_ID, *_TIMES, _FIRM, _ROOM, *_PREPARATION)
        .join(Venue, col(Venue.id) == _VENUE, isouter=True)
        .join(VenueLayout, col(VenueLayout.id) == col(Event.layout_id), isouter=True)
        .where(*conditions)
        .order_by(_TIMES[0], _ID)
    )


_THEN = _with_rooms(_HELD, HAPPENING)

_PEOPLE = select(col(Participation.event_id), _NEEDED).where(
    col(Participation.event_id).in_(bindparam("events", expanding=True)), _NEEDED.is_not(None)
)

_PEOPLE_ELSEWHERE = (
    select(_ID, *_TIMES, _FIRM, _NEEDED)
    .join(Participation, col(Participation.event_id) == _ID)
    .where(_HELD, HAPPENING, _NEEDED.in_(bindparam("people", expanding=True)))
)
_IN_ROOM = _with_rooms(_HELD, HAPPENING, bindparam("venue") == _VENUE)

_VENUE_AND_LAYOUT = (
    select(col(Venue.shared), *_PREPARATION)
    .join(VenueLayout, col(VenueLayout.id) == bindparam("layout"), isouter=True)
    .where(col(Venue.id) == bindparam("venue"))
)


def bookings_between(session: Session, starts_at: datetime, ends_at: datetime) -> list[Booking]:
    """Everything that holds its time between two aware moments, preparation included."""
    then = between(starts_at - _BETWEEN, ends_at + _BETWEEN)
    rows = session.connection().execute(_THEN, then).all()
    people = _people(session, [row[0] for row in rows])
    return [_booking(row, people) for row in rows]


def bookings_against(session: Session, own: Booking) -> list[Booking]:
    """Everything that could clash with one booking, in order of time.

    That is what is held in its room, preparation included, and what its people are needed at
    meanwhile; of the others' people only those are told who are the booking's own as well.
    """
    connection = session.connection()
    people: dict[int, set[int]] = defaultdict(set)
    rows: dict[int, Sequence[Any]] = {}
    if own.people:
        then = between(own.starts_at, own.ends_at)
        for row in connection.execute(_PEOPLE_ELSEWHERE, {**then, "people": sorted(own.people)}):
            event_id, *times_and_firm, person_id = row
            rows[event_id] = (event_id, *times_and_firm)
            people[event_id].add(person_id)
    if own.venue_id is not None:
        then = between(own.venue_from - LONGEST_PREPARATION, own.venue_until + LONGEST_PREPARATION)
        rows |= {
            row[0]: row for row in connection.execute(_IN_ROOM, {**then, "venue": own.venue_id})
        }
    rows.pop(own.event_id, None)
    found = [_booking(row, people) for row in rows.values()]
    return sorted(found, key=lambda booking: (booking.starts_at, booking.event_id))


def booking_of(session: Session, event: Event, people: Iterable[int] | None = None) -> Booking:
    """One event, written or not, as a booking; of a written one the people are known."""
    needed = _people(session, [event.id]) if people is None else {event.id: people}
    room = (
        session.connection()
        .execute(_VENUE_AND_LAYOUT, {"venue": event.venue_id, "layout": event.layout_id})
        .first()
        if event.venue_id is not None
        else None
    )
    shared, *preparation = room or (True,)
    own = (event.id, event.starts_at, event.ends_at, event.status.is_firm)
    return _booking([*own, None if shared else event.venue_id, *preparation], needed)


def _people(session: Session, events: Sequence[int]) -> Mapping[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for first in range(0, len(events), _AT_ONCE):
        some = {"events": events[first : first + _AT_ONCE]}
        for event_id, person_id in session.connection().execute(_PEOPLE, some):
            found[event_id].add(person_id)
    return found


def _booking(row: Sequence[Any], people: Mapping[int, Iterable[int]]) -> Booking:
    event_id, starts_at, ends_at, firm, *room = row
    venue_id, set_up, clear_down = [*room, None, None, None][:3]
    return Booking(
        event_id=event_id,
        starts_at=starts_at,
        ends_at=ends_at,
        firm=firm,
        venue_id=venue_id,
        set_up=timedelta(minutes=set_up or 0),
        clear_down=timedelta(minutes=clear_down or 0),
        people=frozenset(people.get(event_id, ())),
    )
