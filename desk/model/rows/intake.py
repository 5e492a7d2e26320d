"""People read from a text or a file, to be looked at before anything of them is kept."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from desk.model.choices import Acting, Role, Side
from desk.model.rows.same_person import Candidate


class IntakeKind(StrEnum):
    """What a source turned out to be."""

    TEXT = "text"
    """Sentences, a list, messages of a chat."""
    TABLE = "table"
    """Rows and columns: a spreadsheet, separated values, cells that were pasted."""
    CARDS = "cards"
    CALENDAR = "calendar"
    MAIL = "mail"


class IntakeField(StrEnum):
    """What a column of a table may hold; the values are kept with a remembered mapping."""

    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    TITLES_BEFORE = "titles_before"
    TITLES_AFTER = "titles_after"
    ORIGINAL_SCRIPT = "original_script"
    OFFICE = "office"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    ROLE = "role"
    SIDE = "side"
    HEADCOUNT = "headcount"
    EMAIL = "email"
    PHONE = "phone"
    LANGUAGE = "language"


class WarningCode(StrEnum):
    """What somebody should look at in a row; never a reason to leave it out."""

    DUPLICATE = "duplicate"
    """Another row of the same source seems to be the same person."""
    KNOWN = "known"
    """The desk knows somebody who may be meant; `IntakeRow.same_as` says who."""
    UNKNOWN_COUNTRY = "unknown_country"
    UNKNOWN_ROLE = "unknown_role"
    UNKNOWN_LANGUAGE = "unknown_language"
    BAD_EMAIL = "bad_email"
    BAD_HEADCOUNT = "bad_headcount"
    SECOND_HEAD = "second_head"
    SIMILAR_ORGANISATION = "similar_organisation"
    """A body known by nearly that name: perhaps mistyped."""
    SIMILAR_NAME = "similar_name"
    """The name is spelled in two ways in the source itself."""
    BROKEN = "broken"
    """A card or row that could not be read; it is left out."""


@dataclass(frozen=True, slots=True)
class IntakeWarning:
    """One sentence about a row in the language of the screen; `field` names its field, or ""."""

    code: WarningCode
    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """A person, or an unnamed group, as it will be kept unless somebody changes it first.

    `number` counts from 1 within the source; `line` is the line, row or card it was read from,
    `source` its words. For a group `name` is what it is called and `headcount` the people in it,
    None while nobody knows; a person has no head-count. `country` is ISO 3166-1 alpha-2 or "".
    """

    number: int
    name: str
    is_group: bool = False
    headcount: int | None = None
    family: str = ""
    given: str = ""
    patronymic: str = ""
    titles_before: str = ""
    titles_after: str = ""
    honorific: str = ""
    original_script: str = ""
    office: str = ""
    acting: Acting | None = None
    organisation: str = ""
    country: str = ""
    role: Role = Role.MEMBER
    side: Side = Side.GUEST
    email: str = ""
    phone: str = field(default="", repr=False)
    """Restricted: kept with the person, told nowhere else."""
    language: str = ""
    same_as: tuple[Candidate, ...] = ()
    warnings: tuple[IntakeWarning, ...] = ()
    line: int = 0
    source: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text. `day` is None where it cannot be told.

    `contradiction` is a sentence when the weekday written is not the date's, when "Minggu" may
    mean Sunday or week, or when there is no such day; else "".
    """

    text: str
    day: date | None
    contradiction: str = ""


@dataclass(frozen=True, slots=True)
class IntakeColumn:
    """A column of a table: what it is called, what it is taken for, a few of its cells.

    `meaning` is None for a column that is left out.
    """

    number: int
    header: str
    meaning: IntakeField | None
    sample: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IntakeSource:
    """A file, or a text that was pasted or dropped. One of the two is given."""

    path: Path | None = None
    text: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """What the file is called; "" for a text."""
        return self.path.name if self.path else ""


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read from one source; nothing of it is kept yet.

    `header` is the row that names the columns of a table, by which its mapping is remembered.
    `sheets` are the sheets of a workbook, `sheet` the one that was read. `warnings` are about the
    source as a whole: cards that are broken, rows that were cut off.
    """

    source: str
    kind: IntakeKind
    rows: tuple[IntakeRow, ...] = ()
    dates: tuple[FoundDate, ...] = ()
    columns: tuple[IntakeColumn, ...] = ()
    header: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    warnings: tuple[IntakeWarning, ...] = ()

    @property
    def unmapped(self) -> tuple[IntakeColumn, ...]:
        """The columns with something in them that are left out."""
        return tuple(c for c in self.columns if c.meaning is None and any(c.sample))


@dataclass(frozen=True, slots=True)
class IntakeSaved:
    """What an import wrote."""

    created: int
    """People who are new."""
    known: int
    """People who were known already."""
    groups: int
    joined: int
    """Lines added to the delegation; people who were in it already are not counted."""
    organisations: int
