"""Everything that is found about events: clashes, their places, their days, what they lack."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session

from desk.model.choices import Severity
from desk.model.rows.findings import FindingRow
from desk.model.tables import Event, Visit
from desk.rules.availability import closings_met
from desk.rules.conflicts import Booking, all_clashes, clashes_of
from desk.services.acceptance import with_acceptance
from desk.services.assembly.lookup import rows_by_id
from desk.services.bookings import (
    booking_of,
    bookings_against,
    bookings_between,
    ways_among,
    ways_of,
)
from desk.services.clash_findings import clash_findings, events_in
from desk.services.day_findings import day_findings
from desk.services.headcounts import heads_of
from desk.services.mends import with_mends as mended
from desk.services.missing import lacking_findings
from desk.services.place_findings import place_findings
from desk.services.places import Places, rooms_of, with_closings

GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def findings_about(
    session: Session,
    event: Event,
    *,
    people: Collection[int] | None = None,
    resources: Collection[int] | None = None,
    chairs: int | None = None,
    with_mends: bool = False,
    with_days: bool = True,
) -> list[FindingRow]:
    """What is wrong with one event, written or not, the gravest first.

    Of an event that is not written, `people`, `resources` and the `chairs` needed are told.
    """
    if not event.status.holds_its_time:
        return []
    rooms = rooms_of(session, [event.venue_id])
    own = booking_of(session, event, people, resources, rooms=rooms)
    ways = ways_of(session, own.place_id if own.people or own.lent else None)
    others = bookings_against(session, own, ways)
    clashes = clashes_of(own, others, ways)
    if any(clash.way for clash in clashes):
        # Whether something lies between depends on ways that do not touch this venue.
        clashes = clashes_of(own, others, ways_among(session, [own, *others]))
    found = clash_findings(session, clashes, moving=event)
    lent = [clash.resources for clash in clashes]
    places = with_closings(session, rooms, [own])
    if chairs is None:
        chairs = heads_of(session, [event]).get(event.id, 0) if places.layouts else 0
    visits = rows_by_id(session, Visit, [event.visit_id])
    rest = place_findings([event], {event.id: own}, places, {event.id: chairs}, visits)
    if with_days:
        rest += day_findings(session, [event], visits)
    rest += lacking_findings([event], visits)
    found = with_acceptance(session, [*found, *rest])
    if with_mends:
        lent += (_lent_in(row, own, places) for row in rest)
        found = mended(session, event, own, found, places=places, chairs=chairs, lent=lent)
    return sorted(found, key=lambda row: GRAVITY[row.severity])


def _lent_in(row: FindingRow, own: Booking, places: Places) -> frozenset[int]:
    """The resources that a finding about places is about."""
    if row.code != "resource_closed":
        return frozenset()
    met = closings_met(own, places.closings)
    return frozenset(c.resource_id for c in met if c.resource_id is not None)


def findings_about_all(
    session: Session,
    events: Sequence[Event],
    *,
    with_days: bool = True,
) -> list[FindingRow]:
    """What is wrong with many events, their clashes with any others included.

    The number of statements does not follow the number of events.
    """
    held = [event for event in events if event.status.holds_its_time]
    if not held:
        return []
    bookings = bookings_between(
        session, min(e.starts_at for e in held), max(e.ends_at for e in held)
    )
    clashes = _clashes(session, bookings, {event.id for event in held})
    by_event = {booking.event_id: booking for booking in bookings}
    own = {event.id: by_event[event.id] for event in held}
    rooms = rooms_of(session, {event.venue_id for event in held})
    places = with_closings(session, rooms, list(own.values()))
    visits = rows_by_id(session, Visit, {event.visit_id for event in held})
    heads = heads_of(session, [event for event in held if event.venue_id in places.layouts])
    rest = place_findings(held, own, places, heads, visits)
    if with_days:
        rest += day_findings(session, held, visits)
    rest += lacking_findings(held, visits)
    return with_acceptance(session, [*clashes, *rest])


def clash_findings_then(
    session: Session, starts_at: datetime, ends_at: datetime
) -> list[FindingRow]:
    """The clashes of everything that happens between two aware moments."""
    bookings = bookings_between(session, starts_at, ends_at)
    own = {
        booking.event_id
        for booking in bookings
        if booking.starts_at < ends_at and starts_at < booking.ends_at
    }
    return with_acceptance(session, _clashes(session, bookings, own))


def _clashes(session: Session, bookings: Sequence[Booking], own: set[int]) -> list[FindingRow]:
    """The clashes in which one of these events is."""
    clashes = [
        clash
        for clash in all_clashes(bookings, ways_among(session, bookings))
        if events_in([clash]) & own
    ]
    return clash_findings(session, clashes)


def by_gravity(rows: Sequence[FindingRow]) -> list[FindingRow]:
    """The gravest first, then by what they are about."""
    return sorted(rows, key=lambda row: (GRAVITY[row.severity], row.about, row.code))
