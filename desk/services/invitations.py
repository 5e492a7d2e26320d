"""What guests hold and should hold, and writing the files that bring them up to date."""

from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from anyascii import anyascii
from sqlmodel import Session, col, select

from desk.ical.cancel import cancel_file
from desk.ical.digest import content_hash, facts, schedule_digest
from desk.ical.errors import InvalidAddress
from desk.ical.event import CalendarEvent
from desk.ical.mailbox import Attendee, Mailbox
from desk.ical.request import request_file
from desk.locale import _
from desk.locale.words import current_language
from desk.model.changes import StepKind
from desk.model.choices import Answer, Role, Status
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.progress import Progress
from desk.model.rows.invitations import InvitationRow, InvitationState, WrittenFile
from desk.model.tables import Event, Invitation, Visit
from desk.services.calendar_events import calendar_events
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.field_names import field_name
from desk.services.files import WholeFiles
from desk.services.numbers import event_reference, visit_reference
from desk.services.published_programme import programme_file
from desk.services.recipients import Recipient, is_off, recipients
from desk.services.settings import settings_in

_FACT_NAMES = {
    "starts": "starts",
    "ends": "ends",
    "zone": "zone",
    "location": "place",
    "title": "title",
    "description": "description",
    "status": "status",
    "language": "language",
}


@dataclass(frozen=True, slots=True)
class _Due:
    """One mailbox of one event: what it holds (the ledger's row) and what it should hold."""

    event: Event
    reference: str
    recipient: Recipient
    held: Invitation | None
    told: CalendarEvent
    """The event in the recipient's language, in the version it has now."""
    state: InvitationState
    content: Mapping[str, Any]
    content_digest: str
    schedule: str


def plan(
    desk: Desk,
    *,
    visit_id: int | None = None,
    event_id: int | None = None,
    language: str | None = None,
) -> list[InvitationRow]:
    """Where every guest's invitation stands, event by event in order of time."""
    with desk.read() as session:
        rows: list[InvitationRow] = []
        for due in _due(session, _events(session, visit_id, event_id), language):
            held = due.held
            rows.append(
                InvitationRow(
                    event_id=due.event.id,
                    event_reference=due.reference,
                    event_title=text_in(due.event.title, current_language()),
                    person_id=due.recipient.person_id,
                    member_id=due.recipient.member_id,
                    name=due.recipient.name,
                    mailbox=due.recipient.mailbox,
                    language=due.recipient.language,
                    zone=due.recipient.zone,
                    state=due.state,
                    sequence=held.sequence if held else None,
                    written_at=held.written_at if held else None,
                    answer=due.recipient.answer,
                    differences=_differences(due),
                )
            )
        return rows


def export(
    desk: Desk,
    folder: Path,
    *,
    visit_id: int | None = None,
    event_id: int | None = None,
    language: str | None = None,
    only_needed: bool = False,
    with_programme: bool = False,
) -> Generator[Progress, None, list[WrittenFile]]:
    """Write one .ics for every recipient and note in the ledger what each now holds.

    Writing and noting is one transaction: a cancelled or failed export leaves neither files nor
    notes. What a guest holds already is written again byte for byte. `only_needed` leaves those
    out; `with_programme` adds the whole visit as one file to look at. Raises UserError.
    """
    with (
        WholeFiles(folder) as files,
        desk.work(_("Export invitations"), kind=StepKind.RECORD) as session,
    ):
        events = _events(session, visit_id, event_id)
        invited = _due(session, events, language)
        reached = [row for row in invited if row.state is not InvitationState.NO_MAILBOX]
        due = [
            row for row in reached if not only_needed or row.state is not InvitationState.CURRENT
        ]
        if not reached and not with_programme:
            raise UserError(_("There is nobody to invite: no guest has a mailbox."))
        if not due and not with_programme:
            raise UserError(_("Everybody holds the latest invitation already."))
        organiser = organiser_of(session)
        written: list[WrittenFile] = []
        for done, row in enumerate(due):
            yield Progress(done, len(due), row.recipient.name)
            invitation, data = _produce(row, organiser, desk.now())
            session.keep(invitation)
            name = files.write(
                f"{row.reference.replace('/', '-')}_{_slug(row.recipient.name)}"
                f"_{row.recipient.language}.ics",
                data,
            )
            written.append(
                WrittenFile(name, row.recipient.name, row.reference, row.recipient.language)
            )
        if with_programme and visit_id is not None:
            chosen = language or current_language()
            visit = row_for_change(session, Visit, visit_id)
            data = programme_file(session, visit, events, organiser, chosen, desk.now())
            if data is not None:
                reference = visit_reference(visit.year, visit.number)
                name = files.write(f"{reference}_programme_{chosen}.ics", data)
                written.append(WrittenFile(name, "", reference, chosen))
        if not written:
            raise UserError(_("There is nothing in the programme yet."))
        yield Progress(len(due), len(due), "")
        files.keep()
    return written


def export_programme(
    desk: Desk, path: Path, *, visit_id: int, language: str | None = None
) -> WrittenFile:
    """Write the whole programme as one file to look at; nobody is invited by it. UserError."""
    chosen = language or current_language()
    with desk.read() as session, WholeFiles(path.parent) as files:
        visit = session.get(Visit, visit_id)
        organiser = organiser_of(session)
        events = _events(session, visit_id, None)
        data = visit and programme_file(session, visit, events, organiser, chosen, desk.now())
        if not visit or not data:
            raise UserError(_("There is nothing in the programme yet."))
        name = files.write(path.name, data)
        files.keep()
        return WrittenFile(name, "", visit_reference(visit.year, visit.number), chosen)


def organiser_of(session: Session) -> Mailbox:
    """The office's mailbox, which answers come to. Raises UserError when it is none."""
    office = settings_in(session)
    try:
        return Mailbox(address=office.organiser_mailbox, name=office.organiser_name)
    except InvalidAddress as error:
        raise UserError(
            _(
                "The office's mailbox {address} is no e-mail address; mend it in the settings."
            ).format(address=office.organiser_mailbox)
        ) from error


def _events(session: Session, visit_id: int | None, event_id: int | None) -> list[Event]:
    query = select(Event).order_by(col(Event.starts_at), col(Event.id))
    if event_id is not None:
        query = query.where(Event.id == event_id)
    elif visit_id is not None:
        query = query.where(Event.visit_id == visit_id)
    return list(session.exec(query))


def _due(session: Session, events: Sequence[Event], language: str | None) -> list[_Due]:
    """Every mailbox of these events with what it holds and should hold."""
    visits = {
        row.id: row
        for row in session.exec(
            select(Visit).where(col(Visit.id).in_({e.visit_id for e in events if e.visit_id}))
        )
    }
    ledger: dict[int, dict[str, Invitation]] = {event.id: {} for event in events}
    for held in session.exec(select(Invitation).where(col(Invitation.event_id).in_(ledger))):
        ledger[held.event_id][Mailbox(address=held.mailbox).key] = held
    told: dict[str, dict[int, CalendarEvent]] = {}
    organiser = organiser_of(session)
    found: list[_Due] = []
    invited = recipients(session, events, language=language)
    for event in events:
        held_here = ledger[event.id]
        rows = list(invited[event.id]) if event.status is not Status.IDEA else []
        here = {row.key for row in rows if row.key}
        rows += [
            _former(held)
            for key, held in held_here.items()
            if key not in here and held.method == "REQUEST"
        ]
        for recipient in rows:
            in_language = told.setdefault(recipient.language, {})
            if event.id not in in_language:
                in_language |= calendar_events(session, events, recipient.language)
            version = _version(in_language[event.id], held_here.values())
            held = held_here.get(recipient.key)
            off = is_off(event) or (bool(recipient.key) and recipient.key not in here)
            if off and (held is None or held.method != "REQUEST"):
                continue
            found.append(
                _judged(
                    event,
                    event_reference(visits.get(event.visit_id or 0), event),
                    recipient,
                    held,
                    version,
                    organiser,
                    off=off,
                )
            )
    return found


def _judged(
    event: Event,
    reference: str,
    recipient: Recipient,
    held: Invitation | None,
    told: CalendarEvent,
    organiser: Mailbox,
    *,
    off: bool,
) -> _Due:
    content: Mapping[str, Any] = {}
    digest = schedule = ""
    if recipient.mailbox:
        attendee = recipient.attendee(answered=False)
        zone = recipient.zone or None
        content = facts(told, attendee, recipient.language, guest_zone=zone, organiser=organiser)
        digest = content_hash(
            told, attendee, recipient.language, guest_zone=zone, organiser=organiser
        )
        schedule = schedule_digest(told)
    if not recipient.mailbox:
        state = InvitationState.NO_MAILBOX
    elif off:
        state = InvitationState.TO_WITHDRAW
    elif held is None or held.method != "REQUEST":
        state = InvitationState.TO_INVITE
    elif held.content_digest != digest:
        state = InvitationState.TO_UPDATE
    else:
        state = InvitationState.CURRENT
    return _Due(event, reference, recipient, held, told, state, content, digest, schedule)


def _version(event: CalendarEvent, held: Iterable[Invitation]) -> CalendarEvent:
    """The event with the sequence it has now: one more than the last when the schedule changed."""
    rows = list(held)
    if not rows:
        return event
    latest = max(row.sequence for row in rows)
    schedule = schedule_digest(event)
    unchanged = any(row.sequence == latest and row.schedule_digest == schedule for row in rows)
    return replace(event, sequence=latest if unchanged else latest + 1)


def _former(held: Invitation) -> Recipient:
    """Somebody who holds an invitation and does not take part any more."""
    name = str(held.content.get("name") or held.mailbox)
    return Recipient(
        held.event_id,
        held.person_id,
        None,
        name,
        held.mailbox,
        held.language,
        held.zone,
        Role.MEMBER,
        Answer.NONE,
    )


def _produce(due: _Due, organiser: Mailbox, now: datetime) -> tuple[Invitation, bytes]:
    """The ledger's row as it will be, and the file."""
    held, recipient = due.held, due.recipient
    fresh = due.state is not InvitationState.CURRENT or held is None
    row = held or Invitation(
        event_id=due.event.id, mailbox=recipient.mailbox, language="", written_at=now
    )
    sequence, written = (due.told.sequence, now) if fresh else (row.sequence, row.written_at)
    withdraw = due.state is InvitationState.TO_WITHDRAW
    if withdraw and held is not None:
        sequence = max(sequence, held.sequence + 1)
    answered = held is not None and held.sequence == sequence
    attendee = recipient.attendee(answered=answered)
    told = replace(due.told, sequence=sequence)
    data = _file(told, attendee, recipient, organiser, written, withdraw=withdraw)
    if fresh:
        row.person_id = recipient.person_id
        row.language, row.zone = recipient.language, recipient.zone
        row.method = "CANCEL" if withdraw else "REQUEST"
        if row.sequence != sequence:
            row.answer = Answer.NONE
        row.sequence, row.written_at = sequence, written
        row.content_digest, row.schedule_digest = due.content_digest, due.schedule
        row.content = {**due.content, "name": recipient.name}
    return row, data


def _file(
    told: CalendarEvent,
    attendee: Attendee,
    recipient: Recipient,
    organiser: Mailbox,
    written: datetime,
    *,
    withdraw: bool,
) -> bytes:
    if withdraw:
        return cancel_file(
            told,
            recipient=attendee,
            organiser=organiser,
            language=recipient.language,
            guest_zone=recipient.zone or None,
            written=written,
            # Only the guest is off the list; the event itself takes place (RFC 5546, 3.2.5).
            guest_removed=told.status != "CANCELLED",
        )
    return request_file(
        told,
        recipient=attendee,
        organiser=organiser,
        language=recipient.language,
        guest_zone=recipient.zone or None,
        written=written,
    )


def _differences(due: _Due) -> tuple[str, ...]:
    if due.state is not InvitationState.TO_UPDATE or due.held is None:
        return ()
    before = due.held.content
    return tuple(
        field_name(column)
        for fact, column in _FACT_NAMES.items()
        if before.get(fact) != due.content.get(fact)
    )


def _slug(name: str) -> str:
    plain = anyascii(name).lower()
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    return "-".join(words)[:60] or "guest"
