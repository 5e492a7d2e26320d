"""What is restricted about a person: each part hidden until somebody asks to see it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.details.form import DetailForm, Reload
from desk.gui.theme.application import current_theme
from desk.gui.widgets.card import SectionHeader
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.label import Label
from desk.gui.widgets.restricted_field import RestrictedField
from desk.gui.widgets.text_field import TextArea, TextField
from desk.locale import _
from desk.services import restricted


class RestrictedForm(DetailForm):
    """Telephone, passport, date of birth, diet, health; closed again when the pane is left."""

    def __init__(self, context: Context, reload: Reload) -> None:
        super().__init__(context, self._write, reload=reload)
        self._reload_all = reload
        self.parts: dict[tuple[str, ...], RestrictedField] = {}
        self.add_widget(SectionHeader(_("Restricted")))
        self.add_widget(
            Label(
                _("Shown only when asked for, never printed. Every look is noted in the history."),
                "note",
                "text2",
                wraps=True,
            )
        )
        until, born = (
            DateField(today=context.desk.today(), optional=True, name=name)
            for name in (_("Passport valid until"), _("Date of birth"))
        )
        # Two of them side by side have to fit the pane.
        until.setMinimumWidth(96)
        self._add(_("Telephone"), phone=TextField())
        self._add(
            _("Passport"),
            passport_number=TextField(),
            passport_until=until,
        )
        self._add(_("Date of birth"), birth_date=born)
        self._add(_("Diet"), diet=TextField())
        self._add(_("Health"), health=TextArea(lines=2))

    def _add(self, label: str, **editors: QWidget) -> None:
        """A part of the form with one or two columns in it."""
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.field_gap)
        for name, editor in editors.items():
            above = _("Valid until") if name == "passport_until" else label
            row.addWidget(self.add_field(name, above, editor, place=False), 1)
        names = tuple(editors)
        part = self.parts[names] = RestrictedField(label, content)
        part.reveal_asked.connect(partial(self._on_part_reveal_asked, names))
        part.concealed.connect(partial(self._on_part_concealed, names))
        self.add_widget(part)

    def show_person(self, person_id: int) -> None:
        """Say what is noted, and follow what changed where it is open."""
        if person_id != self.row_id:
            self.conceal()
        desk = self.context.desk
        opened = [name for names, part in self.parts.items() if part.is_open for name in names]
        values: dict[str, Any] = dict.fromkeys(restricted.FIELDS)
        values["phone"] = values["passport_number"] = values["diet"] = values["health"] = ""
        values |= restricted.shown_values(desk, person_id, opened)
        self.show_values(person_id, values)
        noted = restricted.noted_fields(desk, person_id)
        for names, part in self.parts.items():
            part.set_noted(not noted.isdisjoint(names))

    def conceal(self) -> None:
        """Hide whatever is open."""
        for part in self.parts.values():
            part.conceal()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.conceal()

    def _write(self, row_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        restricted.note(self.context.desk, row_id, changes, seen=seen)

    def _on_part_reveal_asked(self, names: tuple[str, ...]) -> None:
        row_id = self.row_id
        if row_id is None:
            return
        values = self.context.attempt(lambda: restricted.reveal(self.context.desk, row_id, names))
        if values is not None:
            self.parts[names].open()
            self._reload_all()
            self.focus_field(names[0])

    def _on_part_concealed(self, names: tuple[str, ...]) -> None:
        self.leave()
        if self.row_id is not None:
            dates = {"passport_until", "birth_date"}
            self.show_values(self.row_id, {name: None if name in dates else "" for name in names})
