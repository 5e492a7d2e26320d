"""People who may be one person written twice, and what tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One field of two entries, and which of them is proposed for the merged one.

    Values are as they are shown; restricted ones come masked. `gone` is True when the value of
    the entry that goes is proposed, because the other has none.
    """

    field: str
    name: str
    kept_value: str
    gone_value: str
    gone: bool

    @property
    def differs(self) -> bool:
        """Whether both say something, and not the same."""
        return bool(self.kept_value and self.gone_value and self.kept_value != self.gone_value)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two entries field by field, and what moves from the one that goes."""

    kept_id: int
    gone_id: int
    kept_name: str
    gone_name: str
    fields: tuple[FieldChoice, ...]
    moves: Mapping[str, int]
    """How many rows of a table go over, by the table's name; only those that do."""
    doubles: Mapping[str, int]
    """How many rows would stand twice and become one, by the table's name."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did."""

    kept_id: int
    gone_id: int
    name: str
    moves: Mapping[str, int]
    doubles: Mapping[str, int]
