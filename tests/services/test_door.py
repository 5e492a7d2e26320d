"""The door of an event: who comes in, when, and who was not expected."""

from datetime import date, datetime, timedelta

import pytest

from desk.model.choices import Answer, Side
from desk.model.errors import UserError
from desk.model.rows.door import DoorCount
from desk.model.tables import Participation
from desk.services import delegation, door, history, participation, people, programme, visits
from desk.services.attendance_lists import AttendanceChoices, attendance_draft
from desk.services.desk import Desk


def event(desk: Desk) -> int:
    starts = datetime(2026, 12, 7, 9)
    return programme.create_event(
        desk, title="Rapat", starts=starts, ends=starts + timedelta(hours=1)
    )


def guest(desk: Desk, event_id: int, name: str) -> int:
    person_id = people.create_person(desk, name=name)
    return participation.add_participant(desk, event_id, person_id=person_id, side=Side.GUEST)


def test_who_comes_in_has_the_time_and_keeps_it_when_they_come_again(desk: Desk) -> None:
    meeting = event(desk)
    kenji = guest(desk, meeting, "Kenji")
    assert door.check_in(desk, kenji)
    [row] = door.door_list(desk, meeting)
    assert row.attended is True
    assert row.arrived == desk.wall_now()
    assert not door.check_in(desk, kenji)
    assert door.door_list(desk, meeting) == [row]


def test_a_check_in_is_one_undo(desk: Desk) -> None:
    meeting = event(desk)
    door.check_in(desk, guest(desk, meeting, "Kenji"))
    history.undo(desk)
    [row] = door.door_list(desk, meeting)
    assert (row.attended, row.arrived, row.came) == (None, None, 0)


def test_names_are_found_by_the_beginning_of_any_word_in_any_script(desk: Desk) -> None:
    meeting = event(desk)
    for name in ("Қайса Маңқараев", "Lisa Hasliana"):
        guest(desk, meeting, name)
    rows = door.door_list(desk, meeting)
    assert [row.name for row in door.matching(rows, "kajsa man")] == ["Қайса Маңқараев"]
    assert [row.name for row in door.matching(rows, "hasl")] == ["Lisa Hasliana"]
    assert door.matching(rows, "sliana") == []
    assert door.matching(rows, "") == rows


def test_a_walk_in_counts_as_come_but_not_as_expected(desk: Desk) -> None:
    meeting = event(desk)
    refused = guest(desk, meeting, "Lisa")
    participation.set_answer(desk, refused, Answer.DECLINED)
    guest(desk, meeting, "Kenji")
    heni = people.create_person(desk, name="Heni")
    walked_in = door.walk_in(desk, meeting, heni)
    counts = door.count_sides(door.door_list(desk, meeting))
    assert counts[Side.GUEST] == DoorCount(expected=1, came=1, walked_in=1)
    with pytest.raises(UserError):
        door.walk_in(desk, meeting, heni)
    door.not_here(desk, walked_in)
    assert [row.name for row in door.door_list(desk, meeting)] == ["Lisa", "Kenji"]


def test_who_is_not_here_after_all_has_no_time(desk: Desk) -> None:
    meeting = event(desk)
    kenji = guest(desk, meeting, "Kenji")
    door.check_in(desk, kenji)
    door.not_here(desk, kenji)
    [row] = door.door_list(desk, meeting)
    assert (row.attended, row.arrived, row.came, row.expected) == (False, None, 0, 1)


def test_numbers_of_the_paper_are_noted_in_one_step_without_a_time(desk: Desk) -> None:
    meeting = event(desk)
    for name in ("Kenji", "Lisa", "Heni"):
        guest(desk, meeting, name)
    numbers = door.paper_numbers(desk, meeting)
    assert sorted(numbers) == [1, 2, 3]
    door.check_in(desk, numbers[1])
    arrived = {row.id: row.arrived for row in door.door_list(desk, meeting)}[numbers[1]]
    assert door.mark_came(desk, [numbers[1], numbers[3]]) == 1
    rows = {row.id: row for row in door.door_list(desk, meeting)}
    assert [rows[numbers[n]].came for n in (1, 2, 3)] == [1, 0, 1]
    assert rows[numbers[1]].arrived == arrived
    assert rows[numbers[3]].arrived is None
    history.undo(desk)
    assert [row.came for row in door.door_list(desk, meeting)].count(1) == 1


def test_who_declined_has_no_number_as_they_are_not_on_the_paper(desk: Desk) -> None:
    meeting = event(desk)
    refused, kenji = guest(desk, meeting, "Lisa"), guest(desk, meeting, "Kenji")
    participation.set_answer(desk, refused, Answer.DECLINED)
    assert door.paper_numbers(desk, meeting) == {1: kenji}


def test_walk_ins_stand_last_on_the_paper_and_change_no_number(desk: Desk) -> None:
    meeting = event(desk)
    kenji = guest(desk, meeting, "Kenji")
    host = people.create_person(desk, name="Faisal")
    participation.set_hosts(desk, meeting, [host])
    before = door.paper_numbers(desk, meeting)
    assert before[1] == kenji
    heni = door.walk_in(desk, meeting, people.create_person(desk, name="Heni"))
    assert door.paper_numbers(desk, meeting) == {**before, 3: heni}
    draft = attendance_draft(desk, meeting, AttendanceChoices("en", blank_rows=1))
    blocks = [(block["title"], len(block["rows"])) for block in draft.data["blocks"]]
    assert [count for _title, count in blocks] == [1, 1, 1, 1]
    assert "Also present" in str(blocks[2][0])
    assert blocks[3][0] == ""


def test_a_group_noted_whole_from_the_paper_is_counted_on_from_its_size(desk: Desk) -> None:
    visit = visits.create_visit(desk, title="Jepang", first_day=date(2026, 12, 6))
    member = delegation.add_group(desk, visit, name="Pengusaha", headcount=5)
    meeting = event(desk)
    with desk.work("Group") as session:
        row = session.keep(Participation(event_id=meeting, member_id=member)).id
    door.mark_came(desk, [row])
    assert [one.came for one in door.door_list(desk, meeting)] == [5]
    assert door.count_group(desk, row, -1) == 4
    assert door.count_group(desk, row, 1) == 5


def test_who_was_ticked_off_elsewhere_comes_in_with_the_new_time(desk: Desk) -> None:
    meeting = event(desk)
    kenji = guest(desk, meeting, "Kenji")
    door.check_in(desk, kenji)
    participation.set_attended(desk, kenji, None)
    [row] = door.door_list(desk, meeting)
    assert (row.attended, row.arrived) == (None, None)
    assert door.check_in(desk, kenji)
