"""Who is expected at the door of an event, and who has come."""

from dataclasses import dataclass
from datetime import datetime

from desk.model.choices import Side


@dataclass(frozen=True, slots=True)
class DoorRow:
    """One person or unnamed group, as the door knows them."""

    id: int
    name: str
    stand_in: str
    """Who comes instead; empty for nobody."""
    office: str
    organisation: str
    side: Side
    is_group: bool
    expected: int
    """How many are expected: none for a refusal or a walk-in."""
    came: int
    attended: bool | None
    arrived: datetime | None
    """Wall time in the zone of the event."""
    walked_in: bool


@dataclass(frozen=True, slots=True)
class DoorCount:
    """How many of one side are expected, have come, and came unexpected."""

    expected: int
    came: int
    walked_in: int
