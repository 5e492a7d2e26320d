"""The grid of a month: weeks below one another, bands over days, one line for what is of a day."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QListView, QWidget

from desk.gui.models.calendar_rows import BandRow, CalendarRow
from desk.gui.models.month_rows import DayRow, MoreRow
from desk.gui.widgets.calendar_block import Block
from desk.gui.widgets.calendar_drag import Draft, DragKind, Grip, Span
from desk.gui.widgets.month_looks import (
    NUMBER_WIDTH,
)
from desk.gui.widgets.month_plane import MonthPlane
from desk.locale import _

_NOTCH = 120
"""What a wheel turns in one step."""
_A_DAY = timedelta(days=1)
_MORNING = timedelta(hours=9)
_HOUR = timedelta(hours=1)


class MonthGrid(MonthPlane):
    """A month and what a person does with it. Besides the signals of `CalendarView`:

    `week_asked(date)`: the number of a week was clicked; carries its Monday.
    `more_asked(date)`: what a day has no room for shall be listed.
    `day_stood(date)`: the keyboard stands on another day, or on what is of it.

    Days are items of the list as events are, so arrows reach the empty ones as well: Enter on a
    day opens it, Enter or Space on "3 more" lists it all.
    """

    week_asked = Signal(object)
    more_asked = Signal(object)
    day_stood = Signal(object)
    resizes = Qt.Orientation.Horizontal
    whole_days = True

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(today, parent)
        self._turned = 0

    # For the drag

    def edge_at(self, block: Block, at: QPointF) -> DragKind | None:
        """Only bands have ends to draw at: a line of one day keeps its hours."""
        pieces = self._pieces.get(block.row.id, [])
        return super().edge_at(block, at) if pieces and pieces[0].band else None

    def grip_at(self, at: QPointF) -> Grip | None:
        block = self.block_at(at)
        if block is not None and isinstance(block.row, DayRow):
            return Grip("create", self.moment_at(at), whole_days=True)
        return super().grip_at(at)

    def draft_at(self, at: QPointF) -> Draft:
        return self._draft_on(self.moment_at(at))

    def _draft_on(self, midnight: datetime) -> Draft:
        """A new event of one day begins with the office's day; its hours are asked for."""
        return Draft(midnight + _MORNING, midnight + _MORNING + _HOUR)

    def _on_drag_finished(self, grip: Grip, span: Span) -> None:
        if grip.row is None and span.ends - span.starts <= _A_DAY:
            self.create_asked.emit(self._draft_on(span.starts))
        else:
            super()._on_drag_finished(grip, span)

    # What a person does

    def moveCursor(
        self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        row = self.current_item()
        block = self.block_of(row) if row is not None else None  # pyright: ignore[reportArgumentType]
        if row is not None and block is not None and not block.boxes:
            # What has no room is reached from where the day says that there is more.
            day = self.current_day()
            place = self.rows.place_of(MoreRow(day, 0).id) if day is not None else -1
            if place >= 0:
                return self.rows.index(place, 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.current_item(), Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.NoModifier and not self.drag.is_dragging:
            if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.period_asked.emit(1 if key == Qt.Key.Key_PageDown else -1)
                return
            opens = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            if opens and isinstance(row, MoreRow):
                self.more_asked.emit(row.day)
                return
            if opens and isinstance(row, DayRow):
                self.day_asked.emit(row.day)
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position()
        if self.block_at(at) is None and self.scroll_room().contains(at):
            self.select_day(self.moment_at(at).date())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at, dragged = event.position(), self.drag.is_dragging
        super().mouseReleaseEvent(event)
        if dragged or event.button() != Qt.MouseButton.LeftButton:
            return
        week = self.week_at(at)
        block = self.block_at(at)
        row: object = block.row if block is not None else None
        if week is not None:
            self.week_asked.emit(self.weeks.monday(week))
        elif isinstance(row, MoreRow):
            self.more_asked.emit(row.day)
        elif isinstance(row, DayRow) and self._on_number(block, at):
            self.day_asked.emit(row.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position())
        row: object = block.row if block is not None else None
        if isinstance(row, DayRow) and not self._on_number(block, event.position()):
            self.create_asked.emit(self.draft_at(event.position()))
        elif not isinstance(row, DayRow | MoreRow):
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.drag.grip is None and self._opens_at(event.position()):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _opens_at(self, at: QPointF) -> bool:
        block = self.block_at(at)
        row: object = block.row if block is not None else None
        if isinstance(row, DayRow):
            return self._on_number(block, at)
        return isinstance(row, MoreRow) or self.week_at(at) is not None

    def _on_number(self, block: Block | None, at: QPointF) -> bool:
        assert block is not None
        return at.x() < self.to_viewport(block.boxes[0]).left() + NUMBER_WIDTH

    def week_at(self, at: QPointF) -> int | None:
        """The week whose number stands at a place of the viewport."""
        if at.x() >= self.frozen().left() or at.y() < self.frozen().top():
            return None
        week = int(self.to_content(at).y() / self._row_height())
        return week if 0 <= week < self.weeks.count else None

    def tip_at(self, at: QPointF) -> str:
        week = self.week_at(at)
        if week is not None:
            number = self.weeks.monday(week).isocalendar().week
            return _("Open week {number}").format(number=number)
        return super().tip_at(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turns months; in a window too low for one it scrolls first."""
        bar, turn = self.verticalScrollBar(), event.angleDelta().y()
        if event.modifiers() or not turn:
            super().wheelEvent(event)
            return
        if bar.maximum() > 0 and (bar.value() > 0 if turn > 0 else bar.value() < bar.maximum()):
            self._turned = 0
            super().wheelEvent(event)
            return
        event.accept()
        self._turned += turn
        steps = int(self._turned / _NOTCH)
        if steps:
            self._turned -= steps * _NOTCH
            self.period_asked.emit(-steps)

    def _on_current_changed(
        self, current: QModelIndex | QPersistentModelIndex, before: QModelIndex
    ) -> None:
        """Tell only of events and visits; days and counts are the grid's own."""
        # What has no room is shown as chosen where its day counts it.
        self.viewport().update()
        row = self.rows.row_at(current.row()) if current.isValid() else None
        day = self.current_day()
        if day is not None:
            self.day_stood.emit(day)
        self.row_chosen.emit(row if isinstance(row, CalendarRow | BandRow) else None)
