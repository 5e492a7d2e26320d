"""Undo and redo: what they would do, and doing it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk.locale import _, said_again
from desk.model.rows.history import UndoState

if TYPE_CHECKING:
    from desk.gui.context import Context


class Steps(QObject):
    """`changed` carries the `UndoState` whenever it was read anew."""

    changed = Signal(object)

    def __init__(self, context: "Context", parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.state = UndoState()

    def read(self) -> None:
        """Ask the history what undo and redo would do now."""
        from desk.services.history import undo_state

        state = self._context.attempt(lambda: undo_state(self._context.desk))
        self.state = state or UndoState()
        self.changed.emit(self.state)

    def undo(self) -> None:
        """Take the last step back and say which it was."""
        from desk.services.history import undo

        changes = self._context.write(lambda: undo(self._context.desk))
        if changes is not None:
            self._context.tell(_("Undone: {step}").format(step=said_again(changes.label)))

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        from desk.services.history import redo

        changes = self._context.write(lambda: redo(self._context.desk))
        if changes is not None:
            self._context.tell(
                _("Done again: {step}").format(step=said_again(changes.label)), undo=True
            )
