"""The plan of the house: which room and which resource is bound when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import ResourceKind
from desk.model.columns import INSTANT
from desk.model.localised import text_in
from desk.model.rows.venue_plan import (
    PlannedClosing,
    PlannedResource,
    PlannedUse,
    PlannedVenue,
    VenuePlan,
)
from desk.model.tables import ClosedTime, Event, Resource, ResourceBooking, Venue, VenueLayout
from desk.rules.folding import fold
from desk.services.assembly.events import event_rows
from desk.services.bookings import LONGEST_PREPARATION
from desk.services.desk import Desk
from desk.services.happening import HAPPENING, between
from desk.services.resources import lend_resource, return_resource
from desk.services.scheduling import day_begins

_KINDS = tuple(ResourceKind)

_EVENTS = select(Event).where(HAPPENING).order_by(col(Event.starts_at), col(Event.id))
_VENUES = select(Venue)
_LAYOUTS = select(VenueLayout).order_by(col(VenueLayout.seats), col(VenueLayout.id))
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
        venues = session.exec(_VENUES).all()
        layouts = session.exec(_LAYOUTS).all()
        resources = {row.id: row for row in session.exec(_RESOURCES)}
        wide = between(since - LONGEST_PREPARATION, until + LONGEST_PREPARATION)
        around = session.exec(_EVENTS, params=wide).all()
        ids = [event.id for event in around]
        lent = list(session.exec(_LENT, params={"events": ids})) if resources and ids else []
        rooms, unplaced, of_resources = _uses(around, layouts, resources, lent, since, until)
        told = {use.event_id for uses in (*rooms.values(), unplaced) for use in uses}
        told |= {use.event_id for uses in of_resources.values() for use in uses}
        rows = event_rows(session, [event for event in around if event.id in told], language)
        shut_rooms, shut_resources = _closings(session, since, until)
    return VenuePlan(
        first,
        last,
        desk.zone,
        {row.id: row for row in rows},
        _planned_venues(venues, layouts, rooms, shut_rooms, language),
        _planned_resources(resources.values(), of_resources, shut_resources, language),
        tuple(unplaced),
    )


_Uses = Mapping[int, Sequence[PlannedUse]]
_Closings = Mapping[int, Sequence[PlannedClosing]]


def _uses(
    events: Iterable[Event],
    layouts: Iterable[VenueLayout],
    resources: Mapping[int, Resource],
    lent: Iterable[ResourceBooking],
    since: datetime,
    until: datetime,
) -> tuple[_Uses, Sequence[PlannedUse], _Uses]:
    """What binds each room, what has no room, and what binds each resource, within the time."""
    preparation = {row.id: (row.set_up_minutes, row.clear_down_minutes) for row in layouts}
    bookings: dict[int, list[ResourceBooking]] = defaultdict(list)
    for booking in lent:
        bookings[booking.event_id].append(booking)
    rooms: dict[int, list[PlannedUse]] = defaultdict(list)
    unplaced: list[PlannedUse] = []
    of_resources: dict[int, list[PlannedUse]] = defaultdict(list)
    for event in events:
        use = _use(event, *preparation.get(event.layout_id or 0, (0, 0)))
        if use.bound_from < until and use.bound_until > since:
            (unplaced if event.venue_id is None else rooms[event.venue_id]).append(use)
        for booking in bookings[event.id]:
            resource = resources[booking.resource_id]
            minutes = (resource.set_up_minutes, resource.clear_down_minutes)
            use = _use(event, *minutes, notes=booking.notes)
            if use.bound_from < until and use.bound_until > since:
                of_resources[resource.id].append(use)
    return rooms, unplaced, of_resources


def _use(event: Event, before: int, after: int, notes: str = "") -> PlannedUse:
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
    venues: Iterable[Venue],
    layouts: Iterable[VenueLayout],
    uses: _Uses,
    closings: _Closings,
    language: str,
) -> tuple[PlannedVenue, ...]:
    furnished: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
    for layout in layouts:
        words = (layout.id, text_in(layout.name, language), layout.seats)
        furnished[layout.venue_id].append(words)
    rows = [
        PlannedVenue(
            id=venue.id,
            name=text_in(venue.name, language),
            building=text_in(venue.building, language),
            city=venue.city,
            zone=venue.zone,
            seats=max((seats for _id, _name, seats in furnished[venue.id]), default=0),
            layouts=tuple(furnished[venue.id]),
            shared=venue.shared,
            opening_hours=_hours(venue.opening_hours),
            uses=tuple(uses.get(venue.id, ())),
            closings=tuple(closings.get(venue.id, ())),
        )
        for venue in venues
    ]
    return tuple(sorted(rows, key=lambda row: (fold(row.name), row.id)))


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
    return tuple(sorted(rows, key=lambda row: (_KINDS.index(row.kind), fold(row.name), row.id)))


def lend_instead(desk: Desk, event_id: int, resource_id: int, *, instead_of: int | None) -> None:
    """Lend a resource to an event, and take back the one it had instead, as one step.

    Raises UserError when the event or the resource is not there any more.
    """
    with desk.work(_("Lend to an event")):
        if instead_of is not None and instead_of != resource_id:
            return_resource(desk, event_id, instead_of)
        lend_resource(desk, event_id, resource_id)
