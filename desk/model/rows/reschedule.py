"""What can be rescheduled at once, and what would become of it."""

from dataclasses import dataclass
from datetime import date

from desk.model.choices import Severity
from desk.model.rows.events import EventRow
from desk.model.rows.findings import FindingRow


@dataclass(frozen=True, slots=True)
class MoveVisit:
    """A visit with its whole programme on other days, in another zone, or both."""

    visit_id: int
    days: int = 0
    zone: str | None = None
    """Events of the visit's own zone go with it; those planned in another one stay there."""
    keep_gaps: bool = False
    """Hours between events stay as long as they are; otherwise every clock time stays."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PostponeVisit:
    """A visit that does not take place as planned; tentative again where new days are known."""

    visit_id: int
    days: int | None = None
    """How much later; None while nobody knows."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ShiftEvents:
    """Some events earlier (negative) or later."""

    event_ids: tuple[int, ...]
    minutes: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MoveToVenue:
    """Some events in another venue, at the same time."""

    event_ids: tuple[int, ...]
    venue_id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReplaceHost:
    """Some events led by somebody else."""

    event_ids: tuple[int, ...]
    person_id: int
    instead_of: int | None = None
    """Whom to replace; None for whoever leads each event."""
    reason: str = ""


Change = MoveVisit | PostponeVisit | ShiftEvents | MoveToVenue | ReplaceHost


@dataclass(frozen=True, slots=True)
class RescheduledEvent:
    """One event before and after, and what is wrong afterwards, the gravest first.

    Warnings that were true before are left out.
    """

    before: EventRow
    after: EventRow
    findings: tuple[FindingRow, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether time, place, status or hosts differ."""
        return _told(self.before) != _told(self.after)

    @property
    def severity(self) -> Severity | None:
        """Of the gravest finding, when anything changes."""
        return self.findings[0].severity if self.findings and self.is_changed else None


def _told(event: EventRow) -> tuple[object, ...]:
    return (event.starts_at, event.ends_at, event.zone, event.place, event.status, event.hosts)


@dataclass(frozen=True, slots=True)
class ReschedulePreview:
    """What a change would do; nothing of it is written."""

    events: tuple[RescheduledEvent, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    """The days of the visit afterwards."""
    prints: int = 0
    """Papers in circulation that would be wrong."""
    invitations: int = 0
    """Invitations that guests hold and that would have to be updated or withdrawn."""
    problem: str = ""
    """Why it cannot be done, in a sentence."""

    @property
    def clashes(self) -> int:
        """How many events would clash with something."""
        return sum(event.severity is Severity.ERROR for event in self.events)

    @property
    def warnings(self) -> int:
        """How many events would have something to look at, without a clash."""
        return sum(event.severity is Severity.WARNING for event in self.events)
