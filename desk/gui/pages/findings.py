"""Everything that clashes or is missing over a period, each with the way to what mends it."""

from datetime import date, timedelta

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desk.gui.context import Context, Target
from desk.gui.models.event_words import finding_kind
from desk.gui.models.finding_list import (
    Choice,
    by_day,
    chosen_findings,
    finding_list_text,
    is_clash,
    kind_words,
    time_words,
)
from desk.gui.models.rows import Column, RowModel
from desk.gui.pages.place_cards import Steps
from desk.gui.pages.section_page import SectionPage
from desk.gui.widgets.button import Button
from desk.gui.widgets.cells import TextCell, TextLook, TwoLineCell
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.table import Table
from desk.locale import _, current_language, ngettext
from desk.locale.formats import short_date_range
from desk.model.rows.finding_list import FindingList, ListedFinding
from desk.services import finding_list

ROW_HEIGHT = 48
_LENGTHS = (7, 28, 92, 365)
_FIRST_LENGTH = 28
_NONE = FindingList((), 0)


class FindingsPage(SectionPage):
    """Day by day; Enter shows the event, whose detail mends the finding or keeps it with a reason."""

    kind = "event"
    tables = frozenset(
        {
            "event",
            "participation",
            "clash_override",
            "closed_time",
            "special_day",
            "travel_time",
            "resource_booking",
            "resource",
            "venue",
            "venue_layout",
            "visit",
            "delegation_member",
            "person",
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Findings"), parent)
        self.first_day = context.desk.today()
        self.found = _NONE
        self.model: RowModel[ListedFinding] = RowModel(
            self._columns(), key=lambda row: row.key, parent=self
        )
        self.table = Table(self.model, name=_("Findings"), row_height=ROW_HEIGHT)
        for place, cell in enumerate(
            (TwoLineCell("row_title"), TwoLineCell(), TextCell("note", "text2"), TextCell("label"))
        ):
            self.table.set_cell(place, cell)
        self.length = ComboBox(_length_choices(), name=_("Period"))
        self.length.set_value(_FIRST_LENGTH)
        self.length.setFixedWidth(122)
        self.choice = ComboBox(_kind_choices(), name=_("Kind of finding"))
        self.choice.set_value("all")
        self.choice.setFixedWidth(122)
        self.filter.setPlaceholderText(_("What, who or which visit"))
        self.filter.setAccessibleName(_("Filter findings"))
        self.filter.setFixedWidth(150)
        self.steps = Steps(_("Period before"), _("Next period"), _("From today on"))
        self.again_button = Button(_("Let it count again"), "arrow-u-up-left", dense=True)
        self.again_button.hide()
        actions = (self.again_button, self.steps, self.length, self.choice, self.filter)
        for action in actions:
            self.header.add_action(action)
        self.set_list(
            self.table,
            EmptyState("check-circle", _("Nothing clashes and nothing is missing."), ""),
        )
        self._connect()

    def _connect(self) -> None:
        self.steps.moved.connect(self._on_steps_moved)
        self.steps.now_asked.connect(self._on_steps_now_asked)
        self.length.value_changed.connect(self._on_choice_changed)
        self.choice.value_changed.connect(self._on_choice_changed)
        self.again_button.clicked.connect(self._on_again_button_clicked)
        self.table.row_activated.connect(self._on_table_row_activated)
        self.table.row_chosen.connect(self._on_table_row_chosen)

    def _columns(self) -> list[Column[ListedFinding]]:
        return [
            Column(
                _("What"),
                lambda row: row.finding.title,
                second=_why,
                cell=_look,
                tip=lambda row: f"{row.finding.title}\n{_why(row)}",
                stretches=True,
            ),
            Column(
                _("About"),
                lambda row: row.title,
                second=lambda row: " · ".join(p for p in (row.visit_reference, row.place) if p),
                tip=lambda row: "\n".join(p for p in (row.title, row.place) if p),
                width=230,
                roomy=300,
            ),
            Column(_("Time"), time_words, width=128),
            Column(_("Kind"), kind_words, cell=_look, width=96),
        ]

    @property
    def last_day(self) -> date:
        """The last day of the period, itself included."""
        return self.first_day + timedelta(days=self.length.value - 1)

    @property
    def _period(self) -> str:
        return short_date_range(self.first_day, self.last_day, current_language())

    def open(self, target: Target) -> None:
        """Show the findings; a tab names the first day of the period."""
        if target.tab:
            self.first_day = date.fromisoformat(target.tab)
        self.refresh()

    def refresh(self) -> None:
        """Read the findings of the period anew."""
        self._filter_timer.stop()
        desk = self.context.desk
        found = self.context.attempt(
            lambda: finding_list.list_findings(desk, self.first_day, self.last_day)
        )
        self.found = found or _NONE
        self.steps.show_period(self._period, is_now=self.first_day == desk.today())
        self._show()

    def _show(self) -> None:
        choice: Choice = self.choice.value
        shown = chosen_findings(self.found.rows, choice, self.filter_words)
        self.model.show(by_day(shown))
        clashes = sum(is_clash(row) and not row.finding.accepted for row in self.found.rows)
        words = ngettext("{count} clash", "{count} clashes", clashes).format(count=clashes)
        self.header.set_words(_("Findings"), f"{words} · {self._checked()}")
        if self.empty is not None:
            if self.found.rows:
                self.empty.set_words(*self.nothing_found())
            else:
                self.empty.set_words(
                    _("Nothing clashes and nothing is missing."),
                    f"{self._period} · {self._checked()}",
                )
        self.show_list(bool(shown))
        self._on_table_row_chosen(self.table.current_row())

    def _checked(self) -> str:
        count = self.found.events
        words = ngettext("{count} event checked", "{count} events checked", count)
        return words.format(count=count)

    def chosen_id(self) -> int | None:
        row: ListedFinding | None = self.table.current_row()
        return None if row is None else row.finding.event_id

    def show_chosen(self, *, tab: str = "") -> None:
        """Show the event of the row stood on, or the visit that it concerns as a whole."""
        row: ListedFinding | None = self.table.current_row()
        if row is not None and row.finding.event_id is None and row.finding.visit_id is not None:
            self.context.go("visit", row.finding.visit_id, tab="delegation")
            return
        super().show_chosen(tab=tab)

    def commands(self) -> frozenset[str]:
        own = {"filter", "copy_whatsapp", "period_before", "period_after", "go_today"}
        if self.chosen_id() is not None:
            own.add("edit")
        return frozenset(own)

    def run(self, command: str) -> None:
        actions = {
            "filter": self.run_filter,
            "copy_whatsapp": self.copy,
            "period_before": self.steps.before.click,
            "period_after": self.steps.after.click,
            "go_today": self.steps.now.click,
            "edit": self.edit,
        }
        actions[command]()

    def copy(self) -> None:
        """Copy what is shown as plain text, without the reasons for what was kept."""
        text = finding_list_text(self.model.rows(), f"{_('Findings')}, {self._period}")
        QGuiApplication.clipboard().setText(text)
        self.context.tell(_("Copied; paste it into the chat"))

    def _on_steps_moved(self, direction: int) -> None:
        self.first_day += timedelta(days=direction * self.length.value)
        self.refresh()

    def _on_steps_now_asked(self) -> None:
        self.first_day = self.context.desk.today()
        self.refresh()

    def _on_choice_changed(self, _key: object) -> None:
        self.refresh()

    def _on_again_button_clicked(self) -> None:
        row: ListedFinding | None = self.table.current_row()
        if row is not None:
            self.do(
                lambda: finding_list.take_back_acceptance(self.context.desk, row.finding),
                _("It counts again"),
            )

    def _on_table_row_activated(self, _row: ListedFinding) -> None:
        self.show_chosen()

    def _on_table_row_chosen(self, row: ListedFinding | None) -> None:
        self.again_button.setVisible(row is not None and bool(row.finding.accepted))
        if row is not None:
            self.follow()


def _why(row: ListedFinding) -> str:
    if not row.finding.accepted:
        return row.finding.why
    return _("{why} Kept so: {reason}").format(why=row.finding.why, reason=row.finding.accepted)


def _look(row: ListedFinding) -> TextLook:
    tone = finding_kind(row.finding)
    return TextLook("text2" if tone == "info" else tone)


def _length_choices() -> list[tuple[int, str]]:
    words = (_("One week"), _("Four weeks"), _("Three months"), _("One year"))
    return list(zip(_LENGTHS, words, strict=True))


def _kind_choices() -> list[tuple[Choice, str]]:
    return [
        ("all", _("Everything")),
        ("clashes", _("Clashes")),
        ("others", _("Everything else")),
        ("kept", _("Kept")),
    ]
