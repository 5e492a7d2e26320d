"""What is lent to events: vehicles, interpreters, equipment."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.model.choices import ResourceKind


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """One vehicle, interpreter or set of equipment, and how often it is lent from now on."""

    id: int
    kind: ResourceKind
    name: str
    names: Mapping[str, str]
    person_id: int | None
    person: str
    """The name of the interpreter or driver; empty when nobody was named."""
    seats: int
    languages: tuple[str, ...]
    owner: str
    city: str
    contact: str
    set_up_minutes: int
    clear_down_minutes: int
    photo: str
    notes: str
    upcoming: int = 0
