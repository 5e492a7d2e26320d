"""How a month looks: its ground and headers, a day's number, a line of one event."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desk.gui.models.calendar_rows import CalendarRow
from desk.gui.models.event_words import event_state
from desk.gui.models.month_layout import WEEK
from desk.gui.models.month_rows import DayRow
from desk.gui.theme.application import current_theme
from desk.gui.widgets.calendar_looks import event_kind
from desk.gui.widgets.event_block import EventLook, block_sign, paint_block_ground
from desk.gui.widgets.painting import (
    CENTRE,
    MIDDLE_RIGHT,
    draw_focus_ring,
    draw_frame,
    draw_tinted_icon,
    draw_words,
)
from desk.locale import current_language, ngettext
from desk.locale.formats import clock_time, month_names, weekday_names

if TYPE_CHECKING:
    from desk.gui.widgets.month_plane import MonthPlane

HEAD = 28.0
"""The height of a day's number."""
LANE = 20.0
"""The height of a line with the gap below it."""
NUMBER_WIDTH = 34.0
"""How much of a day's head opens it; the rest makes something new."""
_SIGN = 12.0
_OUTSIDE_OPACITY = 0.75
"""Words of other months: 4.9 to 1 on their ground, measured for the second text colour."""
_SATURDAY = 5


def paint_month_ground(painter: QPainter, grid: "MonthPlane", area: QRectF) -> None:
    """Weekends shaded, other months on the ground of the window, hair lines between the days."""
    theme = current_theme()
    weeks = grid.weeks
    painter.fillRect(area, theme.colour("surface"))
    line = theme.colour("line")
    for week in range(weeks.count):
        row = grid.to_viewport(grid.cell(week, 0, WEEK))
        if not row.intersects(area):
            continue
        inside = [weeks.day(week, column).month == weeks.month.month for column in range(WEEK)]
        for first, end, opacity in _shades(inside):
            box = grid.to_viewport(grid.cell(week, first, end - first))
            painter.setOpacity(opacity)
            painter.fillRect(box, theme.colour("window" if opacity == 1.0 else "sunken"))
        painter.setOpacity(1.0)
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), line)
    whole = grid.to_viewport(grid.cell(weeks.count - 1, 0))
    top = grid.to_viewport(grid.cell(0, 0)).top()
    for column in range(WEEK):
        left = grid.to_viewport(grid.cell(0, column)).left()
        painter.fillRect(QRectF(left, top, 1, whole.bottom() - top), line)


def _shades(inside: list[bool]) -> Iterator[tuple[int, int, float]]:
    """Columns from the first to before the end that share a ground, and how strongly it covers.

    Days of other months get the ground of the window; over it weekends are shaded.
    """
    column = 0
    for within, run in groupby(inside):
        end = column + len(list(run))
        if not within:
            yield column, end, 1.0
        if end > _SATURDAY:
            yield max(column, _SATURDAY), end, 0.6 if within else 0.25
        column = end


def paint_month_headers(painter: QPainter, grid: "MonthPlane") -> None:
    """The names of the weekdays above, the ISO numbers of the weeks at the left."""
    theme, weeks = current_theme(), grid.weeks
    frozen = grid.frozen()
    whole = QRectF(grid.viewport().rect())
    painter.fillRect(QRectF(0, 0, whole.width(), frozen.top()), theme.colour("surface"))
    painter.fillRect(QRectF(0, 0, frozen.left(), whole.height()), theme.colour("surface"))
    line = theme.colour("line")
    names = weekday_names(current_language(), "abbreviated")
    today = weeks.place_of(grid.today)
    for column in range(WEEK):
        cell = grid.to_viewport(grid.cell(0, column))
        box = QRectF(cell.left() + 10, 0, cell.width() - 12, frozen.top())
        is_today = today is not None and column == today[1]
        tone = "accent" if is_today else "text2"
        draw_words(painter, box, names[column], "row_title" if is_today else "label", tone)
        painter.fillRect(QRectF(cell.left(), 0, 1, frozen.top()), line)
    painter.save()
    painter.setClipRect(QRectF(0, frozen.top(), frozen.left(), whole.height()))
    for week in range(weeks.count):
        row = grid.to_viewport(grid.cell(week, 0))
        number = str(weeks.monday(week).isocalendar().week)
        box = QRectF(0, row.top() + 1, frozen.left() - 10, HEAD - 2)
        this_week = today is not None and week == today[0]
        tone = "accent" if this_week else "text3"
        draw_words(painter, box, number, "chip" if this_week else "time", tone, MIDDLE_RIGHT)
        painter.fillRect(QRectF(0, row.bottom() - 1, frozen.left(), 1), line)
    painter.restore()
    painter.fillRect(QRectF(0, frozen.top() - 1, whole.width(), 1), line)


def paint_day_head(
    painter: QPainter, box: QRectF, row: DayRow, *, chosen: bool, outside: bool
) -> None:
    """The number of a day; today filled, the first of a month with its name, then the note."""
    theme, day = current_theme(), row.day
    words = str(day.day)
    if day.day == 1 or row.first:
        words = f"{day.day} {month_names(current_language(), 'abbreviated')[day.month - 1]}"
    width = max(26.0, theme.advance("row_title", words) + 12)
    plate = QRectF(box.left() + 3, box.top() + 2, width, box.height() - 4)
    tone = "text3" if outside else "text"
    if row.today:
        draw_frame(painter, plate, theme.radius.chip, fill=theme.colour("accent"))
        tone = "on_accent"
    draw_words(painter, plate, words, "row_title" if not outside else "body", tone, CENTRE)
    if row.note:
        room = QRectF(plate.right() + 4, box.top(), box.right() - plate.right() - 10, box.height())
        draw_words(painter, room, row.note, "second_line", "text2", MIDDLE_RIGHT)
    if chosen:
        draw_focus_ring(painter, box.adjusted(0, 0, -1, 0), theme.radius.chip)


def paint_line(
    painter: QPainter, box: QRectF, row: CalendarRow, *, selected: bool, outside: bool
) -> None:
    """One event as `09.00 Title`, drawn as its block is in the other views."""
    state = event_state(row.event)
    look = EventLook(
        time=clock_time(row.starts, current_language()),
        title=row.event.title,
        kind=event_kind(row),
        state=state,
        conflict=row.clash is not None,
        selected=selected,
    )
    if outside:
        painter.setOpacity(_OUTSIDE_OPACITY)
    paint_block_ground(painter, box, look)
    left = box.left() + 7
    sign, sign_tone = block_sign(look)
    if sign:
        place = QRectF(left, box.center().y() - _SIGN / 2, _SIGN, _SIGN)
        draw_tinted_icon(painter, place, sign, sign_tone)
        left += _SIGN + 3
    room = QRectF(left, box.top(), max(0.0, box.right() - left - 3), box.height())
    left += draw_words(painter, room, look.time, "time", "text2") + 4
    room = QRectF(left, box.top(), max(0.0, box.right() - left - 3), box.height())
    struck = state == "cancelled"
    draw_words(
        painter, room, look.title, "event_title", "text2" if struck else "text", struck=struck
    )
    if outside:
        painter.setOpacity(1.0)


def paint_more(painter: QPainter, box: QRectF, count: int, *, clashes: bool, chosen: bool) -> None:
    """ "3 more", with the sign of a clash when one of them clashes."""
    theme = current_theme()
    if chosen:
        draw_frame(painter, box, theme.radius.chip, fill=theme.colour("lip"))
        draw_focus_ring(painter, box, theme.radius.chip)
    left = box.left() + 7
    words = ngettext("{count} more", "{count} more", count).format(count=count)
    room = QRectF(left, box.top(), box.right() - left - 2, box.height())
    left += draw_words(painter, room, f"+{words}", "event_title", "accent") + 5
    if clashes:
        place = QRectF(left, box.center().y() - _SIGN / 2, _SIGN, _SIGN)
        draw_tinted_icon(painter, place, "warning-fill", "bad")
