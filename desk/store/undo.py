"""Undo and redo from the recorded images, checked so that nobody else's edit is overwritten."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from desk.locale import _
from desk.model.changes import RowChange, StepKind
from desk.model.errors import ChangedElsewhere
from desk.model.tables import HistoryStep
from desk.model.tables.row import Row
from desk.store.derivation import derive_if_possible
from desk.store.history import changes_of
from desk.store.images import columns_of, image_of, table_named, values_from
from desk.store.unit_of_work import WorkSession

__all__ = ["changes_of", "repeat", "reverse", "step_to_redo", "step_to_undo"]

_AT_ONCE = 1000

_Image = Mapping[str, Any] | None


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
    taking_back = aliased(HistoryStep)
    return session.exec(
        select(HistoryStep)
        # Whoever took a step back may do it again: not its author, whom somebody else undid.
        .join(taking_back, col(HistoryStep.undone_by) == col(taking_back.id))
        .where(
            taking_back.who == who,
            HistoryStep.kind == StepKind.DO,
            col(HistoryStep.undone_by) > (newest or 0),
        )
        .order_by(col(HistoryStep.undone_by).desc())
        .limit(1)
    ).first()


def reverse(session: WorkSession, changes: Sequence[RowChange]) -> None:
    """Take the changes back, the last one first.

    Raises ChangedElsewhere when a row no longer looks as the changes left it.
    """
    turning = _Turning(session, changes)
    for change in reversed(changes):
        turning.turn(change.table, change.row_id, change.after, change.before)
    session.flush()


def repeat(session: WorkSession, changes: Sequence[RowChange]) -> None:
    """Do the changes again. Raises ChangedElsewhere like `reverse`."""
    turning = _Turning(session, changes)
    for change in changes:
        turning.turn(change.table, change.row_id, change.before, change.after)
    session.flush()


class _Turning:
    """Rows being turned from one recorded image into the other."""

    def __init__(self, session: WorkSession, changes: Iterable[RowChange]) -> None:
        self._session = session
        self._rows: dict[tuple[str, int], Row] = {}
        self._unwritten: tuple[str, str] | None = None
        wanted: dict[str, set[int]] = {}
        for change in changes:
            wanted.setdefault(change.table, set()).add(change.row_id)
        for name, row_ids in wanted.items():
            self._read(name, sorted(row_ids))

    def turn(self, name: str, row_id: int, now: _Image, then: _Image) -> None:
        """Turn one row from the image `now` into the image `then`."""
        row = self._rows.get((name, row_id))
        if (row is None) is not (now is None):
            raise changed_elsewhere()
        if row is None:
            self._write_before("adding", name)
            self._add(name, row_id, then or {})
        elif then is None:
            self._write_before("removing", name)
            _require_equal(row, now or {}, set(now or {}))
            self._session.delete(row)
            del self._rows[name, row_id]
        else:
            # Each change by itself: together, their order would be the database's choice, and a
            # number that two rows pass on to each other would be there twice for a moment.
            self._write_before("changing", name)
            _change(row, now or {}, then)
            self._session.flush()

    def _read(self, name: str, row_ids: list[int]) -> None:
        table = table_named(name)
        for first in range(0, len(row_ids), _AT_ONCE):
            some = row_ids[first : first + _AT_ONCE]
            for row in self._session.exec(select(table).where(col(table.id).in_(some))):
                self._rows[name, row.id] = row

    def _add(self, name: str, row_id: int, image: Mapping[str, Any]) -> None:
        table = table_named(name)
        row = table(**values_from(table, image))
        derive_if_possible(row)
        self._session.add(row)
        self._rows[name, row_id] = row

    def _write_before(self, action: str, name: str) -> None:
        """Rows of one table may go to the database together, unless they refer to each other."""
        table = table_named(name)
        refers_to_itself = any(
            key.column.table.name == name
            for column in columns_of(table)
            for key in column.foreign_keys
        )
        if self._unwritten != (action, name) or refers_to_itself:
            self._session.flush()
        self._unwritten = (action, name)


def _change(row: Row, now: Mapping[str, Any], then: Mapping[str, Any]) -> None:
    # Only the columns this step changed must still look as it left them: another person's
    # edit of another column of the same row stays where it is.
    differing = {name for name in then if then[name] != now.get(name)}
    _require_equal(row, now, differing)
    for name, value in values_from(type(row), {name: then[name] for name in differing}).items():
        setattr(row, name, value)
    derive_if_possible(row)


def _require_equal(row: Row, image: Mapping[str, Any], names: set[str]) -> None:
    current = image_of(row)
    if any(current[name] != image.get(name) for name in names & current.keys() - row.derived):
        raise changed_elsewhere()


def changed_elsewhere() -> ChangedElsewhere:
    """What stands here is not what the step left behind."""
    return ChangedElsewhere(
        _("This was changed again since. Undo the later change first; nothing was overwritten.")
    )
