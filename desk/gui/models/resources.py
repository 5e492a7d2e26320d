"""Vehicles, interpreters and equipment as the table and the fields show them."""

from desk.gui.models.rows import Column
from desk.locale import _, current_language, ngettext
from desk.locale.languages import language_names
from desk.model.choices import ResourceKind
from desk.model.rows.resources import ResourceRow
from desk.rules.folding import fold
from desk.services.choice_words import choice_words

NAME, KIND, ABOUT, OWNER, UPCOMING = range(5)

ICONS = {
    ResourceKind.VEHICLE: "bus",
    ResourceKind.INTERPRETER: "translate",
    ResourceKind.EQUIPMENT: "package",
}


def resource_columns() -> list[Column[ResourceRow]]:
    """Name with its city, kind, what it can, who lends it, events from now on."""
    return [
        Column(
            _("Name"),
            lambda row: row.name,
            second=lambda row: row.person or row.city,
            tip=lambda row: row.name,
            order=lambda row: fold(row.name),
            width=280,
        ),
        Column(
            _("Kind"),
            lambda row: choice_words(row.kind),
            order=lambda row: choice_words(row.kind),
            width=150,
        ),
        Column(_("Seats or languages"), about_words, tip=about_words, stretches=True),
        Column(_("Lent by"), lambda row: row.owner, order=lambda row: fold(row.owner), width=160),
        Column(
            _("To come"),
            lambda row: str(row.upcoming) if row.upcoming else "–",
            order=lambda row: row.upcoming,
            align="right",
            width=104,
        ),
    ]


def about_words(row: ResourceRow) -> str:
    """Seats, languages and how long it is bound around an event, in a line."""
    parts = [language_names(",".join(row.languages), current_language())]
    if row.seats:
        parts.append(ngettext("{count} seat", "{count} seats", row.seats).format(count=row.seats))
    if row.set_up_minutes or row.clear_down_minutes:
        parts.append(
            _("bound {before} min before, {after} min after").format(
                before=row.set_up_minutes, after=row.clear_down_minutes
            )
        )
    return " · ".join(part for part in parts if part)


def fits(row: ResourceRow, words: str) -> bool:
    """Whether a resource has these words in its names, its person, its city or its owner."""
    wanted = fold(words)
    names = (*row.names.values(), row.person, row.city, row.owner, choice_words(row.kind))
    return not wanted or wanted in fold(" ".join(names))
