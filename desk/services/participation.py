"""Who takes part in an event, what they answered, and who came."""

from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import Answer, Role, Side
from desk.model.errors import UserError
from desk.model.rows.events import ParticipantRow
from desk.model.tables import DelegationMember, Event, Participation, Person
from desk.services.assembly.events import participant_rows
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.programme import participation_of
from desk.store.unit_of_work import WorkSession


def list_participants(
    desk: Desk, event_id: int, *, language: str | None = None
) -> list[ParticipantRow]:
    """Who takes part, guests before hosts, with the offices held on the event's day."""
    with desk.read() as session:
        event = session.get(Event, event_id)
        if event is None:
            return []
        rows = participant_rows(
            session, [event_id], on=event.starts.date(), language=language or current_language()
        )
        return rows.get(event_id, [])


def add_participant(
    desk: Desk, event_id: int, *, person_id: int, side: Side, role: Role = Role.MEMBER
) -> int:
    """Let a person take part. Raises UserError when they do already."""
    with desk.work(_("Add to the event")) as session:
        row_for_change(session, Event, event_id)
        person = row_for_change(session, Person, person_id)
        here = Participation.event_id == event_id
        if session.exec(
            select(Participation.id).where(here, Participation.person_id == person_id).limit(1)
        ).first():
            raise UserError(
                _("{name} takes part already.").format(name=person.full_name), field="person_id"
            )
        last = session.exec(
            select(func.coalesce(func.max(Participation.position), -1)).where(
                here, Participation.side == side
            )
        ).one()
        row = Participation(
            event_id=event_id, person_id=person_id, side=side, role=role, position=last + 1
        )
        return session.keep(row).id


def add_members(desk: Desk, event_id: int, member_ids: Sequence[int]) -> int:
    """Let lines of the delegation take part; how many were new."""
    with desk.work(_("Add to the event")) as session:
        event = row_for_change(session, Event, event_id)
        rows = _rows(session, event_id)
        there = {(row.person_id, row.member_id) for row in rows}
        led = any(row.side is Side.HOST and row.role is Role.HEAD for row in rows)
        added = 0
        for member_id in member_ids:
            row = participation_of(event, row_for_change(session, DelegationMember, member_id))
            if (row.person_id, row.member_id) in there:
                continue
            if row.side is Side.HOST and row.role is Role.HEAD and led:
                row.role = Role.MEMBER
            there.add((row.person_id, row.member_id))
            session.keep(row)
            added += 1
        return added


def remove_participant(desk: Desk, participation_id: int) -> None:
    """Somebody does not take part after all."""
    with desk.work(_("Remove from the event")) as session:
        session.drop(row_for_change(session, Participation, participation_id))


def set_hosts(desk: Desk, event_id: int, person_ids: Sequence[int]) -> None:
    """Who hosts the event, the first one leads; others on the hosts' side are let go.

    A guest who hosts stands on the hosts' side meanwhile, as nobody takes part twice.
    """
    with desk.work(_("Hosts of the event")) as session:
        event = row_for_change(session, Event, event_id)
        current = {
            row.person_id: row
            for row in _rows(session, event_id)
            if row.side is Side.HOST or row.person_id in person_ids
        }
        for person_id, row in current.items():
            if person_id not in person_ids:
                let_go(session, event, row)
        for position, person_id in enumerate(dict.fromkeys(person_ids)):
            role = Role.MEMBER if position else Role.HEAD
            row = current.get(person_id)
            if row is None:
                row = Participation(event_id=event_id, person_id=person_id, side=Side.HOST)
            elif (row.side, row.role, row.position) == (Side.HOST, role, position):
                continue
            row.side, row.role, row.position = Side.HOST, role, position
            session.keep(row)


def set_answer(
    desk: Desk, participation_id: int, answer: Answer, *, represented_by: int | None = None
) -> None:
    """What a guest answered; a represented one names who comes instead. Raises UserError."""
    if answer is Answer.REPRESENTED and represented_by is None:
        raise UserError(_("Say who comes instead."), field="represented_by")
    with desk.work(_("Answer")) as session:
        row = row_for_change(session, Participation, participation_id)
        if represented_by is not None and represented_by == row.person_id:
            raise UserError(
                _("Nobody can come instead of themselves; choose somebody else."),
                field="represented_by",
            )
        row.answer = answer
        row.represented_by_id = represented_by if answer is Answer.REPRESENTED else None
        session.add(row)


def set_attended(
    desk: Desk, participation_id: int, attended: bool | None, *, count: int | None = None
) -> None:
    """Whether they came; `count` for a group; None takes the note back. Raises UserError."""
    if count is not None and count < 0:
        raise UserError(_("Fewer than nobody cannot have come."), field="attended_count")
    with desk.work(_("Attendance")) as session:
        row = row_for_change(session, Participation, participation_id)
        row.attended, row.attended_count = attended, count
        if not attended:
            # Who has not come after all is let in at the door with the time at which they do come.
            row.arrived_at = None
        session.add(row)


def let_go(session: WorkSession, event: Event, row: Participation) -> None:
    """Somebody hosts no more; one of the guests is a guest again."""
    member = session.exec(
        select(DelegationMember).where(
            DelegationMember.visit_id == event.visit_id,
            DelegationMember.side == Side.GUEST,
            col(DelegationMember.person_id) == row.person_id,
        )
    ).first()
    if member is None:
        session.drop(row)
        return
    row.side, row.role, row.position = member.side, member.role, member.position
    session.keep(row)


def _rows(session: WorkSession, event_id: int) -> Sequence[Participation]:
    return session.exec(
        select(Participation)
        .where(Participation.event_id == event_id)
        .order_by(col(Participation.position), col(Participation.id))
    ).all()
