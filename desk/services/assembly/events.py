"""Events with their place, visit and hosts; who takes part in them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import bindparam, func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from desk.locale.countries import usual_zone
from desk.model.choices import Role, Side
from desk.model.localised import text_in
from desk.model.rows.events import EventRow, ParticipantRow
from desk.model.tables import (
    DelegationMember,
    Event,
    Participation,
    Person,
    Venue,
    VenueLayout,
    Visit,
)
from desk.services.assembly.lookup import rows_by_id
from desk.services.assembly.people import office_on, offices_of
from desk.services.happening import HAPPENING, between
from desk.services.numbers import visit_reference

_NAMES = (
    "id",
    "number",
    "title",
    "kind",
    "status",
    "status_reason",
    "starts",
    "ends",
    "starts_fold",
    "ends_fold",
    "zone",
    "starts_at",
    "ends_at",
    "all_day",
    "visit_id",
    "venue_id",
    "layout_id",
    "place",
    "dress",
    "description",
    "notes",
    "uid",
)
"""The columns of an event that its row is made of, in the order in which `_rows` takes them."""

_TAKE = attrgetter(*_NAMES)
_HAPPENING = (
    select_columns(*(col(getattr(Event, name)) for name in _NAMES))
    .where(HAPPENING)
    .order_by(col(Event.starts_at), col(Event.id))
)


class _TakingPart:
    """The statements for who takes part in some events, made once for a way to name those."""

    def __init__(self, events: Any) -> None:
        of = col(Participation.event_id).in_(events)
        self.counts = (
            select_columns(col(Participation.event_id), func.count())
            .where(of)
            .group_by(col(Participation.event_id))
        )
        self.hosts = (
            select_columns(col(Participation.event_id), col(Person.full_name))
            .join(Person, col(Participation.person_id) == col(Person.id))
            .where(of, col(Participation.side) == Side.HOST)
            .order_by(
                col(Participation.role) != Role.HEAD,
                col(Participation.position),
                col(Participation.id),
            )
        )


_OF_EVENTS = _TakingPart(bindparam("ids", expanding=True))
# Hundreds of ids in a statement cost more than the search for them.
_OF_A_TIME = _TakingPart(select_columns(col(Event.id)).where(HAPPENING))
_NO_VISIT = ("", "", "", "")
_NO_VENUE = ("", "", "")


def event_rows(session: Session, events: Sequence[Event], language: str) -> list[EventRow]:
    """The events in the order given."""
    rows = [_TAKE(event) for event in events]
    return _rows(session, rows, _OF_EVENTS, {"ids": [row[0] for row in rows]}, language)


def event_rows_between(
    session: Session, starts_at: datetime, ends_at: datetime, language: str
) -> list[EventRow]:
    """What overlaps the half-open time between two aware moments, in order of time.

    A month of a busy office is six hundred events, and the next one is a keystroke away: columns
    are read, which takes half as long as objects.
    """
    then = between(starts_at, ends_at)
    rows = session.connection().execute(_HAPPENING, then).all()
    return _rows(session, rows, _OF_A_TIME, then, language)


def _rows(
    session: Session,
    rows: Sequence[Sequence[Any]],
    taking_part: _TakingPart,
    parameters: Mapping[str, Any],
    language: str,
) -> list[EventRow]:
    connection = session.connection()
    hosts: dict[int, list[str]] = {}
    for event_id, name in connection.execute(taking_part.hosts, parameters):
        hosts.setdefault(event_id, []).append(name)
    counts: dict[int, int] = dict(connection.execute(taking_part.counts, parameters).all())
    of_visit = {
        visit.id: (
            visit_reference(visit.year, visit.number),
            text_in(visit.title, language),
            visit.country,
            guest_zone_of(visit),
        )
        for visit in rows_by_id(session, Visit, {row[14] for row in rows}).values()
    }
    of_venue = {
        venue.id: (
            text_in(venue.name, language),
            text_in(venue.building, language),
            venue.city,
        )
        for venue in rows_by_id(session, Venue, {row[15] for row in rows}).values()
    }
    layouts = {
        layout.id: text_in(layout.name, language)
        for layout in rows_by_id(session, VenueLayout, {row[16] for row in rows}).values()
    }
    found: list[EventRow] = []
    for (
        event_id,
        number,
        titles,
        kind,
        status,
        status_reason,
        starts,
        ends,
        starts_fold,
        ends_fold,
        zone,
        starts_at,
        ends_at,
        all_day,
        visit_id,
        venue_id,
        layout_id,
        place,
        dresses,
        descriptions,
        notes,
        uid,
    ) in rows:
        reference, visit_title, country, guest_zone = of_visit.get(visit_id, _NO_VISIT)
        venue, building, city = of_venue.get(venue_id, _NO_VENUE)
        found.append(
            EventRow(
                id=event_id,
                reference=f"{reference or starts.year}/{number}",
                number=number,
                title=text_in(titles, language),
                titles=titles,
                kind=kind,
                status=status,
                status_reason=status_reason,
                starts=starts,
                ends=ends,
                starts_fold=starts_fold,
                ends_fold=ends_fold,
                zone=zone,
                starts_at=starts_at,
                ends_at=ends_at,
                all_day=all_day,
                visit_id=visit_id,
                visit_reference=reference,
                visit_title=visit_title,
                country=country,
                guest_zone=guest_zone,
                venue_id=venue_id,
                venue=venue,
                layout_id=layout_id,
                layout=layouts.get(layout_id, ""),
                place_words=place,
                place=", ".join(part for part in (venue, building) if part) or place,
                city=city,
                dress=text_in(dresses, language),
                dresses=dresses,
                description=text_in(descriptions, language),
                descriptions=descriptions,
                notes=notes,
                uid=uid,
                hosts=tuple(hosts.get(event_id, ())),
                participants=counts.get(event_id, 0),
            )
        )
    return found


def guest_zone_of(visit: Visit) -> str:
    """The guests' own zone: as set on the visit, else the usual one of their country."""
    return visit.guest_zone or usual_zone(visit.country) or ""


def participant_rows(
    session: Session, event_ids: Sequence[int], *, on: date, language: str
) -> dict[int, list[ParticipantRow]]:
    """Who takes part in each event: guests before hosts, each side in its order."""
    found: dict[int, list[ParticipantRow]] = defaultdict(list)
    records = session.exec(
        select(Participation, Person, DelegationMember)
        .join(Person, col(Participation.person_id) == col(Person.id), isouter=True)
        .join(
            DelegationMember, col(Participation.member_id) == col(DelegationMember.id), isouter=True
        )
        .where(col(Participation.event_id).in_(event_ids))
    ).all()
    standing_in = {p.represented_by_id for p, _person, _member in records if p.represented_by_id}
    names = {
        row.id: row.full_name
        for row in session.exec(select(Person).where(col(Person.id).in_(standing_in)))
    }
    offices = offices_of(
        session, {p.person_id for p, _person, _m in records if p.person_id}, language
    )
    for record, person, member in sorted(records, key=lambda r: _in_order(r[0])):
        office = office_on(offices.get(record.person_id or 0, []), on)
        group = text_in(member.group_name, language) if member else ""
        found[record.event_id].append(
            ParticipantRow(
                id=record.id,
                event_id=record.event_id,
                person_id=record.person_id,
                member_id=record.member_id,
                name=person.full_name if person else group,
                office=office.title if office else "",
                organisation=office.organisation if office else "",
                side=record.side,
                role=record.role,
                position=record.position,
                answer=record.answer,
                represented_by_id=record.represented_by_id,
                represented_by=names.get(record.represented_by_id or 0, ""),
                attended=record.attended,
                headcount=member.headcount if member else None,
            )
        )
    return found


def _in_order(record: Participation) -> tuple[bool, bool, int, int]:
    return (record.side is Side.HOST, record.role is not Role.HEAD, record.position, record.id)
