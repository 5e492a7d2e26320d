"""Finding people, visits, events and venues by a few letters, in any script."""

from datetime import datetime

import pytest

from desk.services import organisations, people, programme, venues, visits
from desk.services.desk import Desk
from desk.services.finding import find_things
from tests.fixtures.desks import SUNDAY


def found(desk: Desk, text: str, limit: int = 12) -> list[tuple[str, str]]:
    return [(hit.kind, hit.title) for hit in find_things(desk, text, limit=limit)]


@pytest.mark.parametrize(
    "text", ["kaisa", "Кайса", "қайса", "KAJSA", "mankaraev", "манкараев", "zakirov kais"]
)
def test_people_are_found_in_any_script_and_spelling(desk: Desk, sample: int, text: str) -> None:
    assert found(desk, text)[0] == ("person", "Mankaraev Kaisa Zakirovich")


def test_a_reference_finds_its_visit_first_and_only_that_visit(desk: Desk, sample: int) -> None:
    visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    [first, *others] = find_things(desk, "2026-001")
    assert (first.kind, first.id, first.reference) == ("visit", sample, "2026-001")
    assert {hit.kind for hit in others} == {"event"}
    assert all(hit.reference.startswith("2026-001/") for hit in others)
    assert [hit.reference for hit in find_things(desk, "2026-002")] == ["2026-002"]


def test_the_reference_of_a_visit_finds_it_before_its_later_events(desk: Desk) -> None:
    visit = visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    programme.create_event(
        desk,
        title="Evaluasi",
        visit_id=visit,
        starts=datetime(2026, 12, 20, 9),
        ends=datetime(2026, 12, 20, 10),
    )
    assert found(desk, "2026-001") == [("visit", "Jepang"), ("event", "Evaluasi")]
    assert found(desk, "2026-001/1")[0] == ("event", "Evaluasi")


def test_events_and_venues_say_when_and_where(desk: Desk, sample: int) -> None:
    [event] = [hit for hit in find_things(desk, "business meeting") if hit.kind == "event"]
    assert event.subtitle == "Sun 6 Dec 2026, 09:00 WITA"
    assert event.reference == "2026-001/6"
    venue = next(hit for hit in find_things(desk, "pandurata") if hit.kind == "venue")
    assert venue.subtitle.endswith("Samarinda")


def test_people_say_their_office(desk: Desk, sample: int) -> None:
    [hit] = find_things(desk, "yergaliev")
    assert hit.subtitle.startswith("Deputy")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "%",
        "_",
        '"',
        "'",
        "*",
        "bdfg OR kaisa",
        "kaisa NOT bdfg",
        "NEAR(",
        "\\",
        "🌺",
        "\x00",
        "^x",
        "--;",
        "（）",
    ],
)
def test_signs_are_no_commands(desk: Desk, sample: int, text: str) -> None:
    for query in (text, f"{text}bdfg", f"bdfg{text}{text}"):
        assert found(desk, query) == []


def test_no_more_is_given_than_asked_for(desk: Desk) -> None:
    for number in range(15):
        people.create_person(desk, name=f"Aji {number}")
    assert len(found(desk, "aji")) == 12
    assert len(found(desk, "aji", limit=3)) == 3
    assert found(desk, "aji", limit=0) == []


def test_a_very_long_text_is_looked_for_as_well(desk: Desk) -> None:
    people.create_person(desk, name="Aji")
    assert found(desk, "aji " * 1000) == [("person", "Aji")]
    assert found(desk, "x" * 5000) == []


def test_what_was_renamed_or_deleted_is_found_no_more(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Tepian I")
    assert found(desk, "tepian") == [("venue", "Tepian I")]
    venues.update_venue(desk, room, {"name": {"id": "Odah Etam"}})
    assert (found(desk, "tepian"), found(desk, "odah")) == ([], [("venue", "Odah Etam")])
    venues.delete_venue(desk, room)
    assert found(desk, "odah") == []


def test_people_are_found_by_the_body_they_belong_to(desk: Desk) -> None:
    body = organisations.create_organisation(
        desk, name={"id": "Dinas Kominfo", "ru": "Служба связи"}, short_name="DKI"
    )
    people.create_person(desk, name="M. Faisal", organisation_id=body)
    for text in ("kominfo", "связи", "dki"):
        assert found(desk, text) == [("person", "M. Faisal")]
