"""What leaves the office from a visit: the attendance list, invitations, the programme file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.export_invitations import ExportInvitationsDialog
from desk.gui.pages.visit_tabs.view import VisitView
from desk.locale import _
from desk.model.choices import EventKind
from desk.model.rows.events import EventRow
from desk.services import invitations

_LIKELY = (EventKind.MEETING, EventKind.COURTESY_CALL, EventKind.SIGNING, EventKind.CEREMONY)


def print_attendance(context: Context, view: VisitView, event_id: int) -> None:
    """Show the attendance list of an event; 0 for the one most people come to."""
    event = next((row for row in view.events if row.id == event_id), None)
    event = event or _main_event(view)
    if event is not None:
        context.go("attendance", event.id)


def print_programme(context: Context, view: VisitView) -> None:
    """Show the programme as it will be printed."""
    context.go("programme", view.visit.id)


def export_invitations(context: Context, view: VisitView, parent: QWidget) -> None:
    """Show who gets what, then write the files."""
    dialog = ExportInvitationsDialog(context, parent, visit_id=view.visit.id)
    try:
        dialog.exec()
    finally:
        dialog.deleteLater()


def export_programme(context: Context, view: VisitView, parent: QWidget) -> None:
    """Write the programme as one calendar file; nobody is invited by it."""
    name, _filter = QFileDialog.getSaveFileName(
        parent,
        _("Export programme as calendar file"),
        f"{view.visit.reference}_programme.ics",
        _("Calendar files (*.ics)"),
    )
    if name:
        write_programme(context, view, Path(name))


def write_programme(context: Context, view: VisitView, path: Path) -> None:
    """Write it there and say so."""
    if not path.suffix:
        path = path.with_suffix(".ics")
    written = context.attempt(
        lambda: invitations.export_programme(context.desk, path, visit_id=view.visit.id)
    )
    if written is not None:
        context.tell(_("{name} written").format(name=written.name))


def _main_event(view: VisitView) -> EventRow | None:
    """A meeting before anything else, and the one with the most people among equals."""
    held = [event for event in view.events if event.status.holds_its_time] or list(view.events)
    return max(held, key=lambda row: (row.kind in _LIKELY, row.participants), default=None)
