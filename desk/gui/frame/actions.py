"""The commands as Qt actions: one each, shared by the menu, the toolbar and the keys."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desk.gui.commands import COMMANDS, Command
from desk.gui.theme.icons import icon


class Actions(QObject):
    """Every command as an action of the window; `asked` carries the name of the one chosen."""

    asked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._by_name: dict[str, QAction] = {}
        for command in COMMANDS:
            action = _action_for(command, self)
            action.triggered.connect(self._on_action_triggered)
            window.addAction(action)
            self._by_name[command.name] = action
        self._window = window

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def allow(self, answered: Collection[str], able: Callable[[str], bool]) -> None:
        """Let commands rest that nobody answers.

        `answered` are those the page answers; `able` judges the ones of the frame.
        """
        for command in COMMANDS:
            by_page = command.name in answered
            allowed = by_page if command.of_page else by_page or able(command.name)
            self._by_name[command.name].setEnabled(allowed)

    def discard(self) -> None:
        """Take the actions, and their keys, from the window."""
        for action in self._by_name.values():
            self._window.removeAction(action)
        self.deleteLater()

    def _on_action_triggered(self) -> None:
        self.asked.emit(self.sender().objectName())


def _action_for(command: Command, parent: QObject) -> QAction:
    action = QAction(command.words, parent)
    action.setObjectName(command.name)
    action.setIcon(icon(command.icon))
    action.setCheckable(command.checkable)
    # Where a picture stands, no tick can be seen.
    action.setIconVisibleInMenu(not command.checkable)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    # Dialogs of the system would otherwise take "Settings" and "Quit" for their own.
    action.setMenuRole(QAction.MenuRole.NoRole)
    keys = [text for text in (command.keys, *command.more_keys) if text]
    action.setShortcuts([QKeySequence(text) for text in keys])
    return action


def shown_keys(command: Command) -> str:
    """The keys of a command as this system writes them: `Ctrl+K`."""
    return QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
