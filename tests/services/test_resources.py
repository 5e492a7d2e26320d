"""Vehicles, interpreters and equipment, and lending them."""

from datetime import datetime, timedelta

import pytest

from desk.model.choices import ResourceKind, Status
from desk.model.errors import NotThere, UserError
from desk.services import finding, history, people, programme, resources
from desk.services.desk import Desk

START = datetime(2026, 12, 7, 9)


def event(desk: Desk, starts: datetime = START, **values: object) -> int:
    return programme.create_event(
        desk,
        title="Rapat",
        starts=starts,
        ends=starts + timedelta(hours=1),
        **values,  # type: ignore[arg-type]
    )


def bus(desk: Desk, name: str = "Bus", **values: object) -> int:
    return resources.create_resource(desk, kind=ResourceKind.VEHICLE, name=name, **values)


def lent(desk: Desk, event_id: int) -> list[str]:
    return [row.name for row in resources.resources_of_event(desk, event_id)]


def test_they_come_by_kind_then_by_name_with_what_is_to_come(desk: Desk) -> None:
    flags = resources.create_resource(desk, kind=ResourceKind.EQUIPMENT, name="Bendera RI–KZ")
    small, large = bus(desk, "Bus 15"), bus(desk, "Bus 25")
    serik = people.create_person(desk, name="Serik")
    resources.create_resource(
        desk,
        kind=ResourceKind.INTERPRETER,
        name={"id": "Juru bahasa Rusia", "en": "Russian interpreter"},
        person_id=serik,
        languages=["RU", "id", "ru"],
    )
    for starts, status in (
        (datetime(2026, 12, 1, 9), Status.CONFIRMED),
        (START, Status.CONFIRMED),
        (START, Status.CANCELLED),
    ):
        resources.lend_resource(desk, event(desk, starts, status=status), large)
    rows = resources.list_resources(desk)
    assert [(row.name, row.upcoming) for row in rows] == [
        ("Bus 15", 0),
        ("Bus 25", 1),
        ("Russian interpreter", 0),
        ("Bendera RI–KZ", 0),
    ]
    assert (rows[2].person, rows[2].languages) == ("Serik", ("ru", "id"))
    assert [row.id for row in resources.list_resources(desk, kind=ResourceKind.VEHICLE)] == [
        small,
        large,
    ]
    assert resources.get_resource(desk, flags) == rows[3]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " "}, "name"),
        ({"seats": -1}, "seats"),
        ({"set_up_minutes": 721}, "set_up_minutes"),
        ({"clear_down_minutes": -1}, "clear_down_minutes"),
        ({"person_id": 99}, "person_id"),
    ],
)
def test_what_is_no_resource_is_refused_beside_its_field(
    desk: Desk, values: dict[str, object], field: str
) -> None:
    with pytest.raises(UserError) as refused:
        bus(desk, **{"name": "Bus", **values})  # type: ignore[arg-type]
    assert refused.value.field == field
    assert resources.list_resources(desk) == []
    known = bus(desk)
    with pytest.raises(UserError) as refused:
        resources.update_resource(desk, known, {field: {} if field == "name" else values[field]})
    assert refused.value.field == field


def test_lending_is_done_once_and_taken_back_and_each_is_one_undo(desk: Desk) -> None:
    meeting, car = event(desk), bus(desk)
    booking = resources.lend_resource(desk, meeting, car)
    assert resources.lend_resource(desk, meeting, car) == booking
    assert lent(desk, meeting) == ["Bus"]
    resources.return_resource(desk, meeting, car)
    resources.return_resource(desk, meeting, car)
    assert lent(desk, meeting) == []
    history.undo(desk)
    assert lent(desk, meeting) == ["Bus"]
    history.undo(desk)
    assert lent(desk, meeting) == []
    history.redo(desk)
    assert lent(desk, meeting) == ["Bus"]


def test_what_is_lent_is_set_at_once(desk: Desk) -> None:
    meeting = event(desk)
    first, second, third = (bus(desk, name) for name in ("A", "B", "C"))
    resources.set_resources(desk, meeting, [first, second, first])
    resources.set_resources(desk, meeting, [third, second])
    assert lent(desk, meeting) == ["B", "C"]
    history.undo(desk)
    assert lent(desk, meeting) == ["A", "B"]


def test_only_what_is_there_is_lent(desk: Desk) -> None:
    meeting, car = event(desk), bus(desk)
    with pytest.raises(NotThere):
        resources.lend_resource(desk, 99, car)
    with pytest.raises(NotThere):
        resources.lend_resource(desk, meeting, 99)
    with pytest.raises(NotThere):
        resources.set_resources(desk, meeting, [car, 99])
    assert lent(desk, meeting) == []


def test_an_event_that_is_deleted_gives_back_and_lends_again_when_restored(desk: Desk) -> None:
    meeting, car = event(desk), bus(desk)
    resources.lend_resource(desk, meeting, car)
    programme.delete_event(desk, meeting)
    assert resources.events_of_resource(desk, car) == []
    history.undo(desk)
    assert [row.id for row in resources.events_of_resource(desk, car)] == [meeting]


def test_a_copy_of_an_event_is_lent_the_same(desk: Desk) -> None:
    meeting = event(desk)
    resources.lend_resource(desk, meeting, bus(desk))
    copy = programme.duplicate_event(desk, meeting)
    assert lent(desk, copy) == ["Bus"]
    history.undo(desk)
    assert lent(desk, meeting) == ["Bus"]


def test_what_is_lent_stays_and_what_is_free_goes_and_comes_back(desk: Desk) -> None:
    meeting, car = event(desk), bus(desk)
    resources.lend_resource(desk, meeting, car)
    with pytest.raises(UserError, match="Bus is lent to events"):
        resources.delete_resource(desk, car)
    resources.return_resource(desk, meeting, car)
    before = resources.get_resource(desk, car)
    resources.delete_resource(desk, car)
    assert resources.get_resource(desk, car) is None
    [gone] = history.trash(desk)
    assert (gone.table, gone.name) == ("resource", "Bus")
    history.undo_step(desk, gone.step_id)
    assert resources.get_resource(desk, car) == before


def test_a_person_who_is_deleted_leaves_the_resource_behind(desk: Desk) -> None:
    driver = people.create_person(desk, name="Yusuf")
    car = bus(desk, person_id=driver)
    people.delete_person(desk, driver)
    row = resources.get_resource(desk, car)
    assert row is not None
    assert (row.person_id, row.person) == (None, "")
    history.undo(desk)
    row = resources.get_resource(desk, car)
    assert row is not None
    assert row.person == "Yusuf"


def test_a_resource_is_found_by_its_name_its_person_and_its_owner(desk: Desk) -> None:
    serik = people.create_person(desk, name="Serik")
    found = resources.create_resource(
        desk,
        kind=ResourceKind.INTERPRETER,
        name="Juru bahasa Rusia",
        person_id=serik,
        owner="Biro Umum",
    )
    for words in ("bahasa rus", "biro umum", "Серик"):
        hits = finding.find_things(desk, words)
        assert [hit.id for hit in hits if hit.kind == "resource"] == [found]
    people.update_person(desk, serik, {"full_name": "Sergei"})
    [hit] = [hit for hit in finding.find_things(desk, "sergei") if hit.kind == "resource"]
    assert (hit.title, hit.subtitle) == ("Juru bahasa Rusia", "Interpreter, Biro Umum")


def test_the_history_names_what_was_lent(desk: Desk) -> None:
    meeting, car = event(desk), bus(desk, languages=["ru"])
    resources.update_resource(desk, car, {"languages": ["ru", "kk"]})
    [changed] = history.steps(desk)[0].fields
    assert (changed.before, changed.after) == ("Russian", "Russian, Kazakh")
    resources.lend_resource(desk, meeting, car)
    assert history.steps(desk)[0].about == "Bus"
