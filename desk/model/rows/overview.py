"""Visits on the axis of the months; days as the small calendar marks them."""

from dataclasses import dataclass
from datetime import date

from desk.model.choices import Status


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A visit as one bar over its days."""

    id: int
    reference: str
    title: str
    country: str
    status: Status
    status_reason: str
    first_day: date
    last_day: date
    head: str = ""
    """Who leads the delegation, empty while nobody is known."""
    beside: int = 0
    """Other visits that are held on some of the same days; called-off ones do not count."""


@dataclass(frozen=True, slots=True)
class DayMark:
    """What a day has: how many events and visits, and of the events how many clash."""

    events: int = 0
    visits: int = 0
    clashes: int = 0
