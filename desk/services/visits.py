"""What people do with visits."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import col, or_, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import Status, VisitKind
from desk.model.errors import UserError
from desk.model.rows.visits import VisitRow
from desk.model.tables import (
    Agreement,
    AgreementParty,
    DelegationMember,
    Event,
    FollowUp,
    ProducedDocument,
    Visit,
)
from desk.services.assembly.visits import visit_rows
from desk.services.desk import Desk
from desk.services.edits import localised, new_row, row_for_change, set_fields
from desk.services.numbers import next_number, visit_by_reference
from desk.services.scheduling import (
    drop_event,
    refuse_strange_year,
    refuse_when_invited,
)
from desk.store.unit_of_work import WorkSession

LONGEST_VISIT = timedelta(days=120)


def list_visits(
    desk: Desk,
    *,
    period: str = "all",
    status: Status | None = None,
    without: Collection[Status] = (),
    limit: int = 500,
) -> list[VisitRow]:
    """Visits, those to come or under way first (the nearest first), then the past, latest first.

    `period` is all, coming (under way included) or past; `without` leaves those statuses out.
    """
    today = desk.today()
    with desk.read() as session:
        query = select(Visit)
        if status is not None:
            query = query.where(Visit.status == status)
        if without:
            query = query.where(col(Visit.status).not_in(without))
        coming: Sequence[Visit] = (
            ()
            if period == "past"
            else session.exec(
                query.where(*not_over(today))
                .order_by(col(Visit.first_day), col(Visit.id))
                .limit(limit)
            ).all()
        )
        past: Sequence[Visit] = (
            ()
            if period == "coming"
            else session.exec(
                query.where(Visit.last_day < today)
                .order_by(col(Visit.first_day).desc(), col(Visit.id).desc())
                .limit(limit - len(coming))
            ).all()
        )
        return visit_rows(session, [*coming, *past], current_language())


def not_over(today: date) -> tuple[ColumnElement[bool], ...]:
    """The condition for visits to come or under way.

    No visit lasts longer than it may: the lower bound spares a walk through all the past ones.
    """
    return col(Visit.last_day) >= today, col(Visit.first_day) >= today - LONGEST_VISIT


def all_visits(desk: Desk, *, language: str | None = None) -> list[VisitRow]:
    """Every visit by its first day, the earliest first."""
    with desk.read() as session:
        visits = session.exec(select(Visit).order_by(col(Visit.first_day), col(Visit.id))).all()
        return visit_rows(session, visits, language or current_language())


def get_visit(desk: Desk, visit_id: int) -> VisitRow | None:
    """One visit, or None when it was deleted."""
    with desk.read() as session:
        visit = session.get(Visit, visit_id)
        return visit_rows(session, [visit], current_language())[0] if visit else None


def find_visit(desk: Desk, reference: str) -> VisitRow:
    """The visit of that reference. Raises NotThere."""
    with desk.read() as session:
        visit = visit_by_reference(session, reference)
        return visit_rows(session, [visit], current_language())[0]


def visits_between(desk: Desk, first: date, last: date) -> list[VisitRow]:
    """Visits that touch these days, both included, for a calendar: what they hold is not counted."""
    with desk.read() as session:
        visits = session.exec(
            select(Visit)
            .where(
                Visit.first_day <= last,
                Visit.last_day >= first,
                # A lower bound keeps the search small however many years there are.
                Visit.first_day >= first - LONGEST_VISIT,
            )
            .order_by(col(Visit.first_day), col(Visit.id))
        ).all()
        return visit_rows(session, visits, current_language(), counted=False)


def create_visit(
    desk: Desk,
    *,
    title: str | Mapping[str, str],
    first_day: date,
    last_day: date | None = None,
    country: str = "",
    kind: VisitKind = VisitKind.OTHER,
    status: Status = Status.TENTATIVE,
    zone: str | None = None,
    guest_zone: str = "",
    purpose: str = "",
    letter: str = "",
    notes: str = "",
) -> int:
    """Book a visit; its id. Raises UserError for a missing title or an end before its start."""
    with desk.work(_("New visit")) as session:
        visit = Visit(
            **new_row(
                Visit,
                {
                    "year": first_day.year,
                    "number": next_number(session, f"visit/{first_day.year}"),
                    "title": localised(title),
                    "country": country,
                    "kind": kind,
                    "status": status,
                    "first_day": first_day,
                    "last_day": last_day or first_day,
                    "zone": zone or desk.zone,
                    "guest_zone": guest_zone,
                    "purpose": purpose,
                    "letter": letter,
                    "notes": notes,
                },
            )
        )
        _judge(visit)
        return session.keep(visit).id


def update_visit(
    desk: Desk,
    visit_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change fields of a visit; `seen` as in `edits.set_fields`. Raises UserError."""
    with desk.work(_("Change visit")) as session:
        visit = row_for_change(session, Visit, visit_id)
        if set_fields(visit, changes, seen):
            _judge(visit)
            session.add(visit)


def set_visit_status(desk: Desk, visit_id: int, status: Status, *, reason: str = "") -> None:
    """Confirm, cancel, postpone …; cancelling or postponing does the same to its events.

    Raises UserError when a cancellation or postponement has no reason.
    """
    if status in (Status.CANCELLED, Status.POSTPONED) and not reason.strip():
        raise UserError(_("Say why, so that everybody can answer the question."), field="reason")
    with desk.work(_("Status of the visit")) as session:
        visit = row_for_change(session, Visit, visit_id)
        visit.status, visit.status_reason = status, reason.strip()
        session.add(visit)
        if status in (Status.CANCELLED, Status.POSTPONED):
            for event in session.exec(select(Event).where(Event.visit_id == visit_id)):
                if event.status not in (Status.CANCELLED, Status.DONE):
                    event.status, event.status_reason = status, reason.strip()
                    session.add(event)


def delete_visit(desk: Desk, visit_id: int) -> None:
    """Delete a visit with all that hangs on it; it can be restored.

    Raises UserError while guests hold invitations to it: those have to be withdrawn first.
    """
    with desk.work(_("Delete visit")) as session:
        visit = row_for_change(session, Visit, visit_id)
        events = session.exec(select(Event).where(Event.visit_id == visit_id)).all()
        refuse_when_invited(session, [event.id for event in events])
        agreements = session.exec(select(Agreement).where(Agreement.visit_id == visit_id)).all()
        for follow_up in session.exec(
            select(FollowUp).where(
                or_(
                    col(FollowUp.visit_id) == visit_id,
                    col(FollowUp.agreement_id).in_([row.id for row in agreements]),
                )
            )
        ).all():
            if follow_up.visit_id in (visit_id, None):
                session.drop(follow_up)
            else:
                # What another visit promised about the agreement stays promised.
                follow_up.agreement_id = None
                session.keep(follow_up)
        for event in events:
            drop_event(session, event)
        for table in (ProducedDocument, DelegationMember):
            _drop_all(session, session.exec(select(table).where(table.visit_id == visit_id)).all())
        for agreement in agreements:
            _drop_all(
                session,
                session.exec(
                    select(AgreementParty).where(AgreementParty.agreement_id == agreement.id)
                ).all(),
            )
            session.drop(agreement)
        session.drop(visit)


def _drop_all(session: WorkSession, rows: Sequence[object]) -> None:
    for row in rows:
        session.drop(row)  # type: ignore[arg-type]


def _judge(visit: Visit) -> None:
    if not visit.title:
        raise UserError(_("A visit needs a title."), field="title")
    refuse_strange_year(visit.first_day, "first_day")
    refuse_strange_year(visit.last_day, "last_day")
    if visit.last_day < visit.first_day:
        raise UserError(_("The last day is before the first day."), field="last_day")
    if visit.last_day - visit.first_day > LONGEST_VISIT:
        raise UserError(
            _("A visit lasts {count} days at most; make two of it.").format(
                count=LONGEST_VISIT.days
            ),
            field="last_day",
        )
