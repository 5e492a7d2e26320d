"""The form of a vehicle, an interpreter or a set of equipment."""

from collections.abc import Mapping
from typing import Any

from desk.gui.context import Context
from desk.gui.details.form import DetailForm, Reload
from desk.gui.details.localised_field import LocalisedField
from desk.gui.dialogs.lookups import find_people, person_of
from desk.gui.dialogs.resource_choices import find_languages, language_choice
from desk.gui.widgets.chips_field import ChipsField
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.gui.widgets.text_field import TextArea, TextField
from desk.locale import _
from desk.model.choices import ResourceKind
from desk.model.rows.resources import ResourceRow
from desk.services import resources
from desk.services.choice_words import choice_words


class ResourceForm(DetailForm):
    """Name, kind, who drives or interprets, and how long it is bound around an event."""

    def __init__(self, context: Context, reload: Reload) -> None:
        super().__init__(context, self._write, reload=reload)
        desk = context.desk
        self.add_field("name", _("Name"), LocalisedField())
        self.add_field(
            "kind", _("Kind"), ComboBox([(each, choice_words(each)) for each in ResourceKind])
        )
        self.add_field(
            "person_id",
            _("Person"),
            SearchableCombo(find_people(desk), placeholder=_("When the desk knows them")),
            choice_of=lambda key: person_of(desk, key),
        )
        self.add_field(
            "languages",
            _("Languages"),
            ChipsField(
                find_languages,
                name=_("Languages"),
                placeholder=_("Add a language"),
                choice_of=language_choice,
            ),
        )
        self.add_field("seats", _("Seats"), NumberField(0, most=resources.MOST_SEATS))
        self.add_row(
            self.add_field(
                "set_up_minutes", _("Bound before, min"), NumberField(0, most=720), place=False
            ),
            self.add_field(
                "clear_down_minutes", _("Bound after, min"), NumberField(0, most=720), place=False
            ),
        )
        self.add_field("owner", _("Lent by"), TextField(placeholder=_("The unit that lends it")))
        self.add_field("city", _("City"), TextField())
        self.add_field("contact", _("Contact"), TextField())
        self.add_field("notes", _("Internal notes"), TextArea(lines=3))

    def show_resource(self, row: ResourceRow) -> None:
        """Show what is stored, and only the fields that mean something for its kind."""
        self.show_values(
            row.id,
            {
                "name": row.names,
                "kind": row.kind,
                "person_id": row.person_id,
                "languages": list(row.languages),
                "seats": row.seats,
                "set_up_minutes": row.set_up_minutes,
                "clear_down_minutes": row.clear_down_minutes,
                "owner": row.owner,
                "city": row.city,
                "contact": row.contact,
                "notes": row.notes,
            },
        )
        driver = row.kind is ResourceKind.VEHICLE
        self.field("person_id").set_label(_("Driver") if driver else _("Person"))
        self.field("person_id").setVisible(row.kind is not ResourceKind.EQUIPMENT)
        self.field("languages").setVisible(row.kind is ResourceKind.INTERPRETER)
        self.field("seats").setVisible(driver)

    def _write(self, row_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        resources.update_resource(self.context.desk, row_id, changes, seen=seen)
