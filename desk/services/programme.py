"""What people do with events."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import uuid4

from sqlmodel import Session, col, or_, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import EventKind, Role, Side, Status
from desk.model.errors import UserError
from desk.model.rows.events import EventRow
from desk.model.tables import DelegationMember, Event, Participation, Visit
from desk.services.assembly.events import event_rows, event_rows_between
from desk.services.confirming import confirm_or_refuse
from desk.services.desk import Desk
from desk.services.edits import localised, new_row, row_for_change, set_fields
from desk.services.happening import HAPPENING, between
from desk.services.numbers import event_by_reference, next_number
from desk.services.resources import copy_bookings, lend
from desk.services.rundown import copy_rows
from desk.services.scheduling import (
    check_venue,
    day_begins,
    drop_event,
    refuse_when_invited,
    settle,
    shift_event,
)
from desk.store.unit_of_work import WorkSession


def events_of_visit(desk: Desk, visit_id: int, *, language: str | None = None) -> list[EventRow]:
    """The programme of a visit in order of time."""
    with desk.read() as session:
        events = session.exec(
            select(Event)
            .where(Event.visit_id == visit_id)
            .order_by(col(Event.starts_at), col(Event.id))
        ).all()
        return event_rows(session, events, language or current_language())


def events_between(desk: Desk, first: date, last: date) -> list[EventRow]:
    """Events that touch these days at the office, both included, in order of time."""
    with desk.read() as session:
        starts = day_begins(first, desk.zone)
        ends = day_begins(last + timedelta(days=1), desk.zone)
        return event_rows_between(session, starts, ends, current_language())


def overlapping(session: Session, starts_at: datetime, ends_at: datetime) -> Sequence[Event]:
    """Events that overlap the half-open time between two aware moments, in order of time."""
    return session.exec(
        select(Event).where(HAPPENING).order_by(col(Event.starts_at), col(Event.id)),
        params=between(starts_at, ends_at),
    ).all()


def next_events(desk: Desk, *, limit: int = 8) -> list[EventRow]:
    """What begins from now on, cancelled events left out."""
    with desk.read() as session:
        events = session.exec(
            select(Event)
            .where(
                col(Event.long).in_((False, True)),
                Event.starts_at >= desk.now(),
                col(Event.status).notin_((Status.CANCELLED, Status.POSTPONED)),
            )
            .order_by(col(Event.starts_at), col(Event.id))
            .limit(limit)
        ).all()
        return event_rows(session, events, current_language())


def events_of_person(desk: Desk, person_id: int, *, limit: int = 100) -> list[EventRow]:
    """Where a person took or takes part, the latest first; also instead of somebody."""
    taking_part = select(Participation.event_id).where(
        or_(
            col(Participation.person_id) == person_id,
            col(Participation.represented_by_id) == person_id,
        )
    )
    with desk.read() as session:
        events = session.exec(
            select(Event)
            .where(col(Event.id).in_(taking_part))
            .order_by(col(Event.starts_at).desc(), col(Event.id).desc())
            .limit(limit)
        ).all()
        return event_rows(session, events, current_language())


def events_of_venue(desk: Desk, venue_id: int, *, limit: int = 100) -> list[EventRow]:
    """What is held in a venue from today on, in order of time."""
    with desk.read() as session:
        since = desk.now() - timedelta(days=1)
        events = session.exec(
            select(Event)
            .where(
                Event.venue_id == venue_id,
                col(Event.long).in_((False, True)),
                Event.starts_at >= since,
            )
            .order_by(col(Event.starts_at))
            .limit(limit)
        ).all()
        return event_rows(session, events, current_language())


def get_event(desk: Desk, event_id: int, *, language: str | None = None) -> EventRow | None:
    """One event, or None when it was deleted."""
    with desk.read() as session:
        event = session.get(Event, event_id)
        if event is None:
            return None
        return event_rows(session, [event], language or current_language())[0]


def find_event(desk: Desk, reference: str) -> EventRow:
    """The event of that reference. Raises NotThere."""
    with desk.read() as session:
        return event_rows(session, [event_by_reference(session, reference)], current_language())[0]


def create_event(
    desk: Desk,
    *,
    title: str | Mapping[str, str],
    starts: datetime,
    ends: datetime,
    visit_id: int | None = None,
    zone: str | None = None,
    kind: EventKind = EventKind.MEETING,
    status: Status = Status.TENTATIVE,
    venue_id: int | None = None,
    layout_id: int | None = None,
    place: str = "",
    hosts: Sequence[int] = (),
    resources: Sequence[int] = (),
    with_delegation: bool = True,
    description: str | Mapping[str, str] = "",
    dress: str | Mapping[str, str] = "",
    notes: str = "",
    starts_fold: int = 0,
    ends_fold: int = 0,
    override: str = "",
) -> int:
    """Plan an event between two wall times; its id.

    The visit's whole delegation takes part unless `with_delegation` is off; `hosts` are people,
    the first one leads; `resources` are lent to it. Raises UserError: no title, an end not after
    its start, a skipped time; and Blocked when it is to be confirmed and cannot be held, unless
    `override` says why.
    """
    with desk.work(_("New event")) as session:
        visit: Visit | None = row_for_change(session, Visit, visit_id) if visit_id else None
        series = f"event/{visit.id}" if visit else "event"
        event = Event(
            **new_row(
                Event,
                {
                    "visit_id": visit_id,
                    "number": next_number(session, series),
                    "title": localised(title),
                    "kind": kind,
                    "status": status,
                    "starts": starts,
                    "ends": ends,
                    "starts_fold": starts_fold,
                    "ends_fold": ends_fold,
                    "zone": zone or (visit.zone if visit else desk.zone),
                    "venue_id": venue_id,
                    "layout_id": layout_id,
                    "place": place,
                    "dress": localised(dress),
                    "description": localised(description),
                    "notes": notes,
                    "uid": str(uuid4()),
                },
            )
        )
        settle(event)
        check_venue(session, event)
        session.keep(event)
        hosting = list(dict.fromkeys(hosts))
        if visit and with_delegation:
            _invite_delegation(session, event, visit.id, but=hosting)
        for position, person_id in enumerate(hosting):
            session.keep(
                Participation(
                    event_id=event.id,
                    person_id=person_id,
                    side=Side.HOST,
                    role=Role.MEMBER if position else Role.HEAD,
                    position=position,
                )
            )
        for resource_id in resources:
            lend(session, event.id, resource_id)
        if event.status is Status.CONFIRMED:
            confirm_or_refuse(session, event, override=override, who=desk.who)
        return event.id


def update_event(
    desk: Desk,
    event_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change fields of an event; `seen` as in `edits.set_fields`. Raises UserError.

    Raises Blocked, as `set_event_status` does, when that confirms what cannot be held.
    """
    with desk.work(_("Change event")) as session:
        event = row_for_change(session, Event, event_id)
        was_firm = event.status.is_firm
        if set_fields(event, changes, seen):
            settle(event)
            check_venue(session, event)
            session.add(event)
            if event.status is Status.CONFIRMED and not was_firm:
                confirm_or_refuse(session, event, override="", who=desk.who)


def move_event(
    desk: Desk,
    event_id: int,
    *,
    starts: datetime,
    ends: datetime | None = None,
    venue_id: int | None = None,
) -> None:
    """Move an event to another wall time, keeping its length unless an end is given."""
    with desk.work(_("Move event")) as session:
        event = row_for_change(session, Event, event_id)
        ends = ends or starts + (event.ends - event.starts)
        # Only a time that is another one may lie in another pass of an hour that occurs twice.
        if starts != event.starts:
            event.starts, event.starts_fold = starts, 0
        if ends != event.ends:
            event.ends, event.ends_fold = ends, 0
        if venue_id is not None:
            event.venue_id = venue_id
        settle(event)
        check_venue(session, event)
        session.add(event)


def set_event_status(
    desk: Desk, event_id: int, status: Status, *, reason: str = "", override: str = ""
) -> None:
    """Confirm, cancel, postpone …. Raises UserError when a cancellation has no reason.

    Raises Blocked when it is to be confirmed and cannot be held, unless `override` says why it
    stays so: that is recorded beside what was found.
    """
    if status in (Status.CANCELLED, Status.POSTPONED) and not reason.strip():
        raise UserError(_("Say why, so that everybody can answer the question."), field="reason")
    with desk.work(_("Status of the event")) as session:
        event = row_for_change(session, Event, event_id)
        was_firm = event.status.is_firm
        event.status, event.status_reason = status, reason.strip()
        session.add(event)
        if status is Status.CONFIRMED and not was_firm:
            confirm_or_refuse(session, event, override=override, who=desk.who)


def duplicate_event(desk: Desk, event_id: int, *, by: timedelta = timedelta(days=1)) -> int:
    """A tentative copy of an event with its people, later by that much; its id."""
    with desk.work(_("Duplicate event")) as session:
        event = row_for_change(session, Event, event_id)
        kept = event.model_dump(exclude={"id", "number", "uid", "status", "status_reason"})
        series = f"event/{event.visit_id}" if event.visit_id else "event"
        copy = Event(**kept, number=next_number(session, series), uid=str(uuid4()))
        copy.status = Status.TENTATIVE
        shift_event(copy, by)
        session.keep(copy)
        for row in session.exec(select(Participation).where(Participation.event_id == event_id)):
            session.keep(
                Participation(
                    event_id=copy.id,
                    person_id=row.person_id,
                    member_id=row.member_id,
                    side=row.side,
                    role=row.role,
                    position=row.position,
                )
            )
        copy_bookings(session, event_id, copy.id)
        copy_rows(session, event_id, copy.id)
        return copy.id


def delete_event(desk: Desk, event_id: int) -> None:
    """Delete an event; it can be restored. Raises UserError while guests hold invitations."""
    with desk.work(_("Delete event")) as session:
        event = row_for_change(session, Event, event_id)
        refuse_when_invited(session, [event_id])
        drop_event(session, event)


def _invite_delegation(
    session: WorkSession, event: Event, visit_id: int, *, but: Sequence[int]
) -> None:
    members = session.exec(
        select(DelegationMember)
        .where(DelegationMember.visit_id == visit_id, DelegationMember.side == Side.GUEST)
        .order_by(col(DelegationMember.position), col(DelegationMember.id))
    ).all()
    for member in members:
        if member.person_id not in but:
            session.keep(participation_of(event, member))


def participation_of(event: Event, member: DelegationMember) -> Participation:
    """A member of the delegation taking part in an event, in the delegation's order."""
    return Participation(
        event_id=event.id,
        person_id=member.person_id,
        member_id=member.id if member.person_id is None else None,
        side=member.side,
        role=member.role,
        position=member.position,
    )
