"""Fields are checked one by one, and never written over an edit that was not seen."""

from datetime import date

import pytest

from desk.model.choices import Role, Status
from desk.model.errors import ChangedElsewhere, UserError
from desk.model.tables import DelegationMember, Event, Person, Visit
from desk.services import delegation, people, visits
from desk.services.desk import Desk
from desk.services.edits import checked, localised
from tests.fixtures.desks import SUNDAY


@pytest.fixture
def visit(desk: Desk) -> int:
    return visits.create_visit(desk, title={"id": "Jepang", "en": "Japan"}, first_day=SUNDAY)


def test_an_edit_of_what_was_seen_is_written(desk: Desk, visit: int) -> None:
    visits.update_visit(desk, visit, {"letter": "B-12"}, seen={"letter": ""})
    row = visits.get_visit(desk, visit)
    assert row is not None
    assert row.letter == "B-12"


def test_an_edit_of_what_somebody_else_changed_is_refused_whole(desk: Desk, visit: int) -> None:
    other = Desk(desk.store, clock=desk.clock, who="Yudi")
    visits.update_visit(other, visit, {"letter": "B-11"})
    with pytest.raises(ChangedElsewhere) as refused:
        visits.update_visit(
            desk,
            visit,
            {"purpose": "Trade", "letter": "B-12"},
            seen={"purpose": "", "letter": ""},
        )
    assert refused.value.field == "letter"
    row = visits.get_visit(desk, visit)
    assert row is not None
    assert (row.letter, row.purpose) == ("B-11", "")


def test_the_same_edit_by_two_people_is_no_conflict(desk: Desk, visit: int) -> None:
    other = Desk(desk.store, clock=desk.clock, who="Yudi")
    visits.update_visit(other, visit, {"letter": "B-12"})
    visits.update_visit(desk, visit, {"letter": " B-12 "}, seen={"letter": ""})


def test_edits_of_two_fields_by_two_people_are_both_kept(desk: Desk, visit: int) -> None:
    other = Desk(desk.store, clock=desk.clock, who="Yudi")
    visits.update_visit(other, visit, {"purpose": "Trade"}, seen={"purpose": ""})
    visits.update_visit(desk, visit, {"letter": "B-12"}, seen={"letter": ""})
    row = visits.get_visit(desk, visit)
    assert row is not None
    assert (row.letter, row.purpose) == ("B-12", "Trade")


def test_a_list_on_the_screen_is_the_list_in_the_database(desk: Desk) -> None:
    person = people.create_person(desk, name="Serik", aliases=["Serikbai"])
    row = people.get_person(desk, person)
    assert row is not None
    assert row.aliases == ("Serikbai",)
    people.update_person(
        desk, person, {"aliases": ["Serikbai", "Serick"]}, seen={"aliases": row.aliases}
    )
    row = people.get_person(desk, person)
    assert row is not None
    assert row.aliases == ("Serikbai", "Serick")


def test_choices_stay_choices(desk: Desk, visit: int) -> None:
    assert checked(Event, "status", Status.CONFIRMED) is Status.CONFIRMED
    assert checked(Event, "status", "confirmed") is Status.CONFIRMED
    first = people.create_person(desk, name="Kenji Tanaka")
    second = people.create_person(desk, name="Yuki Sato")
    delegation.add_member(desk, visit, person_id=first, role=Role.HEAD)
    member = delegation.add_member(desk, visit, person_id=second)
    with pytest.raises(UserError, match="has a head already"):
        delegation.update_member(desk, member, {"role": Role.HEAD})
    with pytest.raises(UserError, match="has a head already"):
        delegation.update_member(desk, member, {"role": "head"})


def test_words_without_letters_are_no_title(desk: Desk, visit: int) -> None:
    with pytest.raises(UserError, match="needs a title") as refused:
        visits.update_visit(desk, visit, {"title": {"id": "  ", "en": ""}})
    assert refused.value.field == "title"
    visits.update_visit(desk, visit, {"title": {"id": " Jepang ", "en": " "}})
    row = visits.get_visit(desk, visit)
    assert row is not None
    assert row.titles == {"id": "Jepang"}


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("first_day", "2026-02-30", "does not fit"),
        ("first_day", "next week", "does not fit"),
        ("first_day", None, "does not fit"),
        ("status", "perhaps", "does not fit"),
        ("title", "a plain text", "does not fit"),
        ("country", "Kazakhstan", "does not fit"),
        ("country", "ZZ", "ZZ is not the code of a country"),
        ("zone", "Asia/Astana", "Asia/Astana is not a known time zone"),
        ("zone", "", "is not a known time zone"),
        ("guest_zone", "+05:00", "is not a known time zone"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field(
    desk: Desk, visit: int, name: str, value: object, words: str
) -> None:
    with pytest.raises(UserError, match=words) as refused:
        visits.update_visit(desk, visit, {name: value})
    assert refused.value.field == name


def test_values_come_as_they_are_kept() -> None:
    assert checked(Visit, "country", " kz ") == "KZ"
    assert checked(Visit, "country", "") == ""
    assert checked(Visit, "guest_zone", "") == ""
    assert checked(Visit, "first_day", "2026-12-06") == date(2026, 12, 6)
    assert checked(Person, "full_name", "  Aji  ") == "Aji"
    assert checked(DelegationMember, "group_name", {"id": " ", "ru": "Гости"}) == {"ru": "Гости"}


@pytest.mark.parametrize(
    "mailbox", ["serik", "serik@", "@example.org", "a b@example.org", "serik@example", "a@b@c.de"]
)
def test_what_no_letter_reaches_is_no_address(desk: Desk, mailbox: str) -> None:
    with pytest.raises(UserError, match="is not an e-mail address") as refused:
        people.create_person(desk, name="Serik", email=mailbox)
    assert refused.value.field == "email"


def test_a_plain_text_is_in_the_language_of_the_screen() -> None:
    assert localised(" Delegation ") == {"en": "Delegation"}
    assert localised("  ") == {}
    assert localised({"id": " Delegasi ", "kk": ""}) == {"id": "Delegasi"}
