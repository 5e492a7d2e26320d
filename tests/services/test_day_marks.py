"""What the days of a month have."""

from datetime import date, datetime, timedelta

from desk.model.choices import Status
from desk.model.rows.overview import DayMark
from desk.services import checks, history, programme, venues, visits
from desk.services.day_marks import day_marks
from desk.services.desk import Desk
from tests.counting import counted_statements

FIRST, LAST = date(2026, 11, 30), date(2027, 1, 10)
DAY = date(2026, 12, 9)


def meet(desk: Desk, title: str, starts: datetime, hours: int = 1, **given: object) -> int:
    return programme.create_event(
        desk,
        title=title,
        starts=starts,
        ends=starts + timedelta(hours=hours),
        **given,  # type: ignore[arg-type]
    )


def test_a_month_without_anything_has_no_marks(desk: Desk) -> None:
    assert day_marks(desk, FIRST, LAST) == {}


def test_days_count_their_events_and_visits(desk: Desk) -> None:
    visits.create_visit(desk, title="Japan", first_day=DAY, last_day=date(2026, 12, 10))
    meet(desk, "A", datetime(2026, 12, 9, 9))
    meet(desk, "B", datetime(2026, 12, 9, 13))
    assert day_marks(desk, FIRST, LAST) == {
        DAY: DayMark(events=2, visits=1),
        date(2026, 12, 10): DayMark(visits=1),
    }


def test_an_event_marks_each_day_it_touches_and_none_after_midnight(desk: Desk) -> None:
    meet(desk, "Night", datetime(2026, 12, 9, 22), 4)
    meet(desk, "Evening", datetime(2026, 12, 11, 20), 4)
    assert {day: mark.events for day, mark in day_marks(desk, FIRST, LAST).items()} == {
        DAY: 1,
        date(2026, 12, 10): 1,
        date(2026, 12, 11): 1,
    }


def test_what_reaches_over_the_edges_marks_the_days_within(desk: Desk) -> None:
    visits.create_visit(
        desk, title="Long", first_day=date(2026, 11, 20), last_day=date(2026, 12, 1)
    )
    assert list(day_marks(desk, FIRST, LAST)) == [date(2026, 11, 30), date(2026, 12, 1)]


def test_what_is_called_off_marks_nothing(desk: Desk) -> None:
    event = meet(desk, "A", datetime(2026, 12, 9, 9))
    visit = visits.create_visit(desk, title="Japan", first_day=DAY)
    programme.set_event_status(desk, event, Status.CANCELLED, reason="No plane")
    visits.set_visit_status(desk, visit, Status.POSTPONED, reason="No plane")
    assert day_marks(desk, FIRST, LAST) == {}
    history.undo(desk)
    assert day_marks(desk, FIRST, LAST) == {DAY: DayMark(visits=1)}


def test_both_sides_of_a_clash_are_counted_until_it_is_accepted(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Ruang Pandurata")
    first = meet(desk, "A", datetime(2026, 12, 9, 9), 2, venue_id=room)
    second = meet(desk, "B", datetime(2026, 12, 9, 10), 2, venue_id=room)
    assert day_marks(desk, FIRST, LAST) == {DAY: DayMark(events=2, clashes=2)}
    checks.accept_clash(desk, second, first, "room_clash", reason="One opens, one closes")
    assert day_marks(desk, FIRST, LAST) == {DAY: DayMark(events=2)}


def test_statements_do_not_follow_the_number_of_events(desk: Desk) -> None:
    def counted() -> int:
        with counted_statements() as statements:
            day_marks(desk, FIRST, LAST)
        return len(statements)

    meet(desk, "A", datetime(2026, 12, 9, 9))
    few = counted()
    for number in range(12):
        meet(desk, f"More {number}", datetime(2026, 12, 10 + number, 9))
        visits.create_visit(desk, title=f"V {number}", first_day=DAY)
    assert counted() == few
