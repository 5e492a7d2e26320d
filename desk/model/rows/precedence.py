"""Who stands before whom in an event, and the schemes that say so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.model.choices import Answer, Grounds, Role, Side


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A position of the lists, such as `provincial_head`, and what it is called."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class RankRow:
    """One line of a scheme: its code (a letter or number), whom it is for, which article says so."""

    code: str
    text: str
    texts: Mapping[str, str]
    basis: str
    positions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    side: str = ""
    foreign: bool | None = None


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """An order of ranks, the highest first; `id` is None for one of the law, which nobody edits."""

    key: str
    id: int | None
    name: str
    names: Mapping[str, str]
    basis: str
    note: str
    notes: Mapping[str, str]
    sureness: str
    """How sure the source is: high, medium or low."""
    two_ladders: bool
    given_order: bool
    usual: bool
    """Whether it is the one the office uses where an event chose none."""
    ranks: tuple[RankRow, ...] = ()
    events: int = 0
    """How many events chose it."""

    @property
    def own(self) -> bool:
        """Whether staff may edit it."""
        return self.id is not None

    def rank(self, code: str | None) -> RankRow | None:
        """The line of that code."""
        return next((rank for rank in self.ranks if rank.code == code), None)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What somebody decided about one person; the reason never leaves the office."""

    id: int
    reason: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class HeldOfficeRow:
    """An office held on the day of the event, and which position of the lists it is.

    `position` is what counts; `chosen` what staff chose, empty while the title tells it.
    """

    id: int
    title: str
    organisation: str
    position: str
    position_name: str
    chosen: str
    counts: bool


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One person or group in the order of an event; `id` is the participation's.

    `place` counts from 1 within the ladder, equals share it; 0 for who stands outside. Who comes
    instead of somebody stands by their own office: `represents` names the absent.
    """

    id: int
    person_id: int | None
    member_id: int | None
    name: str
    name_with_titles: str
    office: str
    """The office that counted, with its acting word."""
    organisation: str
    side: Side
    role: Role
    answer: Answer
    place: int
    ladder: str
    """The side whose ladder it is; empty when there is one for all."""
    grounds: Grounds
    rank: str
    """The code of the rank; empty for none."""
    rank_text: str
    basis: str
    list_rank: str
    """The code that the list itself gives; differs from `rank` for an override."""
    equal_with: tuple[int, ...] = ()
    group: str = ""
    """Those of one rank in one ladder share it: among them a place can be decided."""
    rank_decision: DecisionRow | None = None
    place_decision: DecisionRow | None = None
    represents: tuple[str, ...] = ()
    offices: tuple[HeldOfficeRow, ...] = ()
    headcount: int | None = None
    country: str = ""
    original_script: str = ""
    name_forms: Mapping[str, str] = field(default_factory=dict[str, str])
    """Forms that somebody wrote over the derived ones, keyed `use.language`."""

    @property
    def is_group(self) -> bool:
        """Whether it is an unnamed group."""
        return self.person_id is None

    @property
    def needs_equivalent(self) -> bool:
        """In no list, and nobody has said where they stand."""
        return self.grounds is Grounds.NONE and self.place_decision is None

    @property
    def undecided(self) -> bool:
        """Whether somebody still has to decide something."""
        return self.needs_equivalent or bool(self.equal_with)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """The whole order of an event, each ladder from the top."""

    event_id: int
    scheme: SchemeRow
    chosen: bool
    """Whether the event chose the scheme; else it is the office's usual one."""
    standings: tuple[StandingRow, ...]

    @property
    def to_decide(self) -> int:
        """How many people are equal with somebody or in no list."""
        return sum(1 for row in self.standings if row.undecided)

    def names(self, ids: tuple[int, ...]) -> tuple[str, ...]:
        """The names of those participations, in the order they stand."""
        return tuple(row.name for row in self.standings if row.id in ids)
