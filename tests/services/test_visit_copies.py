"""A visit once more: what comes along, and what belongs to the visit that was."""

from datetime import date, timedelta

from desk.model.choices import Answer, Side, Status
from desk.services import delegation, documents, history, participation, programme, visits
from desk.services.desk import Desk
from desk.services.visit_copies import duplicate_visit

NEXT = date(2027, 6, 5)


def test_the_programme_comes_along_tentative_on_its_new_days(desk: Desk, sample: int) -> None:
    before = programme.events_of_visit(desk, sample)
    programme.set_event_status(desk, before[-1].id, Status.CANCELLED, reason="Batal")
    copy = duplicate_visit(desk, sample, first_day=NEXT)
    visit, old = visits.get_visit(desk, copy), visits.get_visit(desk, sample)
    assert visit is not None
    assert old is not None
    assert (visit.first_day, visit.last_day) == (NEXT, NEXT + timedelta(days=1))
    assert (visit.title, visit.status, visit.letter) == (old.title, Status.TENTATIVE, "")
    assert visit.reference == "2027-001"
    after = programme.events_of_visit(desk, copy)
    by = NEXT - old.first_day
    assert [row.starts for row in after] == [row.starts + by for row in before[:-1]]
    assert [row.hosts for row in after] == [row.hosts for row in before[:-1]]
    assert [row.participants for row in after] == [row.participants for row in before[:-1]]
    assert {row.status for row in after} == {Status.TENTATIVE}
    assert not {row.uid for row in after} & {row.uid for row in before}
    history.undo(desk)
    assert visits.get_visit(desk, copy) is None


def test_answers_and_papers_stay_with_the_visit_that_was(desk: Desk, sample: int) -> None:
    event = programme.events_of_visit(desk, sample)[5]
    guest = participation.list_participants(desk, event.id)[0]
    participation.set_answer(desk, guest.id, Answer.DECLINED)
    copy = duplicate_visit(desk, sample, first_day=NEXT)
    twin = programme.events_of_visit(desk, copy)[5]
    rows = participation.list_participants(desk, twin.id)
    assert {row.answer for row in rows} == {Answer.NONE}
    assert documents.list_documents(desk, copy) == []


def test_without_the_delegation_only_the_hosts_come_along(desk: Desk, sample: int) -> None:
    copy = duplicate_visit(desk, sample, first_day=NEXT, with_delegation=False)
    assert delegation.list_members(desk, copy) == []
    for event in programme.events_of_visit(desk, copy):
        sides = {row.side for row in participation.list_participants(desk, event.id)}
        assert sides <= {Side.HOST}


def test_the_delegation_is_another_one(desk: Desk, sample: int) -> None:
    copy = duplicate_visit(desk, sample, first_day=NEXT)
    old, new = delegation.list_members(desk, sample), delegation.list_members(desk, copy)
    assert [(row.name, row.side, row.role) for row in new] == [
        (row.name, row.side, row.role) for row in old
    ]
    delegation.remove_member(desk, new[0].id)
    assert len(delegation.list_members(desk, sample)) == len(old)
