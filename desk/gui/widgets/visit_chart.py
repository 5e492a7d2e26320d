"""Visits as bars over some months: a list whose rows share one axis."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desk.gui.models.choice_words import status_mark
from desk.gui.models.overview_layout import Axis, Bar, Stretch, axis_around, beside, visits_by_week
from desk.gui.models.rows import CELL_ROLE
from desk.gui.theme.application import current_theme
from desk.gui.widgets.calendar_hands import letter_command
from desk.gui.widgets.painting import painting
from desk.gui.widgets.row_list import RowDelegate, RowList
from desk.gui.widgets.visit_chart_looks import (
    AXIS_HEIGHT,
    bar_box,
    paint_axis,
    paint_axis_labels,
    paint_bar,
    paint_bar_ghost,
    paint_label,
)
from desk.locale import _, current_language, ngettext
from desk.locale.countries import country_name
from desk.locale.formats import date_range, short_date_range
from desk.model.rows.overview import OverviewRow

ROW_HEIGHT = 46
MONTHS = (3, 6, 12)
_WIDEST_LABEL = 320.0
_INSET = 16
_STARTS_AFTER = 4
"""How far the mouse goes before a press is a drag, in logical pixels."""
_A_DAY = timedelta(days=1)
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_EITHER = QModelIndex | QPersistentModelIndex


class VisitBarDelegate(RowDelegate):
    """A visit's name at the left, its bar on the ground at the right."""

    def __init__(self) -> None:
        super().__init__(inset=_INSET)
        self.axis: Axis = axis_around(date(2000, 1, 1), MONTHS[1])
        self.today = date(2000, 1, 1)
        self.weeks: list[Stretch] = []
        self.held: int | None = None
        """The visit that is being dragged: its bar fades meanwhile."""
        self.chosen: OverviewRow | None = None
        """The visit stood on: its days are shaded in every row, so that one sees who else comes."""

    def label_width(self, width: float) -> float:
        """How much of a row the names take."""
        return min(_WIDEST_LABEL, max(220.0, width * 0.28))

    def ground(self, row: QRectF) -> QRectF:
        """The part of a row that the axis covers."""
        return row.adjusted(self.label_width(row.width()), 0, -8, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: _EITHER) -> QSize:
        return QSize(320, ROW_HEIGHT)

    def paint_row(
        self, painter: QPainter, box: QRectF, index: _EITHER, state: QStyle.StateFlag
    ) -> None:
        row: OverviewRow = index.data(CELL_ROLE)
        theme = current_theme()
        ground = self.ground(box)
        label = QRectF(box.left() + _INSET, box.top(), ground.left() - _INSET, box.height())
        label.setRight(ground.left())
        paint_label(painter, label, row)
        chosen = self.chosen
        days = self.axis.bar(chosen.first_day, chosen.last_day) if chosen is not None else None
        if days is not None:
            shade = bar_box(days, ground)
            painter.setOpacity(0.55)
            painter.fillRect(
                QRectF(shade.left(), box.top(), shade.width(), box.height()), theme.colour("lip")
            )
            painter.setOpacity(1.0)
        line = theme.colour("line")
        for month in self.axis.month_stretches():
            left = round(ground.left() + month.begin * ground.width())
            painter.fillRect(QRectF(left, box.top(), 1, box.height()), line)
        painter.setOpacity(0.45)
        for week in self.weeks:
            left = round(ground.left() + week.begin * ground.width())
            painter.fillRect(QRectF(left, box.top(), 1, box.height()), line)
        painter.setOpacity(1.0)
        if self.axis.first <= self.today <= self.axis.last:
            middle = self.axis.share(self.today) + 0.5 / self.axis.days
            left = round(ground.left() + middle * ground.width())
            painter.fillRect(QRectF(left, box.top(), 2, box.height()), theme.colour("now"))
        bar = self.axis.bar(row.first_day, row.last_day)
        if bar is not None:
            if row.id == self.held:
                painter.setOpacity(0.45)
            paint_bar(painter, bar_box(bar, ground), ground, row, bar)
            painter.setOpacity(1.0)

    def tip_at(self, index: _EITHER, box: QRectF, at: QRectF) -> str:
        row = index.data(CELL_ROLE)
        return visit_sentence(row).replace("; ", "\n").removesuffix(".")

    def bar_of(self, row: OverviewRow, box: QRectF) -> QRectF:
        """The box of a visit's bar within its row; empty when it is not on the axis."""
        bar = self.axis.bar(row.first_day, row.last_day)
        return QRectF() if bar is None else bar_box(bar, self.ground(box))


class AxisHead(QWidget):
    """The months and weeks above the bars; it does not scroll."""

    def __init__(self, chart: "VisitChart") -> None:
        super().__init__(chart)
        self._chart = chart
        self.setAccessibleName(_("Months and weeks"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            chart = self._chart
            painter.fillRect(self.rect(), current_theme().colour("surface"))
            width = float(chart.viewport().width())
            ground = chart.bars.ground(QRectF(0, 0, width, AXIS_HEIGHT))
            paint_axis_labels(painter, QRectF(0, 0, ground.left(), AXIS_HEIGHT))
            weeks, today = chart.bars.weeks, chart.bars.today
            paint_axis(painter, ground, chart.bars.axis, weeks, chart.counts, today)


class VisitChart(RowList):
    """`show_visits(rows, axis, today)`; a bar is dragged sideways by whole days.

    `move_asked(row, days)` after a drag or Alt+Shift+Left and Right; `period_asked(int)`,
    `command_asked(str)` as in `CalendarView`; `zoom_asked(int)`: more months (1) or fewer (-1).
    """

    move_asked = Signal(object, int)
    period_asked = Signal(int)
    command_asked = Signal(str)
    zoom_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.bars = VisitBarDelegate()
        self.counts: list[int] = []
        self._pressed: tuple[QPointF, OverviewRow] | None = None
        self._dragged_days: int | None = None
        super().__init__(_itself, self.bars, words=visit_sentence, name=_("Visits"), parent=parent)
        self.head = AxisHead(self)
        self.row_chosen.connect(self._on_row_chosen)
        self.setViewportMargins(0, int(AXIS_HEIGHT), 0, 0)

    def show_visits(self, rows: Sequence[OverviewRow], axis: Axis, today: date) -> None:
        """Show these visits on an axis; the one stood on stays."""
        self.bars.axis, self.bars.today = axis, today
        self.bars.weeks = axis.week_stretches()
        self.counts = visits_by_week(rows, self.bars.weeks)
        self.show_rows(rows)
        self.bars.chosen = self.current_row()
        self.head.update()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.setGeometry(0, 0, self.width(), int(AXIS_HEIGHT))

    def stand_on_day(self, day: date) -> None:
        """Stand on the first visit that is not over on a day, and show it at the top."""
        rows: list[OverviewRow] = self.rows.rows()
        row = next((row for row in rows if row.last_day >= day), rows[-1] if rows else None)
        if row is not None:
            self.select_key(row.id)
            self.scrollTo(self.currentIndex(), RowList.ScrollHint.PositionAtTop)

    def _on_row_chosen(self, row: OverviewRow | None) -> None:
        self.bars.chosen = row
        self.viewport().update()

    # The mouse

    @property
    def ghost_days(self) -> int | None:
        """By how many days the bar that is dragged would move; None while none is."""
        return self._dragged_days

    def bar_at(self, at: QPointF) -> OverviewRow | None:
        """The visit whose bar is at a place of the viewport."""
        index = self.indexAt(at.toPoint())
        row: OverviewRow | None = self.rows.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        box = self.bars.bar_of(row, QRectF(self.visualRect(index)))
        return row if box.adjusted(-2, 0, 2, 0).contains(at) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self.bar_at(event.position())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (event.position(), row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            shape = Qt.CursorShape.ArrowCursor
            if self.bar_at(at) is not None:
                shape = Qt.CursorShape.SizeHorCursor
            if self.viewport().cursor().shape() != shape:
                self.viewport().setCursor(shape)
            return
        begun, row = self._pressed
        across = at.x() - begun.x()
        if self._dragged_days is None and abs(across) < _STARTS_AFTER:
            return
        days = round(across / self._day_width())
        if days != self._dragged_days:
            self._dragged_days, self.bars.held = days, row.id
            self._paint_row(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, days = self._pressed, self._dragged_days
        self.cancel_drag()
        if pressed is not None and days is not None:
            if days:
                self.move_asked.emit(pressed[1], days)
            return
        super().mouseReleaseEvent(event)

    def cancel_drag(self) -> bool:
        """Let go of a bar without moving it; whether one was held."""
        held = self._pressed
        self._pressed = self._dragged_days = self.bars.held = None
        if held is not None:
            self._paint_row(held[1])
        return held is not None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.cancel_drag()
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() == _CTRL and event.angleDelta().y():
            self.zoom_asked.emit(-1 if event.angleDelta().y() > 0 else 1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _day_width(self) -> float:
        ground = self.bars.ground(QRectF(self.viewport().rect()))
        return ground.width() / self.bars.axis.days

    def _paint_row(self, row: OverviewRow) -> None:
        place = self.rows.place_of(row.id)
        if place >= 0:
            self.viewport().update(self.visualRect(self.rows.index(place, 0)))

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.cancel_drag():
            return
        command = letter_command(event)
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        row: OverviewRow | None = self.current_row()
        if command:
            self.command_asked.emit(command)
        elif held == _ALT and across is not None:
            self.period_asked.emit(across)
        elif held == _ALT | _SHIFT and across is not None:
            if row is not None:
                self.move_asked.emit(row, across)
        elif held == _CTRL and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_asked.emit(1 if key == Qt.Key.Key_Minus else -1)
        elif held == Qt.KeyboardModifier.NoModifier and row is not None and _opens(key):
            self.row_activated.emit(row)
        else:
            super().keyPressEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._pressed is None or self._dragged_days is None:
            return
        row = self._pressed[1]
        place = self.rows.place_of(row.id)
        if place < 0:
            return
        with painting(self.viewport()) as painter:
            ground = self.bars.ground(QRectF(self.visualRect(self.rows.index(place, 0))))
            by = timedelta(days=self._dragged_days)
            first, last = row.first_day + by, row.last_day + by
            bar = self.bars.axis.bar(first, last)
            outside = bar is None
            share = 0.0 if first < self.bars.axis.first else 1.0
            bar = bar or Bar(share, share, before=False, after=False)
            box = bar_box(bar, ground)
            paint_bar_ghost(painter, box, ground, self.ghost_words(), clipped=outside)

    def ghost_words(self) -> str:
        """The new days of what is dragged, and how many other visits there are then."""
        if self._pressed is None or self._dragged_days is None:
            return ""
        row, by = self._pressed[1], timedelta(days=self._dragged_days)
        first, last = row.first_day + by, row.last_day + by
        words = short_date_range(first, last, current_language())
        others = beside(self.rows.rows(), row.id, first, last)
        return f"{words} · {beside_words(others)}" if others else words


def _itself(row: OverviewRow) -> OverviewRow:
    return row


def _opens(key: Qt.Key) -> bool:
    return key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def beside_words(others: int) -> str:
    """How many visits there are at the same time."""
    return ngettext(
        "{count} other visit at the same time", "{count} other visits at the same time", others
    ).format(count=others)


def visit_sentence(row: OverviewRow) -> str:
    """What a screen reader says of a visit."""
    language = current_language()
    parts = [f"{row.title} ({row.reference})"]
    if row.country:
        parts.append(country_name(row.country, language))
    parts += [date_range(row.first_day, row.last_day, language), status_mark(row.status).words]
    if row.status_reason:
        parts.append(row.status_reason)
    parts.append(
        _("head of delegation: {name}").format(name=row.head)
        if row.head
        else _("head not known yet")
    )
    if row.beside:
        parts.append(beside_words(row.beside))
    return "; ".join(parts) + "."
