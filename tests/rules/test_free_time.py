"""What is free is what nothing takes: minute by minute the same."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desk.rules.free_time import free_spans, kept_clear, rounded_up

START = datetime(2026, 12, 7, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MOMENTS = st.integers(min_value=-10, max_value=70)


@given(st.lists(st.tuples(MOMENTS, MOMENTS), max_size=8))
def test_every_minute_is_free_or_taken(spans: list[tuple[int, int]]) -> None:
    taken = [(START + first * MINUTE, START + last * MINUTE) for first, last in spans]
    free = list(free_spans((START, START + 60 * MINUTE), taken))
    for number in range(60):
        moment = START + number * MINUTE
        is_taken = any(first <= number < last for first, last in spans)
        assert any(first <= moment < last for first, last in free) is not is_taken
    assert all(first < last for first, last in free)
    # The longest ones: no two of them touch.
    assert all(one[1] < other[0] for one, other in pairwise(free))


def test_own_preparation_keeps_clear_of_what_is_held() -> None:
    held = (START, START + 60 * MINUTE)
    assert kept_clear(held, before=5 * MINUTE, after=30 * MINUTE) == (
        START - 5 * MINUTE,
        START + 90 * MINUTE,
    )


@given(st.integers(min_value=0, max_value=24 * 60 - 1), st.sampled_from([5, 15, 30]))
def test_the_next_step_is_the_first_at_or_after(minute: int, step: int) -> None:
    moment = START + minute * MINUTE
    rounded = rounded_up(moment, step * MINUTE)
    assert moment <= rounded < moment + step * MINUTE
    assert (rounded - START) % (step * MINUTE) == timedelta()
