"""The arithmetic of dragging."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.gui.models.calendar_rows import CalendarRow, calendar_row
from desk.gui.widgets.calendar_drag import FINE_STEP, STEP, DragKind, Grip, Span, dragged, snapped
from desk.services import programme
from desk.services.desk import Desk

DAY = datetime(2026, 12, 6)
moments = st.datetimes(datetime(2026, 12, 1), datetime(2026, 12, 20))
steps = st.sampled_from([STEP, FINE_STEP])


def at(hour: float) -> datetime:
    return DAY + timedelta(hours=hour)


@pytest.fixture
def meeting(desk: Desk, sample: int) -> CalendarRow:
    """09.00 to 11.30 on the sample's Sunday."""
    event = next(
        e for e in programme.events_of_visit(desk, sample) if e.title == "Business Meeting"
    )
    return calendar_row(event, None, desk.now(), desk.zone)


@given(moments, steps)
def test_a_snapped_moment_is_on_the_grid_and_near(moment: datetime, step: timedelta) -> None:
    found = snapped(moment, step)
    midnight = found.replace(hour=0, minute=0, second=0, microsecond=0)
    assert (found - midnight) % step == timedelta()
    assert abs(found - moment) <= step / 2


@given(moments, moments, steps)
def test_what_is_drawn_has_a_length_and_holds_the_press(
    pressed: datetime, let_go: datetime, step: timedelta
) -> None:
    found = dragged(Grip("create", pressed, 7), let_go, 9, step)
    assert found.ends - found.starts >= step
    assert found.starts <= pressed < found.ends
    assert found.venue_id == 7


@given(moments, moments)
def test_whole_days_are_drawn_from_midnight_to_midnight(one: datetime, other: datetime) -> None:
    found = dragged(Grip("create", one, whole_days=True), other, None, STEP)
    first, last = sorted((one.date(), other.date()))
    assert (found.starts.date(), found.ends.date()) == (first, last + timedelta(days=1))
    assert found.starts.time() == found.ends.time() == datetime.min.time()


def test_a_moved_event_keeps_its_length_and_stands_on_the_grid(meeting: CalendarRow) -> None:
    grip = Grip("move", at(9.5), row=meeting)
    assert dragged(grip, at(10.6), None, STEP) == Span(at(10), at(12.5))
    assert dragged(grip, at(10.6), None, FINE_STEP) == Span(
        at(10) + timedelta(minutes=5), at(12.5) + timedelta(minutes=5)
    )


def test_whole_days_keep_an_odd_time(meeting: CalendarRow) -> None:
    odd = replace(meeting, starts=at(9) + timedelta(minutes=7))
    grip = Grip("move", at(9.5), row=odd)
    by = timedelta(days=2)
    assert dragged(grip, at(9.5) + by, None, STEP).starts == odd.starts + by


def test_a_drag_in_days_ignores_the_hour(meeting: CalendarRow) -> None:
    grip = Grip("move", at(0), row=meeting, whole_days=True)
    assert dragged(grip, at(33), None, STEP) == Span(at(33), at(35.5))


@given(moments, steps)
def test_an_end_is_never_before_its_start(moment: datetime, step: timedelta) -> None:
    row = _row(at(9), at(11))
    later = dragged(Grip("ends", at(11), row=row), moment, None, step)
    assert later.starts == row.starts
    assert later.ends - later.starts >= step
    earlier = dragged(Grip("starts", at(9), row=row), moment, None, step)
    assert earlier.ends == row.ends
    assert earlier.ends - earlier.starts >= step


def test_another_room_is_told_only_when_it_is_another(meeting: CalendarRow) -> None:
    grip = Grip("move", at(9.5), 3, meeting)
    assert dragged(grip, at(9.5), 3, STEP).venue_id is None
    assert dragged(grip, at(9.5), 4, STEP).venue_id == 4


@pytest.mark.parametrize("kind", ["move", "starts", "ends"])
def test_a_drag_that_comes_back_changes_nothing(meeting: CalendarRow, kind: DragKind) -> None:
    found = dragged(Grip(kind, at(9.5), row=meeting), at(9.5), None, STEP)
    assert found == Span(meeting.starts, meeting.ends)


def _row(starts: datetime, ends: datetime) -> CalendarRow:
    from tests.gui.calendar.events import event_row

    return CalendarRow(event_row(1, "Meeting", starts, ends), starts, ends)


def test_the_day_of_an_end_at_midnight_is_the_day_before() -> None:
    row = _row(at(20), at(24))
    assert (row.first_day, row.last_day, row.is_band) == (
        date(2026, 12, 6),
        date(2026, 12, 6),
        False,
    )
    assert _row(at(0), at(24)).is_band
