"""A visit once more: its programme on other days, tentative, with its delegation or without."""

from datetime import date, timedelta
from uuid import uuid4

from sqlmodel import col, select

from desk.locale import _
from desk.model.choices import Side, Status
from desk.model.tables import DelegationMember, Event, Participation, Visit
from desk.services import visits
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.numbers import next_number
from desk.services.resources import copy_bookings
from desk.services.rundown import copy_rows
from desk.services.scheduling import shift_event
from desk.store.unit_of_work import WorkSession

_OFF = (Status.CANCELLED, Status.POSTPONED)
_OF_THE_PERSON = ("person_id", "group_name", "headcount", "side", "role", "position", "country")
"""What of a line of the delegation is true another time; rooms, cars and permits are not."""


def duplicate_visit(
    desk: Desk, visit_id: int, *, first_day: date, with_delegation: bool = True
) -> int:
    """A tentative copy of a visit from another day on; its id.

    The programme comes along with rundowns, resources and hosts, what was cancelled stays behind;
    the guests come along with their delegation. Letters, prints, invitations, answers and
    follow-ups belong to the visit that was. Raises UserError.
    """
    with desk.work(_("Duplicate visit")) as session:
        visit = row_for_change(session, Visit, visit_id)
        by = first_day - visit.first_day
        copy_id = visits.create_visit(
            desk,
            title=visit.title,
            first_day=first_day,
            last_day=visit.last_day + by,
            country=visit.country,
            kind=visit.kind,
            zone=visit.zone,
            guest_zone=visit.guest_zone,
            purpose=visit.purpose,
            notes=visit.notes,
        )
        members = _copy_members(session, visit_id, copy_id) if with_delegation else {}
        for event in session.exec(
            select(Event)
            .where(Event.visit_id == visit_id)
            .order_by(col(Event.starts_at), col(Event.id))
        ).all():
            if event.status not in _OFF:
                _copy_event(session, event, copy_id, by, members, guests=with_delegation)
        return copy_id


def _copy_members(session: WorkSession, visit_id: int, copy_id: int) -> dict[int, int]:
    """The delegation once more: the id of a line to that of its copy."""
    copies: dict[int, int] = {}
    for member in session.exec(
        select(DelegationMember)
        .where(DelegationMember.visit_id == visit_id)
        .order_by(col(DelegationMember.position), col(DelegationMember.id))
    ).all():
        values = {name: getattr(member, name) for name in _OF_THE_PERSON}
        copies[member.id] = session.keep(DelegationMember(visit_id=copy_id, **values)).id
    return copies


def _copy_event(
    session: WorkSession,
    event: Event,
    copy_id: int,
    by: timedelta,
    members: dict[int, int],
    *,
    guests: bool,
) -> None:
    kept = event.model_dump(exclude={"id", "visit_id", "number", "uid", "status", "status_reason"})
    number = next_number(session, f"event/{copy_id}")
    copy = Event(**kept, visit_id=copy_id, number=number, uid=str(uuid4()))
    copy.status = Status.TENTATIVE
    shift_event(copy, by)
    session.keep(copy)
    for row in session.exec(
        select(Participation)
        .where(Participation.event_id == event.id)
        .order_by(col(Participation.position), col(Participation.id))
    ).all():
        if row.side is Side.GUEST and not guests:
            continue
        if row.member_id is not None and row.member_id not in members:
            continue
        session.keep(
            Participation(
                event_id=copy.id,
                person_id=row.person_id,
                member_id=members[row.member_id] if row.member_id is not None else None,
                side=row.side,
                role=row.role,
                position=row.position,
            )
        )
    copy_bookings(session, event.id, copy.id)
    copy_rows(session, event.id, copy.id)
