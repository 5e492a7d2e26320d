"""Rooms and resources with what binds them over some days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desk.model.choices import ResourceKind
from desk.model.rows.events import EventRow


@dataclass(frozen=True, slots=True)
class PlannedUse:
    """An event in a room or with a resource, and from when until when it binds that.

    Both are aware instants, half-open, with set-up and clear-down.
    """

    event_id: int
    bound_from: datetime
    bound_until: datetime
    notes: str = ""


@dataclass(frozen=True, slots=True)
class PlannedClosing:
    """When a room or a resource cannot be had: aware instants, half-open, and why."""

    id: int
    starts_at: datetime
    ends_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class PlannedVenue:
    """A room with its uses in order of time; `layouts` are names with seats, the smallest first."""

    id: int
    name: str
    building: str
    city: str
    zone: str
    seats: int
    layouts: tuple[tuple[int, str, int], ...]
    """(id, name, seats) of each."""
    shared: bool
    opening_hours: Mapping[str, tuple[str, str]]
    """ISO weekday "1" to "7" -> ("07:00", "17:00"); empty when it is always open."""
    uses: tuple[PlannedUse, ...] = ()
    closings: tuple[PlannedClosing, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedResource:
    """A vehicle, an interpreter or a set of equipment, with its uses in order of time."""

    id: int
    kind: ResourceKind
    name: str
    owner: str
    city: str
    seats: int
    languages: tuple[str, ...]
    uses: tuple[PlannedUse, ...] = ()
    closings: tuple[PlannedClosing, ...] = ()


@dataclass(frozen=True, slots=True)
class VenuePlan:
    """Every room and resource over some days of the office, both included.

    `events` holds each event that is told of, by id; `unplaced` are those that have no room yet.
    """

    first: date
    last: date
    zone: str
    events: Mapping[int, EventRow]
    venues: tuple[PlannedVenue, ...]
    resources: tuple[PlannedResource, ...]
    unplaced: tuple[PlannedUse, ...] = ()
