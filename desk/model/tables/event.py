"""Events, who takes part in them, and clashes somebody decided to accept."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field

from desk.model.choices import Answer, EventKind, Role, Side, Status
from desk.model.columns import INSTANT, WALL_TIME, choice, empty_mapping
from desk.model.localised import LocalisedText
from desk.model.tables.row import AUTOINCREMENT, Row


class Event(Row, table=True):
    """Something at a place between two wall times of one zone, half-open.

    `starts_at` and `ends_at` are derived from the wall times and the zone and are derived again
    when the zone data changes; `long` marks what lasts more than a day, so that a search for
    overlaps has a lower bound for everything else.
    """

    __table_args__ = (
        UniqueConstraint("visit_id", "number", name="one_number_per_event"),
        Index("ix_event_time", "long", "starts_at"),
        Index("ix_event_venue_time", "venue_id", "long", "starts_at"),
        AUTOINCREMENT,
    )
    derived: ClassVar[frozenset[str]] = frozenset({"starts_at", "ends_at", "long"})

    visit_id: int | None = Field(default=None, foreign_key="visit.id")
    number: int
    title: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    kind: EventKind = Field(default=EventKind.MEETING, sa_type=choice(EventKind))
    status: Status = Field(default=Status.TENTATIVE, sa_type=choice(Status))
    status_reason: str = ""
    starts: datetime = Field(sa_type=WALL_TIME)
    ends: datetime = Field(sa_type=WALL_TIME)
    starts_fold: int = 0
    ends_fold: int = 0
    zone: str
    starts_at: datetime = Field(sa_type=INSTANT)
    ends_at: datetime = Field(sa_type=INSTANT)
    long: bool = False
    all_day: bool = False
    venue_id: int | None = Field(default=None, foreign_key="venue.id")
    layout_id: int | None = Field(default=None, foreign_key="venue_layout.id", index=True)
    place: str = ""
    """Where, in words, when it is none of the venues."""
    dress: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    description: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    """What guests are told."""
    notes: str = ""
    """What only the office reads."""
    uid: str = Field(unique=True)
    """The calendar UID (UUID4), made once and never derived again (RFC 5545, 3.8.4.7)."""
    precedence_scheme: str = ""
    """The key of the scheme by which people stand; empty for the office's usual one."""


class Participation(Row, table=True):
    """A person or an unnamed group of the delegation taking part in an event."""

    __table_args__ = (
        Index("ix_participation_event", "event_id", "person_id"),
        AUTOINCREMENT,
    )

    event_id: int = Field(foreign_key="event.id")
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    member_id: int | None = Field(default=None, foreign_key="delegation_member.id", index=True)
    """Set for an unnamed group; a named person is found by `person_id`."""
    side: Side = Field(default=Side.GUEST, sa_type=choice(Side))
    role: Role = Field(default=Role.MEMBER, sa_type=choice(Role))
    """HEAD on the hosts' side is who hosts the event."""
    position: int = 0
    answer: Answer = Field(default=Answer.NONE, sa_type=choice(Answer))
    represented_by_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    attended: bool | None = None
    """None until somebody wrote down who came."""
    attended_count: int | None = None
    arrived_at: datetime | None = Field(default=None, sa_type=INSTANT)
    """When somebody was checked in at the door."""
    walked_in: bool = False
    """Came without having been expected."""


class ClashOverride(Row, table=True):
    """A finding somebody decided to accept; reason and name never leave the office."""

    __table_args__ = AUTOINCREMENT

    event_id: int = Field(foreign_key="event.id", index=True)
    other_event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    """The other event of a clash; None for what concerns one event alone (capacity, a holiday)."""
    code: str
    reason: str
    decided_by: str
