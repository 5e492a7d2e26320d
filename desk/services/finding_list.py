"""Everything that is wrong or missing over a period, to be read through and mended."""

from datetime import date, timedelta

from desk.locale import _
from desk.locale.words import current_language
from desk.model.rows.events import EventRow
from desk.model.rows.finding_list import FindingList, ListedFinding
from desk.model.rows.findings import FindingRow
from desk.model.rows.visits import VisitRow
from desk.model.tables import Event
from desk.services import checks
from desk.services.acceptance import drop_acceptance
from desk.services.assembly.events import event_rows_between
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.scheduling import day_begins
from desk.services.visits import visits_between


def list_findings(desk: Desk, first_day: date, last_day: date) -> FindingList:
    """The findings of what touches these days at the office, both included, by day and time.

    What concerns a visit as a whole stands on its first day.
    """
    found = checks.findings_between(desk, first_day, last_day)
    since = day_begins(first_day, desk.zone)
    until = day_begins(last_day + timedelta(days=1), desk.zone)
    with desk.read() as session:
        events = event_rows_between(session, since, until, current_language())
    by_event = {event.id: event for event in events}
    visits = {visit.id: visit for visit in visits_between(desk, first_day, last_day)}
    listed = (_listed(finding, by_event, visits) for finding in found)
    rows = sorted((row for row in listed if row is not None), key=_by_time)
    return FindingList(tuple(rows), len(events))


def take_back_acceptance(desk: Desk, finding: FindingRow) -> None:
    """Let an accepted finding count again. Raises NotThere when its event is gone."""
    if finding.event_id is None:
        return
    with desk.work(_("Let a finding count again")) as session:
        row_for_change(session, Event, finding.event_id)
        drop_acceptance(session, finding)


def _listed(
    finding: FindingRow, events: dict[int, EventRow], visits: dict[int, VisitRow]
) -> ListedFinding | None:
    """The finding with what it is about; None when that was deleted a moment ago."""
    event = events.get(finding.event_id or 0)
    if event is not None:
        return ListedFinding(
            finding,
            event.starts.date(),
            event.title,
            event.starts,
            event.ends,
            event.zone,
            event.place,
            event.visit_reference,
        )
    visit = visits.get(finding.visit_id or 0)
    if visit is None:
        return None
    return ListedFinding(finding, visit.first_day, visit.title, visit_reference=visit.reference)


def _by_time(row: ListedFinding) -> tuple[date, bool, str, str]:
    starts = "" if row.starts is None else row.starts.isoformat()
    return row.day, row.starts is not None, starts, row.title
