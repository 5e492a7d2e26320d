"""Rows of events as on Today: time, second zone, kind, title, place, chips."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desk.gui.models.rows import CELL_ROLE
from desk.gui.theme.application import current_theme
from desk.gui.widgets.chip import ChipLook, chip_width, paint_chip
from desk.gui.widgets.painting import draw_frame, draw_tinted_icon, draw_words
from desk.gui.widgets.row_list import RowDelegate

EventKind = Literal["meet", "travel", "meal", "in", "other"]
EventState = Literal["firm", "tentative", "cancelled"]

TIME_WIDTH = 120
_TRAILING = 32
_EITHER = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class EventRowLook:
    """What a row shows. `time` carries its zone ("09.00–10.30 WITA"), `second_time` the guests'.

    `kind` colours the bar: meet, travel, meal, in (internal), other. Tentative is dashed,
    cancelled struck through. `now` lays the lip below it. `trailing_icon` is a button at the right
    with the words `trailing_tip`.
    """

    time: str
    title: str
    second_time: str = ""
    place: str = ""
    kind: EventKind = "in"
    state: EventState = "firm"
    chips: tuple[ChipLook, ...] = ()
    trailing_icon: str = ""
    trailing_tip: str = ""
    now: bool = False


def paint_kind_bar(painter: QPainter, box: QRectF, kind: EventKind, state: EventState) -> None:
    """The bar of 4 px: full, dashed when tentative, faint when cancelled."""
    theme = current_theme()
    if state == "tentative":
        colour = theme.colour(f"ev_{kind}_b")
        draw_frame(painter, box, 2, edge=colour, dashes=(3.0, 2.0))
    elif state == "cancelled":
        draw_frame(painter, box, 2, fill=theme.colour("mute_line"))
    else:
        draw_frame(painter, box, 2, fill=theme.colour(f"ev_{kind}_b"))


class EventRowDelegate(RowDelegate):
    """Paints `EventRowLook`s, 56 px high."""

    trailing_chosen = Signal(object)
    """The place in the model whose trailing icon was clicked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _EITHER) -> QSize:
        group = self.group_size(index)
        return group or QSize(280, current_theme().height.two_line_event_row)

    def paint_row(
        self, painter: QPainter, box: QRectF, index: _EITHER, state: QStyle.StateFlag
    ) -> None:
        look: EventRowLook = index.data(CELL_ROLE)
        theme = current_theme()
        if look.now and not state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("lip"))
        top = box.top() + (box.height() - 1 - 34) / 2
        left = box.left() + self.inset
        struck = look.state == "cancelled"
        tone = "text2" if struck else "text"
        time = QRectF(left, top, TIME_WIDTH + 4, 18)
        draw_words(painter, time, look.time, "row_title")
        second = QRectF(left, top + 18, TIME_WIDTH + 4, 16)
        draw_words(painter, second, look.second_time, "note", "text2")
        left += TIME_WIDTH + 10
        bar = QRectF(left, top + 1, 4, 32)
        paint_kind_bar(painter, bar, look.kind, look.state)
        left += 4 + 12
        right = self._paint_right(painter, box, look)
        room = max(0.0, right - left)
        title = QRectF(left, top, room, 18)
        draw_words(painter, title, look.title, "row_title", tone, struck=struck)
        place = QRectF(left, top + 18, room, 16)
        draw_words(painter, place, look.place, "note", "text2")

    def _paint_right(self, painter: QPainter, box: QRectF, look: EventRowLook) -> float:
        """Chips and the trailing icon; gives where the words must end."""
        theme = current_theme()
        right = box.right() - self.inset
        if look.trailing_icon:
            side = theme.icon.row
            place = QRectF(right - side - 6, box.center().y() - side / 2, side, side)
            draw_tinted_icon(painter, place, look.trailing_icon)
            right -= _TRAILING + 4
        height = theme.height.chip
        for chip in reversed(look.chips):
            width = chip_width(chip)
            place = QRectF(right - width, box.center().y() - height / 2, width, height)
            paint_chip(painter, place, chip)
            right -= width + 6
        return right - 6

    def trailing_place(self, box: QRectF) -> QRectF:
        """Where the trailing icon of a row takes clicks."""
        right = box.right() - self.inset
        return QRectF(right - _TRAILING, box.top(), _TRAILING + self.inset, box.height())

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _EITHER,
    ) -> bool:
        look = index.data(CELL_ROLE)
        if (
            isinstance(look, EventRowLook)
            and look.trailing_icon
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        ):
            box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
            if self.trailing_place(box).contains(event.position()):
                self.trailing_chosen.emit(index.row())
                return True
        return super().editorEvent(event, model, option, index)

    def tip_at(self, index: _EITHER, box: QRectF, at: QRectF) -> str:
        look = index.data(CELL_ROLE)
        if isinstance(look, EventRowLook) and self.trailing_place(box).intersects(at):
            return look.trailing_tip
        return ""
