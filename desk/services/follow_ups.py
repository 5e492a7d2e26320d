"""What people do with promises."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import FollowUpStatus
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.follow_ups import FollowUpRow
from desk.model.tables import FollowUp, Organisation, Person, Visit
from desk.services.assembly.lookup import rows_by_id
from desk.services.assembly.visits import OPEN
from desk.services.desk import Desk
from desk.services.edits import new_row, row_for_change, set_fields
from desk.services.numbers import visit_reference


def list_follow_ups(
    desk: Desk,
    *,
    visit_id: int | None = None,
    open_only: bool = False,
    due_by: date | None = None,
    limit: int = 1000,
) -> list[FollowUpRow]:
    """Follow-ups, open ones first, then by due day; those without a due day last.

    `due_by` is the last due day asked for; it leaves out those without one.
    """
    with desk.read() as session:
        query = select(FollowUp)
        if visit_id is not None:
            query = query.where(FollowUp.visit_id == visit_id)
        if open_only:
            query = query.where(col(FollowUp.status).in_(OPEN))
        if due_by is not None:
            query = query.where(col(FollowUp.due_on) <= due_by)
        query = query.order_by(
            col(FollowUp.status).not_in(OPEN),
            col(FollowUp.due_on).is_(None),
            col(FollowUp.due_on),
            col(FollowUp.id),
        )
        return follow_up_rows(session, session.exec(query.limit(limit)).all(), desk.today())


def get_follow_up(desk: Desk, follow_up_id: int) -> FollowUpRow | None:
    """One follow-up, or None when it was deleted."""
    with desk.read() as session:
        row = session.get(FollowUp, follow_up_id)
        return follow_up_rows(session, [row], desk.today())[0] if row else None


def follow_up_rows(session: Session, rows: Sequence[FollowUp], today: date) -> list[FollowUpRow]:
    """The follow-ups in the order given, in the language of the screen."""
    language = current_language()
    visits = rows_by_id(session, Visit, {row.visit_id for row in rows})
    bodies = rows_by_id(session, Organisation, {row.organisation_id for row in rows})
    people = rows_by_id(session, Person, {row.person_id for row in rows})
    found: list[FollowUpRow] = []
    for row in rows:
        visit = visits.get(row.visit_id or 0)
        body = bodies.get(row.organisation_id or 0)
        person = people.get(row.person_id or 0)
        overdue = (today - row.due_on).days if row.due_on and row.status in OPEN else 0
        found.append(
            FollowUpRow(
                id=row.id,
                title=row.title,
                source=row.source,
                status=row.status,
                due_on=row.due_on,
                done_on=row.done_on,
                evidence=row.evidence,
                notes=row.notes,
                visit_id=row.visit_id,
                visit_reference=visit_reference(visit.year, visit.number) if visit else "",
                visit_title=text_in(visit.title, language) if visit else "",
                event_id=row.event_id,
                agreement_id=row.agreement_id,
                organisation_id=row.organisation_id,
                organisation=text_in(body.name, language) if body else "",
                person_id=row.person_id,
                person=person.full_name if person else "",
                overdue_days=max(overdue, 0),
            )
        )
    return found


def create_follow_up(
    desk: Desk,
    *,
    title: str,
    due_on: date | None = None,
    visit_id: int | None = None,
    event_id: int | None = None,
    agreement_id: int | None = None,
    organisation_id: int | None = None,
    person_id: int | None = None,
    source: str = "",
    notes: str = "",
) -> int:
    """Note a promise; its id. Raises UserError for a missing title."""
    with desk.work(_("New follow-up")) as session:
        row = FollowUp(
            **new_row(
                FollowUp,
                {
                    "title": title,
                    "due_on": due_on,
                    "visit_id": visit_id,
                    "event_id": event_id,
                    "agreement_id": agreement_id,
                    "organisation_id": organisation_id,
                    "person_id": person_id,
                    "source": source,
                    "notes": notes,
                },
            )
        )
        _judge(row)
        return session.keep(row).id


def update_follow_up(
    desk: Desk,
    follow_up_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change fields of a follow-up; `seen` as in `edits.set_fields`. Raises UserError."""
    with desk.work(_("Change follow-up")) as session:
        row = row_for_change(session, FollowUp, follow_up_id)
        if set_fields(row, changes, seen):
            _judge(row)
            if "status" in changes and "done_on" not in changes:
                _note_day(desk, row)
            session.add(row)


def set_follow_up_status(
    desk: Desk, follow_up_id: int, status: FollowUpStatus, *, evidence: str | None = None
) -> None:
    """Start, finish, drop or reopen a follow-up; finishing notes the day."""
    with desk.work(_("Status of the follow-up")) as session:
        row = row_for_change(session, FollowUp, follow_up_id)
        row.status = status
        _note_day(desk, row)
        if evidence is not None:
            row.evidence = evidence.strip()
        session.add(row)


def delete_follow_up(desk: Desk, follow_up_id: int) -> None:
    """Delete a follow-up; it can be restored."""
    with desk.work(_("Delete follow-up")) as session:
        session.drop(row_for_change(session, FollowUp, follow_up_id))


def _note_day(desk: Desk, row: FollowUp) -> None:
    """The day it was done is noted once, and forgotten when it is taken up again."""
    if row.status is not FollowUpStatus.DONE:
        row.done_on = None
    elif row.done_on is None:
        row.done_on = desk.today()


def _judge(row: FollowUp) -> None:
    if not row.title:
        raise UserError(
            _("A follow-up needs a sentence that says what was promised."), field="title"
        )
