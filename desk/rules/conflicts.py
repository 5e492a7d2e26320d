"""What collides: rooms with their set-up and clear-down, and people in two places at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain


class ClashKind(StrEnum):
    """What is wanted twice."""

    ROOM = "room"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Booking:
    """An event as the judge sees it: aware instants, half-open, and what it holds meanwhile."""

    event_id: int
    starts_at: datetime
    ends_at: datetime
    firm: bool
    """Confirmed; a tentative booking warns where a firm one blocks."""
    venue_id: int | None = None
    set_up: timedelta = timedelta()
    clear_down: timedelta = timedelta()
    people: frozenset[int] = field(default=frozenset())

    @property
    def venue_from(self) -> datetime:
        """When the room is first needed: set-up included."""
        return self.starts_at - self.set_up

    @property
    def venue_until(self) -> datetime:
        """When the room is free again: clear-down included."""
        return self.ends_at + self.clear_down


@dataclass(frozen=True, slots=True)
class Clash:
    """Two bookings that cannot both be held; `first` is the earlier one."""

    kind: ClashKind
    first: Booking
    second: Booking
    starts_at: datetime
    ends_at: datetime
    """The time that is wanted twice, half-open."""
    people: frozenset[int] = field(default=frozenset())

    @property
    def firm(self) -> bool:
        """Whether both are confirmed, so that one of them must give way."""
        return self.first.firm and self.second.firm

    @property
    def meets(self) -> bool:
        """Whether the events themselves overlap, not only their set-up and clear-down."""
        return self.first.ends_at > self.second.starts_at

    @property
    def told_from(self) -> datetime:
        """From when people would be in each other's way; of preparations, when they would."""
        return self.second.starts_at if self.meets else self.starts_at

    @property
    def told_until(self) -> datetime:
        """Until when, likewise."""
        return min(self.first.ends_at, self.second.ends_at) if self.meets else self.ends_at

    @property
    def minutes(self) -> int:
        """How long that is."""
        return int((self.told_until - self.told_from).total_seconds() // 60)


def clashes_between(one: Booking, other: Booking) -> Iterator[Clash]:
    """Every clash of two different bookings."""
    if one.event_id == other.event_id:
        return
    first, second = sorted((one, other), key=lambda b: (b.starts_at, b.event_id))
    if one.venue_id is not None and one.venue_id == other.venue_id:
        # What one clears away the next may set up at the same time only if nobody sits there:
        # an event may not overlap the other's preparation, nor the two preparations each other.
        starts = max(first.venue_from, second.venue_from)
        ends = min(first.venue_until, second.venue_until)
        if starts < ends:
            yield Clash(ClashKind.ROOM, first, second, starts, ends)
    both = one.people & other.people
    if both:
        starts, ends = max(one.starts_at, other.starts_at), min(one.ends_at, other.ends_at)
        if starts < ends:
            yield Clash(ClashKind.PERSON, first, second, starts, ends, both)


def clashes_of(booking: Booking, others: Iterable[Booking]) -> list[Clash]:
    """Every clash of one booking with others."""
    return [clash for other in others for clash in clashes_between(booking, other)]


def all_clashes(bookings: Sequence[Booking]) -> list[Clash]:
    """Every clash among the bookings, in order of time.

    Only those are compared that want the same room or the same person, so that the work depends on
    how much each of them is wanted, not on how much happens at the same time.
    """
    rooms: dict[int, list[Booking]] = defaultdict(list)
    people: dict[int, list[Booking]] = defaultdict(list)
    for booking in sorted(bookings, key=lambda b: (b.venue_from, b.event_id)):
        if booking.venue_id is not None:
            rooms[booking.venue_id].append(booking)
        for person in booking.people:
            people[person].append(booking)
    pairs: dict[tuple[datetime, int, datetime, int], tuple[Booking, Booking]] = {}
    for rivals in chain(rooms.values(), people.values()):
        for one, other in _meeting(rivals):
            key = (one.venue_from, one.event_id, other.venue_from, other.event_id)
            pairs[key] = (one, other)
    return [clash for key in sorted(pairs) for clash in clashes_between(*pairs[key])]


def _meeting(rivals: Sequence[Booking]) -> Iterator[tuple[Booking, Booking]]:
    """Pairs that overlap, preparation included, of bookings in order of their preparation."""
    waiting: list[Booking] = []
    for booking in rivals:
        waiting = [held for held in waiting if held.venue_until > booking.venue_from]
        for held in waiting:
            yield held, booking
        waiting.append(booking)


def first_free_start(
    booking: Booking,
    others: Sequence[Booking],
    *,
    candidates: Iterable[datetime],
) -> datetime | None:
    """The first of the candidate instants at which the booking, moved there, clashes with nothing."""
    length = booking.ends_at - booking.starts_at
    for start in candidates:
        moved = Booking(
            booking.event_id,
            start,
            start + length,
            booking.firm,
            booking.venue_id,
            booking.set_up,
            booking.clear_down,
            booking.people,
        )
        if not clashes_of(moved, others):
            return start
    return None
