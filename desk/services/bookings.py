"""Reading events as the judge of clashes sees them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from desk.model.choices import Answer
from desk.model.tables import Event, Participation, Venue, VenueLayout
from desk.rules.conflicts import Booking
from desk.services.programme import overlapping

LONGEST_PREPARATION = timedelta(hours=12)
"""No layout may take longer to set up or to clear down: it would not be found as a clash."""

_BETWEEN = 2 * LONGEST_PREPARATION
"""One event's clear-down and the next one's set-up."""


def bookings_between(session: Session, starts_at: datetime, ends_at: datetime) -> list[Booking]:
    """Everything that holds its time between two aware moments, preparation included."""
    events = overlapping(session, starts_at - _BETWEEN, ends_at + _BETWEEN)
    return bookings_of(session, [event for event in events if event.status.holds_its_time])


def bookings_of(session: Session, events: Sequence[Event]) -> list[Booking]:
    """The events with the people they need and the preparation of their rooms.

    Who declined or is represented does not need to be there; who stands in for them does.
    """
    people: dict[int, set[int]] = defaultdict(set)
    for event_id, person_id, stand_in, answer in session.exec(
        select(
            Participation.event_id,
            Participation.person_id,
            Participation.represented_by_id,
            Participation.answer,
        ).where(col(Participation.event_id).in_([event.id for event in events]))
    ):
        if person_id is not None and answer not in (Answer.DECLINED, Answer.REPRESENTED):
            people[event_id].add(person_id)
        if stand_in is not None and answer is Answer.REPRESENTED:
            people[event_id].add(stand_in)
    layouts = {
        row.id: row
        for row in session.exec(
            select(VenueLayout).where(
                col(VenueLayout.id).in_({e.layout_id for e in events if e.layout_id})
            )
        )
    }
    shared = set(
        session.exec(
            select(Venue.id).where(
                col(Venue.id).in_({e.venue_id for e in events if e.venue_id}),
                col(Venue.shared).is_(True),
            )
        )
    )
    return [
        booking_of(event, layouts.get(event.layout_id or 0), people[event.id], shared)
        for event in events
    ]


def booking_of(
    event: Event, layout: VenueLayout | None, people: set[int], shared: set[int]
) -> Booking:
    """One event as a booking; a shared venue is never held."""
    return Booking(
        event_id=event.id,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        firm=event.status.is_firm,
        venue_id=None if event.venue_id in shared else event.venue_id,
        set_up=timedelta(minutes=layout.set_up_minutes if layout else 0),
        clear_down=timedelta(minutes=layout.clear_down_minutes if layout else 0),
        people=frozenset(people),
    )
