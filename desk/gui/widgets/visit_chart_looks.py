"""How the chart of visits looks: its axis, a visit's name, its bar."""

from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desk.gui.models.choice_words import status_mark
from desk.gui.models.overview_layout import Axis, Bar, Stretch
from desk.gui.theme.application import current_theme
from desk.gui.widgets.calendar_looks import visit_state
from desk.gui.widgets.event_block import EventLook, paint_block_ground
from desk.gui.widgets.painting import (
    CENTRE,
    MIDDLE_LEFT,
    MIDDLE_RIGHT,
    draw_frame,
    draw_tinted_icon,
    draw_words,
)
from desk.locale import _, current_language
from desk.locale.formats import day_month, month_and_year, month_names, short_date_range
from desk.model.choices import Status
from desk.model.rows.overview import OverviewRow

BAR_HEIGHT = 24.0
LINE = 22.0
"""The height of one of the three lines of the axis: months, weeks, how many visits."""
AXIS_HEIGHT = 3 * LINE + 1
_PLATE_WIDTH, _PLATE_HEIGHT = 30.0, 22.0
_NARROWEST = 6.0
"""A bar of one day within a year would be hardly seen."""
_SIGN = 13.0
_MANY = 4
"""So many visits in one week stand out."""


def bar_box(bar: Bar, ground: QRectF) -> QRectF:
    """The box of a bar in the ground of its row."""
    left = ground.left() + bar.begin * ground.width()
    width = max(_NARROWEST, (bar.end - bar.begin) * ground.width() - 1)
    return QRectF(left, ground.center().y() - BAR_HEIGHT / 2, width, BAR_HEIGHT)


def paint_axis(
    painter: QPainter,
    box: QRectF,
    axis: Axis,
    weeks: list[Stretch],
    counts: list[int],
    today: date,
) -> None:
    """Months, ISO weeks and how many visits each week has, each a line of its own."""
    theme, language = current_theme(), current_language()
    line = theme.colour("line")
    for month in axis.month_stretches():
        left, right = _ends(month, box)
        wide = month_and_year(month.first, language)
        words = wide
        if theme.advance("row_title", wide) > right - left - 12:
            words = month_names(language, "abbreviated")[month.first.month - 1]
        room = QRectF(left + 8, box.top(), right - left - 10, LINE)
        this_month = month.first <= today <= month.last
        draw_words(painter, room, words, "row_title", "accent" if this_month else "text")
        painter.fillRect(QRectF(left, box.top(), 1, box.height()), line)
    needed = theme.advance("chip", "53")
    each = max(1, -int(-(needed + 4) * axis.days // (7 * box.width())))
    for place, (week, count) in enumerate(zip(weeks, counts, strict=True)):
        left, right = _ends(week, box)
        this_week = week.first <= today <= week.last
        shown = place % each == 0 and (each == 1 or 0 < place < len(weeks) - 1)
        if shown and (week.last - week.first).days >= 2:
            number = str(week.first.isocalendar().week)
            room = QRectF(left - needed, box.top() + LINE, right - left + 2 * needed, LINE)
            role = "chip" if this_week else "initial"
            draw_words(painter, room, number, role, "accent" if this_week else "text3", CENTRE)
        below = QRectF(left + 0.5, box.top() + 2 * LINE + 2, right - left - 1, LINE - 4)
        if count:
            fill = "warn_bg" if count >= _MANY else "sunken"
            draw_frame(painter, below, 2, fill=theme.colour(fill))
            if below.width() >= theme.advance("initial", str(count)) + 1:
                tone = "warn" if count >= _MANY else "text2"
                draw_words(painter, below, str(count), "initial", tone, CENTRE)
        painter.fillRect(QRectF(left, box.top() + LINE, 1, 2 * LINE), line)
    for number in (1, 2, 3):
        painter.fillRect(QRectF(box.left(), box.top() + number * LINE, box.width(), 1), line)


def paint_axis_labels(painter: QPainter, box: QRectF) -> None:
    """What the lines of the axis are, above the names."""
    lines = (_("Month"), _("Week"), _("Visits in a week"))
    for number, words in enumerate(lines):
        room = QRectF(box.left(), box.top() + number * LINE, box.width() - 12, LINE)
        draw_words(painter, room, words, "note", "text2", MIDDLE_RIGHT)
    painter.fillRect(
        QRectF(0, box.top() + 3 * LINE, box.right(), 1), current_theme().colour("line")
    )


def paint_label(painter: QPainter, box: QRectF, row: OverviewRow) -> None:
    """The plate of the country, the title, below it the status in words and who leads."""
    theme = current_theme()
    off = row.status in (Status.CANCELLED, Status.POSTPONED)
    middle = box.center().y()
    if row.country:
        plate = QRectF(box.left(), middle - _PLATE_HEIGHT / 2, _PLATE_WIDTH, _PLATE_HEIGHT)
        draw_frame(painter, plate, theme.radius.chip, fill=theme.colour("nav"))
        draw_words(painter, plate, row.country, "chip", "nav_lip", CENTRE)
    left = box.left() + _PLATE_WIDTH + 12
    room = max(0.0, box.right() - left - 8)
    struck = row.status is Status.CANCELLED
    title = QRectF(left, middle - 17, room, 18)
    draw_words(painter, title, row.title, "row_title", "text2" if off else "text", struck=struck)
    mark = status_mark(row.status)
    sign = QRectF(left, middle + 3, _SIGN, _SIGN)
    draw_tinted_icon(painter, sign, mark.icon, mark.kind)
    words = " · ".join(part for part in (mark.words, row.head or _("head not known yet")) if part)
    second = QRectF(left + _SIGN + 4, middle + 1, max(0.0, room - _SIGN - 4), 16)
    draw_words(painter, second, words, "note", "text2")


def paint_bar(painter: QPainter, box: QRectF, ground: QRectF, row: OverviewRow, bar: Bar) -> None:
    """The bar: firm filled, tentative hatched, cancelled empty and struck, postponed dashed.

    Its days stand in it, or beside it where it is too narrow.
    """
    theme = current_theme()
    if row.status is Status.POSTPONED:
        _paint_postponed(painter, box)
    else:
        look = EventLook("", "", kind="meet", state=visit_state(row.status))
        paint_block_ground(painter, box, look)
        if look.state == "firm":
            # On the lip of the chosen row the fill alone would hardly be seen.
            draw_frame(painter, box, theme.radius.event, edge=theme.colour("ev_meet_b"))
    language = current_language()
    if row.first_day == row.last_day:
        days = day_month(row.first_day, language)
    else:
        days = short_date_range(row.first_day, row.last_day, language).removesuffix(
            f" {row.last_day.year}"
        )
    struck = row.status is Status.CANCELLED
    tone = "text2" if row.status in (Status.CANCELLED, Status.POSTPONED) else "text"
    inside = box.adjusted(8, 0, -4, 0)
    needed = theme.advance("event_title", days)
    if bar.before:
        _paint_arrow(painter, box, forward=False)
        inside.setLeft(inside.left() + 10)
    if bar.after:
        _paint_arrow(painter, box, forward=True)
        inside.setRight(inside.right() - 12)
    align = MIDDLE_LEFT
    if needed > inside.width():
        right = ground.right() - box.right() - 8
        if right >= needed:
            inside = QRectF(box.right() + 6, box.top(), right, box.height())
        else:
            inside = QRectF(ground.left(), box.top(), box.left() - 6 - ground.left(), box.height())
            align = MIDDLE_RIGHT
    draw_words(painter, inside, days, "event_title", tone, align, struck=struck)


def paint_bar_ghost(
    painter: QPainter, box: QRectF, ground: QRectF, words: str, *, clipped: bool
) -> None:
    """Where a visit would go, with its new days beside it."""
    theme = current_theme()
    fill = QColor(theme.colour("lip"))
    fill.setAlphaF(0.92)
    if not clipped:
        draw_frame(
            painter, box, theme.radius.event, fill=fill, edge=theme.colour("accent"), width=1.5
        )
    width = theme.advance("event_title", words) + 16
    left = box.right() + 4
    if left + width > ground.right():
        left = max(ground.left(), box.left() - 4 - width)
    plate = QRectF(left, box.top(), width, box.height())
    draw_frame(painter, plate, theme.radius.chip, fill=theme.colour("nav"))
    draw_words(painter, plate, words, "event_title", "nav_text", CENTRE)


def _paint_postponed(painter: QPainter, box: QRectF) -> None:
    theme = current_theme()
    draw_frame(
        painter,
        box,
        theme.radius.event,
        fill=theme.colour("surface"),
        edge=theme.colour("edge"),
        width=1.5,
        dashes=(2.0, 3.0),
    )


def _paint_arrow(painter: QPainter, box: QRectF, *, forward: bool) -> None:
    left = box.right() - 14 if forward else box.left() + 4
    place = QRectF(left, box.center().y() - 6, 12, 12)
    draw_tinted_icon(painter, place, "caret-right" if forward else "caret-left", "text2")


def _ends(stretch: Stretch, box: QRectF) -> tuple[float, float]:
    """Where a stretch begins and ends, on whole pixels: hair lines stay sharp."""
    return (
        float(round(box.left() + stretch.begin * box.width())),
        float(round(box.left() + stretch.end * box.width())),
    )
