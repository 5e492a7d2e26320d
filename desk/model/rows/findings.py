"""What is wrong or worth knowing, with what mends it."""

from dataclasses import dataclass
from datetime import datetime

from desk.model.choices import Severity


@dataclass(frozen=True, slots=True)
class Mend:
    """One way out of a finding, as the button says it: a new start, another room, or neither."""

    text: str
    event_id: int
    starts: datetime | None = None
    """Move the event to this wall time in its own zone."""
    venue_id: int | None = None
    """Hold the event in this venue instead."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding: `code` for programs, `title` and `why` for people, `about` a reference."""

    code: str
    severity: Severity
    about: str
    title: str
    why: str
    event_id: int | None = None
    other_event_id: int | None = None
    visit_id: int | None = None
    field: str | None = None
    """The field that the finding stands beside: venue, starts, people, …"""
    accepted: str = ""
    """The reason somebody gave for leaving it so."""
    mends: tuple[Mend, ...] = ()

    @property
    def message(self) -> str:
        """Title and reason in one line."""
        return f"{self.title}: {self.why}" if self.why else self.title
