"""Long work in the status bar: the latest piece, and Cancel."""

from PySide6.QtCore import QObject

from desk.gui.frame.status_bar import StatusBar
from desk.gui.tasks import Task, task_notifier
from desk.model.progress import Progress


class TaskProgress(QObject):
    """Shows the task that began last until it ends; those before it go on unseen."""

    def __init__(self, status: StatusBar, parent: QObject) -> None:
        super().__init__(parent)
        self._status = status
        self._task: Task | None = None
        task_notifier().began.connect(self._on_task_began)
        status.cancelled.connect(self._on_status_cancelled)

    def _on_task_began(self, task: Task) -> None:
        if not task.is_running:
            return
        self._leave()
        self._task = task
        task.progressed.connect(self._on_task_progressed)
        for end in (task.done, task.failed, task.cancelled):
            end.connect(self._on_task_ended)
        self._status.show_progress(0, 0, "")

    def _on_task_progressed(self, progress: Progress) -> None:
        self._status.show_progress(progress.done, progress.total, progress.text)

    def _on_task_ended(self) -> None:
        self._leave()
        self._status.hide_progress()

    def _on_status_cancelled(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _leave(self) -> None:
        if self._task is not None:
            self._task.progressed.disconnect(self._on_task_progressed)
            for end in (self._task.done, self._task.failed, self._task.cancelled):
                end.disconnect(self._on_task_ended)
            self._task = None
