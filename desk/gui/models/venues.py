"""Venues as the table shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.gui.models.event_words import layout_words
from desk.gui.models.rows import Column
from desk.locale import _
from desk.model.rows.venues import VenueRow
from desk.rules.folding import fold

NAME, CITY, LAYOUTS, SEATS, UPCOMING = range(5)


@dataclass(frozen=True)
class VenueFilter:
    """What the list of venues is narrowed to; empty parts leave it as it is."""

    words: str = ""
    building: str = ""
    seats: int = 0
    equipment: str = ""

    def fits(self, row: VenueRow) -> bool:
        """Whether a venue is all that was asked for."""
        return (
            fits(row, self.words)
            and (not self.building or row.building == self.building)
            and row.seats >= self.seats
            and (not self.equipment or fold(self.equipment) in map(fold, row.equipment))
        )


def venue_columns() -> list[Column[VenueRow]]:
    """Name with its building, city, layouts above equipment, most seats, events from now on."""
    return [
        Column(
            _("Name"),
            lambda row: row.name,
            second=lambda row: place_words(row),
            tip=lambda row: row.full_name,
            order=lambda row: fold(row.name),
            width=280,
        ),
        Column(_("City"), lambda row: row.city, order=lambda row: fold(row.city), width=120),
        Column(
            _("Layouts and equipment"),
            layouts_words,
            second=equipment_words,
            tip=lambda row: "\n".join(filter(None, (layouts_words(row), equipment_words(row)))),
            stretches=True,
        ),
        Column(
            _("Seats"),
            lambda row: str(row.seats) if row.seats else "–",
            order=lambda row: row.seats,
            align="right",
            width=84,
        ),
        Column(
            _("To come"),
            lambda row: str(row.upcoming) if row.upcoming else "–",
            order=lambda row: row.upcoming,
            align="right",
            width=104,
        ),
    ]


def place_words(row: VenueRow) -> str:
    """Building and floor in a line."""
    floor = _("Floor {floor}").format(floor=row.floor) if row.floor else ""
    return ", ".join(part for part in (row.building, floor) if part)


def layouts_words(row: VenueRow) -> str:
    """The layouts in a line; of a shared place, that it is never taken."""
    if row.layouts:
        return " · ".join(layout_words(layout) for layout in row.layouts)
    return _("Several events at once") if row.shared else ""


def equipment_words(row: VenueRow) -> str:
    """What stands there, in a line."""
    return ", ".join(row.equipment)


def buildings_of(rows: Sequence[VenueRow]) -> list[str]:
    """Every building once, in order of the alphabet."""
    return sorted({row.building for row in rows if row.building}, key=fold)


def equipment_of(rows: Sequence[VenueRow]) -> list[str]:
    """Every kind of equipment once, in order of the alphabet."""
    found: dict[str, str] = {}
    for row in rows:
        for words in row.equipment:
            found.setdefault(fold(words), words)
    return sorted(found.values(), key=fold)


def fits(row: VenueRow, words: str) -> bool:
    """Whether a venue has these words in its names, its city, its equipment or its contact."""
    wanted = fold(words)
    names = (
        *row.names.values(),
        *row.buildings.values(),
        row.city,
        row.contact,
        *row.equipment,
    )
    return not wanted or wanted in fold(" ".join(names))
