"""When a place is open, from what is stored of it."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.opening_hours import (
    MINUTES_OF_A_DAY,
    clock_of,
    minute_of,
    open_minutes,
    open_span,
    wrong_day,
)

MONDAY, SATURDAY, SUNDAY = date(2026, 12, 7), date(2026, 12, 5), date(2026, 12, 6)
HOURS = {"1": ["07:30", "16:00"], "6": ["20:00", "24:00"]}


def test_a_day_without_hours_is_closed_and_no_hours_at_all_mean_always_open() -> None:
    assert open_minutes(HOURS, MONDAY) == (450, 960)
    assert open_minutes(HOURS, SUNDAY) is None
    assert open_minutes({}, SUNDAY) == (0, MINUTES_OF_A_DAY)


def test_the_end_of_a_day_is_the_next_midnight() -> None:
    assert open_span(HOURS, SATURDAY) == (datetime(2026, 12, 5, 20), datetime(2026, 12, 6))
    assert open_span(HOURS, SUNDAY) is None


@given(st.integers(0, MINUTES_OF_A_DAY))
def test_every_minute_is_read_as_it_is_written(minute: int) -> None:
    assert minute_of(clock_of(minute)) == minute


@pytest.mark.parametrize(
    "clock", ["", "7:30", "07.30", "24:01", "07:60", "-1:00", "٠٧:٣٠x", "12:5"]
)
def test_what_is_no_time_is_an_error(clock: str) -> None:
    with pytest.raises(ValueError, match="not a time of the day"):
        minute_of(clock)


@pytest.mark.parametrize(
    ("hours", "wrong"),
    [
        ({}, None),
        (HOURS, None),
        ({"1": ["08:00", "08:00"]}, "1"),
        ({"1": ["07:00", "16:00"], "2": ["16:00", "07:00"]}, "2"),
        ({"8": ["07:00", "16:00"]}, "8"),
        ({"0": ["07:00", "16:00"]}, "0"),
        ({"3": ["07:00"]}, "3"),
        ({"3": ["07:00", "noon"]}, "3"),
    ],
)
def test_the_first_day_that_is_wrong_is_told(
    hours: dict[str, list[str]], wrong: str | None
) -> None:
    assert wrong_day(hours) == wrong
