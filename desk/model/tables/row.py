"""What every table has in common."""

from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

AUTOINCREMENT: dict[str, Any] = {"sqlite_autoincrement": True}
"""An id is never given twice: undo of a deletion brings a row back under its old id."""


class Row(SQLModel):
    """A table row with an id; the id is there once the row was flushed."""

    tracked: ClassVar[bool] = True
    """Whether the unit of work writes its changes into the history."""

    id: int = Field(default=None, primary_key=True)
