"""A table of rows in whose cells one types: what is typed is told, never kept here."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desk.gui.models.rows import AnyIndex, Column, RowModel

Row = TypeVar("Row")


class EditableRows(RowModel[Row], Generic[Row]):
    """`EditableRows(columns, edits={column: words to begin with})`.

    `typed` carries the row, the column and the new words, `ticked` the same of a box; whoever
    listens writes them and shows the rows anew. Rows can be dragged to another place when `can_move` says so.
    """

    typed = Signal(object, int, str)
    ticked = Signal(object, int, bool)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        edits: Mapping[int, Callable[[Row], str]],
        can_move: Callable[[Row], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent=parent)
        self._edits = dict(edits)
        self._can_move = can_move

    def is_editable(self, column: int) -> bool:
        """Whether one types in that column."""
        return column in self._edits

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole:
            row = self.row_at(index.row())
            begin = self._edits.get(index.column())
            return begin(row) if begin is not None and row is not None else None
        return super().data(index, role)

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index.row())
        if role == Qt.ItemDataRole.CheckStateRole and row is not None:
            checked = Qt.CheckState(value) == Qt.CheckState.Checked
            self.ticked.emit(row, index.column(), checked)
            return True
        if role != Qt.ItemDataRole.EditRole:
            return super().setData(index, value, role)
        begin = self._edits.get(index.column())
        if row is None or begin is None:
            return False
        words = str(value).strip()
        if words != begin(row):
            self.typed.emit(row, index.column(), words)
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        if self.is_editable(index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self._can_move(row) else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
