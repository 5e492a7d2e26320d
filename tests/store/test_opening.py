"""desk/store/opening.py: what is opened, what is made, and what is refused in one sentence."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from desk.model.errors import StoreProblem
from desk.model.tables import Person
from desk.store.engines import engine_for
from desk.store.schema import create_schema
from desk.store.store import Store, open_store
from tests.fixtures.rows import person
from tests.fixtures.steps import add, rows_of

ROOT = Path(__file__).resolve().parents[2]


def names(store: Store) -> list[str]:
    return [row.full_name for row in rows_of(store, Person)]


def refusal(address: str | Path, *, create: bool = True) -> str:
    """The sentence that opening ends with."""
    with pytest.raises(StoreProblem) as caught:
        open_store(address, create=create, patience=0.1)
    return caught.value.message


def siblings(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def test_a_new_database_is_made_and_found_again(new_address: str) -> None:
    with closing(open_store(new_address)) as store:
        add(store, person())
    with closing(open_store(new_address, create=False)) as store:
        assert names(store) == ["Serik"]


def test_without_leave_nothing_is_made(new_address: str, tmp_path: Path) -> None:
    assert refusal(new_address, create=False).startswith("There is no database at ")
    assert list(tmp_path.iterdir()) == []


def test_two_desks_work_on_one_database(new_address: str) -> None:
    with closing(open_store(new_address)) as mine, closing(open_store(new_address)) as theirs:
        add(mine, person("Serik"))
        add(theirs, person("Abai"))
        assert names(mine) == names(theirs) == ["Serik", "Abai"]
        assert mine.is_shared is (mine.path is None)


def test_desks_that_start_in_the_same_moment_make_one_database(new_address: str) -> None:
    with ThreadPoolExecutor(4) as desks:
        stores = list(desks.map(open_store, [new_address] * 4))
    for number, store in enumerate(stores):
        add(store, person(f"Guest {number}"))
    assert len(names(stores[0])) == 4
    for store in stores:
        store.close()


def test_a_desk_waits_while_another_turns_the_log_on(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    other = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with ThreadPoolExecutor(1) as desks:
        opening = desks.submit(open_store, path)
        # The other desk holds the file until this one has asked for it at least once.
        assert wait([opening], timeout=0.3).done == set()
        other.execute("COMMIT")
        opening.result().close()
    other.close()


def test_a_path_may_hold_any_characters(tmp_path: Path) -> None:
    path = tmp_path / "meja 50% #1? протокол" / "desk.db"
    with closing(open_store(path)) as store:
        add(store, person())
    with closing(open_store(str(path), create=False)) as store:
        assert (store.path, names(store)) == (path, ["Serik"])
    with closing(open_store(f"sqlite:///{tmp_path}/desk.db")) as store:
        assert store.path == tmp_path / "desk.db"


def test_a_database_and_what_lies_beside_it_are_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with closing(open_store(path)) as store:
        add(store, person())
        modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()}
    assert modes == {"desk.db": 0o600, "desk.db-shm": 0o600, "desk.db-wal": 0o600}
    assert siblings(path) == ["desk.db"]


def test_an_empty_file_becomes_a_database_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.touch(0o644)
    with closing(open_store(path)) as store:
        assert names(store) == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_empty_file_is_no_database_to_read(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.touch()
    assert refusal(path, create=False) == f"There is no database at {path}."
    assert path.stat().st_size == 0


def test_a_desk_stopped_before_its_first_table_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    assert path.stat().st_size > 0
    assert refusal(path, create=False) == f"There is no database at {path}."
    with closing(open_store(path)) as store:
        assert names(store) == []


def test_a_desk_stopped_before_its_log_was_moved_is_no_obstacle(tmp_path: Path) -> None:
    first = tmp_path / "first.db"
    engine = engine_for(first)
    with engine.execution_options(writes=True).begin() as connection:
        create_schema(connection)
    for suffix in ("", "-wal"):
        shutil.copy(f"{first}{suffix}", tmp_path / f"second.db{suffix}")
    engine.dispose()
    second = tmp_path / "second.db"
    assert second.read_bytes()[68:72] == bytes(4)
    with closing(open_store(second, create=False)) as store:
        assert names(store) == []


def test_a_text_file_is_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Yth. Bapak Duta Besar")
    assert refusal(path) == f"{path} is not a Pandurata database; it was left untouched."
    assert path.read_text() == "Yth. Bapak Duta Besar"
    assert siblings(path) == ["letter.txt"]


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
@pytest.mark.parametrize("application_id", [0, 0x0F055112])
def test_another_programs_database_is_left_untouched(
    tmp_path: Path, journal: str, application_id: int
) -> None:
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute(f"PRAGMA application_id={application_id}")
        connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY)")
        connection.commit()
    before = path.read_bytes()
    assert refusal(path) == f"{path} is not a Pandurata database; it was left untouched."
    assert path.read_bytes() == before
    assert siblings(path) == ["places.sqlite"]


def test_another_programs_database_in_use_is_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY)")
        connection.commit()
        assert refusal(path) == f"{path} is not a Pandurata database; it was left untouched."
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)


def test_a_folder_or_a_pipe_is_not_a_database(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path} is not a file."
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal(pipe) == f"{pipe} is not a file."


def test_a_path_through_a_file_or_with_an_endless_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    through = tmp_path / "file" / "desk.db"
    assert refusal(through).startswith(f"{through} cannot be opened: ")
    endless = tmp_path / ("x" * 300)
    assert refusal(endless) == f"{endless} cannot be opened: File name too long."


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A closed database with some people."""
    path = tmp_path / "desk.db"
    with closing(open_store(path)) as store:
        add(store, *[person(f"Guest {number}") for number in range(200)])
    return path


def test_a_cut_off_database_is_called_damaged(filled: Path) -> None:
    cut = filled.read_bytes()[:8192]
    filled.write_bytes(cut)
    assert "is damaged; it was left as it is" in refusal(filled)
    assert filled.read_bytes() == cut


def test_a_database_with_a_broken_catalogue_is_called_damaged(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    content[100:4096] = b"\xff" * 3996
    filled.write_bytes(content)
    assert "is damaged; it was left as it is" in refusal(filled)
    assert filled.read_bytes() == content


def test_a_database_without_its_tables_is_called_damaged(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("DROP TABLE alembic_version")
        connection.commit()
    assert "is damaged" in refusal(filled)


def test_damage_found_while_reading_is_said_in_words(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    start = content.index(b"Guest 150") // 4096 * 4096
    content[start : start + 4096] = b"\xff" * 4096
    filled.write_bytes(content)
    with closing(open_store(filled)) as store, pytest.raises(StoreProblem, match="is damaged"):
        rows_of(store, Person)


def test_a_database_of_a_newer_program_is_left_untouched(new_address: str) -> None:
    open_store(new_address).close()
    engine = engine_for(new_address)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num='9999'"))
    engine.dispose()
    path = Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None
    before = path.read_bytes() if path else b""
    assert "was written by a newer version of Pandurata; install the newer" in refusal(new_address)
    if path:
        assert path.read_bytes() == before
        assert siblings(path) == [path.name]


def test_a_database_that_another_program_holds_is_called_busy(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        assert refusal(filled) == (
            f"The database {filled} is busy: another program holds it. Try again."
        )
    open_store(filled).close()


def test_an_address_that_is_none_is_refused(tmp_path: Path) -> None:
    assert "is neither a file nor a database address" in refusal("postgresql://host:port/desk")
    assert "mysql databases are not supported" in refusal("mysql://root@localhost/desk")
    assert "http databases are not supported" in refusal("http://example.org/desk")
    assert "sqlite databases are not supported" in refusal("sqlite://")
    assert "somebody unknown" in refusal("~nobody_of_that_name/desk.db")
    nowhere = tmp_path / "no" / "server"
    sentence = refusal(f"postgres://rani:secret@/desk?host={nowhere}")
    assert sentence.endswith("cannot be reached; check the server and the network.")
    assert "secret" not in sentence


NOBODY = """
import os, sys
from desk.model.errors import StoreProblem
from desk.store.store import open_store

open_store(sys.argv[1]).close()  # everything is loaded before the rights are given away
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for path in sys.argv[2:]:
    try:
        open_store(path)
    except StoreProblem as problem:
        print(problem.message)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter; those of `tmp_path` lie in one that nobody else may."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def test_what_may_not_be_written_or_read_is_said_in_words(
    filled: Path, tmp_path: Path, open_folder: Path
) -> None:
    file, folder, secret = (open_folder / name for name in ("file.db", "folder/desk.db", "no.db"))
    folder.parent.mkdir()
    for path, mode in ((file, 0o444), (folder, 0o666), (secret, 0o000)):
        shutil.copy(filled, path)
        path.chmod(mode)
    new = folder.parent / "new.db"
    before = file.read_bytes()
    folder.parent.chmod(0o555)
    try:
        outcome = subprocess.run(
            [sys.executable, "-c", NOBODY, tmp_path / "warm.db", file, folder, secret, new],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        folder.parent.chmod(0o755)
    assert outcome.stderr == ""
    assert outcome.stdout.splitlines() == [
        f"The database {file} may only be read, not written; check its permissions.",
        f"The folder {folder.parent} may only be read, not written; check its permissions.",
        f"{secret} cannot be opened: Permission denied.",
        f"{new} cannot be opened: Permission denied.",
    ]
    assert file.read_bytes() == before
