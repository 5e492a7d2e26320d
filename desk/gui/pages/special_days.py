"""Days of the office by year: what it noted itself, beside what the calendars know."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.gui.context import Context, Target
from desk.gui.details.part_list import PartRows
from desk.gui.dialogs.paste_days import PasteDaysDialog
from desk.gui.dialogs.special_day import SpecialDayDialog, country_choices
from desk.gui.pages.page import Page
from desk.gui.pages.place_cards import Steps
from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Card
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.label import Label
from desk.gui.widgets.page import PageHeader, ScrollColumn
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook, RowList
from desk.locale import _, current_language, ngettext
from desk.locale.countries import country_name
from desk.locale.formats import weekday_date
from desk.model.choices import SpecialDayKind
from desk.model.rows.special_days import HolidayRow, SpecialDayRow
from desk.services import special_days
from desk.services.choice_words import choice_words

_SIGNS = {
    SpecialDayKind.HOLIDAY: "flag",
    SpecialDayKind.COLLECTIVE_LEAVE: "calendar-x",
    SpecialDayKind.WORKING_DAY: "briefcase",
}
_ONE_COLUMN_BELOW = 820


class SpecialDaysPage(Page):
    """Two lists for one year; a holiday of the calendars becomes a working day with one button."""

    tables = frozenset({"special_day"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.year = context.desk.today().year
        self.header = PageHeader(
            _("Days of the office"),
            _("Collective leave, holidays and working days warn, never block."),
        )
        self.steps = Steps(_("Year before"), _("Year after"), _("This year"))
        self.paste_button = Button(_("Paste a decree…"), "clipboard-text")
        self.add_button = Button(_("Add a day…"), "plus", "primary")
        self.own = PartRows(
            _own_look,
            NoteRowDelegate(inset=15),
            words=_own_sentence,
            name=_("Noted by the office"),
            fits=True,
        )
        self.none = EmptyState(
            "calendar-x",
            _("Nothing noted for this year"),
            _("Paste the yearly decree on collective leave, or add single days."),
            primary=_("Paste a decree…"),
            primary_icon="clipboard-text",
        )
        self.change_button = Button(_("Change…"), "pencil-simple", "quiet", dense=True)
        self.delete_button = Button(_("Delete"), "trash", "quiet", dense=True)
        self.country = ComboBox(
            [choice for choice in country_choices() if choice[0]], name=_("Calendar of")
        )
        self.holidays = RowList(
            _holiday_look,
            NoteRowDelegate(inset=15),
            words=_holiday_sentence,
            key=_holiday_key,
            name=_("In the calendars"),
            fits=True,
        )
        self.work_button = Button(_("We work on this day…"), "briefcase", "quiet", dense=True)
        self.holiday_note = Label("", "note", "text2", wraps=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.header.add_action(self.steps)
        self.header.add_action(self.paste_button)
        self.header.add_action(self.add_button)
        noted = Card(_("Noted by the office"), flush=True)
        self._none_room = QWidget()
        room = QVBoxLayout(self._none_room)
        room.setContentsMargins(15, 4, 15, 8)
        room.addWidget(self.none)
        noted.body.addWidget(self._none_room)
        noted.body.addWidget(self.own)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(9, 4, 9, 0)
        foot.setSpacing(4)
        foot.addWidget(self.change_button)
        foot.addWidget(self.delete_button)
        foot.addStretch(1)
        noted.body.addWidget(self._foot)
        known = Card(_("In the calendars"), flush=True)
        assert known.header is not None
        self.country.setFixedSize(180, current_theme().height.button_dense)
        known.header.add_action(self.country)
        known.body.addWidget(self.holidays)
        below = QWidget()
        words = QVBoxLayout(below)
        words.setContentsMargins(15, 4, 15, 0)
        words.setSpacing(4)
        words.addWidget(self.work_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.holiday_note)
        known.body.addWidget(below)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(12)
        for card in (noted, known):
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            self._columns.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        scroll = ScrollColumn(margins=(24, 16, 24, 24), spacing=12)
        scroll.column.addWidget(self.header)
        scroll.column.addLayout(self._columns)
        scroll.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        self.steps.moved.connect(self._on_steps_moved)
        self.steps.now_asked.connect(self._on_steps_now_asked)
        self.paste_button.clicked.connect(self._on_paste_asked)
        self.none.primary_chosen.connect(self._on_paste_asked)
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self.change_button.clicked.connect(self.edit)
        self.delete_button.clicked.connect(self.delete)
        self.own.row_activated.connect(self.edit)
        self.own.removal_asked.connect(self.delete)
        self.own.row_chosen.connect(self._on_own_row_chosen)
        self.country.value_changed.connect(self._on_country_value_changed)
        self.holidays.row_chosen.connect(self._on_holidays_row_chosen)
        self.holidays.row_activated.connect(self._on_work_button_clicked)
        self.work_button.clicked.connect(self._on_work_button_clicked)

    def open(self, target: Target) -> None:
        """Show the days; a tab names the year."""
        if target.tab.isdecimal():
            self.year = int(target.tab)
        self.refresh()

    def refresh(self) -> None:
        """Read the year in sight anew."""
        now = self.context.desk.today().year
        self.steps.show_period(str(self.year), is_now=self.year == now)
        noted = special_days.list_special_days(self.context.desk, self.year)
        self.own.show_rows(noted)
        self.own.setVisible(bool(noted))
        self._none_room.setVisible(not noted)
        self._on_own_row_chosen(self.own.current_row())
        known = special_days.public_holidays(self.country.value, self.year)
        self.holidays.show_rows(known)
        estimated = sum(1 for row in known if row.estimated)
        words = ngettext(
            "{count} day hangs on the moon and is calculated; the government decides.",
            "{count} days hang on the moon and are calculated; the government decides.",
            estimated,
        )
        self.holiday_note.setText(words.format(count=estimated))
        self.holiday_note.setVisible(bool(estimated))
        self._on_holidays_row_chosen(self.holidays.current_row())

    def commands(self) -> frozenset[str]:
        own = {"period_before", "period_after", "go_today"}
        if self.own.current_row() is not None:
            own |= {"edit", "delete"}
        return frozenset(own)

    def run(self, command: str) -> None:
        actions = {
            "period_before": self.steps.before.click,
            "period_after": self.steps.after.click,
            "go_today": self.steps.now.click,
            "edit": self.edit,
            "delete": self.delete,
        }
        actions[command]()

    def focus_list(self) -> None:
        """Put the keyboard on the office's days, or on what fills them."""
        (self.own if self.own.isVisible() else self.paste_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def edit(self) -> None:
        """Change the day stood on."""
        row = self.own.current_row()
        if row is not None:
            self._ask(SpecialDayDialog(self.context, self.window(), noted=row))

    def delete(self) -> None:
        """Take the day stood on away; the notice offers to take that back."""
        row: SpecialDayRow | None = self.own.current_row()
        if row is None:
            return

        def write() -> bool:
            special_days.delete_special_day(self.context.desk, row.id)
            return True

        if self.context.attempt(write):
            self.context.tell(_("Special day deleted"), undo=True)

    def _ask(self, dialog: SpecialDayDialog) -> None:
        try:
            dialog.exec()
            if dialog.created_id is not None:
                day = dialog.day.value
                if day is not None and day.year != self.year:
                    self.year = day.year
                    self.refresh()
                self.own.select_key(dialog.created_id)
        finally:
            dialog.deleteLater()

    def _on_steps_moved(self, step: int) -> None:
        self.year += step
        self.refresh()

    def _on_steps_now_asked(self) -> None:
        self.year = self.context.desk.today().year
        self.refresh()

    def _on_paste_asked(self) -> None:
        dialog = PasteDaysDialog(self.context, self.window(), year=self.year)
        try:
            dialog.exec()
            added = dialog.created_id
        finally:
            dialog.deleteLater()
        if added is not None:
            words = ngettext("{count} day added", "{count} days added", added)
            self.context.tell(words.format(count=added), undo=True)

    def _on_add_button_clicked(self) -> None:
        today = self.context.desk.today()
        day = today if today.year == self.year else today.replace(year=self.year, month=1, day=1)
        self._ask(SpecialDayDialog(self.context, self.window(), day=day))

    def _on_own_row_chosen(self, row: object) -> None:
        self._foot.setVisible(row is not None)

    def _on_country_value_changed(self, _country: object) -> None:
        self.refresh()

    def _on_holidays_row_chosen(self, row: object) -> None:
        self.work_button.setEnabled(row is not None)

    def _on_work_button_clicked(self) -> None:
        row: HolidayRow | None = self.holidays.current_row()
        if row is None:
            return
        self._ask(
            SpecialDayDialog(
                self.context,
                self.window(),
                day=row.day,
                country=row.country,
                kind=SpecialDayKind.WORKING_DAY,
                name=row.name,
            )
        )


def _own_look(row: SpecialDayRow) -> NoteRowLook:
    country = country_name(row.country, current_language()) if row.country else _("This office")
    kind = choice_words(row.kind)
    second = " · ".join(part for part in (kind, row.basis) if part and part != row.name)
    return NoteRowLook(
        row.name,
        second,
        icon=_SIGNS[row.kind],
        right=weekday_date(row.day, current_language()),
        right_second=country,
    )


def _own_sentence(row: SpecialDayRow) -> str:
    look = _own_look(row)
    parts = (look.right, look.title, look.second, look.right_second)
    return ", ".join(part for part in parts if part)


def _holiday_look(row: HolidayRow) -> NoteRowLook:
    return NoteRowLook(
        row.name,
        _("calculated") if row.estimated else "",
        icon="moon" if row.estimated else "flag",
        right=weekday_date(row.day, current_language()),
    )


def _holiday_sentence(row: HolidayRow) -> str:
    look = _holiday_look(row)
    return ", ".join(part for part in (look.right, look.title, look.second) if part)


def _holiday_key(row: HolidayRow) -> tuple[object, str]:
    return row.day, row.name
