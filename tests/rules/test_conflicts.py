"""The judge of clashes: equal to comparing every pair, written here once more and simply."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from desk.model.choices import ResourceKind
from desk.rules.conflicts import (
    Booking,
    Clash,
    ClashKind,
    Lent,
    Ways,
    all_clashes,
    clashes_between,
    clashes_of,
    first_free,
)

START = datetime(2026, 12, 6, 0, 0, tzinfo=UTC)
QUARTER = timedelta(minutes=15)

Told = tuple[str, int, int, datetime, datetime, frozenset[int], frozenset[int]]


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def booking(number: int, starts: int, ends: int, **values: object) -> Booking:
    given = {"firm": True, "venue_id": 1, **values}
    return Booking(number, at(starts), at(ends), **given)  # type: ignore[arg-type]


def lent(number: int, kind: ResourceKind, before: int = 0, after: int = 0) -> Lent:
    return Lent(number, kind, timedelta(minutes=before), timedelta(minutes=after))


# One resource is the same thing with the same preparation wherever it is lent.
THINGS = (
    Lent(1, ResourceKind.VEHICLE, QUARTER, 2 * QUARTER, person_id=4),
    Lent(2, ResourceKind.INTERPRETER, timedelta(), QUARTER, person_id=5),
    Lent(3, ResourceKind.INTERPRETER),
    Lent(4, ResourceKind.EQUIPMENT, 3 * QUARTER, QUARTER),
)


@st.composite
def bookings(draw: st.DrawFn) -> list[Booking]:
    made: list[Booking] = []
    quarters = st.integers(min_value=0, max_value=4).map(lambda n: QUARTER * n)
    for number in range(draw(st.integers(min_value=0, max_value=8))):
        starts = draw(st.integers(min_value=0, max_value=40)) * 15
        length = draw(st.integers(min_value=1, max_value=30)) * 15
        place = draw(st.none() | st.integers(min_value=1, max_value=3))
        shared = draw(st.booleans())
        things = draw(st.frozensets(st.sampled_from(THINGS), max_size=2))
        people = draw(st.frozensets(st.integers(min_value=1, max_value=4), max_size=2))
        made.append(
            Booking(
                number,
                at(starts),
                at(starts + length),
                draw(st.booleans()),
                None if shared else place,
                draw(quarters),
                draw(quarters),
                people | {thing.person_id for thing in things if thing.person_id is not None},
                things,
                place,
            )
        )
    return made


WAYS = st.dictionaries(
    st.tuples(st.integers(1, 3), st.integers(1, 3)).filter(lambda way: way[0] != way[1]),
    st.integers(min_value=1, max_value=12).map(lambda n: QUARTER * n),
)


def naive(rows: list[Booking], noted: Mapping[tuple[int, int], timedelta]) -> set[Told]:
    """Every clash, pair by pair, as a person would look for them with paper and pencil."""
    found: set[Told] = set()
    nobody: frozenset[int] = frozenset()
    for one, other in combinations(rows, 2):
        a, b = sorted((one, other), key=lambda row: (row.starts_at, row.event_id))

        def tell(
            kind: str,
            first: tuple[datetime, datetime],
            second: tuple[datetime, datetime],
            people: frozenset[int] = nobody,
            things: frozenset[int] = nobody,
            a: Booking = a,
            b: Booking = b,
        ) -> bool:
            starts, ends = max(first[0], second[0]), min(first[1], second[1])
            if starts < ends:
                found.add((kind, a.event_id, b.event_id, starts, ends, people, things))
            return starts < ends

        if a.venue_id and a.venue_id == b.venue_id:
            tell(
                "room",
                (a.starts_at - a.set_up, a.ends_at + a.clear_down),
                (b.starts_at - b.set_up, b.ends_at + b.clear_down),
            )
        told_with_it: set[int | None] = set()
        for thing in a.lent & b.lent:
            if tell(
                thing.kind.value,
                (a.starts_at - thing.set_up, a.ends_at + thing.clear_down),
                (b.starts_at - thing.set_up, b.ends_at + thing.clear_down),
                things=frozenset((thing.resource_id,)),
            ):
                told_with_it.add(thing.person_id)
        if people := (a.people & b.people) - told_with_it:
            tell("person", (a.starts_at, a.ends_at), (b.starts_at, b.ends_at), frozenset(people))
        late = [who for who in travellers(a) & travellers(b) if is_late(who, a, b, rows, noted)]
        if late:
            people = frozenset(number for sort, number in late if sort == "person")
            things = frozenset(number for sort, number in late if sort == "thing")
            found.add(("travel", a.event_id, b.event_id, a.ends_at, b.starts_at, people, things))
    return found


def travellers(row: Booking) -> set[tuple[str, int]]:
    """Equipment is carried by others, and a known interpreter is a person."""
    things = {
        ("thing", thing.resource_id)
        for thing in row.lent
        if thing.kind is ResourceKind.VEHICLE
        or (thing.kind is ResourceKind.INTERPRETER and thing.person_id is None)
    }
    return {("person", person) for person in row.people} | things


def is_late(
    who: tuple[str, int],
    a: Booking,
    b: Booking,
    rows: list[Booking],
    noted: Mapping[tuple[int, int], timedelta],
) -> bool:
    def way(there: int | None, here: int | None) -> timedelta | None:
        if there is None or here is None:
            return None
        if there == here:
            return timedelta()
        return noted.get((there, here), noted.get((here, there)))

    length = way(a.place_id, b.place_id)
    gap = b.starts_at - a.ends_at
    if length is None or gap < timedelta() or gap >= length:
        return False
    between = (
        row
        for row in rows
        if row not in (a, b)
        and who in travellers(row)
        and a.ends_at <= row.starts_at
        and row.ends_at <= b.starts_at
    )
    return not any(
        way(a.place_id, row.place_id) is not None and way(row.place_id, b.place_id) is not None
        for row in between
    )


def told(clash: Clash) -> Told:
    return (
        clash.kind.value,
        clash.first.event_id,
        clash.second.event_id,
        clash.starts_at,
        clash.ends_at,
        clash.people,
        clash.resources,
    )


@given(bookings(), WAYS)
def test_everything_is_found_that_comparing_every_pair_finds(
    rows: list[Booking], noted: dict[tuple[int, int], timedelta]
) -> None:
    found = [told(clash) for clash in all_clashes(rows, Ways(noted))]
    assert set(found) == naive(rows, noted)
    assert len(found) == len(set(found))


@given(bookings(), WAYS)
def test_one_booking_alone_finds_its_part_of_them(
    rows: list[Booking], noted: dict[tuple[int, int], timedelta]
) -> None:
    for row in rows:
        others = [other for other in rows if other is not row]
        own = {told(clash) for clash in clashes_of(row, others, Ways(noted))}
        assert own == {clash for clash in naive(rows, noted) if row.event_id in clash[1:3]}


@given(bookings(), WAYS)
def test_the_order_of_bookings_does_not_matter(
    rows: list[Booking], noted: dict[tuple[int, int], timedelta]
) -> None:
    ways = Ways(noted)
    assert {*map(told, all_clashes(rows, ways))} == {*map(told, all_clashes(rows[::-1], ways))}


@given(bookings(), WAYS)
def test_what_is_free_is_free_and_is_the_first(
    rows: list[Booking], noted: dict[tuple[int, int], timedelta]
) -> None:
    if not rows:
        return
    mine, others = rows[0], rows[1:]
    length = mine.ends_at - mine.starts_at
    candidates = [mine.lasting(at(minutes), at(minutes) + length) for minutes in range(0, 3000, 15)]
    free = [moved for moved in candidates if not clashes_of(moved, others, Ways(noted))]
    assert first_free(candidates, others, ways=Ways(noted)) == (free[0] if free else None)


def test_half_open_events_touch_without_a_clash() -> None:
    assert all_clashes([booking(1, 0, 60), booking(2, 60, 120)]) == []


def test_the_preparation_of_one_may_not_reach_into_the_other() -> None:
    one = booking(1, 0, 60, clear_down=timedelta(minutes=30))
    other = booking(2, 75, 120)
    [clash] = all_clashes([one, other])
    assert (clash.kind, clash.starts_at, clash.ends_at) == (ClashKind.ROOM, at(75), at(90))
    assert clash.minutes == 15


def test_a_clash_is_firm_when_both_are() -> None:
    assert all_clashes([booking(1, 0, 60), booking(2, 30, 90)])[0].firm
    assert not all_clashes([booking(1, 0, 60, firm=False), booking(2, 30, 90)])[0].firm


def test_people_clash_without_a_room() -> None:
    one = booking(1, 0, 60, venue_id=None, people=frozenset({7, 8}))
    other = booking(2, 30, 90, venue_id=2, people=frozenset({8, 9}))
    [clash] = all_clashes([one, other])
    assert (clash.kind, clash.people) == (ClashKind.PERSON, frozenset({8}))


def test_a_vehicle_is_bound_before_and_after_as_long_as_it_needs() -> None:
    bus = lent(9, ResourceKind.VEHICLE, before=30, after=15)
    one = booking(1, 0, 60, venue_id=1, lent=frozenset({bus}))
    assert all_clashes([one, booking(2, 105, 120, venue_id=2, lent=frozenset({bus}))]) == []
    [clash] = all_clashes([one, booking(2, 104, 120, venue_id=2, lent=frozenset({bus}))])
    assert (clash.code, clash.resources, clash.minutes) == ("vehicle_clash", {9}, 1)


def test_an_interpreter_is_told_once_and_as_a_person_elsewhere() -> None:
    interpreter = Lent(9, ResourceKind.INTERPRETER, person_id=7)
    one = booking(1, 0, 60, venue_id=1, lent=frozenset({interpreter}), people=frozenset({7}))
    again = booking(2, 30, 90, venue_id=2, lent=frozenset({interpreter}), people=frozenset({7}))
    guest = booking(3, 30, 90, venue_id=3, people=frozenset({7}))
    assert [clash.code for clash in all_clashes([one, again])] == ["interpreter_clash"]
    assert [clash.code for clash in all_clashes([one, guest])] == ["person_clash"]


def test_a_way_is_too_long_by_so_many_minutes() -> None:
    ways = Ways({(1, 2): timedelta(minutes=150)})
    one = booking(1, 0, 60, place_id=1, people=frozenset({7}))
    assert all_clashes([one, booking(2, 210, 240, place_id=2, people=frozenset({7}))], ways) == []
    [clash] = all_clashes([one, booking(2, 200, 240, place_id=2, people=frozenset({7}))], ways)
    assert (clash.code, clash.people, clash.minutes) == ("travel", {7}, 10)
    # Nobody noted that way, so nothing is made up.
    assert all_clashes([one, booking(2, 60, 90, place_id=3, people=frozenset({7}))], ways) == []


def test_a_way_back_may_take_another_time() -> None:
    ways = Ways({(1, 2): timedelta(minutes=60), (2, 1): timedelta(minutes=90)})
    assert ways.between(1, 2) == timedelta(minutes=60)
    assert ways.between(2, 1) == timedelta(minutes=90)
    assert Ways({(1, 2): timedelta(minutes=60)}).between(2, 1) == timedelta(minutes=60)


def test_a_stop_on_the_way_is_told_leg_by_leg() -> None:
    ways = Ways({(1, 2): QUARTER, (2, 3): QUARTER, (1, 3): 6 * QUARTER})
    who = frozenset({7})
    stops = [
        booking(1, 0, 60, venue_id=1, place_id=1, people=who),
        booking(2, 75, 90, venue_id=2, place_id=2, people=who),
        booking(3, 105, 120, venue_id=3, place_id=3, people=who),
    ]
    assert all_clashes(stops, ways) == []
    assert [clash.code for clash in all_clashes([stops[0], stops[2]], ways)] == ["travel"]


def test_two_bookings_of_one_event_are_no_clash() -> None:
    assert list(clashes_between(booking(1, 0, 60), booking(1, 30, 90))) == []
