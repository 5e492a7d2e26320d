"""What events need to know of the places they are held in: layouts, hours, closed times."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, or_
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from desk.locale.zones import wall_time
from desk.model.columns import INSTANT
from desk.model.tables import ClosedTime, Event, Resource, Venue, VenueLayout
from desk.rules.availability import Closing, outside_hours
from desk.rules.conflicts import Booking
from desk.services.assembly.lookup import rows_by_id

_LAYOUTS = (
    select(VenueLayout)
    .where(col(VenueLayout.venue_id).in_(bindparam("venues", expanding=True)))
    .order_by(col(VenueLayout.seats), col(VenueLayout.id))
)
_CLOSED: Select[*tuple[Any, ...]] = select_columns(
    col(ClosedTime.starts_at),
    col(ClosedTime.ends_at),
    col(ClosedTime.reason),
    col(ClosedTime.venue_id),
    col(ClosedTime.resource_id),
).where(
    or_(
        col(ClosedTime.venue_id).in_(bindparam("venues", expanding=True)),
        col(ClosedTime.resource_id).in_(bindparam("resources", expanding=True)),
    ),
    bindparam("until", type_=INSTANT) > col(ClosedTime.starts_at),
    col(ClosedTime.ends_at) > bindparam("since", type_=INSTANT),
)


@dataclass(frozen=True, slots=True)
class Places:
    """Venues and resources by id, a venue's layouts from the smallest, what is closed when."""

    venues: Mapping[int, Venue] = field(default_factory=dict[int, Venue])
    layouts: Mapping[int, Sequence[VenueLayout]] = field(
        default_factory=dict[int, Sequence[VenueLayout]]
    )
    resources: Mapping[int, Resource] = field(default_factory=dict[int, Resource])
    closings: Sequence[Closing] = ()

    def venue_of(self, event: Event) -> Venue | None:
        """The venue the event is held in."""
        return self.venues.get(event.venue_id or 0)

    def layout_of(self, event: Event) -> VenueLayout | None:
        """The layout that was chosen for it."""
        layouts = self.layouts.get(event.venue_id or 0, ())
        return next((layout for layout in layouts if layout.id == event.layout_id), None)

    def closed_parts(self, booking: Booking) -> list[tuple[datetime, datetime]]:
        """When the booking lasts outside its venue's opening hours, on the venue's clock."""
        venue = self.venues.get(booking.place_id or 0)
        if venue is None or not venue.opening_hours:
            return []
        starts = wall_time(booking.starts_at, venue.zone)
        return outside_hours(starts, wall_time(booking.ends_at, venue.zone), venue.opening_hours)


def closings_between(
    session: Session,
    venues: Iterable[int],
    resources: Iterable[int],
    starts_at: datetime,
    ends_at: datetime,
) -> list[Closing]:
    """When these cannot be had between two aware instants."""
    asked = {
        "venues": sorted(venues),
        "resources": sorted(resources),
        "since": starts_at,
        "until": ends_at,
    }
    if not asked["venues"] and not asked["resources"]:
        return []
    return [Closing(*row) for row in session.connection().execute(_CLOSED, asked)]


def layouts_of(session: Session, venues: Iterable[int]) -> dict[int, list[VenueLayout]]:
    """The layouts of venues, the smallest first."""
    found: dict[int, list[VenueLayout]] = defaultdict(list)
    if wanted := sorted(venues):
        for layout in session.exec(_LAYOUTS, params={"venues": wanted}):
            found[layout.venue_id].append(layout)
    return found


def rooms_of(session: Session, venues: Iterable[int | None]) -> Places:
    """These venues with their layouts."""
    found = rows_by_id(session, Venue, venues)
    return Places(found, layouts_of(session, found)) if found else Places()


def with_closings(session: Session, rooms: Places, bookings: Sequence[Booking]) -> Places:
    """The rooms with what is lent to these bookings, and what is closed meanwhile."""
    lent = {each.resource_id for booking in bookings for each in booking.lent}
    if not rooms.venues and not lent:
        return rooms
    return replace(
        rooms,
        resources=rows_by_id(session, Resource, lent),
        closings=closings_between(
            session,
            rooms.venues,
            lent,
            min(_first(booking) for booking in bookings),
            max(_last(booking) for booking in bookings),
        ),
    )


def _first(booking: Booking) -> datetime:
    lent = (booking.starts_at - each.set_up for each in booking.lent)
    return min((booking.venue_from, *lent))


def _last(booking: Booking) -> datetime:
    lent = (booking.ends_at + each.clear_down for each in booking.lent)
    return max((booking.venue_until, *lent))
