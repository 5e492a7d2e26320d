"""The instants of events, derived from wall time and zone, and derived again for new zone data."""

from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.zones import TimeDoesNotExist, UnknownZone, data_version, instant
from desk.model.changes import Changes, StepKind
from desk.model.tables import Event, Setting
from desk.model.tables.row import Row
from desk.store.store import Store

ZONE_DATA = "zone_data"
"""The setting that holds the version of the zone data which the instants were derived with."""

LONG = timedelta(days=1)
"""An event that lasts more is looked for over a longer time before its end."""

_AT_ONCE = 1000


def derive(event: Event) -> None:
    """Set what follows from the event's wall times and zone.

    Raises TimeDoesNotExist and UnknownZone (desk.locale.zones), and changes nothing then.
    """
    starts_at = instant(event.starts, event.zone, event.starts_fold)
    ends_at = instant(event.ends, event.zone, event.ends_fold)
    event.starts_at, event.ends_at = starts_at, ends_at
    event.long = ends_at - starts_at > LONG
