"""When a place is open, closed and in use, and how far it is to the next one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """A venue or a resource closed between two wall times of its zone, half-open."""

    id: int
    venue_id: int | None
    resource_id: int | None
    starts: datetime
    ends: datetime
    zone: str
    starts_at: datetime
    ends_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class WayRow:
    """The way from one venue to another; `minutes` is None while nobody noted it.

    `inherited` says that the way back was noted and counts for this one too.
    """

    from_venue_id: int
    to_venue_id: int
    minutes: int | None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A venue as the head of a row or a column."""

    id: int
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class WayMatrix:
    """Every venue in order of city and name, and the ways that count, by (from, to)."""

    places: tuple[PlaceName, ...]
    ways: Mapping[tuple[int, int], WayRow]

    def way(self, from_id: int, to_id: int) -> WayRow:
        """The way between two venues, without minutes when nobody noted it."""
        return self.ways.get((from_id, to_id), WayRow(from_id, to_id, None))


@dataclass(frozen=True, slots=True)
class DayUse:
    """One day of a place: minutes in use, minutes open (None: always), how many events.

    `inside` is the part of the use within the opening hours.
    """

    day: date
    minutes: int
    open_minutes: int | None
    events: int
    inside: int = 0

    @property
    def share(self) -> float | None:
        """The used part of the opening hours, 0 to 1; None when those are not known or none."""
        return self.inside / self.open_minutes if self.open_minutes else None


@dataclass(frozen=True, slots=True)
class MonthUse:
    """One month of a place; `events` are those that begin or go on in it."""

    month: int
    minutes: int
    inside: int
    open_minutes: int | None
    events: int

    @property
    def share(self) -> float | None:
        """The used part of the opening hours, 0 to 1; None when those are not known or none."""
        return self.inside / self.open_minutes if self.open_minutes else None


@dataclass(frozen=True, slots=True)
class YearUse:
    """A place over a year, day by day from 1 January.

    `minutes` is what it was or will be in use, doubly booked time counted once; `inside` is the
    part of it within the opening hours, `open_minutes` those hours less what is closed (None when
    no opening hours were noted).
    """

    year: int
    days: tuple[DayUse, ...]
    events: int
    minutes: int
    inside: int
    open_minutes: int | None
    months: tuple[MonthUse, ...]

    @property
    def share(self) -> float | None:
        """The used part of the opening hours, 0 to 1; None when those are not known."""
        return self.inside / self.open_minutes if self.open_minutes else None
