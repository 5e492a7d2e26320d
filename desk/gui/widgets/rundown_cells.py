"""The cells of a rundown that say two things: when it ends, and what is wrong."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter

from desk.gui.models.rows import ROW_ROLE, SECOND_ROLE
from desk.gui.models.rundown import RundownRow
from desk.gui.theme.application import current_theme
from desk.gui.widgets.edit_table import EditableCell
from desk.gui.widgets.painting import draw_tinted_icon, draw_words

_EITHER = QModelIndex | QPersistentModelIndex
_LINE, _UNDER = 18.0, 15.0


class StartCell(EditableCell):
    """The start, the end below it in a lighter tone; a lock where the time is kept."""

    def paint_cell(self, painter: QPainter, box: QRectF, index: _EITHER) -> None:
        first, second = _two_lines(box, bool(index.data(SECOND_ROLE)))
        draw_words(painter, first, str(index.data() or ""), "row_title", "text")
        draw_words(painter, second, str(index.data(SECOND_ROLE) or ""), "second_line", "text2")


class ItemCell(EditableCell):
    """What happens; below it what is wrong, with its sign."""

    def paint_cell(self, painter: QPainter, box: QRectF, index: _EITHER) -> None:
        row = index.data(ROW_ROLE)
        below = str(index.data(SECOND_ROLE) or "")
        first, second = _two_lines(box, bool(below))
        if isinstance(row, RundownRow):
            side = float(current_theme().icon.chip)
            for shown, name in ((row.item.locked, "lock-simple"), (row.item.internal, "eye-slash")):
                if shown:
                    place = QRectF(first.left(), first.center().y() - side / 2, side, side)
                    draw_tinted_icon(painter, place, name, "text2")
                    first.setLeft(first.left() + side + 5)
            tone = "text" if row.item.title else "text3"
            draw_words(painter, first, str(index.data() or ""), "row_title", tone)
        if below:
            side = float(current_theme().icon.chip)
            place = QRectF(second.left(), second.center().y() - side / 2, side, side)
            draw_tinted_icon(painter, place, "warning-circle", "warn")
            second.setLeft(second.left() + side + 4)
            draw_words(painter, second, below, "second_line", "warn")


def _two_lines(box: QRectF, two: bool) -> tuple[QRectF, QRectF]:
    """Room for the first line and the one below; alone the first stands in the middle."""
    if not two:
        return QRectF(box), QRectF(box.left(), box.bottom(), box.width(), 0)
    top = box.top() + (box.height() - _LINE - _UNDER) / 2
    return (
        QRectF(box.left(), top, box.width(), _LINE),
        QRectF(box.left(), top + _LINE, box.width(), _UNDER),
    )
