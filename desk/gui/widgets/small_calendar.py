"""One month in small: for the navigation and below date fields."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk.gui.models.month_layout import month_later
from desk.gui.theme.application import current_theme
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.label import Label
from desk.gui.widgets.painting import CENTRE, draw_focus_ring, draw_frame, draw_words, guarded_paint
from desk.locale import _, current_language, formats

CELL = 23
_WEEK_COLUMN = 22
_ROW = 28
_WEEKS = 6


class _MonthModel(QAbstractTableModel):
    """Row 0 holds the weekdays' initials, then six weeks; column 0 the ISO week numbers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.first = date(2000, 1, 1)
        self.today: date | None = None
        self.marked: frozenset[date] = frozenset()
        self.tips: dict[date, str] = {}
        self.visits: frozenset[date] = frozenset()
        self.clashes: frozenset[date] = frozenset()
        self.special: frozenset[date] = frozenset()

    @property
    def start(self) -> date:
        """The Monday of the first row."""
        return self.first - timedelta(days=self.first.weekday())

    def show_month(self, first: date) -> None:
        self.beginResetModel()
        self.first = first
        self.endResetModel()

    def tell_changes(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(_WEEKS, 7))

    def day_at(self, index: QModelIndex | QPersistentModelIndex) -> date | None:
        if not index.isValid() or index.row() == 0 or index.column() == 0:
            return None
        return self.start + timedelta(days=(index.row() - 1) * 7 + index.column() - 1)

    def index_of(self, day: date) -> QModelIndex:
        days = (day - self.start).days
        if not 0 <= days < _WEEKS * 7:
            return QModelIndex()
        return self.index(days // 7 + 1, days % 7 + 1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else _WEEKS + 1

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 8

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if self.day_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        language = current_language()
        day = self.day_at(index)
        if day is None:
            if role != Qt.ItemDataRole.DisplayRole:
                return None
            if index.row() == 0:
                names = formats.weekday_names(language, "short")
                return names[index.column() - 1] if index.column() else ""
            monday = self.start + timedelta(days=(index.row() - 1) * 7)
            return str(monday.isocalendar().week)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = formats.weekday_date(day, language)
            return f"{words}, {self.tips[day]}" if self.tips.get(day) else words
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tips.get(day)
        return None


class _DayDelegate(QStyledItemDelegate):
    """Paints a day: today framed, the chosen one filled; each kind of mark has its own shape.

    A dot below for events, a bar below for visits, a triangle above for a clash, and the number
    underlined on a holiday.
    """

    def __init__(self, grid: "DayGrid", on_navigation: bool) -> None:
        super().__init__(grid)
        self._grid = grid
        self._on_navigation = on_navigation

    @guarded_paint
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current_theme()
        nav = self._on_navigation
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        model = self._grid.month
        day = model.day_at(index)
        faint = "nav_text2" if nav else "text3"
        plain = "nav_text" if nav else "text"
        if day is None:
            words = str(index.data() or "")
            draw_words(painter, box, words, "initial", faint, CENTRE)
            return
        chosen = self._grid.chosen
        row_fill = theme.colour("nav_sel" if nav else "hover")
        if chosen is not None and chosen.isocalendar()[:2] == day.isocalendar()[:2]:
            strip = box.adjusted(0, 1, 0, -1)
            self._paint_strip(painter, strip, index.column(), row_fill)
        place = QRectF(box.center().x() - 10.5, box.center().y() - 10.5, 21, 21)
        lip = "nav_lip" if nav else "accent"
        on_lip = theme.colour("nav" if nav else "on_accent")
        colour = theme.colour(plain if day.month == model.first.month else faint)
        if day == chosen:
            draw_frame(painter, place, theme.radius.chip, fill=theme.colour(lip))
            colour = on_lip
        elif day == model.today:
            draw_frame(painter, place, theme.radius.chip, edge=theme.colour(lip), width=1.5)
        below = day in model.marked or day in model.visits
        words = box.adjusted(0, 0, 0, -3) if below else box
        role = "chip" if day in (chosen, model.today) else "time"
        width = draw_words(painter, words, str(day.day), role, colour, CENTRE)
        self._paint_marks(painter, box, words.center().y() + 6, width, day, colour)
        if self._grid.shows_focus and index == self._grid.currentIndex():
            ring = theme.colour("nav_text" if nav else "focus")
            draw_focus_ring(painter, place.adjusted(-1, -1, 1, 1), 5, ring)

    def _paint_marks(
        self, painter: QPainter, box: QRectF, under: float, width: float, day: date, colour: QColor
    ) -> None:
        """The marks of a day; `under` is the foot of its number, `width` how wide that is."""
        model = self._grid.month
        middle, foot = box.center().x(), box.center().y() + 5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if day in model.visits:
            painter.drawRoundedRect(QRectF(middle - 6, foot + 0.5, 12, 2), 1, 1)
        elif day in model.marked:
            painter.drawEllipse(QRectF(middle - 1.5, foot, 3, 3))
        if day in model.special:
            painter.fillRect(QRectF(middle - width / 2, under - 1, width, 1), colour)
        if day in model.clashes:
            left, top = box.center().x() + 4.5, box.center().y() - 9.5
            painter.drawPolygon(
                [QPointF(left + 2.5, top), QPointF(left + 5, top + 5), QPointF(left, top + 5)]
            )

    def _paint_strip(self, painter: QPainter, box: QRectF, column: int, fill: Any) -> None:
        """The week of the chosen day, rounded at its two ends."""
        radius = current_theme().radius.chip
        painter.save()
        painter.setClipRect(box)
        left = 0 if column == 1 else -8
        right = 0 if column == 7 else 8
        draw_frame(painter, box.adjusted(left, 0, right, 0), radius, fill=fill)
        painter.restore()


class DayGrid(KeyboardFocus, QTableView):
    """The days; arrows move, Enter chooses, Page keys change the month."""

    def __init__(self, month: _MonthModel, on_navigation: bool) -> None:
        super().__init__()
        self.month = month
        self.chosen: date | None = None
        self.setModel(month)
        self.setItemDelegate(_DayDelegate(self, on_navigation))
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.horizontalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setDefaultSectionSize(CELL)
        self.setColumnWidth(0, _WEEK_COLUMN)
        self.setRowHeight(0, 22)
        self.setFixedSize(QSize(_WEEK_COLUMN + 7 * CELL, 22 + _WEEKS * _ROW))


class SmallCalendar(QWidget):
    """A month with week numbers, marks below days that have something, today and the chosen day.

    `day_chosen` carries a `date`; `month_shown` the first of the month, so that the page can
    give marks for it. `on_navigation` is the dark look.
    """

    day_chosen = Signal(object)
    month_shown = Signal(object)

    def __init__(
        self,
        today: date,
        *,
        on_navigation: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._month = _MonthModel(self)
        self._month.today = today
        self._month.first = today.replace(day=1)
        tone = "nav_text" if on_navigation else "text"
        self._title = Label("", "event_title", tone)
        self._before = IconButton("caret-left", "", dense=True, on_navigation=on_navigation)
        self._after = IconButton("caret-right", "", dense=True, on_navigation=on_navigation)
        self._grid = DayGrid(self._month, on_navigation)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._before)
        head.addWidget(self._after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._grid)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._grid.installEventFilter(self)
        self._before.clicked.connect(self._on_before_clicked)
        self._after.clicked.connect(self._on_after_clicked)
        self._grid.clicked.connect(self._on_grid_clicked)
        self.retranslate()

    @property
    def month(self) -> date:
        """The first of the month shown."""
        return self._month.first

    @property
    def selected(self) -> date | None:
        """The chosen day."""
        return self._grid.chosen

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._title.setText(formats.month_and_year(self._month.first, current_language()))
        self._before.set_name(_("Previous month"))
        self._after.set_name(_("Next month"))
        self._grid.setAccessibleName(_("Days of the month"))
        self.setAccessibleName(_("Small calendar"))
        self._month.tell_changes()

    def set_today(self, today: date) -> None:
        """Another day is today now."""
        self._month.today = today
        self._month.tell_changes()

    def set_selected(self, day: date) -> None:
        """Choose a day without the signal and show its month."""
        self._grid.chosen = day
        self.show_month(day)
        self._stand_on(day)

    def set_marks(
        self,
        days: Iterable[date],
        tips: dict[date, str] | None = None,
        *,
        visits: Iterable[date] = (),
        clashes: Iterable[date] = (),
        special: Iterable[date] = (),
    ) -> None:
        """Dots below these days; `tips` says what they have, on screen and aloud.

        A bar in place of the dot on days of `visits`, a triangle where something clashes, a line
        below the number of days that are `special`: holidays and the like.
        """
        self._month.marked = frozenset(days)
        self._month.visits = frozenset(visits)
        self._month.clashes = frozenset(clashes)
        self._month.special = frozenset(special)
        self._month.tips = dict(tips or {})
        self._month.tell_changes()

    def show_month(self, day: date) -> None:
        """Show the month of a day."""
        first = day.replace(day=1)
        if first != self._month.first:
            self._month.show_month(first)
            self.retranslate()
            self.month_shown.emit(first)
        self._grid.viewport().update()

    def focus_days(self) -> None:
        """Put the keyboard on the days."""
        self._grid.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._grid.currentIndex().isValid():
            self._stand_on(self._grid.chosen or self._month.first)

    def _stand_on(self, day: date) -> None:
        index = self._month.index_of(day)
        flag = QItemSelectionModel.SelectionFlag.NoUpdate
        self._grid.selectionModel().setCurrentIndex(index, flag)

    def _go(self, day: date) -> None:
        if self._month.index_of(day).isValid() and day.month == self._month.first.month:
            self._stand_on(day)
            return
        self.show_month(day)
        self._stand_on(day)

    def _choose(self, day: date) -> None:
        self.set_selected(day)
        self.day_chosen.emit(day)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if watched is self._grid:
            if event.type() == event.Type.KeyPress:
                return self._take_key(event)
            if event.type() == event.Type.FocusIn and not self._grid.currentIndex().isValid():
                self._stand_on(self._grid.chosen or self._month.today or self._month.first)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        day = self._month.day_at(self._grid.currentIndex())
        if day is None:
            return False
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(day)
            return True
        try:
            if key in steps:
                target = day + timedelta(days=steps[key])
            elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                target = month_later(day, -1 if key == Qt.Key.Key_PageUp else 1)
            else:
                return False
        except (OverflowError, ValueError):
            return True
        self._grid.show_focus()
        self._go(target)
        return True

    def _on_before_clicked(self) -> None:
        self.show_month(month_later(self._month.first, -1))

    def _on_after_clicked(self) -> None:
        self.show_month(month_later(self._month.first, 1))

    def _on_grid_clicked(self, index: QModelIndex) -> None:
        day = self._month.day_at(index)
        if day is not None:
            self._choose(day)
