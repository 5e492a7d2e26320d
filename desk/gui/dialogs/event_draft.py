"""An event that is being planned, and what stands in its way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desk.model.choices import EventKind, Severity, Status
from desk.model.rows.findings import FindingRow
from desk.services import checks
from desk.services.desk import Desk


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
    kind: EventKind = EventKind.MEETING
    visit_id: int | None = None
    heads: int = 0
    """How many people want a chair, as far as is known."""
    resources: frozenset[int] = field(default=frozenset())
    """What shall be lent to it."""


def findings_of(desk: Desk, draft: EventDraft) -> list[FindingRow]:
    """What would be wrong with it, with what mends it. Raises UserError for its times."""
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
        resources=draft.resources,
        heads=draft.heads,
        kind=draft.kind,
        with_mends=True,
    )
    # While one is still planning, a place that is not chosen yet is no finding.
    return [finding for finding in found if finding.code != "no_place"]


def is_clash(finding: FindingRow) -> bool:
    """Whether it is about something that two events want at once, and nobody accepted it."""
    return finding.other_event_id is not None and not finding.accepted


def is_grave(findings: Sequence[FindingRow]) -> bool:
    """Whether it cannot be confirmed without a reason."""
    return any(finding.severity is Severity.ERROR for finding in findings)
