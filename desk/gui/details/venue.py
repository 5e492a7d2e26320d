"""A venue in the pane at the right."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.details.closed_list import ClosedList
from desk.gui.details.detail import Detail
from desk.gui.details.event_list import EventList
from desk.gui.details.history_list import HistoryList
from desk.gui.details.photo_part import PhotoPart
from desk.gui.details.venue_form import HoursForm, Layouts, VenueForm
from desk.gui.details.way_list import WayList
from desk.gui.dialogs.new_event import NewEventDialog
from desk.gui.widgets.button import Button
from desk.gui.widgets.chip import ChipLook
from desk.locale import _, ngettext
from desk.model.rows.venues import VenueRow
from desk.services import programme, venues


class VenueDetail(Detail):
    """Where it is and its layouts; when it is open; what is held there; what was changed."""

    tables = frozenset({"venue", "venue_layout", "event", "closed_time", "travel_time"})

    def __init__(self, context: Context, row_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, row_id, parent)
        self.venue: VenueRow | None = None
        self.photo = PhotoPart(context, _("Photo of the venue"), self._write_photo)
        self.form = VenueForm(context, self.refresh)
        self.hours = HoursForm(context, self.refresh)
        self.closed_times = ClosedList(context)
        self.ways = WayList(context.desk)
        self.layouts = Layouts(context)
        self.events = EventList(
            context, _("Nothing is planned here"), _("The venue is free from today on.")
        )
        self.steps = HistoryList(context, "venue")
        first = self.add_tab("venue", _("Venue"))
        first.addWidget(self.photo)
        self.put_form(first, self.form)
        first.addWidget(self.layouts)
        first.addStretch(1)
        second = self.add_tab("times", _("Times"))
        self.put_form(second, self.hours)
        second.addWidget(self.closed_times)
        second.addWidget(self.ways)
        second.addStretch(1)
        self.page_button = Button(_("Week and use over the year"), "chart-bar", dense=True)
        third = self.add_tab("events", _("Events"))
        third.addWidget(self.page_button)
        third.addWidget(self.events)
        self.add_tab("history", _("History")).addWidget(self.steps)
        self.book_button = Button(_("Book"), "calendar-plus", dense=True)
        self.delete_button = Button(_("Delete"), "trash", "quiet", dense=True)
        self.foot.addWidget(self.book_button)
        self.foot.addWidget(self.delete_button)
        self.show_saved(self.form)
        self.show_saved(self.hours)
        self.page_button.clicked.connect(self._on_page_button_clicked)
        self.ways.all_asked.connect(self._on_ways_all_asked)
        self.ways.place_asked.connect(self._on_ways_place_asked)
        self.book_button.clicked.connect(self._on_book_button_clicked)
        self.delete_button.clicked.connect(self.delete)
        self.refresh()

    def read(self) -> bool:
        desk = self.context.desk
        self.venue = venue = venues.get_venue(desk, self.row_id)
        if venue is None:
            return False
        chips: list[ChipLook] = []
        if venue.seats:
            words = ngettext("{count} seat", "{count} seats", venue.seats)
            chips.append(ChipLook(words.format(count=venue.seats), "mute", "armchair"))
        if venue.shared:
            chips.append(ChipLook(_("Several events at once"), "mute"))
        self.set_chips(chips)
        floor = _("Floor {floor}").format(floor=venue.floor) if venue.floor else ""
        where = ", ".join(part for part in (venue.building, floor, venue.city) if part)
        self.set_title(venue.name, where)
        self.photo.show_digest(venue.photo)
        self.form.show_venue(venue)
        self.hours.show_venue(venue)
        self.closed_times.show_place(venue_id=venue.id)
        self.ways.show_venue(venue.id)
        self.layouts.show_venue(venue)
        events = programme.events_of_venue(desk, venue.id)
        self.events.show_events(events, desk.now())
        self.tabs.set_count("events", len(events))
        self.steps.show_row(venue.id)
        return True

    def commands(self) -> frozenset[str]:
        return frozenset() if self.venue is None else frozenset({"delete", "edit"})

    def run(self, command: str) -> None:
        {"delete": self.delete, "edit": self.edit}[command]()

    def edit(self) -> None:
        """Put the keyboard into the name."""
        self.show_tab("venue")
        self.form.focus_field("name")

    def delete(self) -> None:
        """Delete the venue; the notice offers to take it back."""
        if self.do(lambda: venues.delete_venue(self.context.desk, self.row_id), _("Venue deleted")):
            self.context.close_detail()

    def _write_photo(self, digest: str) -> None:
        venues.update_venue(self.context.desk, self.row_id, {"photo": digest})

    def _on_page_button_clicked(self) -> None:
        self.context.go("venue", self.row_id)

    def _on_ways_all_asked(self) -> None:
        self.context.go("travel_times", self.row_id)

    def _on_ways_place_asked(self, venue_id: int) -> None:
        self.context.show_detail("venue", venue_id)

    def _on_book_button_clicked(self) -> None:
        dialog = NewEventDialog(self.context, self.window(), venue_id=self.row_id)
        try:
            dialog.exec()
            if dialog.created_id is not None:
                self.context.show_detail("event", dialog.created_id)
        finally:
            dialog.deleteLater()
