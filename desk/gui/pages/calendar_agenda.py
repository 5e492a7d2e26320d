"""The agenda: some weeks of events below their days, the screen reader's twin of the grid."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.details.clipboard import copy_event
from desk.gui.models.agenda import Period, day_of, in_days, period_around
from desk.gui.models.calendar_rows import CalendarRow
from desk.gui.pages.agenda_list import AgendaList
from desk.gui.pages.calendar_part import CalendarPart
from desk.gui.widgets.button import Button
from desk.gui.widgets.calendar_drag import Move
from desk.gui.widgets.empty_state import EmptyState
from desk.locale import _, current_language
from desk.locale.formats import short_date_range, weekday_date
from desk.services import programme

_A_DAY = timedelta(days=1)


class AgendaFoot(QWidget):
    """The weeks before and after, to be added to what is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier_button = Button("", "caret-up", "quiet", dense=True)
        self.later_button = Button("", "caret-down", "quiet", dense=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self.earlier_button)
        row.addStretch(1)
        row.addWidget(self.later_button)

    def show_period(self, period: Period) -> None:
        """Say which weeks would be added."""
        language = current_language()
        first, last = period.with_earlier().first, period.first - _A_DAY
        span = short_date_range(first, last, language)
        self.earlier_button.setText(_("Earlier: {days}").format(days=span))
        first, last = period.last + _A_DAY, period.with_later().last
        span = short_date_range(first, last, language)
        self.later_button.setText(_("Later: {days}").format(days=span))
        for button in (self.earlier_button, self.later_button):
            button.updateGeometry()


class AgendaView(CalendarPart):
    """Further weeks are added at both ends."""

    name = "agenda"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.weeks = period_around(self.day)
        self.list = AgendaList()
        self.foot = AgendaFoot()
        self.empty = EmptyState(
            "calendar-blank",
            _("Nothing is planned"),
            primary=_("New event"),
            primary_icon="calendar-plus",
            secondary=_("Go to the next event"),
            secondary_icon="caret-right",
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self._room_around_empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)
        self.use_view(self.list)
        self._connect()

    def _room_around_empty(self) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(20, 20, 20, 20)
        column.addWidget(self.empty)
        column.addStretch(1)
        return room

    def _connect(self) -> None:
        self.foot.earlier_button.clicked.connect(self.show_earlier)
        self.foot.later_button.clicked.connect(self.show_later)
        self.empty.primary_chosen.connect(self._on_empty_primary_chosen)
        self.empty.secondary_chosen.connect(self._on_empty_secondary_chosen)
        self.list.row_activated.connect(self.row_activated)
        self.list.row_chosen.connect(self.row_chosen)
        self.list.clicked.connect(self._on_view_clicked)
        self.list.move_asked.connect(self._on_list_move_asked)
        self.list.length_asked.connect(self._on_list_length_asked)
        self.list.command_asked.connect(self.command_asked)
        self.list.copy_asked.connect(self._on_list_copy_asked)
        self.list.menu_asked.connect(self._on_list_menu_asked)

    # What every part answers

    def period(self) -> tuple[date, date]:
        return self.weeks.first, self.weeks.last

    def title(self) -> str:
        return short_date_range(self.weeks.first, self.weeks.last, current_language())

    def refresh(self) -> None:
        desk = self.context.desk
        kept = self.read()
        self.list.show_rows(in_days(kept, self.weeks, desk.today(), desk.zone))
        self.foot.show_period(self.weeks)
        self._say_empty(filtered=bool(self.all_rows))
        self.stack.setCurrentIndex(0 if kept else 1)

    def show_period(self, day: date) -> None:
        self.day = day
        if not self.weeks.holds(day):
            self.weeks = period_around(day)
        self.refresh()
        self._stand_on_day(day)
        self.title_changed.emit()

    def step(self, by: int) -> None:
        self.weeks = self.weeks.moved(by)
        self.show_period(self.weeks.first)

    def select(self, event_id: int) -> bool:
        if not self.list.select_key(event_id):
            return False
        self.list.scrollTo(self.list.currentIndex())
        return True

    def chosen(self) -> CalendarRow | None:
        row: CalendarRow | None = self.list.current_row()
        return row

    def show_earlier(self) -> None:
        """Add the weeks before; what is in sight stays where it is."""
        self.weeks = self.weeks.with_earlier()
        bar = self.list.verticalScrollBar()
        below = bar.maximum() - bar.value()
        self.refresh()
        self.list.doItemsLayout()
        bar.setValue(max(0, bar.maximum() - below))
        self.title_changed.emit()

    def show_later(self) -> None:
        """Add the weeks after."""
        self.weeks = self.weeks.with_later()
        self.refresh()
        self.title_changed.emit()

    def _say_empty(self, *, filtered: bool) -> None:
        language = current_language()
        if filtered:
            self.empty.set_words(
                _("No event fits the filter"), _("Choose “All” and every venue to see the others.")
            )
        else:
            self.empty.set_words(
                _("Nothing is planned"),
                _("No event from {first} to {last}.").format(
                    first=weekday_date(self.weeks.first, language),
                    last=weekday_date(self.weeks.last, language),
                ),
            )

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

    # What the list says

    def _on_empty_primary_chosen(self) -> None:
        self.command_asked.emit("new_event")

    def _on_empty_secondary_chosen(self) -> None:
        desk = self.context.desk
        following = programme.next_events(desk, limit=1)
        if following:
            self.show_period(day_of(following[0], desk.zone))
            self.select(following[0].id)
        else:
            self.context.tell(_("Nothing is planned from now on"))

    def _on_list_move_asked(self, by: timedelta) -> None:
        row = self.chosen()
        if row is not None:
            self.move_asked.emit(Move(row.id, row.starts + by, row.ends + by))

    def _on_list_length_asked(self, by: timedelta) -> None:
        row = self.chosen()
        if row is not None and row.ends + by > row.starts:
            self.move_asked.emit(Move(row.id, row.starts, row.ends + by))

    def _on_list_copy_asked(self, row: CalendarRow) -> None:
        copy_event(self.context, row.id)

    def _on_list_menu_asked(self, place: QPoint) -> None:
        self.context_asked.emit(self.chosen(), place)
