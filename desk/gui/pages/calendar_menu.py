"""The menu of an event in the calendar."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desk.gui.commands import command_named
from desk.gui.theme.icons import icon
from desk.locale import _
from desk.model.choices import Status
from desk.model.rows.events import EventRow

_OF_COMMANDS = ("duplicate", "copy_whatsapp", "attendance_list", "delete")


def event_menu(parent: QWidget, event: EventRow | None, answered: frozenset[str]) -> QMenu:
    """What can be done with an event, or on empty ground; the data of an action is its name."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if event is None:
        for name in ("new_event", "go_today"):
            _add_command(menu, name)
        return menu
    _add(menu, "open", _("Open"), "arrow-square-out", "Return")
    if not event.status.is_firm:
        _add(menu, "confirm", _("Confirm"), "check-circle")
    if event.status not in (Status.CANCELLED, Status.DONE):
        _add(menu, "cancel", _("Cancel the event…"), "x-circle")
    menu.addSeparator()
    for name in _OF_COMMANDS:
        if name in answered:
            if name == "delete":
                menu.addSeparator()
            _add_command(menu, name)
    return menu


def _add_command(menu: QMenu, name: str) -> None:
    command = command_named(name)
    _add(menu, name, command.words, command.icon, command.keys)


def _add(menu: QMenu, name: str, words: str, picture: str, keys: str = "") -> None:
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    # Shown only: the command itself listens to the keys.
    action = menu.addAction(icon(picture), f"{words}\t{shown}" if shown else words)
    action.setData(name)
