"""What was promised."""

from datetime import date

from sqlmodel import Field

from desk.model.choices import FollowUpStatus
from desk.model.columns import choice
from desk.model.tables.row import AUTOINCREMENT, Row


class FollowUp(Row, table=True):
    """A promise with an owner, a due date and, in the end, evidence."""

    __table_args__ = AUTOINCREMENT

    visit_id: int | None = Field(default=None, foreign_key="visit.id", index=True)
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    agreement_id: int | None = Field(default=None, foreign_key="agreement.id", index=True)
    title: str
    source: str = ""
    """The sentence or event it came from."""
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    due_on: date | None = Field(default=None, index=True)
    status: FollowUpStatus = Field(default=FollowUpStatus.OPEN, sa_type=choice(FollowUpStatus))
    done_on: date | None = None
    evidence: str = ""
    notes: str = ""
    uid: str = ""
    """The calendar UID of the task (UUID4); empty until it was first exported."""
