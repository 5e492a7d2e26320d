"""Rows in the lists that open below a field."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.gui.theme.application import current_theme
from desk.gui.widgets.painting import draw_frame, draw_tinted_icon, draw_words, guarded_paint

DETAIL_ROLE = Qt.ItemDataRole.UserRole + 11
"""A second, lighter text of the row."""
ICON_ROLE = Qt.ItemDataRole.UserRole + 12
"""The Phosphor name of the row's icon."""


class PopupRowDelegate(QStyledItemDelegate):
    """A row of 30 px: icon, words, lighter detail; the chosen one on the lip."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        theme = current_theme()
        height = 44 if index.data(DETAIL_ROLE) else theme.height.menu
        width = theme.advance("body", str(index.data() or "")) + 32
        return QSize(int(width), height)

    @guarded_paint
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current_theme()
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            draw_frame(painter, box, theme.radius.chip, fill=theme.colour("lip"))
        elif state & QStyle.StateFlag.State_MouseOver:
            draw_frame(painter, box, theme.radius.chip, fill=theme.colour("hover"))
        left = box.left() + 10
        picture = index.data(ICON_ROLE)
        if picture:
            side = theme.icon.button
            place = QRectF(left, box.top() + (box.height() - side) / 2, side, side)
            draw_tinted_icon(painter, place, picture)
            left += side + 8
        words = str(index.data() or "")
        detail = index.data(DETAIL_ROLE)
        if detail:
            width = box.right() - left - 10
            draw_words(painter, QRectF(left, box.top() + 5, width, 18), words, "body")
            second = QRectF(left, box.top() + 23, width, 16)
            draw_words(painter, second, str(detail), "note", "text2")
        else:
            draw_words(
                painter, QRectF(left, box.top(), box.right() - left - 10, box.height()), words
            )
