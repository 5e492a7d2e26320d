"""Who takes part in an event, what they answered, who came."""

from datetime import date, datetime, timedelta

import pytest

from desk.model.choices import Answer, Role, Side
from desk.model.errors import ChangedElsewhere, NotThere, UserError
from desk.model.rows.events import ParticipantRow
from desk.services import checks, delegation, participation, people, programme, venues, visits
from desk.services.desk import Desk
from tests.fixtures.desks import SUNDAY


def person(desk: Desk, name: str) -> int:
    return people.create_person(desk, name=name)


def event(desk: Desk, **values: object) -> int:
    starts = datetime(2026, 12, 7, 9)
    return programme.create_event(
        desk,
        title="Rapat",
        starts=starts,
        ends=starts + timedelta(hours=1),
        **values,  # type: ignore[arg-type]
    )


def rows(desk: Desk, event_id: int) -> list[tuple[str, Side, Role]]:
    listed = participation.list_participants(desk, event_id)
    return [(row.name, row.side, row.role) for row in listed]


def only(desk: Desk, event_id: int) -> ParticipantRow:
    [row] = participation.list_participants(desk, event_id)
    return row


def test_the_first_host_leads_and_others_are_let_go(desk: Desk) -> None:
    faisal, lisa, heni = (person(desk, name) for name in ("Faisal", "Lisa", "Heni"))
    meeting = event(desk, hosts=[faisal, lisa])
    participation.set_hosts(desk, meeting, [heni, faisal, heni])
    assert rows(desk, meeting) == [
        ("Heni", Side.HOST, Role.HEAD),
        ("Faisal", Side.HOST, Role.MEMBER),
    ]
    participation.set_hosts(desk, meeting, [])
    assert rows(desk, meeting) == []


def test_a_guest_who_hosts_stands_there_once_and_is_a_guest_again_afterwards(desk: Desk) -> None:
    visit = visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    kenji = person(desk, "Kenji")
    delegation.add_member(desk, visit, person_id=kenji, role=Role.HEAD)
    dinner = event(desk, visit_id=visit)
    participation.set_hosts(desk, dinner, [kenji])
    assert rows(desk, dinner) == [("Kenji", Side.HOST, Role.HEAD)]
    participation.set_hosts(desk, dinner, [])
    assert rows(desk, dinner) == [("Kenji", Side.GUEST, Role.HEAD)]


def test_nobody_takes_part_twice(desk: Desk) -> None:
    faisal = person(desk, "M. Faisal")
    meeting = event(desk, hosts=[faisal])
    with pytest.raises(UserError, match=r"M\. Faisal takes part already") as refused:
        participation.add_participant(desk, meeting, person_id=faisal, side=Side.GUEST)
    assert refused.value.field == "person_id"


def test_lines_of_the_delegation_are_added_once(desk: Desk) -> None:
    visit = visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    kenji = delegation.add_member(desk, visit, person_id=person(desk, "Kenji"), role=Role.HEAD)
    group = delegation.add_group(desk, visit, name="Pengusaha", headcount=5)
    host = delegation.add_member(
        desk, visit, person_id=person(desk, "Heni"), side=Side.HOST, role=Role.HEAD
    )
    meeting = event(desk, visit_id=visit, with_delegation=False, hosts=[person(desk, "M. Faisal")])
    assert participation.add_members(desk, meeting, [kenji, group, host, kenji]) == 3
    assert participation.add_members(desk, meeting, [group, host]) == 0
    # Who leads the event is its own matter.
    assert rows(desk, meeting) == [
        ("Kenji", Side.GUEST, Role.HEAD),
        ("Pengusaha", Side.GUEST, Role.UNOFFICIAL),
        ("M. Faisal", Side.HOST, Role.HEAD),
        ("Heni", Side.HOST, Role.MEMBER),
    ]


def test_who_is_represented_names_who_comes_instead(desk: Desk) -> None:
    faisal, lisa = person(desk, "M. Faisal"), person(desk, "Lisa Hasliana")
    meeting = event(desk, hosts=[faisal])
    row = only(desk, meeting)
    with pytest.raises(UserError, match="Say who comes instead") as refused:
        participation.set_answer(desk, row.id, Answer.REPRESENTED)
    assert refused.value.field == "represented_by"
    with pytest.raises(UserError, match="instead of themselves"):
        participation.set_answer(desk, row.id, Answer.REPRESENTED, represented_by=faisal)
    with pytest.raises(ChangedElsewhere, match="not there any more"):
        participation.set_answer(desk, row.id, Answer.REPRESENTED, represented_by=999)
    participation.set_answer(desk, row.id, Answer.REPRESENTED, represented_by=lisa)
    assert only(desk, meeting).represented_by == "Lisa Hasliana"
    participation.set_answer(desk, row.id, Answer.ACCEPTED, represented_by=lisa)
    assert (only(desk, meeting).answer, only(desk, meeting).represented_by_id) == (
        Answer.ACCEPTED,
        None,
    )


def test_who_came_is_noted_and_taken_back(desk: Desk) -> None:
    meeting = event(desk, hosts=[person(desk, "M. Faisal")])
    row = only(desk, meeting)
    assert row.attended is None
    for came in (True, False, None):
        participation.set_attended(desk, row.id, came)
        assert only(desk, meeting).attended is came
    with pytest.raises(UserError, match="Fewer than nobody"):
        participation.set_attended(desk, row.id, True, count=-1)


def test_who_does_not_come_needs_no_chair(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Tepian I")
    layout = venues.add_layout(desk, room, name="U", seats=1)
    meeting = event(
        desk,
        venue_id=room,
        layout_id=layout,
        hosts=[person(desk, "M. Faisal"), person(desk, "Lisa")],
    )
    assert [row.code for row in checks.findings_of_event(desk, meeting)] == ["too_few_seats"]
    [first, _second] = participation.list_participants(desk, meeting)
    participation.set_answer(desk, first.id, Answer.DECLINED)
    assert checks.findings_of_event(desk, meeting) == []


def test_the_office_is_that_of_the_events_day(desk: Desk) -> None:
    faisal = people.create_person(
        desk, name="M. Faisal", title="Sekretaris", office_starts_on=date(2020, 1, 1)
    )
    people.add_office(desk, faisal, title="Kepala Dinas", starts_on=date(2026, 12, 8))
    meeting = event(desk, hosts=[faisal])
    assert only(desk, meeting).office == "Sekretaris"
    programme.move_event(desk, meeting, starts=datetime(2026, 12, 8, 9))
    assert only(desk, meeting).office == "Kepala Dinas"


def test_what_is_gone_takes_part_in_nothing(desk: Desk) -> None:
    meeting = event(desk, hosts=[person(desk, "M. Faisal")])
    row = only(desk, meeting)
    participation.remove_participant(desk, row.id)
    assert participation.list_participants(desk, meeting) == []
    with pytest.raises(NotThere):
        participation.set_attended(desk, row.id, True)
    programme.delete_event(desk, meeting)
    assert participation.list_participants(desk, meeting) == []
    with pytest.raises(NotThere):
        participation.set_hosts(desk, meeting, [])
