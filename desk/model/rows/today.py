"""What the first page shows."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.model.rows.events import EventRow
from desk.model.rows.findings import FindingRow
from desk.model.rows.follow_ups import FollowUpRow
from desk.model.rows.visits import ReadinessItem, VisitRow


@dataclass(frozen=True, slots=True)
class NextVisit:
    """The visit under way or next, how many days are left, and how ready it is."""

    visit: VisitRow
    days_left: int
    """0 on the first day and while it lasts."""
    readiness: tuple[ReadinessItem, ...]

    @property
    def ready(self) -> int:
        """How many of the things it needs are there."""
        return sum(item.done for item in self.readiness)


@dataclass(frozen=True, slots=True)
class TodayRow:
    """Today at the office: everything the page shows, from one read."""

    day: date
    now: datetime
    """The wall time at the office."""
    zone: str
    events: tuple[EventRow, ...]
    upcoming: tuple[EventRow, ...]
    """The next events after today."""
    visits: tuple[NextVisit, ...]
    findings: tuple[FindingRow, ...]
    overdue: tuple[FollowUpRow, ...]
    due_soon: tuple[FollowUpRow, ...]
