"""Adds a person or an unnamed group to the delegation or to the hosts."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.lookups import country_of, find_countries, find_organisations, find_people
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.models.choice_words import host_role_words
from desk.gui.theme.application import current_theme
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.text_field import TextField
from desk.locale import _
from desk.model.choices import Role, Side
from desk.model.errors import UserError
from desk.services import delegation, organisations, people
from desk.services.choice_words import choice_words


class AddMemberDialog(NewThingDialog):
    """Base of both: on which side, in which role, from which country. `country` is a code."""

    usual_role = Role.MEMBER

    def __init__(
        self,
        context: Context,
        title: str,
        visit_id: int,
        *,
        side: Side = Side.GUEST,
        country: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, title, _("Add"), width=480, parent=parent)
        self.visit_id = visit_id
        self.side = SegmentedButtons(
            [(each, choice_words(each)) for each in Side], name=_("Side"), current=side
        )
        self.role = ComboBox()
        self.country = SearchableCombo(find_countries)
        if side is Side.GUEST:
            self.country.set_choice(country_of(country))
        self._show_roles()
        self.body.addWidget(self.side)
        self.side.chosen.connect(self._on_side_chosen)

    @property
    def chosen_role(self) -> Role:
        """The role; Qt gives the plain string of an enumeration back."""
        return Role(self.role.value)

    def _show_roles(self) -> None:
        words = choice_words if self.side.current is Side.GUEST else host_role_words
        before = self.role.value
        self.role.set_choices([(role, words(role)) for role in Role])
        self.role.set_value(before or self.usual_role)

    def _on_side_chosen(self, _side: object) -> None:
        self._show_roles()


class AddGroupDialog(AddMemberDialog):
    """A group without names: what it is called, how many they are if somebody knows."""

    usual_role = Role.UNOFFICIAL

    def __init__(
        self,
        context: Context,
        visit_id: int,
        *,
        side: Side = Side.GUEST,
        country: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            context, _("Add a group"), visit_id, side=side, country=country, parent=parent
        )
        self.name = TextField(placeholder=_("Business people and …"))
        self.headcount = NumberField(None, least=1, most=5000, optional=True)
        self.add_field("name", _("Name of the group"), self.name)
        self.add_field(
            "headcount",
            _("Number of people"),
            self.headcount,
            hint=_("Leave it empty while nobody knows."),
        )
        self.add_row(
            self.add_field("role", _("Role"), self.role, place=False),
            self.add_field("country", _("Country"), self.country, place=False),
        )
        self.name.setFocus()

    def create(self) -> int:
        """Add it."""
        return delegation.add_group(
            self.context.desk,
            self.visit_id,
            name=self.name.value,
            headcount=self.headcount.value,
            side=self.side.current,
            role=self.chosen_role,
            country=self.country.value or "",
        )


class AddPersonDialog(AddMemberDialog):
    """Somebody the desk knows, found by name in any script, or somebody new.

    A name that is not known opens the fields of a new person: office, organisation, country,
    mailbox. Person, organisation and membership are one step and one undo.
    """

    def __init__(
        self,
        context: Context,
        visit_id: int,
        *,
        side: Side = Side.GUEST,
        country: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            context, _("Add a person"), visit_id, side=side, country=country, parent=parent
        )
        self._new_name = ""
        self.person = SearchableCombo(
            find_people(context.desk), placeholder=_("Type a name in any script"), allows_new=True
        )
        self.office = TextField()
        self.organisation = SearchableCombo(find_organisations(context.desk), allows_new=True)
        self.email = TextField(placeholder=_("Of an aide, the embassy or the unit"))
        self.add_field("person_id", _("Person"), self.person)
        self.add_field("role", _("Role"), self.role)
        self.newcomer = QWidget()
        column = QVBoxLayout(self.newcomer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().space.field_gap)
        column.addWidget(self.add_field("title", _("Office"), self.office, place=False))
        column.addWidget(
            self.add_field("organisation_id", _("Organisation"), self.organisation, place=False)
        )
        self.add_row(
            self.add_field("country", _("Country"), self.country, place=False),
            self.add_field("email", _("Mailbox"), self.email, place=False),
            column=column,
        )
        self.newcomer.hide()
        self.body.addWidget(self.newcomer)
        self.person.value_changed.connect(self._on_person_value_changed)
        self.person.new_requested.connect(self._on_person_new_requested)
        self.organisation.new_requested.connect(self._on_organisation_new_requested)
        self.person.setFocus()

    def create(self) -> int:
        """Add the person, made first when they are new."""
        desk = self.context.desk
        person_id: int | None = self.person.value
        if person_id is None and not self._new_name:
            raise UserError(
                _("Choose somebody, or type a new name and press Enter."), field="person_id"
            )
        with desk.work(_("Add to the delegation")):
            if person_id is None:
                person_id = people.create_person(
                    desk,
                    name=self._new_name,
                    country=self.country.value or "",
                    email=self.email.value,
                    title=self.office.value,
                    organisation_id=self._organisation_id(),
                )
            return delegation.add_member(
                desk,
                self.visit_id,
                person_id=person_id,
                side=self.side.current,
                role=self.chosen_role,
            )

    def _organisation_id(self) -> int | None:
        """The chosen body, or one that is noted now under the name that was typed."""
        key = self.organisation.value
        if not isinstance(key, str):
            return key
        return organisations.create_organisation(
            self.context.desk, name=key, country=self.country.value or ""
        )

    def _on_person_value_changed(self, _choice: object) -> None:
        self._new_name = ""
        self.newcomer.hide()
        self.field("person_id").set_error("")
        self.field("person_id").set_hint("")
        self.adjustSize()

    def _on_person_new_requested(self, name: str) -> None:
        self._new_name = name
        self.person.set_choice(Choice(None, name))
        self.field("person_id").set_error("")
        self.field("person_id").set_hint(
            _("Somebody new. The office can be filled in now or later.")
        )
        self.newcomer.show()
        self.adjustSize()
        self.office.setFocus()

    def _on_organisation_new_requested(self, name: str) -> None:
        # Noted together with the person; until then the name stands for it.
        self.organisation.set_choice(Choice(name, name))
