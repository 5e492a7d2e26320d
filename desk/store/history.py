"""The history: writing a step of it, and reading what steps changed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from sqlalchemy import func, insert
from sqlmodel import Session, col, select

from desk.model.changes import Changes, RowChange, StepKind
from desk.model.tables import Agreement, Event, HistoryChange, HistoryStep
from desk.store.unit_of_work import WorkSession


def write_history(
    session: WorkSession,
    *,
    label: str,
    who: str,
    at: datetime,
    kind: StepKind,
    reverses: int | None = None,
) -> Changes:
    """Write what the session recorded as one step.

    When nothing was recorded no step is written, unless it is about another step; the notice is
    empty then and its step 0.
    """
    if not session.recorded and reverses is None:
        return Changes(0, label, kind)
    changes = tuple(session.recorded)
    step = session.keep(HistoryStep(at=at, who=who, label=label, kind=kind, reverses=reverses))
    rows = [
        {
            "step_id": step.id,
            "table_name": change.table,
            "row_id": change.row_id,
            "visit_id": visit_id,
            "before": change.before,
            "after": change.after,
        }
        for change, visit_id in zip(changes, _visits_of(session, changes), strict=True)
    ]
    if rows:
        session.connection().execute(insert(HistoryChange), rows)
    return Changes(step.id, label, kind, changes)


def changes_of(session: Session, step_id: int) -> list[RowChange]:
    """What a step changed, in the order it was written."""
    rows = session.exec(
        select(HistoryChange)
        .where(HistoryChange.step_id == step_id)
        .order_by(col(HistoryChange.id))
    )
    return [_row_change(row) for row in rows]


def last_step(session: Session) -> int:
    """The number of the latest step, 0 when there is none."""
    return session.exec(select(func.max(HistoryStep.id))).one() or 0


def changes_after(session: Session, step_id: int) -> list[Changes]:
    """What was done after a step, by whomever, the oldest first.

    Steps are numbered in the order in which they become visible, so that none is missed by asking
    again with the last number seen.
    """
    steps = session.exec(
        select(HistoryStep).where(col(HistoryStep.id) > step_id).order_by(col(HistoryStep.id))
    ).all()
    if not steps:
        return []
    rows = session.exec(
        select(HistoryChange)
        .where(col(HistoryChange.step_id) > step_id)
        .order_by(col(HistoryChange.step_id), col(HistoryChange.id))
    )
    by_step = {
        number: tuple(map(_row_change, group))
        for number, group in groupby(rows, key=attrgetter("step_id"))
    }
    return [Changes(step.id, step.label, step.kind, by_step.get(step.id, ())) for step in steps]


def _row_change(row: HistoryChange) -> RowChange:
    return RowChange(row.table_name, row.row_id, row.before, row.after)


def _visits_of(session: Session, changes: Sequence[RowChange]) -> list[int | None]:
    """The visit that each change belongs to, by itself, its event or its agreement."""
    events = _visits_by_id(session, Event, changes)
    agreements = _visits_by_id(session, Agreement, changes)
    found: list[int | None] = []
    for change in changes:
        image = change.after or change.before or {}
        found.append(
            change.row_id
            if change.table == "visit"
            else _number(image.get("visit_id"))
            or events.get(_number(image.get("event_id")) or 0)
            or agreements.get(_number(image.get("agreement_id")) or 0)
        )
    return found


def _visits_by_id(
    session: Session, table: type[Event | Agreement], changes: Iterable[RowChange]
) -> dict[int, int | None]:
    """The visits of those events or agreements that the changes name, the deleted ones too."""
    name = table.__tablename__
    wanted: set[int] = set()
    found: dict[int, int | None] = {}
    for change in changes:
        image = change.after or change.before or {}
        if change.table == name:
            found[change.row_id] = _number(image.get("visit_id"))
        elif number := _number(image.get(f"{name}_id")):
            wanted.add(number)
    missing = sorted(wanted - found.keys())
    for first in range(0, len(missing), 1000):
        some = missing[first : first + 1000]
        found.update(
            session.exec(select(table.id, table.visit_id).where(col(table.id).in_(some))).all()
        )
    return found


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
