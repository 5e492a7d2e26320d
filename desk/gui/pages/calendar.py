"""The calendar, as an agenda."""

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from desk.gui.context import Context, Target
from desk.gui.details.clipboard import copy_event
from desk.gui.dialogs.new_event import NewEventDialog
from desk.gui.models.agenda import (
    AgendaFilter,
    AgendaRow,
    Period,
    agenda_rows,
    clashes_by_event,
    day_of,
    in_days,
    period_around,
)
from desk.gui.models.event_words import event_time
from desk.gui.pages.agenda_list import AgendaList
from desk.gui.pages.list_page import ListPage
from desk.gui.widgets.button import Button
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.label import ElidedLabel, Label
from desk.gui.widgets.page import FilterBar
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.locale import _, current_language, ngettext
from desk.locale.formats import short_date_range, weekday_date
from desk.locale.zones import moment
from desk.model.rows.events import EventRow
from desk.services import checks, programme, venues

_EVERY_VENUE = -1
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
        self.today_button = Button(_("Today"))
        self.before_button = IconButton("caret-left", _("Earlier (Alt+Left)"))
        self.after_button = IconButton("caret-right", _("Later (Alt+Right)"))
        self.range = ElidedLabel("", "section")
        self.which = SegmentedButtons(
            [
                ("all", _("All")),
                ("confirmed", _("Confirmed")),
                ("tentative", _("Tentative")),
                ("clashes", _("With clashes")),
            ],
            name=_("Which events"),
        )
        self.venue = ComboBox(name=_("Venue"))
        self.count = Label("", "note", "text2")
        self.earlier_button = Button("", "caret-up", "quiet", dense=True)
        self.later_button = Button("", "caret-down", "quiet", dense=True)
        empty = EmptyState(
            "calendar-blank",
            _("Nothing is planned"),
            primary=_("New event"),
            primary_icon="calendar-plus",
            secondary=_("Go to the next event"),
            secondary_icon="caret-right",
        )
        self.set_list(self.list, empty)
        self._tools = QWidget()
        self._lay_out()
        self._connect(empty)

    def _lay_out(self) -> None:
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(8)
        for widget in (self.today_button, self.before_button, self.after_button):
            tools.addWidget(widget)
        tools.addSpacing(8)
        tools.addWidget(self.range, 1)
        self.range.setMinimumWidth(150)
        bar = FilterBar()
        self.venue.setFixedWidth(200)
        bar.row.addWidget(self.which)
        bar.row.addWidget(self.venue)
        bar.row.addStretch(1)
        bar.row.addWidget(self.count)
        foot = QWidget()
        ends = QHBoxLayout(foot)
        ends.setContentsMargins(12, 4, 12, 4)
        ends.addWidget(self.earlier_button)
        ends.addStretch(1)
        ends.addWidget(self.later_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.stack, 1)
        column.addWidget(foot)

    def _connect(self, empty: EmptyState) -> None:
        self.today_button.clicked.connect(self.go_today)
        self.before_button.clicked.connect(self.go_before)
        self.after_button.clicked.connect(self.go_after)
        self.which.chosen.connect(self._on_which_chosen)
        self.venue.value_changed.connect(self._on_venue_value_changed)
        self.earlier_button.clicked.connect(self.show_earlier)
        self.later_button.clicked.connect(self.show_later)
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
        return self._tools

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
        self._show_venues()
        events = programme.events_between(desk, period.first, period.last)
        clashes = clashes_by_event(
            checks.clash_findings_between(desk, self._instant(period.first), self._end())
        )
        rows = agenda_rows(events, clashes, desk.now())
        which = AgendaFilter(
            self.which.current, None if self.venue.value == _EVERY_VENUE else self.venue.value
        )
        kept = [row for row in rows if which.keeps(row)]
        self.list.show_rows(in_days(kept, period, desk.today(), desk.zone))
        self._say(rows, kept, which)
        self.show_list(bool(kept))

    def _say(self, rows: list[AgendaRow], kept: list[AgendaRow], which: AgendaFilter) -> None:
        language = current_language()
        self.range.setText(short_date_range(self.period.first, self.period.last, language))
        words = ngettext("{count} event", "{count} events", len(kept)).format(count=len(kept))
        clashing = sum(row.clash is not None for row in rows)
        if clashing:
            with_clashes = ngettext("{count} with a clash", "{count} with a clash", clashing)
            words = f"{words} · {with_clashes.format(count=clashing)}"
        self.count.setText(words)
        before, after = self.period.moved(-1), self.period.moved(1)
        span = short_date_range(before.first, self.period.first - _A_DAY, language)
        self.earlier_button.setText(_("Earlier: {days}").format(days=span))
        span = short_date_range(self.period.last + _A_DAY, after.last, language)
        self.later_button.setText(_("Later: {days}").format(days=span))
        self.earlier_button.updateGeometry()
        self.later_button.updateGeometry()
        assert self.empty is not None
        if which != AgendaFilter() and rows:
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

    def _show_venues(self) -> None:
        rows = venues.list_venues(self.context.desk)
        choices = [(_EVERY_VENUE, _("Every venue")), *((row.id, row.name) for row in rows)]
        self.venue.set_choices(choices)

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
        row: AgendaRow | None = self.list.current_row()
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
        self.which.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.which.focusNextChild()

    def _copy(self) -> None:
        event_id = self.chosen_id()
        if event_id is not None:
            copy_event(self.context, event_id)

    def _show_attendance(self) -> None:
        event_id = self.chosen_id()
        if event_id is not None:
            self.context.go("attendance", event_id)

    def _on_which_chosen(self, _which: str) -> None:
        self.refresh()

    def _on_venue_value_changed(self, _venue_id: int) -> None:
        self.refresh()

    def _on_empty_secondary_chosen(self) -> None:
        following = programme.next_events(self.context.desk, limit=1)
        if following:
            self.open(Target("calendar", following[0].id))
        else:
            self.context.tell(_("Nothing is planned from now on"))

    def _on_list_row_activated(self, _row: AgendaRow) -> None:
        self.show_chosen()

    def _on_list_row_chosen(self, row: AgendaRow | None) -> None:
        if row is not None:
            self.follow()

    def _on_list_copy_asked(self, row: AgendaRow) -> None:
        copy_event(self.context, row.id)


def _day_in(text: str) -> date | None:
    """The day that a target names; None for other words."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
