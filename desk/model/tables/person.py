"""People and the offices they hold."""

from datetime import date

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from desk.model.choices import Acting
from desk.model.columns import choice, empty_list, empty_mapping
from desk.model.localised import LocalisedText
from desk.model.tables.row import AUTOINCREMENT, Row


class Person(Row, table=True):
    """Somebody, named as they write it themselves; every other name part is optional."""

    __table_args__ = AUTOINCREMENT

    full_name: str
    family: str = ""
    given: str = ""
    patronymic: str = ""
    original_script: str = ""
    titles_before: str = ""
    titles_after: str = ""
    honorific: str = ""
    pronunciation: str = ""
    aliases: list[str] = Field(default_factory=empty_list, sa_type=JSON)
    name_forms: dict[str, str] = Field(default_factory=empty_mapping, sa_type=JSON)
    """Overrides of derived forms, keyed `use.language`, for example `card.id`."""
    country: str = Field(default="", max_length=2)
    language: str = Field(default="", max_length=8)
    email: str = ""
    """The mailbox that invitations go to: the person's own, an aide's or the unit's."""
    phone: str = ""
    """Restricted: never printed or exported unless ticked."""
    notes: str = ""
    photo: str = ""
    """The digest of a `Picture`."""


class Office(Row, table=True):
    """An office held by a person for a period; acting (Plt.) belongs to the office held."""

    __table_args__ = AUTOINCREMENT

    person_id: int = Field(foreign_key="person.id", index=True)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    title: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    acting: Acting | None = Field(default=None, sa_type=choice(Acting))
    starts_on: date | None = None
    ends_on: date | None = None
    """The last day of the office, itself included."""
    position: str = ""
    """The position in the precedence lists that staff chose; empty while it is told by the title."""


class RestrictedRecord(Row, table=True):
    """What is hidden until somebody asks, and whose every look is recorded (UU 27/2022)."""

    __table_args__ = AUTOINCREMENT

    person_id: int = Field(foreign_key="person.id", unique=True)
    passport_number: str = ""
    passport_until: date | None = None
    birth_date: date | None = None
    diet: str = ""
    health: str = ""


class NotSamePerson(Row, table=True):
    """Two people that somebody said are not one; the smaller id comes first."""

    __table_args__ = (
        UniqueConstraint("first_id", "second_id", name="one_answer_per_pair"),
        AUTOINCREMENT,
    )

    first_id: int = Field(foreign_key="person.id", index=True)
    second_id: int = Field(foreign_key="person.id", index=True)


class MergedPerson(Row, table=True):
    """Whom a person took in, so that the history of both stays with them."""

    __table_args__ = AUTOINCREMENT

    person_id: int = Field(foreign_key="person.id", index=True)
    gone_id: int
    """The id that the other one had."""
    name: str
