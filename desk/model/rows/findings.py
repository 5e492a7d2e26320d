"""What is wrong or worth knowing, with what mends it."""

from dataclasses import dataclass
from datetime import datetime

from desk.model.choices import Severity


@dataclass(frozen=True, slots=True)
class Mend:
    """One way out of a finding, as the button says it: what is given is changed, the rest stays.

    `services.mending.apply_mend` does it as one step.
    """

    text: str
    event_id: int
    """0 for an event that is not written yet."""
    starts: datetime | None = None
    """Move the event to this wall time in its own zone."""
    ends: datetime | None = None
    """End it then, where it does not keep its length."""
    venue_id: int | None = None
    """Hold the event in this venue instead."""
    layout_id: int | None = None
    """Furnish the venue like this."""
    resource_id: int | None = None
    """Give this back …"""
    instead_id: int | None = None
    """… and take this instead."""


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
