"""The cards of a place's page: its week, its year, what is to come."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.gui.models.rows import RowModel
from desk.gui.pages.place_words import (
    PlaceLine,
    hours_words,
    line_look,
    line_sentence,
    month_columns,
    share_words,
    week_lines,
    year_sentence,
    year_squares,
)
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Card
from desk.gui.widgets.cells import TextCell
from desk.gui.widgets.figure import Figure
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.label import Label
from desk.gui.widgets.row_list import NoteRowDelegate, RowList
from desk.gui.widgets.table import Table
from desk.gui.widgets.year_heat import YearHeat
from desk.locale import _, current_language, ngettext
from desk.locale.formats import short_date_range
from desk.model.rows.events import EventRow
from desk.model.rows.places import ClosedRow, MonthUse, YearUse
from desk.rules.opening_hours import Hours

_WEEK = timedelta(days=7)
_MONTH_ROW = 28


class Steps(QWidget):
    """Earlier, the period in words, later, and back to now."""

    moved = Signal(int)
    now_asked = Signal()

    def __init__(self, before: str, after: str, now: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = IconButton("caret-left", before, dense=True)
        self.after = IconButton("caret-right", after, dense=True)
        self.now = Button(now, variant="quiet", dense=True)
        self._words = Label("", "label", "text2")
        self._words.setMinimumWidth(96)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.now, self.before, self._words, self.after):
            row.addWidget(widget)
        self.before.clicked.connect(self._on_before_clicked)
        self.after.clicked.connect(self._on_after_clicked)
        self.now.clicked.connect(self.now_asked)

    def show_period(self, words: str, *, is_now: bool) -> None:
        """Say which period is in sight."""
        self._words.setText(words)
        self.now.setEnabled(not is_now)

    def _on_before_clicked(self) -> None:
        self.moved.emit(-1)

    def _on_after_clicked(self) -> None:
        self.moved.emit(1)


class WeekCard(Card):
    """Seven days with what is held or closed on each; Enter opens an event."""

    event_asked = Signal(int)
    moved = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("Week"), flush=True, parent=parent)
        self._today = today
        self.monday = today - timedelta(days=today.weekday())
        self.steps = Steps(_("Week before"), _("Week after"), _("This week"))
        assert self.header is not None
        self.header.add_action(self.steps)
        self.list = RowList(
            line_look,
            NoteRowDelegate(inset=15, group_height=30),
            words=line_sentence,
            name=_("Week"),
            fits=True,
        )
        self.body.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.steps.moved.connect(self._on_steps_moved)
        self.steps.now_asked.connect(self._on_steps_now_asked)
        self.list.row_activated.connect(self._on_list_row_activated)

    @property
    def last_day(self) -> date:
        """The Sunday of the week in sight."""
        return self.monday + timedelta(days=6)

    def show_week(
        self,
        zone: str,
        hours: Hours | None,
        events: list[EventRow],
        closed: list[ClosedRow],
    ) -> None:
        """Show the week in sight."""
        days = short_date_range(self.monday, self.last_day, current_language())
        number = self.monday.isocalendar().week
        words = _("Week {number}, {days}").format(number=number, days=days)
        self.steps.show_period(words, is_now=self.monday <= self._today <= self.last_day)
        self.list.show_rows(week_lines(self.monday, zone, hours, events, closed))

    def _on_steps_moved(self, step: int) -> None:
        self.monday += step * _WEEK
        self.moved.emit()

    def _on_steps_now_asked(self) -> None:
        self.monday = self._today - timedelta(days=self._today.weekday())
        self.moved.emit()

    def _on_list_row_activated(self, line: PlaceLine) -> None:
        if line.event is not None:
            self.event_asked.emit(line.event.id)


class UseCard(Card):
    """How full a year is: three numbers, a square for each day, a line for each month."""

    moved = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("Use over the year"), flush=True, parent=parent)
        self._today = today
        self.year = today.year
        self.steps = Steps(_("Year before"), _("Year after"), _("This year"))
        assert self.header is not None
        self.header.add_action(self.steps)
        self.events = Figure("", "")
        self.hours = Figure("", "")
        self.share = Figure("", "")
        figures = QHBoxLayout()
        figures.setSpacing(32)
        for figure in (self.events, self.hours, self.share):
            figures.addWidget(figure)
        figures.addStretch(1)
        self.heat = YearHeat(_("Days of the year"))
        self.note = Label("", "note", "text2", wraps=True)
        self.model: RowModel[MonthUse] = RowModel(month_columns(), key=_month, parent=self)
        self.months = Table(self.model, name=_("Months"), row_height=_MONTH_ROW)
        for column in range(1, 4):
            self.months.set_cell(column, TextCell("note", "text2"))
        header = self.months.horizontalHeader().sizeHint().height()
        self.months.setFixedHeight(header + 12 * _MONTH_ROW + 2)
        above = QVBoxLayout()
        above.setContentsMargins(15, 0, 15, 4)
        above.setSpacing(8)
        above.addLayout(figures)
        above.addWidget(self.heat)
        above.addWidget(self.note)
        self.body.addLayout(above)
        self.body.addWidget(self.months)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.steps.moved.connect(self._on_steps_moved)
        self.steps.now_asked.connect(self._on_steps_now_asked)

    def show_use(self, use: YearUse, *, keeps_hours: bool) -> None:
        """Show the year in sight; `keeps_hours` for a place that has opening hours at all."""
        self.steps.show_period(str(use.year), is_now=use.year == self._today.year)
        self.events.show_number(str(use.events), ngettext("event", "events", use.events))
        self.hours.show_number(hours_words(use.minutes), _("hours in use"))
        self.share.setVisible(use.open_minutes is not None)
        self.share.show_number(share_words(use.share), _("of the opening hours"))
        self.heat.show_year(year_squares(use), year_sentence(use), self._today)
        self.note.setVisible(use.open_minutes is None)
        self.note.setText(
            _("A day counts as full with ten hours, as no opening hours are noted.")
            if keeps_hours
            else _("A day counts as full with ten hours.")
        )
        self.model.show(use.months)

    def _on_steps_moved(self, step: int) -> None:
        self.year += step
        self.moved.emit()

    def _on_steps_now_asked(self) -> None:
        self.year = self._today.year
        self.moved.emit()


def _month(row: MonthUse) -> int:
    return row.month
