"""Some days over their hours: where events and bands stand, and how they are painted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desk.gui.models.calendar_layout import Piece, Placed, lanes_of, pieces_of, placed
from desk.gui.models.calendar_rows import AnyRow, CalendarRow
from desk.gui.theme.application import current_theme
from desk.gui.widgets.calendar_block import Block
from desk.gui.widgets.calendar_columns import (
    HEAD,
    Columns,
    now_band,
    paint_columns,
    paint_head,
    paint_hours,
    paint_now_line,
)
from desk.gui.widgets.calendar_corner import StripToggle, ZoneCorner
from desk.gui.widgets.calendar_looks import event_kind, event_look, paint_preparation
from desk.gui.widgets.calendar_view import CalendarView
from desk.gui.widgets.event_block import paint_event_block

LANE = 26.0
"""The height of one line of the strip, its gap included."""
FOLDED = 2
"""How many lines the strip has when it is folded, and how many more make it so."""


@dataclass(frozen=True, slots=True)
class DaysLaidOut:
    """Days with every event in its place, as long as the ground is as it was then."""

    ground: tuple[object, ...]
    placed: dict[object, list[Placed]]
    blocks: list[Block]
    by_key: dict[object, Block]


class TimePlane(CalendarView):
    """The names of the days and the strip of whole days stay at the top, the hours at the left.

    `zone_chosen` comes from the menu of the corner.
    """

    zone_chosen = Signal(str)

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        # Before Qt's part: it asks where things stand while it is made, and an exception in an
        # answer to Qt would end the process.
        self.corner: ZoneCorner | None = None
        self.toggle: StripToggle | None = None
        self._columns: Columns | None = None
        self._placed: dict[object, list[Placed]] = {}
        self._lanes: dict[object, int] = {}
        self._lane_count = 0
        self._folded = True
        self._state = Columns(first=today, days=7, today=today)
        super().__init__(name, parent)
        self.preparation: Mapping[int, tuple[int, int]] = {}
        """Minutes of set-up and clear-down by layout."""
        self.corner = ZoneCorner(self.viewport())
        self.toggle = StripToggle(self.viewport())
        self.toggle.hide()
        self.corner.zone_chosen.connect(self.zone_chosen)
        self.toggle.clicked.connect(self._on_toggle_clicked)

    # What is shown

    def show_days(
        self,
        first: date,
        rows: Iterable[AnyRow],
        *,
        days: int,
        now: datetime,
        notes: Mapping[date, str] | None = None,
        rehearsed: DaysLaidOut | None = None,
    ) -> None:
        """Some days with what is in them; `now` is the wall time of the view.

        `notes` are the names of holidays, shown beside the name of the day. What was `rehearsed`
        with the same rows need not be laid out again.
        """
        self._state = replace(
            self._state, first=first, days=days, today=now.date(), now=now, notes=dict(notes or {})
        )
        self.show_rows(rows)
        if rehearsed is not None and rehearsed.ground == self.columns().ground:
            self._placed = rehearsed.placed
            self._blocks, self._by_key = rehearsed.blocks, rehearsed.by_key

    def rehearse(
        self, shown: "TimePlane", first: date, rows: Iterable[AnyRow], notes: Mapping[date, str]
    ) -> DaysLaidOut:
        """Measure other days as the grid that is shown would paint them; this one is hidden."""
        self.viewport().resize(shown.viewport().size())
        self._state = replace(shown._state, first=first, notes=dict(notes))
        self.show_rows(rows)
        self.verticalScrollBar().setValue(shown.verticalOffset())
        self.measure()
        return DaysLaidOut(self.columns().ground, self._placed, self.blocks(), self._by_key)

    def show_hours(
        self,
        zones: tuple[str, ...],
        hours: tuple[tuple[str, ...], ...],
        offered: Sequence[tuple[str, str]],
        chosen: str,
    ) -> None:
        """The names of the clocks, their words at each of 24 hours, and the zones to choose from."""
        many = len(zones) != len(self._state.zones)
        self._state = replace(self._state, zones=zones, hours=hours)
        assert self.corner is not None
        self.corner.show_zones(zones, offered, chosen)
        if many:
            self.forget_layout()
            return
        self._columns = None
        self.viewport().update(0, 0, int(self.columns().left), self.viewport().height())

    def set_now(self, now: datetime) -> None:
        """The line of now; only what it leaves and where it goes is painted anew."""
        if now.date() != self._state.today:
            self.viewport().update()
        before = now_band(self.columns(), self.verticalOffset())
        self._state = replace(self._state, now=now, today=now.date())
        self._columns = None
        for band in (before, now_band(self.columns(), self.verticalOffset())):
            if band is not None:
                self.viewport().update(band.toAlignedRect())

    @property
    def hour_height(self) -> float:
        """The height of an hour in logical pixels."""
        return self._state.hour

    def set_hour_height(self, height: float, *, keep_at: float | None = None) -> None:
        """Zoom; the time at `keep_at` (of the viewport, else its middle) stays where it is."""
        room = self.scroll_room()
        at = (room.center().y() if keep_at is None else keep_at) - room.top()
        minutes = (self.verticalOffset() + at) / self._state.hour * 60
        self._state = replace(self._state, hour=height)
        self.forget_layout()
        self.verticalScrollBar().setValue(round(minutes / 60 * height - at))

    def show_hour(self, hour: float) -> None:
        """Scroll so that an hour stands at the top."""
        self.verticalScrollBar().setValue(round(hour * self._state.hour - 10))

    # What the base asks

    def columns(self) -> Columns:
        """The geometry of now."""
        if self._columns is None:
            left = float(current_theme().width.zone_column * max(1, len(self._state.zones)))
            self._columns = replace(
                self._state,
                left=left,
                top=HEAD + max(1, self._shown_lanes()) * LANE + 4,
                width=max(70.0, self.viewport().width() - left),
            )
        return self._columns

    def _shown_lanes(self) -> int:
        return min(self._lane_count, FOLDED) if self._is_folded() else self._lane_count

    def _is_folded(self) -> bool:
        return self._folded and self._lane_count > FOLDED + 1

    def forget_layout(self) -> None:
        self._lay_out_strip()
        self._columns = None
        super().forget_layout()
        self._place_corner()

    def frozen(self) -> QMarginsF:
        shown = self.columns()
        return QMarginsF(shown.left, shown.top, 0, 0)

    def content_size(self) -> QSizeF:
        shown = self.columns()
        return QSizeF(shown.width, shown.height + 1)

    def lay_out(self) -> list[Block]:
        rows: list[AnyRow] = self.rows.rows()
        shown = self.columns()
        blocks, self._placed = [], {}
        boxes: dict[object, list[QRectF]] = {}
        timed = {row.id: row for row in rows if isinstance(row, CalendarRow) and not row.is_band}
        order: list[object] = []
        by_day: list[list[Piece]] = [[] for _day in range(shown.days)]
        for key, row in timed.items():
            for piece in pieces_of(key, row.starts, row.ends, shown.first, shown.days):
                by_day[piece.day].append(piece)
        for day, pieces in enumerate(by_day):
            for one in placed(pieces):
                piece = one.piece
                box = shown.box(day, piece.begins, piece.shown_end, one.left, one.right)
                if piece.key not in boxes:
                    order.append(piece.key)
                boxes.setdefault(piece.key, []).append(box)
                self._placed.setdefault(piece.key, []).append(one)
        for key in order:
            row = timed[key]  # pyright: ignore[reportArgumentType]
            blocks.append(
                Block(
                    row,
                    tuple(boxes[key]),
                    before=row.first_day < shown.first,
                    after=row.last_day > self._last_day(),
                )
            )
        return blocks + self._strip_blocks(rows, shown)

    def _last_day(self) -> date:
        return self._state.first + timedelta(days=self._state.days - 1)

    def _lay_out_strip(self) -> None:
        first, last = self._state.first, self._last_day()
        bands = [
            (row, max(row.first_day, first), min(row.last_day, last))
            for row in self.rows.rows()
            if row.is_band and row.first_day <= last and row.last_day >= first
        ]
        bands.sort(key=lambda band: (band[1], band[1] - band[2], str(band[0].id)))
        lanes = lanes_of([(begins, ends) for _row, begins, ends in bands])
        self._lanes = {band[0].id: lane for band, lane in zip(bands, lanes, strict=True)}
        self._lane_count = max(lanes, default=-1) + 1

    def _strip_blocks(self, rows: Sequence[AnyRow], shown: Columns) -> list[Block]:
        blocks: list[Block] = []
        for row in rows:
            lane = self._lanes.get(row.id)
            if lane is None:
                continue
            if lane >= self._shown_lanes():
                blocks.append(Block(row, (), pinned=True))
                continue
            first = max(0, (row.first_day - shown.first).days)
            last = min(shown.days - 1, (row.last_day - shown.first).days)
            blocks.append(
                Block(
                    row,
                    (shown.band(first, last, lane, LANE),),
                    pinned=True,
                    before=row.first_day < shown.first,
                    after=row.last_day > self._last_day(),
                )
            )
        return blocks

    def _place_corner(self) -> None:
        if self.corner is None or self.toggle is None:
            return
        shown = self.columns()
        many = self._lane_count > FOLDED + 1
        self.toggle.show_hidden(sum(lane >= self._shown_lanes() for lane in self._lanes.values()))
        self.toggle.setVisible(many)
        self.toggle.setGeometry(4, 20, int(shown.left) - 8, 28)
        self.corner.setGeometry(0, int(HEAD) + 1, int(shown.left), int(LANE) + 2)

    def moment_at(self, at: QPointF) -> datetime:
        shown, inside = self.columns(), self.to_content(at)
        held = self.drag.grip
        if at.y() < shown.top and (held is None or held.whole_days):
            inside.setY(0)
        return shown.moment_at(inside)

    def is_whole_day_at(self, at: QPointF) -> bool:
        return at.y() < self.columns().top

    def creates_at(self, at: QPointF) -> bool:
        return at.x() >= self.columns().left and at.y() > HEAD

    def boxes_of(self, starts: datetime, ends: datetime, venue_id: int | None) -> list[QRectF]:
        shown = self.columns()
        if self.ghost_is_pinned:
            return self._strip_boxes(starts, ends, shown)
        pieces = pieces_of(0, starts, ends, shown.first, shown.days)
        return [shown.box(piece.day, piece.begins, piece.shown_end) for piece in pieces]

    def _strip_boxes(self, starts: datetime, ends: datetime, shown: Columns) -> list[QRectF]:
        first = max(0, (starts.date() - shown.first).days)
        last_day = (ends - timedelta(microseconds=1)).date()
        last = min(shown.days - 1, (last_day - shown.first).days)
        if first > last:
            return []
        grip = self.drag.grip
        lane = self._lanes.get(grip.row.id, 0) if grip is not None and grip.row is not None else 0
        return [shown.band(first, last, lane, LANE)]

    @property
    def ghost_is_pinned(self) -> bool:
        grip = self.drag.grip
        return grip is not None and grip.whole_days

    # Painting

    def paint_ground(self, painter: QPainter, area: QRectF) -> None:
        shown, scrolled = self.columns(), self.verticalOffset()
        painter.save()
        painter.translate(0, shown.top - scrolled)
        moved = area.translated(0, scrolled - shown.top)
        paint_columns(painter, shown, moved, shown.left)
        painter.restore()
        self._paint_preparations(painter)

    def paint_block(self, painter: QPainter, box: QRectF, block: Block, number: int) -> None:
        row = block.row
        if block.pinned or not isinstance(row, CalendarRow):
            super().paint_block(painter, box, block, number)
            return
        one = self._placed[row.id][number]
        first = number == 0 and not block.before
        look = event_look(row, selected=self.is_chosen(row), first=first)
        clear = one.clear / 60 * self._state.hour
        if one.left and one.right == 1:
            # The later one lies above the earlier with a gap between them.
            painter.fillRect(box.adjusted(-2, -2, 0, 0), self._ground_colour(one.piece.day))
        paint_event_block(painter, box, replace(look, clear=clear))

    def _ground_colour(self, day: int) -> Any:
        weekend = (self._state.first + timedelta(days=day)).weekday() >= 5
        return current_theme().colour("window" if weekend else "surface")

    def _paint_preparations(self, painter: QPainter) -> None:
        """Thin marks below the events for how long their rooms are taken before and after."""
        for block in self.blocks():
            row = block.row
            if block.pinned or not isinstance(row, CalendarRow):
                continue
            minutes = self.preparation.get(row.event.layout_id or 0, (0, 0))
            if minutes != (0, 0) and row.event.status.holds_its_time:
                before, after = (amount / 60 * self._state.hour for amount in minutes)
                first, last = self.to_viewport(block.boxes[0]), self.to_viewport(block.boxes[-1])
                paint_preparation(painter, first, last, before, after, event_kind(row))

    def paint_over(self, painter: QPainter, area: QRectF) -> None:
        paint_now_line(painter, self.columns(), self.verticalOffset())

    def paint_frozen(self, painter: QPainter, area: QRectF) -> None:
        shown = self.columns()
        viewport = self.viewport().rect()
        if area.left() < shown.left:
            room = QRectF(0, shown.top, shown.left, viewport.height() - shown.top)
            paint_hours(painter, shown, self.verticalOffset(), room)
        if area.top() < shown.top:
            paint_head(painter, shown, viewport.width())

    def _on_toggle_clicked(self) -> None:
        self._folded = not self._folded
        self.forget_layout()
