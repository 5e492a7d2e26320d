"""Venues as the table shows them."""

from desk.gui.models.event_words import layout_words
from desk.gui.models.rows import Column
from desk.locale import _
from desk.model.rows.venues import VenueRow
from desk.rules.folding import fold

NAME, CITY, LAYOUTS, SEATS, UPCOMING = range(5)


def venue_columns() -> list[Column[VenueRow]]:
    """Name with its building, city, layouts, most seats, events from now on."""
    return [
        Column(
            _("Name"),
            lambda row: row.name,
            second=lambda row: row.building,
            tip=lambda row: row.full_name,
            order=lambda row: fold(row.name),
            width=280,
        ),
        Column(_("City"), lambda row: row.city, order=lambda row: fold(row.city), width=150),
        Column(_("Layouts"), layouts_words, tip=layouts_words, stretches=True),
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


def layouts_words(row: VenueRow) -> str:
    """The layouts in a line; of a shared place, that it is never taken."""
    if row.layouts:
        return " · ".join(layout_words(layout) for layout in row.layouts)
    return _("Several events at once") if row.shared else ""


def fits(row: VenueRow, words: str) -> bool:
    """Whether a venue has these words in its names, its city or its layouts."""
    wanted = fold(words)
    names = (*row.names.values(), *row.buildings.values(), row.city, row.contact)
    return not wanted or wanted in fold(" ".join(names))
