"""What the office decided for all its desks."""

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from desk.model.tables.row import AUTOINCREMENT, Row

ZONE_DATA = "zone_data"
"""Holds the version of the zone data that the instants of events were derived with."""


class Setting(Row, table=True):
    """One named value, such as the letterhead or the version of the zone data."""

    __table_args__ = AUTOINCREMENT

    name: str = Field(unique=True)
    value: Any = Field(default=None, sa_type=JSON)
