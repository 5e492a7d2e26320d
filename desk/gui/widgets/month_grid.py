"""The grid of a month: weeks below one another, bands over days, one line for what is of a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import (
    QMarginsF,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QListView, QWidget

from desk.gui.models.calendar_rows import BandRow, CalendarRow
from desk.gui.models.month_layout import (
    WEEK,
    MonthPlan,
    Piece,
    Weeks,
    days_touched,
    plan_month,
    weeks_of,
)
from desk.gui.models.month_rows import DayRow, MonthRow, MoreRow, Shown, month_rows, month_spans
from desk.gui.widgets.calendar_drag import Draft, DragKind, Grip, Span
from desk.gui.widgets.calendar_looks import paint_band
from desk.gui.widgets.calendar_view import Block, CalendarView
from desk.gui.widgets.month_looks import (
    HEAD,
    LANE,
    NUMBER_WIDTH,
    paint_day_head,
    paint_line,
    paint_month_ground,
    paint_month_headers,
    paint_more,
)
from desk.locale import _

_LEFT, _TOP = 40.0, 30.0
_BAR = 18.0
_GAP = 2.0
_FEWEST_LANES = 2
_NOTCH = 120
"""What a wheel turns in one step."""
_A_DAY = timedelta(days=1)
_MORNING = timedelta(hours=9)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A month with everything in its place, as long as the grid is as large as then."""

    rows: list[MonthRow]
    plan: MonthPlan
    pieces: dict[object, list[Piece]]
    clashing: frozenset[date]
    blocks: list[Block]
    by_key: dict[object, Block]
    size: QSize
    today: date


class MonthGrid(CalendarView):
    """The weeks of a month. Besides the signals of `CalendarView`:

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
        self.weeks: Weeks = weeks_of(today)
        self.today = today
        self._plan = MonthPlan((), {})
        self._pieces: dict[object, list[Piece]] = {}
        self._clashing: frozenset[date] = frozenset()
        self._lines: tuple[list[int], float] | None = None
        self._turned = 0
        super().__init__(_("Month"), parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_month(
        self,
        rows: Sequence[Shown],
        weeks: Weeks,
        today: date,
        notes: Mapping[date, str],
        rehearsed: LaidOut | None = None,
    ) -> None:
        """Show these events and visits in their weeks; `notes` says what is special of a day.

        What was `rehearsed` with the same rows need not be laid out again.
        """
        if weeks != self.weeks:
            # Of another month hardly a row stays; piece by piece they would take longer to change.
            self.show_rows(())
        self.weeks, self.today = weeks, today
        self._lines = None
        if rehearsed is None or (rehearsed.size, rehearsed.today) != (
            self.viewport().size(),
            today,
        ):
            self.show_rows(month_rows(rows, weeks, today, notes))
            return
        self.show_rows(rehearsed.rows)
        self._plan, self._pieces = rehearsed.plan, rehearsed.pieces
        self._clashing = rehearsed.clashing
        self._blocks, self._by_key = rehearsed.blocks, rehearsed.by_key

    def rehearse(
        self, shown: "MonthGrid", rows: Sequence[Shown], weeks: Weeks, notes: Mapping[date, str]
    ) -> LaidOut:
        """Lay out and measure other weeks as the grid that is shown would; this one is hidden."""
        self.viewport().resize(shown.viewport().size())
        self.show_month(rows, weeks, shown.today, notes)
        self.measure()
        return LaidOut(
            self.rows.rows(),
            self._plan,
            self._pieces,
            self._clashing,
            self.blocks(),
            self._by_key,
            self.viewport().size(),
            self.today,
        )

    def show_rows(self, rows: Iterable[MonthRow]) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        # Nothing is laid out while rows come and go: Qt asks for their places meanwhile.
        self._blocks = []
        self._by_key = {}
        super().show_rows(rows)  # pyright: ignore[reportArgumentType]

    # Days

    def current_item(self) -> MonthRow | None:
        """What the keyboard stands on, days included."""
        return self.rows.row_at(self.currentIndex().row())

    def current_day(self) -> date | None:
        """The day the keyboard stands on, or that of the event."""
        row = self.current_item()
        if row is None:
            return None
        return (
            row.day if isinstance(row, DayRow | MoreRow) else max(row.first_day, self.weeks.first)
        )

    def select_day(self, day: date) -> bool:
        """Stand on a day; False when it is not shown."""
        return self.select_key(DayRow(day).id)

    def hidden_on(self, day: date) -> tuple[object, ...]:
        """The keys of what a day has no room for."""
        self.blocks()
        return self._plan.hidden.get(day, ())

    # Where everything stands

    def frozen(self) -> QMarginsF:
        return QMarginsF(_LEFT, _TOP, 0, 0)

    def content_size(self) -> QSizeF:
        return QSizeF(self.scroll_room().width(), self._row_height() * self.weeks.count)

    def forget_layout(self) -> None:
        self._lines = None
        super().forget_layout()

    def _measured(self) -> tuple[list[int], float]:
        """Where the columns begin and the last one ends, and how high a week is.

        Kept: a month asks a thousand times.
        """
        if self._lines is None:
            room = self.scroll_room()
            least = HEAD + _FEWEST_LANES * LANE + _GAP
            # Whole pixels: lines between days and weeks stay sharp.
            lines = [round(column * room.width() / WEEK) for column in range(WEEK + 1)]
            self._lines = lines, float(max(int(room.height() / self.weeks.count), int(least)))
        return self._lines

    def _row_height(self) -> float:
        return self._measured()[1]

    def _column_width(self) -> float:
        return self.scroll_room().width() / WEEK

    def capacity(self) -> int:
        """How many lines a day has room for."""
        return max(1, int((self._row_height() - HEAD - _GAP) / LANE))

    def cell(self, week: int, column: int, columns: int = 1) -> QRectF:
        """A day, or several side by side, in content coordinates."""
        lines, height = self._measured()
        left = lines[column]
        return QRectF(left, week * height, lines[column + columns] - left, height)

    def _lane_box(self, week: int, column: int, columns: int, lane: int) -> QRectF:
        cell = self.cell(week, column, columns)
        top = cell.top() + HEAD + lane * LANE
        return QRectF(cell.left() + 3, top, cell.width() - 6, _BAR)

    def lay_out(self) -> list[Block]:
        rows: list[MonthRow] = self.rows.rows()
        self._plan = plan_month(month_spans(rows), self.weeks, self.capacity())
        self._pieces = {}
        for piece in self._plan.pieces:
            self._pieces.setdefault(piece.key, []).append(piece)
        clashing = {row.id for row in rows if isinstance(row, CalendarRow) and row.clash}
        self._clashing = frozenset(
            day for day, keys in self._plan.hidden.items() if not clashing.isdisjoint(keys)
        )
        return [self._block(row) for row in rows]

    def _block(self, row: MonthRow) -> Block:
        if isinstance(row, CalendarRow | BandRow):
            pieces = self._pieces.get(row.id)
            if pieces is None:
                return Block(row, ())
            return Block(
                row,
                tuple(self._lane_box(p.week, p.column, p.columns, p.lane) for p in pieces),
                before=not pieces[0].begins,
                after=not pieces[-1].ends,
            )
        return Block(row, self._day_boxes(row))  # pyright: ignore[reportArgumentType]

    def _day_boxes(self, row: DayRow | MoreRow) -> tuple[QRectF, ...]:
        place = self.weeks.place_of(row.day)
        if place is None:
            return ()
        if isinstance(row, DayRow):
            cell = self.cell(*place)
            return (QRectF(cell.left() + 1, cell.top() + 1, cell.width() - 1, HEAD - 2),)
        if row.day in self._plan.hidden:
            return (self._lane_box(*place, 1, self.capacity() - 1),)
        return ()

    # For the drag

    def moment_at(self, at: QPointF) -> datetime:
        place = self.to_content(at)
        week = min(max(int(place.y() / self._row_height()), 0), self.weeks.count - 1)
        column = min(max(int(place.x() / self._column_width()), 0), WEEK - 1)
        return datetime.combine(self.weeks.day(week, column), time())

    def boxes_of(self, starts: datetime, ends: datetime, venue_id: int | None) -> list[QRectF]:
        """A strip over its days, in the lane of what is dragged."""
        first, last = days_touched(starts, ends)
        held = self.drag.grip.row if self.drag.grip else None
        pieces = self._pieces.get(held.id, []) if held is not None else []
        if held is not None and not (pieces and pieces[0].band):
            last = first
        lane = min(pieces[0].lane if pieces else 0, self.capacity() - 1)
        boxes: list[QRectF] = []
        for week in range(self.weeks.count):
            monday = self.weeks.monday(week)
            begin, end = max(0, (first - monday).days), min(WEEK - 1, (last - monday).days)
            if begin <= end:
                boxes.append(self._lane_box(week, begin, end - begin + 1, lane))
        return boxes

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

    # Painting

    def paint_ground(self, painter: QPainter, area: QRectF) -> None:
        paint_month_ground(painter, self, area)

    def paint_frozen(self, painter: QPainter, area: QRectF) -> None:
        paint_month_headers(painter, self)

    def paint_block(self, painter: QPainter, box: QRectF, block: Block, number: int) -> None:
        row: MonthRow = block.row  # pyright: ignore[reportAssignmentType]
        chosen = self.is_chosen(block.row)
        if isinstance(row, DayRow):
            ring = chosen and self.hasFocus()
            outside = row.day.month != self.weeks.month.month
            paint_day_head(painter, box, row, chosen=ring, outside=outside)
        elif isinstance(row, MoreRow):
            keys = self.hidden_on(row.day)
            clashes = row.day in self._clashing
            current = self.current_item()
            inside = current is not None and current.id in keys
            paint_more(painter, box, len(keys), clashes=clashes, chosen=chosen or inside)
        elif isinstance(row, CalendarRow) and not self._pieces[row.id][number].band:
            piece = self._pieces[row.id][number]
            outside = self.weeks.day(piece.week, piece.column).month != self.weeks.month.month
            paint_line(painter, box, row, selected=chosen, outside=outside)
        else:
            piece = self._pieces[row.id][number]
            paint_band(
                painter,
                box,
                row,
                selected=chosen,
                before=not piece.begins,
                after=not piece.ends,
            )

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
        if at.x() >= _LEFT or at.y() < _TOP:
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
