"""`merge`: two entries become one person, or are remembered as two."""

from typing import Any

import pytest

from desk.services import history, people, same_person
from desk.services.desk import Desk
from tests.cli.conftest import Run, opened
from tests.cli.test_commands import json_of


@pytest.fixture
def two(sample: str) -> tuple[str, str]:
    """Fadjroel of the sample, and the same person written otherwise; their references."""
    desk = opened(sample, create=False)
    try:
        kept = people.create_person(desk, name="Aisyah Example", country="ID")
        other = people.create_person(
            desk, name="Aisjah Example", email="aisyah@example.org", phone="+62 812 5550 142"
        )
    finally:
        desk.store.close()
    return f"P{kept}", f"P{other}"


def names(address: str) -> list[str]:
    desk: Desk = opened(address, create=False)
    try:
        return [row.name for row in people.list_people(desk) if row.name.endswith("Example")]
    finally:
        desk.store.close()


def test_two_become_one_and_undo_takes_it_back(run: Run, sample: str, two: tuple[str, str]) -> None:
    said = run("merge", sample, *two)
    kept, other = two
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines() == [
        f"Aisjah Example ({other}) is one with Aisyah Example ({kept}) now; undo takes it back.",
        "  Name: Aisyah Example",
        "  E-mail: aisyah@example.org",
        "  Telephone: •••",
    ]
    assert names(sample) == ["Aisyah Example"]
    again = run("merge", sample, *two)
    assert again == (
        1,
        "",
        f"Aisjah Example ({other}) was merged with Aisyah Example ({kept}).\n",
    )
    desk = opened(sample, create=False)
    history.undo(desk)
    desk.store.close()
    assert names(sample) == ["Aisjah Example", "Aisyah Example"]


def test_a_dry_run_changes_nothing(run: Run, sample: str, two: tuple[str, str]) -> None:
    kept, other = two
    said = run("merge", sample, "Aisyah Example", other, "--dry-run", "--json")
    told: Any = json_of(said.out)
    assert (said.status, told["done"]) == (0, None)
    assert told["kept"] == {"reference": kept, "name": "Aisyah Example"}
    assert [row["field"] for row in told["fields"] if row["restricted"]] == ["phone"]
    assert "5550" not in said.out
    assert names(sample) == ["Aisjah Example", "Aisyah Example"]


def test_two_people_are_remembered_as_two(run: Run, sample: str, two: tuple[str, str]) -> None:
    said = run("merge", sample, *two, "--not-same", language="id")
    assert (said.status, said.err) == (0, "")
    desk = opened(sample, create=False)
    try:
        [pair] = same_person.answered_pairs(desk)
    finally:
        desk.store.close()
    assert (f"P{pair.first.person_id}", f"P{pair.second.person_id}") == two


def test_a_name_that_means_several_is_one_sentence_and_status_1(
    run: Run, sample: str, two: tuple[str, str]
) -> None:
    desk = opened(sample, create=False)
    twin = people.create_person(desk, name="Aisyah Example")
    desk.store.close()
    said = run("merge", sample, "Aisyah Example", two[1])
    assert said == (
        1,
        "",
        f"Aisyah Example may be any of 2 people: {two[0]}, P{twin}.\n",
    )
    same = run("merge", sample, two[0], two[0])
    assert same == (1, "", "These are one and the same entry already.\n")
