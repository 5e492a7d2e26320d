"""`python -m desk` for real: another process, its exit status, its streams."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desk.services import samples
from desk.services.desk import Desk
from desk.store.store import open_store
from tests.cli.conftest import clock
from tests.fixtures.desks import SUNDAY
from tests.fixtures.stores import Databases

ROOT = Path(__file__).resolve().parents[2]


def start(*words: str | Path, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "desk", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(*words: str | Path, **environment: str) -> tuple[int, str, str]:
    with start(*words, **environment) as process:
        out, err = process.communicate(timeout=120)
        return process.returncode, out.decode("utf-8"), err.decode("utf-8")


@pytest.fixture(scope="module")
def sample(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the sample visit, for reading."""
    path = databases.new_file(tmp_path_factory.mktemp("program") / "contoh Қазақ.db")
    with closing(open_store(path)) as store:
        samples.load_sample(Desk(store, clock=clock, who="Rani"), on=SUNDAY)
    return path


def test_a_database_is_made_and_told_as_json(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "desk.db"
    status, out, err = run("sample", path, "--on", "2026-12-06")
    assert (status, err) == (0, "")
    assert out.startswith("2026-001")
    status, out, err = run("visits", path, "--json")
    assert (status, err) == (0, "")
    [visit] = json.loads(out)
    assert visit["delegation"][2]["name"] == "Mankaraev Kaisa Zakirovich"
    assert path.stat().st_mode & 0o077 == 0


def test_the_screen_speaks_indonesian_when_asked_or_when_the_system_does(sample: Path) -> None:
    _status, asked, _err = run("check", sample, "--language", "id")
    _status, found, _err = run("check", sample, LC_ALL="id_ID.UTF-8")
    _status, english, _err = run("check", sample, LC_ALL="C.UTF-8")
    assert asked == found
    assert asked != english


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("visits", "{folder}/none.db"), "There is no database at"),
        (("visits", "{folder}"), "is not a file."),
        (("visits", "postgresql://desk@127.0.0.1:1/desk"), "cannot be reached"),
        (("check", "{sample}", "2026-009"), "There is no visit 2026-009"),
        (("visits", "{sample}", "--language", "de"), "de is not a language"),
        (("--language", "kk"), "kk is not a language"),
    ],
)
def test_a_mistake_is_one_sentence_and_status_1(
    sample: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    status, out, err = run(
        *(word.format(folder=tmp_path, sample=sample) for word in words),
        QT_QPA_PLATFORM="offscreen",
    )
    assert (status, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1


def test_wrong_usage_is_status_2_and_help_is_0() -> None:
    assert run("visits")[0] == 2
    status, out, err = run("--help")
    assert (status, err) == (0, "")
    assert "attendance" in out


def test_an_old_console_gets_json_that_is_still_json(sample: Path) -> None:
    status, out, err = run("visits", sample, "--json", "--language", "kk", PYTHONIOENCODING="ascii")
    assert (status, err) == (0, "")
    assert out.isascii()
    assert json.loads(out) == json.loads(
        run("visits", sample, "--json", "--language", "kk", PYTHONIOENCODING="utf-8")[1]
    )
    status, _out, err = run("visits", sample, "--language", "kk", PYTHONIOENCODING="ascii")
    assert (status, err) == (0, "")


def test_a_reader_that_goes_away_is_no_mistake(sample: Path) -> None:
    with start("visits", sample, "--json") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaints = process.stderr.read()
        assert process.wait(timeout=120) == 141
    assert complaints == b""


@pytest.mark.parametrize("full", [path for path in (Path("/dev/full"),) if path.exists()])
def test_a_full_disk_behind_the_output_is_said_in_words(sample: Path, full: Path) -> None:
    with full.open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "desk", "visits", str(sample), "--json"],
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "The output cannot be written: No space left on device.\n"
