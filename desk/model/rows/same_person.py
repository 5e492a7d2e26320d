"""People who may be one person written twice, and what tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk.model.rows.people import PersonRow


class SameReason(StrEnum):
    """What two entries have in common."""

    NAME = "name"
    SPELLING = "spelling"
    """The names are near each other: a letter more or less, an initial, a part left out."""
    ALIAS = "alias"
    """A noted other spelling of one is the name of the other, or near it."""
    SCRIPT = "script"
    """The name in its own script, read in Latin letters."""
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody known who may be meant, with the office held today."""

    person_id: int
    name: str
    office: str
    organisation: str
    country: str
    score: int
    """0 to 100: how alike they are; the order of candidates."""
    reasons: tuple[SameReason, ...]
    written: str = ""
    """The spelling of theirs that was found: their name, an alias, their own script."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one person; the one noted first comes first."""

    first: Candidate
    second: Candidate

    @property
    def score(self) -> int:
        return self.second.score

    @property
    def reasons(self) -> tuple[SameReason, ...]:
        return self.second.reasons


class Which(StrEnum):
    """Whose value of a field stays when two entries become one."""

    KEPT = "kept"
    GONE = "gone"
    BOTH = "both"
    """One after the other, or together: for notes and for names that are lists."""


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One field of two entries, and what is proposed for the merged one.

    Values are as they are shown. Those of a restricted field are masked, and `differs` says what
    the masks cannot: that both are given and are not the same.
    """

    field: str
    name: str
    kept_value: str
    gone_value: str
    differs: bool
    proposed: Which
    choices: tuple[Which, ...]
    """What there is to choose from, the kept one first; one alone where nothing is in question."""
    restricted: bool = False

    @property
    def is_choice(self) -> bool:
        """Whether somebody has to judge."""
        return len(self.choices) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two entries field by field, and what moves from the one that goes."""

    kept: PersonRow
    gone: PersonRow
    kept_photo: str
    """The digest of a picture; empty for none."""
    gone_photo: str
    fields: tuple[FieldChoice, ...]
    """Those in which at least one of the two says something, in the order of the form."""
    moves: Mapping[str, int]
    """How many rows of a table go over, by the table's name; only those that do."""
    doubles: Mapping[str, int]
    """How many rows would stand twice and become one, by the table's name."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did."""

    person_id: int
    name: str
    aliases: tuple[str, ...]
    moves: Mapping[str, int]
    doubles: Mapping[str, int]
