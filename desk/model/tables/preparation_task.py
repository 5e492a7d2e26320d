"""What has to be done before a visit: H-7, H-2, a quarter of an hour before."""

from datetime import date

from sqlalchemy import JSON
from sqlmodel import Field

from desk.model.choices import FollowUpStatus
from desk.model.columns import choice, empty_mapping
from desk.model.localised import LocalisedText
from desk.model.tables.row import AUTOINCREMENT, Row


class PreparationTask(Row, table=True):
    """A task of a visit, due some days before its first day or some minutes before an event."""

    __table_args__ = AUTOINCREMENT

    visit_id: int = Field(foreign_key="visit.id", index=True)
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    title: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    due_on: date | None = Field(default=None, index=True)
    offset_days: int | None = None
    """Days before the visit's first day from which `due_on` follows; it moves with the visit."""
    minutes_before: int | None = None
    """Minutes before the event's start, for what is done on the spot."""
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    status: FollowUpStatus = Field(default=FollowUpStatus.OPEN, sa_type=choice(FollowUpStatus))
    done_on: date | None = None
    notes: str = ""
    uid: str = ""
    """The calendar UID of the task (UUID4); empty until it was first exported."""
