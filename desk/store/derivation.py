"""Columns that follow from others, for the tables that have such columns."""

from contextlib import suppress
from datetime import timedelta

from desk.locale.zones import TimeDoesNotExist, UnknownZone, instant
from desk.model.tables import ClosedTime, Event
from desk.model.tables.row import Row

LONG = timedelta(days=1)
"""An event that lasts more is marked, so that all others are found by a short search."""


def derive(row: Event | ClosedTime) -> None:
    """Set what follows from the row's wall times and its zone.

    Raises TimeDoesNotExist and UnknownZone (desk.locale.zones), and changes nothing then.
    """
    event = row if isinstance(row, Event) else None
    starts_at = instant(row.starts, row.zone, event.starts_fold if event else 0)
    ends_at = instant(row.ends, row.zone, event.ends_fold if event else 0)
    row.starts_at, row.ends_at = starts_at, ends_at
    if event is not None:
        event.long = ends_at - starts_at > LONG


def derive_if_possible(row: Row) -> None:
    """Set what follows from the row's other columns; what new zone data rules out stays."""
    if isinstance(row, Event | ClosedTime):
        with suppress(TimeDoesNotExist, UnknownZone):
            derive(row)
