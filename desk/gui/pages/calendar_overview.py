"""Many visits over some months: which there are, how sure they are, where they meet."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.month_layout import month_later
from desk.gui.models.overview_layout import axis_around
from desk.gui.pages.calendar_part import CalendarPart
from desk.gui.pages.visit_tabs.tab import add_action, give_menu
from desk.gui.widgets.card import Separator
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.finding_box import FindingKind, Remedy
from desk.gui.widgets.label import Label
from desk.gui.widgets.message_strip import MessageStrip
from desk.gui.widgets.page import FilterBar
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.visit_chart import MONTHS, VisitChart
from desk.locale import _, current_language, ngettext
from desk.locale.formats import month_and_year, month_names, short_date_range
from desk.model.choices import Severity
from desk.model.rows.findings import FindingRow
from desk.model.rows.overview import OverviewRow
from desk.model.rows.reschedule import MoveVisit
from desk.services import checks, reschedule, visits
from desk.services.visit_overview import overview_between

_SHOW = "show"


class OverviewView(CalendarPart):
    """A row for each visit, its bar over 3, 6 or 12 months; a bar is dragged to other days.

    Enter or a double click opens the visit. What collides after a move is told above the bars
    until it is mended, taken back or waved away.
    """

    name = "overview"
    has_filters = False

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.axis = axis_around(self.day, MONTHS[1])
        self.chart = VisitChart()
        self.use_view(self.chart)
        words = {months: ngettext("{count} month", "{count} months", months) for months in MONTHS}
        self.zoom = SegmentedButtons(
            [(months, text.format(count=months)) for months, text in words.items()],
            name=_("How many months"),
            current=self.axis.months,
        )
        self.count = Label("", "note", "text2")
        self.empty = EmptyState(
            "airplane-landing",
            _("No visits in these months"),
            primary=_("New visit…"),
            secondary=_("Go to the next visit"),
            secondary_icon="caret-right",
        )
        self.strip: MessageStrip | None = None
        self._moved: int | None = None
        self._stands_by_itself = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bar = FilterBar()
        bar.row.addWidget(self.zoom)
        bar.row.addStretch(1)
        bar.row.addWidget(self.count)
        self._room = QWidget()
        room = QVBoxLayout(self._room)
        room.setContentsMargins(20, 20, 20, 20)
        room.addWidget(self.empty)
        room.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.chart)
        self.stack.addWidget(self._room)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(bar)
        self._column.addWidget(Separator())
        self._column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.zoom.chosen.connect(self._on_zoom_chosen)
        self.chart.zoom_asked.connect(self._on_chart_zoom_asked)
        self.chart.row_chosen.connect(self._on_chart_row_chosen)
        self.chart.row_activated.connect(self._on_chart_row_activated)
        self.chart.move_asked.connect(self._on_chart_move_asked)
        self.chart.period_asked.connect(self.period_asked)
        self.chart.command_asked.connect(self.command_asked)
        self.empty.primary_chosen.connect(self._on_empty_primary_chosen)
        self.empty.secondary_chosen.connect(self._on_empty_secondary_chosen)
        give_menu(self.chart, self._build_menu)

    # The protocol of a part

    def period(self) -> tuple[date, date]:
        return self.axis.first, self.axis.last

    def title(self) -> str:
        """`Des 2026 – Feb 2027`, or the year once."""
        language = current_language()
        first, last = self.axis.first, self.axis.last
        short = month_names(language, "abbreviated")
        if first.year == last.year:
            return f"{short[first.month - 1]} – {short[last.month - 1]} {last.year}"
        return f"{short[first.month - 1]} {first.year} – {short[last.month - 1]} {last.year}"

    def show_period(self, day: date) -> None:
        self.axis = axis_around(day, self.axis.months)
        super().show_period(day)
        self._stand_on(day)

    def _stand_on(self, day: date) -> None:
        self._stands_by_itself = True
        self.chart.stand_on_day(day)
        self._stands_by_itself = False

    def step(self, by: int) -> None:
        """A third of what is shown: two thirds stay in sight."""
        try:
            first = month_later(self.axis.first, by * self.axis.months // 3)
            # The day that keeps its place on an axis that begins then.
            day = month_later(first, self.axis.months // 6)
            month_later(first, self.axis.months)
        except ValueError:
            # Beyond the last year of the calendar there is nothing to show.
            return
        self.show_period(day)

    def refresh(self) -> None:
        desk = self.context.desk
        rows = overview_between(desk, self.axis.first, self.axis.last)
        self.chart.show_visits(rows, self.axis, desk.today())
        self.count.setText(
            ngettext("{count} visit", "{count} visits", len(rows)).format(count=len(rows))
        )
        language = current_language()
        self.empty.set_words(
            _("No visits in these months"),
            _("Nobody is expected from {first} to {last}.").format(
                first=month_and_year(self.axis.first, language),
                last=month_and_year(self.axis.last, language),
            ),
        )
        self.stack.setCurrentIndex(0 if rows else 1)
        self._judge_moved()

    def draft_day(self) -> date:
        row = self.chosen_visit()
        return row.first_day if row is not None else super().draft_day()

    def on_minute(self, now: datetime) -> None:
        if now.date() != self.chart.bars.today:
            self.refresh()

    def chosen_visit(self) -> OverviewRow | None:
        """The visit stood on."""
        row: OverviewRow | None = self.chart.current_row()
        return row

    # Doing

    def set_months(self, months: int) -> None:
        """Show so many months around the same day."""
        self.axis = axis_around(self.day, months)
        self.zoom.set_current(months)
        chosen = self.chosen_visit()
        self.refresh()
        if chosen is None or not self.chart.select_key(chosen.id):
            self._stand_on(self.day)
        self.title_changed.emit()

    def open_visit(self, row: OverviewRow) -> None:
        """Go to the page of a visit."""
        self.context.go("visit", row.id)

    def move_visit(self, row: OverviewRow, days: int) -> None:
        """Move a visit with its programme by days: one way back, and what collides is told."""

        def moved() -> bool:
            reschedule.carry_out(self.context.desk, MoveVisit(row.id, days))
            return True

        if not self.context.attempt(moved):
            return
        self._moved = row.id
        self.refresh()
        self.chart.select_key(row.id)
        visit = visits.get_visit(self.context.desk, row.id)
        if visit is not None:
            words = short_date_range(visit.first_day, visit.last_day, current_language())
            told = _("{title} moved to {days}").format(title=visit.title, days=words)
            self.context.tell(told, undo=True)

    def _judge_moved(self) -> None:
        """Tell above the bars what collides in the visit that was moved last."""
        found: list[FindingRow] = []
        if self._moved is not None:
            if visits.get_visit(self.context.desk, self._moved) is None:
                self._moved = None
            else:
                every = checks.findings(self.context.desk, visit_id=self._moved)
                found = [finding for finding in every if _collides(finding)]
        self._show_strip(found)

    def _show_strip(self, found: Sequence[FindingRow]) -> None:
        if self.strip is not None:
            self._column.removeWidget(self.strip)
            self.strip.hide()
            self.strip.deleteLater()
            self.strip = None
        if not found:
            return
        grave = any(finding.severity is Severity.ERROR for finding in found)
        kind: FindingKind = "bad" if grave else "warn"
        lead = ngettext(
            "{count} clash after the move:", "{count} clashes after the move:", len(found)
        ).format(count=len(found))
        self.strip = MessageStrip(
            kind,
            found[0].message,
            [Remedy(_SHOW, _("Show the programme"))],
            lead=lead,
            conflict=True,
        )
        self.strip.remedy_chosen.connect(self._on_strip_remedy_chosen)
        self.strip.closed.connect(self._on_strip_closed)
        self._column.insertWidget(0, self.strip)
        self.strip.show()

    def _build_menu(self) -> QMenu | None:
        row = self.chosen_visit()
        if row is None:
            return None
        menu = QMenu(self.chart)
        add_action(menu, _("Open"), lambda: self.open_visit(row), picture="airplane-landing")
        menu.addSeparator()
        add_action(menu, _("A day earlier"), lambda: self.move_visit(row, -1), picture="caret-left")
        add_action(menu, _("A day later"), lambda: self.move_visit(row, 1), picture="caret-right")
        add_action(
            menu, _("A week earlier"), lambda: self.move_visit(row, -7), picture="caret-double-left"
        )
        add_action(
            menu, _("A week later"), lambda: self.move_visit(row, 7), picture="caret-double-right"
        )
        return menu

    def _on_zoom_chosen(self, months: int) -> None:
        self.set_months(months)

    def _on_chart_zoom_asked(self, by: int) -> None:
        place = MONTHS.index(self.axis.months) + by
        if 0 <= place < len(MONTHS):
            self.set_months(MONTHS[place])

    def _on_chart_row_chosen(self, row: OverviewRow | None) -> None:
        # Other views are then shown around the visit that somebody chose.
        if row is not None and not self._stands_by_itself:
            self.day = max(row.first_day, self.axis.first)

    def _on_chart_row_activated(self, row: OverviewRow) -> None:
        self.open_visit(row)

    def _on_chart_move_asked(self, row: OverviewRow, days: int) -> None:
        self.move_visit(row, days)

    def _on_empty_primary_chosen(self) -> None:
        self.context.run_command("new_visit")

    def _on_empty_secondary_chosen(self) -> None:
        coming = visits.list_visits(self.context.desk, period="coming", limit=1)
        if not coming:
            self.context.tell(_("No visit is planned from now on"))
            return
        self.show_period(coming[0].first_day)
        self.chart.select_key(coming[0].id)
        self.chart.setFocus()

    def _on_strip_remedy_chosen(self, _key: object) -> None:
        if self._moved is not None:
            self.context.go("visit", self._moved, tab="programme")

    def _on_strip_closed(self) -> None:
        self._moved = None


def _collides(finding: FindingRow) -> bool:
    """Whether it is about the new days: another booking, or a place that is closed then."""
    if finding.accepted or finding.severity is Severity.NOTE:
        return False
    return finding.other_event_id is not None or finding.code == "closed"
