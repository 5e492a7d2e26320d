"""The calendar, as an agenda."""

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from desk.gui.context import Context, Target
from desk.gui.details.clipboard import copy_event
from desk.gui.dialogs.new_event import NewEventDialog
from desk.gui.models.agenda import Period, day_of, in_days, period_around
from desk.gui.models.calendar_rows import CalendarRow, calendar_rows, clashes_by_event
from desk.gui.models.event_words import event_time
from desk.gui.pages.agenda_bars import AgendaFilterBar, AgendaFoot, AgendaTools
from desk.gui.pages.agenda_list import AgendaList
from desk.gui.pages.list_page import ListPage
from desk.gui.widgets.empty_state import EmptyState
from desk.locale import _, current_language
from desk.locale.formats import weekday_date
from desk.locale.zones import moment
from desk.model.rows.events import EventRow
from desk.services import checks, programme, venues

_A_DAY = timedelta(days=1)


class CalendarPage(ListPage):
    """Some weeks of events below their days; further weeks are added at both ends."""

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
        }
    )
    kind = "event"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Calendar"), parent)
        self.period = period_around(context.desk.today())
        self.list = AgendaList()
        self.tools = AgendaTools()
        self.filters = AgendaFilterBar()
        self.foot = AgendaFoot()
        empty = EmptyState(
            "calendar-blank",
            _("Nothing is planned"),
            primary=_("New event"),
            primary_icon="calendar-plus",
            secondary=_("Go to the next event"),
            secondary_icon="caret-right",
        )
        self.set_list(self.list, empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)
        self._connect(empty)

    def _connect(self, empty: EmptyState) -> None:
        self.tools.today_asked.connect(self.go_today)
        self.tools.before_asked.connect(self.go_before)
        self.tools.after_asked.connect(self.go_after)
        self.filters.changed.connect(self.refresh)
        self.foot.earlier_button.clicked.connect(self.show_earlier)
        self.foot.later_button.clicked.connect(self.show_later)
        empty.primary_chosen.connect(self.new_event)
        empty.secondary_chosen.connect(self._on_empty_secondary_chosen)
        self.list.row_activated.connect(self._on_list_row_activated)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.move_asked.connect(self.move_chosen)
        self.list.length_asked.connect(self.lengthen_chosen)
        self.list.new_asked.connect(self.new_event)
        self.list.today_asked.connect(self.go_today)
        self.list.copy_asked.connect(self._on_list_copy_asked)

    def toolbar_part(self) -> QWidget:
        """Today, earlier, later and what is shown, for the toolbar of the window."""
        return self.tools

    # Showing

    def open(self, target: Target) -> None:
        """Show the period of a day (`tab` as `2026-12-06`) or of an event."""
        day = _day_in(target.tab)
        if target.row_id is not None:
            event = programme.get_event(self.context.desk, target.row_id)
            day = day_of(event, self.context.desk.zone) if event else day
        if day is not None:
            self.go_to(day)
            if target.row_id is not None:
                self.list.select_key(target.row_id)
        else:
            self.refresh()
            if not self.list.currentIndex().isValid():
                self._stand_on_day(self.context.desk.today())

    def refresh(self) -> None:
        """Read the period anew; the row stood on stays."""
        desk, period = self.context.desk, self.period
        self.filters.show_venues(venues.list_venues(desk))
        events = programme.events_between(desk, period.first, period.last)
        clashes = clashes_by_event(
            checks.clash_findings_between(desk, self._instant(period.first), self._end())
        )
        rows = calendar_rows(events, clashes, desk.now(), desk.zone)
        which = self.filters.value
        kept = [row for row in rows if which.keeps(row)]
        self.list.show_rows(in_days(kept, period, desk.today(), desk.zone))
        self.tools.show_period(period)
        self.filters.show_counts(rows, len(kept))
        self.foot.show_period(period)
        self._say_empty(filtered=bool(rows))
        self.show_list(bool(kept))

    def _say_empty(self, *, filtered: bool) -> None:
        assert self.empty is not None
        language = current_language()
        if filtered:
            self.empty.set_words(
                _("No event fits the filter"), _("Choose “All” and every venue to see the others.")
            )
        else:
            self.empty.set_words(
                _("Nothing is planned"),
                _("No event from {first} to {last}.").format(
                    first=weekday_date(self.period.first, language),
                    last=weekday_date(self.period.last, language),
                ),
            )

    def _instant(self, day: date) -> datetime:
        midnight = datetime.combine(day, datetime.min.time())
        return moment(midnight, self.context.desk.zone).astimezone(UTC)

    def _end(self) -> datetime:
        return self._instant(self.period.last + _A_DAY)

    # Going about

    def go_to(self, day: date) -> None:
        """Show the weeks of a day and stand on its first event."""
        if not self.period.holds(day):
            self.period = period_around(day)
        self.refresh()
        self._stand_on_day(day)

    def go_today(self) -> None:
        """Show today."""
        self.go_to(self.context.desk.today())
        self.focus_list()

    def go_before(self) -> None:
        """Show the weeks before."""
        self._go(self.period.moved(-1))

    def go_after(self) -> None:
        """Show the weeks after."""
        self._go(self.period.moved(1))

    def show_earlier(self) -> None:
        """Add the weeks before; what is in sight stays where it is."""
        self.period = self.period.with_earlier()
        bar = self.list.verticalScrollBar()
        below = bar.maximum() - bar.value()
        self.refresh()
        self.list.doItemsLayout()
        bar.setValue(max(0, bar.maximum() - below))

    def show_later(self) -> None:
        """Add the weeks after."""
        self.period = self.period.with_later()
        self.refresh()

    def _go(self, period: Period) -> None:
        self.period = period
        self.refresh()
        self._stand_on_day(period.first)

    def _stand_on_day(self, day: date) -> None:
        """Stand on the first event from a day on, its heading at the top."""
        rows = self.list.rows
        for row in rows.rows():
            starts = day_of(row.event, self.context.desk.zone)
            if starts >= day or row is rows.rows()[-1]:
                self.list.select_key(row.id)
                heading = rows.place_of(starts)
                place = heading if heading >= 0 else rows.place_of(row.id)
                self.list.scrollTo(rows.index(place, 0), QListView.ScrollHint.PositionAtTop)
                return

    # Doing

    def chosen(self) -> EventRow | None:
        """The event stood on."""
        row: CalendarRow | None = self.list.current_row()
        return None if row is None else row.event

    def chosen_id(self) -> int | None:
        event = self.chosen()
        return None if event is None else event.id

    def commands(self) -> frozenset[str]:
        own = {"go_today", "period_before", "period_after", "filter", "new_event"}
        if self.chosen() is not None:
            own |= {
                "edit",
                "delete",
                "duplicate",
                "copy_whatsapp",
                "attendance_list",
                "print",
            }
        return frozenset(own)

    def run(self, command: str) -> None:
        actions = {
            "go_today": self.go_today,
            "period_before": self.go_before,
            "period_after": self.go_after,
            "filter": self._focus_filter,
            "new_event": self.new_event,
            "edit": self.edit,
            "delete": self.delete,
            "duplicate": self.duplicate,
            "copy_whatsapp": self._copy,
            "attendance_list": self._show_attendance,
            "print": self._show_attendance,
        }
        actions[command]()

    def new_event(self) -> None:
        """Book an event on the day stood on."""
        event, desk = self.chosen(), self.context.desk
        day = day_of(event, desk.zone) if event else max(self.period.first, desk.today())
        dialog = NewEventDialog(self.context, self.window(), day=day)
        try:
            dialog.exec()
            created = dialog.created_id
        finally:
            dialog.deleteLater()
        if created is not None:
            self.open(Target("calendar", created))
            self.context.show_detail("event", created)

    def move_chosen(self, by: timedelta) -> None:
        """Move the event stood on; its length stays."""
        event = self.chosen()
        if event is None:
            return
        starts = event.starts + by
        if self._write(lambda: programme.move_event(self.context.desk, event.id, starts=starts)):
            self._tell_time(event.id, _("{title} moved to {time}"))

    def lengthen_chosen(self, by: timedelta) -> None:
        """Let the event stood on end later, or earlier when negative."""
        event = self.chosen()
        if event is None:
            return
        starts, ends = event.starts, event.ends + by
        if self._write(
            lambda: programme.move_event(self.context.desk, event.id, starts=starts, ends=ends)
        ):
            self._tell_time(event.id, _("{title} lasts {time}"))

    def _tell_time(self, event_id: int, words: str) -> None:
        event = programme.get_event(self.context.desk, event_id)
        if event is None:
            return
        if not self.period.holds(day_of(event, self.context.desk.zone)):
            self.go_to(day_of(event, self.context.desk.zone))
        self.list.select_key(event_id)
        self.list.scrollTo(self.list.currentIndex())
        day = weekday_date(event.starts.date(), current_language())
        time = f"{day}, {event_time(event)}"
        self.context.tell(words.format(title=event.title, time=time), undo=True)

    def delete(self) -> None:
        """Delete the event stood on; the notice offers to take it back."""
        event_id = self.chosen_id()
        if event_id is not None:
            self.do(lambda: programme.delete_event(self.context.desk, event_id), _("Event deleted"))

    def duplicate(self) -> None:
        """Make a tentative copy of the event stood on, on the next day, and stand on it."""
        event_id = self.chosen_id()
        if event_id is None:
            return
        copy = self.context.attempt(lambda: programme.duplicate_event(self.context.desk, event_id))
        if copy is not None:
            self.open(Target("calendar", copy))
            self.context.tell(_("Event duplicated to the next day"), undo=True)

    def _write(self, use_case: object) -> bool:
        def done() -> bool:
            use_case()  # type: ignore[operator]
            return True

        return bool(self.context.attempt(done))

    def _focus_filter(self) -> None:
        self.filters.which.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.which.focusNextChild()

    def _copy(self) -> None:
        event_id = self.chosen_id()
        if event_id is not None:
            copy_event(self.context, event_id)

    def _show_attendance(self) -> None:
        event_id = self.chosen_id()
        if event_id is not None:
            self.context.go("attendance", event_id)

    def _on_empty_secondary_chosen(self) -> None:
        following = programme.next_events(self.context.desk, limit=1)
        if following:
            self.open(Target("calendar", following[0].id))
        else:
            self.context.tell(_("Nothing is planned from now on"))

    def _on_list_row_activated(self, _row: CalendarRow) -> None:
        self.show_chosen()

    def _on_list_row_chosen(self, row: CalendarRow | None) -> None:
        if row is not None:
            self.follow()

    def _on_list_copy_asked(self, row: CalendarRow) -> None:
        copy_event(self.context, row.id)


def _day_in(text: str) -> date | None:
    """The day that a target names; None for other words."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
