"""Visits with what they consist of, counted; delegations line by line."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from desk.model.choices import FollowUpStatus, Side
from desk.model.localised import text_in
from desk.model.rows.visits import MemberRow, VisitRow
from desk.model.tables import DelegationMember, Event, FollowUp, Person, Venue, Visit
from desk.services.assembly.events import guest_zone_of
from desk.services.assembly.people import office_on, offices_of
from desk.services.numbers import visit_reference

OPEN = (FollowUpStatus.OPEN, FollowUpStatus.UNDER_WAY)


@dataclass(slots=True)
class _Held:
    """What visits consist of, by visit."""

    events: Counter[int | None] = field(default_factory=Counter[int | None])
    cities: dict[int | None, list[str]] = field(default_factory=lambda: defaultdict(list))
    members: dict[tuple[int, Side], int] = field(default_factory=dict[tuple[int, Side], int])
    follow_ups: dict[int | None, int] = field(default_factory=dict[int | None, int])


def _held_by(session: Session, ids: Sequence[int]) -> _Held:
    held = _Held()
    for visit_id, city in session.exec(
        select(Event.visit_id, Venue.city)
        .join(Venue, col(Event.venue_id) == col(Venue.id), isouter=True)
        .where(col(Event.visit_id).in_(ids))
        .order_by(col(Event.starts_at))
    ):
        held.events[visit_id] += 1
        if city and city not in held.cities[visit_id]:
            held.cities[visit_id].append(city)
    for visit_id, side, count in session.exec(
        select(DelegationMember.visit_id, DelegationMember.side, func.count())
        .where(col(DelegationMember.visit_id).in_(ids))
        .group_by(col(DelegationMember.visit_id), col(DelegationMember.side))
    ):
        held.members[visit_id, Side(side)] = count
    held.follow_ups |= session.exec(
        select(FollowUp.visit_id, func.count())
        .where(col(FollowUp.visit_id).in_(ids), col(FollowUp.status).in_(OPEN))
        .group_by(col(FollowUp.visit_id))
    ).all()
    return held


def visit_rows(
    session: Session, visits: Sequence[Visit], language: str, *, counted: bool = True
) -> list[VisitRow]:
    """The visits in the order given; uncounted they say nothing of what they consist of."""
    held = _held_by(session, [visit.id for visit in visits]) if counted else _Held()
    return [
        VisitRow(
            id=visit.id,
            reference=visit_reference(visit.year, visit.number),
            title=text_in(visit.title, language),
            titles=visit.title,
            country=visit.country,
            status=visit.status,
            status_reason=visit.status_reason,
            first_day=visit.first_day,
            last_day=visit.last_day,
            zone=visit.zone,
            guest_zone=guest_zone_of(visit),
            purpose=visit.purpose,
            letter=visit.letter,
            notes=visit.notes,
            kind=visit.kind,
            events=held.events[visit.id],
            guests=held.members.get((visit.id, Side.GUEST), 0),
            hosts=held.members.get((visit.id, Side.HOST), 0),
            follow_ups=held.follow_ups.get(visit.id, 0),
            cities=tuple(held.cities[visit.id]),
        )
        for visit in visits
    ]


def member_rows(
    session: Session, visit_ids: Sequence[int], *, on: date, language: str
) -> list[MemberRow]:
    """Every line of these delegations: guests before hosts, each side in its order."""
    records = session.exec(
        select(DelegationMember, Person)
        .join(Person, col(DelegationMember.person_id) == col(Person.id), isouter=True)
        .where(col(DelegationMember.visit_id).in_(visit_ids))
    ).all()
    offices = offices_of(session, {p.id for _member, p in records if p}, language)
    rows: list[MemberRow] = []
    for member, person in sorted(
        records, key=lambda r: (r[0].visit_id, r[0].side is Side.HOST, r[0].position, r[0].id)
    ):
        office = office_on(offices.get(person.id, []), on) if person else None
        rows.append(
            MemberRow(
                id=member.id,
                visit_id=member.visit_id,
                side=member.side,
                role=member.role,
                position=member.position,
                name=person.full_name if person else text_in(member.group_name, language),
                person_id=member.person_id,
                group_names=member.group_name,
                headcount=member.headcount,
                office=office.title if office else "",
                organisation=office.organisation if office else "",
                country=member.country or (person.country if person else ""),
                has_mailbox=bool(person and person.email),
                notes=member.notes,
            )
        )
    return rows
