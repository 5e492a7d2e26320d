"""desk/store/backup.py: a copy is whole, of one moment, and for its owner alone."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from desk.model.errors import StoreProblem
from desk.store.backup import copy_to
from desk.store.store import Store, open_store
from tests.fixtures.images import all_images
from tests.fixtures.rows import ME, NOW, person
from tests.fixtures.steps import add, undo


def test_a_copy_holds_what_was_committed_while_work_goes_on(
    file_store: Store, tmp_path: Path
) -> None:
    add(file_store, person("Serik"))
    before = all_images(file_store)
    copy = tmp_path / "copy.db"
    with file_store.work("Add", who=ME, at=NOW) as work, file_store.read():
        work.session.keep(person("Abai"))
        copy_to(file_store, copy)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert sorted(one.name for one in tmp_path.glob("copy*")) == ["copy.db"]
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with closing(open_store(copy, create=False)) as copied:
        assert all_images(copied) == before
        undo(copied)
    assert len(all_images(file_store)) == len(before) + 1


def test_a_copy_takes_the_place_of_an_older_one(file_store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_to(file_store, copy)
    add(file_store, person())
    copy_to(file_store, copy)
    with closing(open_store(copy)) as copied:
        assert all_images(copied) == all_images(file_store)


def test_a_copy_that_cannot_be_made_leaves_nothing(file_store: Store, tmp_path: Path) -> None:
    nowhere = tmp_path / "no" / "folder" / "copy.db"
    with pytest.raises(StoreProblem, match="could not be made: No such file or directory"):
        copy_to(file_store, nowhere)
    folder = tmp_path / "folder.db"
    folder.mkdir()
    with pytest.raises(StoreProblem, match="could not be made: Is a directory"):
        copy_to(file_store, folder)
    assert sorted(one.name for one in tmp_path.iterdir() if "desk" not in one.name) == ["folder.db"]


def test_a_database_is_not_copied_onto_itself(file_store: Store) -> None:
    assert file_store.path is not None
    add(file_store, person())
    with pytest.raises(StoreProblem, match="onto itself"):
        copy_to(file_store, file_store.path)
    assert len(all_images(file_store)) == 2


def test_a_server_is_copied_by_its_administrator(store: Store, tmp_path: Path) -> None:
    if store.is_shared:
        with pytest.raises(StoreProblem, match="pg_dump"):
            copy_to(store, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
