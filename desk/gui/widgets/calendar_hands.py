"""What mouse and keyboard do in every calendar view."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QRegion,
)
from PySide6.QtWidgets import QToolTip

from desk.gui.models.calendar_rows import CalendarRow
from desk.gui.widgets.calendar_drag import STEP, CalendarDrag, Draft, DragKind, Grip, Move, Span
from desk.gui.widgets.keyboard_focus import KeyboardFocus

if TYPE_CHECKING:
    from desk.gui.widgets.calendar_block import Block

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_HANDLE = 6.0
"""How much of a block's end lengthens it, in logical pixels; of a short block a third."""
_LETTERS = {
    Qt.Key.Key_N: "new_event",
    Qt.Key.Key_T: "go_today",
    Qt.Key.Key_D: "view_day",
    Qt.Key.Key_W: "view_week",
    Qt.Key.Key_M: "view_month",
    Qt.Key.Key_A: "view_agenda",
    Qt.Key.Key_R: "view_rooms",
}
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


def letter_command(event: QKeyEvent) -> str:
    """The command that a single letter runs in the calendar, empty for other keys."""
    if _chord(event) != _PLAIN:
        return ""
    return _LETTERS.get(Qt.Key(event.key()), "")


def _chord(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


class CalendarHands(KeyboardFocus):
    """Mixed into `CalendarView` before its Qt class.

    Dragging empty ground makes something, a block moves, the end of a block lengthens; the end
    wins over the middle. Esc cancels. `resizes` is the direction of time; `whole_days` says that
    the view knows no hours; `venue_order` is the way of Ctrl+Alt+Up and Down through the rooms.
    """

    resizes: Qt.Orientation = Qt.Orientation.Vertical
    whole_days = False
    venue_order: tuple[int, ...] = ()
    if TYPE_CHECKING:
        # Said by CalendarView, which this is mixed into.
        drag: CalendarDrag
        row_activated: Any
        create_asked: Any
        move_asked: Any
        context_asked: Any
        period_asked: Any
        command_asked: Any
        clicked: Any
        block_at: Any
        to_viewport: Any
        scroll_room: Any
        scroll_by: Any
        moment_at: Any
        venue_at: Any
        boxes_of: Any
        current_row: Any
        select_key: Any
        index_of: Any
        viewport: Any
        visualRect: Any
        currentIndex: Any
        _region_of: Any

    def take_hands(self) -> None:
        """Begin to listen; called once the view is made."""
        self._ghost_region = QRegion()
        self._faded: CalendarRow | None = None
        self.drag = CalendarDrag(self, self)
        self.drag.changed.connect(self._on_drag_changed)
        self.drag.finished.connect(self._on_drag_finished)

    # What a view may answer otherwise

    def creates_at(self, at: QPointF) -> bool:
        """Whether something new can be drawn at a place."""
        return self.scroll_room().contains(at)

    def is_whole_day_at(self, at: QPointF) -> bool:
        """Whether that place knows only days."""
        return self.whole_days

    def grip_at(self, at: QPointF) -> Grip | None:
        """What a press at a place takes hold of, None for what cannot be dragged."""
        block = self.block_at(at)
        moment, venue_id = self.moment_at(at), self.venue_at(at)
        if block is None:
            if not self.creates_at(at):
                return None
            return Grip("create", moment, venue_id, whole_days=self.is_whole_day_at(at))
        row = block.row
        if not isinstance(row, CalendarRow):
            return None
        whole = self.whole_days or block.pinned or row.event.all_day
        kind: DragKind = self.edge_at(block, at) or "move"
        return Grip(kind, moment, venue_id, row, whole_days=whole)

    def edge_at(self, block: "Block", at: QPointF) -> DragKind | None:
        """The end of a block at a place: "starts", "ends" or neither."""
        across = block.pinned or self.resizes == Qt.Orientation.Horizontal
        first = self.to_viewport(block.boxes[0], pinned=block.pinned)
        last = self.to_viewport(block.boxes[-1], pinned=block.pinned)
        if last.contains(at) and not block.after:
            length = last.width() if across else last.height()
            left = last.right() - at.x() if across else last.bottom() - at.y()
            if left <= min(_HANDLE, length / 3):
                return "ends"
        if first.contains(at) and not block.before:
            length = first.width() if across else first.height()
            left = at.x() - first.left() if across else at.y() - first.top()
            if left <= min(_HANDLE, length / 3):
                return "starts"
        return None

    def draft_at(self, at: QPointF) -> Draft:
        """What a double click on empty ground asks for: an hour, or the day."""
        moment = self.moment_at(at)
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        if self.is_whole_day_at(at):
            return Draft(midnight, midnight + _DAY, self.venue_at(at), all_day=True)
        half = timedelta(minutes=30)
        starts = midnight + ((moment - midnight) // half) * half
        return Draft(starts, starts + _HOUR, self.venue_at(at))

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        block = self.block_at(at)
        if block is not None:
            self.select_key(block.row.id)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        grip = self.grip_at(at)
        if grip is not None:
            self.drag.press(at, grip)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.drag.grip is not None:
            self.drag.move(event.position(), event.modifiers())
        elif not event.buttons():
            self._show_shape(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        grip = self.drag.grip
        was_dragged = self.drag.release()
        block = self.block_at(event.position())
        if grip is not None and was_dragged:
            return
        if block is not None:
            self.clicked.emit(self.index_of(block.row))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        block = self.block_at(event.position())
        if block is not None:
            self.row_activated.emit(block.row)
        elif self.creates_at(event.position()):
            self.create_asked.emit(self.draft_at(event.position()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            block = self.block_at(QPointF(event.pos()))
            self.context_asked.emit(block.row if block else None, event.globalPos())
            return
        row = self.current_row()
        box = self.visualRect(self.currentIndex())
        place = box.center() if box.isValid() else QPoint(int(self.scroll_room().x()) + 40, 120)
        self.context_asked.emit(row, self.viewport().mapToGlobal(place))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            tip = self.tip_at(QPointF(event.pos()))
            if tip:
                QToolTip.showText(event.globalPos(), tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)  # pyright: ignore[reportAttributeAccessIssue]

    def tip_at(self, at: QPointF) -> str:
        """What the tool tip says at a place: the whole sentence, a line for each part."""
        block = self.block_at(at)
        return block.row.sentence.replace("; ", "\n").removesuffix(".") if block else ""

    def _show_shape(self, at: QPointF) -> None:
        block = self.block_at(at)
        shape = Qt.CursorShape.ArrowCursor
        if block is not None and isinstance(block.row, CalendarRow) and self.edge_at(block, at):
            across = block.pinned or self.resizes == Qt.Orientation.Horizontal
            shape = Qt.CursorShape.SizeHorCursor if across else Qt.CursorShape.SizeVerCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    # The ghost

    def ghost_venue(self) -> int | None:
        """The venue that the ghost stands in."""
        span, grip = self.drag.span, self.drag.grip
        if span is not None and span.venue_id is not None:
            return span.venue_id
        return grip.venue_id if grip is not None else None

    @property
    def ghost_is_pinned(self) -> bool:
        """Whether the ghost stands in the frozen strip."""
        return False

    def ghost_boxes(self) -> list[QRectF]:
        """Where the ghost stands in the viewport."""
        span = self.drag.span
        if span is None:
            return []
        boxes = self.boxes_of(span.starts, span.ends, self.ghost_venue())
        return [self.to_viewport(box, pinned=self.ghost_is_pinned) for box in boxes]

    def follow_scroll(self, across: int, down: int) -> None:
        """The ground was scrolled: what is painted of the ghost went along."""
        self._ghost_region.translate(across, down)

    def _on_drag_changed(self) -> None:
        region = QRegion()
        for box in self.ghost_boxes():
            region += box.toAlignedRect().adjusted(-3, -3, 3, 3)
        painted = region + self._ghost_region
        # What is dragged fades with the first change and comes back with the last.
        held = self.drag.grip.row if self.drag.grip is not None else None
        if held is not self._faded:
            for row in (held, self._faded):
                painted += self._region_of(row)
            self._faded = held
        self.viewport().update(painted)
        self._ghost_region = region

    def _on_drag_finished(self, grip: Grip, span: Span) -> None:
        if grip.row is None:
            draft = Draft(span.starts, span.ends, span.venue_id, all_day=grip.whole_days)
            self.create_asked.emit(draft)
        else:
            self.move_asked.emit(Move(grip.row.id, span.starts, span.ends, span.venue_id))

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.drag.cancel():
            return
        command = letter_command(event)
        if command:
            self.command_asked.emit(command)
        elif not (self._move_by_key(event) or self._go_by_key(event)):
            super().keyPressEvent(event)

    def _go_by_key(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), _chord(event)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if held == _ALT and key in steps:
            self.period_asked.emit(steps[key])
            return True
        if held == _PLAIN and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self.current_row()
            if row is not None:
                self.row_activated.emit(row)
                return True
        return False

    def _move_by_key(self, event: QKeyEvent) -> bool:
        row = self.current_row()
        key, held = Qt.Key(event.key()), _chord(event)
        down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        is_move = (
            (held in (_ALT, _ALT | _SHIFT, _CTRL | _ALT) and down is not None)
            or (held == _ALT | _SHIFT and across is not None)
        )  # fmt: skip
        if not is_move:
            return False
        if isinstance(row, CalendarRow):
            move = self._moved(row, held, down, across)
            if move is not None:
                self.move_asked.emit(move)
        return True

    def _moved(
        self, row: CalendarRow, held: Qt.KeyboardModifier, down: int | None, across: int | None
    ) -> Move | None:
        starts, ends = row.starts, row.ends
        step = _DAY if row.event.all_day else STEP
        if across is not None:
            return Move(row.id, starts + across * _DAY, ends + across * _DAY)
        assert down is not None
        if held == _ALT:
            return Move(row.id, starts + down * step, ends + down * step)
        if held == _ALT | _SHIFT:
            later = ends + down * step
            return Move(row.id, starts, later) if later > starts else None
        venue_id = self._venue_beside(row.event.venue_id, down)
        return Move(row.id, starts, ends, venue_id) if venue_id is not None else None

    def _venue_beside(self, venue_id: int | None, by: int) -> int | None:
        order = self.venue_order
        if not order:
            return None
        if venue_id not in order:
            return order[0 if by > 0 else -1]
        place = order.index(venue_id) + by
        return order[place] if 0 <= place < len(order) else None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # A window that comes between ends the drag; nothing is left hanging at the mouse.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.drag.cancel()
        super().focusOutEvent(event)
