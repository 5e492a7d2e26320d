"""Who stands before whom: the staff's own schemes, and what somebody decided for one event."""

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from desk.model.columns import empty_mapping
from desk.model.localised import LocalisedText
from desk.model.tables.row import AUTOINCREMENT, Row


class PrecedenceScheme(Row, table=True):
    """A scheme that staff copied and may edit; those of the law lie in `seeds/precedence`."""

    __table_args__ = AUTOINCREMENT

    key: str = Field(unique=True)
    name: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    content: dict[str, Any] = Field(default_factory=empty_mapping, sa_type=JSON)
    """What a file of `seeds/precedence` holds (rules.precedence.read_scheme)."""


class PrecedenceDecision(Row, table=True):
    """Somebody's decision about one person in one event; the reason never leaves the office."""

    __table_args__ = AUTOINCREMENT

    event_id: int = Field(foreign_key="event.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    member_id: int | None = Field(default=None, foreign_key="delegation_member.id", index=True)
    """Set for an unnamed group."""
    scheme: str
    rank: str | None = None
    """The code of the rank they are given; None when only their place among equals is decided."""
    place: int | None = None
    reason: str
    decided_by: str
