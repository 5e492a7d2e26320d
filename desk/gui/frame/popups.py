"""What opens over the frame: palette, list of keys, go to a date, about."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desk.gui.frame.actions import Actions

if TYPE_CHECKING:
    from desk.gui.context import Context
    from desk.gui.dialogs.palette import Palette
    from desk.model.rows.history import UndoState
    from desk.model.rows.search import SearchHit


class Popups(QObject):
    """Opens them for a window; `command_chosen` carries what the palette shall run."""

    command_chosen = Signal(str)

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._window = window
        self._context: Context | None = None

    def open_palette(
        self, context: "Context", steps: "UndoState", typed: str = "", visit_id: int | None = None
    ) -> "Palette":
        """Open the palette with what was typed so far; `visit_id` is whose page is open."""
        from desk.gui.dialogs.palette import Palette
        from desk.gui.frame.palette_entries import palette_commands

        self._context = context
        labels = {"undo": steps.undo_label, "redo": steps.redo_label}
        commands = palette_commands(self._actions, lambda name: labels.get(name, ""))
        palette = Palette(context, commands, self._window, typed=typed, visit_id=visit_id)
        palette.booked.connect(self._on_booked)
        palette.thing_chosen.connect(self._on_thing_chosen)
        palette.command_chosen.connect(self.command_chosen)
        palette.open()
        return palette

    def go_to_date(self, context: "Context") -> None:
        """Ask for a day and show it in the calendar."""
        from desk.gui.dialogs.go_to_date import GoToDateDialog

        dialog = GoToDateDialog(context, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.day is not None:
            context.go("calendar", tab=dialog.day.isoformat())
        dialog.deleteLater()

    def show_keys(self) -> None:
        """Show all keys."""
        from desk.gui.dialogs.keys import KeysDialog

        KeysDialog(self._window).open_dialog()

    def show_about(self) -> None:
        """Show what this is and its versions."""
        from desk.gui.dialogs.about import AboutDialog

        AboutDialog(self._window).open_dialog()

    def _on_thing_chosen(self, hit: "SearchHit") -> None:
        context = self._context
        if context is None:
            return
        if hit.kind == "visit":
            context.go("visit", hit.id)
            return
        if hit.kind == "event":
            self._show_event(context, hit.id)
            return
        pages = {"person": "people", "venue": "venues", "resource": "venues"}
        # Resources lie beside the venues; the page has to know which of them is meant.
        context.go(pages[hit.kind], hit.id, tab="resources" if hit.kind == "resource" else "")
        context.show_detail(hit.kind, hit.id)

    def _on_booked(self, event_id: int) -> None:
        if self._context is not None:
            self._show_event(self._context, event_id)

    def _show_event(self, context: "Context", event_id: int) -> None:
        """Show an event in the programme of its visit, or in the calendar."""
        from desk.services.programme import get_event

        event = context.attempt(lambda: get_event(context.desk, event_id))
        if event is not None and event.visit_id is not None:
            context.go("visit", event.visit_id, tab=f"programme:{event_id}")
        elif event is not None:
            context.go("calendar", event_id, tab=event.starts.date().isoformat())
        context.show_detail("event", event_id)
