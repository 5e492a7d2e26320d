"""A new way to furnish a venue."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.text_field import TextField
from desk.locale import _
from desk.services import venues


class NewLayoutDialog(NewThingDialog):
    """Name, seats, and the minutes before and after an event."""

    def __init__(self, context: Context, venue_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, _("New layout"), _("Add layout"), parent=parent)
        self._venue_id = venue_id
        self.name = TextField(placeholder=_("U shape, theatre, round tables…"))
        self.seats = NumberField(0, most=10_000)
        self.set_up = NumberField(0, most=10_000)
        self.clear_down = NumberField(0, most=10_000)
        self.add_field("name", _("Name"), self.name)
        self.add_row(
            self.add_field("seats", _("Seats"), self.seats, place=False),
            self.add_field("set_up_minutes", _("Set-up, minutes"), self.set_up, place=False),
            self.add_field(
                "clear_down_minutes", _("Clear-down, minutes"), self.clear_down, place=False
            ),
        )
        self.name.setFocus()

    def create(self) -> int:
        return venues.add_layout(
            self.context.desk,
            self._venue_id,
            name=self.name.value,
            seats=self.seats.value or 0,
            set_up_minutes=self.set_up.value or 0,
            clear_down_minutes=self.clear_down.value or 0,
        )
