"""What a visit needs before it begins, and how much of it is there."""

from collections.abc import Sequence

from desk.locale import _
from desk.model.choices import EventKind, Role, Severity, Side
from desk.model.rows.events import EventRow
from desk.model.rows.findings import FindingRow
from desk.model.rows.visits import MemberRow, ReadinessItem, VisitRow
from desk.services import checks, delegation, programme
from desk.services.desk import Desk


def readiness(desk: Desk, visit: VisitRow) -> tuple[ReadinessItem, ...]:
    """The list of a visit, in the order the work is done."""
    return judge_readiness(
        visit,
        delegation.list_members(desk, visit.id),
        programme.events_of_visit(desk, visit.id),
        checks.findings(desk, visit_id=visit.id, with_days=False),
    )


def judge_readiness(
    visit: VisitRow,
    members: Sequence[MemberRow],
    events: Sequence[EventRow],
    findings: Sequence[FindingRow],
) -> tuple[ReadinessItem, ...]:
    """The same from rows that were read already."""
    guests = [member for member in members if member.side is Side.GUEST]
    held = [event for event in events if event.status.holds_its_time]
    codes = {finding.code for finding in findings if finding.severity is not Severity.NOTE}
    grave = any(finding.severity is Severity.ERROR for finding in findings)
    return (
        ReadinessItem("letter", _("Letter noted"), bool(visit.letter)),
        ReadinessItem("status", _("Visit confirmed"), visit.status.is_firm),
        ReadinessItem("delegation", _("Delegation named"), bool(guests)),
        ReadinessItem(
            "head", _("Head of delegation known"), any(m.role is Role.HEAD for m in guests)
        ),
        ReadinessItem(
            "headcount",
            _("Number of people known"),
            bool(guests) and "headcount_unknown" not in codes,
        ),
        ReadinessItem(
            "mailboxes",
            _("Every guest can be invited"),
            bool(guests) and "no_mailbox" not in codes,
        ),
        ReadinessItem("programme", _("Programme planned"), bool(held)),
        ReadinessItem(
            "confirmed",
            _("Every event confirmed"),
            bool(held) and all(event.status.is_firm for event in held),
        ),
        ReadinessItem(
            "places", _("Every event has a place"), bool(held) and "no_place" not in codes
        ),
        ReadinessItem(
            "hosts",
            _("Every event has a host"),
            bool(held)
            and all(event.hosts for event in held if event.kind is not EventKind.TRANSFER),
        ),
        ReadinessItem(
            "seats", _("Enough seats everywhere"), bool(held) and "too_few_seats" not in codes
        ),
        ReadinessItem("clashes", _("No clashes"), bool(held) and not grave),
    )
