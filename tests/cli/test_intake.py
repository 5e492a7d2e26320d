"""`intake`: whom a file names, shown before anything is written."""

import json
from pathlib import Path

import pytest

from desk.services import history, people
from tests.cli.conftest import Run, opened
from tests.rules.intake.delegation import GROUP, numbered


@pytest.fixture
def listed(tmp_path: Path) -> str:
    path = tmp_path / "delegasi.txt"
    path.write_text(f"{numbered()}\n8. Dana Example (Head of Protocol)\n", "utf-8")
    return str(path)


def count(address: str) -> int:
    desk = opened(address, create=False)
    try:
        return people.count_people(desk)
    finally:
        desk.store.close()


def test_it_only_shows_what_it_read(run: Run, sample: str, listed: str) -> None:
    before = count(sample)
    said = run("intake", sample, listed, "--json")
    assert (said.status, said.err) == (0, "")
    found = json.loads(said.out)
    assert [one["name"] for one in found["people"]][-2:] == [GROUP, "Dana Example"]
    assert [one["headcount"] for one in found["people"] if one["group"]] == [None]
    abai = found["people"][5]
    assert (abai["family"], abai["patronymic"]) == ("Rakhmatullaev", "Kalykululy")
    assert abai["same_as"][0]["name"] == "Rakhmatullaev Abai Kalykululy"
    assert found["dates"] == []
    assert count(sample) == before


def test_with_save_only_those_who_are_new_are_kept(run: Run, sample: str, listed: str) -> None:
    before = count(sample)
    said = run("intake", sample, listed, "--visit", "2026-001", "--save")
    assert said.err == ""
    assert said.out.splitlines()[-1] == "1 person is new."
    assert count(sample) == before + 1
    desk = opened(sample, create=False)
    try:
        history.undo(desk)
        assert people.count_people(desk) == before
    finally:
        desk.store.close()


def test_a_file_that_cannot_be_read_is_one_sentence(run: Run, sample: str, tmp_path: Path) -> None:
    said = run("intake", sample, str(tmp_path / "gone.txt"))
    assert (said.status, said.out) == (1, "")
    assert said.err == "gone.txt cannot be read: No such file or directory\n"


def test_everybody_is_written_and_found(run: Run, sample: str, tmp_path: Path) -> None:
    out = tmp_path / "people.vcf"
    said = run("people", sample, "--out", str(out))
    assert (said.status, said.out) == (0, f"{out}  ({count(sample)} people)\n")
    assert out.read_text("utf-8").count("BEGIN:VCARD") == count(sample)
    [first, *_others] = json.loads(run("find", sample, "Кайса", "--json").out)
    assert (first["kind"], first["title"]) == ("person", "Mankaraev Kaisa Zakirovich")
    assert run("find", sample, "xqxqxq").out == "Nothing was found.\n"
