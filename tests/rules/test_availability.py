"""Closed times and opening hours against what is planned."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desk.model.choices import ResourceKind
from desk.rules.availability import Closing, closings_met, outside_hours
from desk.rules.conflicts import Booking, Lent
from desk.rules.opening_hours import Hours, open_minutes

START = datetime(2026, 12, 7, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MONDAY = datetime(2026, 12, 7)


def at(minutes: int) -> datetime:
    return START + minutes * MINUTE


def booking(first: int, last: int, **values: object) -> Booking:
    return Booking(1, at(first), at(last), True, **values)  # type: ignore[arg-type]


def test_a_venue_is_closed_for_its_preparation_too_and_half_open() -> None:
    closing = Closing(at(0), at(60), "Cat", venue_id=7)
    held = {"venue_id": 7, "place_id": 7}
    assert closings_met(booking(60, 90, **held), [closing]) == []
    assert closings_met(booking(60, 90, set_up=MINUTE, **held), [closing]) == [closing]
    assert closings_met(booking(59, 90, venue_id=None, place_id=7), [closing]) == [closing]
    assert closings_met(booking(0, 60, venue_id=8, place_id=8), [closing]) == []


def test_what_is_lent_has_its_own_preparation() -> None:
    bus = Lent(3, ResourceKind.VEHICLE, clear_down=10 * MINUTE)
    closing = Closing(at(60), at(90), resource_id=3)
    assert closings_met(booking(0, 50, lent=frozenset({bus})), [closing]) == []
    assert closings_met(booking(0, 51, lent=frozenset({bus})), [closing]) == [closing]
    assert closings_met(booking(60, 90), [closing]) == []


def test_a_place_without_hours_is_always_open() -> None:
    assert outside_hours(MONDAY, MONDAY + timedelta(days=9), {}) == []


def test_what_lies_outside_is_told_from_when_to_when() -> None:
    hours: Hours = {"1": ("07:00", "17:00"), "2": ("07:00", "24:00"), "3": ("00:00", "12:00")}
    eight = MONDAY.replace(hour=8)
    assert outside_hours(eight, MONDAY.replace(hour=17), hours) == []
    assert outside_hours(MONDAY.replace(hour=6), MONDAY.replace(hour=18), hours) == [
        (MONDAY.replace(hour=6), MONDAY.replace(hour=7)),
        (MONDAY.replace(hour=17), MONDAY.replace(hour=18)),
    ]
    tuesday_night = MONDAY + timedelta(days=1, hours=22)
    assert outside_hours(tuesday_night, tuesday_night + timedelta(hours=4), hours) == []
    thursday = MONDAY + timedelta(days=3, hours=9)
    assert outside_hours(thursday, thursday + timedelta(hours=1), hours) == [
        (thursday, thursday + timedelta(hours=1))
    ]


CLOCKS = st.integers(min_value=0, max_value=24).map(lambda hour: f"{hour:02}:00")
HOURS = st.dictionaries(
    st.sampled_from("1234567"),
    st.tuples(CLOCKS, CLOCKS).filter(lambda span: span[0] < span[1]),
    min_size=1,
)


@given(
    HOURS,
    st.integers(min_value=0, max_value=200),
    st.integers(min_value=1, max_value=80),
)
def test_every_hour_is_either_open_or_told(hours: Hours, first: int, length: int) -> None:
    starts = MONDAY + timedelta(hours=first)
    ends = starts + timedelta(hours=length)
    parts = outside_hours(starts, ends, hours)
    for number in range(length):
        hour = starts + timedelta(hours=number)
        minutes = open_minutes(hours, hour.date())
        of_the_day = hour.hour * 60
        is_open = minutes is not None and minutes[0] <= of_the_day < minutes[1]
        assert any(part[0] <= hour < part[1] for part in parts) is not is_open
    assert all(starts <= part[0] < part[1] <= ends for part in parts)
