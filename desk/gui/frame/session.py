"""One open database behind one frame: undo, counts, the clock, others' work."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk.gui.frame.dials import Dials
from desk.gui.frame.navigation import Navigation
from desk.gui.frame.progress import TaskProgress
from desk.gui.frame.status_bar import StatusBar
from desk.gui.frame.steps import Steps
from desk.gui.frame.watch import Watch
from desk.model.changes import Changes

if TYPE_CHECKING:
    from desk.gui.context import Context


class Session(QObject):
    """Lives as long as the frame it fills; `steps_changed` carries the `UndoState`."""

    steps_changed = Signal(object)

    def __init__(
        self, context: "Context", navigation: Navigation, status: StatusBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.steps = Steps(context, self)
        self.dials = Dials(context, navigation, status, self)
        self.watch = Watch(context, self)
        self.progress = TaskProgress(status, self)
        self.steps.changed.connect(self.steps_changed)
        self.watch.minute_passed.connect(self.dials.show_time)

    def start(self) -> None:
        """Show what there is and go on watching."""
        self.watch.start()
        self.steps.read()
        self.dials.read_later()

    def stop(self) -> None:
        """The frame or the database goes."""
        self.watch.stop()
        self.dials.stop()

    def on_committed(self, changes: Changes) -> None:
        """Something was written, here or at another desk."""
        if "setting" in changes.tables:
            self._take_settings()
        self.steps.read()
        self.dials.read_later()

    def _take_settings(self) -> None:
        """The office's clock may hang elsewhere now."""
        from desk.services.settings import office_settings

        desk = self._context.desk
        office = self._context.attempt(lambda: office_settings(desk))
        if office is not None:
            desk.zone = office.zone
            self.watch.tick()

    def on_own_commit(self, changes: Changes) -> None:
        """Something was written here: another desk will not tell it."""
        self.watch.note_own(changes)
