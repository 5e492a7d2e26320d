"""Long work beside the window: the only place with threads."""

import logging
import threading
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QApplication

from desk.model.progress import Progress

_LOG = logging.getLogger(__name__)

Work = Callable[[], Generator[Progress, None, Any]]

_running: set["Task"] = set()


class TaskNotifier(QObject):
    """Says when long work begins, so that the window can show how far it has come."""

    began = Signal(object)
    """Carries the `Task`."""


class _State:
    """One notifier a process, made when it is first wanted."""

    notifier: TaskNotifier | None = None


def task_notifier() -> TaskNotifier:
    """The one object that says when work begins."""
    if _State.notifier is None:
        _State.notifier = TaskNotifier()
    return _State.notifier


class _Worker(QThread):
    """Runs the generator from its first to its last step in one thread."""

    stepped = Signal(object)
    ended = Signal(object)
    broken = Signal(object)
    stopped = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.cancelled = threading.Event()

    def run(self) -> None:
        try:
            steps = self._work()
            # Also before the first step: whatever it opened is closed by its own `finally`.
            while not self.cancelled.is_set():
                try:
                    progress = next(steps)
                except StopIteration as end:
                    self.ended.emit(end.value)
                    return
                self.stepped.emit(progress)
            steps.close()
        except Exception as problem:
            self.broken.emit(problem)
            return
        self.stopped.emit()


class Task(QObject):
    """One piece of long work. All its signals come in the thread of the window.

    Exactly one of `done` (the generator's return value), `failed` (the exception) and
    `cancelled` comes, and nothing after it.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._worker = _Worker(work)
        self._callbacks: tuple[Callable[..., None] | None, ...] = (None, None, None, None)
        self._is_over = False
        self._worker.stepped.connect(self._on_worker_stepped)
        self._worker.ended.connect(self._on_worker_ended)
        self._worker.broken.connect(self._on_worker_broken)
        self._worker.stopped.connect(self._on_worker_stopped)

    @property
    def is_running(self) -> bool:
        """Whether none of the three ends has come yet."""
        return not self._is_over

    def call(
        self,
        on_progress: Callable[[Progress], None] | None,
        on_done: Callable[[Any], None] | None,
        on_failed: Callable[[Exception], None] | None,
        on_cancelled: Callable[[], None] | None,
    ) -> None:
        """What to call in the window's thread."""
        self._callbacks = (on_progress, on_done, on_failed, on_cancelled)

    def start(self) -> None:
        """Begin."""
        _running.add(self)
        self._worker.start()

    def cancel(self) -> None:
        """Stop after the present step; the generator is closed, so its work is rolled back."""
        self._worker.cancelled.set()

    def forget(self) -> None:
        """Cancel and call nobody any more: whoever asked is gone."""
        self._callbacks = (None, None, None, None)
        self.cancel()

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Wait for the thread to end; False when it is still running after that time."""
        return self._worker.wait(milliseconds)

    def _on_worker_stepped(self, progress: Progress) -> None:
        # A step that was under way when Cancel was pressed is not worth showing.
        if not self._worker.cancelled.is_set():
            self.progressed.emit(progress)
            self._tell(0, progress)

    def _on_worker_ended(self, value: Any) -> None:
        self._end()
        self.done.emit(value)
        self._tell(1, value)

    def _on_worker_broken(self, problem: Exception) -> None:
        self._end()
        self.failed.emit(problem)
        if self._callbacks[2] is None:
            _LOG.error("A task failed and nobody was told.", exc_info=problem)
        self._tell(2, problem)

    def _on_worker_stopped(self) -> None:
        self._end()
        self.cancelled.emit()
        self._tell(3)

    def _tell(self, which: int, *arguments: Any) -> None:
        callback = self._callbacks[which]
        if callback is not None:
            callback(*arguments)

    def _end(self) -> None:
        self._is_over = True
        # The signal comes just before the thread's end; it must be over before its object goes.
        self._worker.wait()
        _running.discard(self)


def run_task(
    parent: QObject | None,
    work: Work,
    on_progress: Callable[[Progress], None] | None = None,
    on_done: Callable[[Any], None] | None = None,
    on_failed: Callable[[Exception], None] | None = None,
    on_cancelled: Callable[[], None] | None = None,
    *,
    shown: bool = True,
) -> Task:
    """Run `work()`, a generator of `Progress`, in a thread of its own.

    Nobody waits for what is not `shown`: it has no bar and no Cancel.

    The callbacks run in the window's thread: progress, then exactly one of the others. When
    `parent` is destroyed first, the work is cancelled and nobody is called.
    """
    task = Task(work)
    task.call(on_progress, on_done, on_failed, on_cancelled)
    if parent is not None:
        parent.destroyed.connect(task.forget)
    task.start()
    if shown:
        task_notifier().began.emit(task)
    return task


def stop_all_tasks() -> None:
    """Cancel what still runs and wait for it: before the window goes."""
    for task in tuple(_running):
        task.forget()
    for task in tuple(_running):
        task.wait()
    QApplication.processEvents()
