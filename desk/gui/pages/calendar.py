"""The calendar: one period in several views, and what is done with its events."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk.gui.commands import VIEW_PREFIX
from desk.gui.context import Context, Target
from desk.gui.models.agenda import day_of
from desk.gui.models.calendar_rows import AnyRow, BandRow, CalendarFilter, CalendarRow
from desk.gui.pages.calendar_bars import CalendarFilterBar, CalendarTools
from desk.gui.pages.calendar_deeds import CalendarDeeds
from desk.gui.pages.calendar_menu import event_menu
from desk.gui.pages.calendar_part import CalendarPart
from desk.gui.pages.calendar_views import FIRST_VIEW, VIEWS, view_named
from desk.gui.sections import load
from desk.gui.widgets.card import Separator
from desk.locale import _
from desk.locale.zones import wall_time
from desk.model.changes import Changes
from desk.services import programme, venues
from desk.services.calendar_papers import paper_tab

_OF_VENUES = frozenset({"venue", "venue_layout"})


class CalendarPage(CalendarDeeds):
    """Hosts the views: each is made when first shown and refreshed only while it is shown."""

    tables = frozenset(
        {
            "event",
            "participation",
            "clash_override",
            "visit",
            "venue",
            "venue_layout",
            "person",
            "delegation_member",
            "resource",
            "resource_booking",
            "closed_time",
            "travel_time",
            "special_day",
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Calendar"), parent)
        self._parts: dict[str, CalendarPart] = {}
        self._venues_known = False
        self._filters_asked = False
        remembered = context.remembered.calendar_view if context.remembered else ""
        self.shown_view = view_named(remembered or FIRST_VIEW).name
        self.tools = CalendarTools()
        self.filters = CalendarFilterBar()
        self.filters.hide()
        self.line = Separator()
        self.line.hide()
        self.views = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.line)
        column.addWidget(self.views, 1)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._connect()

    def _connect(self) -> None:
        self.tools.today_asked.connect(self.go_today)
        self.tools.before_asked.connect(self.go_before)
        self.tools.after_asked.connect(self.go_after)
        self.tools.view_asked.connect(self.show_view)
        self.tools.filter_toggled.connect(self._on_tools_filter_toggled)
        self.filters.changed.connect(self._on_filters_changed)
        self._minute.timeout.connect(self._on_minute_timeout)

    def toolbar_part(self) -> QWidget:
        """Today, earlier, later, what is shown and the views, for the toolbar of the window."""
        return self.tools

    # The views

    @property
    def part(self) -> CalendarPart:
        """The view that is shown, made when it is first asked for."""
        name = self.shown_view
        part = self._parts.get(name)
        if part is None:
            part = load(view_named(name).part)(self.context)
            assert isinstance(part, CalendarPart)
            self._parts[name] = part
            self.views.addWidget(part)
            self._connect_part(part)
        return part

    def _connect_part(self, part: CalendarPart) -> None:
        part.row_chosen.connect(self._on_part_row_chosen)
        part.row_clicked.connect(self._on_part_row_clicked)
        part.row_activated.connect(self._on_part_row_activated)
        part.create_asked.connect(self.create_drawn)
        part.move_asked.connect(self.move_event)
        part.context_asked.connect(self._on_part_context_asked)
        part.period_asked.connect(self._on_part_period_asked)
        part.day_asked.connect(self.show_day)
        part.command_asked.connect(self._on_part_command_asked)
        part.title_changed.connect(self._on_part_title_changed)

    def show_view(self, name: str) -> None:
        """Show the time of now in another view; the event stood on stays chosen."""
        before = self._parts.get(self.shown_view)
        day, chosen = self.context.desk.today(), self.chosen_id()
        if before is not None:
            row = before.chosen()
            day = row.first_day if isinstance(row, CalendarRow) else before.day
        self._bring(view_named(name).name, day)
        if chosen is not None:
            self.part.select(chosen)
        self.focus_list()

    def show_day(self, day: date) -> None:
        """Show one day in the view of a day."""
        self._bring("day", day)
        self.focus_list()

    def _bring(self, name: str, day: date) -> None:
        self.shown_view = name
        if self.context.remembered is not None:
            self.context.remembered.calendar_view = name
        self._show_part()
        self.part.show_period(day)
        self._say_shown()
        self.context.answers_changed.emit()

    def _show_part(self) -> None:
        part = self.part
        if not self._venues_known:
            self._read_venues()
        part.set_filter(self.filters.value)
        self._view = part.view
        self.views.setCurrentWidget(part)
        self.tools.show_view(self.shown_view)
        self._show_filters()

    def _read_venues(self) -> None:
        rows = venues.list_venues(self.context.desk)
        self.filters.show_venues(rows)
        for part in self._parts.values():
            part.show_venues(rows)
        self._venues_known = True

    def _say_shown(self) -> None:
        part = self.part
        self.tools.show_title(part.title())
        self.context.day_shown.emit(part.day)
        self.filters.show_counts(part.all_rows, len(part.shown_rows))

    # Showing

    def open(self, target: Target) -> None:
        """Show the period of a day (`tab` as `2026-12-06`) or of an event."""
        day = _day_in(target.tab)
        if target.row_id is not None:
            event = programme.get_event(self.context.desk, target.row_id)
            day = day_of(event, self.context.desk.zone) if event else day
        self._show_part()
        if day is not None:
            self.go_to(day)
            if target.row_id is not None:
                self.part.select(target.row_id)
        elif self.part.chosen() is None:
            self.go_to(self.part.day)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Read the period of the view anew; the row stood on stays."""
        self._show_part()
        self.part.refresh()
        self._say_shown()

    def on_committed(self, changes: Changes) -> None:
        if changes.tables & _OF_VENUES:
            self._venues_known = False
        super().on_committed(changes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wait_for_minute()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def _wait_for_minute(self) -> None:
        now = self.context.desk.now()
        self._minute.start((60 - now.second) * 1000 - now.microsecond // 1000 + 50)

    def _on_minute_timeout(self) -> None:
        desk = self.context.desk
        self.part.on_minute(wall_time(desk.now(), desk.zone))
        self._wait_for_minute()

    # Filters

    def _show_filters(self) -> None:
        """The bar is there when asked for, while it filters, and always above the agenda."""
        part = self.part
        filtering = self.filters.value != CalendarFilter()
        always = self.shown_view == "agenda"
        shown = part.has_filters and (self._filters_asked or filtering or always)
        self.filters.setVisible(shown)
        self.line.setVisible(shown)
        self.tools.filter_button.setEnabled(part.has_filters and not always)
        self.tools.show_filtering(shown)

    def _on_tools_filter_toggled(self, shown: bool) -> None:
        self._filters_asked = shown
        if not shown:
            self.filters.clear()
        self._show_filters()
        self.refresh()

    def _on_filters_changed(self) -> None:
        self.refresh()

    def _focus_filter(self) -> None:
        self._filters_asked = True
        self._show_filters()
        self.filters.which.focus_current()

    # Going about

    def go_to(self, day: date) -> None:
        """Show the period of a day."""
        self.part.show_period(day)
        self._say_shown()

    def go_today(self) -> None:
        """Show today."""
        self.go_to(self.context.desk.today())
        self.focus_list()

    def go_before(self) -> None:
        """Show the period before."""
        self._on_part_period_asked(-1)

    def go_after(self) -> None:
        """Show the period after."""
        self._on_part_period_asked(1)

    def _on_part_period_asked(self, by: int) -> None:
        self.part.step(by)
        self._say_shown()

    def _on_part_title_changed(self) -> None:
        self._say_shown()

    # Commands

    def commands(self) -> frozenset[str]:
        own = {"go_today", "period_before", "period_after", "new_event", "print"}
        own |= {VIEW_PREFIX + view.name for view in VIEWS}
        if self.part.has_filters:
            own.add("filter")
        if self.chosen() is not None:
            own |= {"edit", "delete", "duplicate", "copy_whatsapp", "attendance_list"}
        return frozenset(own)

    def run(self, command: str) -> None:
        if command.startswith(VIEW_PREFIX):
            self.show_view(command.removeprefix(VIEW_PREFIX))
            return
        self._actions()[command]()

    def _actions(self) -> dict[str, Callable[[], None]]:
        return {
            "go_today": self.go_today,
            "period_before": self.go_before,
            "period_after": self.go_after,
            "filter": self._focus_filter,
            **self.event_actions(),
            "print": self._print,
        }

    def _print(self) -> None:
        """Show on paper what is shown here."""
        self.context.go("calendar_paper", tab=paper_tab(self.part.name, *self.part.period()))

    # What the parts say

    def _on_part_row_chosen(self, row: AnyRow | None) -> None:
        self.context.answers_changed.emit()
        if isinstance(row, CalendarRow):
            self.follow()

    def _on_part_row_clicked(self, row: AnyRow | None) -> None:
        if isinstance(row, CalendarRow):
            self._on_view_clicked()

    def _on_part_row_activated(self, row: AnyRow) -> None:
        if isinstance(row, BandRow):
            self.context.go("visit", row.visit.id)
        else:
            self.show_chosen()

    def _on_part_command_asked(self, command: str) -> None:
        if command in self.commands():
            self.run(command)

    def _on_part_context_asked(self, row: AnyRow | None, place: QPoint) -> None:
        event = row.event if isinstance(row, CalendarRow) else None
        menu = event_menu(self, event, self.commands())
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(place)


def _day_in(text: str) -> date | None:
    """The day that a target names; None for other words."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
