"""The unit of work: every write, its history and its notice in one transaction."""

from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import event, insert
from sqlalchemy.engine import Engine
from sqlmodel import Session

from desk.model.changes import Changes, RowChange, StepKind
from desk.model.tables import HistoryChange, HistoryStep
from desk.model.tables.row import Row
from desk.store.images import image_before, image_of


Kept = TypeVar("Kept", bound=Row)


class WorkSession(Session):
    """A session that remembers what every flush changed, in order."""

    def __init__(self, bind: Engine) -> None:
        super().__init__(bind.execution_options(writes=True), expire_on_commit=False)
        self.recorded: list[RowChange] = []
        event.listen(self, "after_flush", _record_flush)
        event.listen(self, "do_orm_execute", _refuse_bulk_writes)

    def keep(self, row: Kept) -> Kept:
        """Add the row and flush, so that it has its id and its place in the order of writing."""
        self.add(row)
        self.flush()
        return row

    def drop(self, row: Row) -> None:
        """Delete the row and flush: children go before their parents."""
        self.delete(row)
        self.flush()


def _record_flush(session: WorkSession, _context: Any) -> None:
    for row in session.new:
        if isinstance(row, Row) and row.tracked:
            session.recorded.append(RowChange(_table(row), row.id, None, image_of(row)))
    for row in session.dirty:
        if isinstance(row, Row) and row.tracked and session.is_modified(row):
            session.recorded.append(
                RowChange(_table(row), row.id, image_before(row), image_of(row))
            )
    for row in session.deleted:
        if isinstance(row, Row) and row.tracked:
            session.recorded.append(RowChange(_table(row), row.id, image_before(row), None))


def _refuse_bulk_writes(state: Any) -> None:
    # A bulk update or delete would change rows behind the history's back.
    if state.is_update or state.is_delete:
        raise RuntimeError("bulk writes bypass the history: change the rows one by one")


def _table(row: Row) -> str:
    return row.__table__.name  # type: ignore[attr-defined]


def write_history(
    session: WorkSession,
    *,
    label: str,
    who: str,
    at: datetime,
    kind: StepKind,
    reverses: int | None = None,
) -> Changes:
    """Write what the session recorded as one step; nothing recorded gives an empty notice."""
    if not session.recorded:
        return Changes(0, label, kind)
    step = HistoryStep(at=at, who=who, label=label, kind=kind, reverses=reverses)
    session.keep(step)
    session.connection().execute(
        insert(HistoryChange.__table__),  # type: ignore[attr-defined]
        [
            {
                "step_id": step.id,
                "table_name": row.table,
                "row_id": row.row_id,
                "before": row.before,
                "after": row.after,
            }
            for row in session.recorded
        ],
    )
    return Changes(step.id, label, kind, tuple(session.recorded))
