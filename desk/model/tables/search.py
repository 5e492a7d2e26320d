"""The normalised words that things are found by, in any script."""

from typing import ClassVar

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from desk.model.tables.row import AUTOINCREMENT, Row


class SearchEntry(Row, table=True):
    """One findable thing: its words, folded to plain Latin (rules.folding)."""

    __table_args__ = (
        UniqueConstraint("kind", "row_id", name="one_entry_per_thing"),
        Index("ix_search_entry_latest", "recent", "kind", "id"),
        Index("ix_search_entry_latest_of_kind", "kind", "recent", "id"),
        AUTOINCREMENT,
    )
    tracked: ClassVar[bool] = False

    kind: str = Field(max_length=24)
    """The table that the thing is a row of."""
    row_id: int
    words: str
    """Each word once, after two spaces: its first letters make a trigram of their own."""
    recent: str = ""
    """A date that orders hits of equal merit, the latest first."""
