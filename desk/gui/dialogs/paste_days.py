"""The yearly decree on holidays and collective leave, pasted and looked through."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.dialogs.special_day import country_choices
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.label import Label
from desk.gui.widgets.page import ScrollColumn
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook, RowList
from desk.gui.widgets.text_field import TextArea, TextField
from desk.locale import _, current_language, ngettext
from desk.locale.formats import medium_date, short_date_range, weekday_date
from desk.model.choices import SpecialDayKind
from desk.model.errors import UserError
from desk.rules.decree import DecreeLine
from desk.services import special_days
from desk.services.choice_words import choice_words
from desk.services.special_days import PastedDays

READ_AFTER = 200
"""Milliseconds of quiet after which the text is read anew."""


class PasteDaysDialog(NewThingDialog):
    """Text at the left, what was understood of it line by line at the right; then one button."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, year: int) -> None:
        super().__init__(
            context,
            _("Paste the decree for {year}").format(year=year),
            _("Add days"),
            width=860,
            parent=parent,
        )
        self._year = year
        self.pasted = PastedDays((), frozenset())
        self.text = TextArea(lines=11)
        self.text.setPlaceholderText(
            _(
                "One line for each day, for example: Thursday, 24 December {year} Christmas leave"
            ).format(year=year)
        )
        self.kind = ComboBox(
            [
                (each, choice_words(each))
                for each in (SpecialDayKind.COLLECTIVE_LEAVE, SpecialDayKind.HOLIDAY)
            ]
        )
        self.country = ComboBox(country_choices())
        self.country.set_value("ID")
        self.basis = TextField(placeholder=_("Joint decree, number and year"))
        self.lines = RowList(
            self._look,
            NoteRowDelegate(inset=4),
            words=self._sentence,
            key=_number_of,
            name=_("What was understood"),
            fits=True,
        )
        self.summary = Label("", "note", "text2", wraps=True)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_AFTER)
        self._timer.timeout.connect(self.read)
        self.text.textChanged.connect(self._on_text_changed)
        self.country.value_changed.connect(self._on_country_value_changed)
        self.text.setFocus()
        self.read()

    def _lay_out(self) -> None:
        left, right = self.add_columns()
        self.resize(860, 560)
        left.addWidget(self.add_field("text", _("Text of the decree"), self.text, place=False))
        self.add_row(
            self.add_field("kind", _("Kind"), self.kind, place=False),
            self.add_field("country", _("Country"), self.country, place=False),
            column=left,
        )
        left.addWidget(self.add_field("basis", _("Basis"), self.basis, place=False))
        left.addStretch(1)
        right.addWidget(Label(_("What was understood"), "label", "text2"))
        room = ScrollColumn(margins=(0, 0, 8, 0), spacing=4)
        room.setMinimumWidth(300)
        body: QVBoxLayout = room.column
        body.addWidget(self.lines)
        body.addStretch(1)
        right.addWidget(room, 1)
        right.addWidget(self.summary)

    def read(self) -> None:
        """Read the text as it stands and say what each line means."""
        self._timer.stop()
        self.pasted = special_days.read_pasted_days(
            self.context.desk,
            self.text.toPlainText(),
            year=self._year,
            country=self.country.value,
        )
        self.lines.show_rows(self.pasted.lines)
        count = len(self.pasted.new)
        if not self.pasted.lines:
            words = _("Nothing is written before you agree.")
        else:
            words = ngettext("{count} new day", "{count} new days", count).format(count=count)
        self.summary.setText(words)
        self.action.setEnabled(bool(count))
        self.action.setText(
            ngettext("Add {count} day", "Add {count} days", count).format(count=count)
            if count
            else _("Add days")
        )
        self.action.updateGeometry()

    def create(self) -> int:
        self.read()
        if not self.pasted.new:
            raise UserError(_("No day was understood that is not noted yet."), field="text")
        return special_days.add_pasted_days(
            self.context.desk,
            self.pasted.new,
            kind=SpecialDayKind(self.kind.value),
            country=self.country.value,
            basis=self.basis.value,
        )

    def _look(self, line: DecreeLine) -> NoteRowLook:
        icon, tone, words = self._state(line)
        days = _days_words(line.days)
        return NoteRowLook(line.name or line.text, words or days, icon=icon, tone=tone)

    def _state(self, line: DecreeLine) -> tuple[str, str, str]:
        """The sign, its tone, and the words for a line that is not simply well."""
        first = line.days[0] if line.days else None
        if line.problem == "no_date" or first is None:
            return "minus-circle", "text3", _("No date: left out")
        if line.problem == "other_year":
            year = _other_year(line.days, self._year)
            return "minus-circle", "warn", _("In {year}: left out").format(year=year)
        if all(day in self.pasted.known for day in line.days):
            return "check", "text3", _("Noted already")
        if line.problem == "weekday":
            words = _("{day}, not the weekday written")
            return (
                "warning-circle",
                "warn",
                words.format(day=weekday_date(first, current_language())),
            )
        if line.problem == "no_name":
            words = _("{day}, without a name")
            return "check-circle", "ok", words.format(day=medium_date(first, current_language()))
        return "check-circle", "ok", ""

    def _sentence(self, line: DecreeLine) -> str:
        look = self._look(line)
        return f"{look.title}, {look.second}"

    def _on_text_changed(self) -> None:
        self._timer.start()

    def _on_country_value_changed(self, _country: object) -> None:
        self.read()


def _days_words(days: tuple[date, ...]) -> str:
    """One day with its weekday, neighbours as a range, else day by day."""
    language = current_language()
    if len(days) == 1:
        return weekday_date(days[0], language)
    if days and (days[-1] - days[0]).days == len(days) - 1:
        return short_date_range(days[0], days[-1], language)
    return ", ".join(medium_date(day, language) for day in days)


def _number_of(line: DecreeLine) -> int:
    return line.number


def _other_year(days: tuple[date, ...], year: int) -> int:
    return next(day.year for day in days if day.year != year)
