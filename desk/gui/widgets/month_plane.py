"""The ground of a month: where its days, bands and lines stand, and how they are painted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import (
    QMarginsF,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

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
from desk.gui.widgets.calendar_block import Block
from desk.gui.widgets.calendar_looks import paint_band
from desk.gui.widgets.calendar_view import CalendarView
from desk.gui.widgets.month_looks import (
    HEAD,
    LANE,
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


class MonthPlane(CalendarView):
    """The weeks of a month. Days are items of the list as events are, so arrows reach them all."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        self.weeks: Weeks = weeks_of(today)
        self.today = today
        self._plan = MonthPlan((), {})
        self._pieces: dict[object, list[Piece]] = {}
        self._clashing: frozenset[date] = frozenset()
        self._lines: tuple[list[int], float] | None = None
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
        self, shown: "MonthPlane", rows: Sequence[Shown], weeks: Weeks, notes: Mapping[date, str]
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
