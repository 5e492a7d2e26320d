"""How the parts of the rooms' timeline look: blocks, preparation, closed times, words beside."""

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QTransform

from desk.gui.models.event_words import event_state
from desk.gui.models.timeline_rows import UseRow
from desk.gui.theme.application import current_theme
from desk.gui.widgets.calendar_looks import event_kind
from desk.gui.widgets.event_block import EventLook, block_sign, paint_block_ground
from desk.gui.widgets.painting import (
    CENTRE,
    MIDDLE_RIGHT,
    draw_frame,
    draw_tinted_icon,
    draw_words,
)
from desk.locale import _, current_language
from desk.locale.formats import clock_span

SIGN = 13.0
_LEAST_TIME = 30.0
_LEAST_WORDS = 56.0
"""A narrower block says its time alone: three letters of a title tell nothing."""
_LEAST_PLACE = 40.0
"""Less room than that after the times tells nothing of a place."""
_GHOST_LINE = 15.0
_tiles: dict[tuple[int, float], QPixmap] = {}


def use_look(row: UseRow, *, selected: bool) -> EventLook:
    """What the block of a use shows."""
    return EventLook(
        time=use_times(row),
        title=row.event.title,
        place=row.detail,
        kind=event_kind(row),
        state=event_state(row.event),
        conflict=row.clash is not None,
        selected=selected,
    )


def use_times(row: UseRow) -> str:
    """The times of a use; the axis says their zone."""
    if row.event.all_day:
        return _("All day")
    return clock_span(row.starts, row.ends, current_language()).replace(" – ", "–")


def words_widths(row: UseRow) -> tuple[float, float]:
    """How wide title and times of a use are: in its block with the sign, beside it without."""
    look = use_look(row, selected=False)
    return _widths(look.title, look.time, bool(block_sign(look)[0]))


@lru_cache(maxsize=4096)
def _widths(title: str, time: str, signed: bool) -> tuple[float, float]:
    """Kept: every step from day to day asks it for all lines; the fonts are those of any theme."""
    theme = current_theme()
    sign = SIGN + 4 if signed else 0.0
    words, times = theme.advance("event_title", title), theme.advance("second_line", time)
    return max(sign + words, times) + 1, max(words, times) + 1


def paint_use(painter: QPainter, box: QRectF, look: EventLook, *, words_inside: bool) -> None:
    """A block with its words, or with as much of its times as fits when they stand beside it."""
    paint_block_ground(painter, box, look)
    if box.width() < _LEAST_TIME:
        return
    if words_inside and box.width() >= _LEAST_WORDS:
        room = box.adjusted(8, 0, -4, 0)
        _paint_two_lines(painter, room, look, _second_line(look, room.width()))
        return
    _paint_time_alone(painter, box.adjusted(8, 0, -3, 0), look)


def _second_line(look: EventLook, width: float) -> str:
    """The times and what fits of the place; a time is never cut, but may lack its end."""
    times = current_theme().advance("second_line", look.time)
    if times > width + 1:
        return look.time.split("–")[0]
    if look.place and times + _LEAST_PLACE <= width:
        return f"{look.time} · {look.place}"
    return look.time


def paint_words_beside(painter: QPainter, room: QRectF, look: EventLook) -> None:
    """Title and times beside a block that is too narrow for them; the sign is in the block."""
    theme = current_theme()
    title = min(room.width(), theme.advance("event_title", look.title))
    shown = _second_line(replace(look, place=""), room.width())
    times = theme.advance("second_line", shown)
    middle = room.center().y()
    paint_pause(painter, QRectF(room.left(), middle - 15, title, 15))
    paint_pause(painter, QRectF(room.left(), middle, times, 15))
    _paint_two_lines(painter, room, look, shown, with_sign=False)


def _paint_two_lines(
    painter: QPainter, room: QRectF, look: EventLook, second: str, *, with_sign: bool = True
) -> None:
    theme = current_theme()
    title_line = float(theme.font_roles["event_title"].line)
    second_line = float(theme.font_roles["second_line"].line)
    both = title_line + 2 + second_line
    alone = room.height() < both
    top = room.center().y() - (title_line if alone else both) / 2
    left = room.left()
    name, tone = block_sign(look)
    if with_sign and name:
        draw_tinted_icon(painter, QRectF(left, top, SIGN, SIGN), name, tone)
        left += SIGN + 4
    struck = look.state == "cancelled"
    title = QRectF(left, top, room.right() - left + 1, title_line)
    tone = "text2" if struck else "text"
    draw_words(painter, title, look.title, "event_title", tone, struck=struck)
    if not alone:
        below = QRectF(room.left(), top + title_line + 2, room.width() + 1, second_line)
        draw_words(painter, below, second, "second_line", "text2")


def _paint_time_alone(painter: QPainter, room: QRectF, look: EventLook) -> None:
    """The sign and the times, the start alone, or the sign alone: what fits whole."""
    theme = current_theme()
    name, tone = block_sign(look)
    left = room.left()
    if name:
        place = QRectF(left, room.center().y() - SIGN / 2, SIGN, SIGN)
        draw_tinted_icon(painter, place, name, tone)
        left += SIGN + 4
    for words in (look.time, look.time.split("–")[0]):
        if theme.advance("time", words) <= room.right() - left:
            box = QRectF(left, room.top(), room.right() - left + 1, room.height())
            draw_words(painter, box, words, "time", "text2")
            return


def on_pixels(box: QRectF) -> QRectF:
    """The box with whole edges: a sheer fill over parts of pixels takes ten times as long."""
    left, top = round(box.left()), round(box.top())
    return QRectF(left, top, round(box.right()) - left, round(box.bottom()) - top)


def paint_preparation(
    painter: QPainter, box: QRectF, row: UseRow, words: str, *, left: bool, right: bool
) -> None:
    """Set-up or clear-down: the colour of the event at 16 %, dotted edges, a word where it fits.

    `left` and `right` say which ends are drawn; the event's own end is not.
    """
    theme = current_theme()
    box = on_pixels(box)
    colour = theme.colour(f"ev_{event_kind(row)}_b")
    fill = QColor(colour)
    fill.setAlphaF(theme.opacity.preparation)
    painter.fillRect(box, fill)
    edge = QColor(colour)
    edge.setAlphaF(0.55)
    pen = QPen(edge, 1, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1, 2])
    painter.setPen(pen)
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawLine(inner.topLeft(), inner.topRight())
    painter.drawLine(inner.bottomLeft(), inner.bottomRight())
    if left:
        painter.drawLine(inner.topLeft(), inner.bottomLeft())
    if right:
        painter.drawLine(inner.topRight(), inner.bottomRight())
    if theme.advance("second_line", words) + 6 <= box.width():
        draw_words(painter, box, words, "second_line", "text2", CENTRE)


def paint_doubled(painter: QPainter, box: QRectF) -> None:
    """The time for which a line is bound twice, over the height of the line."""
    fill = QColor(current_theme().colour("bad"))
    fill.setAlphaF(0.13)
    painter.fillRect(on_pixels(box), fill)


def paint_pause(painter: QPainter, room: QRectF) -> None:
    """Let the lines of the hours pause below words."""
    ground = QColor(current_theme().colour("surface"))
    ground.setAlphaF(0.8)
    painter.fillRect(on_pixels(room.adjusted(-2, 0, 2, 0)), ground)


def paint_doubled_words(painter: QPainter, room: QRectF, words: str, *, right: bool) -> None:
    """That it is so, in words, beside the block that gives way."""
    middle = room.center().y()
    paint_pause(painter, QRectF(room.left(), middle - 8, room.width(), 16))
    if right:
        draw_words(painter, room, words, "chip", "bad", MIDDLE_RIGHT)
    else:
        draw_words(painter, room, words, "chip", "bad")


def cross_hatch(ratio: float) -> QBrush:
    """Lines both ways as a tiled pixmap, made once for each theme and pixel ratio."""
    theme = current_theme()
    colour = QColor(theme.colour("mute_line"))
    key = (colour.rgba(), ratio)
    tile = _tiles.get(key)
    if tile is None:
        side = round(10 * ratio)
        tile = QPixmap(side, side)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, ratio))
        for shift in (-side, 0, side):
            painter.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1))
            painter.drawLine(QPointF(shift - 1, -1), QPointF(shift + side + 1, side + 1))
        painter.end()
        _tiles[key] = tile
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush


def paint_closed(painter: QPainter, box: QRectF) -> None:
    """A closed time, cross-hatched."""
    theme = current_theme()
    device = painter.device()
    painter.fillRect(box, theme.colour("sunken"))
    painter.fillRect(box, cross_hatch(device.devicePixelRatio() if device else 1.0))
    edge = theme.colour("mute_line")
    painter.setPen(QPen(edge, 1, Qt.PenStyle.DotLine))
    painter.drawLine(box.topLeft(), box.bottomLeft())
    painter.drawLine(box.topRight(), box.bottomRight())


def paint_closed_words(painter: QPainter, box: QRectF, words: str, seen: QRectF) -> None:
    """Why it is closed, in a chip where the time is in sight."""
    theme = current_theme()
    room = box.intersected(seen).adjusted(10, 0, -6, 0)
    side = float(theme.icon.chip)
    wide = min(theme.advance("chip", words) + side + 20, room.width())
    if wide < side + 24:
        return
    chip = QRectF(room.left(), box.center().y() - 12, wide, 24)
    draw_frame(
        painter, chip, theme.radius.chip, fill=theme.colour("surface"), edge=theme.colour("line")
    )
    place = QRectF(chip.left() + 7, chip.center().y() - side / 2, side, side)
    draw_tinted_icon(painter, place, "prohibit", "text2")
    words_box = QRectF(place.right() + 5, chip.top(), chip.right() - place.right() - 11, 24)
    draw_words(painter, words_box, words, "chip", "text")


def paint_shut(painter: QPainter, box: QRectF) -> None:
    """What lies outside the opening hours."""
    painter.fillRect(on_pixels(box), current_theme().colour("window"))


def paint_timeline_ghost(painter: QPainter, box: QRectF, lines: list[str], taken: bool) -> None:
    """Where a drag would put something; what does not fit stands on a label right of it.

    When that is `taken` the last line says by what, with the sign and the edge of a clash.
    """
    theme = current_theme()
    fill = QColor(theme.colour("bad_bg" if taken else "lip"))
    fill.setAlphaF(0.92)
    edge = theme.colour("bad_line" if taken else "accent")
    dashes = theme.line.conflict_dash if taken else None
    draw_frame(painter, box, theme.radius.event, fill=fill, edge=edge, width=1.5, dashes=dashes)
    room = box.adjusted(9, 0, -4, 0)
    if ghost_width(lines, taken) > room.width() + 1 or len(lines) * _GHOST_LINE > room.height():
        room = ghost_label(box, lines, taken)
        surface = theme.colour("surface")
        draw_frame(painter, room, theme.radius.event, fill=surface, edge=edge)
        room = room.adjusted(8, 0, -6, 0)
    top = room.center().y() - len(lines) * _GHOST_LINE / 2
    for number, words in enumerate(lines):
        place = QRectF(room.left(), top + number * _GHOST_LINE, room.width() + 1, _GHOST_LINE)
        tone = "text"
        if taken and number == len(lines) - 1:
            sign = QRectF(place.left(), place.center().y() - 6, 12, 12)
            draw_tinted_icon(painter, sign, "warning-fill", "bad")
            place.setLeft(place.left() + 16)
            tone = "bad"
        draw_words(painter, place, words, "event_title", tone)


def ghost_width(lines: list[str], taken: bool) -> float:
    """How wide the words of a ghost are."""
    theme = current_theme()
    widths = [theme.advance("event_title", words) for words in lines]
    if taken:
        widths[-1] += 16
    return max(widths)


def ghost_label(box: QRectF, lines: list[str], taken: bool) -> QRectF:
    """Where the words of a ghost stand that is too small for them."""
    height = max(box.height(), len(lines) * _GHOST_LINE + 8)
    top = box.center().y() - height / 2
    return QRectF(box.right() + 4, top, ghost_width(lines, taken) + 16, height)


def paint_now_badge(painter: QPainter, middle: QPointF, words: str) -> None:
    """The time that it is, on the axis."""
    theme = current_theme()
    width = theme.advance("chip", words) + 12
    box = QRectF(middle.x() - width / 2, middle.y() - 9, width, 18)
    draw_frame(painter, box, theme.radius.chip, fill=theme.colour("now"))
    draw_words(painter, box, words, "chip", theme.colour("surface"), CENTRE)


def preparation_words(*, before: bool) -> str:
    """The word in the area before or after an event."""
    return _("set-up") if before else _("clear-down")
