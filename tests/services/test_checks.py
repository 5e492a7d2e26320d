"""Clashes are found on every way of writing, told in words, and can be mended."""

from datetime import date, datetime, timedelta

import pytest

from desk.model.choices import Answer, Role, Severity, Side, Status
from desk.model.errors import UserError
from desk.services import checks, history, participation, people, programme, venues, visits
from desk.services.desk import Desk
from tests.fixtures.events import confirmed_event

DAY = date(2026, 12, 8)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute)


@pytest.fixture
def room(desk: Desk) -> int:
    venue = venues.create_venue(desk, name="Ruang Pandurata", city="Samarinda")
    venues.add_layout(desk, venue, name="U", seats=48, set_up_minutes=60, clear_down_minutes=30)
    return venue


def meeting(desk: Desk, room: int | None, starts: datetime, **values: object) -> int:
    given = {"ends": starts + timedelta(hours=1), **values}
    return confirmed_event(desk, starts=starts, venue_id=room, **given)  # type: ignore[arg-type]


def codes(desk: Desk, event_id: int) -> list[str]:
    return [row.code for row in checks.findings_of_event(desk, event_id)]


def test_two_confirmed_events_in_one_room_are_an_error(desk: Desk, room: int) -> None:
    meeting(desk, room, at(9), title="Business Meeting", ends=at(11, 30))
    rehearsal = meeting(desk, room, at(11), title="Latihan paduan suara")
    [finding] = checks.findings_of_event(desk, rehearsal)
    assert finding.code == "room_clash"
    assert finding.severity is Severity.ERROR
    assert finding.field == "venue_id"
    assert finding.title == "Ruang Pandurata, Tue 8 Dec 2026 11:00–11:30 WITA"
    assert "overlap by 30 minutes" in finding.why
    assert [(mend.starts, mend.ends) for mend in finding.mends] == [
        (at(11, 30), None),
        (at(11, 30), at(12)),
    ]


def test_a_tentative_event_only_warns(desk: Desk, room: int) -> None:
    first = meeting(desk, room, at(9))
    programme.set_event_status(desk, first, Status.TENTATIVE)
    second = meeting(desk, room, at(9, 30))
    assert [row.severity for row in checks.findings_of_event(desk, second)] == [Severity.WARNING]


def test_events_that_only_touch_do_not_clash(desk: Desk, room: int) -> None:
    meeting(desk, room, at(9), ends=at(10))
    assert codes(desk, meeting(desk, room, at(10))) == []


def test_set_up_and_clear_down_keep_the_room(desk: Desk, room: int) -> None:
    [layout] = venues.list_venues(desk)[0].layouts
    meeting(desk, room, at(9), ends=at(10), layout_id=layout.id)
    after = meeting(desk, room, at(10, 15))
    [finding] = checks.findings_of_event(desk, after)
    assert "set-up and clear-down lack 15 minutes" in finding.why


def test_a_person_cannot_be_in_two_places(desk: Desk, room: int) -> None:
    person = people.create_person(desk, name="M. Faisal")
    meeting(desk, room, at(9), hosts=[person])
    other = meeting(desk, None, at(9, 30), hosts=[person], place="Lapangan")
    [finding] = checks.findings_of_event(desk, other)
    assert finding.code == "person_clash"
    assert finding.field == "people"
    assert finding.title.startswith("M. Faisal, ")


def test_who_is_represented_need_not_be_there_but_the_stand_in_must(desk: Desk) -> None:
    faisal = people.create_person(desk, name="M. Faisal")
    lisa = people.create_person(desk, name="Lisa Hasliana")
    first = meeting(desk, None, at(9), place="A")
    meeting(desk, None, at(9), place="B", hosts=[faisal])
    third = meeting(desk, None, at(9), place="C", hosts=[lisa])
    row = participation.add_participant(desk, first, person_id=faisal, side=Side.HOST)
    assert codes(desk, first) == ["person_clash"]
    participation.set_answer(desk, row, Answer.REPRESENTED, represented_by=lisa)
    [finding] = checks.findings_of_event(desk, first)
    assert finding.other_event_id == third
    assert finding.title.startswith("Lisa Hasliana, ")


@pytest.mark.parametrize("way", ["create", "edit", "move", "undo", "bring back"])
def test_a_clash_is_found_however_it_was_written(desk: Desk, room: int, way: str) -> None:
    meeting(desk, room, at(9))
    if way == "create":
        event = meeting(desk, room, at(9, 30))
    else:
        event = meeting(desk, room, at(14))
        assert codes(desk, event) == []
    if way == "edit":
        programme.update_event(desk, event, {"starts": at(9, 30), "ends": at(10, 30)})
    if way == "move":
        programme.move_event(desk, event, starts=at(9, 30))
    if way == "undo":
        programme.move_event(desk, event, starts=at(9, 30))
        programme.move_event(desk, event, starts=at(15))
        assert codes(desk, event) == []
        history.undo(desk)
    if way == "bring back":
        programme.set_event_status(desk, event, Status.CANCELLED, reason="Hujan")
        programme.move_event(desk, event, starts=at(9, 30))
        assert codes(desk, event) == []
        programme.set_event_status(desk, event, Status.TENTATIVE)
    assert codes(desk, event) == ["room_clash"]
    drafted = checks.findings_of_draft(
        desk, starts=at(9, 30), ends=at(10), zone="Asia/Makassar", venue_id=room
    )
    assert {row.code for row in drafted} == {"room_clash"}


def test_a_mend_mends(desk: Desk, room: int) -> None:
    other = venues.create_venue(desk, name="Tepian I", city="Samarinda")
    venues.add_layout(desk, other, name="Rapat", seats=40)
    meeting(desk, room, at(9), ends=at(11))
    event = meeting(desk, room, at(10))
    [finding] = checks.findings_of_event(desk, event)
    [move, change_room] = finding.mends
    assert move.text == "Move to 11:00–12:00 WITA"
    assert change_room.text == "To Tepian I, 40 seats"
    assert move.starts == at(11)
    programme.update_event(desk, event, {"venue_id": change_room.venue_id})
    assert codes(desk, event) == []


def test_an_accepted_clash_is_a_note_with_its_reason(desk: Desk, room: int) -> None:
    first = meeting(desk, room, at(9))
    event = meeting(desk, room, at(9))
    with pytest.raises(UserError):
        checks.accept_clash(desk, event, first, "room_clash", reason="  ")
    checks.accept_clash(desk, event, first, "room_clash", reason="Dinding lipat dipasang")
    [finding] = checks.findings_of_event(desk, event)
    assert (finding.severity, finding.accepted) == (Severity.NOTE, "Dinding lipat dipasang")
    assert finding.mends == ()


def test_a_shared_venue_is_never_taken(desk: Desk) -> None:
    yard = venues.create_venue(desk, name="Halaman", shared=True)
    meeting(desk, yard, at(9))
    assert codes(desk, meeting(desk, yard, at(9))) == []


def test_events_over_midnight_clash_on_the_next_day(desk: Desk, room: int) -> None:
    meeting(desk, room, at(22), ends=at(2, day=DAY + timedelta(days=1)))
    event = meeting(desk, room, at(1, day=DAY + timedelta(days=1)))
    assert codes(desk, event) == ["room_clash"]


def test_an_event_of_several_days_is_found_on_its_last(desk: Desk, room: int) -> None:
    meeting(desk, room, at(8), ends=at(17, day=DAY + timedelta(days=9)))
    event = meeting(desk, room, at(9, day=DAY + timedelta(days=9)))
    assert codes(desk, event) == ["room_clash"]


def test_times_in_other_zones_are_compared_as_moments(desk: Desk, room: int) -> None:
    meeting(desk, room, at(9), ends=at(10))
    # 06.30 in Astana (UTC+5) is 09.30 at the office (UTC+8).
    event = meeting(desk, room, at(6, 30), zone="Asia/Almaty")
    assert codes(desk, event) == ["room_clash"]


def test_a_visit_lists_what_it_lacks(desk: Desk) -> None:
    visit = visits.create_visit(desk, title="Jepang", first_day=DAY)
    assert [row.code for row in checks.findings(desk, visit_id=visit)] == ["no_delegation"]
    person = people.create_person(desk, name="Kenji Tanaka")
    from desk.services import delegation

    delegation.add_member(desk, visit, person_id=person)
    programme.create_event(desk, title="Audiensi", visit_id=visit, starts=at(9), ends=at(10))
    found = checks.findings(desk, visit_id=visit)
    assert {row.code for row in found} == {"no_head", "no_mailbox", "no_place"}
    delegation.update_member(desk, delegation.list_members(desk, visit)[0].id, {"role": Role.HEAD})
    people.update_person(desk, person, {"email": "protocol@embassy.example"})
    assert {row.code for row in checks.findings(desk, visit_id=visit)} == {"no_place"}
