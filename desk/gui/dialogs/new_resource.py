"""Something new that can be lent to events."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.lookups import find_people
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.dialogs.resource_choices import find_languages, language_choice
from desk.gui.widgets.chips_field import ChipsField
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.gui.widgets.text_field import TextField
from desk.locale import _
from desk.model.choices import ResourceKind
from desk.services import resources
from desk.services.choice_words import choice_words


class NewResourceDialog(NewThingDialog):
    """Kind and name, and what matters for that kind: seats, or person and languages."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        name: str = "",
        kind: ResourceKind = ResourceKind.VEHICLE,
    ) -> None:
        super().__init__(
            context,
            _("New vehicle, interpreter or equipment"),
            _("Add"),
            width=480,
            parent=parent,
        )
        self.kind = ComboBox([(each, choice_words(each)) for each in ResourceKind])
        self.kind.set_value(kind)
        self.name = TextField(name, placeholder=_("Bus, 25 seats"))
        self.person = SearchableCombo(
            find_people(context.desk), placeholder=_("When the desk knows them")
        )
        self.languages = ChipsField(
            find_languages,
            name=_("Languages"),
            placeholder=_("Add a language"),
            choice_of=language_choice,
        )
        self.seats = NumberField(None, optional=True, most=resources.MOST_SEATS)
        self.owner = TextField(placeholder=_("The unit that lends it"))
        self.city = TextField()
        self.set_up = NumberField(0, most=720)
        self.clear_down = NumberField(0, most=720)
        self.add_row(
            self.add_field("kind", _("Kind"), self.kind, place=False),
            self.add_field("name", _("Name"), self.name, place=False),
        )
        self.add_field("person_id", _("Person"), self.person)
        self.add_field("languages", _("Languages"), self.languages)
        self.add_field("seats", _("Seats"), self.seats)
        self.add_row(
            self.add_field("owner", _("Lent by"), self.owner, place=False),
            self.add_field("city", _("City"), self.city, place=False),
        )
        self.add_row(
            self.add_field("set_up_minutes", _("Bound before, minutes"), self.set_up, place=False),
            self.add_field(
                "clear_down_minutes", _("Bound after, minutes"), self.clear_down, place=False
            ),
        )
        self.kind.value_changed.connect(self._on_kind_value_changed)
        self._follow()
        self.name.setFocus()

    def create(self) -> int:
        kind = ResourceKind(self.kind.value)
        speaks = kind is ResourceKind.INTERPRETER
        return resources.create_resource(
            self.context.desk,
            kind=kind,
            name=self.name.value,
            person_id=self.person.value if kind is not ResourceKind.EQUIPMENT else None,
            languages=self.languages.value if speaks else [],
            seats=(self.seats.value or 0) if kind is ResourceKind.VEHICLE else 0,
            owner=self.owner.value,
            city=self.city.value,
            set_up_minutes=self.set_up.value or 0,
            clear_down_minutes=self.clear_down.value or 0,
        )

    def _follow(self) -> None:
        kind = ResourceKind(self.kind.value)
        self.field("person_id").setVisible(kind is not ResourceKind.EQUIPMENT)
        self.field("person_id").set_label(
            _("Driver") if kind is ResourceKind.VEHICLE else _("Person")
        )
        self.field("languages").setVisible(kind is ResourceKind.INTERPRETER)
        self.field("seats").setVisible(kind is ResourceKind.VEHICLE)

    def _on_kind_value_changed(self, _kind: object) -> None:
        self._follow()


def add_resource(context: Context, parent: QWidget, name: str) -> int | None:
    """Ask for a new resource of that name; its id, or None when it was left."""
    dialog = NewResourceDialog(context, parent, name=name)
    try:
        dialog.exec()
        return dialog.created_id
    finally:
        dialog.deleteLater()
