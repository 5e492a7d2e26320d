"""What mouse and keyboard do in the rooms' timeline."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from desk.gui.models.timeline_rows import Line, Timeline, UseRow
from desk.gui.widgets.calendar_drag import Grip, Move, Span
from desk.gui.widgets.calendar_view import CalendarView
from desk.gui.widgets.timeline_places import LinePlace, TimelinePlaces

ZOOM_STEP = 1.25


@dataclass(frozen=True, slots=True)
class Lend:
    """Lend a resource to an event, instead of another when that is named."""

    event_id: int
    resource_id: int
    instead_of: int | None = None


class TimelineHands(CalendarView):
    """The half of the timeline that is moved; the other half shows. Besides the signals of a view:

    `lend_asked(Lend)`: a use was dragged onto the line of a resource, or moved there by key.
    `return_asked(UseRow)`: Backspace takes back what is lent.
    `place_asked(Line)`: the name of a line was clicked, or Shift+Enter on one of its uses.
    A drag sideways is time, over a line is the room. `target`s are as in `Line`.
    """

    lend_asked = Signal(object)
    return_asked = Signal(object)
    place_asked = Signal(object)

    resizes = Qt.Orientation.Horizontal

    timeline: Timeline
    places: TimelinePlaces
    _pressed_on: Line | None = None

    # What the other half answers

    @property
    def zoom(self) -> float:
        """How much wider than the view the days are."""
        raise NotImplementedError

    def set_zoom(self, zoom: float, around: float | None = None) -> None:
        """Wider or narrower hours; what stands at `around` in the viewport stays there."""
        raise NotImplementedError

    def toggle(self, key: str) -> None:
        """Fold the lines of a section away, or show them again."""
        raise NotImplementedError

    def line_place_at(self, at: QPointF) -> LinePlace | None:
        """The line at a place of the viewport."""
        raise NotImplementedError

    # Hands

    def creates_at(self, at: QPointF) -> bool:
        """New events are drawn on the lines of rooms, and on that of events without one."""
        place = self.line_place_at(at)
        return super().creates_at(at) and place is not None and (place.line.target or 1) > 0

    def lends(self, span: Span) -> bool:
        """Whether a drag means to lend what it stands on."""
        return span.venue_id is not None and span.venue_id < 0

    def _on_drag_finished(self, grip: Grip, span: Span) -> None:
        row = grip.row
        if not isinstance(row, UseRow):
            super()._on_drag_finished(grip, span)
        elif self.lends(span):
            assert span.venue_id is not None
            self.lend_asked.emit(Lend(row.event.id, -span.venue_id, row.resource_id))
        else:
            self.move_asked.emit(Move(row.event.id, span.starts, span.ends, span.venue_id))

    def _moved(
        self, row: Any, held: Qt.KeyboardModifier, down: int | None, across: int | None
    ) -> Move | None:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if held == both and down is not None and row.resource_id is not None:
            self._lend_beside(row, down)
            return None
        move = super()._moved(row, held, down, across)
        if move is None:
            return None
        return Move(row.event.id, move.starts, move.ends, move.venue_id)

    def _lend_beside(self, row: UseRow, by: int) -> None:
        """Lend the resource of the line above or below instead, within the same section."""
        for section in self.timeline.sections:
            keys = [line.key for line in section.lines]
            if row.line not in keys:
                continue
            place = keys.index(row.line) + by
            if 0 <= place < len(keys):
                target = section.lines[place].target
                assert target is not None
                self.lend_asked.emit(Lend(row.event.id, -target, row.resource_id))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        room = self.scroll_room()
        self._pressed_on = None
        if at.y() >= room.top() and event.button() == Qt.MouseButton.LeftButton:
            self.blocks()
            head = self.places.head_at(self.to_content(at).y())
            if head is not None:
                self.toggle(head.section.key)
                return
            if at.x() < room.left():
                place = self.line_place_at(at)
                self._pressed_on = place.line if place is not None else None
                return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        line, self._pressed_on = self._pressed_on, None
        if line is not None:
            place = self.line_place_at(event.position())
            if place is not None and place.line.key == line.key and line.target is not None:
                self.place_asked.emit(line)
            return
        super().mouseReleaseEvent(event)

    def _show_shape(self, at: QPointF) -> None:
        room = self.scroll_room()
        if at.y() >= room.top():
            place = self.line_place_at(at)
            head = self.places.head_at(self.to_content(at).y())
            named = place is not None and place.line.target is not None and at.x() < room.left()
            if head is not None or named:
                self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
                return
        super()._show_shape(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turns = event.angleDelta().y() / 120
            self.set_zoom(self.zoom * ZOOM_STEP**turns, event.position().x())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & Qt.KeyboardModifier.ControlModifier:
            if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
                self.set_zoom(self.zoom * ZOOM_STEP)
                return
            if key == Qt.Key.Key_Minus:
                self.set_zoom(self.zoom / ZOOM_STEP)
                return
        row = self.current_row()
        if isinstance(row, UseRow):
            enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and held == Qt.KeyboardModifier.ShiftModifier:
                self.ask_place(row)
                return
            back = key == Qt.Key.Key_Backspace and held == Qt.KeyboardModifier.NoModifier
            if back and row.resource_id is not None:
                self.return_asked.emit(row)
                return
        super().keyPressEvent(event)

    def ask_place(self, row: UseRow) -> None:
        """Ask for the room or resource of a use."""
        place = self.places.line_named(row.line)
        if place is not None and place.line.target is not None:
            self.place_asked.emit(place.line)
