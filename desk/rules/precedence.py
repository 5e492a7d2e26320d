"""Who stands before whom (tata tempat), by a scheme that is data, and on what basis.

Equals stay equals until somebody decides: nothing here looks at a name, and the order does not
depend on the order in which the candidates are handed in.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from desk.model.choices import Grounds
from desk.rules.positions import HeldOffice, Position, position_of

HEAD = "head"
"""The role of who leads a side."""


class Ladders(StrEnum):
    """Whether a scheme puts everybody into one order or each side into its own."""

    ONE = "one"
    SIDES = "sides"


@dataclass(frozen=True, slots=True)
class Rank:
    """One line of a scheme: whom it is for and which article says so.

    It is for those who hold one of `positions`, or for those of one of `roles`; `side` and
    `foreign` (of a body abroad) narrow both.
    """

    code: str
    basis: str
    text: Mapping[str, str]
    positions: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    side: str = ""
    foreign: bool | None = None


@dataclass(frozen=True, slots=True)
class Scheme:
    """An order of ranks, the highest first.

    `sureness` is how sure the source is: high, medium or low. With `given_order` the order in
    which a delegation names its people decides among equals.
    """

    key: str
    name: Mapping[str, str]
    basis: str
    sureness: str
    ladders: Ladders
    ranks: tuple[Rank, ...]
    given_order: bool = False
    home_country: str = "ID"
    note: Mapping[str, str] = field(default_factory=dict[str, str])
    """When it is used and what it says, for whoever chooses it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to be placed, as the event knows them.

    `given_order` is the place within the own side as announced. Who stands in for somebody is a
    candidate with the own offices: the deputy does not take the absent person's rank.
    """

    key: int
    side: str
    role: str
    given_order: int
    offices: tuple[HeldOffice, ...] = ()
    country: str = ""
    ranked: bool = True
    """False for who holds no rank at such an event: an unnamed group, an interpreter, a driver.
    They come after everybody, unless the scheme has a line for their role or somebody decides."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about one candidate: another rank, a place among equals, or both."""

    key: int
    reason: str
    decided_by: str
    rank: str | None = None
    place: int | None = None
    """The place among those of the same rank, from 1; who has none comes after those who have."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One candidate in the order: `place` counts from 1, equals share it (1, 2, 2, 4).

    Who stands outside the order has the place 0 and no equals.
    """

    key: int
    place: int
    ladder: str
    """The side whose ladder it is; empty when there is one for all."""
    rank: Rank | None
    position: Position | None
    office: int | None
    """Which of the candidate's offices counted."""
    grounds: Grounds
    equal_with: tuple[int, ...] = ()
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class _Judged:
    candidate: Candidate
    level: int
    rank: Rank | None
    position: Position | None
    office: int | None
    grounds: Grounds
    decision: Decision | None


def order_of(
    scheme: Scheme,
    positions: Sequence[Position],
    candidates: Iterable[Candidate],
    decisions: Iterable[Decision] = (),
) -> list[Placed]:
    """Everybody in order, each side's ladder after the other where the scheme has two.

    The highest of several offices counts (low sureness, DOMAIN 3). Keys must be unique.
    """
    decided = {decision.key: decision for decision in decisions}
    ladders: dict[str, list[_Judged]] = defaultdict(list)
    for candidate in candidates:
        ladder = candidate.side if scheme.ladders is Ladders.SIDES else ""
        ladders[ladder].append(_judge(scheme, positions, candidate, decided.get(candidate.key)))
    placed: list[Placed] = []
    for ladder in sorted(ladders):
        placed += _climb(scheme, ladder, ladders[ladder])
    return placed


def _judge(
    scheme: Scheme,
    positions: Sequence[Position],
    candidate: Candidate,
    decision: Decision | None,
) -> _Judged:
    level, rank, position, office = _highest(scheme, positions, candidate)
    grounds = Grounds.NONE if rank is None else Grounds.LIST
    if decision is not None and decision.rank is not None:
        for number, one in enumerate(scheme.ranks):
            if one.code == decision.rank and one is not rank:
                grounds = Grounds.EQUIVALENT if rank is None else Grounds.OVERRIDE
                level, rank = number, one
                break
    if rank is None and not candidate.ranked:
        level, grounds = len(scheme.ranks) + 1, Grounds.OUTSIDE
    return _Judged(candidate, level, rank, position, office, grounds, decision)


def _highest(
    scheme: Scheme, positions: Sequence[Position], candidate: Candidate
) -> tuple[int, Rank | None, Position | None, int | None]:
    held = [position_of(office, positions, scheme.home_country) for office in candidate.offices]
    for level, rank in enumerate(scheme.ranks):
        if rank.side and rank.side != candidate.side:
            continue
        for number, (office, position) in enumerate(zip(candidate.offices, held, strict=True)):
            named = position is not None and position.key in rank.positions
            if named and _is_where(rank, scheme, office.country or candidate.country):
                return level, rank, position, number
        if candidate.role in rank.roles:
            country = next((o.country for o in candidate.offices if o.country), candidate.country)
            if _is_where(rank, scheme, country):
                first = 0 if candidate.offices else None
                return level, rank, held[0] if held else None, first
    return len(scheme.ranks), None, next(filter(None, held), None), 0 if held else None


def _is_where(rank: Rank, scheme: Scheme, country: str) -> bool:
    return rank.foreign is None or (country not in ("", scheme.home_country)) == rank.foreign


def _climb(scheme: Scheme, ladder: str, judged: Sequence[_Judged]) -> list[Placed]:
    groups: dict[tuple[int, int, int], list[_Judged]] = defaultdict(list)
    for one in judged:
        groups[_standing(scheme, one)].append(one)
    placed: list[Placed] = []
    for standing in sorted(groups):
        # Shown in the order announced, which is no decision: they stay flagged as equals.
        equals = sorted(
            groups[standing],
            key=lambda one: (one.candidate.side, one.candidate.given_order, one.candidate.key),
        )
        outside = equals[0].grounds is Grounds.OUTSIDE
        place = 0 if outside else len(placed) + 1
        keys = [] if outside else [one.candidate.key for one in equals]
        placed += [
            Placed(
                key=one.candidate.key,
                place=place,
                ladder=ladder,
                rank=one.rank,
                position=one.position,
                office=one.office,
                grounds=one.grounds,
                equal_with=tuple(key for key in keys if key != one.candidate.key),
                decision=one.decision,
            )
            for one in equals
        ]
    return placed


def _standing(scheme: Scheme, one: _Judged) -> tuple[int, int, int]:
    """What decides: the rank, the place somebody decided, the order a delegation gave itself."""
    undecided = 1 << 30
    place = one.decision.place if one.decision and one.decision.place is not None else undecided
    return (one.level, place, one.candidate.given_order if scheme.given_order else 0)


def with_home(scheme: Scheme, country: str) -> Scheme:
    """The same scheme for an office of another country."""
    return replace(scheme, home_country=country)


def read_scheme(data: Mapping[str, Any]) -> Scheme:
    """A scheme as it stands in `seeds/precedence` or in a copy of the staff's.

    Raises ValueError for two ranks of one code, KeyError for what is missing.
    """
    ranks = tuple(
        Rank(
            code=row["code"],
            basis=row.get("basis", ""),
            text=row["text"],
            positions=frozenset(row.get("positions", ())),
            roles=frozenset(row.get("roles", ())),
            side=row.get("side", ""),
            foreign=row.get("foreign"),
        )
        for row in data["ranks"]
    )
    codes = [rank.code for rank in ranks]
    if len(set(codes)) != len(codes):
        raise ValueError("two ranks of a scheme have the same code")
    return Scheme(
        key=data["key"],
        name=data["name"],
        basis=data.get("basis", ""),
        sureness=data.get("sureness", "low"),
        ladders=Ladders(data.get("ladders", "one")),
        ranks=ranks,
        given_order=data.get("given_order", False),
        note=data.get("note", {}),
    )
