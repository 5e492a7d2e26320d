"""What searchable fields find: people, organisations, visits, venues, countries, zones."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple

from desk.gui.widgets.searchable_combo import Choice
from desk.locale import _, current_language, ngettext
from desk.locale.countries import country_choices, country_name
from desk.locale.formats import short_date_range
from desk.locale.words import DOCUMENT_LANGUAGES
from desk.locale.zones import USUAL_ZONES, zone_choices
from desk.model.choices import Severity, Status
from desk.model.errors import UserError
from desk.model.rows.people import OrganisationRow, PersonRow
from desk.model.rows.venues import VenueRow
from desk.model.rows.visits import VisitRow
from desk.rules.folding import fold
from desk.services import checks, organisations, people, programme, venues, visits
from desk.services.desk import Desk

Find = Callable[[str], Sequence[Choice]]

_FEW = 20
USUAL_COUNTRIES = ("KZ", "ID", "CN", "JP", "KR", "MY", "SG", "AU", "NL", "AE", "TR")
"""Offered before anything is typed: where delegations to the province often come from."""
_JUDGED = 12
"""How many venues of one list are checked for being free: each costs a look at the programme."""


def person_choice(row: PersonRow) -> Choice:
    """A person with office and body, which tell namesakes apart."""
    detail = ", ".join(part for part in (row.office, row.organisation) if part)
    return Choice(row.id, row.name, detail)


def find_people(desk: Desk) -> Find:
    """People by name, office or body in any script."""

    def find(text: str) -> list[Choice]:
        return [person_choice(row) for row in people.list_people(desk, containing=text, limit=_FEW)]

    return find


def person_of(desk: Desk, person_id: int | None) -> Choice | None:
    """One person as a choice; None when there is none or they were deleted."""
    row = people.get_person(desk, person_id) if person_id is not None else None
    return person_choice(row) if row else None


def organisation_choice(row: OrganisationRow) -> Choice:
    """A body with its short name and city."""
    short = row.short_name if row.short_name != row.name else ""
    return Choice(row.id, row.name, ", ".join(part for part in (short, row.city) if part))


def find_organisations(desk: Desk) -> Find:
    """Bodies by name in any language, short name or city."""

    def find(text: str) -> list[Choice]:
        wanted = fold(text)
        return [
            organisation_choice(row)
            for row in organisations.list_organisations(desk)
            if wanted in fold(" ".join((*row.names.values(), row.short_name, row.city)))
        ]

    return find


def organisation_of(desk: Desk, organisation_id: int | None) -> Choice | None:
    """One body as a choice; None when there is none."""
    if organisation_id is None:
        return None
    rows = organisations.list_organisations(desk)
    return next((organisation_choice(row) for row in rows if row.id == organisation_id), None)


def visit_choice(row: VisitRow) -> Choice:
    """A visit with its reference and days."""
    days = short_date_range(row.first_day, row.last_day, current_language())
    return Choice(row.id, row.title, f"{row.reference} · {days}")


def find_visits(desk: Desk) -> Find:
    """Visits by title or reference, those to come first."""

    def find(text: str) -> list[Choice]:
        wanted = fold(text)
        rows = visits.list_visits(desk)
        return [
            visit_choice(row)
            for row in rows
            if text.strip() in row.reference or wanted in fold(" ".join(row.titles.values()))
        ]

    return find


def visit_of(desk: Desk, visit_id: int | None) -> Choice | None:
    """One visit as a choice; None when there is none."""
    row = visits.get_visit(desk, visit_id) if visit_id is not None else None
    return visit_choice(row) if row else None


def find_events(desk: Desk, visit_id: Callable[[], int | None]) -> Find:
    """The events of a visit by title; nothing while no visit is chosen."""

    def find(text: str) -> list[Choice]:
        chosen = visit_id()
        if chosen is None:
            return []
        wanted = fold(text)
        return [
            Choice(row.id, row.title, row.reference)
            for row in programme.events_of_visit(desk, chosen)
            if wanted in fold(" ".join(row.titles.values()))
        ]

    return find


def event_of(desk: Desk, event_id: int | None) -> Choice | None:
    """One event as a choice; None when there is none."""
    row = programme.get_event(desk, event_id) if event_id is not None else None
    return Choice(row.id, row.title, row.reference) if row else None


class Booking(NamedTuple):
    """What a venue would be booked for; `event_id` is the event in hand, 0 for a new one."""

    starts: datetime
    ends: datetime
    zone: str
    event_id: int = 0


class FindVenues:
    """Venues by name, building or city; each says whether it is free for what is planned.

    `booking` gives the times in hand, or None while they mean nothing. What was found out is kept
    until `forget`, as the list is asked for with each key.
    """

    def __init__(self, desk: Desk, booking: Callable[[], Booking | None]) -> None:
        self._desk = desk
        self._booking = booking
        self._rows: list[VenueRow] | None = None
        self._free: dict[tuple[int, Booking], bool] = {}

    def forget(self) -> None:
        """Something was committed: look again."""
        self._rows = None
        self._free.clear()

    def rows(self) -> list[VenueRow]:
        """Every venue by name."""
        if self._rows is None:
            self._rows = venues.list_venues(self._desk)
        return self._rows

    def row(self, venue_id: int | None) -> VenueRow | None:
        """One venue; None when there is none."""
        return next((row for row in self.rows() if row.id == venue_id), None)

    def is_free(self, venue_id: int, booking: Booking) -> bool:
        """Whether nothing else is held there then, set-up and clear-down included."""
        known = self._free.get((venue_id, booking))
        if known is None:
            known = not room_clashes(self._desk, booking, venue_id)
            self._free[venue_id, booking] = known
        return known

    def __call__(self, text: str) -> list[Choice]:
        wanted = fold(text)
        fitting = [
            row
            for row in self.rows()
            if wanted in fold(" ".join((*row.names.values(), *row.buildings.values(), row.city)))
        ]
        booking = self._booking()
        return [
            self._choice(row, booking if at < _JUDGED else None) for at, row in enumerate(fitting)
        ]

    def choice(self, venue_id: int | None) -> Choice | None:
        """One venue as a choice, without saying whether it is free."""
        row = self.row(venue_id)
        return self._choice(row, None) if row else None

    def _choice(self, row: VenueRow, booking: Booking | None) -> Choice:
        parts = [row.building]
        if row.seats:
            parts.append(
                ngettext("{count} seat", "{count} seats", row.seats).format(count=row.seats)
            )
        if booking is None or row.shared:
            return Choice(row.id, row.name, " · ".join(part for part in parts if part))
        free = self.is_free(row.id, booking)
        parts.insert(0, _("free") if free else _("taken then"))
        return Choice(
            row.id,
            row.name,
            " · ".join(part for part in parts if part),
            "check-circle" if free else "warning",
        )


def room_clashes(desk: Desk, booking: Booking, venue_id: int) -> bool:
    """Whether something else is held in the venue then; times that mean nothing clash with nothing."""
    try:
        found = checks.findings_of_draft(
            desk,
            starts=booking.starts,
            ends=booking.ends,
            zone=booking.zone,
            venue_id=venue_id,
            status=Status.CONFIRMED,
            with_days=False,
        )
    except UserError:
        return False
    return any(
        finding.code == "room_clash"
        and finding.other_event_id != booking.event_id
        and finding.severity in (Severity.ERROR, Severity.WARNING)
        for finding in found
    )


def find_countries(text: str) -> list[Choice]:
    """Countries by name in any of the languages, or by code; the usual ones for ""."""
    language = current_language()
    if not text.strip():
        return [Choice(code, country_name(code, language), code) for code in USUAL_COUNTRIES]
    return _best(text, _countries(language))


def country_of(code: str | None) -> Choice | None:
    """One country as a choice; None for none."""
    return Choice(code, country_name(code, current_language()), code) if code else None


def find_zones(text: str) -> list[Choice]:
    """Time zones by their names and cities; the usual ones for ""."""
    zones = _zones(current_language())
    if not text.strip():
        return [choice for choice, _names in zones[: len(USUAL_ZONES)]]
    return _best(text, zones)


def zone_of(zone: str | None) -> Choice | None:
    """One zone as a choice; its IANA name when it has no label."""
    if not zone:
        return None
    labels = {choice.key: choice for choice, _names in _zones(current_language())}
    return labels.get(zone, Choice(zone, zone))


@cache
def _countries(language: str) -> tuple[tuple[Choice, tuple[str, ...]], ...]:
    others = [dict(country_choices(code)) for code in DOCUMENT_LANGUAGES]
    return tuple(
        (Choice(code, name, code), (code.casefold(), *(fold(names[code]) for names in others)))
        for code, name in country_choices(language)
    )


@cache
def _zones(language: str) -> tuple[tuple[Choice, tuple[str, ...]], ...]:
    return tuple(
        (Choice(zone, words), (fold(words), fold(zone), fold(zone.rpartition("/")[2])))
        for zone, words in zone_choices(language)
    )


def _best(text: str, choices: tuple[tuple[Choice, tuple[str, ...]], ...]) -> list[Choice]:
    """Those of which a name begins with what was typed, then those that hold it."""
    wanted = fold(text) or text.strip().casefold()
    begins = [c for c, names in choices if any(name.startswith(wanted) for name in names)]
    holds = [c for c, names in choices if any(wanted in name for name in names)]
    return begins + [choice for choice in holds if choice not in begins]
