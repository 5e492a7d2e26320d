"""The numbers in references, each given once."""

from typing import ClassVar

from sqlmodel import Field

from desk.model.tables.row import AUTOINCREMENT, Row


class NumberSeries(Row, table=True):
    """The last number given within a year's visits or a visit's events.

    Outside the history: an undone visit keeps its number to itself, so a reference that somebody
    already wrote down never comes to mean something else.
    """

    __table_args__ = AUTOINCREMENT
    tracked: ClassVar[bool] = False

    name: str = Field(unique=True)
    last: int = 0
