"""The ledger: what each guest of an event last held in hands."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from desk.model.choices import Answer
from desk.model.columns import INSTANT, choice, empty_mapping
from desk.model.tables.row import AUTOINCREMENT, Row


class Invitation(Row, table=True):
    """What was last produced for one mailbox and event, and what came back (RFC 5546)."""

    __table_args__ = (
        UniqueConstraint("event_id", "mailbox", name="one_invitation_per_mailbox"),
        AUTOINCREMENT,
    )

    event_id: int = Field(foreign_key="event.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    mailbox: str
    language: str = Field(max_length=8)
    zone: str = ""
    method: str = Field(default="REQUEST", max_length=16)
    sequence: int = 0
    written_at: datetime = Field(sa_type=INSTANT)
    """The DTSTAMP that was written."""
    schedule_digest: str = ""
    content_digest: str = ""
    content: dict[str, Any] = Field(default_factory=empty_mapping, sa_type=JSON)
    """What the guest was told, so that an update can show what changed."""
    sent_how: str = Field(default="file", max_length=16)
    answer: Answer = Field(default=Answer.NONE, sa_type=choice(Answer))
    answer_sequence: int | None = None
    answered_at: datetime | None = Field(default=None, sa_type=INSTANT)
    comment: str = ""
