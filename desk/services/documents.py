"""Putting things on paper: looking at documents, producing and noting them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlmodel import col, or_, select

from desk.documents.problem import TemplateProblem
from desk.locale import _
from desk.locale.words import current_language
from desk.model.changes import StepKind
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.documents import DocumentDraft, DocumentRow
from desk.model.tables import Event, ProducedDocument, Visit
from desk.services.desk import Desk
from desk.services.files import WholeFiles

if TYPE_CHECKING:
    from desk.documents.compiler import Paper


Result = TypeVar("Result")


def preview(desk: Desk, draft: DocumentDraft) -> tuple[str, ...]:
    """The pages as SVG, for the screen and for a printer. Raises UserError for a broken template."""
    return _set(lambda: desk.compiler.pages_svg(draft.template, draft.data))


def set_document(desk: Desk, draft: DocumentDraft) -> "Paper":
    """The document as a PDF in memory; nothing is noted. Raises UserError."""
    return _set(lambda: desk.compiler.pdf(draft.template, draft.data, made=desk.now()))


def produce(desk: Desk, draft: DocumentDraft, path: Path) -> "Paper":
    """Write the PDF and note what was put on paper, both or neither. Raises UserError."""
    with (
        WholeFiles(path.parent) as files,
        desk.work(_("Produce a document"), kind=StepKind.RECORD) as session,
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


def _set(make: Callable[[], Result]) -> Result:
    try:
        return make()
    except TemplateProblem as problem:
        raise UserError(str(problem)) from problem


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
