"""Columns that follow from others, for the tables that have such columns."""

from contextlib import suppress
from datetime import timedelta

from desk.locale.zones import TimeDoesNotExist, UnknownZone, instant
from desk.model.tables import Event
from desk.model.tables.row import Row

LONG = timedelta(days=1)
"""An event that lasts more is marked, so that all others are found by a short search."""


def derive(event: Event) -> None:
    """Set what follows from the event's wall times and its zone.

    Raises TimeDoesNotExist and UnknownZone (desk.locale.zones), and changes nothing then.
    """
    starts_at = instant(event.starts, event.zone, event.starts_fold)
    ends_at = instant(event.ends, event.zone, event.ends_fold)
    event.starts_at, event.ends_at = starts_at, ends_at
    event.long = ends_at - starts_at > LONG


def derive_if_possible(row: Row) -> None:
    """Set what follows from the row's other columns; what new zone data rules out stays."""
    if isinstance(row, Event):
        with suppress(TimeDoesNotExist, UnknownZone):
            derive(row)
