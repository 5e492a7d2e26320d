"""The toolbar: new things, undo and redo, what the page adds, the field that finds."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from desk.gui.commands import command_named
from desk.gui.frame.actions import Actions, shown_keys
from desk.gui.frame.mnemonics import with_mnemonics
from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Separator
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.search_field import SearchField
from desk.locale import N_, _

NEW_THINGS: Mapping[str, str] = {
    "new_visit": N_("Visit"),
    "new_event": N_("Event"),
    "new_person": N_("Person"),
    "new_venue": N_("Venue"),
    "new_resource": N_("Resource"),
    "new_follow_up": N_("Follow-up"),
}
"""Commands of the button + New and what they are called there."""


class CommandField(SearchField):
    """Looks like a field and opens the palette, with what was typed into it."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Find, or type an event…"), keys=shown_keys(command_named("find")))
        self.setReadOnly(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opening = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down)
        if event.key() in opening:
            self.asked.emit("")
        elif event.text().isprintable() and event.text() and not event.modifiers() & _CHORD:
            self.asked.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.deselect()


_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Toolbar(QFrame):
    """48 px: + New, undo, redo | what the page puts in the middle | the field that finds."""

    palette_asked = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(current_theme().height.toolbar)
        self.setAccessibleName(_("Toolbar"))
        self.new_button = Button(_("New"), "plus", "primary")
        self.new_button.setMenu(_menu_of_new_things(actions, self.new_button))
        self._undo = _ActionButton(actions["undo"], "arrow-u-up-left")
        self._redo = _ActionButton(actions["redo"], "arrow-u-up-right")
        self._divider = Separator(vertical=True)
        self._divider.setFixedHeight(20)
        self._divider.hide()
        self._middle = QHBoxLayout()
        self._middle.setSpacing(current_theme().space.unit)
        self._tools: QWidget | None = None
        self.field = CommandField()
        self.field.asked.connect(self.palette_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 1)
        layout.setSpacing(current_theme().space.unit)
        layout.addWidget(self.new_button)
        layout.addSpacing(6)
        layout.addWidget(self._undo)
        layout.addWidget(self._redo)
        layout.addWidget(self._divider)
        layout.addLayout(self._middle)
        layout.addStretch(1)
        layout.addWidget(self.field, 2)

    def show_tools(self, tools: QWidget | None) -> None:
        """Put what a page has for the toolbar in the middle, in place of another page's."""
        if tools is self._tools:
            return
        if self._tools is not None:
            self._middle.removeWidget(self._tools)
            self._tools.hide()
            # It still belongs to its page and goes with it.
            self._tools.setParent(None)
        self._tools = tools
        self._divider.setVisible(tools is not None)
        if tools is not None:
            self._middle.addWidget(tools)
            tools.show()

    def allow_new(self, allowed: bool) -> None:
        """Whether there is a database to put new things into."""
        self.new_button.setEnabled(allowed)
        self.field.setEnabled(allowed)

    def say_steps(self, undo_label: str, redo_label: str) -> None:
        """Name the steps that the two arrows would take; empty when there is none."""
        self._undo.set_name(_say(_("Undo: {step}"), _("Nothing to undo"), undo_label, "undo"))
        self._redo.set_name(_say(_("Redo: {step}"), _("Nothing to redo"), redo_label, "redo"))


class _ActionButton(IconButton):
    """A picture that runs an action and rests with it."""

    def __init__(self, action: QAction, picture: str) -> None:
        super().__init__(picture, action.text().replace("&", ""))
        self._action = action
        self.setEnabled(action.isEnabled())
        self.clicked.connect(action.trigger)
        action.enabledChanged.connect(self.setEnabled)


def _say(named: str, nothing: str, label: str, command: str) -> str:
    keys = shown_keys(command_named(command))
    return f"{named.format(step=label)} ({keys})" if label else nothing


def _menu_of_new_things(actions: Actions, parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    labels = with_mnemonics([_(label) for label in NEW_THINGS.values()])
    for name, label in zip(NEW_THINGS, labels, strict=True):
        of_command = actions[name]
        action = menu.addAction(of_command.icon(), label)
        keys = shown_keys(command_named(name))
        if keys:
            # Shown only: the command itself listens to the keys.
            action.setText(f"{label}\t{keys}")
        action.triggered.connect(of_command.trigger)
    return menu
