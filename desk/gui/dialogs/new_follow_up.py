"""A new follow-up."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.lookups import (
    event_of,
    find_events,
    find_organisations,
    find_people,
    find_visits,
    person_of,
    visit_of,
)
from desk.gui.dialogs.new_person import add_organisation, add_person
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.text_field import TextArea, TextField
from desk.locale import _
from desk.services import follow_ups


class NewFollowUpDialog(NewThingDialog):
    """What was promised, where it came from, who does it until when."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        title: str = "",
        source: str = "",
        visit_id: int | None = None,
        event_id: int | None = None,
        agreement_id: int | None = None,
    ) -> None:
        super().__init__(context, _("New follow-up"), _("Add follow-up"), width=500, parent=parent)
        desk = context.desk
        self._agreement_id = agreement_id
        self.title = TextField(title)
        self.source = TextArea(source, lines=2)
        self.organisation = SearchableCombo(
            find_organisations(desk), placeholder=_("Which unit"), allows_new=True
        )
        self.person = SearchableCombo(find_people(desk), placeholder=_("Who"), allows_new=True)
        self.due_on = DateField(None, today=desk.today(), optional=True)
        self.visit = SearchableCombo(find_visits(desk), placeholder=_("Without a visit"))
        self.visit.set_choice(visit_of(desk, visit_id))
        self.event_field = SearchableCombo(
            find_events(desk, self._visit_id), placeholder=_("The whole visit")
        )
        self.event_field.set_choice(event_of(desk, event_id))
        self.add_field("title", _("What was promised"), self.title)
        self.add_field("source", _("Sentence or event it came from"), self.source)
        self.add_row(
            self.add_field("organisation_id", _("Unit"), self.organisation, place=False),
            self.add_field("person_id", _("Person"), self.person, place=False),
        )
        self.add_row(
            self.add_field("due_on", _("Due"), self.due_on, place=False),
            self.add_field("visit_id", _("Visit"), self.visit, place=False),
        )
        self.add_field("event_id", _("Event"), self.event_field)
        self.visit.value_changed.connect(self._on_visit_value_changed)
        self.organisation.new_requested.connect(self._on_organisation_new_requested)
        self.person.new_requested.connect(self._on_person_new_requested)
        self.title.setFocus()

    def _visit_id(self) -> int | None:
        return self.visit.value

    def create(self) -> int:
        return follow_ups.create_follow_up(
            self.context.desk,
            title=self.title.value,
            due_on=self.due_on.value,
            visit_id=self.visit.value,
            event_id=self.event_field.value,
            agreement_id=self._agreement_id,
            organisation_id=self.organisation.value,
            person_id=self.person.value,
            source=self.source.value,
        )

    def _on_visit_value_changed(self, _choice: Choice | None) -> None:
        # The event belonged to the visit before.
        self.event_field.set_choice(None)

    def _on_organisation_new_requested(self, name: str) -> None:
        choice = add_organisation(self.context, self, name)
        if choice is not None:
            self.organisation.set_choice(choice)

    def _on_person_new_requested(self, name: str) -> None:
        choice = person_of(self.context.desk, add_person(self.context, self, name))
        if choice is not None:
            self.person.set_choice(choice)
