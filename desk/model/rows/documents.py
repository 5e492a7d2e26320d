"""Documents as they were produced."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.model.choices import DocumentKind


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One print or PDF that left the desk; `produced_at` is an aware UTC moment."""

    id: int
    kind: DocumentKind
    event_id: int | None
    visit_id: int | None
    language: str
    number: int
    produced_at: datetime
    produced_by: str
    pages: int
    about: str = ""


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """A document ready to be set: which template, and the data for it (JSON values)."""

    kind: DocumentKind
    template: str
    data: Mapping[str, Any]
    title: str
    file_name: str
    language: str
    event_id: int | None
    visit_id: int | None
    content: Mapping[str, Any]
    """What the next print is compared with."""
    number: int
    replaces: str = ""
    """Which print this one replaces, in the document's language; empty for the first."""
    changed: tuple[str, ...] = ()
    """What changed since that print."""
