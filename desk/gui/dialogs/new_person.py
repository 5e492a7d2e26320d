"""A new person."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.lookups import (
    country_of,
    find_countries,
    find_organisations,
    organisation_of,
)
from desk.gui.dialogs.new_organisation import NewOrganisationDialog
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.models.person_words import acting_choices, language_choices
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.field_note import FieldNote
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.text_field import TextField
from desk.locale import _
from desk.locale.countries import usual_language
from desk.model.choices import Acting
from desk.rules.folding import fold
from desk.services import organisations, people


class NewPersonDialog(NewThingDialog):
    """The name as the person writes it, the office held now, and how to reach them.

    Somebody whose name sounds the same is shown before they are entered a second time.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        name: str = "",
        country: str = "",
        organisation_id: int | None = None,
    ) -> None:
        super().__init__(context, _("New person"), _("Add person"), width=500, parent=parent)
        desk = context.desk
        self.name = TextField(name)
        self.titles_before = TextField(placeholder=_("Prof. Dr."))
        self.titles_after = TextField(placeholder=_("S.E., M.Si."))
        self.office = TextField()
        self.acting = ComboBox(acting_choices())
        self.organisation = SearchableCombo(
            find_organisations(desk),
            placeholder=_("Find or add an organisation"),
            allows_new=True,
        )
        self.organisation.set_choice(organisation_of(desk, organisation_id))
        self.country = SearchableCombo(find_countries)
        self.country.set_choice(country_of(country))
        self.language = ComboBox(language_choices())
        self.email = TextField(placeholder=_("name@example.org"))
        self._same = FieldNote()
        self._lay_out()
        self._connect()
        self._look_for_the_same()
        (self.titles_before if name else self.name).setFocus()

    def _lay_out(self) -> None:
        self.add_field(
            "full_name", _("Full name"), self.name, hint=_("As the person writes it themselves.")
        )
        self.body.addWidget(self._same)
        self.add_row(
            self.add_field("titles_before", _("Titles before"), self.titles_before, place=False),
            self.add_field("titles_after", _("Titles after"), self.titles_after, place=False),
        )
        self.add_field("title", _("Office"), self.office)
        self.add_row(
            self.add_field("acting", _("Held"), self.acting, place=False),
            self.add_field("organisation_id", _("Organisation"), self.organisation, place=False),
        )
        self.add_row(
            self.add_field("country", _("Country"), self.country, place=False),
            self.add_field("language", _("Language for invitations"), self.language, place=False),
        )
        self.add_field(
            "email",
            _("Mailbox"),
            self.email,
            hint=_("Their own, an aide's or the unit's; invitations go there."),
        )

    def _connect(self) -> None:
        self.name.textChanged.connect(self._on_name_text_changed)
        self.country.value_changed.connect(self._on_country_value_changed)
        self.organisation.value_changed.connect(self._on_organisation_value_changed)
        self.organisation.new_requested.connect(self._on_organisation_new_requested)

    def create(self) -> int:
        return people.create_person(
            self.context.desk,
            name=self.name.value,
            country=self.country.value or "",
            language=self.language.value or "",
            email=self.email.value,
            title=self.office.value,
            organisation_id=self.organisation.value,
            acting=Acting(self.acting.value) if self.acting.value else None,
            titles_before=self.titles_before.value,
            titles_after=self.titles_after.value,
        )

    def _look_for_the_same(self) -> None:
        typed = self.name.value
        same = []
        if len(typed) > 2:
            wanted = fold(typed)
            found = people.list_people(self.context.desk, containing=typed, limit=5)
            same = [
                row for row in found if wanted in {fold(name) for name in (row.name, *row.aliases)}
            ]
        words = ""
        if same:
            office = ", ".join(part for part in (same[0].office, same[0].organisation) if part)
            there = f"{same[0].name} ({office})" if office else same[0].name
            words = _("Already there: {name}. Is this somebody else?").format(name=there)
        self._same.say("warn", words)

    def _on_name_text_changed(self) -> None:
        self._look_for_the_same()

    def _on_country_value_changed(self, choice: Choice | None) -> None:
        if choice is not None and not self.language.value:
            self.language.set_value(usual_language(str(choice.key)))

    def _on_organisation_value_changed(self, choice: Choice | None) -> None:
        if choice is None or self.country.value:
            return
        rows = organisations.list_organisations(self.context.desk)
        code = next((row.country for row in rows if row.id == choice.key), "")
        if code:
            self.country.set_choice(country_of(code))
            self._on_country_value_changed(self.country.choice)

    def _on_organisation_new_requested(self, name: str) -> None:
        choice = add_organisation(self.context, self, name, country=self.country.value or "")
        if choice is not None:
            self.organisation.set_choice(choice)


def add_organisation(
    context: Context, parent: QWidget, name: str, *, country: str = ""
) -> Choice | None:
    """Ask for a new organisation of that name; None when the person left."""
    dialog = NewOrganisationDialog(context, parent, name=name, country=country)
    try:
        dialog.exec()
        return organisation_of(context.desk, dialog.created_id)
    finally:
        dialog.deleteLater()


def add_person(context: Context, parent: QWidget, name: str) -> int | None:
    """Ask for a new person of that name; None when nobody was added."""
    dialog = NewPersonDialog(context, parent, name=name)
    try:
        dialog.exec()
        return dialog.created_id
    finally:
        dialog.deleteLater()
