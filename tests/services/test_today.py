"""What the first page shows: nothing, one thing, the night, what is late."""

from datetime import UTC, date, datetime, timedelta

from desk.model.choices import FollowUpStatus, Status
from desk.services import checks, follow_ups, history, programme, status, venues, visits
from desk.services.day_marks import day_marks
from desk.services.desk import Desk
from desk.services.today import today
from tests.fixtures.desks import SUNDAY, StandingClock

DAY = date(2026, 12, 3)


def event(desk: Desk, starts: datetime, hours: int = 1, **values: object) -> int:
    return programme.create_event(
        desk,
        title=str(values.pop("title", "Rapat")),
        starts=starts,
        ends=starts + timedelta(hours=hours),
        **values,  # type: ignore[arg-type]
    )


def test_a_day_with_nothing(desk: Desk) -> None:
    row = today(desk)
    assert (row.day, row.now, row.zone) == (DAY, datetime(2026, 12, 3, 10, 24), "Asia/Makassar")
    assert (row.events, row.upcoming, row.visits, row.findings) == ((), (), (), ())
    assert (row.overdue, row.due_soon) == ((), ())
    counts = status.desk_status(desk)
    assert (counts.clashes, counts.overdue, counts.due, counts.saved_at) == (0, 0, 0, None)
    assert status.is_unused(desk)


def test_what_is_on_now_is_of_today_and_what_comes_next_is_not(desk: Desk) -> None:
    now = event(desk, datetime(2026, 12, 3, 10))
    later = event(desk, datetime(2026, 12, 3, 14))
    tomorrow = event(desk, datetime(2026, 12, 4, 9))
    row = today(desk)
    assert [each.id for each in row.events] == [now, later]
    assert [each.id for each in row.upcoming] == [later, tomorrow]
    assert not status.is_unused(desk)


def test_a_night_belongs_to_both_its_days(desk: Desk, clock: StandingClock) -> None:
    night = event(desk, datetime(2026, 12, 3, 22), hours=4)
    assert [each.id for each in today(desk).events] == [night]
    clock.now = datetime(2026, 12, 3, 17, tzinfo=UTC)
    row = today(desk)
    assert (row.day, row.now) == (date(2026, 12, 4), datetime(2026, 12, 4, 1))
    assert [each.id for each in row.events] == [night]
    assert row.upcoming == ()
    assert set(day_marks(desk, DAY, date(2026, 12, 9))) == {DAY, date(2026, 12, 4)}


def test_an_event_that_ends_at_midnight_is_not_of_the_next_day(
    desk: Desk, clock: StandingClock
) -> None:
    event(desk, datetime(2026, 12, 3, 20), hours=4)
    assert set(day_marks(desk, DAY, date(2026, 12, 9))) == {DAY}
    clock.now = datetime(2026, 12, 4, 2, tzinfo=UTC)
    assert today(desk).events == ()


def test_days_are_those_of_the_office_also_where_midnight_is_skipped(desk: Desk) -> None:
    event(desk, datetime(2026, 4, 24, 9), zone="Africa/Cairo")
    desk.zone = "Africa/Cairo"
    day = date(2026, 4, 24)
    assert set(day_marks(desk, day, day)) == {day}


def test_an_evening_in_another_zone_is_the_next_day_at_the_office(desk: Desk) -> None:
    event(desk, datetime(2026, 12, 5, 23), zone="Asia/Almaty")
    assert set(day_marks(desk, DAY, date(2026, 12, 9))) == {date(2026, 12, 6)}
    assert len(programme.events_between(desk, date(2026, 12, 6), date(2026, 12, 6))) == 1


def test_visits_at_hand_are_the_next_two_that_take_place(desk: Desk) -> None:
    for title, first, state in (
        ("off", DAY, Status.CANCELLED),
        ("now", DAY - timedelta(days=1), Status.CONFIRMED),
        ("next", DAY + timedelta(days=4), Status.TENTATIVE),
        ("later", DAY + timedelta(days=9), Status.TENTATIVE),
    ):
        visits.create_visit(
            desk, title=title, first_day=first, last_day=first + timedelta(days=2), status=state
        )
    rows = today(desk).visits
    assert [(row.visit.title, row.days_left) for row in rows] == [("now", 0), ("next", 4)]


def test_many_visits_that_were_called_off_hide_none(desk: Desk) -> None:
    for number in range(8):
        visits.create_visit(
            desk, title=f"off {number}", first_day=DAY, last_day=SUNDAY, status=Status.CANCELLED
        )
    visits.create_visit(desk, title="on", first_day=SUNDAY)
    assert [row.visit.title for row in today(desk).visits] == ["on"]


def test_promises_that_are_late_and_those_that_are_due(desk: Desk) -> None:
    for title, due in (
        ("late", DAY - timedelta(days=3)),
        ("today", DAY),
        ("soon", DAY + timedelta(days=14)),
        ("far", DAY + timedelta(days=15)),
        ("someday", None),
    ):
        follow_ups.create_follow_up(desk, title=title, due_on=due)
    done = follow_ups.create_follow_up(desk, title="done", due_on=DAY - timedelta(days=9))
    follow_ups.set_follow_up_status(desk, done, FollowUpStatus.DONE)
    row = today(desk)
    assert [(each.title, each.overdue_days) for each in row.overdue] == [("late", 3)]
    assert [each.title for each in row.due_soon] == ["today", "soon"]
    counts = status.desk_status(desk)
    assert (counts.overdue, counts.due) == (1, 2)


def test_a_late_promise_is_never_buried_under_many_others(desk: Desk) -> None:
    with desk.work("Many"):
        for number in range(1001):
            follow_ups.create_follow_up(desk, title=f"someday {number}")
        follow_ups.create_follow_up(desk, title="late", due_on=DAY - timedelta(days=1))
    assert [row.title for row in today(desk).overdue] == ["late"]


def test_clashes_of_the_coming_weeks_until_somebody_accepts_them(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Tepian I")
    first, second = (
        event(desk, datetime(2026, 12, 9, 9), venue_id=room, title=title) for title in ("A", "B")
    )
    [finding] = today(desk).findings
    assert finding.code == "room_clash"
    assert status.desk_status(desk).clashes == 1
    checks.accept_clash(desk, first, second, "room_clash", reason="Dinding lipat")
    assert today(desk).findings == ()
    assert status.desk_status(desk).clashes == 0


def test_the_status_tells_when_something_was_saved_last(
    desk: Desk, sample: int, clock: StandingClock
) -> None:
    assert status.desk_status(desk).saved_at == desk.now()
    assert status.desk_status(desk).guest_zone == "Asia/Almaty"
    clock.pass_by(timedelta(minutes=5))
    history.undo(desk)
    assert status.desk_status(desk).saved_at == desk.now()
