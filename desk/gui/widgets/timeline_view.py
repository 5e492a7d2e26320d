"""The rooms' timeline: a line for each room and resource, time from left to right."""

from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desk.gui.models.timeline_layout import Axis, hours_of
from desk.gui.models.timeline_rows import Timeline, UseRow
from desk.gui.theme.application import current_theme
from desk.gui.widgets.calendar_block import Block
from desk.gui.widgets.calendar_steps import reveal
from desk.gui.widgets.timeline_ground import (
    header_height,
    paint_axis,
    paint_heads,
    paint_labels,
    paint_lines,
)
from desk.gui.widgets.timeline_hands import TimelineHands
from desk.gui.widgets.timeline_looks import (
    ghost_label,
    paint_timeline_ghost,
    paint_use,
    use_look,
)
from desk.gui.widgets.timeline_places import LinePlace, TimelinePlaces, places_of
from desk.locale import _, current_language
from desk.locale.formats import clock_span

LEAST_HOUR = {1: 34.0, 3: 20.0, 7: 9.0}
"""How narrow an hour may get before the days scroll, by how many days are shown."""
MOST_ZOOM = 8.0


class TimelineView(TimelineHands):
    """Shows a `Timeline`; what mouse and keyboard do there is told in `TimelineHands`."""

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        self.timeline = Timeline(now.date(), 1, "UTC")
        self.axis = Axis(now.date(), 1, 7, 21, 60.0)
        self.places = TimelinePlaces()
        self.zone = "UTC"
        self.guest_zone = ""
        self.now = now
        self.folded: set[str] = set()
        self._zoom = 1.0
        super().__init__(_("Rooms over the day"), parent)

    # Showing

    def show_timeline(self, timeline: Timeline, guest_zone: str) -> None:
        """Show other lines; the use stood on stays."""
        self.timeline, self.guest_zone = timeline, guest_zone
        self.zone = timeline.zone
        self.venue_order = tuple(line.target for line in timeline.lines if line.is_venue)  # type: ignore[misc]
        self.show_rows(timeline.uses)

    def set_now(self, now: datetime) -> None:
        """Another minute began."""
        self.now = now
        self.viewport().update()

    def set_guest_zone(self, zone: str) -> None:
        """The second row of hours is of another zone, or left out."""
        if zone != self.guest_zone:
            self.guest_zone = zone
            self.viewport().update()

    def toggle(self, key: str) -> None:
        """Fold the lines of a section away, or show them again."""
        self.folded ^= {key}
        self.forget_layout()

    @property
    def zoom(self) -> float:
        """How much wider than the view the days are; 1 fits them in where they are legible."""
        return self._zoom

    def set_zoom(self, zoom: float, around: float | None = None) -> None:
        """Wider or narrower hours; what stands at `around` in the viewport stays there."""
        room = self.scroll_room()
        x = room.center().x() if around is None else max(around, room.left())
        moment = self.moment_at(QPointF(x, 0))
        self._zoom = min(MOST_ZOOM, max(1.0, zoom))
        self.forget_layout()
        self.blocks()
        bar = self.horizontalScrollBar()
        bar.setValue(round(self.axis.x_of(moment) - (x - room.left())))

    def show_day(self, day: date) -> None:
        """Scroll just so far that a day is in sight."""
        self.blocks()
        left = self.axis.x_of(datetime.combine(day, time.min))
        reveal(
            self.horizontalScrollBar(),
            left,
            left + self.axis.day_width,
            self.scroll_room().width(),
        )

    # What the base asks

    def lay_out(self) -> list[Block]:
        timeline = self.timeline
        # Whole days fill the hours that are shown, whichever these are.
        timed = (use for use in timeline.uses if not use.event.all_day)
        times = [(use.bound_from, use.bound_until) for use in timed]
        low, high = hours_of(timeline.first, timeline.days, times)
        hours = (high - low) * timeline.days
        fit = max(1.0, self._ground_width()) / hours
        wide = max(LEAST_HOUR.get(timeline.days, 9.0), fit) * self._zoom
        self.axis = Axis(timeline.first, timeline.days, low, high, wide)
        self.places = places_of(timeline, self.axis, self.folded)
        blocks: list[Block] = []
        begins = self.axis.wall_at(0)
        closes = datetime.combine(self.axis.last, time.min) + timedelta(hours=high)
        shown = {place.line.key: place for place in self.places.lines}
        for line in timeline.lines:
            place = shown.get(line.key)
            for use in line.uses:
                placed = place.by_key.get(use.id) if place is not None else None
                boxes: tuple[QRectF, ...] = ()
                if place is not None and placed is not None and placed.right > placed.left:
                    boxes = (place.box_of(placed),)
                before, after = use.starts < begins, use.ends > closes
                blocks.append(Block(use, boxes, before=before, after=after))
        return blocks

    def _ground_width(self) -> float:
        return self.viewport().width() - current_theme().width.timeline_label

    def content_size(self) -> QSizeF:
        self.blocks()
        return QSizeF(self.axis.width, self.places.height)

    def frozen(self) -> QMarginsF:
        # Asked for while the layout is made, too: the days are known before it.
        return QMarginsF(
            current_theme().width.timeline_label, header_height(self.timeline.days), 0, 0
        )

    def moment_at(self, at: QPointF) -> datetime:
        self.blocks()
        return self.axis.wall_at(self.to_content(at).x())

    def venue_at(self, at: QPointF) -> int | None:
        """The target of the line at a place; of the nearest one outside."""
        place = self.line_place_at(at)
        return place.line.target if place is not None else None

    def line_place_at(self, at: QPointF) -> LinePlace | None:
        """The line at a place of the viewport."""
        self.blocks()
        return self.places.line_at(self.to_content(at).y())

    def boxes_of(self, starts: datetime, ends: datetime, venue_id: int | None) -> list[QRectF]:
        self.blocks()
        grip = self.drag.grip
        place = self.places.line_of(venue_id)
        row = grip.row if grip is not None else None
        if venue_id is None and isinstance(row, UseRow):
            place = self.places.line_named(row.line)
        if place is None:
            return []
        lane, held = 0, place.by_key.get(row.id) if isinstance(row, UseRow) else None
        if held is not None:
            lane = held.lane
        top, height = place.lane(lane)
        left, right = self.axis.x_of(starts), self.axis.x_of(ends)
        return [QRectF(left, top, max(8.0, right - left), height)]

    # Painting

    def paint_ground(self, painter: QPainter, area: QRectF) -> None:
        paint_lines(self, painter, area)

    def paint_block(self, painter: QPainter, box: QRectF, block: Block, number: int) -> None:
        row: Any = block.row
        place = self.places.line_named(row.line)
        placed = place.by_key.get(row.id) if place is not None else None
        look = use_look(row, selected=self.is_chosen(row))
        inside = placed is None or placed.words_inside
        paint_use(painter, box, look, words_inside=inside)

    def paint_frozen(self, painter: QPainter, area: QRectF) -> None:
        width = float(self.viewport().width())
        paint_labels(self, painter, area, current_theme().width.timeline_label)
        paint_heads(self, painter, area, width)
        if area.top() < self.scroll_room().top():
            paint_axis(self, painter, width)

    def _paint_ghost(self, painter: QPainter) -> None:
        lines, taken = self._ghost_lines()
        for box in self._ghost_blocks():
            paint_timeline_ghost(painter, box, lines, taken)

    def _ghost_blocks(self) -> list[QRectF]:
        return [self.to_viewport(box) for box in self._ghost_content()]

    def _ghost_content(self) -> list[QRectF]:
        span, grip = self.drag.span, self.drag.grip
        if span is None or grip is None:
            return []
        if self.lends(span) and grip.row is not None:
            # Who is lent something keeps its time.
            return self.boxes_of(grip.row.starts, grip.row.ends, span.venue_id)
        return self.boxes_of(span.starts, span.ends, self.ghost_venue())

    def _ghost_lines(self) -> tuple[list[str], bool]:
        """The times and the room of the ghost; whether something stands in its way, said last."""
        span, grip = self.drag.span, self.drag.grip
        if span is None or grip is None:
            return [], False
        times, before, after = (span.starts, span.ends), timedelta(), timedelta()
        row = grip.row
        if isinstance(row, UseRow):
            if self.lends(span):
                times = (row.starts, row.ends)
            if span.venue_id is None:
                # On its own line it takes its preparation along.
                before, after = row.starts - row.bound_from, row.bound_until - row.ends
        lines = [clock_span(*times, current_language()).replace(" – ", "–")]
        place = self.places.line_of(self.ghost_venue())
        if place is None or place.line.target is None:
            return lines, False
        lines.append(place.line.name)
        own = row.event.id if row is not None else 0
        taken = place.line.taken_by(times[0] - before, times[1] + after, but=own)
        return ([*lines, taken], True) if taken else (lines, False)

    def ghost_boxes(self) -> list[QRectF]:
        """The ghost with its label, so that all of it is painted anew."""
        boxes = self._ghost_blocks()
        if not boxes:
            return []
        lines, taken = self._ghost_lines()
        return [box.united(ghost_label(box, lines, taken)) for box in boxes]

    def tip_at(self, at: QPointF) -> str:
        """The sentence of a use, the reason of a closed time, the name of a line."""
        words = super().tip_at(at)
        place = self.line_place_at(at)
        if words or place is None or at.y() < self.scroll_room().top():
            return words
        if at.x() < self.scroll_room().left():
            return "\n".join(part for part in (place.line.name, place.line.second) if part)
        moment = self.moment_at(at)
        for closing in place.line.closings:
            if closing.starts <= moment < closing.ends:
                times = clock_span(closing.starts, closing.ends, current_language())
                return f"{closing.words}\n{times}"
        for starts, ends in place.line.shut:
            if starts <= moment < ends:
                return _("Outside the opening hours")
        return ""

    def scrollContentsBy(self, across: int, down: int) -> None:
        # The names at the left scroll with their lines.
        self.follow_scroll(across, down)
        self.viewport().update()
