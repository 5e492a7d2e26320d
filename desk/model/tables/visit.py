"""Visits and who comes with them."""

from datetime import date

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from desk.model.choices import PermitState, Role, Side, Status, VisitKind
from desk.model.columns import choice, empty_mapping
from desk.model.localised import LocalisedText
from desk.model.tables.row import AUTOINCREMENT, Row


class Visit(Row, table=True):
    """A delegation's visit; its reference `2026-001` is the year of its start and a number."""

    __table_args__ = (
        UniqueConstraint("year", "number", name="one_reference_per_visit"),
        AUTOINCREMENT,
    )

    year: int
    number: int
    title: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    country: str = Field(default="", max_length=2)
    status: Status = Field(default=Status.TENTATIVE, sa_type=choice(Status))
    status_reason: str = ""
    first_day: date = Field(index=True)
    last_day: date = Field(index=True)
    zone: str
    guest_zone: str = ""
    purpose: str = ""
    letter: str = ""
    """The announcing letter's number and date, as written on it."""
    notes: str = ""
    kind: VisitKind = Field(default=VisitKind.OTHER, sa_type=choice(VisitKind))


class DelegationMember(Row, table=True):
    """A named person, or an unnamed group with a head-count, on the guests' or hosts' side."""

    __table_args__ = AUTOINCREMENT

    visit_id: int = Field(foreign_key="visit.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    group_name: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    """What the unnamed group is called; empty for a person."""
    headcount: int | None = None
    """People in the group; None while nobody knows."""
    side: Side = Field(default=Side.GUEST, sa_type=choice(Side))
    role: Role = Field(default=Role.MEMBER, sa_type=choice(Role))
    position: int = 0
    country: str = Field(default="", max_length=2)
    notes: str = ""
    lodging: str = ""
    hotel_room: str = ""
    """Restricted: never printed or exported unless ticked."""
    vehicle_id: int | None = Field(default=None, foreign_key="resource.id", index=True)
    interpreter_id: int | None = Field(default=None, foreign_key="resource.id", index=True)
    permit: PermitState = Field(default=PermitState.NOT_NEEDED, sa_type=choice(PermitState))
    permit_notes: str = ""
