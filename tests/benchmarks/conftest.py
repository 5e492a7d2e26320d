"""Small decades for the tests beside this file, each made once; to be read, not to be changed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desk.services.desk import Desk
from desk.services.opening import open_desk
from desk.store.store import open_store
from tests.benchmarks.decade import NOW, make_decade
from tests.fixtures.stores import address, databases, file_store, store

__all__ = ["address", "databases", "file_store", "small_decade", "store", "tenfold_decade"]

SMALL, TENFOLD = 0.005, 0.05


def _decade(path: Path, scale: float) -> Iterator[Desk]:
    with closing(open_store(path)) as empty:
        make_decade(empty, scale=scale)
    desk = open_desk(path, clock=lambda: NOW, who="Protokol", create=False)
    with closing(desk.store):
        yield desk


@pytest.fixture(scope="session")
def small_decade(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A decade of 25 visits."""
    yield from _decade(tmp_path_factory.mktemp("small") / "decade.db", SMALL)


@pytest.fixture(scope="session")
def tenfold_decade(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Ten times as much in the same ten years."""
    yield from _decade(tmp_path_factory.mktemp("tenfold") / "decade.db", TENFOLD)
