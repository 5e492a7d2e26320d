"""What is lent to an event beside its venue: vehicles, interpreters, equipment."""

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from desk.model.choices import ResourceKind
from desk.model.columns import choice, empty_list, empty_mapping
from desk.model.localised import LocalisedText
from desk.model.tables.row import AUTOINCREMENT, Row


class Resource(Row, table=True):
    """One vehicle, one interpreter or one set of equipment; it serves one event at a time."""

    __table_args__ = AUTOINCREMENT

    kind: ResourceKind = Field(default=ResourceKind.VEHICLE, sa_type=choice(ResourceKind))
    name: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    """Who the interpreter is or who drives, when that person is known to the desk."""
    seats: int = 0
    languages: list[str] = Field(default_factory=empty_list, sa_type=JSON)
    """ISO 639-1 codes an interpreter works in."""
    owner: str = ""
    """The unit that lends it."""
    city: str = ""
    contact: str = ""
    set_up_minutes: int = 0
    """Minutes it is bound before an event: getting there, putting it up."""
    clear_down_minutes: int = 0
    photo: str = ""
    """The digest of a `Picture`."""
    notes: str = ""


class ResourceBooking(Row, table=True):
    """A resource lent to an event for as long as that lasts, its own preparation included."""

    __table_args__ = (
        UniqueConstraint("event_id", "resource_id", name="one_booking_per_event"),
        AUTOINCREMENT,
    )

    event_id: int = Field(foreign_key="event.id", index=True)
    resource_id: int = Field(foreign_key="resource.id", index=True)
    notes: str = ""
