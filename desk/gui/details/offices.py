"""The offices somebody holds and held."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.details.form import DetailForm
from desk.gui.details.localised_field import LocalisedField
from desk.gui.details.part_list import PartList
from desk.gui.dialogs.lookups import find_organisations, organisation_of
from desk.gui.dialogs.new_office import NewOfficeDialog
from desk.gui.dialogs.new_person import add_organisation
from desk.gui.models.person_words import acting_choices
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.row_list import NoteRowLook
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.locale import _, current_language
from desk.locale.formats import medium_date
from desk.model.rows.people import OfficeRow, PersonRow
from desk.services import people


class OfficeForm(DetailForm):
    """Title in several languages, how it is held, where, and from when until when."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, self._write)
        today = context.desk.today()
        self.organisation = SearchableCombo(find_organisations(context.desk), allows_new=True)
        self.add_field("title", _("Office"), LocalisedField())
        self.add_row(
            self.add_field("acting", _("Held"), ComboBox(acting_choices()), place=False),
            self.add_field(
                "organisation_id",
                _("Organisation"),
                self.organisation,
                choice_of=lambda key: organisation_of(context.desk, key),
                place=False,
            ),
        )
        self.add_row(
            self.add_field("starts_on", _("From"), _date(today), place=False),
            self.add_field("ends_on", _("Until"), _date(today), place=False),
        )
        self.organisation.new_requested.connect(self._on_organisation_new_requested)

    def show_office(self, office: OfficeRow) -> None:
        """Show what is stored."""
        self.show_values(
            office.id,
            {
                "title": office.titles,
                "acting": office.acting,
                "organisation_id": office.organisation_id,
                "starts_on": office.starts_on,
                "ends_on": office.ends_on,
            },
        )

    def _write(self, row_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        people.update_office(self.context.desk, row_id, changes, seen=seen)

    def _on_organisation_new_requested(self, name: str) -> None:
        choice = add_organisation(self.context, self.window(), name)
        if choice is not None:
            self.organisation.set_choice(choice)
            self.organisation.value_changed.emit(choice)


class Offices(QWidget):
    """The list, the latest first, with the form of the marked office."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._person_id: int | None = None
        self.form = OfficeForm(context)
        self.parts = PartList(
            self.form,
            self._look,
            title=_("Offices"),
            add=_("Add an office"),
            remove=_("Take this office out"),
            nothing=_("No office is noted. A list printed for a day shows the office of that day."),
            show_values=self.form.show_office,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)
        self.parts.addition_asked.connect(self._on_parts_addition_asked)
        self.parts.removal_asked.connect(self._on_parts_removal_asked)

    def show_person(self, person: PersonRow) -> None:
        """Show the offices of somebody."""
        self._person_id = person.id
        self.parts.show_rows(person.offices)

    def _look(self, office: OfficeRow) -> NoteRowLook:
        today = self._context.desk.today()
        over = office.ends_on is not None and office.ends_on < today
        return NoteRowLook(
            office.title,
            " · ".join(part for part in (office.organisation, period_words(office)) if part),
            right=_("before") if over else "",
            right_tone="text2",
        )

    def _on_parts_addition_asked(self) -> None:
        if self._person_id is None:
            return
        dialog = NewOfficeDialog(self._context, self._person_id, self.window())
        try:
            dialog.exec()
            if dialog.created_id is not None:
                self.parts.select(dialog.created_id)
        finally:
            dialog.deleteLater()

    def _on_parts_removal_asked(self, office: OfficeRow) -> None:
        def write() -> bool:
            people.delete_office(self._context.desk, office.id)
            return True

        if self._context.attempt(write):
            self._context.tell(_("Office taken out"), undo=True)


def period_words(office: OfficeRow) -> str:
    """From when until when, empty when neither is known."""
    language = current_language()
    first = medium_date(office.starts_on, language) if office.starts_on else ""
    last = medium_date(office.ends_on, language) if office.ends_on else ""
    if first and last:
        return f"{first} – {last}"
    if first:
        return _("since {day}").format(day=first)
    return _("until {day}").format(day=last) if last else ""


def _date(today: date) -> DateField:
    field = DateField(None, today=today, optional=True)
    field.setMinimumWidth(96)
    return field
