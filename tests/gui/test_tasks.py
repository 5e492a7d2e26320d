import threading
from collections.abc import Generator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk.gui.tasks import run_task, stop_all_tasks
from desk.model.progress import Progress

Steps = Generator[Progress, None, Any]


class Told:
    """What a task called, and in which thread."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Any]] = []
        self.threads: set[int] = set()

    def _note(self, kind: str, value: Any = None) -> None:
        self.calls.append((kind, value))
        self.threads.add(threading.get_ident())

    def on_progress(self, progress: Progress) -> None:
        self._note("progress", progress.done)

    def on_done(self, value: Any) -> None:
        self._note("done", value)

    def on_failed(self, problem: Exception) -> None:
        self._note("failed", str(problem))

    def on_cancelled(self) -> None:
        self._note("cancelled")

    @property
    def all(self) -> tuple[Any, ...]:
        return (self.on_progress, self.on_done, self.on_failed, self.on_cancelled)


class Endless:
    """Work that waits for leave after its first step and knows how it ended."""

    def __init__(self) -> None:
        self.may_go_on = threading.Event()
        self.closed = threading.Event()

    def steps(self) -> Steps:
        try:
            yield Progress(1, 1000)
            self.may_go_on.wait()
            while True:
                yield Progress(2, 1000)
        finally:
            self.closed.set()


def test_progress_and_result_come_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    told = Told()
    worked: set[int] = set()

    def count() -> Steps:
        worked.add(threading.get_ident())
        yield Progress(1, 2, "satu")
        yield Progress(2, 2, "dua")
        return "selesai"

    task = run_task(None, count, *told.all)
    qtbot.waitUntil(lambda: not task.is_running)

    assert told.calls == [("progress", 1), ("progress", 2), ("done", "selesai")]
    assert told.threads == {threading.get_ident()}
    assert worked.isdisjoint(told.threads)


def test_cancelling_closes_the_work_and_tells_nothing_more(qtbot: QtBot) -> None:
    told, work = Told(), Endless()
    task = run_task(None, work.steps, *told.all)
    qtbot.waitUntil(lambda: told.calls != [])

    task.cancel()
    work.may_go_on.set()
    qtbot.waitUntil(lambda: not task.is_running)

    assert work.closed.is_set()
    assert told.calls == [("progress", 1), ("cancelled", None)]


def test_a_failure_is_handed_over(qtbot: QtBot) -> None:
    told = Told()

    def fail() -> Steps:
        yield Progress(1, 2)
        raise OSError("the disk is full")

    task = run_task(None, fail, *told.all)
    qtbot.waitUntil(lambda: not task.is_running)

    assert told.calls == [("progress", 1), ("failed", "the disk is full")]


@pytest.mark.expected_log("A task failed and nobody was told.")
def test_a_failure_that_nobody_hears_is_logged(qtbot: QtBot) -> None:
    def fail() -> Steps:
        yield Progress(1, 1)
        raise OSError("the disk is full")

    task = run_task(None, fail)
    qtbot.waitUntil(lambda: not task.is_running)


def test_work_ends_quietly_when_its_page_goes(qtbot: QtBot) -> None:
    told, work = Told(), Endless()
    page = QObject()
    task = run_task(page, work.steps, *told.all)
    qtbot.waitUntil(lambda: told.calls != [])

    page.deleteLater()
    del page
    work.may_go_on.set()
    qtbot.waitUntil(lambda: not task.is_running)

    assert work.closed.is_set()
    assert told.calls == [("progress", 1)]


def test_all_work_is_over_before_the_window_goes(qtbot: QtBot) -> None:
    told, first, second = Told(), Endless(), Endless()
    tasks = [run_task(None, work.steps, *told.all) for work in (first, second)]
    qtbot.waitUntil(lambda: len(told.calls) == 2)
    first.may_go_on.set()
    second.may_go_on.set()

    stop_all_tasks()

    assert first.closed.is_set()
    assert second.closed.is_set()
    assert [task.is_running for task in tasks] == [False, False]
    assert told.calls == [("progress", 1), ("progress", 1)]
