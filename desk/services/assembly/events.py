"""Events with their place, visit and hosts; who takes part in them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import func
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
from desk.services.numbers import event_reference, visit_reference


def event_rows(session: Session, events: Sequence[Event], language: str) -> list[EventRow]:
    """The events in the order given."""
    ids = [event.id for event in events]
    visits = rows_by_id(session, Visit, {e.visit_id for e in events})
    venues = rows_by_id(session, Venue, {e.venue_id for e in events})
    layouts = rows_by_id(session, VenueLayout, {e.layout_id for e in events})
    hosts = _host_names(session, ids)
    counts = dict(
        session.exec(
            select(Participation.event_id, func.count())
            .where(col(Participation.event_id).in_(ids))
            .group_by(col(Participation.event_id))
        ).all()
    )
    rows: list[EventRow] = []
    for event in events:
        visit = visits.get(event.visit_id or 0)
        venue = venues.get(event.venue_id or 0)
        layout = layouts.get(event.layout_id or 0)
        venue_name = text_in(venue.name, language) if venue else ""
        building = text_in(venue.building, language) if venue else ""
        rows.append(
            EventRow(
                id=event.id,
                reference=event_reference(visit, event),
                number=event.number,
                title=text_in(event.title, language),
                titles=event.title,
                kind=event.kind,
                status=event.status,
                status_reason=event.status_reason,
                starts=event.starts,
                ends=event.ends,
                starts_fold=event.starts_fold,
                ends_fold=event.ends_fold,
                zone=event.zone,
                starts_at=event.starts_at,
                ends_at=event.ends_at,
                all_day=event.all_day,
                visit_id=event.visit_id,
                visit_reference=visit_reference(visit.year, visit.number) if visit else "",
                visit_title=text_in(visit.title, language) if visit else "",
                country=visit.country if visit else "",
                guest_zone=guest_zone_of(visit) if visit else "",
                venue_id=event.venue_id,
                venue=venue_name,
                layout_id=event.layout_id,
                layout=text_in(layout.name, language) if layout else "",
                place_words=event.place,
                place=", ".join(part for part in (venue_name, building) if part) or event.place,
                city=venue.city if venue else "",
                dress=text_in(event.dress, language),
                dresses=event.dress,
                description=text_in(event.description, language),
                descriptions=event.description,
                notes=event.notes,
                uid=event.uid,
                hosts=tuple(hosts.get(event.id, ())),
                participants=counts.get(event.id, 0),
            )
        )
    return rows


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


def _host_names(session: Session, event_ids: Sequence[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    for event_id, name in session.exec(
        select(Participation.event_id, Person.full_name)
        .join(Person, col(Participation.person_id) == col(Person.id))
        .where(col(Participation.event_id).in_(event_ids), Participation.side == Side.HOST)
        .order_by(
            col(Participation.role) != Role.HEAD,
            col(Participation.position),
            col(Participation.id),
        )
    ):
        names[event_id].append(name)
    return names
