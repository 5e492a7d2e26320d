"""The attendance list of an event, drafted for paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import Session, col, select

from desk.documents.attendance import (
    ATTENDANCE_TEMPLATE,
    AttendanceBlock,
    AttendanceList,
    AttendanceRow,
    attendance_data,
)
from desk.locale import _, said, said_many
from desk.locale.formats import long_date, time_range
from desk.model.choices import Answer, DocumentKind, Side
from desk.model.errors import NotThere, UserError
from desk.model.rows.documents import DocumentDraft
from desk.model.rows.events import EventRow, ParticipantRow
from desk.model.tables import Event, Person
from desk.services.assembly.events import event_rows, participant_rows
from desk.services.assembly.people import person_rows
from desk.services.desk import Desk
from desk.services.prints import known_language, latest_print, what_changed, when_printed
from desk.services.settings import settings_in

MOST_BLANK_ROWS = 500


@dataclass(frozen=True, slots=True)
class AttendanceChoices:
    """How an attendance list is to look."""

    language: str
    blank_rows: int = 0
    show_office: bool = True
    show_signature: bool = True
    show_original_script: bool = False


def attendance_draft(desk: Desk, event_id: int, choices: AttendanceChoices) -> DocumentDraft:
    """The attendance list of an event, ready to be set. Raises UserError."""
    language = known_language(choices.language)
    if not 0 <= choices.blank_rows <= MOST_BLANK_ROWS:
        raise UserError(
            _("Give a number of blank rows from 0 to {count}.").format(count=MOST_BLANK_ROWS),
            field="blank_rows",
        )
    with desk.read() as session:
        table_row = session.get(Event, event_id)
        if table_row is None:
            raise NotThere(_("This event is not there any more."))
        event = event_rows(session, [table_row], language)[0]
        people = participant_rows(session, [event_id], on=event.starts.date(), language=language)
        originals = _original_scripts(session, people.get(event_id, []))
        office = settings_in(session)
        facts = {
            "title": event.title,
            "day": long_date(event.starts.date(), language),
            "time": time_range(
                event.starts,
                event.ends,
                event.zone,
                language,
                guest_zone=event.guest_zone or None,
                fold=event.starts_fold,
            ),
            "place": ", ".join(part for part in (event.place, event.city) if part),
        }
        blocks = _blocks(people.get(event_id, []), originals, language)
        content: dict[str, Any] = {
            **facts,
            "names": [row.name for block in blocks for row in block.rows],
            "offices": [
                f"{row.office} {row.organisation}" for block in blocks for row in block.rows
            ],
        }
        earlier = latest_print(session, DocumentKind.ATTENDANCE, language, event_id=event_id)
        number = earlier.number + 1 if earlier else 1
        changed = what_changed(earlier.content, content, language) if earlier else ()
        replaces = (
            said(language, "print {number} of {when}").format(
                number=earlier.number, when=when_printed(desk, earlier.produced_at, language)
            )
            if earlier
            else ""
        )
        subject = ", ".join(part for part in (event.title, event.visit_title) if part)
        attendance = AttendanceList(
            language=language,
            letterhead=office.letterhead_lines,
            event=subject,
            day=facts["day"],
            time=facts["time"],
            place=facts["place"],
            blocks=blocks,
            blank_rows=choices.blank_rows,
            prepared=said(language, "Print {number}, {when}").format(
                number=number, when=when_printed(desk, desk.now(), language)
            ),
            replaces=replaces or None,
            changes=", ".join(changed) or None,
            show_office=choices.show_office,
            show_signature=choices.show_signature,
            show_original_script=choices.show_original_script,
        )
        return DocumentDraft(
            kind=DocumentKind.ATTENDANCE,
            template=ATTENDANCE_TEMPLATE,
            data=attendance_data(attendance),
            title=_("Attendance list"),
            file_name=_file_name(event, choices),
            language=language,
            event_id=event_id,
            visit_id=event.visit_id,
            content=content,
            number=number,
            replaces=replaces,
            changed=changed,
        )


def _blocks(
    people: Sequence[ParticipantRow], originals: Mapping[int, str], language: str
) -> tuple[AttendanceBlock, ...]:
    """Delegation and hosts as blocks in their order; who declined is not expected."""
    expected = [row for row in people if row.answer is not Answer.DECLINED]
    blocks = (
        (said(language, "Guests"), [row for row in expected if row.side is Side.GUEST]),
        (said(language, "Hosts"), [row for row in expected if row.side is Side.HOST]),
    )
    return tuple(
        AttendanceBlock(title, tuple(_row(row, originals, language) for row in rows))
        for title, rows in blocks
        if rows
    )


def _row(row: ParticipantRow, originals: Mapping[int, str], language: str) -> AttendanceRow:
    if row.is_group:
        people = (
            said_many(
                language, "Group, {count} person", "Group, {count} people", row.headcount
            ).format(count=row.headcount)
            if row.headcount
            else said(language, "Group, number not known yet")
        )
        return AttendanceRow(None, row.name, people, "")
    plain = AttendanceRow(
        None,
        row.name,
        row.office,
        row.organisation,
        original=originals.get(row.person_id or 0, ""),
    )
    if row.answer is Answer.REPRESENTED and row.represented_by:
        note = said(language, "representing {name}").format(name=row.name)
        return replace(plain, name=row.represented_by, note=note, original="")
    return plain


def _original_scripts(session: Session, people: Sequence[ParticipantRow]) -> dict[int, str]:
    ids = [row.person_id for row in people if row.person_id is not None]
    return {
        person.id: person.original_script
        for person in session.exec(select(Person).where(col(Person.id).in_(ids)))
        if person.original_script
    }


def _file_name(event: EventRow, choices: AttendanceChoices) -> str:
    return f"{event.reference.replace('/', '-')}_attendance_{choices.language}.pdf"
