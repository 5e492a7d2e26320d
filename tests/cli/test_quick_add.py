"""`python -m desk add`: one line of words, one event."""

import json

from tests.cli.conftest import Run


def test_a_line_is_booked_and_said(sample: str, run: Run) -> None:
    said = run("add", sample, "Foto bersama 6 des 13-13.15 @pandurata", "--visit", "2026-001")
    assert said.status == 0
    reference, *rest = said.out.strip().split("  ")
    assert reference.startswith("2026-001/")
    assert rest == ["Sun 6 Dec 2026", "13:00–13:15 WITA", "Foto bersama", "Pandurata Room"]
    assert "Sunday" in said.err


def test_a_dry_run_books_nothing(sample: str, run: Run) -> None:
    said = run("add", sample, "Rapat 7 des 9-10", "--dry-run")
    assert (said.status, said.out) == (0, "Mon 7 Dec 2026  09:00–10:00 WITA  Rapat\n")
    said = run("add", sample, "Rapat 7 des 9-10", "--json")
    assert json.loads(said.out)["booked"] == "2026/1"


def test_what_is_doubtful_is_one_sentence_and_status_1(sample: str, run: Run) -> None:
    said = run("add", sample, "Rapat 7 des jam 9 @tepian")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("“@tepian” fits 2 names; choose one. (Tepian I")
    assert said.err.count("\n") == 1


def test_json_says_what_was_understood_and_the_alternatives(sample: str, run: Run) -> None:
    said = run("add", sample, "Rapat minggu depan 9-10", "--json")
    assert said.status == 1
    line = json.loads(said.out)
    assert line["booked"] is None
    assert [row["code"] for row in line["problems"]] == ["ambiguous"]
    [day] = [part for part in line["parts"] if part["kind"] == "day"]
    assert (day["words"], day["understood"]) == ("minggu depan", None)
    assert day["alternatives"][:2] == [
        {"key": "2026-12-06", "text": "Sun 6 Dec 2026"},
        {"key": "2026-12-13", "text": "Sun 13 Dec 2026"},
    ]


def test_what_clashes_is_not_confirmed(sample: str, run: Run) -> None:
    said = run("add", sample, "Rapat 6 des 9-10 @pandurata !pasti", "--json")
    assert said.status == 1
    line = json.loads(said.out)
    assert line["booked"] is None
    assert "room_clash" in {row["code"] for row in line["findings"]}
    assert said.err.startswith("Not confirmed: Pandurata Room")


def test_an_unknown_visit_is_told(sample: str, run: Run) -> None:
    said = run("add", sample, "Rapat besok 9-10", "--visit", "2026-099")
    assert said.status == 1
    assert "no visit 2026-099" in said.err
