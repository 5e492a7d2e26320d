"""What is restricted is told only to who asks, and that they asked is kept."""

from datetime import date

import pytest

from desk.model.changes import StepKind
from desk.model.errors import NotThere, UserError
from desk.model.tables import DelegationMember
from desk.services import history, merging, people, restricted
from desk.services.desk import Desk
from desk.services.person_history import steps_about_person
from tests.fixtures.rows import member, visit
from tests.fixtures.steps import rows_of

LOOKS = ["Looked at the health notes", "Looked at the passport"]


def labels(desk: Desk, *person_ids: int) -> list[str]:
    return [step.label for step in restricted.looks_at(desk, person_ids)]


def test_what_is_noted_is_told_without_what_it_says(desk: Desk) -> None:
    kaisa = people.create_person(desk, name="Kaisa", phone="+7 701 555 0142")
    restricted.note(desk, kaisa, {"passport_number": "N0123", "diet": ""})
    assert restricted.noted_fields(desk, kaisa) == {"phone", "passport_number"}
    assert labels(desk, kaisa) == []


def test_a_look_is_recorded_with_who_and_when_and_is_never_undone(desk: Desk) -> None:
    kaisa = people.create_person(desk, name="Kaisa")
    restricted.note(
        desk,
        kaisa,
        {"passport_number": "N0123", "passport_until": date(2030, 5, 1), "health": "Asma"},
    )
    told = restricted.reveal(desk, kaisa, ["passport_number", "passport_until", "health"])
    assert told == {
        "passport_number": "N0123",
        "passport_until": date(2030, 5, 1),
        "health": "Asma",
    }
    looks = restricted.looks_at(desk, [kaisa])
    assert [look.label for look in looks] == LOOKS
    assert {(look.who, look.at, look.kind) for look in looks} == {
        (desk.who, desk.now(), StepKind.RECORD)
    }
    history.undo(desk)
    assert labels(desk, kaisa) == LOOKS
    assert restricted.noted_fields(desk, kaisa) == frozenset()


def test_looking_at_a_field_that_says_nothing_is_no_look(desk: Desk) -> None:
    kaisa = people.create_person(desk, name="Kaisa")
    assert restricted.reveal(desk, kaisa, ["phone", "birth_date"]) == {
        "phone": "",
        "birth_date": None,
    }
    assert labels(desk, kaisa) == []


def test_a_look_at_somebody_who_is_gone_says_so(desk: Desk) -> None:
    with pytest.raises(NotThere):
        restricted.reveal(desk, 99, ["phone"])


def test_nobody_is_born_in_the_future(desk: Desk) -> None:
    kaisa = people.create_person(desk, name="Kaisa")
    with pytest.raises(UserError) as problem:
        restricted.note(desk, kaisa, {"birth_date": date(2999, 1, 1)})
    assert problem.value.field == "birth_date"
    assert restricted.noted_fields(desk, kaisa) == frozenset()


def test_a_hotel_room_is_looked_at_in_the_name_of_its_person(desk: Desk) -> None:
    kaisa = people.create_person(desk, name="Kaisa")
    own = visit()
    with desk.work("Write") as session:
        session.keep(own)
        line = member(own.id, kaisa)
        line.hotel_room = "1204"
        session.keep(line)
    [row] = rows_of(desk.store, DelegationMember)
    assert restricted.reveal_room(desk, row.id) == "1204"
    assert labels(desk, kaisa) == ["Looked at the hotel room"]
    assert "Looked at the hotel room" in [
        step.label for step in history.steps_about_visit(desk, own.id)
    ]


def test_the_history_of_both_stays_with_who_was_merged(desk: Desk) -> None:
    kept = people.create_person(desk, name="M. Fadjroel Rachman")
    gone = people.create_person(desk, name="M. Fadiroel Rachman", phone="+62 812 5550 142")
    restricted.reveal(desk, gone, ["phone"])
    restricted.note(desk, gone, {"diet": "Halal"})
    merging.merge(desk, kept, gone)
    assert [step.label for step in steps_about_person(desk, kept)] == [
        "Merge two people",
        "Change restricted fields",
        "Looked at the telephone number",
        "New person",
        "New person",
    ]
    assert labels(desk, *merging.ids_with_history(desk, kept)) == ["Looked at the telephone number"]
