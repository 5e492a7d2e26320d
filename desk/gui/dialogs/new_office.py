"""An office that somebody holds or held."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.lookups import find_organisations
from desk.gui.dialogs.new_person import add_organisation
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.models.person_words import acting_choices
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.gui.widgets.text_field import TextField
from desk.locale import _
from desk.model.choices import Acting
from desk.services import people


class NewOfficeDialog(NewThingDialog):
    """Title, how it is held, the organisation, and from when until when."""

    def __init__(self, context: Context, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, _("New office"), _("Add office"), width=460, parent=parent)
        self._person_id = person_id
        today = context.desk.today()
        self.title = TextField()
        self.acting = ComboBox(acting_choices())
        self.organisation = SearchableCombo(
            find_organisations(context.desk),
            placeholder=_("Find or add an organisation"),
            allows_new=True,
        )
        self.starts_on = DateField(None, today=today, optional=True)
        self.ends_on = DateField(None, today=today, optional=True)
        self.add_field("title", _("Office"), self.title)
        self.add_row(
            self.add_field("acting", _("Held"), self.acting, place=False),
            self.add_field("organisation_id", _("Organisation"), self.organisation, place=False),
        )
        self.add_row(
            self.add_field("starts_on", _("From"), self.starts_on, place=False),
            self.add_field("ends_on", _("Until"), self.ends_on, place=False),
        )
        self.organisation.new_requested.connect(self._on_organisation_new_requested)
        self.title.setFocus()

    def create(self) -> int:
        return people.add_office(
            self.context.desk,
            self._person_id,
            title=self.title.value,
            organisation_id=self.organisation.value,
            acting=Acting(self.acting.value) if self.acting.value else None,
            starts_on=self.starts_on.value,
            ends_on=self.ends_on.value,
        )

    def _on_organisation_new_requested(self, name: str) -> None:
        choice = add_organisation(self.context, self, name)
        if choice is not None:
            self.organisation.set_choice(choice)
