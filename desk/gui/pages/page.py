"""What the frame expects of a page."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context, Target
from desk.model.changes import Changes


class Page(QWidget):
    """One section of the window; made on first use, rebuilt when the language changes."""

    tables: frozenset[str] = frozenset()
    """The tables this page shows; it is refreshed when a commit touched one of them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def open(self, target: Target) -> None:
        """The page was gone to; `target` says which thing and tab, if any."""
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew and show it; the selection stays."""

    def on_committed(self, changes: Changes) -> None:
        """Something was committed: refresh when it concerns this page."""
        if changes.tables & self.tables:
            self.refresh()

    def commands(self) -> frozenset[str]:
        """The names of the frame's commands this page answers at the moment (see gui/commands.py)."""
        return frozenset()

    def run(self, command: str) -> None:
        """Do one of the commands named by `commands()`."""
