"""A person in the pane at the right."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.details.detail import Detail
from desk.gui.details.event_list import EventList
from desk.gui.details.offices import Offices
from desk.gui.details.person_form import PersonForm
from desk.gui.details.person_history import PersonHistory
from desk.gui.details.restricted_form import RestrictedForm
from desk.gui.details.same_person_hint import SamePersonHint
from desk.gui.widgets.button import Button
from desk.gui.widgets.chip import ChipLook
from desk.locale import _, current_language
from desk.locale.countries import country_name
from desk.model.rows.people import PersonRow
from desk.services import people, programme


class PersonDetail(Detail):
    """Name, offices and what is restricted; their events; what was changed and who looked."""

    tables = frozenset(
        {
            "person",
            "office",
            "organisation",
            "participation",
            "event",
            "restricted_record",
            "not_same_person",
        }
    )

    def __init__(self, context: Context, row_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, row_id, parent)
        self.person: PersonRow | None = None
        self.form = PersonForm(context, self.refresh)
        self.offices = Offices(context)
        self.restricted = RestrictedForm(context, self.refresh)
        self.events = EventList(
            context,
            _("No events yet"),
            _("Add them to a delegation, or as a host of an event."),
        )
        self.steps = PersonHistory(context)
        self.same = SamePersonHint(context)
        first = self.add_tab("person", _("Person"))
        first.addWidget(self.same)
        self.put_form(first, self.form)
        first.addWidget(self.offices)
        first.addWidget(self.restricted)
        first.addStretch(1)
        self.add_tab("events", _("Events")).addWidget(self.events)
        self.add_tab("history", _("History")).addWidget(self.steps)
        self.delete_button = Button(_("Delete"), "trash", "quiet", dense=True)
        self.foot.addWidget(self.delete_button)
        self.show_saved(self.form)
        self.show_saved(self.restricted)
        self.delete_button.clicked.connect(self.delete)
        self.refresh()

    def read(self) -> bool:
        desk = self.context.desk
        self.person = person = people.get_person(desk, self.row_id)
        if person is None:
            return False
        chips: list[ChipLook] = []
        if person.country:
            chips.append(ChipLook(country_name(person.country, current_language()), "mute"))
        if not person.email:
            tip = _("Invitations cannot be sent before a mailbox is known.")
            chips.append(ChipLook(_("No mailbox"), "warn", "warning-circle", tip))
        self.set_chips(chips)
        office = ", ".join(part for part in (person.office, person.organisation) if part)
        self.set_title(person.name_with_titles, office)
        self.same.show_person(person.id)
        self.form.show_person(person)
        self.offices.show_person(person)
        self.restricted.show_person(person.id)
        events = programme.events_of_person(desk, person.id)
        self.events.show_events(events, desk.now())
        self.tabs.set_count("events", len(events))
        self.steps.show_person(person.id)
        return True

    def commands(self) -> frozenset[str]:
        return frozenset() if self.person is None else frozenset({"delete", "edit"})

    def run(self, command: str) -> None:
        {"delete": self.delete, "edit": self.edit}[command]()

    def edit(self) -> None:
        """Put the keyboard into the name."""
        self.show_tab("person")
        self.form.focus_field("full_name")

    def delete(self) -> None:
        """Delete the person; the notice offers to take it back."""
        if self.do(
            lambda: people.delete_person(self.context.desk, self.row_id), _("Person deleted")
        ):
            self.context.close_detail()
