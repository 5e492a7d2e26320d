"""The attendance list of an event, drafted for paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

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
from desk.model.rows.people import PersonRow
from desk.model.tables import Event, Person
from desk.services.assembly.events import event_rows, participant_rows
from desk.services.assembly.lookup import rows_by_id
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
        day = event.starts.date()
        people = participant_rows(session, [event_id], on=day, language=language)
        office = settings_in(session)
        facts = {
            "title": event.title,
            "day": long_date(day, language),
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
        blocks = _blocks(session, people.get(event_id, []), day, language)
        content: dict[str, Any] = {
            **facts,
            "names": [f"{row.name} {row.note}".strip() for block in blocks for row in block.rows],
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
    session: Session, people: Sequence[ParticipantRow], day: date, language: str
) -> tuple[AttendanceBlock, ...]:
    """Delegation and hosts as blocks in their order, with whoever comes instead of somebody.

    Who declined is not expected. Who comes instead stands in the place of the absent, under their
    own office; once, if they take part themselves or instead of several.
    """
    expected = [row for row in people if row.answer is not Answer.DECLINED]
    absent = [row for row in expected if _is_absent(row)]
    stand_ins = _stand_ins(session, absent, day, language)
    known = _people(session, expected, day, language)
    notes: dict[int | None, str] = {
        person_id: said(language, "representing {name}").format(
            name="; ".join(
                _with_office(row) for row in absent if row.represented_by_id == person_id
            )
        )
        for person_id in stand_ins
    }
    listed = {row.person_id for row in expected if row.person_id and not _is_absent(row)}
    rows: dict[Side, list[AttendanceRow]] = {Side.GUEST: [], Side.HOST: []}
    for row in expected:
        if row.is_group:
            rows[row.side].append(_group_row(row, language))
        elif not _is_absent(row):
            rows[row.side].append(
                _person_row(known[row.person_id or 0], notes.get(row.person_id, ""))
            )
        elif (person := stand_ins[row.represented_by_id or 0]).id not in listed:
            listed.add(person.id)
            rows[row.side].append(_person_row(person, notes[person.id]))
    titles = {Side.GUEST: said(language, "Guests"), Side.HOST: said(language, "Hosts")}
    return tuple(
        AttendanceBlock(titles[side], tuple(of_side)) for side, of_side in rows.items() if of_side
    )


def _is_absent(row: ParticipantRow) -> bool:
    return row.answer is Answer.REPRESENTED and row.represented_by_id is not None


def _with_office(row: ParticipantRow) -> str:
    return ", ".join(part for part in (row.name, row.office, row.organisation) if part)


def _group_row(row: ParticipantRow, language: str) -> AttendanceRow:
    people = (
        said_many(language, "Group, {count} person", "Group, {count} people", row.headcount).format(
            count=row.headcount
        )
        if row.headcount
        else said(language, "Group, number not known yet")
    )
    return AttendanceRow(None, row.name, people, "")


def _stand_ins(
    session: Session, absent: Sequence[ParticipantRow], day: date, language: str
) -> dict[int, PersonRow]:
    """Who comes instead of somebody, with the office they hold themselves on that day."""
    return _people_by_id(session, {row.represented_by_id for row in absent}, day, language)


def _people(
    session: Session, rows: Sequence[ParticipantRow], day: date, language: str
) -> dict[int, PersonRow]:
    return _people_by_id(session, {row.person_id for row in rows}, day, language)


def _people_by_id(
    session: Session, ids: Iterable[int | None], day: date, language: str
) -> dict[int, PersonRow]:
    people = list(rows_by_id(session, Person, ids).values())
    return {row.id: row for row in person_rows(session, people, on=day, language=language)}


def _person_row(person: PersonRow, note: str) -> AttendanceRow:
    """One person with their titles, as they are written on paper."""
    return AttendanceRow(
        None,
        person.name_with_titles,
        person.office,
        person.organisation,
        note=note,
        original=person.original_script,
    )


def _file_name(event: EventRow, choices: AttendanceChoices) -> str:
    return f"{event.reference.replace('/', '-')}_attendance_{choices.language}.pdf"
