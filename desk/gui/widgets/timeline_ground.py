"""Painting the rooms' timeline: axis, labels, lines, preparation, closed times."""

from collections.abc import Hashable
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from desk.gui.models.timeline_layout import Axis, Placed, hour_step
from desk.gui.models.timeline_rows import UseRow
from desk.gui.theme.application import current_theme
from desk.gui.widgets.painting import draw_tinted_icon, draw_words, saved
from desk.gui.widgets.timeline_looks import (
    paint_closed,
    paint_closed_words,
    paint_doubled,
    paint_doubled_words,
    paint_now_badge,
    paint_preparation,
    paint_shut,
    paint_words_beside,
    preparation_words,
    use_look,
)
from desk.gui.widgets.timeline_places import HeadPlace, LinePlace, TimelinePlaces
from desk.locale import current_language
from desk.locale.formats import clock_time, weekday_date, weekday_day_month
from desk.locale.zones import moment, utc_offset, wall_time, zone_label

DAY_LINE = 24
HOURS_LINE = 46
_GAP = 12.0
_BADGE = 23.0
"""Half the width of the badge that says the time, with some air."""


class Ground(Protocol):
    """What is asked of the view while its ground is painted."""

    axis: Axis
    places: TimelinePlaces
    zone: str
    guest_zone: str
    now: datetime

    def to_viewport(self, box: QRectF, *, pinned: bool = False) -> QRectF:
        """A box of the content in the viewport."""
        ...

    def scroll_room(self) -> QRectF:
        """The part of the viewport that scrolls."""
        ...


def header_height(days: int) -> int:
    """How high the axis is: the hours, below their day when there are several."""
    return HOURS_LINE if days == 1 else HOURS_LINE + DAY_LINE


# The ground


def paint_lines(view: Ground, painter: QPainter, area: QRectF) -> None:
    """The ground of every line in sight, with what lies below and beside the blocks."""
    theme = current_theme()
    painter.fillRect(area, theme.colour("surface"))
    shown = _in_sight(view, area)
    for place in shown:
        row = view.to_viewport(QRectF(0, place.top, view.axis.width, place.height))
        for starts, ends in place.line.shut:
            paint_shut(painter, _across(view, row, starts, ends))
    _paint_hours(view, painter, area)
    for place in shown:
        for box, _words in _closed(view, place, area):
            paint_closed(painter, box)
    # Below the blocks and their words, which it would strike through.
    _paint_now_line(view, painter, area)
    for place in shown:
        row = view.to_viewport(QRectF(0, place.top, view.axis.width, place.height))
        painter.fillRect(
            QRectF(area.left(), row.bottom() - 1, area.width(), 1), theme.colour("line")
        )
        _paint_line(view, painter, place, row, area)


def _in_sight(view: Ground, area: QRectF) -> list[LinePlace]:
    down = _origin(view).y()
    first, last = area.top() - down, area.bottom() - down
    return [place for place in view.places.lines if place.bottom > first and place.top < last]


def _origin(view: Ground) -> QPointF:
    """Where the content begins in the viewport: asked once for many boxes."""
    return view.to_viewport(QRectF(0, 0, 1, 1)).topLeft()


def _across(view: Ground, row: QRectF, starts: datetime, ends: datetime) -> QRectF:
    """A time over the height of a line, in the viewport."""
    left, right = view.axis.x_of(starts), view.axis.x_of(ends)
    return QRectF(row.left() + left, row.top(), right - left, row.height())


def _paint_hours(view: Ground, painter: QPainter, area: QRectF) -> None:
    """Hair lines for hours, fainter for half hours, stronger for days."""
    theme = current_theme()
    axis = view.axis
    origin = view.to_viewport(QRectF(0, 0, 1, 1)).left()
    bottom = view.to_viewport(QRectF(0, 0, 1, view.places.height)).bottom()
    area = QRectF(area.left(), area.top(), area.width(), min(area.bottom(), bottom) - area.top())
    line = theme.colour("line")
    faint = QColor(line)
    faint.setAlphaF(theme.opacity.half_hour_line)
    step = hour_step(axis.hour_width, 24)
    for day in range(axis.days):
        begins = origin + axis.day_begins(day)
        for hour in range(axis.hours):
            x = round(begins + hour * axis.hour_width)
            if (axis.from_hour + hour) % step == 0 and area.left() - 1 <= x <= area.right():
                painter.fillRect(QRectF(x, area.top(), 1, area.height()), line)
            half = round(begins + (hour + 0.5) * axis.hour_width)
            if axis.hour_width >= 40 and area.left() - 1 <= half <= area.right():
                painter.fillRect(QRectF(half, area.top(), 1, area.height()), faint)
        if day:
            painter.fillRect(
                QRectF(round(begins) - 1, area.top(), 2, area.height()), theme.colour("mute_line")
            )


def _closed(view: Ground, place: LinePlace, area: QRectF) -> list[tuple[QRectF, str]]:
    """The closed times of a line in sight, with their words."""
    row = view.to_viewport(QRectF(0, place.top, view.axis.width, place.height))
    boxes = [
        (_across(view, row, closing.starts, closing.ends).adjusted(0, 3, 0, -4), closing.words)
        for closing in place.line.closings
    ]
    return [(box, words) for box, words in boxes if box.width() > 0 and box.intersects(area)]


def _paint_line(
    view: Ground, painter: QPainter, place: LinePlace, row: QRectF, area: QRectF
) -> None:
    by_key: dict[Hashable, UseRow] = {use.id: use for use in place.line.uses}
    for box, words in _closed(view, place, area):
        paint_closed_words(painter, box, words, view.scroll_room())
    beside: list[tuple[QRectF, UseRow]] = []
    origin = _origin(view)
    for placed in place.layout.placed:
        reach = QRectF(
            placed.free_left, place.top, placed.words_end - placed.free_left, place.height
        )
        if not reach.translated(origin).adjusted(-1, 0, 1, 0).intersects(area):
            continue
        use = by_key[placed.key]
        if use.event.status.holds_its_time:
            for box, before in (
                (place.set_up_of(placed), True),
                (place.clear_down_of(placed), False),
            ):
                if box.width() >= 1:
                    words = preparation_words(before=before)
                    shown = box.translated(origin)
                    paint_preparation(painter, shown, use, words, left=before, right=not before)
        if placed.words_width:
            beside.append((place.words_of(placed).translated(origin), use))
    for overlap in place.line.overlaps:
        box = _across(view, row, overlap.starts, overlap.ends)
        paint_doubled(painter, box.adjusted(0, 0, 0, -1))
    for room, use in beside:
        paint_words_beside(painter, room, use_look(use, selected=False))
    _paint_doubled_words(view, painter, place)


def _paint_doubled_words(view: Ground, painter: QPainter, place: LinePlace) -> None:
    """Beside the use that gives way: left of it where the lane is empty, else right of it."""
    by_key: dict[Hashable, UseRow] = {use.id: use for use in place.line.uses}
    for overlap in place.line.overlaps:
        placed, use = place.by_key.get(overlap.second), by_key.get(overlap.second)
        if placed is None or use is None or use.doubled is None:
            continue
        words = use.doubled_words
        width = current_theme().advance("chip", words) + 1
        top, height = place.lane(placed.lane)
        left = placed.begins - 8 - width
        if left >= placed.free_left + 8:
            room = view.to_viewport(QRectF(left, top, width, height))
            paint_doubled_words(painter, room, words, right=True)
            continue
        following = min(
            (o.begins for o in place.layout.placed if _follows(o, placed)),
            default=view.axis.width,
        )
        if placed.words_end + 8 + width <= following:
            room = view.to_viewport(QRectF(placed.words_end + 8, top, width, height))
            paint_doubled_words(painter, room, words, right=False)


def _follows(other: Placed, placed: Placed) -> bool:
    return other.lane == placed.lane and other.bound_left > placed.left


def _paint_now_line(view: Ground, painter: QPainter, area: QRectF) -> None:
    """The moment that it is, through all lines."""
    x = now_x(view)
    if x is None:
        return
    bottom = view.to_viewport(QRectF(0, 0, 1, view.places.height)).bottom()
    height = min(area.bottom(), bottom) - area.top()
    painter.fillRect(QRectF(x - 0.75, area.top(), 1.5, height), current_theme().colour("now"))


def now_x(view: Ground) -> float | None:
    """Where it is now, in the viewport; None when the days or hours shown do not hold it."""
    axis = view.axis
    if not axis.first <= view.now.date() <= axis.last:
        return None
    if not axis.from_hour <= view.now.hour < axis.until_hour:
        return None
    return view.to_viewport(QRectF(axis.x_of(view.now), 0, 1, 1)).left()


# What stays where it is


def paint_heads(view: Ground, painter: QPainter, area: QRectF, width: float) -> None:
    """The headings of the sections, over the whole width."""
    theme = current_theme()
    top = view.scroll_room().top()
    with saved(painter):
        painter.setClipRect(QRectF(0, top, width, area.bottom() - top))
        for head in view.places.heads:
            y = view.to_viewport(QRectF(0, head.top, 1, 1)).top()
            box = QRectF(0, y, width, head.height)
            if box.intersects(area):
                painter.fillRect(box, theme.colour("window"))
                line = theme.colour("line")
                painter.fillRect(QRectF(0, box.bottom() - 1, width, 1), line)
                painter.fillRect(QRectF(0, box.top() - 1, width, 1), line)
                _paint_head(painter, box, head)


def _paint_head(painter: QPainter, box: QRectF, head: HeadPlace) -> None:
    theme = current_theme()
    caret = "caret-right" if head.folded else "caret-down"
    draw_tinted_icon(painter, QRectF(box.left() + 15, box.center().y() - 7, 14, 14), caret, "text2")
    title = QRectF(box.left() + 36, box.top(), theme.width.timeline_label, box.height())
    wide = draw_words(painter, title, head.section.title, "row_title")
    count = QRectF(title.left() + wide + 8, box.top(), 60, box.height())
    draw_words(painter, count, str(len(head.section.lines)), "note", "text2")


def paint_labels(view: Ground, painter: QPainter, area: QRectF, width: float) -> None:
    """The names of the lines at the left, with what they are below."""
    theme = current_theme()
    top = view.scroll_room().top()
    if area.left() >= width:
        return
    with saved(painter):
        painter.setClipRect(QRectF(0, top, width, area.bottom() - top))
        painter.fillRect(QRectF(0, top, width, area.bottom() - top), theme.colour("surface"))
        for place in _in_sight(view, area):
            y = view.to_viewport(QRectF(0, place.top, 1, 1)).top()
            box = QRectF(0, y, width, place.height)
            middle = box.center().y() - 1
            names = _lines_of(place.line.name, width - 28)
            top_of_words = middle - (len(names) * 17 + (17 if place.line.second else 0)) / 2
            for number, words in enumerate(names):
                name = QRectF(16, top_of_words + number * 17, width - 28, 18)
                draw_words(painter, name, words, "row_title")
            second = QRectF(16, top_of_words + len(names) * 17 + 1, width - 28, 16)
            draw_words(painter, second, place.line.second, "note", "text2")
            painter.fillRect(QRectF(0, box.bottom() - 1, width, 1), theme.colour("line"))
        height = view.to_viewport(QRectF(0, 0, 1, view.places.height)).bottom() - top
        painter.fillRect(
            QRectF(width - 1, top, 1, min(height, area.bottom() - top)), theme.colour("line")
        )


def _lines_of(name: str, width: float) -> list[str]:
    """A name on one line, or on two where that shows more of it."""
    theme = current_theme()
    if theme.advance("row_title", name) <= width:
        return [name]
    words = name.split(" ")
    for place in range(len(words) - 1, 0, -1):
        first = " ".join(words[:place])
        if theme.advance("row_title", first) <= width:
            return [first, " ".join(words[place:])]
    return [name]


def paint_axis(view: Ground, painter: QPainter, width: float) -> None:
    """The hours on top in both zones, with the days above them when there are several."""
    theme = current_theme()
    room = view.scroll_room()
    height = room.top()
    with saved(painter):
        painter.setClipRect(QRectF(0, 0, width, height))
        painter.fillRect(QRectF(0, 0, width, height), theme.colour("surface"))
        painter.fillRect(QRectF(0, height - 1, width, 1), theme.colour("line"))
        _paint_zones(view, painter, room.left(), height)
        painter.setClipRect(QRectF(room.left(), 0, width - room.left(), height))
        for day in range(view.axis.days):
            _paint_day(view, painter, day, height)
        x = now_x(view)
        if x is not None:
            words = clock_time(view.now, current_language())
            paint_now_badge(painter, QPointF(x, height - HOURS_LINE / 2 - 9), words)


def _paint_zones(view: Ground, painter: QPainter, width: float, height: float) -> None:
    """Which zones the two rows of hours are of."""
    theme = current_theme()
    language = current_language()
    noon = datetime.combine(view.axis.first, datetime.min.time()) + timedelta(hours=12)
    top = height - HOURS_LINE
    first = QRectF(16, top + (5 if view.guest_zone else 14), width - 24, 18)
    draw_words(painter, first, zone_label(view.zone, noon, language), "row_title")
    if view.guest_zone:
        there = wall_time(moment(noon, view.zone), view.guest_zone)
        words = zone_label(view.guest_zone, there, language)
        offset = utc_offset(there, view.guest_zone)
        second = QRectF(16, top + 23, width - 24, 16)
        draw_words(painter, second, f"{words} ({offset})", "note", "text2")
    if view.axis.days > 1:
        painter.fillRect(QRectF(0, top - 1, width, 1), theme.colour("line"))


def _paint_day(view: Ground, painter: QPainter, day: int, height: float) -> None:
    theme = current_theme()
    language = current_language()
    axis = view.axis
    left = view.to_viewport(QRectF(axis.day_begins(day), 0, 1, 1)).left()
    top = height - HOURS_LINE
    date = axis.day_at(day)
    if axis.days > 1:
        is_today = date == view.now.date()
        box = QRectF(left, 0, axis.day_width, top)
        if is_today:
            painter.fillRect(box, theme.colour("lip"))
        room = view.scroll_room()
        stay = max(box.left(), min(room.left(), box.right() - 90))
        words = weekday_date(date, language)
        if theme.advance("row_title", words) > axis.day_width - 16:
            words = weekday_day_month(date, language)
        place = QRectF(stay + 8, box.top(), box.right() - stay - 12, box.height() - 1)
        draw_words(painter, place, words, "row_title")
        painter.fillRect(QRectF(left, top - 1, axis.day_width, 1), theme.colour("line"))
        if day:
            painter.fillRect(QRectF(round(left) - 1, 0, 2, height), theme.colour("mute_line"))
    midnight = datetime.combine(date, datetime.min.time())
    words_width = theme.advance("row_title", "00.00")
    step = hour_step(axis.hour_width, words_width + _GAP)
    now = now_x(view)
    for hour in range(axis.from_hour, axis.until_hour):
        if (hour - axis.from_hour) % step:
            continue
        if (axis.until_hour - hour) * axis.hour_width < words_width + 8:
            # Half a time at the end of a day is none.
            continue
        x = left + (hour - axis.from_hour) * axis.hour_width
        wall = midnight + timedelta(hours=hour)
        tick = QPen(theme.colour("line"), 1)
        painter.setPen(tick)
        painter.drawLine(QPointF(round(x) + 0.5, height - 8), QPointF(round(x) + 0.5, height - 1))
        box = QRectF(x + 5, top + (5 if view.guest_zone else 14), step * axis.hour_width, 18)
        if now is None or x + 5 > now + _BADGE or x + 5 + words_width < now - _BADGE:
            draw_words(painter, box, clock_time(wall, language), "row_title", "text2")
        if view.guest_zone:
            there = wall_time(moment(wall, view.zone), view.guest_zone)
            below = QRectF(x + 5, top + 23, step * axis.hour_width, 16)
            words = clock_time(there, language)
            draw_words(painter, below, words, "second_line", "text2")
