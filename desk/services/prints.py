"""Which print this is, which one it replaces, and what changed since."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from desk.locale import _, said
from desk.locale.formats import date_time
from desk.locale.words import DOCUMENT_LANGUAGES
from desk.locale.zones import wall_time
from desk.model.choices import DocumentKind
from desk.model.errors import UserError
from desk.model.tables import ProducedDocument
from desk.services.desk import Desk


def latest_print(
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


def what_changed(
    before: Mapping[str, Any], after: Mapping[str, Any], language: str
) -> tuple[str, ...]:
    words = {
        "title": said(language, "title"),
        "day": said(language, "day"),
        "time": said(language, "time"),
        "place": said(language, "place"),
        "names": said(language, "names"),
        "offices": said(language, "offices"),
        "events": said(language, "events"),
        "rows": said(language, "rows"),
    }
    return tuple(word for key, word in words.items() if before.get(key) != after.get(key))


def when_printed(desk: Desk, moment: datetime, language: str) -> str:
    return date_time(wall_time(moment, desk.zone), desk.zone, language)


def known_language(language: str) -> str:
    """The language when documents come in it. Raises UserError."""
    if language not in DOCUMENT_LANGUAGES:
        raise UserError(
            _("Documents come in {languages}, not in {language}.").format(
                languages=", ".join(DOCUMENT_LANGUAGES), language=language
            ),
            field="language",
        )
    return language
