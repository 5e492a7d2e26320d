"""Where things are held."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context, Target
from desk.gui.models.rows import RowModel
from desk.gui.models.venues import CITY, LAYOUTS, NAME, fits, venue_columns
from desk.gui.pages.section_page import SectionPage
from desk.gui.widgets.button import Button
from desk.gui.widgets.cells import TextCell, TwoLineCell
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.table import Table
from desk.locale import _, ngettext
from desk.model.rows.venues import VenueRow
from desk.services import venues

ROW_HEIGHT = 42


class VenuesPage(SectionPage):
    """A table of rooms with their layouts, and how often each is booked."""

    tables = frozenset({"venue", "venue_layout", "event"})
    kind = "venue"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Venues"), parent)
        self.model: RowModel[VenueRow] = RowModel(venue_columns(), parent=self)
        self.table = Table(self.model, name=_("Venues"), row_height=ROW_HEIGHT)
        self.table.set_cell(NAME, TwoLineCell("row_title"))
        self.table.set_cell(CITY, TextCell("note"))
        self.table.set_cell(LAYOUTS, TextCell("note", "text2"))
        self.new_button = Button(_("New venue"), "door", "primary")
        self.header.add_action(self.filter)
        self.header.add_action(self.new_button)
        self.filter.setPlaceholderText(_("Name, building or city"))
        self.filter.setAccessibleName(_("Filter venues"))
        empty = EmptyState(
            "buildings",
            _("No venue yet"),
            _("Add the rooms that events are held in, so that clashes are found."),
            primary=_("New venue"),
            primary_icon="door",
        )
        self.set_list(self.table, empty)
        empty.primary_chosen.connect(self._on_new_asked)
        self.new_button.clicked.connect(self._on_new_asked)
        self.table.row_activated.connect(self._on_table_row_activated)
        self.table.row_chosen.connect(self._on_table_row_chosen)

    def open(self, target: Target) -> None:
        """Show the venues, standing on one when the target names it."""
        if target.row_id is not None:
            self.filter.clear()
        self.refresh()
        if target.row_id is not None:
            self.table.select_key(target.row_id)

    def refresh(self) -> None:
        """Read every venue anew."""
        self._filter_timer.stop()
        known = venues.list_venues(self.context.desk)
        shown = [row for row in known if fits(row, self.filter_words)]
        self.model.show(shown)
        count = len(shown)
        words = ngettext("{count} venue", "{count} venues", count)
        self.header.set_words(_("Venues"), words.format(count=count))
        if self.empty is not None and known and not shown:
            self.empty.set_words(*self.nothing_found())
        self.show_list(bool(shown))

    def chosen_id(self) -> int | None:
        row: VenueRow | None = self.table.current_row()
        return None if row is None else row.id

    def commands(self) -> frozenset[str]:
        own = {"filter"}
        if self.chosen_id() is not None:
            own |= {"edit", "delete"}
        return frozenset(own)

    def run(self, command: str) -> None:
        {"filter": self.run_filter, "edit": self.edit, "delete": self.delete}[command]()

    def delete(self) -> None:
        """Delete the venue stood on; the notice offers to take it back."""
        row_id = self.chosen_id()
        if row_id is not None:
            self.do(lambda: venues.delete_venue(self.context.desk, row_id), _("Venue deleted"))

    def _on_new_asked(self) -> None:
        self.context.run_command("new_venue")

    def _on_table_row_activated(self, _row: VenueRow) -> None:
        self.show_chosen()

    def _on_table_row_chosen(self, row: VenueRow | None) -> None:
        if row is not None:
            self.follow()
