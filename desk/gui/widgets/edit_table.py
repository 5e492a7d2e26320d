"""A table in whose cells one types, with the habits of a spreadsheet."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desk.gui.models.editable_rows import EditableRows
from desk.gui.theme.application import current_theme
from desk.gui.theme.theme import FontName
from desk.gui.widgets.cells import TextCell, toggle_check
from desk.gui.widgets.painting import draw_focus_ring, painting
from desk.gui.widgets.table import Table

_EITHER = QModelIndex | QPersistentModelIndex


class CellEditor(QLineEdit):
    """The line that is typed in, over its cell."""


class EditableCell(TextCell):
    """A cell that opens a line; `words` offers what is often typed there."""

    def __init__(
        self,
        role: FontName = "body",
        tone: str = "text",
        *,
        name: str,
        words: Callable[[], Sequence[str]] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(role, tone, parent)
        self._name = name
        self._words = words

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _EITHER
    ) -> QLineEdit:
        editor = CellEditor(parent)
        editor.setAccessibleName(self._name)
        editor.setFont(current_theme().font("body"))
        if self._words is not None:
            completer = QCompleter(list(self._words()), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            offered = completer.popup()
            if offered is not None:
                offered.setObjectName("popupList")
            editor.setCompleter(completer)
        return editor

    def setEditorData(self, editor: QWidget, index: _EITHER) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _EITHER) -> None:
        if isinstance(editor, QLineEdit):
            place = model.index(index.row(), index.column())
            model.setData(place, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _EITHER
    ) -> None:
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        height = min(current_theme().height.button_dense + 4, box.height() - 2)
        editor.setGeometry(
            box.left() + 1, box.top() + (box.height() - 1 - height) // 2, box.width() - 2, height
        )


class EditTable(Table):
    """Arrows go from cell to cell; letters, F2, Enter or a double click open one.

    Tab takes what was typed and opens the next cell, Enter the one below; Escape leaves it as it
    was. Enter in the last row emits `row_asked`. `row_dropped` carries the key of a row that was
    dragged and the key of the row it shall stand before (None for the end). The column `grows`
    takes what room is left, the others keep their width and scroll.
    """

    row_asked = Signal()
    row_dropped = Signal(object, object)

    def __init__(
        self,
        rows: EditableRows[Any],
        *,
        name: str,
        grows: int,
        least: int = 200,
        row_height: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._grows, self._least = grows, least
        super().__init__(rows, name=name, row_height=row_height, many=True, parent=parent)
        self.editable = rows
        triggers = QTableView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed
        )
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QTableView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.horizontalHeader().setSectionResizeMode(grows, QHeaderView.ResizeMode.Fixed)

    def edit_cell(self, column: int) -> bool:
        """Open a cell of the row stood on; False when there is none or one cannot type there."""
        index = self.rows.index(self.currentIndex().row(), column)
        if not (self.currentIndex().isValid() and self.editable.is_editable(column)):
            return False
        self.setCurrentIndex(index)
        self.edit(index)
        return True

    def stand_on(self, key: object, column: int) -> bool:
        """Stand on one cell; False when the row is not there."""
        place = self.rows.place_of(key)  # type: ignore[arg-type]
        if place < 0:
            return False
        index = self.rows.index(place, column)
        self.setCurrentIndex(index)
        # Qt would keep what was marked before while Shift or Ctrl happens to be held.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(self.currentIndex())
        return True

    @property
    def is_typing(self) -> bool:
        """Whether a cell is open."""
        return self.state() == QTableView.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), Qt.Key(event.key())
        if self.is_typing:
            # The open cell has had the key already; what it leaves means nothing here.
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if self.editable.is_editable(index.column()):
                self.edit(index)
            else:
                toggle_check(self.rows, index)
        elif key == Qt.Key.Key_Space and index.isValid() and toggle_check(self.rows, index):
            return
        else:
            QTableView.keyPressEvent(self, event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        key = self.rows.key_at(self.currentIndex().row())
        column = self.currentIndex().column()
        super().closeEditor(editor, hints.NoHint)
        if hint in (hints.EditNextItem, hints.EditPreviousItem):
            self._open_beside(key, column, 1 if hint == hints.EditNextItem else -1)
        elif hint == hints.SubmitModelCache:
            self._go_below(key, column)

    def _open_beside(self, key: object, column: int, step: int) -> None:
        """The next cell in which one types; after the last of a row the first of the next."""
        place = self.rows.place_of(key)  # type: ignore[arg-type]
        shown = [
            number
            for number in range(len(self.rows.columns))
            if self.editable.is_editable(number) and not self.isColumnHidden(number)
        ]
        if place < 0 or not shown:
            return
        at = shown.index(column) + step if column in shown else 0
        place, at = place + at // len(shown), at % len(shown)
        if 0 <= place < self.rows.rowCount():
            index = self.rows.index(place, shown[at])
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)
        elif place >= self.rows.rowCount():
            self.row_asked.emit()

    def _go_below(self, key: object, column: int) -> None:
        place = self.rows.place_of(key)  # type: ignore[arg-type]
        if place < 0:
            return
        if place + 1 < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(place + 1, column))
        else:
            self.row_asked.emit()

    def dropEvent(self, event: QDropEvent) -> None:
        key = self.rows.key_at(self.currentIndex().row())
        if event.source() is not self or key is None:
            event.ignore()
            return
        place = self.place_at(int(event.position().y()))
        # The model moves the row once it is written; Qt must not take anything out by itself.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.setState(QTableView.State.NoState)
        self.viewport().update()
        before = self.rows.key_at(place)
        if before != key:
            self.row_dropped.emit(key, before)

    def place_at(self, y: int) -> int:
        """Before which row a drop at that height of the viewport means."""
        place = self.rowAt(y)
        if place < 0:
            return self.rows.rowCount()
        middle = self.rowViewportPosition(place) + self.rowHeight(place) / 2
        return place if y < middle else place + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give what room is left to the column that grows."""
        others = sum(
            self.columnWidth(number)
            for number in range(len(self.rows.columns))
            if number != self._grows and not self.isColumnHidden(number)
        )
        self.setColumnWidth(self._grows, max(self._least, self.viewport().width() - others))

    def paintEvent(self, event: QPaintEvent) -> None:
        QTableView.paintEvent(self, event)
        index = self.currentIndex()
        if not (self.shows_focus and index.isValid()) or self.is_typing:
            return
        with painting(self.viewport()) as painter:
            box = QRectF(self.visualRect(index)).adjusted(0, 0, 0, -1)
            draw_focus_ring(painter, box, current_theme().radius.chip)
