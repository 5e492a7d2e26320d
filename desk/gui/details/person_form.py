"""The form of a person: the name as they write it first, its parts when they are wanted."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QSizePolicy

from desk.gui.context import Context
from desk.gui.details.form import DetailForm, Reload
from desk.gui.dialogs.lookups import country_of, find_countries
from desk.gui.models.person_words import language_choices
from desk.gui.widgets.button import Button
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.gui.widgets.text_field import TextArea, TextField
from desk.locale import _
from desk.model.rows.people import PersonRow
from desk.services import people

_PARTS = (
    "family",
    "given",
    "patronymic",
    "original_script",
    "honorific",
    "pronunciation",
    "aliases",
)
"""Folded below a button that says what is filled in."""


class PersonForm(DetailForm):
    """Name, titles, country, language, mailbox, notes."""

    def __init__(self, context: Context, reload: Reload) -> None:
        super().__init__(context, self._write, reload=reload)
        self._opened = False
        self.add_field("full_name", _("Full name"), TextField())
        self.add_row(
            self.add_field("titles_before", _("Titles before"), TextField(), place=False),
            self.add_field("titles_after", _("Titles after"), TextField(), place=False),
        )
        self.parts_button = Button(_("More of the name"), "caret-down", "quiet", dense=True)
        self.parts_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.parts_button.setMinimumWidth(60)
        self.add_widget(self.parts_button)
        self._add_parts()
        self.add_row(
            self.add_field(
                "country",
                _("Country"),
                SearchableCombo(find_countries),
                choice_of=country_of,
                to_value=lambda code: code or "",
                place=False,
            ),
            self.add_field(
                "language", _("Invitations in"), ComboBox(language_choices()), place=False
            ),
        )
        self.add_field(
            "email",
            _("Mailbox"),
            TextField(placeholder=_("name@example.org")),
            hint=_("Their own, an aide's or the unit's; invitations go there."),
        )
        self.add_field("notes", _("Internal notes"), TextArea(lines=3))
        self.parts_button.clicked.connect(self._on_parts_button_clicked)

    def _add_parts(self) -> None:
        self.add_row(
            self.add_field("family", _("Family name"), TextField(), place=False),
            self.add_field("given", _("Given name"), TextField(), place=False),
        )
        self.add_row(
            self.add_field("patronymic", _("Patronymic"), TextField(), place=False),
            self.add_field("honorific", _("Form of address"), TextField(), place=False),
        )
        self.add_row(
            self.add_field("original_script", _("Original script"), TextField(), place=False),
            self.add_field("pronunciation", _("Pronunciation"), TextField(), place=False),
        )
        self.add_field(
            "aliases",
            _("Other spellings"),
            TextField(),
            hint=_("Separated by semicolons; they are found as well."),
            to_value=_split,
            to_editor="; ".join,
        )

    def show_person(self, person: PersonRow) -> None:
        """Show what is stored; what is being edited is left alone."""
        if person.id != self.row_id:
            self._opened = False
        values: dict[str, Any] = {
            "full_name": person.name,
            "titles_before": person.titles_before,
            "titles_after": person.titles_after,
            "family": person.family,
            "given": person.given,
            "patronymic": person.patronymic,
            "honorific": person.honorific,
            "original_script": person.original_script,
            "pronunciation": person.pronunciation,
            "aliases": list(person.aliases),
            "country": person.country,
            "language": person.language,
            "email": person.email,
            "notes": person.notes,
        }
        self.show_values(person.id, values)
        given = (person.family, person.given, person.patronymic, person.original_script)
        words = " · ".join(part for part in given if part)
        self.parts_button.setText(
            _("Parts of the name: {parts}").format(parts=words) if words else _("More of the name")
        )
        self._show_parts(self._opened)

    def _show_parts(self, shown: bool) -> None:
        self._opened = shown
        self.parts_button.set_icon_name("caret-up" if shown else "caret-down")
        for name in _PARTS:
            self.field(name).setVisible(shown)

    def _write(self, row_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        people.update_person(self.context.desk, row_id, changes, seen=seen)

    def _on_parts_button_clicked(self) -> None:
        self._show_parts(not self._opened)
        if self._opened:
            self.focus_field("family")


def _split(text: str) -> list[str]:
    """Spellings as written, one each."""
    parts = (part.strip() for part in text.replace("\n", ";").split(";"))
    return [part for part in parts if part]
