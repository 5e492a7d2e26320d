"""What is hidden until somebody asks: noting it, looking at it, and who looked (DOMAIN, privacy)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, select

from desk.locale import N_, _
from desk.model.changes import StepKind
from desk.model.errors import UserError
from desk.model.rows.history import StepRow
from desk.model.tables import (
    DelegationMember,
    HistoryChange,
    HistoryStep,
    Person,
    RestrictedRecord,
)
from desk.services.desk import Desk
from desk.services.edits import row_for_change, set_fields
from desk.services.history import step_rows
from desk.store.unit_of_work import WorkSession

_RECORD = frozenset(RestrictedRecord.model_fields) - {"id", "person_id"}

FIELDS = ("phone", "passport_number", "passport_until", "birth_date", "diet", "health")
"""The restricted fields of a person, in the order of a form; a room belongs to a visit."""

_LOOKS = {
    "phone": N_("Looked at the telephone number"),
    "passport_number": N_("Looked at the passport"),
    "passport_until": N_("Looked at the passport"),
    "birth_date": N_("Looked at the date of birth"),
    "diet": N_("Looked at the diet"),
    "health": N_("Looked at the health notes"),
    "hotel_room": N_("Looked at the hotel room"),
}


def noted_fields(desk: Desk, person_id: int) -> frozenset[str]:
    """Which restricted fields of a person say something; what they say is not told."""
    with desk.read() as session:
        return frozenset(name for name, value in _values(session, person_id).items() if value)


def reveal(desk: Desk, person_id: int, fields: Iterable[str]) -> dict[str, Any]:
    """What these fields of a person say, for somebody who asked to see them.

    That they looked stays in the history: who, when, at what. Nothing is recorded of a field that
    says nothing. Raises NotThere.
    """
    with desk.work(_("Looked at restricted fields"), kind=StepKind.RECORD) as session:
        row_for_change(session, Person, person_id)
        values = _values(session, person_id)
        asked = {name: values[name] for name in fields}
        _record(desk, session, "person", person_id, [name for name in asked if asked[name]])
        return asked


def shown_values(desk: Desk, person_id: int, fields: Iterable[str]) -> dict[str, Any]:
    """What fields say now that are open on a screen: the look was recorded when they were opened."""
    with desk.read() as session:
        values = _values(session, person_id)
        return {name: values[name] for name in fields}


def reveal_room(desk: Desk, member_id: int) -> str:
    """The hotel room of a line of a delegation; recorded of its person, or of the line. NotThere."""
    with desk.work(_("Looked at restricted fields"), kind=StepKind.RECORD) as session:
        member = row_for_change(session, DelegationMember, member_id)
        table, row_id = "delegation_member", member.id
        if member.person_id is not None:
            table, row_id = "person", member.person_id
        if member.hotel_room:
            _record(desk, session, table, row_id, ["hotel_room"], visit_id=member.visit_id)
        return member.hotel_room


def note(
    desk: Desk,
    person_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Write restricted fields of a person; `seen` as in `edits.set_fields`. Raises UserError."""
    own = {name: value for name, value in changes.items() if name not in _RECORD}
    hidden = {name: value for name, value in changes.items() if name in _RECORD}
    with desk.work(_("Change restricted fields")) as session:
        person = row_for_change(session, Person, person_id)
        if set_fields(person, own, seen):
            session.keep(person)
        if not hidden:
            return
        record = _record_of(session, person_id) or RestrictedRecord(person_id=person_id)
        if set_fields(record, hidden, seen):
            if record.birth_date is not None and record.birth_date > desk.today():
                raise UserError(_("Nobody is born in the future."), field="birth_date")
            session.keep(record)


def looks_at(desk: Desk, person_ids: Sequence[int], *, limit: int = 200) -> list[StepRow]:
    """Who looked at restricted fields of a person, and when, the latest first.

    `person_ids` are all that the person had (`merging.ids_with_history`).
    """
    with desk.read() as session:
        rows = session.exec(
            select(HistoryStep)
            .join(HistoryChange, col(HistoryChange.step_id) == col(HistoryStep.id))
            .where(
                HistoryStep.kind == StepKind.RECORD,
                HistoryChange.table_name == "person",
                col(HistoryChange.row_id).in_(person_ids),
                col(HistoryChange.before).is_(None),
                col(HistoryChange.after).is_(None),
            )
            .order_by(col(HistoryStep.id).desc())
            .limit(limit)
        ).all()
        return step_rows(session, rows)


def record_ids(desk: Desk, person_ids: Sequence[int]) -> list[int]:
    """The ids of the restricted records of these people; for their history."""
    with desk.read() as session:
        return list(
            session.exec(
                select(RestrictedRecord.id).where(col(RestrictedRecord.person_id).in_(person_ids))
            )
        )


def _record(
    desk: Desk,
    session: WorkSession,
    table: str,
    row_id: int,
    names: Sequence[str],
    *,
    visit_id: int | None = None,
) -> None:
    """A step per kind of look, about the row and with no change in it: nothing of it is undone."""
    for label in dict.fromkeys(_LOOKS[name] for name in names):
        step = session.keep(
            HistoryStep(at=desk.now(), who=desk.who, label=_(label), kind=StepKind.RECORD)
        )
        session.keep(
            HistoryChange(step_id=step.id, table_name=table, row_id=row_id, visit_id=visit_id)
        )


def _values(session: Session, person_id: int) -> dict[str, Any]:
    person, record = session.get(Person, person_id), _record_of(session, person_id)
    return {
        name: getattr(record if name in _RECORD else person, name, None) or empty
        for name, empty in _EMPTY.items()
    }


_EMPTY = {name: None if name in {"passport_until", "birth_date"} else "" for name in FIELDS}


def _record_of(session: Session, person_id: int) -> RestrictedRecord | None:
    return session.exec(
        select(RestrictedRecord).where(RestrictedRecord.person_id == person_id)
    ).first()
