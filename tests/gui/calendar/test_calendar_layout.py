"""Laws of where events stand in a day, and bands in the strip above."""

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desk.gui.models.calendar_layout import (
    MINUTES,
    OVERLAP,
    Piece,
    Placed,
    lanes_of,
    pieces_of,
    placed,
)

MONDAY = date(2026, 11, 30)
_NIGHT = datetime(2026, 11, 30)

starts_and_lengths = st.lists(
    st.tuples(st.integers(0, MINUTES - 30), st.integers(5, 600)), max_size=12
)


def at(hour: float, day: int = 0) -> datetime:
    return _NIGHT + timedelta(days=day, hours=hour)


def piece(key: int, begins: float, ends: float) -> Piece:
    return Piece(key, 0, begins * 60, ends * 60)


def test_an_event_over_midnight_has_a_piece_in_both_days() -> None:
    assert pieces_of(1, at(22), at(25.5), MONDAY, 7) == [
        Piece(1, 0, 22 * 60, 24 * 60),
        Piece(1, 1, 0, 90),
    ]


def test_an_end_at_midnight_leaves_the_next_day_alone() -> None:
    assert pieces_of(1, at(20), at(24), MONDAY, 7) == [Piece(1, 0, 20 * 60, 24 * 60)]


def test_what_lies_outside_the_days_has_no_piece() -> None:
    assert pieces_of(1, at(10, -1), at(11, -1), MONDAY, 7) == []
    assert pieces_of(1, at(10, 7), at(11, 7), MONDAY, 7) == []


def test_the_last_minutes_of_a_day_stay_within_it() -> None:
    (only,) = pieces_of(1, at(23.9), at(24), MONDAY, 1)
    assert only.shown_end <= MINUTES


@given(
    begins=st.integers(-3 * MINUTES, 9 * MINUTES),
    length=st.integers(1, 3 * MINUTES),
    days=st.integers(1, 7),
)
def test_the_pieces_of_an_event_are_its_time_within_the_days(
    begins: int, length: int, days: int
) -> None:
    starts = _NIGHT + timedelta(minutes=begins)
    found = pieces_of(1, starts, starts + timedelta(minutes=length), MONDAY, days)
    inside = max(0, min(begins + length, days * MINUTES) - max(begins, 0))
    assert [each.day for each in found] == sorted({each.day for each in found})
    assert all(0 <= each.begins < each.ends <= MINUTES for each in found)
    # A piece of the last minutes begins a little earlier, so that it can be seen.
    longer = sum(max(0, 25 - (each.ends - each.begins)) for each in found)
    total = sum(each.ends - each.begins for each in found)
    assert inside <= total <= inside + 25 * len(found) + longer


def test_alone_an_event_has_the_whole_column() -> None:
    assert placed([piece(1, 9, 10)]) == [Placed(piece(1, 9, 10), 0.0, 1.0, 60.0)]


def test_the_later_of_two_begins_to_the_right_and_leaves_the_words_of_the_first() -> None:
    first, second = placed([piece(2, 11, 12), piece(1, 9, 11.5)])
    assert (first.left, first.right, first.clear) == (0.0, 1.0, 120.0)
    assert (second.left, second.right) == (OVERLAP, 1.0)


def test_what_begins_together_stands_side_by_side() -> None:
    first, second = placed([piece(1, 9, 10), piece(2, 9, 10.5)])
    assert {(first.left, first.right), (second.left, second.right)} == {(0, 0.5), (0.5, 1)}


def test_neighbours_in_time_do_not_share_a_column() -> None:
    assert [(p.left, p.right) for p in placed([piece(1, 9, 10), piece(2, 10, 11)])] == [
        (0.0, 1.0),
        (0.0, 1.0),
    ]


@given(starts_and_lengths)
def test_every_event_is_placed_once_and_its_words_are_not_covered(
    given_times: list[tuple[int, int]],
) -> None:
    pieces = [
        Piece(number, 0, begins, min(MINUTES, begins + length))
        for number, (begins, length) in enumerate(given_times)
    ]
    found = placed(pieces)
    assert sorted(each.piece.key for each in found) == list(range(len(pieces)))  # type: ignore[type-var]
    for number, one in enumerate(found):
        assert 0 <= one.left < one.right <= 1
        for other in found[number + 1 :]:
            apart = (
                one.piece.shown_end <= other.piece.begins
                or other.piece.shown_end <= one.piece.begins
                or one.right <= other.left
                or other.right <= one.left
            )
            # Only a later one may lie over an earlier one, below the earlier one's first line.
            laid_over = (other.left > one.left and other.piece.begins - one.piece.begins >= 25) or (
                one.left > other.left and one.piece.begins - other.piece.begins >= 25
            )
            assert apart or laid_over


spans = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 10)).map(
        lambda pair: (MONDAY + timedelta(days=pair[0]), MONDAY + timedelta(days=sum(pair)))
    ),
    max_size=12,
)


@given(spans)
def test_no_two_bands_of_a_lane_touch_the_same_day(found: list[tuple[date, date]]) -> None:
    lanes = lanes_of(sorted(found))
    by_lane: dict[int, list[tuple[date, date]]] = {}
    for span, lane in zip(sorted(found), lanes, strict=True):
        by_lane.setdefault(lane, []).append(span)
    for members in by_lane.values():
        assert all(one[1] < other[0] for one, other in pairwise(members))
    # No lane is opened while an earlier one is free.
    most = max(
        (
            sum(first <= day <= last for first, last in found)
            for day in {first for first, _last in found}
        ),
        default=0,
    )
    assert len(by_lane) == most
