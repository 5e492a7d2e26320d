"""What a typed line was understood as, for whoever shows it."""

from dataclasses import dataclass
from datetime import datetime

from desk.model.choices import EventKind, Severity, Status
from desk.model.rows.findings import FindingRow


@dataclass(frozen=True, slots=True)
class AlternativeRow:
    """One way to understand a part: `key` chooses it, `text` says it."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class UnderstoodPart:
    """Words of the line and what they say, as a chip shows it."""

    kind: str
    """title, day, time, zone, venue, kind, person, status, visit."""
    key: str
    """What a choice is made by."""
    words: str
    """As typed."""
    text: str
    """As understood; as typed while it is not."""
    spans: tuple[tuple[int, int], ...]
    """Characters of the line, half-open."""
    alternatives: tuple[AlternativeRow, ...] = ()
    """More than one when somebody has to choose, none when nothing is called like that."""
    assumed: bool = False
    severity: Severity | None = None
    """The gravest finding about it."""
    free: bool | None = None
    """Of a venue: whether nobody else has it then; None while that cannot be said."""

    @property
    def understood(self) -> bool:
        """Whether it says one thing."""
        return len(self.alternatives) == 1


@dataclass(frozen=True, slots=True)
class QuickProblem:
    """Why the line cannot be booked as it stands."""

    code: str
    message: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A typed line as the desk understands it; `times` are wall times in `zone`."""

    text: str
    title: str
    parts: tuple[UnderstoodPart, ...]
    problems: tuple[QuickProblem, ...]
    times: tuple[tuple[datetime, datetime], ...]
    all_day: bool
    zone: str
    venue_id: int | None
    venue: str
    kind: EventKind
    status: Status
    visit_id: int | None
    visit: str
    """The visit's reference; empty for none."""
    people: tuple[int, ...]
    findings: tuple[FindingRow, ...] = ()
    """What is wrong with the event as it would be booked, the gravest first."""
    is_event: bool = False
    """Whether a day or a time was typed: otherwise somebody looks for something."""

    @property
    def complete(self) -> bool:
        """Whether it can be booked."""
        return not self.problems

    @property
    def blocked(self) -> bool:
        """Whether it clashes with something firm, so that it can only be booked as tentative."""
        grave = any(row.severity is Severity.ERROR for row in self.findings)
        return self.status.is_firm and grave

    @property
    def choosing(self) -> UnderstoodPart | None:
        """The first part that somebody has to choose a reading of."""
        return next((part for part in self.parts if len(part.alternatives) > 1), None)
