"""Which position of the precedence lists an office is: proposed from its title, never enforced."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desk.rules.folding import fold

NO_POSITION = "none"
"""Chosen by staff for an office that is in no list although its title looks like one."""


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office as the judge of precedence sees it, its title in every language it is known in."""

    titles: tuple[str, ...]
    organisation: str = ""
    country: str = ""
    """ISO 3166 code of the body's country; empty when nobody noted it."""
    kind: str = ""
    """The value of an OrganisationKind."""
    position: str = ""
    """The key of the position that staff chose; empty while it is told by the title."""


@dataclass(frozen=True, slots=True)
class Position:
    """A position of the lists, and how it is told from a title.

    A title fits when it begins with one of `titles`, compared folded, and the body is one of the
    home country or not as `home` says; None takes both.
    """

    key: str
    name: Mapping[str, str]
    titles: tuple[str, ...]
    home: bool | None = None
    kinds: tuple[str, ...] = ()
    _folded: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_folded", tuple(f"{fold(title)} " for title in self.titles))

    def fits(self, office: HeldOffice, home_country: str) -> bool:
        """Whether that office is one of this position."""
        if self.kinds and office.kind not in self.kinds:
            return False
        if self.home is not None and office.country:
            if (office.country == home_country) != self.home:
                return False
        elif self.home is False:
            # Nobody is taken for a foreign official because a note is missing.
            return False
        return any(f"{fold(title)} ".startswith(self._folded) for title in office.titles if title)


def position_of(
    office: HeldOffice, positions: Sequence[Position], home_country: str
) -> Position | None:
    """The position that staff chose, else the first that fits; None when it is in no list."""
    if office.position:
        return next((one for one in positions if one.key == office.position), None)
    return next((one for one in positions if one.fits(office, home_country)), None)


def read_positions(data: Mapping[str, Any]) -> tuple[Position, ...]:
    """The positions of `seeds/precedence/positions.toml`, in its order: the first that fits counts."""
    rows: Iterable[Mapping[str, Any]] = data["positions"]
    return tuple(
        Position(
            key=row["key"],
            name=row["name"],
            titles=tuple(row["titles"]),
            home=row.get("home"),
            kinds=tuple(row.get("kinds", ())),
        )
        for row in rows
    )
