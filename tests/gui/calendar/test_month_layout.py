"""The laws of a month: nothing overlaps, nothing is lost, nothing lies outside its days."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.gui.models.month_layout import (
    MonthPlan,
    Piece,
    Span,
    Weeks,
    days_touched,
    is_band,
    month_later,
    plan_month,
    span_of,
    weeks_of,
)

WEEKS = weeks_of(date(2026, 12, 6))
DAYS = st.integers(-10, 45).map(lambda days: WEEKS.first + timedelta(days=days))


@st.composite
def span(draw: st.DrawFn) -> tuple[date, int, int]:
    """First day, further days (0 for a line) and minutes of the day at which it begins."""
    return draw(DAYS), draw(st.integers(0, 9)), draw(st.integers(0, 1439))


def spans_of(drawn: list[tuple[date, int, int]]) -> list[Span]:
    made: list[Span] = []
    for number, (first, more, minutes) in enumerate(drawn):
        starts = datetime.combine(first, datetime.min.time()) + timedelta(minutes=minutes)
        last = first + timedelta(days=more)
        made.append(Span(number, first, last, more > 0, (starts, number)))
    return made


def days_of(piece: Piece, weeks: Weeks) -> list[date]:
    return [weeks.day(piece.week, piece.column + more) for more in range(piece.columns)]


PROGRAMMES = st.lists(span(), max_size=60).map(spans_of)
CAPACITIES = st.integers(1, 6)


@given(PROGRAMMES, CAPACITIES)
def test_no_two_pieces_share_a_lane_of_a_day(spans: list[Span], capacity: int) -> None:
    plan = plan_month(spans, WEEKS, capacity)
    places = Counter((day, p.lane) for p in plan.pieces for day in days_of(p, WEEKS))
    assert [place for place, count in places.items() if count > 1] == []


@given(PROGRAMMES, CAPACITIES)
def test_on_each_of_its_days_a_span_is_shown_or_counted_once(
    spans: list[Span], capacity: int
) -> None:
    plan = plan_month(spans, WEEKS, capacity)
    told = Counter((day, p.key) for p in plan.pieces for day in days_of(p, WEEKS))
    told += Counter((day, key) for day, keys in plan.hidden.items() for key in keys)
    due = Counter(
        (span.first + timedelta(days=more), span.key)
        for span in spans
        for more in range((span.last - span.first).days + 1)
        if WEEKS.place_of(span.first + timedelta(days=more)) is not None
    )
    assert told == due


@given(PROGRAMMES, CAPACITIES)
def test_a_piece_lies_in_one_week_and_within_the_capacity(spans: list[Span], capacity: int) -> None:
    for piece in plan_month(spans, WEEKS, capacity).pieces:
        assert 0 <= piece.week < WEEKS.count
        assert 0 <= piece.column <= piece.column + piece.columns - 1 < 7
        assert 0 <= piece.lane < capacity


@given(PROGRAMMES, CAPACITIES)
def test_a_day_that_counts_has_its_last_lane_free(spans: list[Span], capacity: int) -> None:
    plan = plan_month(spans, WEEKS, capacity)
    deepest = {
        day for piece in plan.pieces if piece.lane == capacity - 1 for day in days_of(piece, WEEKS)
    }
    assert deepest & set(plan.hidden) == set()


@given(PROGRAMMES, CAPACITIES)
def test_the_lines_of_a_day_follow_one_another_in_time(spans: list[Span], capacity: int) -> None:
    plan = plan_month(spans, WEEKS, capacity)
    order = {span.key: span.order for span in spans}
    lines = {span.key for span in spans if not span.band}
    for day in {day for piece in plan.pieces for day in days_of(piece, WEEKS)}:
        shown = sorted(
            (piece.lane, order[piece.key])
            for piece in plan.pieces
            if piece.key in lines and day in days_of(piece, WEEKS)
        )
        times = [when for _lane, when in shown]
        later = [order[key] for key in plan.hidden.get(day, ()) if key in lines]
        assert times + sorted(later) == sorted(times + later)


@given(PROGRAMMES, CAPACITIES)
def test_a_band_says_where_it_really_begins_and_ends(spans: list[Span], capacity: int) -> None:
    by_key = {span.key: span for span in spans}
    for piece in plan_month(spans, WEEKS, capacity).pieces:
        days, span = days_of(piece, WEEKS), by_key[piece.key]
        assert piece.begins == (days[0] == span.first)
        assert piece.ends == (days[-1] == span.last)


@given(PROGRAMMES)
def test_with_room_enough_nothing_is_only_counted(spans: list[Span]) -> None:
    assert plan_month(spans, WEEKS, 200).hidden == {}


def test_the_last_lane_gives_way_to_the_count() -> None:
    day = date(2026, 12, 9)
    four = [Span(n, day, day, False, (datetime(2026, 12, 9, 9 + n), n)) for n in range(4)]
    assert plan_month(four, WEEKS, 4).hidden == {}
    plan = plan_month(four, WEEKS, 3)
    assert [piece.key for piece in plan.pieces] == [0, 1]
    assert plan.hidden == {day: (2, 3)}


def test_a_band_over_a_sunday_goes_on_in_the_next_week() -> None:
    band = Span("a", date(2026, 12, 5), date(2026, 12, 8), True, (datetime(2026, 12, 5), 1))
    assert plan_month([band], WEEKS, 3) == MonthPlan(
        (
            Piece("a", 0, 5, 2, 0, True, begins=True, ends=False),
            Piece("a", 1, 0, 2, 0, True, begins=False, ends=True),
        ),
        {},
    )


def test_a_band_is_shown_on_those_of_its_days_that_have_room() -> None:
    """Too deep on Monday, where three others lie above it; alone on Wednesday."""
    monday = date(2026, 12, 7)
    above = [
        Span(n, monday, monday + timedelta(days=1), True, (datetime(2026, 12, 7), n))
        for n in range(3)
    ]
    last = Span("last", date(2026, 12, 8), date(2026, 12, 9), True, (datetime(2026, 12, 8), 3))
    plan = plan_month([*above, last], WEEKS, 3)
    [piece] = [piece for piece in plan.pieces if piece.key == "last"]
    assert (piece.column, piece.columns, piece.lane) == (2, 1, 0)
    assert (piece.begins, piece.ends) == (False, True)
    assert plan.hidden == {date(2026, 12, 8): (2, "last")}


def test_lines_fill_the_lanes_that_bands_leave() -> None:
    long = Span("long", date(2026, 12, 7), date(2026, 12, 9), True, (datetime(2026, 12, 7), 1))
    low = Span("low", date(2026, 12, 9), date(2026, 12, 11), True, (datetime(2026, 12, 9), 2))
    lines = [
        Span(name, date(2026, 12, 10), date(2026, 12, 10), False, (datetime(2026, 12, 10, h), 3))
        for name, h in (("late", 15), ("early", 9))
    ]
    places = {p.key: p.lane for p in plan_month([long, low, *lines], WEEKS, 5).pieces}
    assert places == {"long": 0, "low": 1, "early": 0, "late": 2}


@pytest.mark.parametrize(
    ("day", "first", "count"),
    [
        (date(2026, 12, 6), date(2026, 11, 30), 5),
        (date(2027, 2, 10), date(2027, 2, 1), 4),
        (date(2026, 8, 31), date(2026, 7, 27), 6),
    ],
)
def test_a_month_has_as_many_weeks_as_it_touches(day: date, first: date, count: int) -> None:
    assert (weeks_of(day).first, weeks_of(day).count) == (first, count)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_the_weeks_of_a_month_hold_it_from_monday_to_sunday(day: date) -> None:
    weeks = weeks_of(day)
    assert (weeks.first.weekday(), weeks.last.weekday()) == (0, 6)
    assert weeks.first <= weeks.month <= day <= weeks.last
    week, column = weeks.place_of(day) or (-1, -1)
    assert weeks.day(week, column) == day
    assert weeks.last - month_later(weeks.month, 1) < timedelta(days=6)


def test_a_month_later_stays_within_its_month() -> None:
    assert month_later(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert month_later(date(2026, 12, 31), -1) == date(2026, 11, 30)
    assert month_later(date(2026, 12, 31), 12) == date(2027, 12, 31)


NIGHT = datetime(2026, 12, 6, 22, 0)


@pytest.mark.parametrize(
    ("starts", "ends", "all_day", "last", "band"),
    [
        (NIGHT, datetime(2026, 12, 7, 0, 0), False, date(2026, 12, 6), False),
        (NIGHT, datetime(2026, 12, 7, 1, 0), False, date(2026, 12, 6), False),
        (NIGHT, datetime(2026, 12, 7, 7, 0), False, date(2026, 12, 7), True),
        (NIGHT, datetime(2026, 12, 8, 1, 0), False, date(2026, 12, 8), True),
        (datetime(2026, 12, 6), datetime(2026, 12, 7), True, date(2026, 12, 6), True),
        (datetime(2026, 12, 6, 9), datetime(2026, 12, 6, 10), False, date(2026, 12, 6), False),
    ],
)
def test_what_goes_on_into_the_day_is_a_band(
    starts: datetime, ends: datetime, all_day: bool, last: date, band: bool
) -> None:
    assert is_band(starts, ends, all_day=all_day) is band
    made = span_of(1, starts, ends, all_day=all_day, number=1)
    assert (made.first, made.last, made.band) == (starts.date(), last, band)


def test_days_are_half_open() -> None:
    midnight = datetime(2026, 12, 8)
    assert days_touched(NIGHT, midnight) == (date(2026, 12, 6), date(2026, 12, 7))
    assert days_touched(midnight, midnight) == (date(2026, 12, 8), date(2026, 12, 8))
