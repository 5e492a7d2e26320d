"""How the cells of a table are painted."""

from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.gui.models.rows import CELL_ROLE, ROW_ROLE, SECOND_ROLE, Group
from desk.gui.theme.application import current_theme
from desk.gui.theme.theme import FontName
from desk.gui.widgets.check_box import draw_check
from desk.gui.widgets.chip import ChipLook, chip_width, paint_chip
from desk.gui.widgets.painting import (
    MIDDLE_LEFT,
    MIDDLE_RIGHT,
    draw_tinted_icon,
    draw_words,
    guarded_paint,
)
from desk.gui.widgets.row_ground import paint_group, paint_row_ground

PADDING = 8
_CHIP_GAP = 6
_EITHER = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class TextLook:
    """How the words of one cell differ: colour token, struck through, bold."""

    tone: str = "text"
    struck: bool = False
    bold: bool = False


@dataclass(frozen=True)
class Mark:
    """A sign before the words of a cell: Phosphor name and colour token.

    `words_tone` colours the words too, else they stay plain.
    """

    icon: str
    tone: str = "text2"
    words_tone: str = "text"


@dataclass(frozen=True)
class Rank:
    """A place in an order; `bracket` joins equals that stand below one another."""

    bracket: Literal["none", "first", "middle", "last"] = "none"
    tone: str = "text"


class Cell(QStyledItemDelegate):
    """Paints ground, line and group; subclasses paint the words in `paint_cell`."""

    trailing = 0
    """Room at the right that the words leave free; the title of the column leaves it too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1

    @guarded_paint
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _EITHER) -> None:
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        row = index.data(ROW_ROLE)
        if isinstance(row, Group):
            paint_group(painter, box, row, left=16.0)
            return
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        paint_row_ground(
            painter,
            box,
            selected=bool(state & QStyle.StateFlag.State_Selected),
            hovered=index.row() == self.hovered_row,
            starts_row=index.column() == 0,
        )
        left = PADDING if index.column() else 2 * PADDING
        last = index.column() == index.model().columnCount() - 1
        right = 2 * PADDING if last else PADDING
        self.paint_cell(painter, box.adjusted(left, 0, -right, -1), index)

    def paint_cell(self, painter: QPainter, box: QRectF, index: _EITHER) -> None:
        """Paint the words inside the box."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: _EITHER) -> QSize:
        theme = current_theme()
        words = str(index.data() or "")
        width = theme.advance("row_title", words)
        return QSize(int(width) + 3 * PADDING, theme.height.table_row)


class TextCell(Cell):
    """One line in a font role; `TextLook` in `Column.cell` changes single cells."""

    def __init__(
        self, role: FontName = "body", tone: str = "text", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._role: FontName = role
        self._tone = tone

    def paint_cell(self, painter: QPainter, box: QRectF, index: _EITHER) -> None:
        look = index.data(CELL_ROLE)
        role, tone, struck = self._role, self._tone, False
        if isinstance(look, TextLook):
            role = "row_title" if look.bold else role
            tone, struck = look.tone, look.struck
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        draw_words(painter, box, str(index.data() or ""), role, tone, align, struck=struck)


class TwoLineCell(Cell):
    """Words and a lighter second line; one line stands in the middle."""

    def __init__(
        self,
        first: FontName = "note",
        second: FontName = "second_line",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._first: FontName = first
        self._second: FontName = second

    def paint_cell(self, painter: QPainter, box: QRectF, index: _EITHER) -> None:
        words = str(index.data() or "")
        below = index.data(SECOND_ROLE)
        look = index.data(CELL_ROLE)
        tone, struck = (look.tone, look.struck) if isinstance(look, TextLook) else ("text", False)
        if not below:
            draw_words(painter, box, words, self._first, tone, struck=struck)
            return
        roles = current_theme().font_roles
        above, under = roles[self._first].line, roles[self._second].line
        top = box.top() + (box.height() - above - under) / 2
        first = QRectF(box.left(), top, box.width(), above)
        draw_words(painter, first, words, self._first, tone, struck=struck)
        second = QRectF(box.left(), top + above, box.width(), under)
        draw_words(painter, second, str(below), self._second, "text2")


class ChipCell(Cell):
    """A `ChipLook`, or several in a tuple, from `Column.cell`."""

    def paint_cell(self, painter: QPainter, box: QRectF, index: _EITHER) -> None:
        cell = index.data(CELL_ROLE)
        looks: tuple[ChipLook, ...] = cell if isinstance(cell, tuple) else (cell,) if cell else ()
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        widths = [chip_width(look) for look in looks]
        height = current_theme().height.chip
        left = box.left()
        if align & Qt.AlignmentFlag.AlignRight:
            total = sum(widths) + _CHIP_GAP * max(0, len(widths) - 1)
            left = max(left, box.right() - total)
        for look, width in zip(looks, widths, strict=True):
            room = min(width, box.right() - left)
            if room < 24 and room < width:
                return
            place = QRectF(left, box.center().y() - height / 2, room, height)
            paint_chip(painter, place, look)
            left += room + _CHIP_GAP


class MarkCell(Cell):
    """A `Mark` from `Column.cell` before the words."""

    def paint_cell(self, painter: QPainter, box: QRectF, index: _EITHER) -> None:
        mark = index.data(CELL_ROLE)
        words_tone = "text"
        if isinstance(mark, Mark):
            side = current_theme().icon.button
            place = QRectF(box.left(), box.center().y() - side / 2, side, side)
            draw_tinted_icon(painter, place, mark.icon, mark.tone)
            box = box.adjusted(side + 5, 0, 0, 0)
            words_tone = mark.words_tone
        draw_words(painter, box, str(index.data() or ""), "note", words_tone, MIDDLE_LEFT)


class RankCell(Cell):
    """A number at the right with a bracket beside equals: `Rank` from `Column.cell`."""

    trailing = 16

    def paint_cell(self, painter: QPainter, box: QRectF, index: _EITHER) -> None:
        rank = index.data(CELL_ROLE)
        rank = rank if isinstance(rank, Rank) else Rank()
        room = box.adjusted(0, 0, -self.trailing, 0)
        words = str(index.data() or "")
        draw_words(painter, room, words, "row_title", rank.tone, MIDDLE_RIGHT)
        if rank.bracket == "none":
            return
        painter.setPen(QPen(current_theme().colour("edge"), 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        left, right = int(box.right() - 7), int(box.right() - 1)
        middle = int(box.center().y())
        top, bottom = int(box.top()), int(box.bottom() + 1)
        if rank.bracket == "first":
            painter.drawLine(left, middle, right, middle)
            painter.drawLine(left, middle, left, bottom)
        elif rank.bracket == "last":
            painter.drawLine(left, top, left, middle)
            painter.drawLine(left, middle, right, middle)
        else:
            painter.drawLine(left, top, left, bottom)


class CheckCell(Cell):
    """A box to tick from `Column.checked`; a sign (`Mark`) where nothing can be ticked."""

    def paint_cell(self, painter: QPainter, box: QRectF, index: _EITHER) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            draw_check(painter, _box_left(box), Qt.CheckState(state))
            return
        mark = index.data(CELL_ROLE)
        if isinstance(mark, Mark):
            draw_tinted_icon(painter, _box_left(box), mark.icon, mark.tone)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _EITHER,
    ) -> bool:
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        return event.button() == Qt.MouseButton.LeftButton and toggle_check(model, index)


def _box_left(box: QRectF) -> QRectF:
    side = current_theme().icon.row
    return QRectF(box.left(), box.center().y() - side / 2, side, side)


def toggle_check(model: QAbstractItemModel, index: _EITHER) -> bool:
    """Ask the model for the other state of a box; False where there is none."""
    state: Any = index.data(Qt.ItemDataRole.CheckStateRole)
    if state is None:
        return False
    checked = Qt.CheckState(state) == Qt.CheckState.Checked
    other = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
    place = model.index(index.row(), index.column())
    return model.setData(place, other, Qt.ItemDataRole.CheckStateRole)
