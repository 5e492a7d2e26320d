"""Killed at any moment, a desk loses nothing it said was kept and leaves nothing half done."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import IO

import pytest

from desk.model.changes import StepKind
from desk.model.tables import Event, HistoryChange, HistoryStep, Person, SearchEntry, Visit
from desk.store.store import Store, open_store
from tests.fixtures.images import all_images
from tests.fixtures.rows import ME, NOW, event, person, visit
from tests.fixtures.steps import add, redo, rows_of, undo

ROOT = Path(__file__).resolve().parents[2]

KILLED = 30
"""How often it is killed while writing, and half as often while making a new database."""

_EVENTS = 3


class Writer:
    """A process that has everything loaded and forks one desk after the other."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._to = _stream(process.stdin)
        self._from = _stream(process.stdout)

    def kill(self, path: Path, *, lines: int, then: float) -> list[str]:
        """Let a desk write there and kill it `then` seconds after it said `lines` lines.

        Gives all that it said.
        """
        self._to.write(f"{path}\n")
        self._to.flush()
        number = int(self._line())
        said: list[str] = []
        while len(said) < lines:
            said.append(self._line())
            assert said[-1] != "over", "the desk ended by itself"
        time.sleep(then)
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
        while (line := self._line()) != "over":
            said.append(line)
        return said

    def _line(self) -> str:
        line = self._from.readline()
        assert line.endswith("\n"), "the writer ended by itself"
        return line.strip()


def _stream(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


@pytest.fixture(scope="module")
def writer() -> Iterator[Writer]:
    """The process to be killed again and again."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.test_sudden_end"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Writer(process)
        _stream(process.stdin).close()


def test_a_desk_killed_while_writing_keeps_whole_steps(writer: Writer, tmp_path: Path) -> None:
    path, random, kept = tmp_path / "desk.db", Random(1), 0
    open_store(path).close()
    for _time in range(KILLED):
        said = writer.kill(path, lines=random.randint(2, 5), then=random.uniform(0, 0.04))
        finished = [int(line) for line in said if line.isdigit()]
        with closing(open_store(path, create=False)) as store:
            kept = check_whole(store, at_least=max([kept, *finished]))
    assert kept > KILLED
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.execute("INSERT INTO search_index(search_index) VALUES ('integrity-check')")


def check_whole(store: Store, *, at_least: int) -> int:
    """Every step is whole, none that was reported is missing, undo works; how many there are."""
    steps = rows_of(store, HistoryStep)
    done = [step for step in steps if step.kind is StepKind.DO]
    assert [int(step.label) for step in done] == list(range(1, len(done) + 1))
    assert len(done) >= at_least
    visits, events = rows_of(store, Visit), rows_of(store, Event)
    assert [row.number for row in visits] == list(range(1, len(done) + 1))
    assert sorted(row.visit_id for row in events) == sorted([row.id for row in visits] * _EVENTS)
    assert len(rows_of(store, Person)) == len(done)
    assert len(rows_of(store, SearchEntry)) == len(done) * (_EVENTS + 2)
    by_step: dict[int, int] = {}
    for row in rows_of(store, HistoryChange):
        by_step[row.step_id] = by_step.get(row.step_id, 0) + 1
    assert {by_step[step.id] for step in steps} <= {_EVENTS + 2}
    if done:
        full = all_images(store)
        undo(store)
        assert len(rows_of(store, Visit)) == len(visits) - 1
        redo(store)
        assert all_images(store) == full
    return len(done)


def test_a_desk_killed_while_making_a_database_is_no_obstacle(
    writer: Writer, tmp_path: Path
) -> None:
    random = Random(2)
    for number in range(KILLED // 2):
        path = tmp_path / f"{number}.db"
        writer.kill(path, lines=1, then=random.uniform(0, 0.05))
        with closing(open_store(path)) as store:
            add(store, person())
            assert len(rows_of(store, Person)) >= 1


def write_forever(path: str) -> None:
    """Write numbered steps of several rows, and say each number once it is kept."""
    tell("opening")
    store = open_store(path)
    number = len(rows_of(store, Visit))
    tell("begun")
    while True:
        number += 1
        write(store, number)
        tell(str(number))


def write(store: Store, number: int) -> None:
    """Write one step of several rows."""
    with store.work(str(number), who=ME, at=NOW) as work:
        own = work.session.keep(visit(number))
        for place in range(_EVENTS):
            work.session.keep(event(own.id, place, uid=f"{number}/{place}"))
        work.session.keep(person(f"Guest {number}"))


def tell(line: str) -> None:
    """Say it at once: what lies in a buffer dies with the process."""
    os.write(1, f"{line}\n".encode())


def main() -> None:
    """For each path that is read, let a child write there, and say when it has ended."""
    with tempfile.TemporaryDirectory() as folder, closing(open_store(f"{folder}/desk.db")) as store:
        write(store, 1)
    for line in sys.stdin:
        number = os.fork()
        if number == 0:
            tell(str(os.getpid()))
            write_forever(line.strip())
        os.waitpid(number, 0)
        tell("over")


if __name__ == "__main__":
    main()
