"""A square table of minutes: typed into like a spreadsheet."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desk.gui.models.way_matrix import WAY_ROLE, WayMatrixModel
from desk.gui.theme.application import current_theme
from desk.gui.widgets.painting import CENTRE, draw_focus_ring, draw_words, guarded_paint

_EITHER = QModelIndex | QPersistentModelIndex
_ROW, _COLUMN, _NAMES = 36, 116, 236


class _WayCell(QStyledItemDelegate):
    @guarded_paint
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _EITHER) -> None:
        theme = current_theme()
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        way = index.data(WAY_ROLE)
        if way is None:
            painter.fillRect(box, theme.colour("sunken"))
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("lip"))
        line = theme.colour("line")
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), line)
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), line)
        if way is not None:
            if way.minutes is None:
                draw_words(painter, box, "–", "note", "text3", CENTRE)
            elif way.inherited:
                draw_words(painter, box, f"({way.minutes})", "note", "text2", CENTRE)
            else:
                draw_words(painter, box, str(way.minutes), "row_title", "text", CENTRE)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, box.adjusted(0, 0, -1, -1), theme.radius.chip)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _EITHER
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.setValidator(QIntValidator(0, 9999, line))
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return line


class _NameHeader(QHeaderView):
    """The names of the venues, elided, with a line after each."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        flat = self.orientation() == Qt.Orientation.Horizontal
        return QSize(_COLUMN, _ROW + 16) if flat else QSize(_NAMES, _ROW)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        box = QRectF(rect)
        painter.save()
        painter.fillRect(box, theme.colour("surface"))
        line = theme.colour("line")
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), line)
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), line)
        name = str(self.model().headerData(logicalIndex, self.orientation()) or "")
        room = box.adjusted(8, 2, -8, -2)
        if self.orientation() == Qt.Orientation.Vertical:
            room.setLeft(box.left() + 20)
            draw_words(painter, room, name, "row_title", "text")
        else:
            painter.setFont(theme.font("second_line", name))
            painter.setPen(theme.colour("text2"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, name)
        painter.restore()


class WayTable(QTableView):
    """Arrows move, a number or F2 types, Delete clears; the diagonal is no way."""

    def __init__(self, model: WayMatrixModel, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalHeader(_NameHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_NameHeader(Qt.Orientation.Vertical, self))
        self.horizontalHeader().setDefaultSectionSize(_COLUMN)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        triggers = QTableView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_WayCell(self))
        self.setModel(model)

    def event(self, event: QEvent) -> bool:
        # Delete here clears a cell; it is not the desk's.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_F2)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() == QTableView.State.EditingState:
            # The Enter that ended the typing comes here as well.
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.model().setData(index, "", Qt.ItemDataRole.EditRole)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index)
        else:
            super().keyPressEvent(event)
