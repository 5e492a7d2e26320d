"""The judge of clashes: equal to comparing every pair, in any order."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desk.rules.conflicts import (
    Booking,
    Clash,
    ClashKind,
    all_clashes,
    clashes_between,
    clashes_of,
    first_free,
)

START = datetime(2026, 12, 6, 0, 0, tzinfo=UTC)


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def booking(number: int, starts: int, ends: int, **values: object) -> Booking:
    given = {"firm": True, "venue_id": 1, **values}
    return Booking(number, at(starts), at(ends), **given)  # type: ignore[arg-type]


@st.composite
def bookings(draw: st.DrawFn) -> list[Booking]:
    made: list[Booking] = []
    for number in range(draw(st.integers(min_value=0, max_value=9))):
        starts = draw(st.integers(min_value=0, max_value=40)) * 15
        length = draw(st.integers(min_value=1, max_value=30)) * 15
        minutes = st.integers(min_value=0, max_value=4).map(lambda n: timedelta(minutes=15 * n))
        made.append(
            Booking(
                number,
                at(starts),
                at(starts + length),
                draw(st.booleans()),
                draw(st.none() | st.integers(min_value=1, max_value=3)),
                draw(minutes),
                draw(minutes),
                draw(st.frozensets(st.integers(min_value=1, max_value=4), max_size=3)),
            )
        )
    return made


def key(clash: Clash) -> tuple[str, int, int, datetime, datetime]:
    return (
        clash.kind.value,
        clash.first.event_id,
        clash.second.event_id,
        clash.starts_at,
        clash.ends_at,
    )


@given(bookings())
def test_the_sweep_finds_what_comparing_every_pair_finds(rows: list[Booking]) -> None:
    naive = [
        clash
        for place, one in enumerate(rows)
        for other in rows[place + 1 :]
        for clash in clashes_between(one, other)
    ]
    assert sorted(map(key, all_clashes(rows))) == sorted(map(key, naive))


@given(bookings())
def test_the_order_of_bookings_does_not_matter(rows: list[Booking]) -> None:
    assert sorted(map(key, all_clashes(rows))) == sorted(map(key, all_clashes(rows[::-1])))


@given(bookings())
def test_what_is_free_is_free_and_is_the_first(rows: list[Booking]) -> None:
    if not rows:
        return
    mine, others = rows[0], rows[1:]
    length = mine.ends_at - mine.starts_at
    candidates = [
        mine.lasting(at(minutes), at(minutes) + length) for minutes in range(0, 3000, 15)
    ]
    free = [moved for moved in candidates if not clashes_of(moved, others)]
    assert first_free(candidates, others) == (free[0] if free else None)


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
