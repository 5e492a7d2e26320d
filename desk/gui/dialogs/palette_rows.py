"""How the palette draws its rows."""

from typing import Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desk.gui.dialogs.palette_items import PaletteItem
from desk.gui.models.rows import CELL_ROLE, ROW_ROLE, Group
from desk.gui.theme.application import current_theme
from desk.gui.widgets.key_cap import key_cap_width, paint_key_cap
from desk.gui.widgets.painting import draw_frame, draw_tinted_icon, draw_words, guarded_paint
from desk.gui.widgets.row_list import RowDelegate

_GROUP = 32
_ROW = 36


class PaletteDelegate(RowDelegate):
    """A row of 36 px: picture, title, lighter detail behind it, keys at the right."""

    def __init__(self) -> None:
        super().__init__(inset=19)

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        return QSize(200, _GROUP if isinstance(index.data(ROW_ROLE), Group) else _ROW)

    @guarded_paint
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        row = index.data(ROW_ROLE)
        if isinstance(row, Group):
            draw_words(painter, box.adjusted(self.inset, 6, 0, 0), row.title, "chip", "text2")
            return
        theme = current_theme()
        ground = box.adjusted(7, 0, -7, 0)
        if state & QStyle.StateFlag.State_Selected:
            draw_frame(painter, ground, theme.radius.control, fill=theme.colour("lip"))
            bar = QRectF(ground.left(), ground.top() + 8, 3, ground.height() - 16)
            draw_frame(painter, bar, 1.5, fill=theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            draw_frame(painter, ground, theme.radius.control, fill=theme.colour("hover"))
        self._paint_item(painter, box, index.data(CELL_ROLE))

    def _paint_item(self, painter: QPainter, box: QRectF, item: PaletteItem) -> None:
        theme = current_theme()
        left, right = box.left() + self.inset, box.right() - self.inset
        side = theme.icon.row
        picture = QRectF(left, box.center().y() - side / 2, side, side)
        draw_tinted_icon(painter, picture, item.icon)
        left += side + 14
        if item.keys:
            width = key_cap_width(item.keys)
            paint_key_cap(painter, QRectF(right - width, box.top(), width, box.height()), item.keys)
            right -= width + 12
        room = QRectF(left, box.top(), max(0.0, right - left), box.height())
        left += draw_words(painter, room, item.title, "button") + 12
        if item.detail and right - left > 40:
            behind = QRectF(left, box.top(), right - left, box.height())
            draw_words(painter, behind, item.detail, "note", "text2")
