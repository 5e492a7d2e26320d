"""Ways out of a clash: the next free time, another room that fits."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.formats import time_range, weekday_date
from desk.locale.zones import wall_time
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.findings import Mend
from desk.model.tables import (
    Event,
    Venue,
    VenueLayout,
)
from desk.rules.conflicts import (
    Booking,
    Clash,
    ClashKind,
    clashes_of,
    first_free_start,
)
from desk.services.headcounts import heads_of
from desk.services.scheduling import instant_of

SEARCH_AHEAD = timedelta(days=3)
OFFICE_HOURS = (7, 21)
"""The hours of a day, local, between which an event may be moved."""

_STEP = timedelta(minutes=15)


def mends_of(
    session: Session,
    event: Event,
    clash: Clash,
    bookings: Sequence[Booking],
    language: str,
) -> Iterator[Mend]:
    own = next(booking for booking in bookings if booking.event_id == event.id)
    others = [booking for booking in bookings if booking.event_id != event.id]
    start = first_free_start(own, others, candidates=_office_quarters(event))
    if start is not None:
        starts = wall_time(start, event.zone)
        ends = starts + (event.ends - event.starts)
        same_day = starts.date() == event.starts.date()
        words = time_range(starts, ends, event.zone, language)
        day = "" if same_day else f"{weekday_date(starts.date(), language)} "
        yield Mend(_("Move to {time}").format(time=f"{day}{words}"), event.id, starts=starts)
    if clash.kind is not ClashKind.ROOM:
        return
    for venue, seats in _free_venues(session, event, own, others)[:2]:
        yield Mend(
            _("To {venue}, {count} seats").format(venue=text_in(venue.name, language), count=seats)
            if seats
            else _("To {venue}").format(venue=text_in(venue.name, language)),
            event.id,
            venue_id=venue.id,
        )


def _office_quarters(event: Event) -> Iterator[datetime]:
    """Quarter hours after the event's start at which people still work, as instants."""
    wall = event.starts
    length = event.ends - event.starts
    last = event.starts + SEARCH_AHEAD - length
    while (wall := wall + _STEP) <= last:
        day_ends = datetime.combine(wall.date(), datetime.min.time()) + timedelta(
            hours=OFFICE_HOURS[1]
        )
        if wall.hour >= OFFICE_HOURS[0] and wall + length <= day_ends:
            try:
                yield instant_of(wall, event.zone, 0, "starts")
            except UserError:
                # A quarter hour that the clock skips is no place to move to.
                continue


def _free_venues(
    session: Session, event: Event, own: Booking, others: Sequence[Booking]
) -> list[tuple[Venue, int]]:
    """Venues of the same city that are free then and seat everybody, the tightest fit first."""
    here = session.get(Venue, event.venue_id) if event.venue_id else None
    if here is None:
        return []
    heads = heads_of(session, [event]).get(event.id, 0)
    seats: dict[int, int] = defaultdict(int)
    for layout in session.exec(select(VenueLayout)):
        seats[layout.venue_id] = max(seats[layout.venue_id], layout.seats)
    found: list[tuple[Venue, int]] = []
    for venue in session.exec(
        select(Venue).where(
            Venue.city == here.city, Venue.id != here.id, col(Venue.shared).is_(False)
        )
    ):
        moved = Booking(
            own.event_id, own.starts_at, own.ends_at, own.firm, venue.id, own.set_up, own.clear_down
        )
        if seats[venue.id] >= max(heads, 1) and not clashes_of(moved, others):
            found.append((venue, seats[venue.id]))
    return sorted(found, key=lambda pair: (pair[0].building != here.building, pair[1]))
