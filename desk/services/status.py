"""What the frame around the pages shows: counts, and where the guests' clock hangs."""

from datetime import timedelta

from sqlalchemy import func
from sqlmodel import col, select

from desk.locale.countries import usual_zone
from desk.model.choices import Status
from desk.model.rows.status import DeskStatus
from desk.model.tables import Event, FollowUp, HistoryStep, Visit
from desk.services import checks
from desk.services.assembly.visits import OPEN
from desk.services.desk import Desk
from desk.services.settings import settings_in
from desk.services.visits import not_over

CLASHES_AHEAD = timedelta(days=45)
"""As far as the first page looks."""


def desk_status(desk: Desk) -> DeskStatus:
    """Counts for the status bar and the navigation."""
    today, now = desk.today(), desk.now()
    clashes = checks.clash_findings_between(desk, now - timedelta(days=1), now + CLASHES_AHEAD)
    with desk.read() as session:
        due, overdue = session.exec(
            select(func.count(), func.count().filter(col(FollowUp.due_on) < today)).where(
                col(FollowUp.status).in_(OPEN), col(FollowUp.due_on) <= today
            )
        ).one()
        visit = session.exec(
            select(Visit)
            .where(
                *not_over(today),
                col(Visit.status).notin_((Status.CANCELLED, Status.POSTPONED, Status.IDEA)),
            )
            .order_by(col(Visit.first_day), col(Visit.id))
            .limit(1)
        ).first()
        zone = (visit.guest_zone or usual_zone(visit.country) or "") if visit else ""
        return DeskStatus(
            unit=settings_in(session).unit,
            place=desk.store.place,
            shared=desk.store.is_shared,
            clashes=sum(not finding.accepted for finding in clashes),
            overdue=overdue,
            due=due,
            guest_zone=zone,
            saved_at=session.exec(
                select(HistoryStep.at).order_by(col(HistoryStep.id).desc()).limit(1)
            ).first(),
        )


def is_unused(desk: Desk) -> bool:
    """Whether there is neither a visit nor an event: somebody is starting."""
    with desk.read() as session:
        return (
            session.exec(select(Visit.id).limit(1)).first() is None
            and session.exec(select(Event.id).limit(1)).first() is None
        )
