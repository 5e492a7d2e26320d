"""Who is invited to an event, under which mailbox, in which language and zone."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from desk.ical.errors import InvalidAddress
from desk.ical.mailbox import Attendee, Mailbox
from desk.locale.countries import usual_language
from desk.locale.words import DOCUMENT_LANGUAGES, current_language
from desk.model.choices import Answer, Role, Side, Status
from desk.model.localised import text_in
from desk.model.tables import DelegationMember, Event, Participation, Person, Visit
from desk.services.assembly.events import guest_zone_of

_PARTSTAT = {
    Answer.NONE: "NEEDS-ACTION",
    Answer.ACCEPTED: "ACCEPTED",
    Answer.TENTATIVE: "TENTATIVE",
    Answer.DECLINED: "DECLINED",
    Answer.REPRESENTED: "DELEGATED",
}


@dataclass(frozen=True, slots=True)
class Recipient:
    """One mailbox of one event: whose it is, and how they are told.

    Several guests behind one mailbox share one invitation that names them all.
    `mailbox` is empty when there is none, or none that could receive anything.
    """

    event_id: int
    person_id: int | None
    member_id: int | None
    name: str
    mailbox: str
    language: str
    zone: str
    role: Role
    answer: Answer
    country: str = ""

    @property
    def key(self) -> str:
        """The mailbox as calendars compare it."""
        return Mailbox(address=self.mailbox).key if self.mailbox else ""

    def attendee(self, *, answered: bool) -> Attendee:
        """The line of the calendar file; `answered` carries the answer along."""
        answer = _PARTSTAT[self.answer] if answered else "NEEDS-ACTION"
        chair = self.role is Role.HEAD
        return Attendee(
            mailbox=Mailbox(address=self.mailbox, name=self.name),
            role="CHAIR" if chair else "REQ-PARTICIPANT",
            answer=answer,  # type: ignore[arg-type]
            language=self.language,
        )


def recipients(
    session: Session, events: Sequence[Event], *, language: str | None = None
) -> dict[int, list[Recipient]]:
    """The recipients of each event in the order of its participants.

    Who declined for good is still told what changes. `language` overrides everybody's own.
    """
    visits = {
        row.id: row
        for row in session.exec(
            select(Visit).where(col(Visit.id).in_({e.visit_id for e in events if e.visit_id}))
        )
    }
    records = session.exec(
        select(Participation, Person, DelegationMember)
        .join(Person, col(Participation.person_id) == col(Person.id), isouter=True)
        .join(
            DelegationMember, col(Participation.member_id) == col(DelegationMember.id), isouter=True
        )
        .where(col(Participation.event_id).in_([event.id for event in events]))
        .order_by(col(Participation.position), col(Participation.id))
    ).all()
    by_event = {event.id: event for event in events}
    found: dict[int, list[Recipient]] = {event.id: [] for event in events}
    for record, person, member in sorted(records, key=lambda r: r[0].side is Side.HOST):
        visit = visits.get(by_event[record.event_id].visit_id or 0)
        zone = guest_zone_of(visit) if visit and record.side is Side.GUEST else ""
        country = person.country if person else (member.country if member else "")
        own = person.language if person else ""
        chosen = language or (own if own in DOCUMENT_LANGUAGES else usual_language(country))
        found[record.event_id].append(
            Recipient(
                event_id=record.event_id,
                person_id=record.person_id,
                member_id=record.member_id,
                name=person.full_name
                if person
                else text_in(member.group_name if member else {}, current_language()),
                mailbox=_usable(person.email) if person else "",
                language=chosen,
                zone=zone,
                role=record.role if record.side is Side.GUEST else Role.MEMBER,
                answer=record.answer,
                country=country,
            )
        )
    return {event_id: _sharing(rows) for event_id, rows in found.items()}


def _usable(address: str) -> str:
    try:
        Mailbox(address=address)
    except InvalidAddress:
        return ""
    return address


def _sharing(rows: Sequence[Recipient]) -> list[Recipient]:
    """Guests behind one mailbox joined into one recipient."""
    joined: dict[object, Recipient] = {}
    for row in rows:
        key: object = row.key or (row.person_id, row.member_id)
        first = joined.get(key)
        if first is None:
            joined[key] = row
        else:
            joined[key] = Recipient(
                event_id=first.event_id,
                person_id=first.person_id,
                member_id=first.member_id,
                name=f"{first.name}, {row.name}",
                mailbox=first.mailbox,
                language=first.language,
                zone=first.zone,
                role=first.role,
                answer=first.answer,
                country=first.country,
            )
    return list(joined.values())


def is_off(event: Event) -> bool:
    """Whether whoever holds an invitation to it has to be told that it is off."""
    return event.status in (Status.CANCELLED, Status.POSTPONED)
