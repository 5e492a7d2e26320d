"""Every change, before and after: undo, the history panel and the trash live on it."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Index
from sqlmodel import Field

from desk.model.changes import StepKind
from desk.model.columns import INSTANT, JSON_OR_NULL, choice
from desk.model.tables.row import AUTOINCREMENT, Row


class HistoryStep(Row, table=True):
    """One unit of work: who, when, what it was called."""

    __table_args__ = (
        # What undo and redo ask after every commit: somebody's latest step, what was taken back.
        Index("ix_history_step_latest", "who", "kind", "id"),
        Index("ix_history_step_undone_by", "undone_by"),
        AUTOINCREMENT,
    )
    tracked: ClassVar[bool] = False

    at: datetime = Field(sa_type=INSTANT)
    who: str
    label: str
    kind: StepKind = Field(default=StepKind.DO, sa_type=choice(StepKind))
    reverses: int | None = Field(default=None, foreign_key="history_step.id", index=True)
    """The step that this undo or redo is about."""
    undone_by: int | None = None
    """The undo step that took this one back; None while it stands."""


class HistoryChange(Row, table=True):
    """One row before and after one step, as JSON values."""

    __table_args__ = (Index("ix_history_change_row", "table_name", "row_id"), AUTOINCREMENT)
    tracked: ClassVar[bool] = False

    step_id: int = Field(foreign_key="history_step.id", index=True)
    table_name: str
    row_id: int
    visit_id: int | None = Field(default=None, index=True)
    """The visit that the row belongs or belonged to; not a foreign key, for it outlives the visit."""
    before: dict[str, Any] | None = Field(default=None, sa_type=JSON_OR_NULL)
    after: dict[str, Any] | None = Field(default=None, sa_type=JSON_OR_NULL)
