"""The rows of every calendar view: events with what was found about them, and visits as bands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desk.gui.models.choice_words import status_mark
from desk.gui.models.event_words import event_sentence
from desk.locale import current_language
from desk.locale.formats import date_range
from desk.locale.zones import wall_time
from desk.model.choices import Severity, Status
from desk.model.rows.events import EventRow
from desk.model.rows.findings import FindingRow
from desk.model.rows.visits import VisitRow

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One event: `starts` and `ends` are its wall times on the clock of the view.

    The end is always after the start, also when the clock was put back in between. An event of
    whole days keeps its days in every zone.
    """

    event: EventRow
    starts: datetime
    ends: datetime
    clash: FindingRow | None = None
    now: bool = False

    @property
    def id(self) -> int:
        """The key of the row."""
        return self.event.id

    @property
    def sentence(self) -> str:
        """What a screen reader says, and what stands in the tool tip."""
        return event_sentence(self.event, self.clash is not None)

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return self.starts.date()

    @property
    def last_day(self) -> date:
        """The last day it touches: an end at midnight belongs to the day before."""
        return (self.ends - timedelta(microseconds=1)).date()

    @property
    def is_band(self) -> bool:
        """Whether it stands above the hours: whole days, or a day and more."""
        return self.event.all_day or self.ends - self.starts >= _A_DAY


@dataclass(frozen=True, slots=True)
class BandRow:
    """One visit as a band over its days."""

    visit: VisitRow

    @property
    def id(self) -> str:
        """The key of the row, never that of an event."""
        return f"visit-{self.visit.id}"

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        visit = self.visit
        days = date_range(visit.first_day, visit.last_day, current_language())
        return f"{visit.title} ({visit.reference}); {days}; {status_mark(visit.status).words}."

    @property
    def first_day(self) -> date:
        """The first day of the visit."""
        return self.visit.first_day

    @property
    def last_day(self) -> date:
        """The last day of the visit."""
        return self.visit.last_day

    @property
    def is_band(self) -> bool:
        """It always stands above the hours."""
        return True


AnyRow = CalendarRow | BandRow


@dataclass(frozen=True, slots=True)
class CalendarFilter:
    """What is shown: `which` is all, confirmed, tentative or clashes; a venue, or any."""

    which: str = "all"
    venue_id: int | None = None

    def keeps(self, row: CalendarRow) -> bool:
        """Whether a row is shown."""
        if self.venue_id is not None and row.event.venue_id != self.venue_id:
            return False
        status = row.event.status
        if self.which == "confirmed":
            return status.is_firm
        if self.which == "tentative":
            return status in (Status.TENTATIVE, Status.IDEA)
        return row.clash is not None if self.which == "clashes" else True


def clashes_by_event(findings: Iterable[FindingRow]) -> dict[int, FindingRow]:
    """The gravest clash of each event; those that somebody accepted are none."""
    found: dict[int, FindingRow] = {}
    for finding in findings:
        if finding.accepted or finding.other_event_id is None:
            continue
        for event_id in (finding.event_id, finding.other_event_id):
            if event_id is None:
                continue
            known = found.get(event_id)
            if known is None or known.severity is not Severity.ERROR:
                found[event_id] = finding
    return found


def calendar_rows(
    events: Sequence[EventRow], clashes: dict[int, FindingRow], now: datetime, zone: str
) -> list[CalendarRow]:
    """The events on the clock of a zone, with their clashes; `now` is an aware moment."""
    return [calendar_row(event, clashes.get(event.id), now, zone) for event in events]


def calendar_row(
    event: EventRow, clash: FindingRow | None, now: datetime, zone: str
) -> CalendarRow:
    """One event on the clock of a zone."""
    starts, ends = wall_times(event, zone)
    is_now = event.status.holds_its_time and event.starts_at <= now < event.ends_at
    return CalendarRow(event, starts, ends, clash, is_now)


def wall_times(event: EventRow, zone: str) -> tuple[datetime, datetime]:
    """When an event begins and ends on the clock of a zone."""
    if event.all_day or event.zone == zone:
        starts, ends = event.starts, event.ends
    else:
        starts, ends = wall_time(event.starts_at, zone), wall_time(event.ends_at, zone)
    if ends <= starts:
        # The clock was put back meanwhile: the true length tells more than the wall.
        ends = starts + (event.ends_at - event.starts_at)
    return starts, ends
