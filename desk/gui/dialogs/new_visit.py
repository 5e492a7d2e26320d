"""Books a visit from nothing, with the keyboard alone."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.lookups import find_countries, find_zones, zone_of
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.text_field import TextField
from desk.locale import _, ngettext
from desk.locale.countries import usual_zone
from desk.model.choices import VisitKind
from desk.model.errors import UserError
from desk.services import visit_templates
from desk.services.choice_words import choice_words


class NewVisitDialog(NewThingDialog):
    """Title, country, days, the guests' zone, letter; Enter books, the frame opens the visit.

    The zone follows the country and the last day the first, until somebody chooses otherwise. For
    a kind of visit that has a typical programme, that is proposed.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            _("New visit"),
            _("Book visit"),
            text=_("The rest can be filled in on the page of the visit."),
            width=480,
            parent=parent,
        )
        today = context.desk.today()
        self.title = TextField(placeholder=_("Visit of the delegation from …"))
        self.country = SearchableCombo(find_countries, placeholder=_("Type a country"))
        self.first_day = DateField(None, today=today, optional=True)
        self.last_day = DateField(None, today=today, optional=True)
        self.guest_zone = SearchableCombo(find_zones, placeholder=_("As at the office"))
        self.letter = TextField(placeholder=_("Number and date of the letter"))
        self.kind = ComboBox([(kind, choice_words(kind)) for kind in VisitKind])
        self.kind.set_value(VisitKind.OTHER)
        self.with_programme = CheckBox(_("Propose a typical programme"))
        self._last_day_chosen = False
        self._zone_chosen = False
        self.add_field("title", _("Title"), self.title)
        self.add_field("country", _("Country of the guests"), self.country)
        self.add_row(
            self.add_field("first_day", _("First day"), self.first_day, place=False),
            self.add_field("last_day", _("Last day"), self.last_day, place=False),
        )
        self.add_row(
            self.add_field("kind", _("Kind of visit"), self.kind, place=False),
            self._programme_field(),
        )
        self.add_field(
            "guest_zone",
            _("Guests' time zone"),
            self.guest_zone,
            hint=_("Times for guests are shown in both zones."),
        )
        self.add_field("letter", _("Letter"), self.letter)
        self.country.value_changed.connect(self._on_country_value_changed)
        self.guest_zone.value_changed.connect(self._on_guest_zone_value_changed)
        self.first_day.value_changed.connect(self._on_first_day_value_changed)
        self.last_day.value_changed.connect(self._on_last_day_value_changed)
        self.kind.value_changed.connect(self._on_kind_value_changed)
        self._say_programme()
        self.title.setFocus()

    def create(self) -> int:
        """Book it."""
        if not self.title.value:
            raise UserError(_("A visit needs a title."), field="title")
        first_day: date | None = self.first_day.value
        if first_day is None:
            raise UserError(_("Say when it begins."), field="first_day")
        kind = VisitKind(self.kind.value)
        return visit_templates.book_visit(
            self.context.desk,
            title=self.title.value,
            kind=kind,
            with_programme=self.with_programme.isChecked() and self.with_programme.isEnabled(),
            first_day=first_day,
            last_day=self.last_day.value,
            country=self.country.value or "",
            guest_zone=self.guest_zone.value or "",
            letter=self.letter.value,
        )

    def _programme_field(self) -> LabeledField:
        return self.add_field("programme", _("Programme"), self.with_programme, place=False)

    def _say_programme(self) -> None:
        """Whether there is something to propose, and how many events."""
        kind = VisitKind(self.kind.value)
        first: date | None = self.first_day.value
        last: date | None = self.last_day.value
        typical = kind in visit_templates.kinds_with_programme()
        self.with_programme.setEnabled(typical)
        words = "" if typical else _("For a kind of visit that has one.")
        if typical and first is not None and (last is None or last >= first):
            today = self.context.desk.today()
            count = len(visit_templates.proposed_events(kind, first, last or first, today=today))
            words = ngettext(
                "{count} event, tentative.", "{count} events, tentative.", count
            ).format(count=count)
        self.field("programme").set_hint(words)

    def _on_kind_value_changed(self, _kind: object) -> None:
        self.with_programme.setChecked(
            VisitKind(self.kind.value) in visit_templates.kinds_with_programme()
        )
        self._say_programme()

    def _on_country_value_changed(self, choice: Choice | None) -> None:
        self.field("country").set_error("")
        if self._zone_chosen:
            return
        zone = usual_zone(str(choice.key)) if choice is not None else None
        self.guest_zone.set_choice(zone_of(None if zone == self.context.desk.zone else zone))

    def _on_guest_zone_value_changed(self, _choice: object) -> None:
        self._zone_chosen = True

    def _on_first_day_value_changed(self, day: date | None) -> None:
        self.field("first_day").set_error("")
        last: date | None = self.last_day.value
        if day is not None and (last is None or not self._last_day_chosen):
            self.last_day.set_value(day)
        self._say_programme()

    def _on_last_day_value_changed(self, _day: object) -> None:
        self._last_day_chosen = True
        self.field("last_day").set_error("")
        self._say_programme()
