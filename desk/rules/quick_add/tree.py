"""What a typed line was understood as: parts with their place in the text, and what is doubtful."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from desk.model.choices import EventKind, Status


class PartKind(StrEnum):
    """What a part of the line says."""

    TITLE = "title"
    DAY = "day"
    TIME = "time"
    ZONE = "zone"
    VENUE = "venue"
    KIND = "kind"
    PERSON = "person"
    STATUS = "status"
    VISIT = "visit"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of the text, half-open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included; `daily` when the hours are those of each day."""

    first: date
    last: date
    daily: bool | None = None
    """None for a single day, and for days that have no hours."""

    @property
    def key(self) -> str:
        """What it is chosen by."""
        days = str(self.first) if self.first == self.last else f"{self.first}/{self.last}"
        return days if self.daily is None else f"{days} {'daily' if self.daily else 'through'}"


@dataclass(frozen=True, slots=True)
class Hours:
    """Minutes after midnight of the first day; the end may lie on a later day."""

    start: int
    end: int

    @property
    def key(self) -> str:
        """What it is chosen by."""
        return f"{_clock(self.start)}-{_clock(self.end)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@dataclass(frozen=True, slots=True)
class Named:
    """Something known by name: a venue, a person or a visit."""

    id: int
    name: str
    also: tuple[str, ...] = ()
    """Other spellings and other languages."""
    detail: str = ""
    """What tells it from others of that name."""
    zone: str = ""
    """The zone of a venue."""

    @property
    def key(self) -> str:
        """What it is chosen by."""
        return str(self.id)


Value = Days | Hours | Named | EventKind | Status | str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a part; `key` is what it is chosen by."""

    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class Part:
    """Words that say one thing, and every way to understand them, the likeliest first."""

    kind: PartKind
    key: str
    """The kind and the words: it stays the same while the rest of the line is typed."""
    spans: tuple[Span, ...]
    """Where the words stand; none for what follows from something else."""
    readings: tuple[Reading, ...]
    """None when nothing of that name is known."""
    assumed: bool = False
    """Nobody said so: an hour when no end was typed, the day of the visit."""

    @property
    def ambiguous(self) -> bool:
        """Whether somebody has to choose."""
        return len(self.readings) > 1

    @property
    def value(self) -> Value | None:
        """What it says; None while that is not known."""
        return self.readings[0].value if len(self.readings) == 1 else None

    def chosen(self, choices: Mapping[str, str]) -> "Part":
        """The part with the reading that somebody chose, if they did."""
        kept = tuple(row for row in self.readings if row.key == choices.get(self.key))
        return replace(self, readings=kept) if kept else self


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the line cannot be booked as it stands: a code for programs, a sentence for people."""

    code: str
    sentence: str
    part: str = ""
    """The key of the part that it is about."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event as it would be booked: wall times in `zone`."""

    starts: datetime
    ends: datetime
    all_day: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What the reader is told of the world: nothing of it is looked up."""

    today: date
    zone: str
    """The zone of times that name none and have no venue."""
    venues: tuple[Named, ...] = ()
    people: tuple[Named, ...] = ()
    visits: tuple[Named, ...] = ()
    """By their references."""
    first_day: date | None = None
    last_day: date | None = None
    """The days of the visit that is planned; a day without a year is looked for there first."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole line understood: its parts in the order of the text, and the events it asks for."""

    text: str
    title: str
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]
    occurrences: tuple[Occurrence, ...] = ()
    """Empty while a day, a time or a zone is missing or doubtful."""
    zone: str = ""
    venue: Named | None = None
    kind: EventKind | None = None
    status: Status | None = None
    visit: Named | None = None
    people: tuple[Named, ...] = field(default=())

    @property
    def complete(self) -> bool:
        """Whether it can be booked."""
        return not self.problems

    @property
    def looks_like_an_event(self) -> bool:
        """Whether somebody types an event, not a name to be found: a day or a time is there."""
        said = {part.kind for part in self.parts if part.spans}
        return bool(said & {PartKind.DAY, PartKind.TIME})

    def parts_of(self, kind: PartKind) -> tuple[Part, ...]:
        """The parts that say that."""
        return tuple(part for part in self.parts if part.kind is kind)
