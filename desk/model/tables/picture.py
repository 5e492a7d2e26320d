"""Photos of venues, resources and people."""

from datetime import date
from typing import ClassVar

from sqlalchemy import LargeBinary
from sqlmodel import Field

from desk.model.tables.row import AUTOINCREMENT, Row


class Picture(Row, table=True):
    """The bytes of a photo, found by what they are.

    Outside the history, which holds no bytes: rows name the digest, and no picture is ever
    removed, so that undo always finds the one it puts back.
    """

    __table_args__ = AUTOINCREMENT
    tracked: ClassVar[bool] = False

    digest: str = Field(unique=True)
    """SHA-256 of the content, in hexadecimal digits."""
    content: bytes = Field(sa_type=LargeBinary)
    """JPEG or PNG."""


class Photo(Row, table=True):
    """A picture of a person, a visit or an event, with what it shows."""

    __table_args__ = AUTOINCREMENT

    picture: str
    """The digest of a `Picture`."""
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    visit_id: int | None = Field(default=None, foreign_key="visit.id", index=True)
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    caption: str = ""
    taken_on: date | None = None
