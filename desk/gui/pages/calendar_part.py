"""What the calendar page expects of one of its views: day, week, month, agenda, rooms, overview.

A view is a `CalendarPart`: it is made with the context, given its filter and its day, and reads
for itself. Its widgets tell the page what a person did; only the page writes. A part with a
`CalendarView` hands it to `use_view`, and most of the protocol is done:

    class MonthView(CalendarPart):
        name = "month"

        def __init__(self, context, parent=None):
            super().__init__(context, parent)
            self.grid = MonthGrid()
            self.use_view(self.grid)              # focus, signals, select, chosen
            ...a layout with self.grid in it...

        def period(self): ...                     # first and last day shown
        def title(self): ...                      # what stands in the toolbar
        def step(self, by): ...                   # self.show_period(another day)
        def refresh(self): self.grid.show_rows(self.read())
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desk.gui.context import Context
from desk.gui.models.calendar_rows import (
    AnyRow,
    BandRow,
    CalendarFilter,
    CalendarRow,
    calendar_rows,
    clashes_by_event,
)
from desk.gui.pages.calendar_reader import Contents
from desk.gui.widgets.calendar_view import CalendarView
from desk.locale.zones import moment
from desk.model.rows.venues import VenueRow
from desk.services import checks, programme, visits

_A_DAY = timedelta(days=1)


class CalendarPart(QWidget):
    """One view of the calendar; see the module's text.

    Signals as in `CalendarView`; `title_changed` when another period is shown by the part itself.
    """

    name = ""
    """The last part of its command: `week` for `view_week`."""
    has_filters = True
    """Whether the bar of filters above it means something to it."""

    row_chosen = Signal(object)
    row_clicked = Signal(object)
    row_activated = Signal(object)
    create_asked = Signal(object)
    move_asked = Signal(object)
    context_asked = Signal(object, QPoint)
    period_asked = Signal(int)
    day_asked = Signal(object)
    command_asked = Signal(str)
    title_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.day: date = context.desk.today()
        """The day gone to last: what a view of another length shows is around it."""
        self.filter = CalendarFilter()
        self.all_rows: list[CalendarRow] = []
        """What was read last, before the filter."""
        self.shown_rows: list[CalendarRow] = []
        """What was read last and kept by the filter."""
        self._view: QAbstractItemView | None = None

    # What every part answers

    def period(self) -> tuple[date, date]:
        """The first and the last day shown."""
        raise NotImplementedError

    def title(self) -> str:
        """The period in words, for the toolbar."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the period anew and show it; what is chosen stays."""
        raise NotImplementedError

    def step(self, by: int) -> None:
        """One period later (1) or earlier (-1)."""
        raise NotImplementedError

    def show_period(self, day: date) -> None:
        """Show the period of a day."""
        self.day = day
        self.refresh()
        self.title_changed.emit()

    def show_venues(self, rows: Iterable[VenueRow]) -> None:
        """The venues of the office in their order: the way of Ctrl+Alt+Up and Down."""
        if isinstance(self._view, CalendarView):
            self._view.venue_order = tuple(row.id for row in rows)

    def set_filter(self, which: CalendarFilter) -> None:
        """What is shown; the page refreshes afterwards."""
        self.filter = which

    def select(self, event_id: int) -> bool:
        """Stand on an event and show where it is; False when it is not in the period."""
        view = self._view
        if not isinstance(view, CalendarView) or not view.select_key(event_id):
            return False
        view.scrollTo(view.currentIndex())
        return True

    def chosen(self) -> AnyRow | None:
        """The row stood on: an event, or a visit as a band."""
        return self._view.current_row() if isinstance(self._view, CalendarView) else None

    def draft_day(self) -> date:
        """The day on which something new is likely wanted."""
        row = self.chosen()
        if isinstance(row, CalendarRow):
            return row.first_day
        first, last = self.period()
        return min(max(self.day, first), last)

    def on_minute(self, now: datetime) -> None:
        """Another minute began; `now` is the wall time of the office."""

    @property
    def view(self) -> QAbstractItemView:
        """The list that takes the keyboard."""
        assert self._view is not None
        return self._view

    # What parts have in common

    def use_view(self, view: QAbstractItemView) -> None:
        """The list of the part: it takes the keyboard, and its signals become those of the part."""
        self._view = view
        self.setFocusProxy(view)
        if not isinstance(view, CalendarView):
            return
        view.row_chosen.connect(self.row_chosen)
        view.row_activated.connect(self.row_activated)
        view.create_asked.connect(self.create_asked)
        view.move_asked.connect(self.move_asked)
        view.context_asked.connect(self.context_asked)
        view.period_asked.connect(self.period_asked)
        view.day_asked.connect(self.day_asked)
        view.command_asked.connect(self.command_asked)
        view.clicked.connect(self._on_view_clicked)

    def read(self) -> list[CalendarRow]:
        """The events of the period that the filter keeps, in order of time, on the office's clock."""
        desk = self.context.desk
        first, last = self.period()
        events = programme.events_between(desk, first, last)
        clashes = clashes_by_event(
            checks.clash_findings_between(desk, self._begins(first), self._begins(last + _A_DAY))
        )
        self.all_rows = calendar_rows(events, clashes, desk.now(), desk.zone)
        self.shown_rows = [row for row in self.all_rows if self.filter.keeps(row)]
        return self.shown_rows

    def _kept(self, contents: Contents) -> list[AnyRow]:
        """What of a period the filter keeps; no visits while it picks events."""
        bands = contents.bands if self.filter == CalendarFilter() else ()
        return [*bands, *(row for row in contents.rows if self.filter.keeps(row))]

    def read_bands(self) -> list[BandRow]:
        """The visits of the period; none while a filter picks events."""
        if self.filter != CalendarFilter():
            return []
        first, last = self.period()
        return [BandRow(row) for row in visits.visits_between(self.context.desk, first, last)]

    def _begins(self, day: date) -> datetime:
        midnight = datetime.combine(day, datetime.min.time())
        return moment(midnight, self.context.desk.zone).astimezone(UTC)

    def _on_view_clicked(self) -> None:
        self.row_clicked.emit(self.chosen())
