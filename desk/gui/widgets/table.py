"""Tables of frozen rows: lines, no grid, groups, one selection that stays."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from desk.gui.models.rows import RowModel
from desk.gui.theme.application import current_theme
from desk.gui.widgets.cells import PADDING, Cell, TextCell, toggle_check
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import draw_focus_ring, draw_tinted_icon, draw_words, painting

_ROOM_TO_STRETCH = 400
"""What the stretching column keeps before others become roomy, in logical pixels."""


class TableHeader(QHeaderView):
    """Titles aligned with their columns; those that sort have an arrow."""

    def __init__(self, table: "Table") -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setFixedHeight(current_theme().height.table_header)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current_theme().height.table_header)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect)
        painter.fillRect(box, theme.colour("surface"))
        line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, theme.colour("line"))
        left = PADDING if logicalIndex else 2 * PADDING
        trailing = self._table.cell(logicalIndex).trailing
        model = self.model()
        right = 2 * PADDING if logicalIndex == model.columnCount() - 1 else PADDING
        room = box.adjusted(left, 0, -right - trailing, -1)
        align = model.headerData(
            logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        words = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            room.setWidth(room.width() - 16)
            place = QRectF(room.right() + 2, box.center().y() - 6, 12, 12)
            if not align & Qt.AlignmentFlag.AlignRight:
                width = theme.advance("label", words)
                place.moveLeft(min(place.left(), room.left() + width + 4))
            draw_tinted_icon(painter, place, "caret-up" if up else "caret-down", "text2")
        draw_words(painter, room, words, "label", "text2", Qt.AlignmentFlag(align))
        painter.restore()


class Table(KeyboardFocus, QTableView):
    """`Table(RowModel(columns), name=...)`; give each column its `Cell` with `set_cell`.

    `row_chosen` carries the row the keyboard stands on (None for none), `row_activated` the one
    opened by Enter or a double click, `selection_moved` comes when the marked rows change,
    `group_toggled` the key of a group and whether it is folded now.
    Arrows move, Space ticks, Enter opens; on a group that folds, Left and Right fold and unfold.
    """

    row_chosen = Signal(object)
    row_activated = Signal(object)
    selection_moved = Signal()
    group_toggled = Signal(object, bool)

    def __init__(
        self,
        rows: RowModel[Any],
        *,
        name: str,
        row_height: int | None = None,
        group_height: int | None = None,
        header: bool = True,
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.rows = rows
        self._group_height = group_height or theme.height.group_row
        self._spanned: set[int] = set()
        self._folded: dict[Hashable, bool] = {}
        self._kept: tuple[list[Hashable], Hashable | None] = ([], None)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        mode = QTableView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalHeader(TableHeader(self))
        self.horizontalHeader().setVisible(header)
        self.horizontalHeader().setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalHeader().setDefaultSectionSize(row_height or theme.height.table_row)
        self.setModel(rows)
        self._cells: list[Cell] = [TextCell(parent=self) for _column in rows.columns]
        for place, cell in enumerate(self._cells):
            self.setItemDelegateForColumn(place, cell)
        self._roomy = False
        self._size_columns()
        self._connect()
        self._lay_groups()

    def _connect(self) -> None:
        self.rows.modelAboutToBeReset.connect(self._on_rows_about_to_be_reset)
        self.rows.modelReset.connect(self._on_rows_reset)
        self.rows.structure_changed.connect(self._lay_groups)
        self.rows.dataChanged.connect(self._on_rows_data_changed)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.clicked.connect(self._on_clicked)

    def set_cell(self, column: int, cell: Cell) -> None:
        """How a column is painted."""
        cell.setParent(self)
        self._cells[column] = cell
        self.setItemDelegateForColumn(column, cell)

    def cell(self, column: int) -> Cell:
        """What paints a column."""
        return self._cells[column]

    def current_row(self) -> Any:
        """The row the keyboard stands on, None for none or a group."""
        return self.rows.row_at(self.currentIndex().row())

    def selected_rows(self) -> list[Any]:
        """The marked rows from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = [self.rows.row_at(place) for place in places]
        return [row for row in found if row is not None]

    def select_key(self, key: Hashable) -> bool:
        """Stand on the row with a key and show it; False when it is not there."""
        place = self.rows.place_of(key)
        if place < 0:
            return False
        index = self.rows.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def is_folded(self, key: Hashable) -> bool:
        """Whether the rows of a group are hidden."""
        place = self.rows.place_of(key)
        group = self.rows.group_at(place)
        return self._folded.get(key, group.collapsed if group is not None else False)

    def fold(self, key: Hashable, folded: bool) -> None:
        """Hide or show the rows of a group."""
        if self.is_folded(key) != folded:
            self._folded[key] = folded
            self._lay_groups()
            self.group_toggled.emit(key, folded)

    def _size_columns(self) -> None:
        head = self.horizontalHeader()
        modes = QHeaderView.ResizeMode
        for place, column in enumerate(self.rows.columns):
            if column.width:
                head.resizeSection(place, column.width)
            head.setSectionResizeMode(
                place, modes.Stretch if column.stretches else modes.Interactive
            )
        sorts = any(column.order is not None for column in self.rows.columns)
        head.setSectionsClickable(sorts)
        head.setSortIndicatorShown(sorts)
        if sorts:
            head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)

    def _widen(self) -> None:
        """Give columns their roomy width, or take it, as the room for what stretches allows.

        A column that somebody has sized stays as it is.
        """
        columns = self.rows.columns
        wanted = sum(column.roomy or column.width for column in columns)
        roomy = self.viewport().width() - wanted >= _ROOM_TO_STRETCH
        if roomy == self._roomy:
            return
        self._roomy = roomy
        head = self.horizontalHeader()
        for place, column in enumerate(columns):
            before, after = (column.width, column.roomy) if roomy else (column.roomy, column.width)
            if column.roomy and head.sectionSize(place) == before:
                head.resizeSection(place, after)

    def _lay_groups(self) -> None:
        """Spans, heights and folds of groups; nothing to do in a table without any."""
        if not self.rows.has_groups and not self._spanned:
            return
        self.clearSpans()
        self._spanned = set()
        height = self.verticalHeader().defaultSectionSize()
        hidden = False
        width = len(self.rows.columns)
        for place in range(self.rows.rowCount()):
            group = self.rows.group_at(place)
            if group is not None:
                hidden = self.is_folded(group.key)
                self._spanned.add(place)
                if width > 1:
                    self.setSpan(place, 0, 1, width)
                self.setRowHidden(place, False)
                self.setRowHeight(place, self._group_height)
            else:
                self.setRowHidden(place, hidden)
                if not hidden:
                    self.setRowHeight(place, height)

    def _hover(self, place: int) -> None:
        before = self._cells[0].hovered_row
        if before == place:
            return
        for cell in self._cells:
            cell.hovered_row = place
        for row in (before, place):
            if row >= 0:
                top = self.rowViewportPosition(row)
                self.viewport().update(0, top, self.viewport().width(), self.rowHeight(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        group = self.rows.group_at(index.row()) if index.isValid() else None
        key = Qt.Key(event.key())
        if group is not None and group.collapsible:
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.fold(group.key, key == Qt.Key.Key_Left)
                return
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self.fold(group.key, not self.is_folded(group.key))
                return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._activate(index)
            return
        elif key == Qt.Key.Key_Space and self._toggle_row(index):
            return
        super().keyPressEvent(event)

    def _toggle_row(self, index: QModelIndex) -> bool:
        for place, column in enumerate(self.rows.columns):
            if column.checked is not None and index.isValid():
                return toggle_check(self.rows, self.rows.index(index.row(), place))
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if not (self.shows_focus and index.isValid()):
            return
        with painting(self.viewport()) as painter:
            top = self.rowViewportPosition(index.row())
            width = min(self.viewport().width(), self.horizontalHeader().length())
            box = QRectF(0, top, width, self.rowHeight(index.row()) - 1)
            draw_focus_ring(painter, box, current_theme().radius.chip)

    def _activate(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index.row())
        if row is not None:
            self.row_activated.emit(row)

    def _on_clicked(self, index: QModelIndex) -> None:
        group = self.rows.group_at(index.row())
        if group is not None and group.collapsible:
            self.fold(group.key, not self.is_folded(group.key))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._activate(index)

    def _on_current_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.row_chosen.emit(self.rows.row_at(current.row()) if current.isValid() else None)
        self.viewport().update()

    def _on_selection_changed(self) -> None:
        self.selection_moved.emit()

    def _on_rows_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """The row stood on may have changed: whoever shows its details shows it anew."""
        at = self.currentIndex().row()
        if first.row() <= at <= last.row():
            self.row_chosen.emit(self.rows.row_at(at))

    def _on_rows_about_to_be_reset(self) -> None:
        places = [index.row() for index in self.selectionModel().selectedRows()]
        keys = [self.rows.key_at(place) for place in places]
        self._kept = (
            [key for key in keys if key is not None],
            self.rows.key_at(self.currentIndex().row()),
        )

    def _on_rows_reset(self) -> None:
        keys, current = self._kept
        flags = QItemSelectionModel.SelectionFlag
        chosen = self.selectionModel()
        for key in keys:
            place = self.rows.place_of(key)
            if place >= 0:
                chosen.select(self.rows.index(place, 0), flags.Select | flags.Rows)
        place = self.rows.place_of(current)
        if place >= 0:
            chosen.setCurrentIndex(self.rows.index(place, 0), flags.NoUpdate)
