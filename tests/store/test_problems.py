"""desk/store/problems.py: what happens to a database in the middle of work, said in words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from desk.model.errors import StoreProblem, UserError
from desk.model.tables import HistoryStep, Organisation, Person, SearchEntry
from desk.store.store import Store, open_store
from tests.fixtures.images import all_images
from tests.fixtures.rows import COLLEAGUE, ME, NOW, person
from tests.fixtures.steps import add, rows_of, undo


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Every database opened meanwhile may grow to 180 pages only, as on a disk that fills up."""

    def on_connect(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA max_page_count=180")

    event.listen(Engine, "connect", on_connect)
    yield
    event.remove(Engine, "connect", on_connect)


def test_a_full_disk_loses_nothing_and_the_database_stays_usable(
    file_store: Store, small_disk: None
) -> None:
    path = file_store.path
    assert path is not None
    file_store.close()
    with closing(open_store(path)) as store:
        with pytest.raises(StoreProblem) as caught:
            _fill(store)
        kept = len(rows_of(store, HistoryStep))
        assert caught.value.message == (
            f"The disk is full; nothing was lost, but {path} cannot be written."
        )
        assert kept > 5
        assert len(rows_of(store, Person)) == 2 * kept
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.execute("INSERT INTO search_index(search_index) VALUES ('integrity-check')")
        connection.execute("PRAGMA max_page_count=1000000")
    with closing(open_store(path)) as store:
        undo(store)
        assert len(rows_of(store, Person)) == len(rows_of(store, SearchEntry)) == 2 * kept - 2


def _fill(store: Store) -> None:
    for number in range(1000):
        add(store, person(f"Guest {number}", notes="x" * 2000), person("Aide"))


def test_a_writer_waits_for_another_and_is_told_when_it_takes_too_long(
    store: Store, address: str
) -> None:
    with closing(open_store(address, patience=0.2)) as other:
        with store.work("Add", who=ME, at=NOW) as work:
            work.session.keep(person("Serik"))
            with pytest.raises(StoreProblem, match="busy: another program holds it"):
                add(other, person("Abai"), who=COLLEAGUE)
            assert rows_of(other, Person) == []
        add(other, person("Abai"), who=COLLEAGUE)
        assert [row.full_name for row in rows_of(other, Person)] == ["Serik", "Abai"]


def test_writers_take_turns(store: Store) -> None:
    def write(name: str) -> None:
        for number in range(10):
            add(store, person(f"{name} {number}"), Organisation(short_name=name), who=name)

    threads = [Thread(target=write, args=(name,)) for name in (ME, COLLEAGUE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rows_of(store, Person)) == 20
    for name in (ME, COLLEAGUE):
        for _number in range(10):
            undo(store, name)
    assert all_images(store).keys() == {("setting", 1)}


def test_a_value_the_server_cannot_keep_is_said_in_words(store: Store) -> None:
    if store.is_shared:
        with pytest.raises(UserError, match="cannot be kept"):
            add(store, person("Serik", country="Kazakhstan"))
        with pytest.raises(UserError, match="cannot be kept"):
            add(store, person("Se\x00rik"))
    assert rows_of(store, Person) == []


def test_a_mistake_in_a_statement_is_ours(store: Store) -> None:
    with pytest.raises(Exception, match="no_such_table") as caught, store.read() as session:
        session.connection().execute(text("SELECT 1 FROM no_such_table"))
    assert not isinstance(caught.value, UserError)
