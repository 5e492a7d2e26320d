"""The command line, run within the tests on databases of either kind."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from desk.cli.arguments import read_arguments
from desk.cli.run import run_command
from desk.cli.screen_language import speak
from desk.locale import use_language
from desk.services.desk import Desk
from desk.services.opening import open_desk
from tests.fixtures.stores import address, databases, new_address

__all__ = ["address", "databases", "new_address"]


class Said(NamedTuple):
    """What a command ended with: its exit status, what it wrote, what it complained of."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


def clock() -> datetime:
    """Thursday, 3 December 2026, 10.24 at the office (WITA)."""
    return datetime(2026, 12, 3, 2, 24, tzinfo=UTC)


def opened(address: str, *, create: bool) -> Desk:
    """The desk on a database, by the clock of the tests."""
    return open_desk(address, clock=clock, who="Rani", create=create)


def photograph(_desk: Desk, folder: Path, language: str, theme: str) -> list[Path]:
    """One picture, as the window takes many."""
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / f"today-{language}-{theme}.png"
    picture.write_bytes(b"a picture")
    return [picture]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command as `python -m desk` does, with another clock and camera."""

    def run_words(*words: str | Path, language: str | None = None) -> Said:
        given = [str(word) for word in words]
        speak(language, {})
        try:
            status = run_command(
                read_arguments(given),
                open_existing=lambda place: opened(place, create=False),
                open_or_make=lambda place: opened(place, create=True),
                photograph=photograph,
            )
        except SystemExit as end:
            status = int(end.code or 0)
        finally:
            use_language("en")
        out, err = capsys.readouterr()
        return Said(status, out, err)

    return run_words


@pytest.fixture
def sample(address: str, run: Run) -> str:
    """A database with the sample visit; its address."""
    said = run("sample", address, "--on", "2026-12-06")
    assert (said.status, said.err) == (0, "")
    return address
