"""The ledger: what each guest of an event last held in hands."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from desk.model.choices import Answer, AnswerState, MessageState, WordingPurpose
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
    delegated_to: str = ""
    """The mailbox that the guest named instead (RFC 5546, 3.2.3)."""


class InvitationWording(Row, table=True):
    """The staff's own words for a message, for one visit or for all of them."""

    __table_args__ = (
        UniqueConstraint("visit_id", "language", "purpose", name="one_wording_per_purpose"),
        AUTOINCREMENT,
    )

    visit_id: int | None = Field(default=None, foreign_key="visit.id", index=True)
    language: str = Field(max_length=8)
    purpose: WordingPurpose = Field(
        default=WordingPurpose.INVITATION, sa_type=choice(WordingPurpose)
    )
    subject: str = ""
    body: str = ""


class OutgoingMessage(Row, table=True):
    """A message on its way to one mailbox; it waits here until the server has taken it.

    Outside the history: what left the office is never undone.
    """

    __table_args__ = AUTOINCREMENT
    tracked: ClassVar[bool] = False

    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    mailbox: str
    method: str = Field(max_length=16)
    sequence: int = 0
    subject: str = ""
    message_id: str = Field(unique=True)
    content: str
    """The whole message (RFC 5322), seven-bit."""
    state: MessageState = Field(
        default=MessageState.QUEUED, sa_type=choice(MessageState), index=True
    )
    tries: int = 0
    next_try_at: datetime | None = Field(default=None, sa_type=INSTANT)
    last_error: str = ""
    queued_at: datetime = Field(sa_type=INSTANT)
    sent_at: datetime | None = Field(default=None, sa_type=INSTANT)


class IncomingAnswer(Row, table=True):
    """An answer as it came in, what was made of it, and why (RFC 5546, RFC 6047)."""

    __table_args__ = AUTOINCREMENT

    digest: str = Field(unique=True)
    """SHA-256 of the calendar part: the same answer is taken once."""
    received_at: datetime = Field(sa_type=INSTANT)
    source: str = ""
    """The file's name, or the mailbox and message it was read from."""
    method: str = Field(default="REPLY", max_length=16)
    uid: str = ""
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    sender: str = ""
    attendee: str = ""
    answer: Answer = Field(default=Answer.NONE, sa_type=choice(Answer))
    delegated_to: str = ""
    sequence: int = 0
    written_at: datetime | None = Field(default=None, sa_type=INSTANT)
    comment: str = ""
    content: str = ""
    """The calendar part itself: a counter-proposal is shown from it."""
    state: AnswerState = Field(default=AnswerState.QUEUED, sa_type=choice(AnswerState), index=True)
    why: str = Field(default="", max_length=48)
    """The rule that decided, as a code."""


class CalendarCopy(Row, table=True):
    """What lies on a CalDAV server for one event (RFC 4791), as it was last read back."""

    __table_args__ = (
        UniqueConstraint("event_id", "collection", name="one_copy_per_collection"),
        AUTOINCREMENT,
    )

    event_id: int = Field(foreign_key="event.id", index=True)
    collection: str
    href: str
    etag: str = ""
    digest: str = ""
    published_at: datetime = Field(sa_type=INSTANT)
