"""What one unit of work changed: the one notice every screen lives on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class ChangeKind(StrEnum):
    """What happened to one row."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class StepKind(StrEnum):
    """Why a unit of work was done."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    RECORD = "record"
    """A fact that left the office (printed, sent): kept in the history, never undone."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after, as JSON values; `before` is None for a new row."""

    table: str
    row_id: int
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None

    @property
    def kind(self) -> ChangeKind:
        if self.before is None:
            return ChangeKind.ADDED
        return ChangeKind.REMOVED if self.after is None else ChangeKind.CHANGED

    @property
    def columns(self) -> frozenset[str]:
        """The columns that differ."""
        before, after = self.before or {}, self.after or {}
        return frozenset(name for name in {*before, *after} if before.get(name) != after.get(name))


@dataclass(frozen=True)
class Changes:
    """Everything one unit of work changed, in the order it was written."""

    step: int
    label: str
    kind: StepKind = StepKind.DO
    rows: tuple[RowChange, ...] = field(default=())

    @cached_property
    def tables(self) -> frozenset[str]:
        """The names of the tables that were touched."""
        return frozenset(row.table for row in self.rows)
