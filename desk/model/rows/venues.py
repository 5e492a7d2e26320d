"""Venues and their layouts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """One way to furnish a venue; minutes before and after an event."""

    id: int
    venue_id: int
    name: str
    names: Mapping[str, str]
    seats: int
    set_up_minutes: int
    clear_down_minutes: int


@dataclass(frozen=True, slots=True)
class VenueRow:
    """A place, its layouts in order of seats, and how often it is booked from today on."""

    id: int
    name: str
    names: Mapping[str, str]
    building: str
    buildings: Mapping[str, str]
    city: str
    address: str
    zone: str
    shared: bool
    email: str
    contact: str
    notes: str
    latitude: float | None
    longitude: float | None
    floor: str = ""
    equipment: tuple[str, ...] = ()
    opening_hours: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    """ISO weekday "1" to "7" to ("07:00", "17:00"); a missing day is closed, none: always open."""
    photo: str = ""
    """The digest of a picture."""
    layouts: tuple[LayoutRow, ...] = ()
    upcoming: int = 0

    @property
    def full_name(self) -> str:
        """Name and building, as it is written on paper."""
        return ", ".join(part for part in (self.name, self.building) if part)

    @property
    def seats(self) -> int:
        """The most people any layout seats; 0 when unknown."""
        return max((layout.seats for layout in self.layouts), default=0)
