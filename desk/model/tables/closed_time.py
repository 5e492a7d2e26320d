"""When a venue or a resource cannot be had."""

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field

from desk.model.columns import INSTANT, WALL_TIME
from desk.model.tables.row import AUTOINCREMENT, Row


class ClosedTime(Row, table=True):
    """A venue or a resource closed between two wall times of one zone, half-open, with a reason.

    `starts_at` and `ends_at` are derived from the wall times and the zone.
    """

    __table_args__ = AUTOINCREMENT
    derived: ClassVar[frozenset[str]] = frozenset({"starts_at", "ends_at"})

    venue_id: int | None = Field(default=None, foreign_key="venue.id", index=True)
    resource_id: int | None = Field(default=None, foreign_key="resource.id", index=True)
    starts: datetime = Field(sa_type=WALL_TIME)
    ends: datetime = Field(sa_type=WALL_TIME)
    zone: str
    starts_at: datetime = Field(sa_type=INSTANT)
    ends_at: datetime = Field(sa_type=INSTANT)
    reason: str = ""
