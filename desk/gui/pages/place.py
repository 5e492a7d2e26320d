"""One venue or one resource: its week, its use over the year, what is to come, when it is closed."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.gui.context import Context, Target
from desk.gui.details.closed_list import ClosedList
from desk.gui.details.event_list import EventList
from desk.gui.dialogs.new_event import NewEventDialog
from desk.gui.models.resources import about_words
from desk.gui.pages.page import Page
from desk.gui.pages.place_cards import UseCard, WeekCard
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Card
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.page import PageHeader, ScrollColumn
from desk.locale import _
from desk.model.rows.events import EventRow
from desk.model.rows.places import YearUse
from desk.rules.opening_hours import Hours
from desk.services import closed_times, place_use, programme, resources, venues
from desk.services.choice_words import choice_words
from desk.services.opening_words import hours_words
from desk.services.scheduling import day_begins

_ONE_COLUMN_BELOW = 940
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Place:
    """What the page says of a venue or a resource; `hours` is None where none are kept."""

    title: str
    about: str
    zone: str
    hours: Hours | None


class PlacePage(Page):
    """What venues and resources have in common; subclasses say where the rows come from."""

    tables = frozenset({"event", "closed_time", "visit"})
    kind = ""
    tab = ""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        today = context.desk.today()
        self.row_id: int | None = None
        self.header = PageHeader("")
        self.all_button = Button(self.all_words(), "caret-left", "quiet")
        self.details_button = Button(_("Details"), "layout")
        self.book_button = Button(_("Book"), "calendar-plus", "primary")
        self.week = WeekCard(today)
        self.use = UseCard(today)
        self.closed_times = ClosedList(context)
        self.events = EventList(
            context, _("Nothing is planned here"), _("It is free from today on.")
        )
        self.gone = EmptyState(
            "trash",
            _("This is not there any more"),
            _("It was deleted. Undo or the history bring it back."),
            primary=self.all_words(),
            primary_icon="list",
        )
        self._lay_out()
        self._connect()

    # What subclasses say

    def all_words(self) -> str:
        """The words of the button that leads back to the list."""
        raise NotImplementedError

    def place(self, row_id: int) -> Place | None:
        """What there is to say; None when it is not there any more."""
        raise NotImplementedError

    def year_use(self, row_id: int, year: int) -> YearUse:
        """The year in sight."""
        raise NotImplementedError

    def coming(self, row_id: int) -> list[EventRow]:
        """What is held or lent from today on."""
        raise NotImplementedError

    def which(self, row_id: int) -> dict[str, int]:
        """The place as the services name it: venue_id or resource_id."""
        raise NotImplementedError

    # The page

    def _lay_out(self) -> None:
        self.header.add_action(self.all_button)
        self.header.add_action(self.details_button)
        self.header.add_action(self.book_button)
        self.book_button.setVisible(self.kind == "venue")
        coming = Card(_("Events"))
        coming.body.addWidget(self.events)
        closed = Card()
        closed.body.addWidget(self.closed_times)
        for card in (coming, closed):
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (self.week, coming)), (right, (self.use, closed))):
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(12)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        scroll = ScrollColumn(margins=(24, 16, 24, 24), spacing=12)
        scroll.column.addWidget(self.header)
        scroll.column.addLayout(self._columns)
        scroll.column.addStretch(1)
        self._there = scroll
        nothing = QWidget()
        room = QVBoxLayout(nothing)
        room.setContentsMargins(24, 24, 24, 24)
        room.addWidget(self.gone)
        room.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(scroll)
        self._stack.addWidget(nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self.all_button.clicked.connect(self._on_all_asked)
        self.gone.primary_chosen.connect(self._on_all_asked)
        self.details_button.clicked.connect(self._on_details_button_clicked)
        self.book_button.clicked.connect(self._on_book_button_clicked)
        self.week.moved.connect(self.refresh)
        self.week.event_asked.connect(self._on_week_event_asked)
        self.use.moved.connect(self.refresh)

    def open(self, target: Target) -> None:
        """Show the place that the target names."""
        if target.row_id is not None:
            self.row_id = target.row_id
        self.refresh()

    def refresh(self) -> None:
        """Read everything about the place anew."""
        row_id = self.row_id
        place = None if row_id is None else self.place(row_id)
        self._stack.setCurrentIndex(0 if place is not None else 1)
        if row_id is None or place is None:
            return
        desk, which = self.context.desk, self.which(row_id)
        self.header.set_words(place.title, place.about)
        self.setAccessibleName(place.title)
        first, last = self.week.monday, self.week.last_day
        self.week.show_week(
            place.zone,
            place.hours,
            place_use.events_of_place(desk, first, last, **which),
            closed_times.closed_times(
                desk,
                since=day_begins(first, place.zone),
                until=day_begins(last + _DAY, place.zone),
                **which,
            ),
        )
        self.use.show_use(self.year_use(row_id, self.use.year), keeps_hours=place.hours is not None)
        self.closed_times.show_place(**which)
        self.events.show_events(self.coming(row_id), desk.now())

    def commands(self) -> frozenset[str]:
        if self.row_id is None or self._stack.currentIndex():
            return frozenset()
        return frozenset({"edit", "period_before", "period_after", "go_today"})

    def run(self, command: str) -> None:
        """Alt+Left and Alt+Right turn the week, Ctrl+T goes back to this one."""
        steps = {"period_before": self.week.steps.before, "period_after": self.week.steps.after}
        if command == "edit":
            self._on_details_button_clicked()
        elif command == "go_today":
            self.week.steps.now.click()
        else:
            steps[command].click()

    def focus_list(self) -> None:
        """Put the keyboard on the week."""
        self.week.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _ONE_COLUMN_BELOW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def _on_all_asked(self) -> None:
        self.context.go("venues", tab=self.tab)

    def _on_details_button_clicked(self) -> None:
        if self.row_id is not None:
            self.context.show_detail(self.kind, self.row_id)

    def _on_week_event_asked(self, event_id: int) -> None:
        self.context.show_detail("event", event_id)

    def _on_book_button_clicked(self) -> None:
        dialog = NewEventDialog(self.context, self.window(), venue_id=self.row_id)
        try:
            dialog.exec()
            if dialog.created_id is not None:
                self.context.show_detail("event", dialog.created_id)
        finally:
            dialog.deleteLater()


class VenuePage(PlacePage):
    """Opened for a venue: `target.row_id`."""

    tables = PlacePage.tables | {"venue", "venue_layout"}
    kind = "venue"
    tab = "rooms"

    def all_words(self) -> str:
        return _("Back to the venues")

    def place(self, row_id: int) -> Place | None:
        row = venues.get_venue(self.context.desk, row_id)
        if row is None:
            return None
        floor = _("Floor {floor}").format(floor=row.floor) if row.floor else ""
        parts = (row.building, floor, row.city, hours_words(row.opening_hours))
        about = " · ".join(part for part in parts if part)
        return Place(row.name, about, row.zone, row.opening_hours)

    def year_use(self, row_id: int, year: int) -> YearUse:
        return place_use.use_of_venue(self.context.desk, row_id, year)

    def coming(self, row_id: int) -> list[EventRow]:
        return programme.events_of_venue(self.context.desk, row_id)

    def which(self, row_id: int) -> dict[str, int]:
        return {"venue_id": row_id}


class ResourcePage(PlacePage):
    """Opened for a vehicle, an interpreter or equipment: `target.row_id`."""

    tables = PlacePage.tables | {"resource", "resource_booking", "person"}
    kind = "resource"
    tab = "resources"

    def all_words(self) -> str:
        return _("Back to the resources")

    def place(self, row_id: int) -> Place | None:
        row = resources.get_resource(self.context.desk, row_id)
        if row is None:
            return None
        parts = (choice_words(row.kind), row.person, about_words(row), row.owner, row.city)
        about = " · ".join(part for part in parts if part)
        return Place(row.name, about, self.context.desk.zone, None)

    def year_use(self, row_id: int, year: int) -> YearUse:
        return place_use.use_of_resource(self.context.desk, row_id, year)

    def coming(self, row_id: int) -> list[EventRow]:
        return resources.events_of_resource(self.context.desk, row_id)

    def which(self, row_id: int) -> dict[str, int]:
        return {"resource_id": row_id}
