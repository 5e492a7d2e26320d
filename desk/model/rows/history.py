"""What was done, and what can be brought back."""

from dataclasses import dataclass
from datetime import datetime

from desk.model.changes import StepKind


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, in words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One unit of work as the history panel shows it; `at` is an aware UTC moment."""

    id: int
    at: datetime
    who: str
    label: str
    kind: StepKind
    undone: bool
    about: str = ""
    """What it was about: the titles or names of the rows it touched."""
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class TrashRow:
    """Something that was deleted and can be restored."""

    step_id: int
    at: datetime
    who: str
    table: str
    name: str
    with_it: int
    """How many further rows went with it and would come back."""


@dataclass(frozen=True, slots=True)
class UndoState:
    """What undo and redo would do now; empty text when there is nothing."""

    undo_step: int | None = None
    undo_label: str = ""
    redo_step: int | None = None
    redo_label: str = ""
