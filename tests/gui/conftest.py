"""A desk on a file of its own at a fixed moment, and the window on it."""

from collections.abc import Callable, Generator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.main_window import MainWindow
from desk.gui.remembered import Remembered
from desk.gui.tasks import stop_all_tasks
from desk.gui.theme_choice import put_on_theme
from desk.locale import use_language
from desk.services import samples
from desk.services.desk import Desk
from desk.store.store import open_store

NOW = datetime(2026, 12, 3, 2, 24, tzinfo=UTC)
"""10.24 WITA on a Thursday, three days before the sample's Sunday."""
SUNDAY = date(2026, 12, 6)


class Clock:
    """A clock that a test can set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Opener:
    """Opens real databases for the window, as the composition root does."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.closed: list[Desk] = []

    def open(self, address: str, *, create: bool) -> Desk:
        return Desk(open_store(address, create=create), clock=self._clock, who="Sari")

    def close(self, desk: Desk) -> None:
        self.closed.append(desk)
        desk.store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opener(clock: Clock) -> Opener:
    return Opener(clock)


@pytest.fixture
def address(tmp_path: Path) -> str:
    return str(tmp_path / "desk.db")


@pytest.fixture
def desk(address: str, clock: Clock) -> Generator[Desk]:
    """A desk beside the window's own, on the same file."""
    store = open_store(address)
    yield Desk(store, clock=clock, who="Sari")
    # Nothing reads a store any more that is closed.
    stop_all_tasks()
    store.close()


@pytest.fixture
def sample(desk: Desk, qapp: QApplication) -> int:
    """The sample visit, in both languages; its id."""
    use_language("en")
    return samples.load_sample(desk, on=SUNDAY)


@pytest.fixture
def context(desk: Desk) -> Context:
    context = Context(desk)
    desk.committed = context.committed.emit
    return context


@pytest.fixture
def remembered(tmp_path: Path) -> Remembered:
    return Remembered(tmp_path / "window.ini")


OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, opener: Opener, remembered: Remembered, tmp_path: Path
) -> Generator[OpenWindow]:
    """Opens a window on an address and waits until it shows something."""
    use_language("en")
    put_on_theme("light")
    windows: list[MainWindow] = []

    def open_one(
        address: str, *, width: int = 1440, height: int = 900, first_start: bool = False
    ) -> MainWindow:
        if not first_start:
            remembered.language = "en"
        window = MainWindow(opener, remembered, today=NOW.date(), folder=tmp_path)
        windows.append(window)
        window.resize(width, height)
        with qtbot.waitSignal(window.today_shown, timeout=10_000):
            window.start(address)
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_one
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.processEvents()
    use_language("en")
    put_on_theme("light")


@pytest.fixture
def window(sample: int, address: str, open_window: OpenWindow) -> MainWindow:
    """The window on the sample visit, at Today."""
    return open_window(address)
