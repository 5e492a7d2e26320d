"""What guests hold and should hold."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.model.choices import Answer


class InvitationState(StrEnum):
    """Where one guest's invitation stands, computed from the ledger."""

    TO_INVITE = "to_invite"
    TO_UPDATE = "to_update"
    CURRENT = "current"
    NO_MAILBOX = "no_mailbox"
    TO_WITHDRAW = "to_withdraw"
    """The guest holds an invitation to something that is off, or that is no longer theirs."""


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """One guest of one event: what they hold and what they should hold."""

    event_id: int
    event_reference: str
    event_title: str
    person_id: int | None
    member_id: int | None
    name: str
    mailbox: str
    language: str
    zone: str
    state: InvitationState
    sequence: int | None
    """What was last produced; None when nothing ever was."""
    written_at: datetime | None
    answer: Answer
    differences: tuple[str, ...] = ()
    """What a guest would see changed, in words."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file that was written; `name` is relative to the chosen folder."""

    name: str
    guest: str
    event_reference: str
    language: str
