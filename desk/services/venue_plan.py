"""The plan of the house: which room and which resource is bound when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import bindparam
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import ResourceKind
from desk.model.columns import INSTANT
from desk.model.localised import text_in
from desk.model.rows.events import EventRow
from desk.model.rows.venue_plan import (
    PlannedClosing,
    PlannedResource,
    PlannedUse,
    PlannedVenue,
    VenuePlan,
)
from desk.model.tables import ClosedTime, Event, Resource, ResourceBooking, Venue, VenueLayout
from desk.rules.folding import fold
from desk.services.assembly.events import event_rows_between
from desk.services.bookings import LONGEST_PREPARATION
from desk.services.desk import Desk
from desk.services.happening import HAPPENING, between
from desk.services.resources import lend_resource, return_resource
from desk.services.scheduling import day_begins

_KINDS = tuple(ResourceKind)

# Columns, not objects: the next day is a keystroke away, and nothing of these is written.
_EVENTS = (
    select_columns(
        col(Event.id),
        col(Event.starts_at),
        col(Event.ends_at),
        col(Event.venue_id),
        col(VenueLayout.set_up_minutes),
        col(VenueLayout.clear_down_minutes),
    )
    .join(VenueLayout, col(VenueLayout.id) == col(Event.layout_id), isouter=True)
    .where(HAPPENING)
    .order_by(col(Event.starts_at), col(Event.id))
)
_VENUES = select_columns(
    *(
        col(getattr(Venue, name))
        for name in ("id", "name", "building", "city", "zone", "shared", "opening_hours")
    )
)
_LAYOUTS = select_columns(
    col(VenueLayout.venue_id), col(VenueLayout.id), col(VenueLayout.name), col(VenueLayout.seats)
).order_by(col(VenueLayout.seats), col(VenueLayout.id))
_RESOURCES = select(Resource)
_LENT = (
    select(ResourceBooking)
    .where(col(ResourceBooking.event_id).in_(bindparam("events", expanding=True)))
    .order_by(col(ResourceBooking.id))
)
_CLOSED = (
    select(ClosedTime)
    .where(
        bindparam("until", type_=INSTANT) > col(ClosedTime.starts_at),
        col(ClosedTime.ends_at) > bindparam("since", type_=INSTANT),
    )
    .order_by(col(ClosedTime.starts_at), col(ClosedTime.id))
)


def plan_between(desk: Desk, first: date, last: date) -> VenuePlan:
    """Rooms by name, then resources by kind and name, over these days at the office.

    An event belongs to it as soon as its set-up or clear-down touches the days. The number of
    statements does not depend on how much there is.
    """
    language = current_language()
    since = day_begins(first, desk.zone)
    until = day_begins(last + timedelta(days=1), desk.zone)
    with desk.read() as session:
        connection = session.connection()
        venues = connection.execute(_VENUES).all()
        layouts = connection.execute(_LAYOUTS).all()
        resources = {row.id: row for row in session.exec(_RESOURCES)}
        wide = between(since - LONGEST_PREPARATION, until + LONGEST_PREPARATION)
        around = [_Held(*row) for row in connection.execute(_EVENTS, wide)]
        ids = [event.id for event in around]
        lent = list(session.exec(_LENT, params={"events": ids})) if resources and ids else []
        rooms, unplaced, of_resources = _uses(around, resources, lent, since, until)
        told = {use.event_id for uses in (*rooms.values(), unplaced) for use in uses}
        told |= {use.event_id for uses in of_resources.values() for use in uses}
        events = _event_rows(session, [event for event in around if event.id in told], language)
        shut_rooms, shut_resources = _closings(session, since, until)
    return VenuePlan(
        first,
        last,
        desk.zone,
        events,
        _planned_venues(venues, layouts, rooms, shut_rooms, language),
        _planned_resources(resources.values(), of_resources, shut_resources, language),
        tuple(unplaced),
    )


_Uses = Mapping[int, Sequence[PlannedUse]]
_Closings = Mapping[int, Sequence[PlannedClosing]]


class _Held(NamedTuple):
    """An event as far as it binds anything."""

    id: int
    starts_at: datetime
    ends_at: datetime
    venue_id: int | None
    set_up: int | None
    clear_down: int | None


def _event_rows(session: Session, told: Sequence[_Held], language: str) -> dict[int, EventRow]:
    """The events, read with as few statements however many there are."""
    if not told:
        return {}
    wanted = {event.id for event in told}
    starts = min(event.starts_at for event in told)
    ends = max(event.ends_at for event in told)
    rows = event_rows_between(session, starts, ends, language)
    return {row.id: row for row in rows if row.id in wanted}


def _uses(
    events: Iterable[_Held],
    resources: Mapping[int, Resource],
    lent: Iterable[ResourceBooking],
    since: datetime,
    until: datetime,
) -> tuple[_Uses, Sequence[PlannedUse], _Uses]:
    """What binds each room, what has no room, and what binds each resource, within the time."""
    bookings: dict[int, list[ResourceBooking]] = defaultdict(list)
    for booking in lent:
        bookings[booking.event_id].append(booking)
    rooms: dict[int, list[PlannedUse]] = defaultdict(list)
    unplaced: list[PlannedUse] = []
    of_resources: dict[int, list[PlannedUse]] = defaultdict(list)
    for event in events:
        use = _use(event, event.set_up or 0, event.clear_down or 0)
        if use.bound_from < until and use.bound_until > since:
            (unplaced if event.venue_id is None else rooms[event.venue_id]).append(use)
        for booking in bookings[event.id]:
            resource = resources[booking.resource_id]
            minutes = (resource.set_up_minutes, resource.clear_down_minutes)
            use = _use(event, *minutes, notes=booking.notes)
            if use.bound_from < until and use.bound_until > since:
                of_resources[resource.id].append(use)
    return rooms, unplaced, of_resources


def _use(event: _Held, before: int, after: int, notes: str = "") -> PlannedUse:
    return PlannedUse(
        event.id,
        event.starts_at - timedelta(minutes=before),
        event.ends_at + timedelta(minutes=after),
        notes,
    )


def _closings(session: Session, since: datetime, until: datetime) -> tuple[_Closings, _Closings]:
    """The closed times of rooms and of resources."""
    rooms: dict[int, list[PlannedClosing]] = defaultdict(list)
    resources: dict[int, list[PlannedClosing]] = defaultdict(list)
    for row in session.exec(_CLOSED, params={"since": since, "until": until}):
        closing = PlannedClosing(row.id, row.starts_at, row.ends_at, row.reason)
        if row.venue_id is not None:
            rooms[row.venue_id].append(closing)
        if row.resource_id is not None:
            resources[row.resource_id].append(closing)
    return rooms, resources


def _planned_venues(
    venues: Iterable[Sequence[Any]],
    layouts: Iterable[Sequence[Any]],
    uses: _Uses,
    closings: _Closings,
    language: str,
) -> tuple[PlannedVenue, ...]:
    furnished: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
    for venue_id, layout_id, names, seats in layouts:
        furnished[venue_id].append((layout_id, text_in(names, language), seats))
    rows = [
        PlannedVenue(
            id=venue_id,
            name=text_in(names, language),
            building=text_in(buildings, language),
            city=city,
            zone=zone,
            seats=max((seats for _id, _name, seats in furnished[venue_id]), default=0),
            layouts=tuple(furnished[venue_id]),
            shared=shared,
            opening_hours=_hours(hours),
            uses=tuple(uses.get(venue_id, ())),
            closings=tuple(closings.get(venue_id, ())),
        )
        for venue_id, names, buildings, city, zone, shared, hours in venues
    ]
    return tuple(sorted(rows, key=lambda row: (_folded(row.name), row.id)))


@lru_cache(maxsize=2048)
def _folded(name: str) -> str:
    """A name as it is put in order; the same few are asked for at every step."""
    return fold(name)


def _hours(noted: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    return {day: (str(hours[0]), str(hours[1])) for day, hours in noted.items()}


def _planned_resources(
    resources: Iterable[Resource], uses: _Uses, closings: _Closings, language: str
) -> tuple[PlannedResource, ...]:
    rows = [
        PlannedResource(
            id=row.id,
            kind=row.kind,
            name=text_in(row.name, language),
            owner=row.owner,
            city=row.city,
            seats=row.seats,
            languages=tuple(row.languages),
            uses=tuple(uses.get(row.id, ())),
            closings=tuple(closings.get(row.id, ())),
        )
        for row in resources
    ]
    return tuple(sorted(rows, key=lambda row: (_KINDS.index(row.kind), _folded(row.name), row.id)))


def lend_instead(desk: Desk, event_id: int, resource_id: int, *, instead_of: int | None) -> None:
    """Lend a resource to an event, and take back the one it had instead, as one step.

    Raises UserError when the event or the resource is not there any more.
    """
    with desk.work(_("Lend to an event")):
        if instead_of is not None and instead_of != resource_id:
            return_resource(desk, event_id, instead_of)
        lend_resource(desk, event_id, resource_id)
