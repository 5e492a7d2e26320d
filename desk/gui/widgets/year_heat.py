"""A year as a field of small squares: a column for each week, a row for each weekday."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.painting import MIDDLE_LEFT, draw_frame, draw_words, painting
from desk.locale import _, current_language
from desk.locale.formats import month_names, weekday_names

_GAP = 2
_LEFT, _TOP, _BOTTOM = 28, 18, 26
_WEEKS = 54
_LEVELS = 4


@dataclass(frozen=True)
class Square:
    """One day: how full it was (0 to 1), whether it is closed, and its sentence."""

    day: date
    full: float
    closed: bool
    words: str


class YearHeat(QWidget):
    """Paints the days of a year by how full they are; a tool tip tells each in words.

    A picture of what stands beside it in numbers, so it takes no keyboard; `summary` is what a
    screen reader says.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._squares: Sequence[Square] = ()
        self._today: date | None = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_year(self, squares: Sequence[Square], summary: str, today: date | None = None) -> None:
        """Show the days of a year from 1 January on."""
        self._squares = squares
        self._today = today
        self.setAccessibleDescription(summary)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LEFT + _WEEKS * 10, _TOP + 7 * 10 + _BOTTOM)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEFT + _WEEKS * 6, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(_TOP + 7 * self._pitch(width) + _BOTTOM)

    def box_of(self, day: date) -> QRectF:
        """Where a day stands."""
        pitch = self._pitch(self.width())
        first = date(day.year, 1, 1)
        monday = first - timedelta(days=first.weekday())
        week = (day - monday).days // 7
        side = pitch - _GAP
        return QRectF(_LEFT + week * pitch, _TOP + day.weekday() * pitch, side, side)

    def square_at(self, at: QPointF) -> Square | None:
        """The day at a place."""
        return next((each for each in self._squares if self.box_of(each.day).contains(at)), None)

    @staticmethod
    def _pitch(width: int) -> float:
        return max(6.0, min(14.0, (width - _LEFT) / _WEEKS))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            square = self.square_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), square.words if square else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            language = current_language()
            if not self._squares:
                return
            year = self._squares[0].day.year
            for month, name in enumerate(month_names(language, "abbreviated"), start=1):
                left = self.box_of(date(year, month, 7)).left()
                draw_words(painter, QRectF(left, 0, 40, 14), name, "second_line", "text2")
            days = weekday_names(language, "abbreviated")
            for weekday in (0, 3, 6):
                middle = _TOP + (weekday + 0.5) * self._pitch(self.width()) - _GAP / 2
                place = QRectF(0, middle - 7, _LEFT - 4, 14)
                draw_words(painter, place, days[weekday], "second_line", "text2")
            fills = [_level(level) for level in range(_LEVELS + 1)]
            for square in self._squares:
                box = self.box_of(square.day)
                if square.closed and not square.full:
                    # Closed is a line, not a tone: a day without use is an empty square.
                    middle = QRectF(box.left(), box.center().y() - 0.5, box.width(), 1)
                    painter.fillRect(middle, theme.colour("mute_line"))
                else:
                    painter.fillRect(box, fills[level_of(square.full)])
                if square.day == self._today:
                    ring = box.adjusted(-1.5, -1.5, 1.5, 1.5)
                    draw_frame(painter, ring, 2, edge=theme.colour("text"), width=1.5)
            self._paint_legend(painter, fills)

    def _paint_legend(self, painter: QPainter, fills: Sequence[QColor]) -> None:
        side, top = 10.0, self.height() - 14.0
        left = float(_LEFT)
        for place, (words, fill) in enumerate(
            [(_("free"), fills[0]), *((("", fill)) for fill in fills[1:-1]), (_("full"), fills[-1])]
        ):
            painter.fillRect(QRectF(left, top, side, side), fill)
            left += side + 2
            if words:
                width = current_theme().advance("second_line", words)
                box = QRectF(left + 2, top - 2, width + 2, 14)
                draw_words(painter, box, words, "second_line", "text2", MIDDLE_LEFT)
                left += width + (10 if place == 0 else 16)
        line = QRectF(left, top + side / 2, side, 1)
        painter.fillRect(line, current_theme().colour("mute_line"))
        words = QRectF(left + side + 4, top - 2, 160, 14)
        draw_words(painter, words, _("closed"), "second_line", "text2", MIDDLE_LEFT)


def level_of(full: float) -> int:
    """Which of the five tones a day has: 0 is unused, 4 more than three quarters."""
    if full <= 0:
        return 0
    return min(_LEVELS, 1 + int(full * _LEVELS))


def _level(level: int) -> QColor:
    """From the ground of the surface to the accent."""
    theme = current_theme()
    if level == 0:
        return theme.colour("sunken")
    ground, accent = theme.colour("sunken"), theme.colour("accent")
    part = (0.0, 0.3, 0.52, 0.76, 1.0)[level]
    return QColor(
        *(
            round(low + (high - low) * part)
            for low, high in (
                (ground.red(), accent.red()),
                (ground.green(), accent.green()),
                (ground.blue(), accent.blue()),
            )
        )
    )
