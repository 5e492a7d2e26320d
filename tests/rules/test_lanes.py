from hypothesis import given
from hypothesis import strategies as st

from desk.rules.lanes import Lane, lanes_of

SPANS = st.lists(
    st.tuples(st.integers(0, 200), st.integers(1, 60)).map(lambda s: (s[0], s[0] + s[1])),
    max_size=12,
)


@given(SPANS)
def test_no_two_spans_of_a_lane_overlap(spans: list[tuple[int, int]]) -> None:
    lanes = lanes_of(spans)
    for one, (span, lane) in enumerate(zip(spans, lanes, strict=True)):
        assert 0 <= lane.lane < lane.lanes
        for other, other_lane in list(zip(spans, lanes, strict=True))[one + 1 :]:
            if lane.lane == other_lane.lane:
                assert span[1] <= other[0] or other[1] <= span[0]


@given(SPANS)
def test_there_are_no_more_lanes_than_happens_at_once(spans: list[tuple[int, int]]) -> None:
    at_once = max(
        (sum(1 for first, last in spans if first <= minute < last) for minute in range(260)),
        default=0,
    )
    assert max((lane.lanes for lane in lanes_of(spans)), default=0) == at_once


def test_what_does_not_meet_has_all_the_width() -> None:
    assert lanes_of([(0, 60), (30, 90), (90, 120)]) == [Lane(0, 2), Lane(1, 2), Lane(0, 1)]
