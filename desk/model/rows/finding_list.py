"""All findings of a period, with what each is about."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.model.rows.findings import FindingRow


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding with its event, or with the visit that it concerns as a whole.

    The times are wall times in `zone`; a visit has only its first day.
    """

    finding: FindingRow
    day: date
    title: str
    """What it is about: the event's title, or the visit's."""
    starts: datetime | None = None
    ends: datetime | None = None
    zone: str = ""
    place: str = ""
    visit_reference: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from the others while the list is read again."""
        row = self.finding
        return (row.code, row.event_id, row.other_event_id, row.visit_id, row.title)


@dataclass(frozen=True, slots=True)
class FindingList:
    """What was found, by day and time, and how many events were looked at."""

    rows: tuple[ListedFinding, ...]
    events: int
