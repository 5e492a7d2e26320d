"""The month of the calendar."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QRect
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.calendar_rows import AnyRow, BandRow, CalendarRow
from desk.gui.models.month_layout import month_later, weeks_of
from desk.gui.pages.calendar_day_popup import DayPopup
from desk.gui.pages.calendar_part import CalendarPart
from desk.gui.pages.calendar_reader import PeriodReader
from desk.gui.pages.calendar_rehearsals import Rehearsals
from desk.gui.widgets.month_grid import MonthGrid
from desk.gui.widgets.month_plane import LaidOut
from desk.locale import current_language
from desk.locale.formats import month_and_year

_A_WEEK = 7
_LAST_DAY = date(date.max.year, 11, 30)


class MonthView(CalendarPart):
    """A month from Monday to Sunday, in as many weeks as it touches.

    Dragging moves the day and keeps the hours; the number of a day opens it, that of a week the
    week; "3 more" lists a day.
    """

    name = "month"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.weeks = weeks_of(self.day)
        self.reader = PeriodReader(context, self)
        self.grid = MonthGrid(context.desk.today())
        self._rehearsal: MonthGrid | None = None
        self._rehearsed = Rehearsals[LaidOut]()
        self.use_view(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.reader.judged.connect(self._on_reader_judged)
        self.grid.drag.changed.connect(self._on_drag_changed)
        self.grid.day_stood.connect(self._on_grid_day_stood)
        self.grid.week_asked.connect(self._on_grid_week_asked)
        self.grid.more_asked.connect(self._on_grid_more_asked)

    def period(self) -> tuple[date, date]:
        return self.weeks.first, self.weeks.last

    def title(self) -> str:
        return month_and_year(self.weeks.month, current_language())

    def show_period(self, day: date) -> None:
        if day > _LAST_DAY:
            # The last weeks of the calendar reach beyond its end: nobody plans there.
            return
        self.day, self.weeks = day, weeks_of(day)
        # Which events clash takes as long as the events themselves; a filter has to know.
        self._show(judged=self.filter.which == "clashes")
        if self.grid.current_day() != day:
            self.grid.select_day(day)
        self._read_ahead()
        self.title_changed.emit()

    def step(self, by: int) -> None:
        """A month later or earlier, on the same day of it."""
        try:
            day = month_later(self.grid.current_day() or self.day, by)
        except ValueError:
            return
        if day.replace(day=1) == self.weeks.month:
            # The day stood on was one of the month before or after.
            day = month_later(self.weeks.month, by)
        self.show_period(day)

    def refresh(self) -> None:
        self.reader.forget()
        self._show(judged=True)

    def _show(self, *, judged: bool) -> None:
        contents = self.reader.read(self.period(), judged=judged)
        self.all_rows = list(contents.rows)
        shown = self._kept(contents)
        self.shown_rows = [row for row in shown if isinstance(row, CalendarRow)]
        self.grid.show_month(
            shown,
            self.weeks,
            self.context.desk.today(),
            contents.notes,
            self._rehearsed.of(self.weeks.first, contents, self.filter),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_ahead()

    def _read_ahead(self) -> None:
        neighbours: list[tuple[date, date]] = []
        for by in (1, -1):
            try:
                weeks = weeks_of(month_later(self.weeks.month, by))
                neighbours.append((weeks.first, weeks.last))
            except (OverflowError, ValueError):
                # The calendar ends there.
                continue
        self.reader.read_ahead(self.period(), neighbours)

    def on_minute(self, now: datetime) -> None:
        if now.date() != self.grid.today:
            self.refresh()

    def chosen(self) -> AnyRow | None:
        row = self.grid.current_item()
        return row if isinstance(row, CalendarRow | BandRow) else None

    def draft_day(self) -> date:
        return self.grid.current_day() or super().draft_day()

    def _on_reader_judged(self, days: tuple[date, date]) -> None:
        if days == self.period():
            self._show(judged=True)
            self.title_changed.emit()
            return
        if self._rehearsal is None:
            self._rehearsal = MonthGrid(days[0], self)
        contents = self.reader.read(days, judged=True)
        # The weeks begin with the last days of the month before.
        weeks = weeks_of(days[0] + timedelta(days=_A_WEEK))
        laid_out = self._rehearsal.rehearse(self.grid, self._kept(contents), weeks, contents.notes)
        self._rehearsed.keep(days[0], contents, self.filter, laid_out)

    def _on_drag_changed(self) -> None:
        self.reader.is_held = self.grid.drag.is_dragging

    def _on_grid_day_stood(self, day: date) -> None:
        # Other views are then shown around this day.
        self.day = day

    def _on_grid_week_asked(self, monday: date) -> None:
        self.grid.select_day(monday)
        self.command_asked.emit("view_week")

    def _on_grid_more_asked(self, day: date) -> None:
        rows = [
            row
            for row in self.grid.rows.rows()
            if isinstance(row, CalendarRow | BandRow) and row.first_day <= day <= row.last_day
        ]
        popup = DayPopup(day, rows, self.grid)
        popup.row_activated.connect(self._on_popup_row_activated)
        popup.day_asked.connect(self.day_asked)
        place = self.weeks.place_of(day)
        if place is None:
            return
        cell = self.grid.to_viewport(self.grid.cell(*place)).toAlignedRect()
        viewport = self.grid.viewport()
        at = QRect(viewport.mapToGlobal(cell.topLeft()), cell.size())
        window = self.window()
        popup.open_at(at, QRect(window.mapToGlobal(window.rect().topLeft()), window.size()))

    def _on_popup_row_activated(self, row: AnyRow) -> None:
        self.grid.select_key(row.id)
        self.grid.setFocus()
        self.row_activated.emit(row)
