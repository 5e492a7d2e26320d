"""Undo and redo from the recorded images, checked so that nobody else's edit is overwritten."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from desk.locale import _
from desk.model.changes import RowChange, StepKind
from desk.model.errors import ChangedElsewhere
from desk.model.tables import HistoryChange, HistoryStep
from desk.store.images import image_of, table_named, values_from
from desk.store.unit_of_work import WorkSession


def step_to_undo(session: Session, who: str) -> HistoryStep | None:
    """The latest standing step of that person, or None."""
    return session.exec(
        select(HistoryStep)
        .where(
            HistoryStep.who == who,
            HistoryStep.kind == StepKind.DO,
            col(HistoryStep.undone_by).is_(None),
        )
        .order_by(col(HistoryStep.id).desc())
        .limit(1)
    ).first()


def step_to_redo(session: Session, who: str) -> HistoryStep | None:
    """The step that person took back last, unless they did something new since."""
    newest = session.exec(
        select(func.max(HistoryStep.id)).where(
            HistoryStep.who == who, HistoryStep.kind == StepKind.DO
        )
    ).one()
    return session.exec(
        select(HistoryStep)
        .where(
            HistoryStep.who == who,
            HistoryStep.kind == StepKind.DO,
            col(HistoryStep.undone_by) > (newest or 0),
        )
        .order_by(col(HistoryStep.undone_by).desc())
        .limit(1)
    ).first()


def changes_of(session: Session, step_id: int) -> list[RowChange]:
    """What a step changed, in the order it was written."""
    rows = session.exec(
        select(HistoryChange)
        .where(HistoryChange.step_id == step_id)
        .order_by(col(HistoryChange.id))
    )
    return [RowChange(row.table_name, row.row_id, row.before, row.after) for row in rows]


def reverse(session: WorkSession, changes: Sequence[RowChange]) -> None:
    """Take the changes back, the last one first.

    Raises ChangedElsewhere when a row no longer looks as the changes left it.
    """
    for change in reversed(changes):
        _turn(session, change.table, change.row_id, change.after, change.before)


def repeat(session: WorkSession, changes: Sequence[RowChange]) -> None:
    """Do the changes again. Raises ChangedElsewhere like `reverse`."""
    for change in changes:
        _turn(session, change.table, change.row_id, change.before, change.after)


def _turn(
    session: WorkSession,
    table_name: str,
    row_id: int,
    now: Mapping[str, Any] | None,
    then: Mapping[str, Any] | None,
) -> None:
    """Turn one row from the image `now` into the image `then`."""
    table = table_named(table_name)
    row = session.get(table, row_id)
    if now is None:
        if row is not None:
            raise _changed_elsewhere()
        session.keep(table(**values_from(table, then or {})))
        return
    if row is None:
        raise _changed_elsewhere()
    current = image_of(row)
    if then is None:
        if any(current.get(name) != value for name, value in now.items() if name in current):
            raise _changed_elsewhere()
        session.drop(row)
        return
    differing = {name for name in then if then[name] != now.get(name) and name in current}
    # Only the columns this step changed must still look as it left them: another person's
    # edit of another column of the same row stays where it is.
    if any(current[name] != now.get(name) for name in differing):
        raise _changed_elsewhere()
    for name, value in values_from(table, {name: then[name] for name in differing}).items():
        setattr(row, name, value)
    session.add(row)
    session.flush()


def _changed_elsewhere() -> ChangedElsewhere:
    return ChangedElsewhere(
        _("This was changed again since. Undo the later change first; nothing was overwritten.")
    )
