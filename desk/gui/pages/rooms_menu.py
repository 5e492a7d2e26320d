"""The menu of what is lent, in the rooms of the calendar."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desk.gui.models.timeline_rows import UseRow
from desk.gui.theme.icons import icon
from desk.locale import _

OPEN, OPEN_PLACE, TAKE_BACK = "open", "open_place", "take_back"


def lent_menu(parent: QWidget, row: UseRow) -> QMenu:
    """What can be done with a resource that is lent to an event; the data of an action says which.

    The events of rooms have the menu of the calendar.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    name = row.place.replace("&", "&&")
    _add(menu, OPEN, _("Open the event"), "arrow-square-out", "Return")
    _add(menu, OPEN_PLACE, _("Open {name}").format(name=name), "info", "Shift+Return")
    menu.addSeparator()
    _add(menu, TAKE_BACK, _("Take {name} back").format(name=name), "arrow-u-up-left", "Backspace")
    return menu


def _add(menu: QMenu, name: str, words: str, picture: str, keys: str) -> None:
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    # Shown only: the timeline itself listens to the keys.
    action = menu.addAction(icon(picture), f"{words}\t{shown}")
    action.setData(name)
