"""People, their dated offices, and what of them is restricted."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

import pytest

from desk.model.choices import Acting, Answer, ResourceKind, Side
from desk.model.errors import NotThere, UserError
from desk.model.rows.people import PersonRow
from desk.model.tables import (
    Gift,
    MergedPerson,
    Photo,
    PrecedenceDecision,
    PreparationTask,
    RestrictedRecord,
)
from desk.services import (
    delegation,
    follow_ups,
    history,
    organisations,
    participation,
    people,
    programme,
    resources,
    restricted,
    same_person,
    visits,
)
from desk.services.desk import Desk
from tests.fixtures.desks import SUNDAY
from tests.fixtures.images import all_images
from tests.fixtures.rows import event


def read(desk: Desk, person_id: int, on: date | None = None) -> PersonRow:
    row = people.get_person(desk, person_id, on=on)
    assert row is not None
    return row


def test_one_word_is_a_name_and_titles_stay_as_they_were_written(desk: Desk) -> None:
    row = read(desk, people.create_person(desk, name=" Serik "))
    assert (row.name, row.name_with_titles, row.office) == ("Serik", "Serik", "")
    doctor = people.create_person(
        desk, name="Aji Rahma", titles_before="dr.", titles_after="Sp.A., M.Kes."
    )
    assert read(desk, doctor).name_with_titles == "dr. Aji Rahma, Sp.A., M.Kes."


def test_a_person_needs_a_name(desk: Desk) -> None:
    with pytest.raises(UserError, match="needs a name") as refused:
        people.create_person(desk, name=" \t")
    assert refused.value.field == "full_name"
    assert people.list_people(desk) == []


def test_the_telephone_number_is_asked_for_alone(desk: Desk) -> None:
    serik = people.create_person(desk, name="Serik", phone="+7 701 555 0142")
    assert restricted.shown_values(desk, serik, ["phone"]) == {"phone": "+7 701 555 0142"}
    assert "phone" not in {field.name for field in fields(PersonRow)}
    assert "555" not in repr(read(desk, serik))
    people.update_person(desk, serik, {"phone": "+7 701 555 0199"})
    said = repr(history.steps(desk))
    assert "555" not in said
    assert "•••" in said
    assert restricted.shown_values(desk, 999, ["phone"]) == {"phone": ""}


def test_the_office_is_the_one_held_on_that_day(desk: Desk) -> None:
    body = organisations.create_organisation(desk, name="Dinas Kominfo")
    faisal = people.create_person(
        desk, name="M. Faisal", title="Sekretaris", organisation_id=body,
        office_starts_on=date(2020, 1, 1),
    )  # fmt: skip
    acting = people.add_office(
        desk,
        faisal,
        title="Kepala Dinas",
        organisation_id=body,
        acting=Acting.PLT,
        starts_on=date(2026, 11, 1),
        ends_on=date(2026, 12, 3),
    )
    assert read(desk, faisal, date(2026, 10, 31)).office == "Sekretaris"
    assert read(desk, faisal, date(2026, 11, 1)).office == "Acting Kepala Dinas"
    assert read(desk, faisal).office == "Acting Kepala Dinas"
    assert read(desk, faisal, date(2026, 12, 4)).office == "Sekretaris"
    assert read(desk, faisal, date(2019, 12, 31)).office == ""
    people.update_office(desk, acting, {"acting": None, "ends_on": None})
    assert read(desk, faisal, date(2027, 1, 1)).office == "Kepala Dinas"
    people.delete_office(desk, acting)
    assert [row.title for row in read(desk, faisal).offices] == ["Sekretaris"]


def test_an_office_says_what_or_where_and_ends_after_it_began(desk: Desk) -> None:
    body = organisations.create_organisation(desk, name="Dinas Kominfo")
    faisal = people.create_person(desk, name="M. Faisal", organisation_id=body)
    [office] = read(desk, faisal).offices
    assert (office.title, office.organisation) == ("", "Dinas Kominfo")
    people.update_office(desk, office.id, {"starts_on": date(2026, 1, 1)})
    with pytest.raises(UserError, match="needs a title"):
        people.add_office(desk, faisal, title=" ")
    with pytest.raises(UserError, match="before the first day") as refused:
        people.update_office(desk, office.id, {"ends_on": date(2025, 12, 31)})
    assert refused.value.field == "ends_on"


@pytest.mark.parametrize("words", ["kaisa", "Кайса", "ҚАЙСА", "Kajsa", "mankaraev kaisa"])
def test_people_are_found_in_any_script(desk: Desk, sample: int, words: str) -> None:
    assert [row.name for row in people.list_people(desk, containing=words)] == [
        "Mankaraev Kaisa Zakirovich"
    ]


def test_people_come_by_name_and_in_portions(desk: Desk) -> None:
    for name in ("serik", "Aji", "Lisa"):
        people.create_person(desk, name=name)
    assert [row.name for row in people.list_people(desk)] == ["Aji", "Lisa", "serik"]
    assert [row.name for row in people.list_people(desk, limit=1, offset=1)] == ["Lisa"]
    assert people.count_people(desk) == 3
    assert people.list_people(desk, containing="%") == []


@pytest.mark.parametrize("need", ["delegation", "event", "stand-in", "promise"])
def test_who_is_needed_cannot_be_deleted(desk: Desk, need: str) -> None:
    serik = people.create_person(desk, name="Serik", title="Konsul")
    visit = visits.create_visit(desk, title="Kazakhstan", first_day=SUNDAY)
    start, end = datetime(2026, 12, 6, 9), datetime(2026, 12, 6, 10)
    event = programme.create_event(desk, title="Rapat", visit_id=visit, starts=start, ends=end)
    if need == "delegation":
        delegation.add_member(desk, visit, person_id=serik)
    elif need == "event":
        participation.set_hosts(desk, event, [serik])
    elif need == "stand-in":
        participation.set_hosts(desk, event, [people.create_person(desk, name="Faisal")])
        [row] = participation.list_participants(desk, event)
        participation.set_answer(desk, row.id, Answer.REPRESENTED, represented_by=serik)
        assert row.side is Side.HOST
    else:
        follow_ups.create_follow_up(desk, title="Kirim data", person_id=serik)
    with pytest.raises(UserError, match="Serik is part of visits or follow-ups"):
        people.delete_person(desk, serik)
    assert read(desk, serik).office == "Konsul"


def test_a_deleted_person_comes_back_with_the_offices(desk: Desk) -> None:
    serik = people.create_person(desk, name="Serik", title="Konsul")
    before = read(desk, serik)
    people.delete_person(desk, serik)
    assert people.get_person(desk, serik) is None
    with pytest.raises(NotThere):
        people.add_office(desk, serik, title="Duta")
    [row] = history.trash(desk)
    assert (row.table, row.name, row.with_it) == ("person", "Serik", 1)
    history.undo_step(desk, row.step_id)
    assert read(desk, serik) == before


def test_what_is_only_theirs_goes_with_them_and_comes_back(desk: Desk) -> None:
    serik, other = (people.create_person(desk, name=name) for name in ("Serik", "Serik B."))
    meeting = event()
    same_person.not_the_same(desk, serik, other)
    driver = resources.create_resource(desk, kind=ResourceKind.VEHICLE, name="Bus", person_id=serik)
    with desk.work("Write") as session:
        session.keep(meeting)
        session.keep(RestrictedRecord(person_id=serik, diet="Halal"))
        session.keep(MergedPerson(person_id=serik, gone_id=99, name="Sjerik"))
        session.keep(Photo(picture="0" * 64, person_id=serik))
        session.keep(
            PrecedenceDecision(
                event_id=meeting.id, person_id=serik, scheme="s", reason="r", decided_by="Rani"
            )
        )
    before = all_images(desk.store)
    people.delete_person(desk, serik)
    row = resources.get_resource(desk, driver)
    assert row is not None
    assert row.person_id is None
    history.undo(desk)
    assert all_images(desk.store) == before


@pytest.mark.parametrize("table", [Gift, PreparationTask])
def test_a_gift_or_a_task_keeps_them_too(desk: Desk, table: type[Gift | PreparationTask]) -> None:
    serik = people.create_person(desk, name="Serik")
    visit = visits.create_visit(desk, title="Kazakhstan", first_day=SUNDAY)
    given: dict[str, Any] = {"title": "Mandau"} if table is Gift else {}
    with desk.work("Write") as session:
        session.keep(table(visit_id=visit, person_id=serik, **given))
    with pytest.raises(UserError, match="Serik is part of visits or follow-ups"):
        people.delete_person(desk, serik)


def test_a_persons_events_are_listed_also_those_attended_for_somebody(desk: Desk) -> None:
    faisal, lisa = (people.create_person(desk, name=name) for name in ("Faisal", "Lisa"))
    start, end = datetime(2026, 12, 6, 9), datetime(2026, 12, 6, 10)
    event = programme.create_event(desk, title="Rapat", starts=start, ends=end, hosts=[faisal])
    [row] = participation.list_participants(desk, event)
    participation.set_answer(desk, row.id, Answer.REPRESENTED, represented_by=lisa)
    assert [row.id for row in programme.events_of_person(desk, lisa)] == [event]
    assert [row.id for row in programme.events_of_person(desk, faisal)] == [event]
