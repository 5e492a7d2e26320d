from datetime import date, timedelta

from desk.locale import use_language
from desk.model.choices import FollowUpStatus, Status
from desk.services import follow_ups, programme, visits
from desk.services.desk import Desk
from desk.services.status import desk_status, is_unused
from tests.fixtures.events import confirmed_event

TODAY = date(2026, 12, 3)


def test_a_new_desk_is_unused_and_counts_nothing(desk: Desk) -> None:
    assert is_unused(desk)
    status = desk_status(desk)
    assert (status.clashes, status.overdue, status.due, status.guest_zone) == (0, 0, 0, "")
    assert status.saved_at is None
    assert status.place == desk.store.place
    assert status.shared is desk.store.is_shared


def test_promises_are_counted_by_their_day(desk: Desk) -> None:
    for days in (-5, -1, 0, 1):
        follow_ups.create_follow_up(desk, title="Send", due_on=TODAY + timedelta(days=days))
    follow_ups.create_follow_up(desk, title="Some day")
    done = follow_ups.create_follow_up(desk, title="Sent", due_on=TODAY - timedelta(days=9))
    follow_ups.set_follow_up_status(desk, done, FollowUpStatus.DONE)
    status = desk_status(desk)
    assert (status.overdue, status.due) == (2, 3)
    assert status.saved_at == desk.now()


def test_the_guests_clock_is_that_of_the_next_visit(desk: Desk, sample: int) -> None:
    assert desk_status(desk).guest_zone == "Asia/Almaty"
    visits.set_visit_status(desk, sample, Status.CANCELLED, reason="Fog")
    assert desk_status(desk).guest_zone == ""


def test_clashes_are_counted_until_somebody_accepts_them(desk: Desk, sample: int) -> None:
    use_language("en")
    meeting = next(
        event
        for event in programme.events_of_visit(desk, sample)
        if event.title == "Business Meeting"
    )
    confirmed_event(
        desk,
        title="Choir",
        starts=meeting.starts,
        ends=meeting.ends,
        venue_id=meeting.venue_id,
    )
    assert desk_status(desk).clashes == 1


def test_a_desk_with_a_visit_is_in_use(desk: Desk, sample: int) -> None:
    assert not is_unused(desk)
