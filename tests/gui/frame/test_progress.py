from collections.abc import Generator

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.gui.frame.progress import TaskProgress
from desk.gui.frame.status_bar import StatusBar
from desk.gui.tasks import run_task
from desk.locale import use_language
from desk.model.progress import Progress


def test_work_is_shown_until_it_ends(qtbot: QtBot) -> None:
    use_language("en")
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    TaskProgress(bar, bar)
    seen: list[tuple[int, str]] = []

    def work() -> Generator[Progress, None, int]:
        yield Progress(1, 4, "Writing 1 of 4")
        yield Progress(4, 4, "Writing 4 of 4")
        return 4

    done: list[int] = []
    run_task(
        bar,
        work,
        on_progress=lambda progress: seen.append((bar._bar.value(), bar._work.text())),
        on_done=done.append,
    )
    assert bar._cancel.isVisible()
    qtbot.waitUntil(lambda: done == [4])
    assert seen == [(1, "Writing 1 of 4"), (4, "Writing 4 of 4")]
    assert not bar._cancel.isVisible()
    assert not bar._bar.isVisible()


def test_cancel_stops_the_work(qtbot: QtBot) -> None:
    use_language("en")
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    TaskProgress(bar, bar)

    def endless() -> Generator[Progress, None, None]:
        while True:
            yield Progress(0, 0, "Waiting")

    stopped: list[bool] = []
    run_task(QWidget(bar), endless, on_cancelled=lambda: stopped.append(True))
    bar._cancel.click()
    qtbot.waitUntil(lambda: stopped == [True])
    assert not bar._bar.isVisible()
