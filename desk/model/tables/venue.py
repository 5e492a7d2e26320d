"""Rooms and other places where events are held."""

from sqlalchemy import JSON
from sqlmodel import Field

from desk.model.columns import empty_mapping
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


class VenueLayout(Row, table=True):
    """One way to furnish a venue: seats, and minutes needed before and after an event."""

    __table_args__ = AUTOINCREMENT

    venue_id: int = Field(foreign_key="venue.id", index=True)
    name: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    seats: int = 0
    set_up_minutes: int = 0
    clear_down_minutes: int = 0
