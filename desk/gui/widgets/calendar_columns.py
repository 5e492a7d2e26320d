"""Days side by side over hours: the geometry of the week and the day, and its grid."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desk.gui.theme.application import current_theme
from desk.gui.widgets.painting import CENTRE, draw_frame, draw_words
from desk.locale import current_language
from desk.locale.formats import clock_time, weekday_names

HEAD = 50.0
"""The height of the names of the days."""
_MINUTES = 24 * 60
_FIRST_HOUR_HIDDEN = 9
_SATURDAY = 5


@dataclass(frozen=True)
class Columns:
    """`left` and `top` are frozen; `width` is what the days share; `hour` the height of one."""

    first: date
    days: int
    today: date
    left: float = 52
    top: float = HEAD
    width: float = 700
    hour: float = 48
    now: datetime | None = None
    zones: tuple[str, ...] = ()
    """What stands above the columns of hours: "WITA", "Astana"."""
    hours: tuple[tuple[str, ...], ...] = ((),) * 24
    """The words at each hour, for each zone."""
    notes: Mapping[date, str] = field(default_factory=dict[date, str])
    """Holidays and other special days by their names."""

    @property
    def ground(self) -> tuple[object, ...]:
        """All that decides where an event stands."""
        return self.first, self.days, self.left, self.top, self.width, self.hour

    @property
    def column(self) -> float:
        """The width of one day."""
        return self.width / self.days

    @property
    def height(self) -> float:
        """The height of a day."""
        return self.hour * 24

    def day_at(self, x: float) -> int:
        """The number of the day at a place of the content; beside them the nearest."""
        return max(0, min(self.days - 1, int(x // self.column))) if self.column > 0 else 0

    def moment_at(self, at: QPointF) -> datetime:
        """The wall time at a place of the content."""
        minutes = max(0.0, min(float(_MINUTES), at.y() / self.hour * 60))
        midnight = datetime.combine(
            self.first + timedelta(days=self.day_at(at.x())), datetime.min.time()
        )
        return midnight + timedelta(minutes=minutes)

    def box(
        self, day: int, begins: float, ends: float, left: float = 0, right: float = 1
    ) -> QRectF:
        """Where minutes of a day stand in the content; `left` and `right` are parts of the column.

        A gap of 2 px stays between neighbours, and of 5 at the right for a click on the ground.
        """
        room = self.column - 7
        x = day * self.column + 2 + left * room + (2 if left else 0)
        until = day * self.column + 2 + right * room - (0 if right == 1 else 1)
        y = begins / 60 * self.hour
        height = max(4.0, (ends - begins) / 60 * self.hour - 1)
        return QRectF(x, y + 0.5, max(6.0, until - x), height)

    def band(self, first: int, last: int, lane: int, lane_height: float) -> QRectF:
        """Where a band over days stands: x of the content, y of the viewport."""
        x = first * self.column + 2
        return QRectF(
            x, HEAD + 4 + lane * lane_height, (last + 1) * self.column - 5 - x, lane_height - 4
        )


def paint_columns(painter: QPainter, shown: Columns, area: QRectF, across: float) -> None:
    """The ground of the days: weekends, hours and half hours; `area` in the content's y."""
    theme = current_theme()
    painter.fillRect(area, theme.colour("surface"))
    for day in range(shown.days):
        if _is_weekend(shown, day):
            left = across + day * shown.column
            column = QRectF(left, area.top(), shown.column, area.height())
            painter.fillRect(column, theme.colour("window"))
    line = theme.colour("line")
    half = QColor(line)
    half.setAlphaF(theme.opacity.half_hour_line)
    first, last = int(area.top() // shown.hour), int(area.bottom() // shown.hour) + 1
    right = across + shown.width
    for hour in range(max(0, first), min(24, last) + 1):
        y = round(hour * shown.hour)
        painter.fillRect(QRectF(across, y, right - across, 1), line)
        if hour < 24:
            y = round((hour + 0.5) * shown.hour)
            painter.fillRect(QRectF(across, y, right - across, 1), half)
    for day in range(shown.days + 1):
        painter.fillRect(QRectF(across + day * shown.column, area.top(), 1, area.height()), line)


def _is_weekend(shown: Columns, day: int) -> bool:
    on = shown.first + timedelta(days=day)
    return on.weekday() >= _SATURDAY


def paint_hours(painter: QPainter, shown: Columns, scrolled: float, room: QRectF) -> None:
    """The hours at the left, in each zone; `room` is the frozen column in the viewport."""
    theme = current_theme()
    painter.save()
    painter.setClipRect(room)
    painter.fillRect(room, theme.colour("surface"))
    now = _minutes_now(shown)
    zone_width = shown.left / max(1, len(shown.zones))
    for hour in range(24):
        y = shown.top + hour * shown.hour - scrolled
        if y < room.top() + _FIRST_HOUR_HIDDEN or y > room.bottom() + 8:
            continue
        for number, words in enumerate(shown.hours[hour]):
            hidden = number == 0 and now is not None and abs(hour * 60 - now) * shown.hour < 60 * 15
            if hidden:
                continue
            line = QRectF(number * zone_width, y - 8, zone_width - 6, 16)
            role, tone = ("label", "text") if number == 0 else ("note", "text2")
            draw_words(painter, line, words, role, tone, CENTRE)
    if now is not None:
        y = shown.top + now / 60 * shown.hour - scrolled
        badge = QRectF(5, y - 9, zone_width - 10, 18)
        draw_frame(painter, badge, theme.radius.chip, fill=theme.colour("now"))
        assert shown.now is not None
        words = clock_time(shown.now, current_language())
        draw_words(painter, badge, words, "chip", theme.colour("surface"), CENTRE)
    painter.restore()


def paint_now_line(painter: QPainter, shown: Columns, scrolled: float) -> None:
    """A thin line over all days, a thick one with a dot in today's."""
    now = _minutes_now(shown)
    if now is None:
        return
    theme = current_theme()
    y = round(shown.top + now / 60 * shown.hour - scrolled)
    colour = theme.colour("now")
    faint = QColor(colour)
    faint.setAlphaF(theme.opacity.now_line_other_days)
    painter.fillRect(QRectF(shown.left, y, shown.width, 1), faint)
    x = shown.left + (shown.today - shown.first).days * shown.column
    painter.fillRect(QRectF(x, y - 0.5, shown.column, 2), colour)
    painter.save()
    painter.setPen(colour)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(x, y + 0.5), 3.5, 3.5)
    painter.restore()


def now_band(shown: Columns, scrolled: float) -> QRectF | None:
    """What has to be painted again when another minute begins."""
    now = _minutes_now(shown)
    if now is None:
        return None
    y = shown.top + now / 60 * shown.hour - scrolled
    return QRectF(0, y - shown.hour, shown.left + shown.width + 8, 2 * shown.hour)


def _minutes_now(shown: Columns) -> float | None:
    """The minutes of today, when today is among the days."""
    now = shown.now
    if now is None or not 0 <= (now.date() - shown.first).days < shown.days:
        return None
    return now.hour * 60 + now.minute


def paint_head(painter: QPainter, shown: Columns, width: float) -> None:
    """Names and numbers of the days with the strip's ground below; today stands out."""
    theme = current_theme()
    language = current_language()
    whole = QRectF(0, 0, width, shown.top)
    painter.fillRect(whole, theme.colour("surface"))
    names = weekday_names(language, "abbreviated" if shown.column < 200 else "wide")
    line = theme.colour("line")
    for number in range(shown.days):
        day = shown.first + timedelta(days=number)
        left = shown.left + number * shown.column
        if _is_weekend(shown, number):
            ground = QRectF(left, 0, shown.column, shown.top)
            painter.fillRect(ground, theme.colour("window"))
        painter.fillRect(QRectF(left, HEAD - 8, 1, shown.top - HEAD + 8), line)
        _paint_day(painter, QRectF(left, 0, shown.column, HEAD), day, names, shown)
    painter.fillRect(QRectF(shown.left, 0, 1, shown.top), line)
    painter.fillRect(QRectF(0, HEAD, width, 1), line)
    painter.fillRect(QRectF(0, shown.top - 1, width, 1), line)


def _paint_day(
    painter: QPainter, box: QRectF, day: date, names: tuple[str, ...], shown: Columns
) -> None:
    theme = current_theme()
    is_today = day == shown.today
    note = shown.notes.get(day, "")
    name = QRectF(box.left() + 4, box.top() + 5, box.width() - 8, 16)
    words = names[day.weekday()]
    tone = "accent" if is_today else "bad" if note else "text2"
    if note:
        words = f"{words} · {note}"
    draw_words(painter, name, words, "label", tone, CENTRE)
    number = QRectF(box.center().x() - 16, box.top() + 22, 32, 22)
    if is_today:
        draw_frame(painter, number, theme.radius.control, fill=theme.colour("accent"))
    draw_words(painter, number, str(day.day), "figure", "on_accent" if is_today else "text", CENTRE)
