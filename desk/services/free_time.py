"""Finding a time and a room at which everybody and everything that is wanted is free."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypedDict

from sqlmodel import Session, col, select

from desk.locale import _, ngettext
from desk.locale.formats import clock_time
from desk.locale.words import current_language
from desk.locale.zones import moment, wall_time
from desk.model.choices import EventKind, ResourceKind
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.free_time import FreeSlot
from desk.model.tables import Person, Resource, Venue, VenueLayout
from desk.rules.availability import Closing
from desk.rules.conflicts import Booking, Ways
from desk.rules.days import Calendar, judge_days
from desk.rules.free_time import Span, free_spans, kept_clear, rounded_up
from desk.rules.opening_hours import open_span
from desk.services.assembly.lookup import rows_by_id
from desk.services.bookings import all_ways, bookings_between
from desk.services.calendar_days import calendar_between, is_in_host_country
from desk.services.day_findings import titles_of
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.mends import OFFICE_HOURS
from desk.services.places import closings_between, layouts_of
from desk.services.scheduling import day_begins, refuse_strange_year

MOST_DAYS = 92
MOST_MINUTES = 24 * 60
_STEP = timedelta(minutes=15)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is asked for, and what is known about the time in question."""

    length: timedelta
    seats: int
    people: frozenset[int]
    resources: tuple[Resource, ...]
    now: datetime
    bookings: Sequence[Booking]
    ways: Ways
    closings: Sequence[Closing]
    calendar: Calendar


def find_free(
    desk: Desk,
    *,
    minutes: int,
    first_day: date,
    last_day: date,
    seats: int = 0,
    people: Collection[int] = (),
    venue_ids: Collection[int] = (),
    equipment: Collection[str] = (),
    resources: Collection[int] = (),
    besides: int | None = None,
    limit: int = 20,
) -> list[FreeSlot]:
    """Free times of rooms in order of time, the tightest room first; at most `limit`.

    A room is looked at if a layout seats so many and all of the `equipment` stands in it; only
    `venue_ids` if any are given. The event `besides` takes up nothing: it is what shall be moved.
    In each stretch of time between what is held already the first
    quarter hour is told. Preparation, opening hours, closed times and ways are kept clear.
    Raises UserError.
    """
    _judge(minutes, first_day, last_day, seats)
    with desk.read() as session:
        for person_id in people:
            row_for_change(session, Person, person_id)
        rooms = _rooms(session, venue_ids, seats, equipment)
        if not rooms:
            return []
        lent = rows_by_id(session, Resource, resources)
        zones = {venue.zone for venue, _layout in rooms}
        starts = min(day_begins(first_day, zone) for zone in zones)
        ends = max(day_begins(last_day + _A_DAY, zone) for zone in zones)
        wanted = _Wanted(
            length=timedelta(minutes=minutes),
            seats=seats,
            people=frozenset(people) | {r.person_id for r in lent.values() if r.person_id},
            resources=tuple(lent.values()),
            now=desk.now(),
            bookings=[
                booking
                for booking in bookings_between(session, starts, ends)
                if booking.event_id != besides
            ],
            ways=all_ways(session),
            closings=closings_between(
                session,
                [venue.id for venue, _layout in rooms],
                lent,
                starts - _A_DAY,
                ends + _A_DAY,
            ),
            calendar=calendar_between(session, first_day, last_day),
        )
    days = [first_day + _A_DAY * number for number in range((last_day - first_day).days + 1)]
    found: list[tuple[datetime, int, int, FreeSlot]] = []
    for day in days:
        for venue, layout in rooms:
            found += (
                (slot_at, slot.seats, venue.id, slot)
                for slot_at, slot in _slots(wanted, venue, layout, day)
            )
        if len(found) >= limit:
            # What comes later in time cannot be among the first any more.
            break
    found.sort(key=lambda slot: slot[:3])
    return [slot for *_order, slot in found[:limit]]


def _judge(minutes: int, first_day: date, last_day: date, seats: int) -> None:
    if not 1 <= minutes <= MOST_MINUTES:
        raise UserError(
            _("Give a number from {least} to {most}.").format(least=1, most=MOST_MINUTES),
            field="minutes",
        )
    if seats < 0:
        raise UserError(_("Fewer than nobody cannot be seated."), field="seats")
    refuse_strange_year(first_day, "first_day")
    refuse_strange_year(last_day, "last_day")
    if last_day < first_day:
        raise UserError(_("The last day is before the first day."), field="last_day")
    if (last_day - first_day).days >= MOST_DAYS:
        raise UserError(
            _("Look at {count} days at most.").format(count=MOST_DAYS), field="last_day"
        )


def _rooms(
    session: Session, venue_ids: Collection[int], seats: int, equipment: Collection[str]
) -> list[tuple[Venue, VenueLayout | None]]:
    """The rooms that fit, each with its smallest layout that seats everybody."""
    query = select(Venue).order_by(col(Venue.id))
    if venue_ids:
        query = query.where(col(Venue.id).in_(sorted(venue_ids)))
    wanted = {what.casefold() for what in equipment}
    venues = [
        venue
        for venue in session.exec(query)
        if wanted <= {what.casefold() for what in venue.equipment}
    ]
    layouts = layouts_of(session, [venue.id for venue in venues])
    rooms: list[tuple[Venue, VenueLayout | None]] = []
    for venue in venues:
        layout = next((row for row in layouts.get(venue.id, ()) if row.seats >= seats), None)
        if layout is not None or not seats:
            rooms.append((venue, layout))
    return rooms


def _slots(
    wanted: _Wanted, venue: Venue, layout: VenueLayout | None, day: date
) -> Iterator[tuple[datetime, FreeSlot]]:
    within = _working_hours(venue, day)
    if within is None:
        return
    within = (max(within[0], wanted.now), within[1])
    before = timedelta(minutes=layout.set_up_minutes if layout else 0)
    after = timedelta(minutes=layout.clear_down_minutes if layout else 0)
    for free_from, free_until in free_spans(within, _taken(wanted, venue, before, after)):
        starts = rounded_up(wall_time(free_from, venue.zone), _STEP)
        starts_at = moment(starts, venue.zone).astimezone(UTC)
        # Not by the clock: an hour may be skipped or occur twice meanwhile.
        ends_at = starts_at + wanted.length
        is_there = wall_time(starts_at, venue.zone) == starts
        if is_there and starts_at >= free_from and ends_at <= free_until:
            ends = wall_time(ends_at, venue.zone)
            yield (
                starts_at,
                _slot(wanted, venue, layout, starts, ends, wall_time(free_until, venue.zone)),
            )


def _working_hours(venue: Venue, day: date) -> Span | None:
    """When events may begin and end there on a day: by its opening hours, else by the office's."""
    if venue.opening_hours:
        span = open_span(venue.opening_hours, day)
        if span is None:
            return None
    else:
        first, last = (datetime.combine(day, time(hour)) for hour in OFFICE_HOURS)
        span = (first, last)
    starts, ends = (moment(wall, venue.zone).astimezone(UTC) for wall in span)
    return (starts, ends) if starts < ends else None


def _taken(
    wanted: _Wanted, venue: Venue, set_up: timedelta, clear_down: timedelta
) -> Iterator[Span]:
    """The times at which the event may not last, seen from its own start and end."""
    own_things = {row.id: row for row in wanted.resources}
    for booking in wanted.bookings:
        if booking.venue_id == venue.id:
            span = (booking.venue_from, booking.venue_until)
            yield kept_clear(span, before=clear_down, after=set_up)
        way_there = wanted.ways.between(venue.id, booking.place_id) or timedelta()
        way_here = wanted.ways.between(booking.place_id, venue.id) or timedelta()
        if booking.people & wanted.people:
            span = (booking.starts_at, booking.ends_at)
            yield kept_clear(span, before=way_there, after=way_here)
        for lent in booking.lent:
            if (row := own_things.get(lent.resource_id)) is not None:
                span = (booking.starts_at - lent.set_up, booking.ends_at + lent.clear_down)
                yield kept_clear(span, **_preparation(row))
                if row.kind is ResourceKind.VEHICLE:
                    span = (booking.starts_at, booking.ends_at)
                    yield kept_clear(span, before=way_there, after=way_here)
    for closing in wanted.closings:
        span = (closing.starts_at, closing.ends_at)
        if closing.venue_id == venue.id:
            yield kept_clear(span, before=clear_down, after=set_up)
        elif (row := own_things.get(closing.resource_id or 0)) is not None:
            yield kept_clear(span, **_preparation(row))


class _Preparation(TypedDict):
    before: timedelta
    after: timedelta


def _preparation(row: Resource) -> _Preparation:
    """What a resource needs to be over before, and to be ready after, something else."""
    return {
        "before": timedelta(minutes=row.clear_down_minutes),
        "after": timedelta(minutes=row.set_up_minutes),
    }


def _slot(
    wanted: _Wanted,
    venue: Venue,
    layout: VenueLayout | None,
    starts: datetime,
    ends: datetime,
    free_until: datetime,
) -> FreeSlot:
    language = current_language()
    judged = judge_days(
        starts,
        ends,
        kind=EventKind.MEETING,
        calendar=wanted.calendar,
        in_host_country=is_in_host_country(venue.zone),
    )
    return FreeSlot(
        venue_id=venue.id,
        venue=text_in(venue.name, language),
        building=text_in(venue.building, language),
        layout_id=layout.id if layout else None,
        layout=text_in(layout.name, language) if layout else "",
        seats=layout.seats if layout else 0,
        starts=starts,
        ends=ends,
        zone=venue.zone,
        free_until=free_until,
        why=_why(wanted, layout, free_until),
        cautions=titles_of(judged),
    )


def _why(wanted: _Wanted, layout: VenueLayout | None, free_until: datetime) -> str:
    parts = [_("free until {time}").format(time=clock_time(free_until, current_language()))]
    if layout is not None and layout.seats:
        parts.append(
            ngettext("{count} seat", "{count} seats", layout.seats).format(count=layout.seats)
        )
    if people := len(wanted.people):
        parts.append(
            ngettext("{count} person is free", "{count} people are free", people).format(
                count=people
            )
        )
    return ", ".join(parts)
