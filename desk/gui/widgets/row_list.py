"""Lists whose rows have several parts: events, answers, follow-ups."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desk.gui.models.rows import CELL_ROLE, ROW_ROLE, Column, Group, RowModel
from desk.gui.theme.application import current_theme
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import (
    MIDDLE_RIGHT,
    draw_focus_ring,
    draw_tinted_icon,
    draw_words,
    guarded_paint,
)
from desk.gui.widgets.row_ground import paint_group, paint_row_ground

_EITHER = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Ground, line, group and focus of a row; subclasses paint it in `paint_row`."""

    def __init__(self, *, inset: int = 16, group_height: int | None = None) -> None:
        super().__init__()
        self.inset = inset
        self._group_height = group_height or current_theme().height.group_row
        self.shows_focus = False
        self.current_place = -1

    def group_size(self, index: _EITHER) -> QSize | None:
        """The size when a group stands there."""
        is_group = isinstance(index.data(ROW_ROLE), Group)
        return QSize(200, self._group_height) if is_group else None

    @guarded_paint
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _EITHER) -> None:
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        row = index.data(ROW_ROLE)
        if isinstance(row, Group):
            paint_group(painter, box, row, left=float(self.inset))
            return
        model = index.model()
        last = index.row() == model.rowCount() - 1
        paint_row_ground(
            painter,
            box,
            selected=bool(state & QStyle.StateFlag.State_Selected),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            line_inset=float(self.inset),
            has_line=not last,
        )
        self.paint_row(painter, box, index, state)
        if self.shows_focus and index.row() == self.current_place:
            draw_focus_ring(painter, box.adjusted(0, 0, 0, -1), current_theme().radius.chip)

    def paint_row(
        self, painter: QPainter, box: QRectF, index: _EITHER, state: QStyle.StateFlag
    ) -> None:
        """Paint the parts of a row inside the box."""
        raise NotImplementedError

    def tip_at(self, index: _EITHER, box: QRectF, at: QRectF) -> str:
        """What a tool tip says at a place of a row, empty for the row's own."""
        return ""


@dataclass(frozen=True)
class NoteRowLook:
    """A sign, a title with a lighter second line, and two short texts at the right."""

    title: str
    second: str = ""
    icon: str = ""
    tone: str = "text2"
    right: str = ""
    right_tone: str = "text"
    right_second: str = ""
    struck: bool = False


class NoteRowDelegate(RowDelegate):
    """Paints `NoteRowLook`s, 48 px high."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _EITHER) -> QSize:
        return self.group_size(index) or QSize(200, 48)

    def paint_row(
        self, painter: QPainter, box: QRectF, index: _EITHER, state: QStyle.StateFlag
    ) -> None:
        look: NoteRowLook = index.data(CELL_ROLE)
        theme = current_theme()
        top = box.top() + (box.height() - 1 - 34) / 2
        left, right = box.left() + self.inset, box.right() - self.inset
        if look.icon:
            side = theme.icon.row
            place = QRectF(left, box.center().y() - side / 2, side, side)
            draw_tinted_icon(painter, place, look.icon, look.tone)
            left += side + 10
        above = theme.advance("label", look.right)
        below = theme.advance("note", look.right_second)
        width = min(max(above, below), (right - left) / 2)
        if look.right:
            alone = not look.second and not look.right_second
            place = QRectF(right - width, top, width, 18)
            if alone:
                place = QRectF(right - width, box.top(), width, box.height() - 1)
            draw_words(painter, place, look.right, "label", look.right_tone, MIDDLE_RIGHT)
        if look.right_second:
            place = QRectF(right - width, top + 18, width, 16)
            draw_words(painter, place, look.right_second, "note", "text2", MIDDLE_RIGHT)
        room = right - left - (width + 10 if width else 0)
        if look.second:
            title = QRectF(left, top, room, 18)
            second = QRectF(left, top + 18, room, 16)
            draw_words(painter, second, look.second, "note", "text2")
        else:
            title = QRectF(left, box.top(), room, box.height() - 1)
        tone = "text2" if look.struck else "text"
        draw_words(painter, title, look.title, "row_title", tone, struck=look.struck)


class RowList(KeyboardFocus, QListView):
    """`RowList(look, EventRowDelegate(), words=..., key=..., name=...)`, then `show_rows(rows)`.

    `look(row)` gives what the delegate paints, `words(row)` the full sentence that is read
    aloud. `row_chosen` and `row_activated` as in `Table`. With `fits`, the list is as high as
    its rows and does not scroll by itself: for cards.
    """

    row_chosen = Signal(object)
    row_activated = Signal(object)

    def __init__(
        self,
        look: Callable[[Any], Any],
        delegate: RowDelegate,
        *,
        words: Callable[[Any], str],
        name: str,
        key: Callable[[Any], Hashable] | None = None,
        fits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fits = fits
        self._kept: Hashable | None = None
        self.rows: RowModel[Any] = RowModel([Column("", words, cell=look)], key=key, parent=self)
        self._delegate = delegate
        delegate.setParent(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        if fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self.rows)
        self.setItemDelegate(delegate)
        self.rows.modelAboutToBeReset.connect(self._on_rows_about_to_be_reset)
        self.rows.modelReset.connect(self._on_rows_reset)
        self.rows.structure_changed.connect(self._on_rows_structure_changed)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)

    def show_rows(self, rows: Iterable[Any]) -> None:
        """Show rows, or `Group`s between them; the selection stays."""
        self.rows.show(rows)

    def current_row(self) -> Any:
        """The row the keyboard stands on."""
        return self.rows.row_at(self.currentIndex().row())

    def select_key(self, key: Hashable) -> bool:
        """Stand on the row with a key; False when it is not there."""
        place = self.rows.place_of(key)
        if place < 0:
            return False
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.rows.index(place, 0), flag)
        return True

    def contents_height(self) -> int:
        """The height of all rows in logical pixels."""
        option = QStyleOptionViewItem()
        return sum(
            self._delegate.sizeHint(option, self.rows.index(place, 0)).height()
            for place in range(self.rows.rowCount())
        )

    def viewportEvent(self, event: Any) -> bool:
        if isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            at = QRectF(event.pos().x(), event.pos().y(), 1, 1)
            box = QRectF(self.visualRect(index))
            tip = self._delegate.tip_at(index, box, at) if index.isValid() else ""
            if tip:
                QToolTip.showText(event.globalPos(), tip, self)
                return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._follow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._follow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._follow()

    def _follow(self) -> None:
        self._delegate.shows_focus = self.shows_focus
        self._delegate.current_place = self.currentIndex().row()
        self.viewport().update()

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._follow()
        self.row_chosen.emit(self.rows.row_at(current.row()) if current.isValid() else None)

    def _on_activated(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index.row())
        if row is not None:
            self.row_activated.emit(row)

    def _on_rows_structure_changed(self) -> None:
        # The row stood on may stand elsewhere now, without another one being chosen.
        self._follow()
        if self._fits:
            self.setFixedHeight(self.contents_height())

    def _on_rows_about_to_be_reset(self) -> None:
        self._kept = self.rows.key_at(self.currentIndex().row())

    def _on_rows_reset(self) -> None:
        if self._kept is not None:
            self.select_key(self._kept)
