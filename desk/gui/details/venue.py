"""A venue in the pane at the right."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.details.detail import Detail
from desk.gui.details.event_list import EventList
from desk.gui.details.history_list import HistoryList
from desk.gui.details.venue_form import Layouts, VenueForm
from desk.gui.dialogs.new_event import NewEventDialog
from desk.gui.widgets.button import Button
from desk.gui.widgets.chip import ChipLook
from desk.locale import _, ngettext
from desk.model.rows.venues import VenueRow
from desk.services import programme, venues


class VenueDetail(Detail):
    """Where it is and its layouts; what is held there; what was changed."""

    tables = frozenset({"venue", "venue_layout", "event"})

    def __init__(self, context: Context, row_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, row_id, parent)
        self.venue: VenueRow | None = None
        self.form = VenueForm(context, self.refresh)
        self.layouts = Layouts(context)
        self.events = EventList(
            context, _("Nothing is planned here"), _("The venue is free from today on.")
        )
        self.steps = HistoryList(context, "venue")
        first = self.add_tab("venue", _("Venue"))
        self.put_form(first, self.form)
        first.addWidget(self.layouts)
        first.addStretch(1)
        self.add_tab("events", _("Events")).addWidget(self.events)
        self.add_tab("history", _("History")).addWidget(self.steps)
        self.book_button = Button(_("Book"), "calendar-plus", dense=True)
        self.delete_button = Button(_("Delete"), "trash", "quiet", dense=True)
        self.foot.addWidget(self.book_button)
        self.foot.addWidget(self.delete_button)
        self.show_saved(self.form)
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
        where = ", ".join(part for part in (venue.building, venue.city) if part)
        self.set_title(venue.name, where)
        self.form.show_venue(venue)
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

    def _on_book_button_clicked(self) -> None:
        dialog = NewEventDialog(self.context, self.window(), venue_id=self.row_id)
        try:
            dialog.exec()
            if dialog.created_id is not None:
                self.context.show_detail("event", dialog.created_id)
        finally:
            dialog.deleteLater()
