"""What lies behind and between rows: selection, hover, lines, groups."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desk.gui.models.rows import Group
from desk.gui.theme.application import current_theme
from desk.gui.widgets.chip import ChipKind, ChipLook, chip_width, paint_chip
from desk.gui.widgets.painting import draw_tinted_icon, draw_words

_TONES: dict[str, ChipKind] = {"ok": "ok", "warn": "warn", "bad": "bad", "info": "info"}


def paint_row_ground(
    painter: QPainter,
    box: QRectF,
    *,
    selected: bool,
    hovered: bool,
    starts_row: bool = True,
    line_inset: float = 0.0,
    has_line: bool = True,
) -> None:
    """Lip or hover below a row or cell, 3 px of accent where the row starts, 1 px line below."""
    theme = current_theme()
    if selected:
        painter.fillRect(box, theme.colour("lip"))
        if starts_row:
            bar = QRectF(box.left(), box.top(), theme.line.selection_bar, box.height())
            painter.fillRect(bar, theme.colour("accent"))
    elif hovered:
        painter.fillRect(box, theme.colour("hover"))
    if has_line:
        colour: QColor = theme.colour("line")
        inset = 0.0 if selected else line_inset
        width = box.width() - 2 * inset
        painter.fillRect(QRectF(box.left() + inset, box.bottom() - 1, width, 1), colour)


def paint_group(painter: QPainter, box: QRectF, group: Group, *, left: float = 16.0) -> None:
    """A group row: arrow when it folds, icon, title, number, note on the window's ground."""
    theme = current_theme()
    painter.fillRect(box, theme.colour("window"))
    line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
    painter.fillRect(line, theme.colour("line"))
    at = box.left() + left
    if group.collapsible:
        side = theme.icon.chip
        name = "caret-right" if group.collapsed else "caret-down"
        place = QRectF(at, box.center().y() - side / 2, side, side)
        draw_tinted_icon(painter, place, name, "text2")
        at += side + 10
    if group.icon:
        side = theme.icon.row
        place = QRectF(at, box.center().y() - side / 2, side, side)
        role = group.tone if group.tone in _TONES else "text2"
        draw_tinted_icon(painter, place, group.icon, role)
        at += side + 10
    room = QRectF(at, box.top(), max(0.0, box.right() - at - 16), box.height() - 1)
    at += draw_words(painter, room, group.title, "row_title") + 8
    if group.count is not None:
        look = ChipLook(str(group.count), _TONES.get(group.tone, "mute"))
        width = chip_width(look)
        height = theme.height.chip
        paint_chip(painter, QRectF(at, box.center().y() - height / 2, width, height), look)
        at += width + 10
    if group.note:
        room = QRectF(at, box.top(), max(0.0, box.right() - at - 16), box.height() - 1)
        draw_words(painter, room, group.note, "note", "text2")
