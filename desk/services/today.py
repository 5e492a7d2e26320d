"""Everything the first page shows."""

from datetime import timedelta

from desk.model.choices import Status
from desk.model.rows.today import NextVisit, TodayRow
from desk.services import checks, follow_ups, programme, visits
from desk.services.desk import Desk
from desk.services.readiness import readiness

SOON = timedelta(days=14)
_NOT_COMING = (Status.CANCELLED, Status.POSTPONED, Status.DONE)


def today(desk: Desk) -> TodayRow:
    """Today at the office: events, the visits at hand, clashes of the coming weeks, promises."""
    day = desk.today()
    now = desk.now()
    open_ones = follow_ups.list_follow_ups(desk, open_only=True, due_by=day + SOON)
    coming = visits.list_visits(desk, period="coming", without=_NOT_COMING, limit=2)
    return TodayRow(
        day=day,
        now=desk.wall_now(),
        zone=desk.zone,
        events=tuple(programme.events_between(desk, day, day)),
        upcoming=tuple(programme.next_events(desk, limit=6)),
        visits=tuple(
            NextVisit(visit, max((visit.first_day - day).days, 0), readiness(desk, visit))
            for visit in coming
        ),
        findings=tuple(
            finding
            for finding in checks.clash_findings_between(
                desk, now - timedelta(days=1), now + timedelta(days=45), with_mends=False
            )
            if not finding.accepted
        ),
        overdue=tuple(row for row in open_ones if row.overdue_days > 0),
        due_soon=tuple(row for row in open_ones if row.overdue_days == 0),
    )
