"""The rooms of the calendar: a line for each, with what is lent below them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.calendar_rows import AnyRow, CalendarRow, calendar_rows, clashes_by_event
from desk.gui.models.timeline_making import guest_zone_of, timeline_of
from desk.gui.models.timeline_rows import Line, Timeline, UseRow
from desk.gui.pages.calendar_part import CalendarPart
from desk.gui.pages.rooms_bar import RoomsBar
from desk.gui.pages.rooms_menu import OPEN, OPEN_PLACE, lent_menu
from desk.gui.pages.rooms_strip import RoomsStrip
from desk.gui.widgets.calendar_drag import Draft
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.timeline_hands import Lend
from desk.gui.widgets.timeline_legend import TimelineLegend
from desk.gui.widgets.timeline_view import TimelineView
from desk.locale import _, current_language
from desk.locale.formats import long_date, short_date_range, weekday_day_month
from desk.model.rows.findings import Mend
from desk.model.rows.venue_plan import VenuePlan
from desk.model.rows.venues import VenueRow
from desk.services import checks, resources
from desk.services.calendar_days import holidays_between
from desk.services.mending import apply_mend
from desk.services.venue_plan import lend_instead, plan_between

_A_DAY = timedelta(days=1)
_SUNDAY = 6


class RoomsView(CalendarPart):
    """One, three or seven days of every room and resource.

    A drag sideways is time, over a line the room; on the line of a resource it lends that one. The
    strip tells the gravest clash of the days with what mends it.
    """

    name = "rooms"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.days = 1
        self.plan: VenuePlan | None = None
        self.timeline = Timeline(self.day, 1, context.desk.zone)
        self.strip = RoomsStrip()
        self.bar = RoomsBar()
        self.rooms = TimelineView(context.desk.wall_now())
        self.legend = TimelineLegend()
        self.empty = EmptyState("door", "", primary=_("New venue…"), primary_icon="door")
        self.unfit = EmptyState(
            "funnel-simple",
            _("No room fits the filter"),
            _("Take another capacity or time, or show every room."),
            primary=_("Show every room"),
            primary_icon="door",
        )
        # Ways out of a clash are searched for once the days are on the screen.
        self._mends = QTimer(self)
        self._mends.setSingleShot(True)
        self._mends.setInterval(0)
        self._stack = QStackedWidget()
        for widget in (self.rooms, _framed(self.empty), _framed(self.unfit)):
            self._stack.addWidget(widget)
        self.empty.set_words(
            _("No room is known yet"),
            _("Note the rooms of the office, then see here when each is free."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.legend)
        self._connect()

    def _connect(self) -> None:
        view = self.rooms
        # Not `use_view`: what leaves this part are events, whatever line they were chosen on.
        self._view = view
        self.setFocusProxy(view)
        view.row_chosen.connect(self._on_view_row_chosen)
        view.row_activated.connect(self._on_view_row_activated)
        view.context_asked.connect(self._on_view_context_asked)
        view.create_asked.connect(self._on_view_create_asked)
        view.move_asked.connect(self.move_asked)
        view.period_asked.connect(self.period_asked)
        view.day_asked.connect(self.day_asked)
        view.command_asked.connect(self.command_asked)
        view.clicked.connect(self._on_view_clicked)
        view.lend_asked.connect(self._on_view_lend_asked)
        view.return_asked.connect(self._on_view_return_asked)
        view.place_asked.connect(self._on_view_place_asked)
        self.bar.days_chosen.connect(self.show_days)
        self.bar.changed.connect(self.refresh)
        self.bar.section_toggled.connect(self._on_bar_section_toggled)
        self.strip.mend_chosen.connect(self._on_strip_mend_chosen)
        self._mends.timeout.connect(self._on_mends_timeout)
        self.strip.event_asked.connect(self._on_strip_event_asked)
        self.empty.primary_chosen.connect(self._on_empty_primary_chosen)
        self.unfit.primary_chosen.connect(self.bar.clear)

    # The protocol of a part

    def period(self) -> tuple[date, date]:
        first = self.day - self.day.weekday() * _A_DAY if self.days == 7 else self.day
        return first, first + (self.days - 1) * _A_DAY

    def title(self) -> str:
        first, last = self.period()
        language = current_language()
        if first == last:
            return long_date(first, language)
        return short_date_range(first, last, language)

    def show_period(self, day: date) -> None:
        super().show_period(day)
        self.rooms.show_day(day)

    def step(self, by: int) -> None:
        self.show_period(self.day + by * self.days * _A_DAY)

    def show_days(self, days: int) -> None:
        """Another number of days, around the day gone to last."""
        self.days = days
        self.show_period(self.day)

    def show_venues(self, rows: Iterable[VenueRow]) -> None:
        """The way of Ctrl+Alt+Up and Down is the order of the lines shown."""

    def refresh(self) -> None:
        desk = self.context.desk
        first, last = self.period()
        self.plan = plan_between(desk, first, last)
        findings = checks.clash_findings_between(
            desk, self._begins(first), self._begins(last + _A_DAY)
        )
        self.bar.show_period(first, self.days)
        timeline = timeline_of(
            self.plan, findings, desk.now(), which=self.filter, lines=self.bar.value
        )
        self.timeline = timeline
        self.rooms.now = desk.wall_now()
        self.rooms.show_timeline(timeline, self._guest_zone())
        clashes = clashes_by_event(findings)
        self.all_rows = calendar_rows(
            list(self.plan.events.values()), clashes, desk.now(), desk.zone
        )
        shown = {use.event.id for use in timeline.uses}
        self.shown_rows = [row for row in self.all_rows if row.id in shown]
        self._show_choices()
        self.bar.show_note(self._note(first, last))
        self.strip.show_clashes(timeline, findings)
        self._mends.start()
        self._show_stack()

    def select(self, event_id: int) -> bool:
        use = next((use for use in self.timeline.uses if use.event.id == event_id), None)
        if use is None:
            return False
        section = next(s for s in self.timeline.sections if any(use in ln.uses for ln in s.lines))
        if section.key in self.rooms.folded:
            self.rooms.toggle(section.key)
        self.rooms.select_key(use.id)
        self.rooms.scrollTo(self.rooms.currentIndex())
        return True

    def chosen(self) -> AnyRow | None:
        row = self.rooms.current_row()
        return row.plain if isinstance(row, UseRow) else None

    def on_minute(self, now: datetime) -> None:
        self.rooms.set_now(now)

    # Showing

    def _show_stack(self) -> None:
        if self.plan is not None and not (
            self.plan.venues or self.plan.resources or self.plan.unplaced
        ):
            place = 1
        else:
            place = 0 if self.timeline.lines else 2
        self._stack.setCurrentIndex(place)
        self.legend.setVisible(place == 0)

    def _show_choices(self) -> None:
        assert self.plan is not None
        buildings = sorted({venue.building for venue in self.plan.venues if venue.building})
        sections = [
            (section.key, section.title, section.key not in self.rooms.folded)
            for section in self.timeline.sections
        ]
        self.bar.show_choices(buildings, sections)

    def _guest_zone(self) -> str:
        """The clock of the guests whose event is chosen, else of most guests of these days."""
        zone = self.context.desk.zone
        row = self.chosen()
        if isinstance(row, CalendarRow) and row.event.guest_zone not in ("", zone):
            return row.event.guest_zone
        events = self.plan.events.values() if self.plan is not None else ()
        return guest_zone_of(events, zone)

    def _note(self, first: date, last: date) -> str:
        """Holidays and Sundays of the days, as far as there are any."""
        assert self.plan is not None
        countries = [event.country for event in self.plan.events.values() if event.country]
        country = max(sorted(set(countries)), key=countries.count, default="")
        holidays = holidays_between(self.context.desk, first, last, country=country)
        language = current_language()
        days = [first + place * _A_DAY for place in range(self.days)]
        words: list[str] = []
        if any(day.weekday() == _SUNDAY for day in days):
            words.append(_("Sunday: the office is closed, tell security"))
        for day in days:
            named = [f"{row.name} ({row.country})" for row in holidays.get(day, ())]
            if named and self.days > 1:
                words.append(f"{weekday_day_month(day, language)}: {', '.join(named)}")
            else:
                words += named
        return " · ".join(words)

    def _on_mends_timeout(self) -> None:
        """What mends the clash that the strip tells of; asked only for that one."""
        finding = self.strip.finding
        if finding is None or finding.event_id is None:
            return
        found = checks.findings_of_event(self.context.desk, finding.event_id)
        same = [
            row
            for row in found
            if row.code == finding.code
            and {row.event_id, row.other_event_id} == {finding.event_id, finding.other_event_id}
        ]
        self.strip.show_mends(same[0].mends if same else ())

    # Doing

    def _on_view_row_chosen(self, row: UseRow | None) -> None:
        self.rooms.set_guest_zone(self._guest_zone())
        self.row_chosen.emit(row.plain if row is not None else None)

    def _on_view_row_activated(self, row: UseRow) -> None:
        self.row_activated.emit(row.plain)

    def _on_view_context_asked(self, row: UseRow | None, place: QPoint) -> None:
        if row is None or row.resource_id is None:
            self.context_asked.emit(row.plain if row is not None else None, place)
            return
        menu = lent_menu(self, row)
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(place)

    def _on_menu_triggered(self, action: QAction) -> None:
        row = self.rooms.current_row()
        if not isinstance(row, UseRow):
            return
        if action.data() == OPEN:
            self.row_activated.emit(row.plain)
        elif action.data() == OPEN_PLACE:
            self.rooms.ask_place(row)
        else:
            self._on_view_return_asked(row)

    def _on_view_return_asked(self, row: UseRow) -> None:
        desk, resource_id = self.context.desk, row.resource_id
        assert resource_id is not None

        def write() -> bool:
            resources.return_resource(desk, row.event.id, resource_id)
            return True

        if self.context.write(write):
            self.select(row.event.id)
            words = _("{name} taken back from {title}")
            told = words.format(name=row.place, title=row.event.title)
            self.context.tell(told, undo=True)

    def _on_view_create_asked(self, draft: Draft) -> None:
        self.create_asked.emit(draft)

    def _on_view_lend_asked(self, lend: Lend) -> None:
        desk = self.context.desk

        def write() -> bool:
            lend_instead(desk, lend.event_id, lend.resource_id, instead_of=lend.instead_of)
            return True

        if self.context.write(write):
            line = next(
                (line for line in self.timeline.lines if line.target == -lend.resource_id), None
            )
            name = line.name if line is not None else ""
            key = f"resource-{lend.resource_id}/{lend.event_id}"
            self.rooms.select_key(key)
            self.context.tell(_("{name} lent to the event").format(name=name), undo=True)

    def _on_view_place_asked(self, line: Line) -> None:
        if line.target is not None and line.target > 0:
            self.context.show_detail("venue", line.target)
        elif line.target is not None:
            self.context.show_detail("resource", -line.target)

    def _on_bar_section_toggled(self, key: str) -> None:
        self.rooms.toggle(key)
        self._show_choices()

    def _on_strip_mend_chosen(self, mend: Mend) -> None:
        def write() -> bool:
            apply_mend(self.context.desk, mend)
            return True

        if self.context.write(write):
            self.select(mend.event_id)
            self.context.tell(mend.text, undo=True)

    def _on_strip_event_asked(self, event_id: int) -> None:
        self.select(event_id)
        self.rooms.setFocus()
        self._mends.start()

    def _on_empty_primary_chosen(self) -> None:
        self.context.run_command("new_venue")


def _framed(widget: QWidget) -> QWidget:
    """Room around an empty state, which keeps to the top."""
    room = QWidget()
    column = QVBoxLayout(room)
    column.setContentsMargins(20, 20, 20, 20)
    column.addWidget(widget)
    column.addStretch(1)
    return room
