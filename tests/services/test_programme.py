"""Events: times that exist, moves that keep their length, references, who takes part."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from desk.model.choices import Role, Side, Status
from desk.model.errors import NotThere, UserError
from desk.model.rows.events import EventRow
from desk.model.rows.reschedule import MoveVisit
from desk.services import (
    delegation,
    follow_ups,
    history,
    participation,
    people,
    programme,
    venues,
    visits,
)
from desk.services.desk import Desk
from desk.services.reschedule import carry_out

BERLIN = "Europe/Berlin"


def at(day: int, hour: int, minute: int = 0, month: int = 12) -> datetime:
    return datetime(2026, month, day, hour, minute)


def read(desk: Desk, event_id: int) -> EventRow:
    row = programme.get_event(desk, event_id)
    assert row is not None
    return row


def meeting(desk: Desk, starts: datetime, ends: datetime | None = None, **values: object) -> int:
    return programme.create_event(
        desk,
        title=str(values.pop("title", "Rapat")),
        starts=starts,
        ends=ends or starts + timedelta(hours=1),
        **values,  # type: ignore[arg-type]
    )


def test_a_time_that_the_clock_skips_is_refused_beside_its_field(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        meeting(desk, at(29, 2, 30, 3), zone=BERLIN)
    assert refused.value.field == "starts"
    assert refused.value.message == (
        "On Sunday, 29 March 2026 the clock skips 02:30; choose another time."
    )
    with pytest.raises(UserError) as refused:
        meeting(desk, at(29, 1, 30, 3), at(29, 2, 30, 3), zone=BERLIN)
    assert refused.value.field == "ends"
    assert programme.events_between(desk, date(2026, 3, 1), date(2026, 3, 31)) == []


@pytest.mark.parametrize("way", ["edit", "move", "visit", "copy"])
def test_a_skipped_time_is_refused_on_every_way_of_writing(desk: Desk, way: str) -> None:
    visit = visits.create_visit(desk, title="Jerman", first_day=date(2026, 3, 28), zone=BERLIN)
    event = meeting(desk, at(28, 2, 30, 3), visit_id=visit)
    before = read(desk, event)
    assert before.zone == BERLIN
    skipped = at(29, 2, 30, 3)
    ways: dict[str, Callable[[], object]] = {
        "edit": lambda: programme.update_event(desk, event, {"starts": skipped}),
        "move": lambda: programme.move_event(desk, event, starts=skipped),
        "visit": lambda: carry_out(desk, MoveVisit(visit, days=1)),
        "copy": lambda: programme.duplicate_event(desk, event),
    }
    with pytest.raises(UserError, match="the clock skips 02:30"):
        ways[way]()
    assert read(desk, event) == before
    row = visits.get_visit(desk, visit)
    assert row is not None
    assert (row.first_day, row.events) == (date(2026, 3, 28), 1)


def test_an_hour_that_occurs_twice_is_told_apart(desk: Desk) -> None:
    first = meeting(desk, at(25, 2, 30, 10), at(25, 4, month=10), zone=BERLIN)
    second = meeting(desk, at(25, 2, 30, 10), at(25, 4, month=10), zone=BERLIN, starts_fold=1)
    assert read(desk, first).starts_at.hour == 0
    assert read(desk, second).starts_at.hour == 1
    # From half past two to half past two is an hour, when the clock is set back in between.
    turn = meeting(desk, at(25, 2, 30, 10), at(25, 2, 30, 10), zone=BERLIN, ends_fold=1)
    assert read(desk, turn).ends_at - read(desk, turn).starts_at == timedelta(hours=1)


def test_a_move_to_another_room_keeps_the_second_pass_of_the_hour(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Saal", zone=BERLIN)
    event = meeting(desk, at(25, 2, 30, 10), at(25, 4, month=10), zone=BERLIN, starts_fold=1)
    before = read(desk, event)
    programme.move_event(desk, event, starts=before.starts, venue_id=room)
    after = read(desk, event)
    assert (after.starts_at, after.ends_at) == (before.starts_at, before.ends_at)
    assert after.venue == "Saal"
    programme.move_event(desk, event, starts=at(26, 9, month=10))
    assert read(desk, event).starts_fold == 0


@pytest.mark.parametrize(
    ("starts", "ends", "words", "field"),
    [
        (at(6, 9), at(6, 9), "The end is not after the start.", "ends"),
        (at(6, 9), at(6, 8), "The end is not after the start.", "ends"),
        (at(6, 9), at(6, 9) + timedelta(days=31, minutes=1), "31 days at most", "ends"),
        (datetime(206, 12, 6, 9), datetime(206, 12, 6, 10), "Choose a year", "starts"),
        (at(6, 9), datetime.max, "Choose a year", "ends"),
        (datetime.min, at(6, 9), "Choose a year", "starts"),
    ],
)
def test_times_that_make_no_sense_are_refused(
    desk: Desk, starts: datetime, ends: datetime, words: str, field: str
) -> None:
    with pytest.raises(UserError, match=words) as refused:
        meeting(desk, starts, ends)
    assert refused.value.field == field


def test_an_event_may_last_31_days_and_cross_midnight(desk: Desk) -> None:
    long = meeting(desk, at(6, 9), at(6, 9) + timedelta(days=31))
    night = meeting(desk, at(6, 22), at(7, 1))
    days = {
        day: [row.id for row in programme.events_between(desk, day, day)]
        for day in (date(2026, 12, 6), date(2026, 12, 7), date(2026, 12, 8), date(2027, 1, 6))
    }
    assert list(days.values()) == [[long, night], [long, night], [long], [long]]
    assert programme.events_between(desk, date(2027, 1, 7), date(2027, 2, 7)) == []


def test_an_end_before_the_start_of_a_later_edit_is_refused(desk: Desk) -> None:
    event = meeting(desk, at(6, 9))
    with pytest.raises(UserError, match="not after the start"):
        programme.update_event(desk, event, {"starts": at(6, 11)})
    assert read(desk, event).starts == at(6, 9)


def test_an_unknown_zone_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="Asia/Astana is not a known time zone") as refused:
        meeting(desk, at(6, 9), zone="Asia/Astana")
    assert refused.value.field == "zone"


def test_an_event_needs_a_title(desk: Desk) -> None:
    with pytest.raises(UserError, match="needs a title"):
        meeting(desk, at(6, 9), title="  ")


def test_a_move_keeps_the_length_on_the_wall(desk: Desk) -> None:
    event = meeting(desk, at(6, 9), at(6, 11, 30))
    programme.move_event(desk, event, starts=at(7, 22))
    assert (read(desk, event).starts, read(desk, event).ends) == (at(7, 22), at(8, 0, 30))
    programme.move_event(desk, event, starts=at(7, 9), ends=at(7, 10))
    assert read(desk, event).ends == at(7, 10)


def test_a_visit_moved_over_a_change_of_the_clock_keeps_its_wall_times(desk: Desk) -> None:
    visit = visits.create_visit(
        desk, title="Jerman", first_day=date(2026, 3, 27), last_day=date(2026, 3, 28), zone=BERLIN
    )
    event = meeting(desk, at(27, 9, month=3), visit_id=visit)
    assert read(desk, event).starts_at.hour == 8
    carry_out(desk, MoveVisit(visit, days=3))
    moved = read(desk, event)
    assert (moved.starts, moved.starts_at.hour) == (at(30, 9, month=3), 7)
    row = visits.get_visit(desk, visit)
    assert row is not None
    assert (row.first_day, row.last_day) == (date(2026, 3, 30), date(2026, 3, 31))
    history.undo(desk)
    assert read(desk, event).starts_at.hour == 8


def test_the_calendar_opens_on_a_day_whose_midnight_is_skipped(desk: Desk) -> None:
    desk.zone = "Africa/Cairo"
    # Egypt's summer time begins at midnight on the last Friday of April.
    event = meeting(desk, at(24, 1, month=4))
    day = date(2026, 4, 24)
    assert [row.id for row in programme.events_between(desk, day, day)] == [event]


def test_references_are_of_the_visit_or_of_the_year(desk: Desk) -> None:
    visit = visits.create_visit(desk, title="Jepang", first_day=date(2026, 12, 6))
    of_visit = [meeting(desk, at(6, hour), visit_id=visit) for hour in (9, 10)]
    lone = [meeting(desk, at(6, 9)), meeting(desk, datetime(2027, 1, 4, 9))]
    assert [read(desk, event).reference for event in of_visit] == ["2026-001/1", "2026-001/2"]
    assert [read(desk, event).reference for event in lone] == ["2026/1", "2027/2"]
    for event in (*of_visit, *lone):
        assert programme.find_event(desk, read(desk, event).reference).id == event


def test_the_reference_of_a_lone_event_finds_it_after_a_move_to_another_year(desk: Desk) -> None:
    event = meeting(desk, at(31, 9))
    programme.move_event(desk, event, starts=datetime(2027, 1, 1, 9))
    assert read(desk, event).reference == "2027/1"
    assert programme.find_event(desk, "2027/1").id == event
    assert programme.find_event(desk, "2026/1").id == event


@pytest.mark.parametrize(
    "reference",
    ["", "2026-001", "2026-001/", "2026-001/9", "2027-001/1", "x", "2026/9", f"2026-001/{10**30}"],
)
def test_an_unknown_reference_is_said_in_words(desk: Desk, reference: str) -> None:
    visit = visits.create_visit(desk, title="Jepang", first_day=date(2026, 12, 6))
    meeting(desk, at(6, 9), visit_id=visit)
    with pytest.raises(NotThere, match="There is no event"):
        programme.find_event(desk, reference)


def test_nobody_takes_part_twice(desk: Desk) -> None:
    visit = visits.create_visit(desk, title="Jepang", first_day=date(2026, 12, 6))
    guest = people.create_person(desk, name="Kenji Tanaka")
    host = people.create_person(desk, name="M. Faisal")
    delegation.add_member(desk, visit, person_id=guest, role=Role.HEAD)
    event = meeting(desk, at(6, 9), visit_id=visit, hosts=[host, guest, host])
    rows = participation.list_participants(desk, event)
    assert [(row.name, row.side, row.role) for row in rows] == [
        ("M. Faisal", Side.HOST, Role.HEAD),
        ("Kenji Tanaka", Side.HOST, Role.MEMBER),
    ]


def test_a_copy_is_tentative_and_brings_its_people(desk: Desk) -> None:
    host = people.create_person(desk, name="M. Faisal")
    event = meeting(desk, at(6, 9), hosts=[host], status=Status.CONFIRMED)
    copy = read(desk, programme.duplicate_event(desk, event))
    first = read(desk, event)
    assert (copy.starts, copy.status, copy.hosts) == (at(7, 9), Status.TENTATIVE, ("M. Faisal",))
    assert copy.number == first.number + 1
    assert copy.uid != first.uid


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.POSTPONED])
def test_calling_off_needs_a_reason(desk: Desk, status: Status) -> None:
    event = meeting(desk, at(6, 9))
    with pytest.raises(UserError, match="Say why") as refused:
        programme.set_event_status(desk, event, status, reason="  ")
    assert refused.value.field == "reason"
    programme.set_event_status(desk, event, status, reason=" Hujan ")
    assert (read(desk, event).status, read(desk, event).status_reason) == (status, "Hujan")


def test_a_layout_of_another_venue_is_let_go(desk: Desk) -> None:
    one, two = (venues.create_venue(desk, name=name) for name in ("Tepian I", "Tepian II"))
    layout = venues.add_layout(desk, one, name="U", seats=20)
    event = meeting(desk, at(6, 9), venue_id=one, layout_id=layout)
    assert read(desk, event).layout == "U"
    programme.move_event(desk, event, starts=at(6, 9), venue_id=two)
    assert (read(desk, event).venue, read(desk, event).layout_id) == ("Tepian II", None)
    with pytest.raises(UserError, match="not there any more"):
        programme.update_event(desk, event, {"venue_id": 999})


def test_a_deleted_event_leaves_its_follow_ups_and_comes_back_whole(desk: Desk) -> None:
    host = people.create_person(desk, name="M. Faisal")
    event = meeting(desk, at(6, 9), hosts=[host])
    promise = follow_ups.create_follow_up(desk, title="Kirim data", event_id=event)
    before = read(desk, event)
    programme.delete_event(desk, event)
    kept = follow_ups.get_follow_up(desk, promise)
    assert kept is not None
    assert (programme.get_event(desk, event), kept.event_id) == (None, None)
    [row] = history.trash(desk)
    history.undo_step(desk, row.step_id)
    kept = follow_ups.get_follow_up(desk, promise)
    assert kept is not None
    assert (read(desk, event), kept.event_id) == (before, event)


def test_what_is_gone_cannot_be_changed(desk: Desk) -> None:
    event = meeting(desk, at(6, 9))
    programme.delete_event(desk, event)
    with pytest.raises(NotThere, match="somebody deleted it meanwhile"):
        programme.move_event(desk, event, starts=at(7, 9))


def test_what_comes_next_leaves_out_what_was_called_off(desk: Desk) -> None:
    past = meeting(desk, at(3, 8))
    off = meeting(desk, at(4, 9))
    programme.set_event_status(desk, off, Status.CANCELLED, reason="Hujan")
    coming = meeting(desk, at(5, 9))
    assert [row.id for row in programme.next_events(desk)] == [coming]
    assert [row.id for row in programme.events_between(desk, date(2026, 12, 3), date(2026, 12, 5))]
    assert read(desk, past).status is Status.TENTATIVE


def test_a_persons_events_come_latest_first(desk: Desk) -> None:
    host = people.create_person(desk, name="M. Faisal")
    first = meeting(desk, at(6, 9), hosts=[host])
    second = meeting(desk, at(7, 9), hosts=[host])
    meeting(desk, at(8, 9))
    assert [row.id for row in programme.events_of_person(desk, host)] == [second, first]
