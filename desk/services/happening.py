"""What happens between two moments, as a condition that the index on time answers."""

from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, or_
from sqlmodel import col

from desk.model.columns import INSTANT
from desk.model.tables import Event
from desk.services.scheduling import LONGEST_EVENT
from desk.store.derivation import LONG

_MARGIN = timedelta(minutes=1)

_STARTS_AT, _LONG = col(Event.starts_at), col(Event.long)

# Almost all events are short, so each kind is searched with its own lower bound: the work depends
# on how much happens then, not on how many years the database holds.
HAPPENING = and_(
    bindparam("until", type_=INSTANT) > _STARTS_AT,
    col(Event.ends_at) > bindparam("since", type_=INSTANT),
    or_(
        and_(_LONG.is_(False), bindparam("short_since", type_=INSTANT) < _STARTS_AT),
        and_(_LONG.is_(True), bindparam("long_since", type_=INSTANT) < _STARTS_AT),
    ),
)
"""Overlaps the half-open time that the parameters of `between` name."""


def between(starts_at: datetime, ends_at: datetime) -> dict[str, datetime]:
    """The parameters of HAPPENING for two aware moments."""
    return {
        "since": starts_at,
        "until": ends_at,
        "short_since": starts_at - LONG - _MARGIN,
        "long_since": starts_at - LONGEST_EVENT - _MARGIN,
    }
