"""What collides: rooms and what is lent, with their preparation; people; ways that take too long."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from desk.model.choices import ResourceKind


class ClashKind(StrEnum):
    """What is wanted twice."""

    ROOM = "room"
    PERSON = "person"
    VEHICLE = "vehicle"
    INTERPRETER = "interpreter"
    EQUIPMENT = "equipment"
    TRAVEL = "travel"
    """The same people or vehicle at two places, with too little time to get from one to the other."""


@dataclass(frozen=True, slots=True)
class Lent:
    """A resource lent to an event; its own preparation binds it before and after."""

    resource_id: int
    kind: ResourceKind
    set_up: timedelta = timedelta()
    clear_down: timedelta = timedelta()
    person_id: int | None = None
    """The interpreter or the driver, who is bound with it while the event lasts."""


@dataclass(frozen=True, slots=True)
class Booking:
    """An event as the judge sees it: aware instants, half-open, and what it holds meanwhile."""

    event_id: int
    starts_at: datetime
    ends_at: datetime
    firm: bool
    """Confirmed; a tentative booking warns where a firm one blocks."""
    venue_id: int | None = None
    """The room that it holds; a shared venue is never held."""
    set_up: timedelta = timedelta()
    clear_down: timedelta = timedelta()
    people: frozenset[int] = field(default=frozenset())
    """Who is needed there, who comes with what is lent included."""
    lent: frozenset[Lent] = field(default=frozenset())
    place_id: int | None = None
    """The venue where it is, shared or not: ways begin and end there."""

    @property
    def venue_from(self) -> datetime:
        """When the room is first needed: set-up included."""
        return self.starts_at - self.set_up

    @property
    def venue_until(self) -> datetime:
        """When the room is free again: clear-down included."""
        return self.ends_at + self.clear_down

    def lasting(self, starts_at: datetime, ends_at: datetime) -> "Booking":
        """The same booking between other instants."""
        return replace(self, starts_at=starts_at, ends_at=ends_at)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two bookings that cannot both be held; `first` is the earlier one."""

    kind: ClashKind
    first: Booking
    second: Booking
    starts_at: datetime
    ends_at: datetime
    """The time that is wanted twice, half-open; of a way, from the one event to the other."""
    people: frozenset[int] = field(default=frozenset())
    resources: frozenset[int] = field(default=frozenset())
    way: timedelta = timedelta()
    """How long the way between the two takes."""

    @property
    def code(self) -> str:
        """What programs call it."""
        return "travel" if self.kind is ClashKind.TRAVEL else f"{self.kind.value}_clash"

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
        """How long that is; of a way, how many minutes lack."""
        told = self.told_until - self.told_from
        return int(((self.way - told) if self.way else told).total_seconds() // 60)

    def other_than(self, event_id: int) -> Booking:
        """The one of the two that is not that event."""
        return self.second if self.first.event_id == event_id else self.first


@dataclass(frozen=True, slots=True)
class Ways:
    """How long the way from one venue to another takes, as far as somebody noted it.

    A way back that nobody noted takes as long as the way there; where neither is noted nothing is
    known, and nothing is made up.
    """

    noted: Mapping[tuple[int, int], timedelta] = field(
        default_factory=dict[tuple[int, int], timedelta]
    )

    def between(self, there: int | None, here: int | None) -> timedelta | None:
        """The time from one venue to another; none at all within a venue, None when not known."""
        if there is None or here is None:
            return None
        if there == here:
            return timedelta()
        there_and_back = ((there, here), (here, there))
        return next((self.noted[way] for way in there_and_back if way in self.noted), None)

    @property
    def longest(self) -> timedelta:
        """As far as a search for ways that take too long must look."""
        return max(self.noted.values(), default=timedelta())


NO_WAYS = Ways()


def clashes_between(one: Booking, other: Booking) -> Iterator[Clash]:
    """Every clash of two different bookings, but for ways: these depend on what lies between."""
    if one.event_id == other.event_id:
        return
    first, second = sorted((one, other), key=_in_time)
    if one.venue_id is not None and one.venue_id == other.venue_id:
        # What one clears away the next may set up at the same time only if nobody sits there:
        # an event may not overlap the other's preparation, nor the two preparations each other.
        starts = max(first.venue_from, second.venue_from)
        ends = min(first.venue_until, second.venue_until)
        if starts < ends:
            yield Clash(ClashKind.ROOM, first, second, starts, ends)
    people = one.people & other.people
    if one.lent and other.lent:
        for clash, person_id in _lent_twice(first, second):
            # Who comes with it is told with it.
            people -= {person_id}
            yield clash
    if people:
        starts, ends = max(one.starts_at, other.starts_at), min(one.ends_at, other.ends_at)
        if starts < ends:
            yield Clash(ClashKind.PERSON, first, second, starts, ends, people)


def _lent_twice(first: Booking, second: Booking) -> Iterator[tuple[Clash, int | None]]:
    later = {lent.resource_id: lent for lent in second.lent}
    for lent in sorted(first.lent, key=lambda lent: lent.resource_id):
        again = later.get(lent.resource_id)
        if again is None:
            continue
        starts = max(first.starts_at - lent.set_up, second.starts_at - again.set_up)
        ends = min(first.ends_at + lent.clear_down, second.ends_at + again.clear_down)
        if starts < ends:
            kind = ClashKind(lent.kind.value)
            only = frozenset((lent.resource_id,))
            yield Clash(kind, first, second, starts, ends, resources=only), lent.person_id


def clashes_of(booking: Booking, others: Iterable[Booking], ways: Ways = NO_WAYS) -> list[Clash]:
    """Every clash of one booking with others; these hold all that its people do nearby."""
    others = list(others) if ways.noted else others
    found = [clash for other in others for clash in clashes_between(booking, other)]
    if ways.noted:
        found += (
            clash
            for clash in _short_ways([booking, *others], ways)
            if booking.event_id in (clash.first.event_id, clash.second.event_id)
        )
    return found


def all_clashes(bookings: Sequence[Booking], ways: Ways = NO_WAYS) -> list[Clash]:
    """Every clash among the bookings, in order of time.

    Only those are compared that want the same room, person or resource, so that the work depends
    on how much each of them is wanted, not on how much happens at the same time.
    """
    rivals: dict[Hashable, list[Booking]] = defaultdict(list)
    for booking in sorted(bookings, key=lambda b: (b.venue_from, b.event_id)):
        if booking.venue_id is not None:
            rivals["room", booking.venue_id].append(booking)
        for person in booking.people:
            rivals["person", person].append(booking)
        for lent in booking.lent:
            rivals["lent", lent.resource_id].append(booking)
    pairs: dict[tuple[datetime, int, datetime, int], tuple[Booking, Booking]] = {}
    for wanted in rivals.values():
        for one, other in _meeting(wanted):
            key = (one.venue_from, one.event_id, other.venue_from, other.event_id)
            pairs[key] = (one, other)
    found = [clash for key in sorted(pairs) for clash in clashes_between(*pairs[key])]
    if ways.noted:
        found += _short_ways(bookings, ways)
        found.sort(key=lambda clash: (clash.first.venue_from, clash.second.venue_from))
    return found


def _meeting(rivals: Sequence[Booking]) -> Iterator[tuple[Booking, Booking]]:
    """Pairs that overlap, all preparation included, of bookings in order of their room's."""
    if len(rivals) < 2:
        return
    spans = sorted(
        ((*_span(booking), place) for place, booking in enumerate(rivals)), key=lambda span: span[0]
    )
    waiting: list[tuple[datetime, int]] = []
    for starts, ends, place in spans:
        waiting = [held for held in waiting if held[0] > starts]
        for _until, held in waiting:
            earlier, later = sorted((held, place))
            yield rivals[earlier], rivals[later]
        waiting.append((ends, place))


def _span(booking: Booking) -> tuple[datetime, datetime]:
    """When anything of a booking is bound: the room, or what is lent."""
    starts, ends = booking.venue_from, booking.venue_until
    for lent in booking.lent:
        starts = min(starts, booking.starts_at - lent.set_up)
        ends = max(ends, booking.ends_at + lent.clear_down)
    return starts, ends


def _short_ways(bookings: Iterable[Booking], ways: Ways) -> list[Clash]:
    """Ways between two events that take longer than the time between them.

    Told of two events that follow each other for somebody: not when a third one lies between to
    which and from which the ways are known, as then these tell what is wrong.
    """
    travellers: dict[tuple[str, int], list[Booking]] = defaultdict(list)
    for booking in bookings:
        if booking.place_id is None:
            continue
        for person in booking.people:
            travellers["person", person].append(booking)
        for lent in booking.lent:
            if lent.kind is ResourceKind.VEHICLE or _goes_alone(lent):
                travellers["lent", lent.resource_id].append(booking)
    found: dict[tuple[int, int], Clash] = {}
    for (sort, row_id), stops in travellers.items():
        stops.sort(key=_in_time)
        for first, second, way in _late(stops, ways):
            people = frozenset((row_id,) if sort == "person" else ())
            resources = frozenset((row_id,) if sort == "lent" else ())
            key = (first.event_id, second.event_id)
            known = found.get(key)
            found[key] = Clash(
                ClashKind.TRAVEL,
                first,
                second,
                first.ends_at,
                second.starts_at,
                people | known.people if known else people,
                resources | known.resources if known else resources,
                way,
            )
    return list(found.values())


def _goes_alone(lent: Lent) -> bool:
    """An interpreter whom the desk does not know as a person travels all the same."""
    return lent.kind is ResourceKind.INTERPRETER and lent.person_id is None


def _late(stops: Sequence[Booking], ways: Ways) -> Iterator[tuple[Booking, Booking, timedelta]]:
    """Pairs of one traveller's stops, in order of time, with a way that is too long between."""
    longest = ways.longest
    for place, first in enumerate(stops):
        for second in stops[place + 1 :]:
            gap = second.starts_at - first.ends_at
            if gap >= longest:
                break
            way = ways.between(first.place_id, second.place_id)
            if gap < timedelta() or way is None or gap >= way:
                continue
            if not any(_lies_between(stop, first, second, ways) for stop in stops):
                yield first, second, way


def _lies_between(stop: Booking, first: Booking, second: Booking, ways: Ways) -> bool:
    return (
        stop.event_id not in (first.event_id, second.event_id)
        and stop.starts_at >= first.ends_at
        and stop.ends_at <= second.starts_at
        and ways.between(first.place_id, stop.place_id) is not None
        and ways.between(stop.place_id, second.place_id) is not None
    )


def _in_time(booking: Booking) -> tuple[datetime, int]:
    return booking.starts_at, booking.event_id


def first_free(
    candidates: Iterable[Booking],
    others: Sequence[Booking],
    *,
    ways: Ways = NO_WAYS,
    allowed: Callable[[Booking], bool] | None = None,
) -> Booking | None:
    """The first candidate that clashes with nothing; all of them want what the first one wants.

    `allowed` judges what no other booking can say: that the room is open then.
    """
    rivals: Sequence[Booking] | None = None
    for candidate in candidates:
        if rivals is None:
            rivals = [other for other in others if _may_clash(candidate, other)]
        if (allowed is None or allowed(candidate)) and not clashes_of(candidate, rivals, ways):
            return candidate
    return None


def wants_the_same(one: Booking, other: Booking) -> bool:
    """Whether two bookings share people or loans, at whatever time."""
    return bool(one.people & other.people) or bool(
        {lent.resource_id for lent in one.lent} & {lent.resource_id for lent in other.lent}
    )


def _may_clash(one: Booking, other: Booking) -> bool:
    same_room = one.venue_id is not None and one.venue_id == other.venue_id
    return same_room or wants_the_same(one, other)
