"""A new organisation."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.lookups import country_of, find_countries
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.models.person_words import organisation_kind_words
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.gui.widgets.text_field import TextField
from desk.locale import _
from desk.model.choices import OrganisationKind
from desk.services import organisations


class NewOrganisationDialog(NewThingDialog):
    """Name, short name, kind, country and city; `name` and `country` may be filled in before."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        name: str = "",
        country: str = "",
    ) -> None:
        super().__init__(
            context, _("New organisation"), _("Add organisation"), width=460, parent=parent
        )
        self.name = TextField(name)
        self.short_name = TextField()
        self.kind = ComboBox([(kind, organisation_kind_words(kind)) for kind in OrganisationKind])
        self.country = SearchableCombo(find_countries)
        self.country.set_choice(country_of(country))
        self.city = TextField()
        self.email = TextField(placeholder=_("name@example.org"))
        self.add_field("name", _("Name"), self.name)
        self.add_row(
            self.add_field("short_name", _("Short name"), self.short_name, place=False),
            self.add_field("kind", _("Kind"), self.kind, place=False),
        )
        self.add_row(
            self.add_field("country", _("Country"), self.country, place=False),
            self.add_field("city", _("City"), self.city, place=False),
        )
        self.add_field("email", _("Mailbox of the unit"), self.email)
        (self.short_name if name else self.name).setFocus()

    def create(self) -> int:
        return organisations.create_organisation(
            self.context.desk,
            name=self.name.value,
            short_name=self.short_name.value,
            kind=OrganisationKind(self.kind.value),
            country=self.country.value or "",
            city=self.city.value,
            email=self.email.value,
        )
