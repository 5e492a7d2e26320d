"""Rooms and loans in words: too small, closed, outside their hours."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from desk.locale import _
from desk.locale.formats import clock_span, time_range, weekday_date
from desk.locale.words import current_language
from desk.locale.zones import wall_time
from desk.model.choices import Severity
from desk.model.localised import text_in
from desk.model.rows.findings import FindingRow
from desk.model.tables import Event, Venue, VenueLayout, Visit
from desk.rules.availability import Closing, closings_met
from desk.rules.conflicts import Booking
from desk.rules.opening_hours import open_span
from desk.services.assembly.findings import event_finding
from desk.services.places import Places


def place_findings(
    events: Sequence[Event],
    bookings: Mapping[int, Booking],
    places: Places,
    heads: Mapping[int, int],
    visits: Mapping[int, Visit],
) -> list[FindingRow]:
    """What speaks against the places of these events; `heads` are the chairs that they need."""
    rows: list[FindingRow] = []
    for event in events:
        visit, own = visits.get(event.visit_id or 0), bookings[event.id]
        rows += _capacity(event, visit, places, heads.get(event.id, 0))
        rows += (
            _closed(event, visit, places, closing) for closing in closings_met(own, places.closings)
        )
        rows += _hours(event, visit, places, own)
    return rows


def _capacity(event: Event, visit: Visit | None, places: Places, count: int) -> list[FindingRow]:
    chosen = places.layout_of(event)
    layouts = places.layouts.get(event.venue_id or 0, ())
    layout: VenueLayout | None = chosen or (layouts[-1] if layouts else None)
    if layout is None or not layout.seats or count <= layout.seats:
        return []
    name = text_in(layout.name, current_language())
    why = (
        _("The layout {layout} is too small for everybody who takes part.").format(layout=name)
        if chosen
        else _("Even {layout}, the largest layout there, is too small for all.").format(layout=name)
    )
    title = _("{count} people, {seats} seats").format(count=count, seats=layout.seats)
    field = "layout_id" if chosen else "venue_id"
    return [event_finding(event, visit, "too_few_seats", title, why, field=field)]


def _closed(event: Event, visit: Visit | None, places: Places, closing: Closing) -> FindingRow:
    language = current_language()
    venue = places.venues.get(closing.venue_id or 0)
    resource = places.resources.get(closing.resource_id or 0)
    what = venue or resource
    starts = wall_time(closing.starts_at, event.zone)
    ends = wall_time(closing.ends_at, event.zone)
    title = _("{what} closed, {day} {time}") if venue else _("{what} not to be had, {day} {time}")
    return event_finding(
        event,
        visit,
        "closed" if venue else "resource_closed",
        title.format(
            what=text_in(what.name, language) if what else "",
            day=weekday_date(starts.date(), language),
            time=time_range(starts, ends, event.zone, language),
        ),
        _("Noted by the office: {reason}.").format(reason=closing.reason.rstrip("."))
        if closing.reason
        else _("Noted by the office, without a reason."),
        field="venue_id" if venue else "resources",
        severity=Severity.ERROR if event.status.is_firm else Severity.WARNING,
    )


def _hours(event: Event, visit: Visit | None, places: Places, own: Booking) -> list[FindingRow]:
    venue = places.venue_of(event)
    parts = places.closed_parts(own)
    if venue is None or not parts:
        return []
    name = text_in(venue.name, current_language())
    title = _("Outside the opening hours of {venue}").format(venue=name)
    why = _hours_words(venue, parts[0][0])
    return [event_finding(event, visit, "opening_hours", title, why, field="venue_id")]


def _hours_words(venue: Venue, at: datetime) -> str:
    language = current_language()
    day = weekday_date(at.date(), language)
    span = open_span(venue.opening_hours, at.date())
    if span is None:
        return _("On {day} it is closed.").format(day=day)
    return _("On {day} it is open {time}.").format(day=day, time=clock_span(*span, language))
