"""What every page is given: the desk, and the frame it may ask things of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desk.gui.remembered import Remembered
from desk.model.errors import UserError
from desk.services.desk import Desk

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Target:
    """Somewhere to go or something to show: a page or a kind of thing, and which one."""

    place: str
    row_id: int | None = None
    tab: str = ""


class Context(QObject):
    """The desk and the frame, as pages, details and dialogs see them."""

    committed = Signal(object)
    """One `Changes` after every commit, here or at another desk."""
    navigation_asked = Signal(object)
    detail_asked = Signal(object)
    told = Signal(str, bool)
    """A short notice, and whether it offers undo."""
    problem_told = Signal(str)
    command_asked = Signal(str)
    written = Signal()
    """A use case came through: what it committed is to be shown before anything else happens."""
    day_shown = Signal(object)
    """The day around which the calendar stands now: the small one follows."""
    answers_changed = Signal()
    """A page answers other commands than before: something else is stood on."""

    def __init__(self, desk: Desk, remembered: Remembered | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.remembered = remembered
        """What this computer remembers, None where there is no window."""

    def go(self, place: str, row_id: int | None = None, *, tab: str = "") -> None:
        """Show a page (today, calendar, visits, visit, people, venues, follow_ups, settings …)."""
        self.navigation_asked.emit(Target(place, row_id, tab))

    def show_detail(self, kind: str, row_id: int, *, tab: str = "") -> None:
        """Show a thing (event, person, member, venue, follow_up, agreement) in the detail pane."""
        self.detail_asked.emit(Target(kind, row_id, tab))

    def close_detail(self) -> None:
        """Close the detail pane."""
        self.detail_asked.emit(None)

    def tell(self, text: str, *, undo: bool = False) -> None:
        """Show a short notice at the foot of the window, with one Undo when asked."""
        self.told.emit(text, undo)

    def run_command(self, name: str) -> None:
        """Run one of the frame's commands by its name, as if chosen from the menu."""
        self.command_asked.emit(name)

    def attempt(self, use_case: Callable[[], Result]) -> Result | None:
        """Run a use case; what the user can mend is told in the strip above the page.

        Returns None when it failed; programming errors pass through to the report.
        """
        try:
            return use_case()
        except UserError as error:
            self.problem_told.emit(error.message)
            return None

    def write(self, use_case: Callable[[], Result]) -> Result | None:
        """As `attempt`; then the pages show what it wrote before this returns.

        For what a key does again and again: the next one, however fast, finds the row as it is now.
        """
        result = self.attempt(use_case)
        self.written.emit()
        return result
