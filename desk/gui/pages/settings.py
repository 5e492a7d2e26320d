"""Settings: language, theme and name of this desk; the office's for all desks; the database."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from desk.gui.commands import LANGUAGES, THEMES
from desk.gui.context import Context
from desk.gui.details.form import DetailForm
from desk.gui.details.saved_label import SavedLabel
from desk.gui.dialogs.lookups import find_zones, zone_of
from desk.gui.pages.page import Page
from desk.gui.theme_choice import chosen_theme
from desk.gui.versions import versions
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Card
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.page import PageHeader, ScrollColumn
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.text_field import TextField
from desk.locale import _, current_language
from desk.model.errors import UserError
from desk.services import settings

_THE_ONLY_ROW = 1
"""A form wants the number of a row; the office has one set of settings."""

_ONE_COLUMN_BELOW = 820


class SettingsPage(Page):
    """Everything is kept as it is typed."""

    tables = frozenset({"setting"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.languages = SegmentedButtons(LANGUAGES, name=_("Language"), current=current_language())
        self.themes = SegmentedButtons(
            [(key, _(label)) for key, label in THEMES], name=_("Theme"), current=chosen_theme()
        )
        self.who = TextField()
        self.form = DetailForm(context, self._save, reload=self.refresh)
        self.place = Label("", wraps=True, selectable=True)
        self.other = Button(_("Open another…"), "folder-open")
        self.new = Button(_("New database…"), "file-plus")
        self.history = Button(_("History and trash"), "clock-counter-clockwise")
        self.days = Button(_("Days of the office"), "calendar-x")
        self.ways = Button(_("Travel times"), "path")
        self._fill_form()
        self._lay_out()
        self._connect()

    def _fill_form(self) -> None:
        form = self.form
        form.add_field("unit", _("Short name of the unit"), TextField())
        form.add_field(
            "letterhead", _("Letterhead, first line"), TextField(), hint=_("At the head of paper.")
        )
        form.add_field("letterhead_second", _("Letterhead, second line"), TextField())
        form.add_field(
            "organiser_name",
            _("Organiser"),
            TextField(),
            hint=_("Whom guests see as the sender of invitations."),
        )
        form.add_field(
            "organiser_mailbox",
            _("Organiser's mailbox"),
            TextField(),
            hint=_("Guests' calendars send their answers there."),
        )
        form.add_field(
            "zone", _("Time zone of the office"), SearchableCombo(find_zones), choice_of=zone_of
        )

    def _lay_out(self) -> None:
        here = Card(_("This desk"))
        here.body.setSpacing(12)
        for label, editor in (
            (_("Language"), self.languages),
            (_("Theme"), self.themes),
        ):
            together = QVBoxLayout()
            together.setSpacing(4)
            together.addWidget(Label(label, "label", "text2"))
            together.addWidget(editor, 0, Qt.AlignmentFlag.AlignLeft)
            here.body.addLayout(together)
        here.body.addWidget(
            LabeledField(
                _("Your name"), self.who, hint=_("Stands beside your changes in the history.")
            )
        )
        office = Card(_("The office, for all desks"))
        office.body.addWidget(self.form)
        office.body.addWidget(SavedLabel(self.form))
        database = Card(_("Database"))
        database.body.addWidget(self.place)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.other)
        row.addWidget(self.new)
        row.addStretch(1)
        database.body.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self.history)
        below.addStretch(1)
        database.body.addLayout(below)
        planning = Card(_("Planning"))
        planning.body.addWidget(
            Label(
                _("What the office knows beyond the calendars, and how far places are apart."),
                "note",
                "text2",
                wraps=True,
            )
        )
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.days)
        ways.addWidget(self.ways)
        ways.addStretch(1)
        planning.body.addLayout(ways)
        about = Card(_("Versions"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for place, (part, version) in enumerate(versions()):
            grid.addWidget(Label(part, "body", "text2"), place, 0)
            grid.addWidget(Label(version, selectable=True), place, 1)
        about.body.addLayout(grid)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (here, database, about)), (right, (office, planning))):
            column.setSpacing(12)
            for card in cards:
                card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
                column.addWidget(card)
            column.addStretch(1)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(12)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        scroll = ScrollColumn(margins=(24, 16, 24, 24), spacing=12)
        scroll.column.addWidget(PageHeader(_("Settings"), _("Everything is kept as you type.")))
        scroll.column.addLayout(self._columns)
        scroll.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        self.languages.chosen.connect(self._on_languages_chosen)
        self.themes.chosen.connect(self._on_themes_chosen)
        self.who.value_changed.connect(self._on_who_value_changed)
        self.other.clicked.connect(self._on_other_clicked)
        self.new.clicked.connect(self._on_new_clicked)
        self.history.clicked.connect(self._on_history_clicked)
        self.days.clicked.connect(self._on_days_clicked)
        self.ways.clicked.connect(self._on_ways_clicked)

    def refresh(self) -> None:
        """Show what is set; what is being typed is left alone."""
        desk = self.context.desk
        self.themes.set_current(chosen_theme())
        self.place.setText(desk.store.place)
        if not self.who.hasFocus():
            self.who.set_value(desk.who)
        office = self.context.attempt(lambda: settings.office_settings(desk))
        if office is not None:
            self.form.show_values(_THE_ONLY_ROW, asdict(office))

    def focus_list(self) -> None:
        """Put the keyboard on the first thing to choose."""
        self.languages.focus_current()

    def _save(self, _row: int, changes: Mapping[str, Any], _seen: Mapping[str, Any]) -> None:
        mailbox = changes.get("organiser_mailbox")
        if mailbox is not None and not _looks_like_a_mailbox(mailbox):
            raise UserError(
                _("A mailbox looks like protokol@example.org."), field="organiser_mailbox"
            )
        if not changes.get("zone", "-"):
            raise UserError(_("The office needs a time zone."), field="zone")
        desk = self.context.desk
        settings.change_office_settings(desk, replace(settings.office_settings(desk), **changes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _ONE_COLUMN_BELOW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def _on_languages_chosen(self, language: str) -> None:
        self.context.run_command(f"language_{language}")

    def _on_themes_chosen(self, theme: str) -> None:
        self.context.run_command(f"theme_{theme}")

    def _on_who_value_changed(self, who: str) -> None:
        if not who:
            # The history cannot be without a name: the one before stays.
            self.who.set_value(self.context.desk.who)
            return
        self.context.desk.who = who
        self.context.run_command("remember_name")

    def _on_other_clicked(self) -> None:
        self.context.run_command("open_database")

    def _on_new_clicked(self) -> None:
        self.context.run_command("new_database")

    def _on_days_clicked(self) -> None:
        self.context.go("special_days")

    def _on_ways_clicked(self) -> None:
        self.context.go("travel_times")

    def _on_history_clicked(self) -> None:
        self.context.go("history")


def _looks_like_a_mailbox(text: str) -> bool:
    before, at, after = text.partition("@")
    return bool(before and at and "." in after and " " not in text)
