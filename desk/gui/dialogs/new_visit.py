"""Books a visit from nothing, with the keyboard alone."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.place_choices import find_countries, find_zones, zone_choice
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.text_field import TextField
from desk.locale import _
from desk.locale.countries import usual_zone
from desk.model.errors import UserError
from desk.services import visits


class NewVisitDialog(Dialog):
    """Title, country, days, the guests' zone, letter; Enter books and opens the visit.

    Problems stand beside their field. Whether the days fit is said before anything is written.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            _("New visit"),
            _("The rest can be filled in on the page of the visit."),
            width=480,
            parent=parent,
        )
        self._context = context
        today = context.desk.today()
        self.title = TextField(placeholder=_("Visit of the delegation from …"))
        self.country = SearchableCombo(_countries, placeholder=_("Type a country"))
        self.first_day = DateField(None, today=today)
        self.last_day = DateField(None, today=today, optional=True)
        self.guest_zone = SearchableCombo(_zones, placeholder=_("As at the office"))
        self.letter = TextField(placeholder=_("Number and date of the letter"))
        self._last_day_is_mine = False
        self._zone_is_mine = False
        self.fields = {
            "title": LabeledField(_("Title"), self.title),
            "country": LabeledField(_("Country of the guests"), self.country),
            "first_day": LabeledField(_("First day"), self.first_day),
            "last_day": LabeledField(_("Last day"), self.last_day),
            "guest_zone": LabeledField(
                _("Guests' time zone"),
                self.guest_zone,
                hint=_("Times for guests are shown in both zones."),
            ),
            "letter": LabeledField(_("Letter"), self.letter),
        }
        self._problem = Label("", "note", "bad", wraps=True)
        self._problem.hide()
        self._lay_out()
        self.book_button = self.add_action(_("Book visit"), "plus")
        self._connect()
        self.title.setFocus()

    def _lay_out(self) -> None:
        self.body.addWidget(self._problem)
        self.body.addWidget(self.fields["title"])
        self.body.addWidget(self.fields["country"])
        days = QHBoxLayout()
        days.setSpacing(12)
        days.addWidget(self.fields["first_day"])
        days.addWidget(self.fields["last_day"])
        self.body.addLayout(days)
        self.body.addWidget(self.fields["guest_zone"])
        self.body.addWidget(self.fields["letter"])

    def _connect(self) -> None:
        self.country.value_changed.connect(self._on_country_value_changed)
        self.guest_zone.value_changed.connect(self._on_guest_zone_value_changed)
        self.first_day.value_changed.connect(self._on_first_day_value_changed)
        self.last_day.value_changed.connect(self._on_last_day_value_changed)

    def accept(self) -> None:
        """Book it and go there; what is wrong is said beside the field."""
        for field in self.fields.values():
            field.set_error("")
        self._problem.hide()
        if self._refuse_early():
            return
        first_day: date | None = self.first_day.value
        assert first_day is not None
        try:
            visit_id = visits.create_visit(
                self._context.desk,
                title=self.title.value,
                first_day=first_day,
                last_day=self.last_day.value,
                country=self.country.value or "",
                guest_zone=self.guest_zone.value or "",
                letter=self.letter.value,
            )
        except UserError as error:
            self._say(error.field, error.message)
            return
        super().accept()
        self._context.go("visit", visit_id)

    def _refuse_early(self) -> bool:
        """Several things may be missing: each is said, the first one gets the keyboard."""
        wrong: list[str] = []
        if not self.title.value:
            self._say("title", _("A visit needs a title."), focus=False)
            wrong.append("title")
        if self.first_day.value is None or self.first_day.error:
            self._say("first_day", self.first_day.error or _("Say when it begins."), focus=False)
            wrong.append("first_day")
        if self.last_day.error:
            wrong.append("last_day")
        if wrong:
            self.fields[wrong[0]].editor.setFocus()
        return bool(wrong)

    def _say(self, name: str | None, words: str, *, focus: bool = True) -> None:
        field = self.fields.get(name or "")
        if field is None:
            self._problem.setText(words)
            self._problem.show()
            return
        field.set_error(words)
        if focus:
            field.editor.setFocus()

    def _on_country_value_changed(self, choice: Choice | None) -> None:
        self.fields["country"].set_error("")
        if self._zone_is_mine:
            return
        zone = usual_zone(str(choice.key)) if choice is not None else None
        own = zone is None or zone == self._context.desk.zone
        self.guest_zone.set_choice(None if own or zone is None else Choice(*zone_choice(zone)))

    def _on_guest_zone_value_changed(self, _choice: object) -> None:
        self._zone_is_mine = True

    def _on_first_day_value_changed(self, day: date | None) -> None:
        self.fields["first_day"].set_error("")
        if day is None:
            return
        last: date | None = self.last_day.value
        if not self._last_day_is_mine or last is None:
            self.last_day.set_value(day)

    def _on_last_day_value_changed(self, _day: object) -> None:
        self._last_day_is_mine = True
        self.fields["last_day"].set_error("")


def _countries(text: str) -> Sequence[Choice]:
    return [Choice(code, name, code) for code, name in find_countries(text)]


def _zones(text: str) -> Sequence[Choice]:
    return [Choice(zone, name) for zone, name in find_zones(text)]
