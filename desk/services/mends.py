"""Ways out of a finding: the next free time, another room, a shorter event, another vehicle."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from sqlmodel import Session, col, select

from desk.locale import _, ngettext
from desk.locale.formats import time_range, weekday_date
from desk.locale.words import current_language
from desk.locale.zones import fold_of, wall_time
from desk.model.choices import ResourceKind
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.findings import FindingRow, Mend
from desk.model.tables import Event, Resource, Venue, VenueLayout
from desk.rules.availability import closings_met
from desk.rules.conflicts import (
    Booking,
    ClashKind,
    Lent,
    Ways,
    clashes_of,
    first_free,
    wants_the_same,
)
from desk.services.bookings import all_ways, bookings_between
from desk.services.places import Places, closings_between, layouts_of
from desk.services.scheduling import instant_of

SEARCH_AHEAD = timedelta(days=3)
OFFICE_HOURS = (7, 21)
"""The hours of a day, local, between which an event may be moved."""

_QUARTER = timedelta(minutes=15)
_FIVE = timedelta(minutes=5)
_MOST = 2
"""Rooms or vehicles offered for one finding."""

_BY_ROOM = ("room_clash", "closed", "opening_hours", "too_few_seats")
_BY_TIME = (
    *(f"{kind.value}_clash" for kind in ClashKind if kind is not ClashKind.TRAVEL),
    "travel",
    "closed",
    "resource_closed",
    "opening_hours",
)
_BY_SWAP = ("vehicle_clash", "interpreter_clash", "resource_closed")


def with_mends(
    session: Session,
    event: Event,
    own: Booking,
    rows: Sequence[FindingRow],
    *,
    places: Places,
    chairs: int,
    lent: Sequence[frozenset[int]],
) -> list[FindingRow]:
    """The findings about one event with what mends them; what was accepted needs no mending.

    `lent` names, for each finding, the resources that it is about.
    """
    if not any(row.code in (*_BY_ROOM, *_BY_TIME) and not row.accepted for row in rows):
        return list(rows)
    way_out = _WayOut(session, event, own, places, chairs)
    return [
        row if row.accepted else replace(row, mends=tuple(way_out.mends(row.code, resources)))
        for row, resources in zip(rows, lent, strict=True)
    ]


@dataclass
class _WayOut:
    """What is looked up once for all findings about an event."""

    session: Session
    event: Event
    own: Booking
    places: Places
    chairs: int

    def mends(self, code: str, resources: frozenset[int]) -> Iterator[Mend]:
        if code == "too_few_seats":
            yield from self._other_layout
        if code in _BY_SWAP:
            for resource_id in sorted(resources):
                yield from self._other_resources(resource_id)
        if code in _BY_TIME:
            yield from self._next_free_time
        if code in _BY_ROOM:
            yield from self._other_rooms
        if code in _BY_TIME and code != "opening_hours":
            yield from self._shorter

    @cached_property
    def _others(self) -> list[Booking]:
        around = bookings_between(
            self.session, self.own.venue_from, self.own.venue_until + SEARCH_AHEAD
        )
        return [booking for booking in around if booking.event_id != self.own.event_id]

    @cached_property
    def _rivals(self) -> list[Booking]:
        """Those that want the same people or loans."""
        return [other for other in self._others if wants_the_same(self.own, other)]

    @cached_property
    def _ways(self) -> Ways:
        return all_ways(self.session)

    @cached_property
    def _places_ahead(self) -> Places:
        """The event's own places with what is closed in the days to come."""
        closings = closings_between(
            self.session,
            self.places.venues,
            self.places.resources,
            self.own.venue_from - SEARCH_AHEAD,
            self.own.venue_until + 2 * SEARCH_AHEAD,
        )
        return replace(self.places, closings=closings)

    def _is_open(self, booking: Booking) -> bool:
        places = self._places_ahead
        return not closings_met(booking, places.closings) and not places.closed_parts(booking)

    # Another time

    @cached_property
    def _next_free_time(self) -> list[Mend]:
        found = first_free(self._later(), self._others, ways=self._ways, allowed=self._is_open)
        if found is None:
            return []
        starts = wall_time(found.starts_at, self.event.zone)
        words = self._when(starts, starts + (self.event.ends - self.event.starts))
        return [Mend(_("Move to {time}").format(time=words), self.event.id, starts=starts)]

    def _later(self) -> Iterator[Booking]:
        """The event from later quarter hours on, while people still work."""
        event = self.event
        length = event.ends - event.starts
        wall = event.starts
        while (wall := wall + _QUARTER) <= event.starts + SEARCH_AHEAD - length:
            day_ends = datetime.combine(wall.date(), datetime.min.time()) + timedelta(
                hours=OFFICE_HOURS[1]
            )
            if wall.hour < OFFICE_HOURS[0] or wall + length > day_ends:
                continue
            try:
                starts_at = instant_of(wall, event.zone, 0, "starts")
                ends_at = instant_of(wall + length, event.zone, 0, "ends")
            except UserError:
                # A quarter hour that the clock skips is no place to move to.
                continue
            yield self.own.lasting(starts_at, ends_at)

    @cached_property
    def _shorter(self) -> list[Mend]:
        """An earlier end or a later start that leaves at least half of the event."""
        own = self.own
        length = own.ends_at - own.starts_at
        if length > timedelta(days=1):
            return []
        steps = [_FIVE * number for number in range(1, int(length / 2 / _FIVE) + 1)]
        steps = [step for step in steps if length - step >= _QUARTER]
        zone = self.event.zone
        earlier_end = first_free(
            (own.lasting(own.starts_at, own.ends_at - step) for step in steps),
            self._others,
            ways=self._ways,
            allowed=self._is_open,
        )
        later_start = first_free(
            (own.lasting(own.starts_at + step, own.ends_at) for step in steps),
            self._others,
            ways=self._ways,
            allowed=self._is_open,
        )
        found: list[Mend] = []
        for shorter in (earlier_end, later_start):
            # The second pass of an hour cannot be said with a clock time alone.
            if (
                shorter is None
                or fold_of(shorter.starts_at, zone)
                or fold_of(shorter.ends_at, zone)
            ):
                continue
            starts, ends = (
                wall_time(shorter.starts_at, zone),
                wall_time(shorter.ends_at, zone),
            )
            text = _("Shorten to {time}").format(time=self._when(starts, ends))
            found.append(Mend(text, self.event.id, starts=starts, ends=ends))
        return found

    def _when(self, starts: datetime, ends: datetime) -> str:
        language = current_language()
        words = time_range(starts, ends, self.event.zone, language)
        if starts.date() == self.event.starts.date():
            return words
        return f"{weekday_date(starts.date(), language)} {words}"

    # Another place

    @cached_property
    def _other_layout(self) -> list[Mend]:
        """The smallest layout of the same room that seats everybody."""
        for layout in self.places.layouts.get(self.event.venue_id or 0, ()):
            if layout.seats >= self.chairs and layout.id != self.event.layout_id:
                name = text_in(layout.name, current_language())
                words = _("Furnish as {layout}, {seats}").format(
                    layout=name, seats=_seats(layout.seats)
                )
                return [Mend(words, self.event.id, layout_id=layout.id)]
        return []

    @cached_property
    def _other_rooms(self) -> list[Mend]:
        """Free rooms of the same city that seat everybody: equipped alike, near, the tightest."""
        here = self.places.venue_of(self.event)
        if here is None:
            return []
        venues = self.session.exec(
            select(Venue).where(
                Venue.city == here.city, Venue.id != here.id, col(Venue.shared).is_(False)
            )
        ).all()
        layouts = layouts_of(self.session, [venue.id for venue in venues])
        by_id = {venue.id: venue for venue in venues}
        closings = closings_between(
            self.session,
            by_id,
            (),
            self.own.starts_at - SEARCH_AHEAD,
            self.own.ends_at + SEARCH_AHEAD,
        )
        ahead = Places(by_id, layouts, closings=closings)
        free = [
            (venue, layout)
            for venue in venues
            if (layout := _fitting(layouts.get(venue.id, ()), self.chairs)) is not None
            and self._takes(venue, layout, ahead)
        ]
        free.sort(
            key=lambda pair: (
                len(_lacking(here, pair[0])),
                pair[0].building != here.building,
                pair[1].seats,
                pair[0].id,
            )
        )
        complete = [pair for pair in free if not _lacking(here, pair[0])]
        return [self._to_room(here, venue, layout) for venue, layout in (complete or free)[:_MOST]]

    def _takes(self, venue: Venue, layout: VenueLayout, ahead: Places) -> bool:
        moved = replace(
            self.own,
            venue_id=venue.id,
            place_id=venue.id,
            set_up=timedelta(minutes=layout.set_up_minutes),
            clear_down=timedelta(minutes=layout.clear_down_minutes),
        )
        there = [other for other in self._others if other.venue_id == venue.id]
        return (
            not closings_met(moved, ahead.closings)
            and not ahead.closed_parts(moved)
            and not any(clash.kind is ClashKind.ROOM for clash in clashes_of(moved, there))
            and not any(
                clash.kind is ClashKind.TRAVEL
                for clash in clashes_of(moved, self._rivals, self._ways)
            )
        )

    def _to_room(self, here: Venue, venue: Venue, layout: VenueLayout) -> Mend:
        lacking = _lacking(here, venue)
        words = (
            _("To {venue}, {seats}, without {equipment}") if lacking else _("To {venue}, {seats}")
        )
        text = words.format(
            venue=text_in(venue.name, current_language()),
            seats=_seats(layout.seats),
            equipment=", ".join(lacking),
        )
        return Mend(text, self.event.id, venue_id=venue.id, layout_id=layout.id)

    # Another vehicle or interpreter

    def _other_resources(self, resource_id: int) -> Iterator[Mend]:
        given = self.places.resources.get(resource_id)
        if given is None or given.kind is ResourceKind.EQUIPMENT:
            return
        others = self.session.exec(
            select(Resource)
            .where(Resource.kind == given.kind, Resource.id != resource_id)
            .order_by(col(Resource.seats), col(Resource.id))
        ).all()
        able = [
            other
            for other in others
            if other.seats >= given.seats and set(other.languages) >= set(given.languages)
        ]
        able.sort(key=lambda other: (other.city != given.city, other.seats))
        taken = {each.resource_id for each in self.own.lent}
        free = (o for o in able if o.id not in taken and self._is_free(o, resource_id))
        for _place, other in zip(range(_MOST), free, strict=False):
            name = text_in(other.name, current_language())
            yield Mend(
                _("Take {name} instead").format(name=name),
                self.event.id,
                resource_id=resource_id,
                instead_id=other.id,
            )

    def _is_free(self, other: Resource, instead_of: int) -> bool:
        own = self.own
        lent = Lent(
            other.id,
            other.kind,
            timedelta(minutes=other.set_up_minutes),
            timedelta(minutes=other.clear_down_minutes),
            other.person_id,
        )
        comes = frozenset(() if other.person_id is None else (other.person_id,))
        kept = frozenset(each for each in own.lent if each.resource_id != instead_of)
        moved = replace(own, lent=kept | {lent}, people=own.people | comes)
        closings = closings_between(
            self.session, (), [other.id], own.starts_at - SEARCH_AHEAD, own.ends_at + SEARCH_AHEAD
        )
        return not closings_met(moved, closings) and not any(
            other.id in clash.resources or (other.person_id or 0) in clash.people
            for clash in clashes_of(moved, self._others, self._ways)
        )


def _fitting(layouts: Sequence[VenueLayout], chairs: int) -> VenueLayout | None:
    """The smallest layout that seats so many."""
    return next((layout for layout in layouts if layout.seats >= max(chairs, 1)), None)


def _lacking(here: Venue, other: Venue) -> list[str]:
    """What stands here and not there."""
    there = {what.casefold() for what in other.equipment}
    return [what for what in here.equipment if what.casefold() not in there]


def _seats(count: int) -> str:
    return ngettext("{count} seat", "{count} seats", count).format(count=count)
