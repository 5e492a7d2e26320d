"""Days that are not like others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desk.model.choices import SpecialDayKind


@dataclass(frozen=True, slots=True)
class SpecialDayRow:
    """A day the office noted; an empty country means the office alone."""

    id: int
    day: date
    country: str
    kind: SpecialDayKind
    name: str
    names: Mapping[str, str]
    basis: str


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A public holiday as the calendars of a country know it; `estimated` while not announced."""

    day: date
    country: str
    name: str
    estimated: bool = False
