"""Where things are held, and what is lent to them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context, Target
from desk.gui.models import resources as resource_model
from desk.gui.models.resources import resource_columns
from desk.gui.models.rows import RowModel
from desk.gui.models.venues import (
    CITY,
    LAYOUTS,
    NAME,
    VenueFilter,
    buildings_of,
    equipment_of,
    venue_columns,
)
from desk.gui.pages.section_page import SectionPage
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Separator
from desk.gui.widgets.cells import TextCell, TwoLineCell
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.label import Label
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.page import FilterBar
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.table import Table
from desk.locale import _, ngettext
from desk.model.choices import ResourceKind
from desk.model.rows.resources import ResourceRow
from desk.model.rows.venues import VenueRow
from desk.services import resources, venues

ROW_HEIGHT = 42
ROOMS, RESOURCES = "rooms", "resources"


class VenuesPage(SectionPage):
    """Two tables in turn: rooms and other places; vehicles, interpreters and equipment."""

    tables = frozenset({"venue", "venue_layout", "event", "resource", "resource_booking", "person"})
    kind = "venue"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Venues"), parent)
        self.groups = SegmentedButtons(
            [(ROOMS, _("Rooms")), (RESOURCES, _("Resources"))], name=_("What is shown")
        )
        self.model: RowModel[VenueRow] = RowModel(venue_columns(), parent=self)
        self.table = Table(self.model, name=_("Venues"), row_height=ROW_HEIGHT)
        self.table.set_cell(NAME, TwoLineCell("row_title"))
        self.table.set_cell(CITY, TextCell("note"))
        self.table.set_cell(LAYOUTS, TwoLineCell("note"))
        self.resources: RowModel[ResourceRow] = RowModel(resource_columns(), parent=self)
        self.resource_table = Table(self.resources, name=_("Resources"), row_height=ROW_HEIGHT)
        self.resource_table.set_cell(resource_model.NAME, TwoLineCell("row_title"))
        for column in (resource_model.KIND, resource_model.ABOUT, resource_model.OWNER):
            self.resource_table.set_cell(column, TextCell("note", "text2"))
        self.new_button = Button(_("New venue"), "plus", "primary")
        self.ways_button = Button(_("Travel times…"), "path", "quiet", dense=True)
        self.building = ComboBox([("", _("All buildings"))], name=_("Building"))
        self.seats = NumberField(None, optional=True, most=10_000, name=_("Seats at least"))
        self.equipment = ComboBox([("", _("Any equipment"))], name=_("Equipment"))
        self.resource_kind = ComboBox(
            [
                ("", _("All kinds")),
                (ResourceKind.VEHICLE, _("Vehicles")),
                (ResourceKind.INTERPRETER, _("Interpreters")),
                (ResourceKind.EQUIPMENT, _("Equipment")),
            ],
            name=_("Kind"),
        )
        self.clear_button = Button(_("Show all"), "x", "quiet", dense=True)
        self._lay_out()
        empty = EmptyState(
            "buildings",
            _("No venue yet"),
            _("Add the rooms that events are held in, so that clashes are found."),
            primary=_("New venue"),
            primary_icon="plus",
        )
        self.set_list(self.table, empty)
        self.add_view(self.resource_table)
        self._connect(empty)

    def _lay_out(self) -> None:
        self.header.add_action(self.groups)
        self.header.add_action(self.filter)
        self.header.add_action(self.new_button)
        bar = FilterBar()
        for field, width in (
            (self.building, 220),
            (self.equipment, 200),
            (self.resource_kind, 200),
        ):
            field.setFixedWidth(width)
        self._at_least = Label(_("Seats at least"), "label", "text2")
        self._at_least.setBuddy(self.seats)
        self.seats.setFixedWidth(72)
        for widget in (
            self.building,
            self.equipment,
            self._at_least,
            self.seats,
            self.resource_kind,
            self.clear_button,
        ):
            bar.row.addWidget(widget)
        bar.row.addStretch(1)
        bar.row.addWidget(self.ways_button)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        # Below the head and its line, above the list.
        column.insertWidget(2, bar)
        column.insertWidget(3, Separator())
        self._show_group()

    def _connect(self, empty: EmptyState) -> None:
        empty.primary_chosen.connect(self._on_new_asked)
        self.new_button.clicked.connect(self._on_new_asked)
        self.ways_button.clicked.connect(self._on_ways_button_clicked)
        self.groups.chosen.connect(self._on_groups_chosen)
        self.clear_button.clicked.connect(self._on_clear_button_clicked)
        for field in (self.building, self.equipment, self.resource_kind):
            field.value_changed.connect(self._on_filter_value_changed)
        self.seats.value_changed.connect(self._on_filter_value_changed)
        for table in (self.table, self.resource_table):
            table.row_activated.connect(self._on_table_row_activated)
            table.row_chosen.connect(self._on_table_row_chosen)

    @property
    def shows_resources(self) -> bool:
        """Whether the resources are in sight, not the rooms."""
        return self.groups.current == RESOURCES

    def open(self, target: Target) -> None:
        """Show the venues, or with the tab "resources" those, standing on the one it names."""
        wanted = target.tab or (ROOMS if target.row_id is not None else self.groups.current)
        if wanted in (ROOMS, RESOURCES):
            self.groups.set_current(wanted)
        self._show_group()
        if target.row_id is not None:
            self._clear()
        self.refresh()
        if target.row_id is not None:
            self._table.select_key(target.row_id)

    def refresh(self) -> None:
        """Read every venue or every resource anew."""
        self._filter_timer.stop()
        if self.shows_resources:
            self._show_resources()
        else:
            self._show_venues()
        self.clear_button.setVisible(self._is_narrowed)

    def _show_venues(self) -> None:
        known = venues.list_venues(self.context.desk)
        self._offer(self.building, _("All buildings"), buildings_of(known))
        self._offer(self.equipment, _("Any equipment"), equipment_of(known))
        wanted = VenueFilter(
            self.filter_words,
            self.building.value,
            self.seats.value or 0,
            self.equipment.value,
        )
        shown = [row for row in known if wanted.fits(row)]
        self.model.show(shown)
        words = ngettext("{count} venue", "{count} venues", len(shown))
        self.header.set_words(_("Venues"), words.format(count=len(shown)))
        self._say_empty(
            bool(known) and not shown,
            _("No venue yet"),
            _("Add the rooms that events are held in, so that clashes are found."),
        )
        self.show_list(bool(shown))

    def _show_resources(self) -> None:
        known = resources.list_resources(self.context.desk)
        kind = self.resource_kind.value
        shown = [
            row
            for row in known
            if resource_model.fits(row, self.filter_words) and (not kind or row.kind == kind)
        ]
        self.resources.show(shown)
        words = ngettext("{count} resource", "{count} resources", len(shown))
        self.header.set_words(_("Venues"), words.format(count=len(shown)))
        self._say_empty(
            bool(known) and not shown,
            _("Nothing to lend yet"),
            _("Add vehicles, interpreters and equipment: none is then promised twice."),
        )
        self.show_list(bool(shown))

    def _say_empty(self, filtered: bool, title: str, sentence: str) -> None:
        if self.empty is None:
            return
        self.empty.set_words(*(self.nothing_found() if filtered else (title, sentence)))
        if self.empty.primary is not None:
            self.empty.primary.setText(self.new_button.text())
            self.empty.primary.updateGeometry()

    @staticmethod
    def _offer(field: ComboBox, all_words: str, words: Sequence[str]) -> None:
        """Offer what there is, keeping what was chosen while it is still there."""
        chosen = field.value if field.value in words else ""
        field.set_choices([("", all_words), *((word, word) for word in words)])
        field.set_value(chosen)

    @property
    def _table(self) -> Table:
        return self.resource_table if self.shows_resources else self.table

    @property
    def _is_narrowed(self) -> bool:
        if self.shows_resources:
            return bool(self.resource_kind.value)
        return bool(self.building.value or self.equipment.value or self.seats.value)

    def _show_group(self) -> None:
        lent = self.shows_resources
        for widget in (self.building, self.equipment, self._at_least, self.seats, self.ways_button):
            widget.setVisible(not lent)
        self.resource_kind.setVisible(lent)
        self.stand_in(self._table, "resource" if lent else "venue")
        self.new_button.setText(_("New resource") if lent else _("New venue"))
        self.new_button.updateGeometry()
        placeholder = _("Name, person or unit") if lent else _("Name, building or equipment")
        self.filter.setPlaceholderText(placeholder)
        self.filter.setAccessibleName(_("Filter resources") if lent else _("Filter venues"))

    def _clear(self) -> None:
        self.filter.clear()
        self.building.set_value("")
        self.equipment.set_value("")
        self.resource_kind.set_value("")
        self.seats.set_value(None)

    def chosen_id(self) -> int | None:
        row: VenueRow | ResourceRow | None = self._table.current_row()
        return None if row is None else row.id

    def commands(self) -> frozenset[str]:
        own = {"filter"}
        if self.chosen_id() is not None:
            own |= {"edit", "delete"}
        return frozenset(own)

    def run(self, command: str) -> None:
        {"filter": self.run_filter, "edit": self.edit, "delete": self.delete}[command]()

    def delete(self) -> None:
        """Delete what is stood on; the notice offers to take it back."""
        desk, row_id = self.context.desk, self.chosen_id()
        if row_id is None:
            return
        if self.shows_resources:
            self.do(lambda: resources.delete_resource(desk, row_id), _("Resource deleted"))
        else:
            self.do(lambda: venues.delete_venue(desk, row_id), _("Venue deleted"))

    def _on_new_asked(self) -> None:
        self.context.run_command("new_resource" if self.shows_resources else "new_venue")

    def _on_ways_button_clicked(self) -> None:
        self.context.go("travel_times")

    def _on_groups_chosen(self, _group: str) -> None:
        self._show_group()
        self.refresh()

    def _on_clear_button_clicked(self) -> None:
        self._clear()
        self.refresh()
        self.focus_list()

    def _on_filter_value_changed(self, _value: object) -> None:
        self.refresh()

    def _on_table_row_activated(self, _row: object) -> None:
        self.show_chosen()

    def _on_table_row_chosen(self, row: object) -> None:
        if row is not None:
            self.follow()
