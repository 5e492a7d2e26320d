"""Times at which something could be held."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """A room that is free, with everybody who is wanted; wall times in the room's own zone."""

    venue_id: int
    venue: str
    building: str
    layout_id: int | None
    layout: str
    seats: int
    starts: datetime
    ends: datetime
    zone: str
    free_until: datetime
    """The event could last until then or be moved within."""
    why: str
    """Why it fits, in a sentence."""
    cautions: tuple[str, ...] = ()
    """What is to be known about the day: a Sunday, a holiday, Friday prayer."""
