"""The base of every calendar view: a list of events that stand where their time is.

A view derives from `CalendarView` and answers, in this order of importance:

    lay_out() -> list[Block]            where every row stands; kept until rows, size, period,
                                        zoom or theme change (`forget_layout()` says so)
    content_size() -> QSizeF            how large the ground is that scrolls
    frozen() -> QMarginsF               what stays put at the left and the top (headers)
    moment_at, venue_at, boxes_of       for dragging, see `calendar_drag.DragGround`
    paint_ground(painter, area)         the grid below the events; area in viewport coordinates
    paint_block(painter, box, block, n) one box of an event; the usual look when not overridden
    paint_over(painter, area)           the now-line above the events
    paint_frozen(painter, area)         headers, painted last and not clipped to the ground

Content coordinates begin where the scrolled ground begins: right of and below what is frozen,
before scrolling. `to_viewport(box)` and `to_content(point)` translate. A `pinned` block stands in
the frozen strip above the ground: it scrolls sideways only, its y is that of the viewport.

`show_rows(rows)` shows `CalendarRow`s and `BandRow`s. What a person does comes out as signals;
the view itself writes nothing. Wall times are naive and of the zone of the view.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMargins,
    QMarginsF,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from desk.gui.models.calendar_rows import AnyRow, CalendarRow
from desk.gui.models.rows import Column, RowModel
from desk.gui.widgets.calendar_block import Block
from desk.gui.widgets.calendar_hands import CalendarHands
from desk.gui.widgets.calendar_looks import (
    event_look,
    paint_band,
    paint_ghost,
)
from desk.gui.widgets.calendar_steps import reveal, step_from
from desk.gui.widgets.event_block import paint_event_block
from desk.gui.widgets.painting import painting

_EITHER = QModelIndex | QPersistentModelIndex
_OUTSIDE = 3
"""How far the ring of the chosen event reaches out of its box."""
_RING = QMargins(_OUTSIDE, _OUTSIDE, _OUTSIDE, _OUTSIDE)


class CalendarView(CalendarHands, QListView):
    """See the module's text. Signals of what a person did:

    `row_chosen(row | None)`, `row_activated(row)`: as in `RowList`.
    `create_asked(Draft)`, `move_asked(Move)`: after a drag, a double click or a key.
    `context_asked(row | None, QPoint)`: the menu of a row, at a place of the screen.
    `period_asked(int)`: one period later (1) or earlier (-1). `day_asked(date)`: show this day.
    `command_asked(str)`: a command of the window: new_event, go_today, view_day … view_rooms.
    """

    row_chosen = Signal(object)
    row_activated = Signal(object)
    create_asked = Signal(object)
    move_asked = Signal(object)
    context_asked = Signal(object, QPoint)
    period_asked = Signal(int)
    day_asked = Signal(object)
    command_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: RowModel[Any] = RowModel([Column("", _sentence)], parent=self)
        self._blocks: list[Block] | None = None
        self._by_key: dict[object, Block] = {}
        self._is_settling = False
        self.painted_blocks = 0
        """How many events were painted so far: a frame of a drag paints only what it touches."""
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setModel(self.rows)
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setSingleStep(24)
        self.take_hands()
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    # What a view answers

    def lay_out(self) -> list[Block]:
        """Where every row of `self.rows.rows()` stands, what is on top last."""
        raise NotImplementedError

    def content_size(self) -> QSizeF:
        """How large the ground is that scrolls."""
        raise NotImplementedError

    def frozen(self) -> QMarginsF:
        """What does not scroll at the left and the top of the viewport."""
        return QMarginsF()

    def moment_at(self, at: QPointF) -> datetime:
        raise NotImplementedError

    def venue_at(self, at: QPointF) -> int | None:
        return None

    def boxes_of(self, starts: datetime, ends: datetime, venue_id: int | None) -> list[QRectF]:
        raise NotImplementedError

    def paint_ground(self, painter: QPainter, area: QRectF) -> None:
        """The grid below the events."""

    def paint_block(self, painter: QPainter, box: QRectF, block: Block, number: int) -> None:
        """One box of a block, in viewport coordinates."""
        row, chosen = block.row, self.is_chosen(block.row)
        if isinstance(row, CalendarRow) and not block.pinned:
            paint_event_block(painter, box, event_look(row, selected=chosen, first=number == 0))
        else:
            before = block.before or number > 0
            after = block.after or number < len(block.boxes) - 1
            paint_band(painter, box, row, selected=chosen, before=before, after=after)

    def paint_over(self, painter: QPainter, area: QRectF) -> None:
        """What stands above the events."""

    def paint_frozen(self, painter: QPainter, area: QRectF) -> None:
        """The headers; the pinned blocks come after it."""

    def ghost_words(self, starts: datetime, ends: datetime, venue_id: int | None) -> str:
        """What stands in the ghost of a drag besides its times: the room, in a timeline."""
        return ""

    # Rows

    def show_rows(self, rows: Iterable[AnyRow]) -> None:
        """Show these rows; the one stood on stays, and no other is stood on when it goes."""
        kept = self.rows.key_at(self.currentIndex().row())
        self._is_settling = True
        self.rows.show(list(rows))
        if not self.select_key(kept):
            self.setCurrentIndex(QModelIndex())
        self._is_settling = False
        self.forget_layout()
        if kept is not None and not self.currentIndex().isValid():
            self.row_chosen.emit(None)

    def current_row(self) -> AnyRow | None:
        """The row the keyboard stands on."""
        return self.rows.row_at(self.currentIndex().row())

    def is_chosen(self, row: AnyRow) -> bool:
        """Whether the keyboard stands on this row."""
        return self.rows.key_at(self.currentIndex().row()) == row.id

    def select_key(self, key: object) -> bool:
        """Stand on the row with a key (an event's id); False when it is not there."""
        place = self.rows.place_of(key)  # pyright: ignore[reportArgumentType]
        if place < 0:
            return False
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.rows.index(place, 0), flag)
        return True

    # Layout

    def forget_layout(self) -> None:
        """Rows, size, period, zoom or theme changed: lay out anew when next asked."""
        self._blocks = None
        self.updateGeometries()
        self.viewport().update()

    def blocks(self) -> list[Block]:
        """Where every row stands; what is on top comes last."""
        if self._blocks is None:
            self._blocks = self.lay_out()
            self._by_key = {block.row.id: block for block in self._blocks}
        return self._blocks

    def block_of(self, row: AnyRow) -> Block | None:
        """Where a row stands, None when it is not laid out."""
        self.blocks()
        return self._by_key.get(row.id)

    def to_viewport(self, box: QRectF, *, pinned: bool = False) -> QRectF:
        """A box of the content where it now is in the viewport."""
        frozen = self.frozen()
        across = frozen.left() - self.horizontalOffset()
        down = 0.0 if pinned else frozen.top() - self.verticalOffset()
        return box.translated(across, down)

    def to_content(self, at: QPointF) -> QPointF:
        """A place of the viewport in content coordinates."""
        frozen = self.frozen()
        return QPointF(
            at.x() - frozen.left() + self.horizontalOffset(),
            at.y() - frozen.top() + self.verticalOffset(),
        )

    def scroll_room(self) -> QRectF:
        """The part of the viewport that scrolls."""
        frozen = self.frozen()
        return QRectF(self.viewport().rect()).adjusted(frozen.left(), frozen.top(), 0, 0)

    def scroll_by(self, across: int, down: int) -> bool:
        """Scroll by that much; whether anything moved."""
        before = (self.horizontalOffset(), self.verticalOffset())
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + across)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down)
        return before != (self.horizontalOffset(), self.verticalOffset())

    def block_at(self, at: QPointF) -> Block | None:
        """The uppermost block at a place of the viewport; headers hide what is below them."""
        inside = self.scroll_room().contains(at)
        for block in reversed(self.blocks()):
            if not block.pinned and not inside:
                continue
            for box in block.boxes:
                if self.to_viewport(box, pinned=block.pinned).contains(at):
                    return block
        return None

    # Qt's views

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def updateGeometries(self) -> None:
        room, size = self.scroll_room(), self.content_size()
        for bar, shown, whole in (
            (self.horizontalScrollBar(), room.width(), size.width()),
            (self.verticalScrollBar(), room.height(), size.height()),
        ):
            bar.setPageStep(max(1, int(shown)))
            bar.setRange(0, max(0, round(whole - shown)))

    def visualRect(self, index: _EITHER) -> QRect:
        row = self.rows.row_at(index.row()) if index.isValid() else None
        block = self.block_of(row) if row is not None else None
        if block is None or not block.boxes:
            return QRect()
        return self.to_viewport(block.boxes[0], pinned=block.pinned).toAlignedRect()

    def indexAt(self, at: QPoint) -> QModelIndex:
        block = self.block_at(QPointF(at))
        return self.index_of(block.row) if block is not None else QModelIndex()

    def index_of(self, row: AnyRow) -> QModelIndex:
        """Where a row stands in the model."""
        place = self.rows.place_of(row.id)
        return self.rows.index(place, 0) if place >= 0 else QModelIndex()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self._region_of(self.rows.row_at(index.row()))
        return region

    def _region_of(self, row: AnyRow | None) -> QRegion:
        """All that is painted for a row, its ring included."""
        region = QRegion()
        block = self.block_of(row) if row is not None else None
        for box in block.boxes if block is not None else ():
            shown = self.to_viewport(box, pinned=block.pinned)  # pyright: ignore[reportOptionalMemberAccess]
            region += shown.toAlignedRect().marginsAdded(_RING)
        return region

    def scrollTo(
        self, index: _EITHER, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        row = self.rows.row_at(index.row()) if index.isValid() else None
        block = self.block_of(row) if row is not None else None
        if block is None or not block.boxes:
            return
        box, room = block.boxes[0], self.scroll_room()
        reveal(self.horizontalScrollBar(), box.left(), box.right(), room.width())
        if not block.pinned:
            reveal(self.verticalScrollBar(), box.top(), box.bottom(), room.height())

    def moveCursor(
        self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        drawn = [block for block in self.blocks() if block.boxes]
        current = self.current_row()
        block = step_from(drawn, self.block_of(current) if current is not None else None, action)
        return self.index_of(block.row) if block is not None else self.currentIndex()

    def scrollContentsBy(self, across: int, down: int) -> None:
        # Only the ground scrolls; what is frozen stays, and pinned blocks move sideways only.
        room = self.scroll_room().toAlignedRect()
        self.follow_scroll(across, down)
        if across:
            self.viewport().update()
            return
        self.viewport().scroll(0, down, room)
        self.viewport().update(QRect(0, room.top(), room.left(), room.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.forget_layout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.forget_layout()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self.viewport()) as painter:
            self._paint(painter, event.region())

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        area = QRectF(region.boundingRect())
        painter.save()
        painter.setClipRect(self.scroll_room(), Qt.ClipOperation.IntersectClip)
        self.paint_ground(painter, area)
        self._paint_blocks(painter, region, pinned=False)
        self.paint_over(painter, area)
        if not self.ghost_is_pinned:
            self._paint_ghost(painter)
        painter.restore()
        self.paint_frozen(painter, area)
        self._paint_blocks(painter, region, pinned=True)
        if self.ghost_is_pinned:
            self._paint_ghost(painter)

    def measure(self) -> None:
        """Paint on nothing what is shown: its words and pictures are then known to every view.

        Of what the next period takes to be painted, a third is finding out how wide words are.
        """
        nothing = QPixmap(1, 1)
        nothing.setDevicePixelRatio(self.devicePixelRatio())
        with painting(nothing) as painter:
            self._paint(painter, QRegion(self.viewport().rect()))

    def _paint_blocks(self, painter: QPainter, region: QRegion, *, pinned: bool) -> None:
        held = self.drag.grip.row if self.drag.is_dragging and self.drag.grip else None
        shift = self.to_viewport(QRectF(0, 0, 0, 0), pinned=pinned).topLeft()
        # In the content's own coordinates: hundreds of blocks are asked, a few are painted.
        dirty = QRectF(region.boundingRect()).translated(-shift)
        dirty.adjust(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
        for block in (each for each in self.blocks() if each.pinned is pinned):
            for number, box in enumerate(block.boxes):
                if not dirty.intersects(box):
                    continue
                shown = box.translated(shift)
                if not region.intersects(shown.toAlignedRect().marginsAdded(_RING)):
                    continue
                self.painted_blocks += 1
                faint = held is not None and held.id == block.row.id
                painter.setOpacity(0.45 if faint else 1.0)
                self.paint_block(painter, shown, block, number)
        painter.setOpacity(1.0)

    def _paint_ghost(self, painter: QPainter) -> None:
        span = self.drag.span
        if span is None:
            return
        words = self.ghost_words(span.starts, span.ends, self.ghost_venue())
        row = self.drag.grip.row if self.drag.grip else None
        for box in self.ghost_boxes():
            paint_ghost(painter, box, span.starts, span.ends, row, words)

    def _on_current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        if self._is_settling:
            return
        for index in (before, current):
            self.viewport().update(self._region_of(self.rows.row_at(index.row())))
        self.row_chosen.emit(self.rows.row_at(current.row()) if current.isValid() else None)


def _sentence(row: AnyRow) -> str:
    return row.sentence
