"""Days that the office noted itself, such as collective leave decreed for one year."""

from datetime import date as Date

from sqlalchemy import JSON
from sqlmodel import Field

from desk.model.choices import SpecialDayKind
from desk.model.columns import choice, empty_mapping
from desk.model.localised import LocalisedText
from desk.model.tables.row import AUTOINCREMENT, Row


class SpecialDay(Row, table=True):
    """One day of one country, or of the office itself when no country is named."""

    __table_args__ = AUTOINCREMENT

    day: Date = Field(index=True)
    country: str = Field(default="", max_length=2)
    kind: SpecialDayKind = Field(
        default=SpecialDayKind.COLLECTIVE_LEAVE, sa_type=choice(SpecialDayKind)
    )
    name: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    basis: str = ""
    """The decree that says so."""
