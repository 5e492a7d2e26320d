"""How guests come and leave."""

from datetime import datetime

from sqlmodel import Field

from desk.model.choices import JourneyDirection
from desk.model.columns import WALL_TIME, choice
from desk.model.tables.row import AUTOINCREMENT, Row


class Journey(Row, table=True):
    """A flight or other way of one line of the delegation, at a wall time of its own zone."""

    __table_args__ = AUTOINCREMENT

    member_id: int = Field(foreign_key="delegation_member.id", index=True)
    direction: JourneyDirection = Field(
        default=JourneyDirection.ARRIVAL, sa_type=choice(JourneyDirection)
    )
    flight: str = ""
    place: str = ""
    at: datetime | None = Field(default=None, sa_type=WALL_TIME)
    zone: str
    notes: str = ""
