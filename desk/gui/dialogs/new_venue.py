"""A new venue with its first layout."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.lookups import find_zones, zone_of
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.gui.widgets.text_field import TextField
from desk.locale import _
from desk.services import venues


class NewVenueDialog(NewThingDialog):
    """Name, building, city, zone, and how many it seats; the rest is filled in later."""

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, name: str = "", city: str = ""
    ) -> None:
        super().__init__(context, _("New venue"), _("Add venue"), width=480, parent=parent)
        self.name = TextField(name)
        self.building = TextField()
        self.city = TextField(city)
        self.zone = SearchableCombo(find_zones)
        self.zone.set_choice(zone_of(context.desk.zone))
        self.layout_name = TextField(placeholder=_("U shape, theatre, round tables…"))
        self.seats = NumberField(None, optional=True, most=10_000)
        self.set_up = NumberField(0, most=10_000)
        self.clear_down = NumberField(0, most=10_000)
        self.add_field("name", _("Name"), self.name)
        self.add_field("building", _("Building"), self.building)
        self.add_row(
            self.add_field("city", _("City"), self.city, place=False),
            self.add_field("zone", _("Time zone"), self.zone, place=False),
        )
        self.add_row(
            self.add_field("layout_name", _("Layout"), self.layout_name, place=False),
            self.add_field("seats", _("Seats"), self.seats, place=False),
        )
        self.add_row(
            self.add_field("set_up_minutes", _("Set-up, minutes"), self.set_up, place=False),
            self.add_field(
                "clear_down_minutes", _("Clear-down, minutes"), self.clear_down, place=False
            ),
        )
        (self.building if name else self.name).setFocus()

    def create(self) -> int:
        desk = self.context.desk
        with desk.work(_("New venue")):
            venue_id = venues.create_venue(
                desk,
                name=self.name.value,
                building=self.building.value,
                city=self.city.value,
                zone=self.zone.value,
            )
            layout = self.layout_name.value
            if layout or self.seats.value:
                venues.add_layout(
                    desk,
                    venue_id,
                    name=layout or _("Usual layout"),
                    seats=self.seats.value or 0,
                    set_up_minutes=self.set_up.value or 0,
                    clear_down_minutes=self.clear_down.value or 0,
                )
        return venue_id
