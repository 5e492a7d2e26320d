"""What moves by itself: the minute, and the work of other desks on the same database."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk.model.changes import Changes
from desk.model.errors import UserError

if TYPE_CHECKING:
    from desk.gui.context import Context

ASK_EVERY = 3000
"""Milliseconds between two questions to a shared database."""


class Watch(QObject):
    """`minute_passed` carries the wall time at the office; others' commits go to the context.

    A database in a file belongs to one desk, so only a shared one is asked.
    """

    minute_passed = Signal(object)

    def __init__(self, context: "Context", parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._seen = 0
        self._own: set[int] = set()
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self.tick)
        self._asking = QTimer(self)
        self._asking.setInterval(ASK_EVERY)
        self._asking.timeout.connect(self.ask)

    def start(self) -> None:
        """Begin to watch."""
        self.tick()
        if self._context.desk.store.is_shared:
            from desk.services.history import latest_step

            self._seen = latest_step(self._context.desk)
            self._asking.start()

    def stop(self) -> None:
        """Look no more: the database is closed."""
        self._minute.stop()
        self._asking.stop()

    def note_own(self, changes: Changes) -> None:
        """This desk's own commits need not be told twice."""
        if self._asking.isActive():
            self._own.add(changes.step)

    def tick(self) -> None:
        """Tell the time, and again when the next minute begins."""
        now: datetime = self._context.desk.wall_now()
        self._minute.start((60 - now.second) * 1000 + 50)
        self.minute_passed.emit(now)

    def ask(self) -> None:
        """Tell what other desks committed since the last question."""
        from desk.services.history import changes_elsewhere

        try:
            found = changes_elsewhere(self._context.desk, self._seen)
        except UserError:
            # The server is out of reach for a moment; the next write will say so.
            return
        for changes in found:
            self._seen = max(self._seen, changes.step)
            if changes.step in self._own:
                self._own.discard(changes.step)
            else:
                self._context.committed.emit(changes)
