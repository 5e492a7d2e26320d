"""Everything the tabs of a visit show, read once after each commit."""

from dataclasses import dataclass

from desk.model.choices import Side
from desk.model.rows.documents import DocumentRow
from desk.model.rows.events import EventRow
from desk.model.rows.findings import FindingRow
from desk.model.rows.follow_ups import AgreementRow, FollowUpRow
from desk.model.rows.invitations import InvitationRow
from desk.model.rows.visits import MemberRow, ReadinessItem, VisitRow
from desk.services import (
    agreements,
    checks,
    delegation,
    documents,
    follow_ups,
    invitations,
    programme,
    visits,
)
from desk.services.desk import Desk
from desk.services.readiness import judge_readiness


@dataclass(frozen=True)
class VisitView:
    """A visit with all that hangs on it."""

    visit: VisitRow
    members: tuple[MemberRow, ...]
    events: tuple[EventRow, ...]
    findings: tuple[FindingRow, ...]
    readiness: tuple[ReadinessItem, ...]
    invitations: tuple[InvitationRow, ...]
    documents: tuple[DocumentRow, ...]
    follow_ups: tuple[FollowUpRow, ...]
    agreements: tuple[AgreementRow, ...]

    @property
    def guests(self) -> tuple[MemberRow, ...]:
        """The lines of the delegation."""
        return tuple(member for member in self.members if member.side is Side.GUEST)

    @property
    def hosts(self) -> tuple[MemberRow, ...]:
        """The lines of the hosts."""
        return tuple(member for member in self.members if member.side is Side.HOST)

    def findings_of(self, event_id: int) -> tuple[FindingRow, ...]:
        """The findings that concern one event."""
        return tuple(
            finding
            for finding in self.findings
            if event_id in (finding.event_id, finding.other_event_id)
        )


def read_visit(desk: Desk, visit_id: int) -> VisitView | None:
    """The visit as it is stored now; None when it was deleted."""
    visit = visits.get_visit(desk, visit_id)
    if visit is None:
        return None
    members = delegation.list_members(desk, visit_id)
    events = programme.events_of_visit(desk, visit_id)
    findings = checks.findings(desk, visit_id=visit_id)
    return VisitView(
        visit=visit,
        members=tuple(members),
        events=tuple(events),
        findings=tuple(findings),
        readiness=judge_readiness(visit, members, events, findings),
        invitations=tuple(invitations.plan(desk, visit_id=visit_id)),
        documents=tuple(documents.list_documents(desk, visit_id)),
        follow_ups=tuple(follow_ups.list_follow_ups(desk, visit_id=visit_id)),
        agreements=tuple(agreements.list_agreements(desk, visit_id=visit_id)),
    )
