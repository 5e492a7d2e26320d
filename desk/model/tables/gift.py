"""Gifts given and received."""

from datetime import date

from sqlmodel import Field

from desk.model.choices import GiftDirection
from desk.model.columns import choice
from desk.model.tables.row import AUTOINCREMENT, Row


class Gift(Row, table=True):
    """One gift, to or from a person, a body, or a whole delegation."""

    __table_args__ = AUTOINCREMENT

    visit_id: int | None = Field(default=None, foreign_key="visit.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    direction: GiftDirection = Field(default=GiftDirection.GIVEN, sa_type=choice(GiftDirection))
    title: str
    count: int = 1
    given_on: date | None = None
    notes: str = ""
