"""Rooms and other places where events are held."""

from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from desk.model.columns import empty_list, empty_mapping
from desk.model.localised import LocalisedText
from desk.model.tables.row import AUTOINCREMENT, Row


class Venue(Row, table=True):
    """A place that can be booked once at a time, unless it is shared."""

    __table_args__ = AUTOINCREMENT

    name: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    building: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    city: str = ""
    address: str = ""
    zone: str
    latitude: float | None = None
    longitude: float | None = None
    shared: bool = False
    """A hall or yard where several events at a time are no clash."""
    email: str = ""
    """The room's own mailbox; only a room that has one is invited as a room."""
    contact: str = ""
    notes: str = ""
    floor: str = ""
    equipment: list[str] = Field(default_factory=empty_list, sa_type=JSON)
    """What stands in the room, in the staff's words: projector, flag poles, …"""
    opening_hours: dict[str, Any] = Field(default_factory=empty_mapping, sa_type=JSON)
    """ISO weekday "1" to "7" -> ["07:00", "17:00"]; a missing day is closed, none at all: always
    open. "24:00" is the end of a day."""
    photo: str = ""
    """The digest of a `Picture`."""


class VenueLayout(Row, table=True):
    """One way to furnish a venue: seats, and minutes needed before and after an event."""

    __table_args__ = AUTOINCREMENT

    venue_id: int = Field(foreign_key="venue.id", index=True)
    name: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    seats: int = 0
    set_up_minutes: int = 0
    clear_down_minutes: int = 0


class TravelTime(Row, table=True):
    """Minutes from one venue to another; they count for the way back unless that is noted too."""

    __table_args__ = (
        UniqueConstraint("from_venue_id", "to_venue_id", name="one_way_from_venue_to_venue"),
        AUTOINCREMENT,
    )

    from_venue_id: int = Field(foreign_key="venue.id", index=True)
    to_venue_id: int = Field(foreign_key="venue.id", index=True)
    minutes: int
