"""What was put on paper; printed documents stay in circulation."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from desk.model.choices import DocumentKind
from desk.model.columns import INSTANT, choice, empty_mapping
from desk.model.tables.row import AUTOINCREMENT, Row


class ProducedDocument(Row, table=True):
    """One print or PDF: which of its kind it is, when, by whom, and what stood on it."""

    __table_args__ = AUTOINCREMENT

    kind: DocumentKind = Field(sa_type=choice(DocumentKind))
    visit_id: int | None = Field(default=None, foreign_key="visit.id", index=True)
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    language: str = Field(max_length=8)
    number: int
    """First, second, … print of this document in this language."""
    produced_at: datetime = Field(sa_type=INSTANT)
    produced_by: str = ""
    pages: int = 0
    content: dict[str, Any] = Field(default_factory=empty_mapping, sa_type=JSON)
    """What was printed, so that the next print can say what changed."""
