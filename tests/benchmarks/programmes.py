"""Ten years of visits: delegations, events on working days, and who takes part."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from desk.locale.zones import instant
from desk.model.choices import Answer, EventKind, Role, Side, Status
from desk.model.tables import DelegationMember, Event, NumberSeries, Participation, Visit
from tests.benchmarks.bulk import Bulk
from tests.benchmarks.cast import HOME, Cast, Room
from tests.benchmarks.draw import Bookings, spread, weighted
from tests.benchmarks.phrases import CITIES, COUNTRIES, GATHERINGS, GROUPS, PLACES, TITLES, VISITS

TODAY = date(2026, 12, 3)
"""The day the decade is looked at from."""

_FIRST, _LAST = date(2017, 1, 2), date(2026, 12, 28)
_ZONE = "Asia/Makassar"
_LONE = 0.02
"""So many of all events belong to no visit: fairs of several days, meetings of the office."""
_OPENS = 8 * 60
"""The minute of the day at which the first event begins."""
_PER_DAY = 5
_MOST_HOSTS = 3
_CIRCLE = 4000
"""Within so many hosts a few do most of it; a larger desk has more such circles."""
_ROOM_TAKEN, _HOST_TAKEN = 0.02, 0.005
"""How often somebody books a room or a person without looking."""

_INDOORS = frozenset(TITLES) - {EventKind.SITE_VISIT, EventKind.TRANSFER}
_MINUTES = {
    EventKind.ARRIVAL: (30, 45),
    EventKind.DEPARTURE: (30, 45),
    EventKind.COURTESY_CALL: (30, 45, 60),
    EventKind.MEAL: (60, 90),
    EventKind.TRANSFER: (30, 45),
    EventKind.SIGNING: (30, 60),
}


@dataclass(frozen=True, slots=True)
class Guests:
    """A visit that was made, with the lines of its guests: person id, or id of a group."""

    id: int
    first_day: date
    last_day: date
    status: Status
    people: list[int]
    group: int | None
    hosts: list[int]

    @property
    def lines(self) -> int:
        """How many lines the guests' side has."""
        return len(self.people) + (self.group is not None)


def make_programmes(
    bulk: Bulk, random: Random, cast: Cast, *, visits: int, events: int, attendances: int
) -> list[Guests]:
    """Write so many of each."""
    lone = round(events * _LONE)
    sizes = spread(random, events - lone, [5] * visits, [16] * visits)
    planned = sorted((_working_day(random, _days_for(size)), size) for size in sizes)
    sizes = [size for _day, size in planned]
    made: list[Guests] = []
    numbers: dict[str, int] = defaultdict(int)
    for day, size in planned:
        made.append(_visit(bulk, random, cast, day, _days_for(size), numbers))
        bulk.flush()
    lines = [visit.lines for visit, size in zip(made, sizes, strict=True) for _one in range(size)]
    heads = spread(
        random, attendances, [2] * events, [*(n + _MOST_HOSTS for n in lines), *([6] * lone)]
    )
    writer = _Programme(bulk, random, cast, iter(heads))
    for visit, size in zip(made, sizes, strict=True):
        writer.visit(visit, size)
        numbers[f"event/{visit.id}"] = size
        bulk.flush()
    for number in range(1, lone + 1):
        writer.lone(number, _working_day(random, 1))
        bulk.flush()
    numbers["event"] = lone
    for name, last in numbers.items():
        bulk.add(NumberSeries, name=name, last=last)
    return made


def _days_for(events: int) -> int:
    return -(-events // _PER_DAY)


def _working_day(random: Random, days: int) -> date:
    """The first of so many days, all of them working days but for a few that are not."""
    day = _FIRST + timedelta(days=random.randrange((_LAST - _FIRST).days))
    too_late = day.isoweekday() + days - 6
    if too_late > 0 and random.random() < 0.9:
        day -= timedelta(days=too_late)
    return max(day, _FIRST)


def _status(random: Random, first: date, last: date) -> Status:
    if last < TODAY:
        return weighted(
            random,
            (Status.DONE, 90),
            (Status.CANCELLED, 7),
            (Status.POSTPONED, 2),
            (Status.CONFIRMED, 1),
        )
    if first <= TODAY:
        return Status.UNDER_WAY
    return weighted(
        random,
        (Status.CONFIRMED, 55),
        (Status.TENTATIVE, 38),
        (Status.IDEA, 4),
        (Status.CANCELLED, 3),
    )


def _visit(
    bulk: Bulk, random: Random, cast: Cast, day: date, length: int, numbers: dict[str, int]
) -> Guests:
    country = weighted(
        random,
        *((code, weight) for code, (weight, *_rest) in COUNTRIES.items() if code in cast.guests),
    )
    names: dict[str, str] = dict(zip(("id", "en", "ru", "kk"), COUNTRIES[country][3], strict=True))
    words, purpose = random.choice(VISITS)
    city = random.choice(CITIES[country])
    last_day = day + timedelta(days=length - 1)
    status = _status(random, day, last_day)
    series = f"visit/{day.year}"
    numbers[series] += 1
    visit = bulk.add(
        Visit,
        year=day.year,
        number=numbers[series],
        title={
            language: text.format(country=names[language], city=city)
            for language, text in words.items()
        },
        country=country,
        status=status,
        status_reason=_reason(status),
        first_day=day,
        last_day=last_day,
        zone=_ZONE,
        guest_zone=COUNTRIES[country][2],
        purpose=purpose,
        letter=f"{numbers[series]:03d}/{country}/{day.year}",
    )
    people = cast.guests[country].take(random.randint(5, 12))
    hosts = list(dict.fromkeys(_host(random, cast) for _host_number in range(4)))
    for side, some in ((Side.GUEST, people), (Side.HOST, hosts)):
        for position, person in enumerate(some):
            bulk.add(
                DelegationMember,
                visit_id=visit,
                person_id=person,
                side=side,
                role=Role.MEMBER if position else Role.HEAD,
                position=position,
                country=country if side is Side.GUEST else HOME,
            )
    group = None
    if random.random() < 0.3:
        group = bulk.add(
            DelegationMember,
            visit_id=visit,
            group_name=random.choice(GROUPS),
            headcount=random.randint(4, 25) if random.random() < 0.8 else None,
            position=len(people),
            country=country,
        )
    return Guests(visit, day, last_day, status, people, group, hosts)


def _host(random: Random, cast: Cast) -> int:
    circles = -(-len(cast.hosts) // _CIRCLE)
    size = len(cast.hosts) // circles
    return cast.hosts[random.randrange(circles) * size + int(size * random.random() ** 2)]


def _reason(status: Status) -> str:
    return "Atas permintaan tamu" if status in (Status.CANCELLED, Status.POSTPONED) else ""


class _Programme:
    """Writes events with their people, the visits in order of their first day."""

    def __init__(self, bulk: Bulk, random: Random, cast: Cast, heads: Iterator[int]) -> None:
        self._bulk = bulk
        self._random = random
        self._cast = cast
        self._heads = heads
        self._rooms = Bookings()
        self._people = Bookings()
        self._held: dict[int, list[tuple[Room, int, int]]] = defaultdict(list)
        self._met: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        """By day: which room is taken when, and which host."""

    def visit(self, visit: Guests, size: int) -> None:
        """The programme of one visit: so many events, one after the other."""
        random = self._random
        days = (visit.last_day - visit.first_day).days + 1
        per_day = -(-size // days)
        if random.random() < 0.02:
            self._forget(visit.first_day)
        minute = _OPENS
        for number in range(size):
            if number % per_day == 0:
                minute = _OPENS
            kind = self._kind(number, size, minute)
            length = random.choice(_MINUTES.get(kind, (60, 75, 90, 120)))
            day = visit.first_day + timedelta(days=number // per_day)
            self._event(visit, number + 1, kind, day, minute, length)
            minute += length + random.choice((0, 15, 15, 30))

    def lone(self, number: int, day: date) -> None:
        """An event of the office itself, or something that goes on for days."""
        random = self._random
        heads = next(self._heads)
        for_days = random.random() < 0.4
        length = random.choice((1, 2, 3)) * 1440 + 480 if for_days else random.choice((60, 90))
        minute = random.choice((8, 9, 10, 13, 14)) * 60
        ends = datetime.combine(day, time()) + timedelta(minutes=minute + length)
        event = self._write(
            visit_id=None,
            number=number,
            title=random.choice(GATHERINGS if for_days else TITLES[EventKind.INTERNAL]),
            kind=EventKind.OTHER if for_days else EventKind.INTERNAL,
            status=_status(random, day, ends.date()),
            day=day,
            minute=minute,
            length=length,
            place=random.choice(PLACES),
        )
        chosen = dict.fromkeys(_host(random, self._cast) for _one in range(heads * 4))
        self._attend(event, ends.date(), list(chosen)[:heads], Side.HOST)

    def _forget(self, day: date) -> None:
        before = day.toordinal() - 1
        self._rooms.forget_before(before)
        self._people.forget_before(before)
        for taken in (self._held, self._met):
            for past in [number for number in taken if number < before]:
                del taken[past]

    def _kind(self, number: int, size: int, minute: int) -> EventKind:
        if number == 0:
            return EventKind.ARRIVAL
        if number == size - 1:
            return EventKind.DEPARTURE
        if 690 <= minute <= 780:
            return EventKind.MEAL
        return weighted(
            self._random,
            (EventKind.MEETING, 10),
            (EventKind.COURTESY_CALL, 2),
            (EventKind.SITE_VISIT, 3),
            (EventKind.TRANSFER, 1),
            (EventKind.SIGNING, 1),
            (EventKind.CEREMONY, 1),
            (EventKind.INTERNAL, 0.5),
        )

    def _event(
        self, visit: Guests, number: int, kind: EventKind, day: date, minute: int, length: int
    ) -> None:
        random = self._random
        heads = next(self._heads)
        host_count = max(1, min(_MOST_HOSTS, heads // 4), heads - visit.lines)
        guest_count = heads - host_count
        named = min(guest_count, len(visit.people))
        room = self._room(day, minute, length, heads) if kind in _INDOORS else None
        status = visit.status
        if status is Status.CONFIRMED and random.random() < 0.3:
            status = Status.TENTATIVE
        event = self._write(
            visit_id=visit.id,
            number=number,
            title=random.choice(TITLES[kind]),
            kind=kind,
            status=status,
            day=day,
            minute=minute,
            length=length,
            venue_id=room[0].id if room else None,
            layout_id=room[1] if room else None,
            place="" if room else random.choice(PLACES),
        )
        self._attend(event, day, visit.people[:named], Side.GUEST)
        if guest_count > named:
            self._bulk.add(Participation, event_id=event, member_id=visit.group, position=named)
        self._attend(event, day, self._hosts(visit, host_count, day, minute, length), Side.HOST)

    def _room(self, day: date, minute: int, length: int, heads: int) -> tuple[Room, int] | None:
        random = self._random
        number, ends = day.toordinal(), minute + length
        taken = [room for room, begun, over in self._held[number] if begun < ends and over > minute]
        if taken and random.random() < _ROOM_TAKEN:
            room = random.choice(taken)
            return room, room.layouts[0][0]
        for _attempt in range(5):
            room = random.choice(self._cast.rooms)
            layout, _seats, before, after = next(
                (one for one in room.layouts if one[1] >= heads), room.layouts[1]
            )
            if self._rooms.is_free(room.id, number, minute - before, ends + after):
                self._rooms.take(room.id, number, minute - before, ends + after)
                self._held[number].append((room, minute, ends))
                return room, layout
        return None

    def _hosts(self, visit: Guests, count: int, day: date, minute: int, length: int) -> list[int]:
        random, number, ends = self._random, day.toordinal(), minute + length
        taken = [host for host, begun, over in self._met[number] if begun < ends and over > minute]
        chosen = [random.choice(taken)] if taken and random.random() < _HOST_TAKEN else []
        candidates = iter(visit.hosts)
        for _attempt in range(count * 40):
            if len(chosen) == count:
                break
            host = next(candidates, None) or _host(random, self._cast)
            if host not in chosen and self._people.is_free(host, number, minute, ends):
                self._people.take(host, number, minute, ends)
                chosen.append(host)
        self._met[number] += [(host, minute, ends) for host in chosen]
        return chosen

    def _attend(self, event: int, day: date, people: list[int], side: Side) -> None:
        random = self._random
        for position, person in enumerate(people):
            answer = weighted(
                random,
                (Answer.ACCEPTED, 70),
                (Answer.NONE, 22),
                (Answer.TENTATIVE, 4),
                (Answer.DECLINED, 3),
                (Answer.REPRESENTED, 1),
            )
            stands_in = random.choice(self._cast.hosts) if answer is Answer.REPRESENTED else None
            self._bulk.add(
                Participation,
                event_id=event,
                person_id=person,
                side=side,
                role=Role.MEMBER if position else Role.HEAD,
                position=position,
                answer=answer,
                represented_by_id=stands_in,
                attended=random.random() < 0.93 if day < TODAY else None,
            )

    def _write(
        self,
        *,
        visit_id: int | None,
        number: int,
        title: dict[str, str],
        kind: EventKind,
        status: Status,
        day: date,
        minute: int,
        length: int,
        place: str,
        venue_id: int | None = None,
        layout_id: int | None = None,
    ) -> int:
        starts = datetime.combine(day, time()) + timedelta(minutes=minute)
        ends = starts + timedelta(minutes=length)
        return self._bulk.add(
            Event,
            visit_id=visit_id,
            number=number,
            title=title,
            kind=kind,
            status=status,
            status_reason=_reason(status),
            starts=starts,
            ends=ends,
            zone=_ZONE,
            starts_at=instant(starts, _ZONE),
            ends_at=instant(ends, _ZONE),
            long=length > 1440,
            venue_id=venue_id,
            layout_id=layout_id,
            place=place,
            uid=str(UUID(int=self._random.getrandbits(128), version=4)),
        )
