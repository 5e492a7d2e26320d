"""Mistakes of the user: one sentence, status 1, nothing lost and nothing half made."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desk.cli.arguments import read_arguments
from desk.cli.run import run_command
from desk.services.desk import Desk
from desk.store.store import open_store
from tests.cli.conftest import Run, Said, clock, photograph
from tests.fixtures.stores import Databases


def one_sentence(said: Said) -> str:
    """What it complained of; nothing else was said."""
    assert said.status == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.endswith(".\n")
    assert "Traceback" not in said.err
    return said.err.strip()


@pytest.mark.parametrize("command", ["visits", "check", "invites", "attendance", "screenshots"])
def test_a_database_that_is_not_there_is_not_made(run: Run, tmp_path: Path, command: str) -> None:
    place = tmp_path / "none.db"
    more = {
        "invites": ("2026-001", "--out", tmp_path / "out"),
        "attendance": ("2026-001/1", "--out", tmp_path / "out.pdf"),
        "screenshots": ("--out", tmp_path / "out"),
    }
    said = run(command, place, *more.get(command, ()))
    assert one_sentence(said) == f"There is no database at {place}."
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_somebody_else_is_left_alone(run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Kepada Yth.")
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE guests (name TEXT)")
    for path in (letter, other):
        before = path.read_bytes()
        for command in ("visits", "sample"):
            words = one_sentence(run(command, path))
            assert words == f"{path} is not a Pandurata database; it was left untouched."
        assert path.read_bytes() == before


def test_a_folder_is_no_database(run: Run, tmp_path: Path) -> None:
    for command in ("visits", "sample"):
        assert one_sentence(run(command, tmp_path)) == f"{tmp_path} is not a file."


def test_a_damaged_database_is_said_to_be_one(
    run: Run, databases: Databases, tmp_path: Path
) -> None:
    path = databases.new_file(tmp_path / "desk.db")
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    assert "is damaged" in one_sentence(run("visits", path))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://desk:secret@127.0.0.1:1/desk", "cannot be reached"),
        ("postgresql://desk:secret@nowhere.invalid/desk", "cannot be reached"),
        ("mysql://desk:secret@127.0.0.1/desk", "mysql databases are not supported"),
        ("://desk", "neither a file nor a database address"),
    ],
)
def test_a_server_that_is_not_there_is_said_in_words(run: Run, address: str, words: str) -> None:
    told = one_sentence(run("visits", address))
    assert words in told
    assert "secret" not in told


@pytest.mark.parametrize("reference", ["2026-002", "x", "2026-001/1", "2026-" + "9" * 30, "%"])
def test_an_unknown_visit_is_said_in_words(
    run: Run, sample: str, tmp_path: Path, reference: str
) -> None:
    told = f"There is no visit {reference}; references look like 2026-001."
    assert one_sentence(run("check", sample, reference)) == told
    assert one_sentence(run("invites", sample, reference, "--out", tmp_path / "out")) == told
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("reference", ["2026-001/99", "2026-001", "x", "2026-001/" + "9" * 30])
def test_an_unknown_event_is_said_in_words(
    run: Run, sample: str, tmp_path: Path, reference: str
) -> None:
    said = run("attendance", sample, reference, "--out", tmp_path / "list.pdf")
    assert one_sentence(said) == (
        f"There is no event {reference}; references look like 2026-001/3."
    )
    assert not (tmp_path / "list.pdf").exists()


def test_an_event_of_another_visit_is_refused(run: Run, sample: str, tmp_path: Path) -> None:
    from datetime import datetime

    from desk.services import programme

    desk = Desk(open_store(sample), clock=clock, who="Rani")
    programme.create_event(
        desk, title="Rapat", starts=datetime(2026, 12, 6, 9), ends=datetime(2026, 12, 6, 10)
    )
    desk.store.close()
    said = run("invites", sample, "2026-001", "--out", tmp_path / "out", "--event", "2026/1")
    assert one_sentence(said) == "The event 2026/1 is not part of the visit 2026-001."


@pytest.mark.parametrize(
    ("words", "languages"),
    [
        (("visits",), "id, en, ru, kk"),
        (("invites", "2026-001", "--out", "{out}"), "id, en, ru, kk"),
        (("attendance", "2026-001/6", "--out", "{out}"), "id, en, ru, kk"),
        (("check",), "id, en"),
        (("sample",), "id, en"),
        (("screenshots", "--out", "{out}"), "id, en"),
        (("tour", "--out", "{out}"), "id, en"),
    ],
)
def test_an_unknown_language_is_said_in_words(
    run: Run, sample: str, tmp_path: Path, words: tuple[str, ...], languages: str
) -> None:
    command, *rest = (word.replace("{out}", str(tmp_path / "out")) for word in words)
    database = () if command == "tour" else (sample,)
    said = run(command, *database, *rest, "--language", "de")
    assert one_sentence(said) == (f"de is not a language this can be had in; choose {languages}.")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-12-07", "Monday, 7 December 2026 is none"),
        ("2026-02-30", "2026-02-30 is no date; dates look like 2026-12-06"),
        ("tomorrow", "tomorrow is no date"),
        ("", "is no date"),
        ("0206-12-07", "Choose a year from 1900 to 2200"),
        ("9999-12-26", "Choose a year from 1900 to 2200"),
    ],
)
def test_a_day_that_cannot_be_leaves_no_database(
    run: Run, tmp_path: Path, day: str, words: str
) -> None:
    said = run("sample", tmp_path / "new.db", "--on", day)
    assert words in one_sentence(said)
    assert list(tmp_path.iterdir()) == []


def test_the_sample_is_not_loaded_over_anything(run: Run, sample: str) -> None:
    before = run("visits", sample, "--json")
    assert "the sample wants a new database" in one_sentence(run("sample", sample))
    assert run("visits", sample, "--json") == before


@pytest.mark.parametrize("rows", ["-1", "501"])
def test_blank_rows_are_counted(run: Run, sample: str, tmp_path: Path, rows: str) -> None:
    said = run(
        "attendance", sample, "2026-001/6", "--out", tmp_path / "l.pdf", "--blank-rows", rows
    )
    assert one_sentence(said) == "Give a number of blank rows from 0 to 500."


def test_a_place_that_cannot_be_written_is_said_in_words(
    run: Run, sample: str, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    said = run("invites", sample, "2026-001", "--out", taken)
    assert one_sentence(said).startswith(f"{taken} cannot be written: ")
    assert "cannot be written" in one_sentence(run("tour", "--out", taken))
    assert "cannot be written" in one_sentence(run("screenshots", sample, "--out", taken))
    for place in (taken / "list.pdf", tmp_path):
        said = run("attendance", sample, "2026-001/6", "--out", place)
        assert "cannot be written" in one_sentence(said)
    said = run("attendance", sample, "2026-001/6", "--out", ".")
    assert one_sentence(said) == ". is a folder; give the file a name."
    assert taken.read_text() == "a file"
    # Nothing was noted as printed or sent: what comes now is the first.
    run("attendance", sample, "2026-001/6", "--out", tmp_path / "list.pdf")
    [step, *_rest] = last_steps(sample)
    assert (step, len(_rest)) == ("Produce a document", 1)


def last_steps(address: str) -> list[str]:
    from desk.services import history

    desk = Desk(open_store(address), clock=clock, who="Rani")
    try:
        return [row.label for row in history.steps(desk) if not row.label.startswith("Time zone")]
    finally:
        desk.store.close()


def test_a_database_that_another_program_holds_is_said_to_be_busy(
    databases: Databases, tmp_path: Path, capsys: pytest.CaptureFixture[str], run: Run
) -> None:
    path = tmp_path / "desk.db"
    assert run("sample", path, "--on", "2026-12-06").status == 0

    def opener(address: str) -> Desk:
        return Desk(open_store(address, patience=0.1), clock=clock, who="Rani")

    out = tmp_path / "list.pdf"
    words = ["attendance", str(path), "2026-001/6", "--out", str(out)]
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        # Who only reads need not wait.
        assert run("visits", path).status == 0
        status = run_command(
            read_arguments(words), open_existing=opener, open_or_make=opener, photograph=photograph
        )
        other.rollback()
    out_and_err = capsys.readouterr()
    said = Said(status, out_and_err.out, out_and_err.err)
    assert "is busy: another program holds it" in one_sentence(said)
    assert not out.exists()
    assert run(*words).status == 0


def test_interrupting_is_no_mistake(
    run: Run, sample: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_address: str) -> Desk:
        raise KeyboardInterrupt

    status = run_command(
        read_arguments(["visits", sample]),
        open_existing=interrupted,
        open_or_make=interrupted,
        photograph=photograph,
    )
    assert (status, *capsys.readouterr()) == (130, "", "")
