"""Every database that a released version wrote still opens, with all that is in it."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desk.model.choices import Acting, Status
from desk.model.tables import Event, Office, Person, Visit
from desk.store.schema import HEAD
from desk.store.search import find
from desk.store.store import Store, open_store
from tests.databases.make import FOLDER, fill
from tests.fixtures.images import all_images
from tests.fixtures.steps import redo, rows_of, undo

STORED = sorted(path.stem for path in FOLDER.glob("*.db"))


@pytest.fixture(params=STORED)
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A copy of one stored database, opened with this version."""
    path = tmp_path / "desk.db"
    shutil.copyfile(FOLDER / f"{request.param}.db", path)
    with closing(open_store(path, create=False)) as store:
        yield store


def test_there_is_a_stored_database_of_the_present_schema() -> None:
    assert HEAD in STORED


def test_what_a_stored_database_holds_can_be_read(stored: Store) -> None:
    visit = rows_of(stored, Visit)[0]
    assert (visit.year, visit.number, visit.status) == (2026, 1, Status.CONFIRMED)
    assert visit.title == {"en": "Delegation from Kazakhstan", "id": "Delegasi Kazakhstan"}
    assert [row.full_name for row in rows_of(stored, Person)] == [
        "Қайса",
        "Syarifah Alawiyah",
        "Serik",
    ]
    assert [row.acting for row in rows_of(stored, Office)] == [None, Acting.PLT]
    event = rows_of(stored, Event)[0]
    assert (event.starts.isoformat(), event.starts_at.isoformat(), event.place) == (
        "2026-03-15T09:00:00",
        "2026-03-15T01:00:00+00:00",
        "second floor",
    )
    with stored.read() as session:
        assert [(hit.kind, hit.row_id) for hit in find(session, "kajsa akimat")] == [("person", 1)]


def test_what_was_done_in_a_stored_database_can_be_undone(stored: Store) -> None:
    full = all_images(stored)
    for _step in range(3):
        undo(stored)
    assert {name for name, _row_id in all_images(stored)} == {"setting"}
    for _step in range(3):
        redo(stored)
    assert all_images(stored) == full


def test_the_present_stored_database_holds_what_its_maker_writes(tmp_path: Path) -> None:
    stored = tmp_path / "stored.db"
    shutil.copyfile(FOLDER / f"{HEAD}.db", stored)
    with (
        closing(open_store(stored)) as old,
        closing(open_store(tmp_path / "made.db")) as made,
    ):
        fill(made)
        left, right = all_images(old), all_images(made)
    # The zone data of that day.
    del left["setting", 1], right["setting", 1]
    assert left == right
