"""An event as a block in a calendar grid."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desk.gui.theme.application import current_theme
from desk.gui.widgets.block_ground import Ground, paint_ground
from desk.gui.widgets.event_rows import EventKind, EventState
from desk.gui.widgets.painting import draw_frame, draw_tinted_icon, draw_words, fitted

_NARROW = 72
"""Below this many logical pixels one line holds the title alone."""


@dataclass(frozen=True)
class EventLook:
    """What a block shows; lines that do not fit whole are left out, the time first to stay."""

    time: str
    title: str
    place: str = ""
    kind: EventKind = "in"
    state: EventState = "firm"
    conflict: bool = False
    selected: bool = False
    clear: float | None = None
    """How much of its height nothing covers, in logical pixels; words stay within it."""


def paint_event_block(painter: QPainter, box: QRectF, look: EventLook) -> None:
    """Paint a block over the whole of `box`: fill, 3 px bar, time, title, place.

    Tentative: hatch and hourglass on the surface; cancelled: no fill, struck, a cross; conflict:
    1.5 px dashes and a filled sign; selected: 2 px of accent outside `box`.
    """
    paint_block_ground(painter, box, look)
    # What lasts 25 minutes still has room for one line.
    line = current_theme().font_roles["event_title"].line
    above = max(0.0, min(3.0, (box.height() - line) / 2))
    _paint_words(painter, box.adjusted(8, above, -2, -above), look)


def paint_block_ground(painter: QPainter, box: QRectF, look: EventLook) -> None:
    """Paint a block without its words: fill, bar, edge, ring."""
    paint_ground(painter, box, Ground(look.kind, look.state, look.conflict))
    if look.selected:
        paint_chosen(painter, box)


def paint_chosen(painter: QPainter, box: QRectF) -> None:
    """The ring of the event stood on, 2 px outside its box."""
    theme = current_theme()
    outside = box.adjusted(-2, -2, 2, 2)
    draw_frame(painter, outside, theme.radius.event + 2, edge=theme.colour("accent"), width=2)


def block_sign(look: EventLook) -> tuple[str, str]:
    """The icon that says what state an event is in, and its colour; empty for a plain one."""
    if look.conflict:
        return "warning-fill", "bad"
    if look.state == "tentative":
        return "hourglass", "text"
    if look.state == "cancelled":
        return "x", "text2"
    return "", ""


def _paint_words(painter: QPainter, room: QRectF, look: EventLook) -> None:
    theme = current_theme()
    name, tone = block_sign(look)
    time_line, title_line = theme.font_roles["time"].line, theme.font_roles["event_title"].line
    top = room.top()
    left = room.left()
    if look.clear is not None and look.clear - 5 < room.height():
        room = QRectF(room.left(), room.top(), room.width(), look.clear - 5)
    if room.height() < title_line:
        return
    if name:
        side = 13.0
        draw_tinted_icon(painter, QRectF(left, top + 0.5, side, side), name, tone)
        left += side + 4
    struck = look.state == "cancelled"
    title_tone = "text2" if struck else "text"
    if room.height() < time_line + title_line:
        begins = look.time.split("–")[0]
        narrow = room.right() - left < _NARROW
        words = look.title if narrow else f"{begins} {look.title}"
        one = QRectF(left, top, room.right() - left, title_line)
        draw_words(painter, one, words, "event_title", title_tone, struck=struck)
        return
    first = QRectF(left, top, room.right() - left, time_line)
    time = look.time
    if fitted("time", time, first.width())[0] != time:
        time = time.split("–")[0]
    if fitted("time", time, first.width())[0] == time or name:
        draw_words(painter, first, time, "time", "text2")
        top += time_line
    place_line = theme.font_roles["second_line"].line
    lines = _break(look.title, room.width(), int((room.bottom() - top) // title_line))
    for words in lines:
        line = QRectF(room.left(), top, room.width(), title_line)
        draw_words(painter, line, words, "event_title", title_tone, struck=struck)
        top += title_line
    if look.place and top + place_line <= room.bottom() + 0.5:
        place = QRectF(room.left(), top, room.width(), place_line)
        draw_words(painter, place, look.place, "second_line", "text2")


def _break(words: str, width: float, most: int) -> list[str]:
    """The words on at most `most` and never more than three lines; the last takes the rest."""
    most = min(3, max(1, most))
    lines: list[str] = []
    parts = words.split(" ")
    while parts and len(lines) < most - 1:
        line = parts.pop(0)
        while parts and _fits(f"{line} {parts[0]}", width):
            line = f"{line} {parts.pop(0)}"
        lines.append(line)
    if parts:
        lines.append(" ".join(parts))
    return lines


def _fits(words: str, width: float) -> bool:
    return fitted("event_title", words, width)[0] == words
