"""A day that is not like others: a new one, or one that was noted before."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.text_field import TextField
from desk.locale import _, current_language
from desk.locale.countries import country_name
from desk.model.choices import SpecialDayKind
from desk.model.localised import with_text
from desk.model.rows.special_days import SpecialDayRow
from desk.services import special_days
from desk.services.choice_words import choice_words

COUNTRIES = ("ID", "KZ")
"""Of whose days the office keeps notes; a note for the office alone names none."""


def country_choices() -> list[tuple[str, str]]:
    """The countries to choose, then the office alone."""
    named = [(code, country_name(code, current_language())) for code in COUNTRIES]
    return [*named, ("", _("This office alone"))]


class SpecialDayDialog(NewThingDialog):
    """Day, kind, name, country and the decree that says so."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        day: date | None = None,
        country: str = "ID",
        kind: SpecialDayKind = SpecialDayKind.COLLECTIVE_LEAVE,
        name: str = "",
        noted: SpecialDayRow | None = None,
    ) -> None:
        title = _("New special day") if noted is None else _("Change special day")
        action = _("Add day") if noted is None else _("Change")
        super().__init__(context, title, action, width=460, parent=parent)
        self._noted = noted
        today = context.desk.today()
        self.day = DateField(noted.day if noted else day or today, today=today)
        self.kind = ComboBox([(each, choice_words(each)) for each in SpecialDayKind])
        self.kind.set_value(noted.kind if noted else kind)
        self.name = TextField(_own_name(noted) if noted else name)
        choices = country_choices()
        chosen = noted.country if noted else country
        if chosen not in dict(choices):
            choices.insert(0, (chosen, country_name(chosen, current_language())))
        self.country = ComboBox(choices)
        self.country.set_value(chosen)
        self.basis = TextField(
            noted.basis if noted else "", placeholder=_("Joint decree, number and year")
        )
        self.add_row(
            self.add_field("day", _("Date"), self.day, place=False),
            self.add_field("kind", _("Kind"), self.kind, place=False),
        )
        self.add_field("name", _("Name"), self.name)
        self.add_row(
            self.add_field("country", _("Country"), self.country, place=False),
            self.add_field("basis", _("Basis"), self.basis, place=False),
        )
        self.day.setFocus()

    def create(self) -> int:
        desk = self.context.desk
        values = {
            "day": self.day.value,
            "kind": SpecialDayKind(self.kind.value),
            "country": self.country.value,
            "basis": self.basis.value,
        }
        noted = self._noted
        if noted is None:
            return special_days.add_special_day(
                desk,
                name=self.name.value,
                **values,  # pyright: ignore[reportArgumentType]
            )
        names = with_text(noted.names, current_language(), self.name.value)
        special_days.change_special_day(
            desk,
            noted.id,
            {**values, "name": names},
            seen={
                "day": noted.day,
                "kind": noted.kind,
                "country": noted.country,
                "basis": noted.basis,
                "name": noted.names,
            },
        )
        return noted.id


def _own_name(noted: SpecialDayRow) -> str:
    """The name as somebody gave it; nothing when the day is only called by its kind."""
    return noted.name if noted.names else ""
