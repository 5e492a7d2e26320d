"""What the frame around the pages shows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """The desk at a glance: where its data lies, what is wrong, what is due."""

    unit: str
    """The office's short name."""
    place: str
    """The path of the database, or its address without the password."""
    shared: bool
    """Whether it is a server for several desks."""
    clashes: int
    overdue: int
    """Follow-ups whose day has passed."""
    due: int
    """Follow-ups whose day has passed or is today."""
    guest_zone: str
    """The zone of the guests who are here or come next; empty without any."""
    saved_at: datetime | None
    """When anybody wrote something last, as an aware moment; None in a new database."""
