"""Who comes with a visit: named people and unnamed groups, guests and hosts."""

from collections.abc import Mapping, Sequence

from sqlmodel import col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import EventKind, Role, Side, Status
from desk.model.errors import UserError
from desk.model.rows.visits import HeadCount, MemberRow
from desk.model.tables import (
    DelegationMember,
    Event,
    Participation,
    Person,
    PrecedenceDecision,
    Visit,
)
from desk.services.assembly.visits import member_rows
from desk.services.desk import Desk
from desk.services.edits import localised, new_row, row_for_change, set_fields
from desk.services.programme import participation_of
from desk.store.unit_of_work import WorkSession


def list_members(desk: Desk, visit_id: int, *, language: str | None = None) -> list[MemberRow]:
    """The delegation, guests before hosts, with the offices held on the visit's first day."""
    with desk.read() as session:
        visit = session.get(Visit, visit_id)
        if visit is None:
            return []
        return member_rows(
            session, [visit_id], on=visit.first_day, language=language or current_language()
        )


def get_member(desk: Desk, member_id: int) -> MemberRow | None:
    """One line of a delegation, or None when it was removed."""
    with desk.read() as session:
        member = session.get(DelegationMember, member_id)
        if member is None:
            return None
        visit = session.get_one(Visit, member.visit_id)
        rows = member_rows(session, [visit.id], on=visit.first_day, language=current_language())
    return next(row for row in rows if row.id == member_id)


def count_heads(members: Sequence[MemberRow]) -> HeadCount:
    """The guests' heads by kind."""
    guests = [member for member in members if member.side is Side.GUEST]
    special = {Role.PRESS, Role.INTERPRETER, Role.DRIVER}

    def heads(role: Role) -> int:
        return sum(m.headcount or (0 if m.is_group else 1) for m in guests if m.role is role)

    plain = [member for member in guests if member.role not in special]
    return HeadCount(
        named=sum(not member.is_group for member in plain),
        unnamed=sum(member.headcount or 0 for member in plain if member.is_group),
        groups_unknown=sum(m.is_group and m.headcount is None for m in guests),
        press=heads(Role.PRESS),
        interpreters=heads(Role.INTERPRETER),
        drivers=heads(Role.DRIVER),
    )


def add_member(
    desk: Desk,
    visit_id: int,
    *,
    person_id: int,
    side: Side = Side.GUEST,
    role: Role = Role.MEMBER,
    country: str = "",
    notes: str = "",
) -> int:
    """Add a person to the delegation, and a guest to its events that are still to come.

    Raises UserError when the person is in it already or a second head is named.
    """
    with desk.work(_("Add to the delegation")) as session:
        visit = row_for_change(session, Visit, visit_id)
        person = row_for_change(session, Person, person_id)
        members = _members(session, visit_id)
        if any(member.person_id == person_id for member in members):
            raise UserError(
                _("{name} is in the delegation already.").format(name=person.full_name),
                field="person_id",
            )
        _one_head(members, side, role)
        member = DelegationMember(
            **new_row(
                DelegationMember,
                {
                    "visit_id": visit.id,
                    "person_id": person_id,
                    "side": side,
                    "role": role,
                    "position": _next_position(members, side),
                    "country": country,
                    "notes": notes,
                },
            )
        )
        session.keep(member)
        join_events(desk, session, visit_id, [member])
        return member.id


def add_group(
    desk: Desk,
    visit_id: int,
    *,
    name: str | Mapping[str, str],
    headcount: int | None = None,
    side: Side = Side.GUEST,
    role: Role = Role.UNOFFICIAL,
    country: str = "",
    notes: str = "",
) -> int:
    """Add an unnamed group; `headcount` is None while nobody knows. Raises UserError."""
    words = localised(name)
    if not words:
        raise UserError(_("A group needs a name."), field="name")
    with desk.work(_("Add to the delegation")) as session:
        visit = row_for_change(session, Visit, visit_id)
        members = _members(session, visit_id)
        _one_head(members, side, role)
        member = DelegationMember(
            **new_row(
                DelegationMember,
                {
                    "visit_id": visit.id,
                    "group_name": words,
                    "headcount": headcount,
                    "side": side,
                    "role": role,
                    "position": _next_position(members, side),
                    "country": country,
                    "notes": notes,
                },
            )
        )
        _judge(member)
        session.keep(member)
        join_events(desk, session, visit_id, [member])
        return member.id


def update_member(
    desk: Desk,
    member_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change a line of the delegation; its role and order follow into its events."""
    with desk.work(_("Change delegation")) as session:
        member = row_for_change(session, DelegationMember, member_id)
        was = member.side
        if not set_fields(member, changes, seen):
            return
        _judge(member)
        others = [row for row in _members(session, member.visit_id) if row.id != member_id]
        _one_head(others, member.side, member.role)
        session.keep(member)
        _follow_into_events(session, member, was)


def move_member(desk: Desk, member_id: int, *, up: bool) -> None:
    """Change places with the neighbour above or below on the same side."""
    with desk.work(_("Order of the delegation")) as session:
        member = row_for_change(session, DelegationMember, member_id)
        side = [m for m in _members(session, member.visit_id) if m.side is member.side]
        here = side.index(member)
        there = here - 1 if up else here + 1
        if not 0 <= there < len(side):
            return
        side[here], side[there] = side[there], side[here]
        for position, row in enumerate(side):
            if row.position != position:
                row.position = position
                session.keep(row)
                _follow_into_events(session, row, row.side)


def remove_member(desk: Desk, member_id: int) -> None:
    """Take a line out of the delegation and out of its events."""
    with desk.work(_("Remove from the delegation")) as session:
        member = row_for_change(session, DelegationMember, member_id)
        for row in _participations(session, member):
            session.drop(row)
        for decision in session.exec(
            select(PrecedenceDecision).where(PrecedenceDecision.member_id == member_id)
        ).all():
            session.drop(decision)
        session.drop(member)


def _members(session: WorkSession, visit_id: int) -> Sequence[DelegationMember]:
    return session.exec(
        select(DelegationMember)
        .where(DelegationMember.visit_id == visit_id)
        .order_by(col(DelegationMember.position), col(DelegationMember.id))
    ).all()


def _next_position(members: Sequence[DelegationMember], side: Side) -> int:
    return max((m.position for m in members if m.side is side), default=-1) + 1


def _judge(member: DelegationMember) -> None:
    if member.person_id is None and not member.group_name:
        raise UserError(_("A group needs a name."), field="group_name")
    if member.headcount is not None and member.headcount < 1:
        raise UserError(_("A group has at least one person."), field="headcount")


def _one_head(members: Sequence[DelegationMember], side: Side, role: Role) -> None:
    if role is Role.HEAD and any(m.side is side and m.role is Role.HEAD for m in members):
        raise UserError(
            _("This side has a head already; make that person a member first."), field="role"
        )


def join_events(
    desk: Desk, session: WorkSession, visit_id: int, added: Sequence[DelegationMember]
) -> None:
    """Let guests who were added take part in the events to come that are held for the delegation."""
    guests = [member for member in added if member.side is Side.GUEST]
    if not guests:
        return
    ids = {member.id for member in guests}
    others = [
        row for row in _members(session, visit_id) if row.side is Side.GUEST and row.id not in ids
    ]
    taking_part = session.exec(
        select(Participation)
        .join(Event, col(Event.id) == col(Participation.event_id))
        .where(Event.visit_id == visit_id)
    ).all()
    with_guests = {row.event_id for row in taking_part if row.side is Side.GUEST}
    there = {(row.event_id, row.person_id, row.member_id) for row in taking_part}
    for event in session.exec(
        select(Event)
        .where(
            Event.visit_id == visit_id,
            Event.ends_at > desk.now(),
            Event.status != Status.CANCELLED,
        )
        .order_by(col(Event.id))
    ).all():
        # An event that the other guests do not take part in is the office's own.
        wanted = event.id in with_guests if others else event.kind is not EventKind.INTERNAL
        if not wanted:
            continue
        joining = [participation_of(event, member) for member in guests]
        session.add_all(
            row for row in joining if (row.event_id, row.person_id, row.member_id) not in there
        )
    session.flush()


def _participations(session: WorkSession, member: DelegationMember) -> Sequence[Participation]:
    of_member = (
        Participation.member_id == member.id
        if member.person_id is None
        else Participation.person_id == member.person_id
    )
    return session.exec(
        select(Participation)
        .join(Event, col(Event.id) == col(Participation.event_id))
        .where(of_member, Event.visit_id == member.visit_id)
    ).all()


def _follow_into_events(session: WorkSession, member: DelegationMember, was: Side) -> None:
    """A guest's role and order are the same in the events; who hosts one is its own matter."""
    for row in _participations(session, member):
        if row.side is not was or Side.GUEST not in (was, member.side):
            continue
        is_guest = member.side is Side.GUEST
        role = member.role if is_guest else Role.MEMBER
        position = member.position if is_guest else row.position
        if (row.side, row.role, row.position) != (member.side, role, position):
            row.side, row.role, row.position = member.side, role, position
            session.keep(row)
