"""The laws of the axis of months: every day has its place, and none lies outside."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desk.gui.models.overview_layout import Axis, axis_around, beside, visits_by_week
from desk.model.choices import Status
from desk.model.rows.overview import OverviewRow

AXES = st.builds(
    Axis,
    st.dates(date(1990, 1, 1), date(2150, 12, 31)).map(lambda day: day.replace(day=1)),
    st.sampled_from((3, 6, 12)),
)
OFFSETS = st.integers(-40, 420)
LENGTHS = st.integers(0, 120)
A_DAY = timedelta(days=1)


def visit(
    number: int, first: date, days: int = 1, status: Status = Status.CONFIRMED
) -> OverviewRow:
    last = first + timedelta(days=days - 1)
    return OverviewRow(number, f"2026-{number:03}", f"V {number}", "KZ", status, "", first, last)


@given(AXES, st.integers(0, 366))
def test_a_day_is_found_where_it_lies(axis: Axis, offset: int) -> None:
    day = min(axis.first + timedelta(days=offset), axis.last)
    middle = axis.share(day) + 0.5 / axis.days
    assert axis.day_at(middle) == day
    assert 0 <= axis.share(day) < 1


@given(AXES, OFFSETS, LENGTHS)
def test_a_bar_lies_on_the_axis_and_says_what_is_cut_off(
    axis: Axis, offset: int, length: int
) -> None:
    first = axis.first + timedelta(days=offset)
    last = first + timedelta(days=length)
    bar = axis.bar(first, last)
    if bar is None:
        assert last < axis.first or first > axis.last
        return
    assert 0 <= bar.begin < bar.end <= 1
    assert (bar.before, bar.after) == (first < axis.first, last > axis.last)
    shown = min(last, axis.last) - max(first, axis.first) + A_DAY
    assert round((bar.end - bar.begin) * axis.days) == shown.days


@given(AXES)
def test_months_and_weeks_cover_the_axis_without_gaps(axis: Axis) -> None:
    for stretches in (axis.month_stretches(), axis.week_stretches()):
        assert (stretches[0].first, stretches[-1].last) == (axis.first, axis.last)
        assert (stretches[0].begin, stretches[-1].end) == (0, 1)
        for one, following in pairwise(stretches):
            assert (following.first - one.last, following.begin) == (A_DAY, one.end)
    assert len(axis.month_stretches()) == axis.months
    assert all(week.first.weekday() == 0 for week in axis.week_stretches()[1:])


@given(st.dates(date(1990, 1, 1), date(2150, 12, 31)), st.sampled_from((3, 6, 12)))
def test_the_day_gone_to_is_shown_with_a_little_of_the_past(day: date, months: int) -> None:
    axis = axis_around(day, months)
    assert axis.first <= day <= axis.last
    assert axis.share(day) < 0.5


def test_weeks_count_what_is_expected() -> None:
    axis = Axis(date(2026, 12, 1), 3)
    rows = [
        visit(1, date(2026, 12, 5), 3),
        visit(2, date(2026, 12, 6)),
        visit(3, date(2026, 12, 7), status=Status.CANCELLED),
        visit(4, date(2026, 11, 1), 31),
    ]
    assert visits_by_week(rows, axis.week_stretches())[:3] == [3, 1, 0]


def test_others_on_the_same_days_are_counted() -> None:
    rows = [
        visit(1, date(2026, 12, 5), 3),
        visit(2, date(2026, 12, 7), 2),
        visit(3, date(2026, 12, 8), status=Status.POSTPONED),
        visit(4, date(2026, 12, 9)),
    ]
    assert beside(rows, 1, date(2026, 12, 8), date(2026, 12, 10)) == 2
    assert beside(rows, 1, date(2026, 12, 10), date(2026, 12, 12)) == 0
