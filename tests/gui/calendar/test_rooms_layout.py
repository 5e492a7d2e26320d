"""Laws of the timeline's geometry."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.gui.models.timeline_layout import (
    LEAST_BLOCK,
    Axis,
    Placed,
    RowLayout,
    Span,
    closed_hours,
    hour_step,
    hours_of,
    is_free,
    lay_row,
    row_height,
    shared_time,
)

DAY = date(2026, 12, 6)
MIDNIGHT = datetime.combine(DAY, time.min)
MINUTE = timedelta(minutes=1)
AXIS = Axis(DAY, 1, 7, 21, 60.0)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(DAY, time(hour, minute))


def span(
    key: object, starts: datetime, ends: datetime, before: int = 0, after: int = 0, words: float = 0
) -> Span:
    return Span(key, starts, ends, starts - before * MINUTE, ends + after * MINUTE, words, words)  # type: ignore[arg-type]


def by_key(layout: RowLayout) -> dict[object, Placed]:
    return {one.key: one for one in layout.placed}


axes = st.builds(
    Axis,
    first=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    days=st.sampled_from([1, 3, 7]),
    from_hour=st.integers(0, 12),
    until_hour=st.integers(13, 24),
    hour_width=st.floats(8, 120),
)
minutes = st.integers(0, 8 * 24 * 60)


@st.composite
def rows(draw: st.DrawFn) -> tuple[Axis, list[Span]]:
    axis = draw(axes)
    begins = datetime.combine(axis.first, time.min) - timedelta(days=1)
    some = draw(
        st.lists(
            st.tuples(
                minutes,
                st.integers(1, 3 * 24 * 60),
                st.integers(0, 240),
                st.integers(0, 240),
                st.floats(0, 300),
            ),
            max_size=12,
        )
    )
    return axis, [
        span(n, begins + m * MINUTE, begins + (m + length) * MINUTE, before, after, words)
        for n, (m, length, before, after, words) in enumerate(some)
    ]


@given(axes, minutes, minutes)
def test_a_later_time_never_stands_further_left(axis: Axis, one: int, other: int) -> None:
    begins = datetime.combine(axis.first, time.min) - timedelta(days=1)
    early, late = sorted((begins + one * MINUTE, begins + other * MINUTE))
    assert 0 <= axis.x_of(early) <= axis.x_of(late) <= axis.width


@given(axes, st.data())
def test_a_shown_time_is_found_again_where_it_stands(axis: Axis, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, axis.days - 1))
    minute = data.draw(st.integers(axis.from_hour * 60, axis.until_hour * 60 - 1))
    wall = datetime.combine(axis.day_at(place), time.min) + minute * MINUTE
    assert axis.wall_at(axis.x_of(wall) + 0.001) == wall


@given(rows())
def test_nothing_of_a_lane_overlaps(row: tuple[Axis, list[Span]]) -> None:
    axis, spans = row
    lanes: dict[int, list[Placed]] = {}
    for one in lay_row(spans, axis).placed:
        lanes.setdefault(one.lane, []).append(one)
    for members in lanes.values():
        members.sort(key=lambda one: (one.bound_left, one.bound_right))
        for first, second in pairwise(members):
            assert first.bound_right <= second.bound_left
            assert first.words_end <= second.begins
            assert second.free_left == first.words_end


@given(rows())
def test_no_lane_is_empty_and_none_is_without_need(row: tuple[Axis, list[Span]]) -> None:
    axis, spans = row
    layout = lay_row(spans, axis)
    assert {one.lane for one in layout.placed} == set(range(layout.lanes))
    deepest = max(
        (
            sum(o.bound_left <= one.bound_left < o.bound_right for o in layout.placed)
            for one in layout.placed
        ),
        default=0,
    )
    assert layout.lanes == deepest


@given(rows())
def test_everything_stands_within_the_axis(row: tuple[Axis, list[Span]]) -> None:
    axis, spans = row
    for one in lay_row(spans, axis).placed:
        assert 0 <= one.bound_left <= one.left <= one.right <= one.bound_right <= axis.width + 1e-6
        assert one.begins >= one.free_left - 1e-6
        assert one.words_end <= axis.width + 1e-6


@given(rows())
def test_what_happens_on_the_days_is_shown_and_wide_enough(row: tuple[Axis, list[Span]]) -> None:
    axis, spans = row
    begins = datetime.combine(axis.first, time.min)
    closes = begins + axis.days * timedelta(days=1)
    shown = by_key(lay_row(spans, axis))
    for one in spans:
        if one.ends > begins and one.starts < closes:
            assert shown[one.key].right - shown[one.key].left >= LEAST_BLOCK - 1e-6


@given(rows())
def test_the_hours_leave_nothing_out(row: tuple[Axis, list[Span]]) -> None:
    axis, spans = row
    low, high = hours_of(axis.first, axis.days, [(one.starts, one.ends) for one in spans])
    assert 0 <= low <= 7
    assert 21 <= high <= 24
    fitted = Axis(axis.first, axis.days, low, high, axis.hour_width)
    begins = datetime.combine(axis.first, time.min)
    closes = begins + axis.days * timedelta(days=1)
    for one in spans:
        if one.ends > begins and one.starts < closes:
            assert fitted.x_of(one.starts) < fitted.x_of(one.ends)


def test_the_usual_hours_are_those_of_an_office_day() -> None:
    assert hours_of(DAY, 1, []) == (7, 21)
    assert hours_of(DAY, 1, [(at(5, 30), at(6))]) == (5, 21)
    assert hours_of(DAY, 1, [(at(20), at(21, 1))]) == (7, 22)


def test_an_event_that_ends_at_midnight_ends_with_its_day() -> None:
    assert hours_of(DAY, 1, [(at(20), MIDNIGHT + timedelta(days=1))]) == (7, 24)
    assert hours_of(DAY, 1, [(MIDNIGHT - timedelta(hours=2), MIDNIGHT)]) == (7, 21)


def test_an_event_over_midnight_shows_the_whole_night_of_both_days() -> None:
    night = (at(22), at(22) + timedelta(hours=3))
    assert hours_of(DAY, 1, [night]) == (7, 23)
    assert hours_of(DAY, 3, [night]) == (0, 23)


def test_preparation_that_overlaps_takes_a_second_lane() -> None:
    layout = lay_row(
        [
            span("meeting", at(9), at(11, 30), 60, 30),
            span("choir", at(11), at(12), 15, 15),
            span("press", at(14), at(16), 30, 30),
        ],
        AXIS,
    )
    assert layout.lanes == 2
    assert [one.lane for one in layout.placed] == [0, 1, 0]


def test_uses_that_only_touch_share_a_lane() -> None:
    layout = lay_row([span("a", at(9), at(10)), span("b", at(10), at(11))], AXIS)
    assert layout.lanes == 1


def test_preparation_stands_around_the_block() -> None:
    (one,) = lay_row([span("a", at(9), at(10), 30, 15)], AXIS).placed
    assert (one.bound_left, one.left, one.right, one.bound_right) == (90, 120, 180, 195)


def test_words_stand_inside_when_they_fit() -> None:
    (one,) = lay_row([span("a", at(9), at(11), words=100)], AXIS).placed
    assert one.words_inside
    assert one.words_width == 0


def test_words_that_do_not_fit_stand_beside_behind_the_clear_down() -> None:
    (one,) = lay_row([span("a", at(9), at(9, 30), 0, 30, words=100)], AXIS).placed
    assert not one.words_inside
    assert (one.words_left, one.words_width) == (188, 100)


def test_words_beside_give_way_to_what_follows() -> None:
    first, _second = lay_row(
        [span("a", at(9), at(9, 30), words=100), span("b", at(11), at(12))], AXIS
    ).placed
    assert first.words_left + first.words_width + 8 <= 240


def test_words_without_room_at_the_right_stand_at_the_left() -> None:
    first, _second = lay_row(
        [span("a", at(9), at(9, 30), words=80), span("b", at(9, 45), at(12))], AXIS
    ).placed
    assert not first.words_inside
    assert (first.words_left, first.words_width) == (120 - 8 - 80, 80)


def test_words_without_room_beside_stay_inside() -> None:
    first, _second = lay_row(
        [span("a", at(9), at(9, 30), words=120), span("b", at(9, 45), at(12))], AXIS
    ).placed
    assert first.words_inside


def test_preparation_of_the_next_day_stands_alone() -> None:
    tomorrow = MIDNIGHT + timedelta(days=1)
    (one,) = lay_row([span("a", tomorrow, tomorrow + 60 * MINUTE, 8 * 60)], AXIS).placed
    assert one.left == one.right == AXIS.width
    assert one.bound_left == AXIS.x_of(at(16))
    assert not one.words_inside
    assert one.words_width == 0


@pytest.mark.parametrize(("lanes", "height"), [(0, 56), (1, 56), (2, 92), (3, 128)])
def test_a_row_grows_with_its_lanes(lanes: int, height: int) -> None:
    assert row_height(lanes, one=56, two=92) == height


def test_closed_hours_are_what_the_opening_times_leave() -> None:
    assert closed_hours([(at(0), at(23))], [(at(13), at(16)), (at(7), at(12))]) == [
        (at(0), at(7)),
        (at(12), at(13)),
        (at(16), at(23)),
    ]
    assert closed_hours([(at(7), at(21))], []) == [(at(7), at(21))]
    assert closed_hours([(at(7), at(21))], [(at(6), at(22))]) == []


moments = st.integers(0, 24 * 60)
times = st.tuples(moments, moments).filter(lambda pair: pair[0] < pair[1])


@given(times, st.lists(times, max_size=5))
def test_every_minute_is_either_open_or_closed(
    day: tuple[int, int], opened: Sequence[tuple[int, int]]
) -> None:
    walls = [(MIDNIGHT + a * MINUTE, MIDNIGHT + b * MINUTE) for a, b in (day, *opened)]
    shut = closed_hours(walls[:1], walls[1:])
    for minute in range(day[0], day[1], 7):
        now = MIDNIGHT + minute * MINUTE
        is_open = any(a <= now < b for a, b in walls[1:])
        assert any(a <= now < b for a, b in shut) is not is_open


def test_the_time_bound_twice_has_set_up_and_clear_down_in_it() -> None:
    meeting = span("meeting", at(9), at(11, 30), 60, 30)
    choir = span("choir", at(11), at(12), 15, 15)
    assert shared_time(meeting, choir) == (at(10, 45), at(12))
    assert shared_time(meeting, span("late", at(12), at(13))) is None


def test_a_room_is_free_when_nothing_binds_it_and_it_is_open() -> None:
    meeting = span("meeting", at(9), at(11), 60, 30)
    assert not is_free([meeting], [], at(11, 15), at(12))
    assert is_free([meeting], [], at(11, 30), at(12))
    assert not is_free([meeting], [(at(11, 45), at(18))], at(11, 30), at(12))


def test_the_axis_says_as_many_hours_as_have_room() -> None:
    assert [hour_step(width, 40) for width in (60, 40, 25, 12, 1)] == [1, 1, 2, 4, 24]
