"""A title with the plate of its country's code before it, and a lighter second line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter

from desk.gui.models.rows import CELL_ROLE, SECOND_ROLE
from desk.gui.theme.application import current_theme
from desk.gui.widgets.cells import Cell
from desk.gui.widgets.painting import CENTRE, draw_frame, draw_words

_PLATE_WIDTH, _PLATE_HEIGHT = 30, 22


class PlateCell(Cell):
    """`Column.cell` gives the code and whether the title is struck through."""

    def paint_cell(
        self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = current_theme()
        code, struck = index.data(CELL_ROLE)
        plate = QRectF(
            box.left(), box.center().y() - _PLATE_HEIGHT / 2, _PLATE_WIDTH, _PLATE_HEIGHT
        )
        if code:
            draw_frame(painter, plate, theme.radius.chip, fill=theme.colour("nav"))
            draw_words(painter, plate, code, "chip", "nav_lip", CENTRE)
        left = plate.right() + 12
        room = max(0.0, box.right() - left)
        top = box.center().y() - 17
        tone = "text2" if struck else "text"
        words, below = str(index.data() or ""), str(index.data(SECOND_ROLE) or "")
        if not below:
            whole = QRectF(left, box.top(), room, box.height())
            draw_words(painter, whole, words, "row_title", tone, struck=struck)
            return
        title = QRectF(left, top, room, 18)
        draw_words(painter, title, words, "row_title", tone, struck=struck)
        draw_words(painter, QRectF(left, top + 18, room, 16), below, "note", "text2")
