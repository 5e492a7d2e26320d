"""What people do with vehicles, interpreters and equipment."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import ResourceKind, Status
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.events import EventRow
from desk.model.rows.resources import ResourceRow
from desk.model.tables import Event, Person, Resource, ResourceBooking
from desk.rules.folding import fold
from desk.services.assembly.events import event_rows
from desk.services.assembly.lookup import rows_by_id
from desk.services.bookings import LONGEST_PREPARATION
from desk.services.closed_times import drop_closed_times
from desk.services.desk import Desk
from desk.services.edits import localised, new_row, row_for_change, set_fields
from desk.store.unit_of_work import WorkSession

MOST_SEATS = 10_000
_ORDER = {kind: place for place, kind in enumerate(ResourceKind)}


def list_resources(desk: Desk, *, kind: ResourceKind | None = None) -> list[ResourceRow]:
    """Vehicles, then interpreters, then equipment, each by name; how often each is lent from now."""
    with desk.read() as session:
        query = select(Resource)
        if kind is not None:
            query = query.where(Resource.kind == kind)
        upcoming = dict(
            session.exec(
                select(ResourceBooking.resource_id, func.count())
                .join(Event, col(Event.id) == col(ResourceBooking.event_id))
                .where(
                    Event.starts_at >= desk.now(),
                    col(Event.status).notin_((Status.CANCELLED, Status.POSTPONED)),
                )
                .group_by(col(ResourceBooking.resource_id))
            ).all()
        )
        rows = resource_rows(session, session.exec(query).all(), upcoming)
    return sorted(rows, key=lambda row: (_ORDER[row.kind], fold(row.name), row.id))


def get_resource(desk: Desk, resource_id: int) -> ResourceRow | None:
    """One resource, or None when it was deleted."""
    with desk.read() as session:
        row = session.get(Resource, resource_id)
        return resource_rows(session, [row], {})[0] if row else None


def resource_rows(
    session: Session, resources: Sequence[Resource], upcoming: Mapping[int, int]
) -> list[ResourceRow]:
    """The resources in the order given, in the language of the screen."""
    language = current_language()
    people = rows_by_id(session, Person, {row.person_id for row in resources if row.person_id})
    return [
        ResourceRow(
            id=row.id,
            kind=row.kind,
            name=text_in(row.name, language),
            names=row.name,
            person_id=row.person_id,
            person=people[row.person_id].full_name if row.person_id else "",
            seats=row.seats,
            languages=tuple(row.languages),
            owner=row.owner,
            city=row.city,
            contact=row.contact,
            set_up_minutes=row.set_up_minutes,
            clear_down_minutes=row.clear_down_minutes,
            photo=row.photo,
            notes=row.notes,
            upcoming=upcoming.get(row.id, 0),
        )
        for row in resources
    ]


def create_resource(
    desk: Desk,
    *,
    kind: ResourceKind,
    name: str | Mapping[str, str],
    **values: object,
) -> int:
    """Note something that can be lent; its id. `values` are its other columns. Raises UserError."""
    with desk.work(_("New resource")) as session:
        row = Resource(**new_row(Resource, {"kind": kind, "name": localised(name), **values}))
        _judge(session, row)
        return session.keep(row).id


def update_resource(
    desk: Desk,
    resource_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change fields of a resource; `seen` as in `edits.set_fields`. Raises UserError."""
    with desk.work(_("Change resource")) as session:
        row = row_for_change(session, Resource, resource_id)
        if set_fields(row, changes, seen):
            _judge(session, row)
            session.add(row)


def delete_resource(desk: Desk, resource_id: int) -> None:
    """Delete a resource; it can be restored. Raises UserError while it is lent to events."""
    with desk.work(_("Delete resource")) as session:
        row = row_for_change(session, Resource, resource_id)
        if session.exec(
            select(ResourceBooking.id).where(ResourceBooking.resource_id == resource_id).limit(1)
        ).first():
            raise UserError(
                _("{name} is lent to events; take it back there first.").format(
                    name=text_in(row.name, current_language())
                )
            )
        drop_closed_times(session, resource_id=resource_id)
        session.drop(row)


# Lending


def resources_of_event(desk: Desk, event_id: int) -> list[ResourceRow]:
    """What is lent to an event, in the order of the list of resources."""
    with desk.read() as session:
        rows = session.exec(
            select(Resource)
            .join(ResourceBooking, col(ResourceBooking.resource_id) == col(Resource.id))
            .where(ResourceBooking.event_id == event_id)
        ).all()
        found = resource_rows(session, rows, {})
    return sorted(found, key=lambda row: (_ORDER[row.kind], fold(row.name), row.id))


def events_of_resource(desk: Desk, resource_id: int, *, limit: int = 100) -> list[EventRow]:
    """What a resource is lent to from today on, in order of time."""
    with desk.read() as session:
        events = session.exec(
            select(Event)
            .join(ResourceBooking, col(ResourceBooking.event_id) == col(Event.id))
            .where(
                ResourceBooking.resource_id == resource_id,
                Event.ends_at > desk.now() - timedelta(days=1),
            )
            .order_by(col(Event.starts_at), col(Event.id))
            .limit(limit)
        ).all()
        return event_rows(session, events, current_language())


def lend_resource(desk: Desk, event_id: int, resource_id: int, *, notes: str = "") -> int:
    """Lend a resource to an event for as long as that lasts; the id of the booking.

    Lending it twice to the same event changes nothing. A clash is a finding, not a refusal.
    """
    with desk.work(_("Lend to an event")) as session:
        row_for_change(session, Event, event_id)
        return lend(session, event_id, resource_id, notes)


def return_resource(desk: Desk, event_id: int, resource_id: int) -> None:
    """Take a resource back from an event; nothing happens when it was not lent."""
    with desk.work(_("Take back from an event")) as session:
        for row in _bookings(session, event_id):
            if row.resource_id == resource_id:
                session.drop(row)


def set_resources(desk: Desk, event_id: int, resource_ids: Iterable[int]) -> None:
    """Lend exactly these to an event, taking back what else was lent."""
    wanted = list(dict.fromkeys(resource_ids))
    with desk.work(_("Lent to the event")) as session:
        row_for_change(session, Event, event_id)
        for row in _bookings(session, event_id):
            if row.resource_id not in wanted:
                session.drop(row)
        for resource_id in wanted:
            lend(session, event_id, resource_id)


def lend(session: WorkSession, event_id: int, resource_id: int, notes: str = "") -> int:
    """Lend within a unit of work; the id of the booking, the old one when it is lent already."""
    row_for_change(session, Resource, resource_id)
    for row in _bookings(session, event_id):
        if row.resource_id == resource_id:
            return row.id
    booking = ResourceBooking(event_id=event_id, resource_id=resource_id, notes=notes.strip())
    return session.keep(booking).id


def copy_bookings(session: WorkSession, from_event_id: int, to_event_id: int) -> None:
    """Lend to a copy of an event what the event itself has."""
    for row in _bookings(session, from_event_id):
        lend(session, to_event_id, row.resource_id, row.notes)


def _bookings(session: Session, event_id: int) -> Sequence[ResourceBooking]:
    return session.exec(
        select(ResourceBooking)
        .where(ResourceBooking.event_id == event_id)
        .order_by(col(ResourceBooking.id))
    ).all()


def _judge(session: Session, row: Resource) -> None:
    if not row.name:
        raise UserError(_("A resource needs a name."), field="name")
    longest = LONGEST_PREPARATION // timedelta(minutes=1)
    for field, most in (
        ("seats", MOST_SEATS),
        ("set_up_minutes", longest),
        ("clear_down_minutes", longest),
    ):
        if not 0 <= getattr(row, field) <= most:
            raise UserError(_("Give a number from 0 to {most}.").format(most=most), field=field)
    # Asked without writing first: a person that is not there would break the reference.
    with session.no_autoflush:
        gone = row.person_id is not None and session.get(Person, row.person_id) is None
    if gone:
        raise UserError(_("This person is not there any more."), field="person_id")
    row.languages = list(dict.fromkeys(code.lower() for code in row.languages if code))
