"""The table of a rundown: its cells, its keys and its menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from desk.gui.models.rundown import (
    DRESS,
    IN_CHARGE,
    INTERNAL,
    ITEM,
    LANGUAGE,
    LEADER,
    LENGTH,
    LOCKED,
    NOTES,
    PLACE,
    START,
    rundown_model,
)
from desk.gui.pages.visit_tabs.tab import add_action, bind_key, give_menu
from desk.gui.widgets.cells import CheckCell
from desk.gui.widgets.edit_table import EditableCell, EditTable
from desk.gui.widgets.rundown_cells import ItemCell, StartCell
from desk.locale import N_, _, current_language
from desk.locale.languages import USUAL_LANGUAGES, language_name

_ROW = 42

_MENU: tuple[tuple[str, str, str, str] | None, ...] = (
    ("add", N_("Add a row"), "plus", "Ins"),
    ("edit", N_("Edit"), "pencil-simple", "F2"),
    ("fields", N_("All fields"), "list-dashes", ""),
    ("duplicate", N_("Duplicate"), "copy", "Ctrl+D"),
    None,
    ("up", N_("Up"), "arrow-up", "Alt+Up"),
    ("down", N_("Down"), "arrow-down", "Alt+Down"),
    ("longer", N_("Longer"), "plus", "Alt+Shift+Down"),
    ("shorter", N_("Shorter"), "minus", "Alt+Shift+Up"),
    ("later", N_("What follows later"), "caret-right", "Alt+PgDown"),
    ("earlier", N_("What follows earlier"), "caret-left", "Alt+PgUp"),
    None,
    ("delete", N_("Take out"), "trash", "Del"),
)
"""What can be done to a row: name, words, picture, key; a line where nothing stands."""

_BOUND = ("add", "up", "down", "longer", "shorter", "later", "earlier")
"""Whose keys belong to the table; the others are those of the window."""


class RundownTable(EditTable):
    """`asked` carries what is wanted of the row stood on: add, up, down, longer, delete …"""

    asked = Signal(str)

    def __init__(
        self,
        *,
        names: Callable[[], Sequence[str]],
        places: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            rundown_model(),
            name=_("Rundown"),
            grows=ITEM,
            least=176,
            row_height=_ROW,
            parent=parent,
        )
        self.set_cell(START, StartCell(name=_("Start")))
        self.set_cell(LENGTH, EditableCell(name=_("Length, min")))
        self.set_cell(ITEM, ItemCell(name=_("Item")))
        self.set_cell(PLACE, EditableCell("note", name=_("Place"), words=places))
        self.set_cell(LEADER, EditableCell("note", name=_("Led by"), words=names))
        self.set_cell(IN_CHARGE, EditableCell("note", name=_("In charge"), words=names))
        self.set_cell(LANGUAGE, EditableCell("note", name=_("Language"), words=_languages))
        self.set_cell(DRESS, EditableCell("note", name=_("Dress")))
        self.set_cell(NOTES, EditableCell("note", "text2", name=_("Note")))
        self.set_cell(LOCKED, CheckCell())
        self.set_cell(INTERNAL, CheckCell())
        for entry in _MENU:
            if entry is not None and entry[0] in _BOUND:
                bind_key(self, entry[3], self._on_key)
        give_menu(self, self._build_menu)

    def type_again(self, item_id: int, column: int, words: str) -> None:
        """Open a cell with what was refused, marked as wrong."""
        if not self.stand_on(item_id, column) or not self.edit_cell(column):
            return
        open_ones = [e for e in self.viewport().findChildren(QLineEdit) if e.isVisible()]
        for editor in open_ones[-1:]:
            editor.setText(words)
            editor.setProperty("invalid", True)
            editor.style().unpolish(editor)
            editor.style().polish(editor)

    def _on_key(self) -> None:
        shortcut = self.sender()
        if not isinstance(shortcut, QShortcut):
            return
        keys = shortcut.key().toString()
        for entry in _MENU:
            if entry is not None and entry[3] == keys:
                self.asked.emit(entry[0])

    def _build_menu(self) -> QMenu | None:
        menu = QMenu(self)
        for entry in _MENU:
            if entry is None:
                menu.addSeparator()
            elif entry[0] == "add" or self.current_row() is not None:
                name, words, picture, keys = entry
                action = add_action(menu, _(words), self._on_menu, picture=picture, keys=keys)
                action.setData(name)
        return menu

    def _on_menu(self) -> None:
        action = self.sender()
        if action is not None:
            self.asked.emit(str(action.data()))  # type: ignore[attr-defined]


def _languages() -> list[str]:
    return [language_name(code, current_language()) for code in USUAL_LANGUAGES]
