"""Adds a person or an unnamed group to the delegation or to the hosts."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.choice_words import host_role_words, role_words, side_words
from desk.gui.models.person_choices import find_organisations, find_people
from desk.gui.models.place_choices import country_choice, find_countries
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.text_field import TextField
from desk.locale import _
from desk.model.choices import Role, Side
from desk.model.errors import UserError
from desk.services import delegation, organisations, people


class AddMemberDialog(Dialog):
    """Somebody the desk knows, somebody new, or a group without names.

    With `group` it asks for a group. A name that is not known opens the fields of a new person
    below: office, organisation, country, mailbox. All of it is one step and one undo.
    """

    def __init__(
        self,
        context: Context,
        visit_id: int,
        *,
        side: Side = Side.GUEST,
        group: bool = False,
        country: str = "",
        parent: QWidget | None = None,
    ) -> None:
        title = _("Add a group") if group else _("Add a person")
        super().__init__(title, width=480, parent=parent)
        self._context = context
        self._visit_id = visit_id
        self._group = group
        self._new_name = ""
        self.side = SegmentedButtons(
            [(each, side_words(each)) for each in Side], name=_("Side"), current=side
        )
        self.role = ComboBox()
        self.name = TextField(placeholder=_("Business people and …"))
        self.headcount = NumberField(None, least=1, most=5000, optional=True)
        find = find_people(context.desk)
        self.person = SearchableCombo(
            lambda text: [Choice(*found, icon="user") for found in find(text)],
            placeholder=_("Type a name in any script"),
            allows_new=True,
        )
        self.office = TextField()
        bodies = find_organisations(context.desk)
        self.organisation = SearchableCombo(
            lambda text: [Choice(*found) for found in bodies(text)], allows_new=True
        )
        self.country = SearchableCombo(
            lambda text: [Choice(code, name, code) for code, name in find_countries(text)]
        )
        if country and side is Side.GUEST:
            self.country.set_choice(Choice(*country_choice(country)))
        self.email = TextField(placeholder=_("of an aide, the embassy or the unit"))
        self.fields = {
            "name": LabeledField(_("Name of the group"), self.name),
            "headcount": LabeledField(
                _("Number of people"),
                self.headcount,
                hint=_("Leave it empty while nobody knows."),
            ),
            "person_id": LabeledField(_("Person"), self.person),
            "role": LabeledField(_("Role"), self.role),
            "title": LabeledField(_("Office"), self.office),
            "organisation_id": LabeledField(_("Organisation"), self.organisation),
            "country": LabeledField(_("Country"), self.country),
            "email": LabeledField(_("Mailbox"), self.email),
        }
        self._newcomer = QWidget()
        self._problem = Label("", "note", "bad", wraps=True)
        self._problem.hide()
        self._lay_out()
        self._show_roles()
        self.add_action(_("Add"), "plus")
        self._connect()
        (self.name if group else self.person).setFocus()

    def _lay_out(self) -> None:
        self.body.addWidget(self.side)
        self.body.addWidget(self._problem)
        if self._group:
            self.body.addWidget(self.fields["name"])
            self.body.addWidget(self.fields["headcount"])
        else:
            self.body.addWidget(self.fields["person_id"])
        self.body.addWidget(self.fields["role"])
        column = QVBoxLayout(self._newcomer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if self._group:
            self._newcomer.hide()
            self.body.addWidget(self.fields["country"])
            return
        column.addWidget(self.fields["title"])
        column.addWidget(self.fields["organisation_id"])
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.fields["country"], 1)
        row.addWidget(self.fields["email"], 1)
        column.addLayout(row)
        self._newcomer.hide()
        self.body.addWidget(self._newcomer)

    def _connect(self) -> None:
        self.side.chosen.connect(self._on_side_chosen)
        self.person.value_changed.connect(self._on_person_value_changed)
        self.person.new_requested.connect(self._on_person_new_requested)
        self.organisation.new_requested.connect(self._on_organisation_new_requested)

    def _show_roles(self) -> None:
        words = role_words if self.side.current is Side.GUEST else host_role_words
        self.role.set_choices([(role, words(role)) for role in Role])
        self.role.set_value(Role.UNOFFICIAL if self._group else Role.MEMBER)

    def accept(self) -> None:
        """Add it; what is wrong is said beside the field."""
        for field in self.fields.values():
            field.set_error("")
        self._problem.hide()
        if self._group and self.headcount.error:
            self.headcount.setFocus()
            return
        if not self._group and self.person.value is None and not self._new_name:
            self._say("person_id", _("Choose somebody, or type a new name and press Enter."))
            return
        try:
            member_id = self._add_group() if self._group else self._add_person()
        except UserError as error:
            self._say(error.field, error.message)
            return
        super().accept()
        self._context.show_detail("member", member_id)

    def _add_group(self) -> int:
        return delegation.add_group(
            self._context.desk,
            self._visit_id,
            name=self.name.value,
            headcount=self.headcount.value,
            side=self.side.current,
            role=self.role.value,
            country=self.country.value or "",
        )

    def _add_person(self) -> int:
        desk = self._context.desk
        with desk.work(_("Add to the delegation")):
            person_id = self.person.value
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
                self._visit_id,
                person_id=person_id,
                side=self.side.current,
                role=self.role.value,
            )

    def _organisation_id(self) -> int | None:
        """The chosen body, or one that is noted under the name that was typed."""
        key = self.organisation.value
        if not isinstance(key, str):
            return key
        return organisations.create_organisation(
            self._context.desk, name=key, country=self.country.value or ""
        )

    def _say(self, name: str | None, words: str) -> None:
        # The service speaks of its own columns; some stand here under another field.
        places: Mapping[str, str] = {"full_name": "person_id"}
        field = self.fields.get(places.get(name or "", name or ""))
        if field is None:
            self._problem.setText(words)
            self._problem.show()
            return
        field.set_error(words)
        field.editor.setFocus()

    def _on_side_chosen(self, _side: object) -> None:
        self._show_roles()

    def _on_person_value_changed(self, _choice: Choice | None) -> None:
        self.fields["person_id"].set_error("")
        self._new_name = ""
        self._newcomer.hide()
        self.fields["person_id"].set_hint("")
        self.adjustSize()

    def _on_person_new_requested(self, name: str) -> None:
        self._new_name = name
        self.person.set_choice(Choice(None, name))
        self.fields["person_id"].set_hint(_("New person: the office can be filled in now or later."))
        self._newcomer.show()
        self.adjustSize()
        self.office.setFocus()

    def _on_organisation_new_requested(self, name: str) -> None:
        # Written together with the person; the name itself stands for it until then.
        self.organisation.set_choice(Choice(name, name))
