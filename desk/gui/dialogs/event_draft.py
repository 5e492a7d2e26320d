"""An event that is being planned: what stands in its way, and where it would fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from desk.gui.dialogs.lookups import Booking, FindVenues
from desk.locale import _, current_language
from desk.locale.formats import time_range
from desk.model.choices import Severity, Status
from desk.model.errors import UserError
from desk.model.rows.findings import FindingRow
from desk.model.rows.venues import VenueRow
from desk.services import checks
from desk.services.desk import Desk

_STEP = timedelta(minutes=15)
_DAY_ENDS = time(21, 0)
_MOST_TRIES = 32


@dataclass(frozen=True)
class EventDraft:
    """What the dialog holds at a moment: wall times in `zone`; `people` are those expected."""

    starts: datetime
    ends: datetime
    zone: str
    venue_id: int | None = None
    layout_id: int | None = None
    people: frozenset[int] = field(default=frozenset())
    status: Status = Status.TENTATIVE
    visit_id: int | None = None
    heads: int = 0
    """How many people want a chair, as far as is known."""


@dataclass(frozen=True)
class WayOut:
    """One way out of a clash, as its button says it: another start, or another room."""

    text: str
    starts: datetime | None = None
    venue_id: int | None = None


def findings_of(desk: Desk, draft: EventDraft) -> list[FindingRow]:
    """What would be wrong with it. Raises UserError for its times."""
    found = checks.findings_of_draft(
        desk,
        starts=draft.starts,
        ends=draft.ends,
        zone=draft.zone,
        venue_id=draft.venue_id,
        layout_id=draft.layout_id,
        people=draft.people,
        status=draft.status,
        visit_id=draft.visit_id,
    )
    # While one is still planning, a place that is not chosen yet is no finding.
    return [finding for finding in found if finding.code != "no_place"]


def is_clash(finding: FindingRow) -> bool:
    """Whether it is about a room or a person that is wanted twice, and nobody accepted it."""
    return finding.code.endswith("_clash") and not finding.accepted


def other_rooms(draft: EventDraft, venues: FindVenues) -> list[WayOut]:
    """Up to two rooms of the same city that are free then, the tightest fit first."""
    here = venues.row(draft.venue_id)
    if here is None:
        return []
    booking = Booking(draft.starts, draft.ends, draft.zone)
    fitting = sorted(
        (
            row
            for row in venues.rows()
            if row.id != here.id
            and row.city == here.city
            and not row.shared
            and row.seats >= max(draft.heads, 1)
        ),
        key=lambda row: (row.building != here.building, row.seats),
    )
    free = (row for row in fitting if venues.is_free(row.id, booking))
    return [_to_room(row) for _place, row in zip(range(2), free, strict=False)]


def _to_room(row: VenueRow) -> WayOut:
    words = _("To {venue} ({count} seats, free)").format(venue=row.name, count=row.seats)
    return WayOut(words, venue_id=row.id)


def next_free_start(desk: Desk, draft: EventDraft) -> WayOut | None:
    """The next start of the same day at which nothing clashes."""
    for starts in _later_quarters(draft):
        moved = replace(draft, starts=starts, ends=starts + (draft.ends - draft.starts))
        try:
            found = findings_of(desk, moved)
        except UserError:
            # A quarter hour that the clock skips is no place to move to.
            continue
        if not any(is_clash(finding) for finding in found):
            when = time_range(moved.starts, moved.ends, moved.zone, current_language())
            return WayOut(_("Move to {time}").format(time=when), starts=starts)
    return None


def _later_quarters(draft: EventDraft) -> Iterator[datetime]:
    length = draft.ends - draft.starts
    last = datetime.combine(draft.starts.date(), _DAY_ENDS) - length
    starts = draft.starts
    for _try in range(_MOST_TRIES):
        starts += _STEP
        if starts > last:
            return
        yield starts


def is_grave(findings: Sequence[FindingRow]) -> bool:
    """Whether something confirmed would be held twice."""
    return any(is_clash(row) and row.severity is Severity.ERROR for row in findings)
