"""The sessions: one that only reads, one that records every row it writes."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any, NoReturn, TypeVar

from sqlalchemy import event, text
from sqlalchemy.engine import Engine
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

from desk.model.changes import RowChange
from desk.model.tables.row import Row
from desk.store.images import image_before, image_of, ranks

Kept = TypeVar("Kept", bound=Row)

_ADVANCE = text(
    "SELECT setval(numbers, :last) FROM"
    " (SELECT pg_get_serial_sequence(:table, 'id')::regclass AS numbers) AS found"
    " WHERE :last > coalesce(pg_sequence_last_value(numbers), 0)"
)


class ReadingSession(Session):
    """A session that writes nothing: a change made in it by mistake is an error, not a loss."""

    def __init__(self, bind: Engine) -> None:
        super().__init__(bind, expire_on_commit=False)
        event.listen(self, "before_flush", _refuse_writes)
        event.listen(self, "do_orm_execute", _refuse_bulk_writes)


class WorkSession(Session):
    """A session that remembers what every flush changed, in order."""

    def __init__(self, bind: Engine) -> None:
        super().__init__(bind.execution_options(writes=True), expire_on_commit=False)
        self.recorded: list[RowChange] = []
        self._given_ids: dict[str, int] = {}
        event.listen(self, "before_flush", _note_given_ids)
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

    def commit(self) -> NoReturn:
        """Refused: the store commits a unit of work once, together with its history."""
        raise RuntimeError("a unit of work is committed by the store, together with its history")

    def begin_nested(self) -> NoReturn:
        """Refused: what a savepoint takes back would stay in the record."""
        raise RuntimeError("a unit of work is kept whole or not at all")

    def commit_with_history(self) -> None:
        """Commit; for the store alone, when the history is written."""
        super().commit()

    def note_given_ids(self, rows: Iterable[object]) -> None:
        """Remember the highest id that was given to a new row instead of left to the database."""
        if self.get_bind().dialect.name == "postgresql":
            for row in rows:
                if isinstance(row, Row) and row.id:
                    name = row.__tablename__
                    self._given_ids[name] = max(row.id, self._given_ids.get(name, 0))

    def record_flush(self) -> None:
        """Append what this flush wrote, so that undoing it backwards breaks no reference."""
        added, changed, removed = (
            [row for row in rows if isinstance(row, Row) and row.tracked]
            for rows in (self.new, self.dirty, self.deleted)
        )
        self.recorded += [
            RowChange(row.__tablename__, row.id, None, image_of(row))
            for row in sorted(added, key=_rank)
        ]
        self.recorded += [
            RowChange(row.__tablename__, row.id, image_before(row), image_of(row))
            for row in sorted(changed, key=attrgetter("__tablename__", "id"))
            if self.is_modified(row)
        ]
        self.recorded += [
            RowChange(row.__tablename__, row.id, image_before(row), None)
            for row in sorted(removed, key=_rank, reverse=True)
        ]
        # PostgreSQL counts on without looking, and would one day give the same id.
        for table, last in self._given_ids.items():
            self.connection().execute(_ADVANCE, {"table": table, "last": last})
        self._given_ids.clear()


def _rank(row: Row) -> int:
    return ranks()[row.__tablename__]


def _refuse_writes(session: ReadingSession, *_of_flush: Any) -> None:
    if session.new or session.deleted or any(session.is_modified(row) for row in session.dirty):
        raise RuntimeError("a reading session changes nothing: use a unit of work")


def _refuse_bulk_writes(state: ORMExecuteState) -> None:
    # A bulk write would change rows behind the history's back.
    if not state.is_select:
        raise RuntimeError("bulk writes bypass the history: change the rows one by one")


def _note_given_ids(session: WorkSession, *_of_flush: Any) -> None:
    session.note_given_ids(session.new)


def _record_flush(session: WorkSession, _context: object) -> None:
    session.record_flush()
