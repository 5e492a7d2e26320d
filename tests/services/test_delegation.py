"""Who comes with a visit, and how that follows into its events."""

from datetime import date, datetime, timedelta

import pytest

from desk.model.choices import EventKind, Role, Side, Status
from desk.model.errors import NotThere, UserError
from desk.model.rows.reschedule import MoveVisit
from desk.services import delegation, participation, people, programme, visits
from desk.services.desk import Desk
from desk.services.reschedule import carry_out
from tests.fixtures.desks import SUNDAY, StandingClock

COORDINATION, ARRIVAL, MEETING = "2026-001/1", "2026-001/2", "2026-001/6"


@pytest.fixture
def visit(desk: Desk) -> int:
    return visits.create_visit(desk, title="Jepang", first_day=SUNDAY)


def person(desk: Desk, name: str) -> int:
    return people.create_person(desk, name=name)


def event(desk: Desk, visit: int, hour: int = 9, **values: object) -> int:
    starts = datetime(2026, 12, 6, hour)
    return programme.create_event(
        desk,
        title="Rapat",
        visit_id=visit,
        starts=starts,
        ends=starts + timedelta(hours=1),
        **values,  # type: ignore[arg-type]
    )


def names(desk: Desk, event_id: int, side: Side = Side.GUEST) -> list[str]:
    rows = participation.list_participants(desk, event_id)
    return [row.name for row in rows if row.side is side]


def guests(desk: Desk, visit: int) -> list[tuple[str, Role]]:
    rows = delegation.list_members(desk, visit)
    return [(row.name, row.role) for row in rows if row.side is Side.GUEST]


def test_a_new_guest_joins_the_events_to_come(desk: Desk, visit: int, clock: StandingClock) -> None:
    past = event(desk, visit, hour=9)
    off = event(desk, visit, hour=14)
    coming = event(desk, visit, hour=15)
    programme.set_event_status(desk, off, Status.CANCELLED, reason="Hujan")
    clock.now = datetime.fromisoformat("2026-12-06T02:00:00+00:00")
    delegation.add_member(desk, visit, person_id=person(desk, "Kenji Tanaka"))
    assert [names(desk, row) for row in (past, off, coming)] == [[], [], ["Kenji Tanaka"]]


def test_a_new_guest_is_not_let_into_the_offices_own_meeting(desk: Desk, sample: int) -> None:
    delegation.add_member(desk, sample, person_id=person(desk, "Aigerim"))
    delegation.add_group(desk, sample, name="Wartawan", headcount=3, role=Role.PRESS)
    assert names(desk, programme.find_event(desk, COORDINATION).id) == []
    assert names(desk, programme.find_event(desk, MEETING).id)[-2:] == ["Aigerim", "Wartawan"]


def test_the_first_guest_joins_whatever_was_planned_for_guests(desk: Desk, visit: int) -> None:
    meeting = event(desk, visit, hosts=[person(desk, "M. Faisal")])
    internal = event(desk, visit, hour=8, kind=EventKind.INTERNAL)
    delegation.add_member(desk, visit, person_id=person(desk, "Kenji Tanaka"))
    assert (names(desk, meeting), names(desk, internal)) == (["Kenji Tanaka"], [])


def test_an_event_without_the_other_guests_is_not_joined(desk: Desk, visit: int) -> None:
    delegation.add_member(desk, visit, person_id=person(desk, "Kenji Tanaka"))
    with_all = event(desk, visit)
    without = event(desk, visit, hour=11, with_delegation=False)
    delegation.add_member(desk, visit, person_id=person(desk, "Yuki Sato"))
    assert (names(desk, with_all), names(desk, without)) == (["Kenji Tanaka", "Yuki Sato"], [])


def test_who_takes_part_already_is_not_added_once_more(desk: Desk, visit: int) -> None:
    guest = person(desk, "Kenji Tanaka")
    as_guest = event(desk, visit)
    participation.add_participant(desk, as_guest, person_id=guest, side=Side.GUEST)
    as_host = event(desk, visit, hour=19, hosts=[guest])
    delegation.add_member(desk, visit, person_id=guest)
    assert names(desk, as_guest) == ["Kenji Tanaka"]
    assert (names(desk, as_host), names(desk, as_host, Side.HOST)) == ([], ["Kenji Tanaka"])


def test_hosts_do_not_join_by_themselves(desk: Desk, visit: int) -> None:
    meeting = event(desk, visit)
    delegation.add_member(desk, visit, person_id=person(desk, "M. Faisal"), side=Side.HOST)
    assert participation.list_participants(desk, meeting) == []


def test_the_same_person_and_a_second_head_are_refused(desk: Desk, visit: int) -> None:
    guest = person(desk, "Kenji Tanaka")
    delegation.add_member(desk, visit, person_id=guest, role=Role.HEAD)
    with pytest.raises(UserError, match="Kenji Tanaka is in the delegation already"):
        delegation.add_member(desk, visit, person_id=guest, side=Side.HOST)
    with pytest.raises(UserError, match="has a head already") as refused:
        delegation.add_member(desk, visit, person_id=person(desk, "Yuki"), role=Role.HEAD)
    assert refused.value.field == "role"
    with pytest.raises(UserError, match="has a head already"):
        delegation.add_group(desk, visit, name="Pengusaha", role=Role.HEAD)
    delegation.add_member(
        desk, visit, person_id=person(desk, "M. Faisal"), side=Side.HOST, role=Role.HEAD
    )


@pytest.mark.parametrize("count", [0, -1])
def test_a_group_has_somebody_in_it_and_a_name(desk: Desk, visit: int, count: int) -> None:
    with pytest.raises(UserError, match="at least one person") as refused:
        delegation.add_group(desk, visit, name="Pengusaha", headcount=count)
    assert refused.value.field == "headcount"
    with pytest.raises(UserError, match="needs a name"):
        delegation.add_group(desk, visit, name=" ")
    group = delegation.add_group(desk, visit, name="Pengusaha")
    with pytest.raises(UserError, match="at least one person"):
        delegation.update_member(desk, group, {"headcount": count})
    with pytest.raises(UserError, match="needs a name") as refused:
        delegation.update_member(desk, group, {"group_name": {"id": ""}})
    assert refused.value.field == "group_name"
    [row] = delegation.list_members(desk, visit)
    assert (row.name, row.headcount, row.is_group) == ("Pengusaha", None, True)


def test_role_and_order_follow_into_the_events(desk: Desk, visit: int) -> None:
    members = [
        delegation.add_member(desk, visit, person_id=person(desk, name)) for name in ("A", "B", "C")
    ]
    meeting = event(desk, visit)
    delegation.move_member(desk, members[2], up=True)
    assert guests(desk, visit) == [("A", Role.MEMBER), ("C", Role.MEMBER), ("B", Role.MEMBER)]
    assert names(desk, meeting) == ["A", "C", "B"]
    delegation.update_member(desk, members[1], {"role": Role.HEAD})
    assert names(desk, meeting) == ["B", "A", "C"]
    delegation.move_member(desk, members[0], up=True)
    delegation.move_member(desk, members[1], up=False)
    assert [name for name, _role in guests(desk, visit)] == ["A", "C", "B"]


def test_who_changes_sides_does_so_in_the_events_too(desk: Desk, visit: int) -> None:
    member = delegation.add_member(desk, visit, person_id=person(desk, "Serik"), role=Role.HEAD)
    meeting = event(desk, visit, hosts=[person(desk, "M. Faisal")])
    delegation.update_member(desk, member, {"side": Side.HOST})
    rows = participation.list_participants(desk, meeting)
    assert [(row.name, row.side, row.role) for row in rows] == [
        ("M. Faisal", Side.HOST, Role.HEAD),
        ("Serik", Side.HOST, Role.MEMBER),
    ]
    delegation.update_member(desk, member, {"side": Side.GUEST})
    assert names(desk, meeting) == ["Serik"]


def test_a_guest_who_hosts_one_event_keeps_hosting_it(desk: Desk, visit: int) -> None:
    guest = person(desk, "Kenji Tanaka")
    member = delegation.add_member(desk, visit, person_id=guest)
    dinner = event(desk, visit, hosts=[guest])
    delegation.update_member(desk, member, {"role": Role.DEPUTY})
    [row] = participation.list_participants(desk, dinner)
    assert (row.side, row.role) == (Side.HOST, Role.HEAD)


def test_who_is_taken_out_leaves_the_events_of_this_visit_only(desk: Desk, visit: int) -> None:
    guest = person(desk, "Kenji Tanaka")
    member = delegation.add_member(desk, visit, person_id=guest)
    other = visits.create_visit(desk, title="Lagi", first_day=SUNDAY)
    delegation.add_member(desk, other, person_id=guest)
    here, there = event(desk, visit), event(desk, other, hour=14)
    group = delegation.add_group(desk, visit, name="Pengusaha")
    delegation.remove_member(desk, member)
    delegation.remove_member(desk, group)
    assert (names(desk, here), names(desk, there)) == ([], ["Kenji Tanaka"])
    with pytest.raises(NotThere):
        delegation.remove_member(desk, member)


def test_heads_are_counted_by_kind(desk: Desk, visit: int) -> None:
    delegation.add_member(desk, visit, person_id=person(desk, "A"), role=Role.HEAD)
    delegation.add_member(desk, visit, person_id=person(desk, "B"), role=Role.INTERPRETER)
    delegation.add_member(desk, visit, person_id=person(desk, "C"), side=Side.HOST)
    delegation.add_group(desk, visit, name="Pengusaha", headcount=12)
    delegation.add_group(desk, visit, name="Influencer")
    delegation.add_group(desk, visit, name="Wartawan", headcount=4, role=Role.PRESS)
    delegation.add_group(desk, visit, name="Sopir", headcount=2, role=Role.DRIVER)
    heads = delegation.count_heads(delegation.list_members(desk, visit))
    assert (heads.named, heads.unnamed, heads.groups_unknown) == (1, 12, 1)
    assert (heads.press, heads.interpreters, heads.drivers) == (4, 1, 2)


def test_offices_are_those_of_the_visits_first_day(desk: Desk, visit: int) -> None:
    guest = people.create_person(desk, name="Kenji Tanaka", title="Kepala Bagian")
    people.add_office(desk, guest, title="Kepala Biro", starts_on=date(2026, 12, 7))
    delegation.add_member(desk, visit, person_id=guest)
    assert [row.office for row in delegation.list_members(desk, visit)] == ["Kepala Bagian"]
    carry_out(desk, MoveVisit(visit, days=1))
    assert [row.office for row in delegation.list_members(desk, visit)] == ["Kepala Biro"]


def test_a_visit_that_is_gone_has_no_delegation(desk: Desk, visit: int) -> None:
    guest = person(desk, "Kenji Tanaka")
    visits.delete_visit(desk, visit)
    assert delegation.list_members(desk, visit) == []
    with pytest.raises(NotThere, match="somebody deleted it meanwhile"):
        delegation.add_member(desk, visit, person_id=guest)
