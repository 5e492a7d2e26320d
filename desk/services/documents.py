"""Putting things on paper: drafting, looking at, and producing documents."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import func
from sqlmodel import Session, col, or_, select

from desk.documents.attendance import (
    ATTENDANCE_TEMPLATE,
    AttendanceBlock,
    AttendanceList,
    AttendanceRow,
    attendance_data,
)
from desk.documents.problem import TemplateProblem
from desk.locale import _, said, said_many
from desk.locale.formats import date_time, long_date, time_range
from desk.locale.words import DOCUMENT_LANGUAGES, current_language
from desk.locale.zones import wall_time
from desk.model.changes import StepKind
from desk.model.choices import Answer, DocumentKind, Side
from desk.model.errors import NotThere, UserError
from desk.model.localised import text_in
from desk.model.rows.documents import DocumentDraft, DocumentRow
from desk.model.rows.events import EventRow, ParticipantRow
from desk.model.tables import Event, Person, ProducedDocument, Visit
from desk.services.assembly.events import event_rows, participant_rows
from desk.services.desk import Desk
from desk.services.files import WholeFiles
from desk.services.settings import settings_in

if TYPE_CHECKING:
    from desk.documents.compiler import Paper

MOST_BLANK_ROWS = 500

Result = TypeVar("Result")


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
    language = choices.language
    if language not in DOCUMENT_LANGUAGES:
        raise UserError(
            _("Documents come in {languages}, not in {language}.").format(
                languages=", ".join(DOCUMENT_LANGUAGES), language=language
            ),
            field="language",
        )
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
        earlier = _latest_print(session, DocumentKind.ATTENDANCE, language, event_id=event_id)
        number = earlier.number + 1 if earlier else 1
        changed = _changed(earlier.content, content, language) if earlier else ()
        replaces = (
            said(language, "print {number} of {when}").format(
                number=earlier.number, when=_when(desk, earlier.produced_at, language)
            )
            if earlier
            else ""
        )
        subject = ", ".join(part for part in (event.title, event.visit_title) if part)
        attendance = AttendanceList(
            language=language,
            letterhead=tuple(
                line for line in (office.letterhead, office.letterhead_second) if line
            ),
            event=subject,
            day=facts["day"],
            time=facts["time"],
            place=facts["place"],
            blocks=blocks,
            blank_rows=choices.blank_rows,
            prepared=said(language, "Print {number}, {when}").format(
                number=number, when=_when(desk, desk.now(), language)
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


def preview(desk: Desk, draft: DocumentDraft) -> tuple[str, ...]:
    """The pages as SVG, for the screen and for a printer. Raises UserError for a broken template."""
    return _set(lambda: desk.compiler.pages_svg(draft.template, draft.data))


def set_document(desk: Desk, draft: DocumentDraft) -> "Paper":
    """The document as a PDF in memory; nothing is noted. Raises UserError."""
    return _set(lambda: desk.compiler.pdf(draft.template, draft.data, made=desk.now()))


def produce(desk: Desk, draft: DocumentDraft, path: Path) -> "Paper":
    """Write the PDF and note what was put on paper, both or neither. Raises UserError."""
    with (
        desk.work(_("Produce a document"), kind=StepKind.RECORD) as session,
        WholeFiles(path.parent) as files,
    ):
        paper = set_document(desk, draft)
        session.keep(_record(desk, draft, paper.pages))
        files.write(path.name, paper.pdf)
        files.keep()
    return paper


def note_print(desk: Desk, draft: DocumentDraft, *, pages: int) -> None:
    """Note that the document was sent to a printer."""
    with desk.work(_("Print a document"), kind=StepKind.RECORD) as session:
        session.keep(_record(desk, draft, pages))


def list_documents(desk: Desk, visit_id: int) -> list[DocumentRow]:
    """What was put on paper for a visit, the latest first."""
    language = current_language()
    with desk.read() as session:
        events = {
            row.id: row for row in session.exec(select(Event).where(Event.visit_id == visit_id))
        }
        rows = session.exec(
            select(ProducedDocument)
            .where(
                or_(
                    col(ProducedDocument.visit_id) == visit_id,
                    col(ProducedDocument.event_id).in_(events),
                )
            )
            .order_by(col(ProducedDocument.id).desc())
        ).all()
        visit = session.get(Visit, visit_id)
        title = text_in(visit.title, language) if visit else ""
    return [
        DocumentRow(
            id=row.id,
            kind=row.kind,
            event_id=row.event_id,
            visit_id=row.visit_id,
            language=row.language,
            number=row.number,
            produced_at=row.produced_at,
            produced_by=row.produced_by,
            pages=row.pages,
            about=text_in(events[row.event_id].title, language)
            if row.event_id in events
            else title,
        )
        for row in rows
    ]


def count_documents(desk: Desk, visit_id: int) -> int:
    """How many times something of the visit was put on paper."""
    with desk.read() as session:
        return session.exec(
            select(func.count())
            .select_from(ProducedDocument)
            .where(ProducedDocument.visit_id == visit_id)
        ).one()


def _set(make: Callable[[], Result]) -> Result:
    try:
        return make()
    except TemplateProblem as problem:
        raise UserError(str(problem)) from problem


def _when(desk: Desk, moment: datetime, language: str) -> str:
    return date_time(wall_time(moment, desk.zone), desk.zone, language)


def _record(desk: Desk, draft: DocumentDraft, pages: int) -> ProducedDocument:
    return ProducedDocument(
        kind=draft.kind,
        visit_id=draft.visit_id,
        event_id=draft.event_id,
        language=draft.language,
        number=draft.number,
        produced_at=desk.now(),
        produced_by=desk.who,
        pages=pages,
        content=dict(draft.content),
    )


def _latest_print(
    session: Session,
    kind: DocumentKind,
    language: str,
    *,
    event_id: int | None = None,
    visit_id: int | None = None,
) -> ProducedDocument | None:
    query = select(ProducedDocument).where(
        ProducedDocument.kind == kind, ProducedDocument.language == language
    )
    if event_id is not None:
        query = query.where(ProducedDocument.event_id == event_id)
    else:
        query = query.where(ProducedDocument.visit_id == visit_id)
    return session.exec(query.order_by(col(ProducedDocument.number).desc()).limit(1)).first()


def _changed(before: Mapping[str, Any], after: Mapping[str, Any], language: str) -> tuple[str, ...]:
    words = {
        "title": said(language, "title"),
        "day": said(language, "day"),
        "time": said(language, "time"),
        "place": said(language, "place"),
        "names": said(language, "names"),
        "offices": said(language, "offices"),
        "events": said(language, "events"),
    }
    return tuple(word for key, word in words.items() if before.get(key) != after.get(key))


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
