"""What was put on paper for the visit, and making more."""

from PySide6.QtWidgets import QMenu

from desk.gui.context import Context
from desk.gui.models.person_words import language_words
from desk.gui.models.rows import Column, RowModel
from desk.gui.pages.visit_tabs.tab import VisitTab, add_action
from desk.gui.pages.visit_tabs.view import VisitView
from desk.gui.widgets.button import Button
from desk.gui.widgets.cells import Mark, MarkCell, TextCell, TwoLineCell
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.label import ElidedLabel
from desk.gui.widgets.page import FilterBar
from desk.gui.widgets.table import Table
from desk.locale import _, current_language, ngettext
from desk.locale.formats import date_time, weekday_day_month
from desk.locale.zones import wall_time
from desk.model.choices import DocumentKind
from desk.model.rows.documents import DocumentRow
from desk.model.rows.events import EventRow


class DocumentsTab(VisitTab):
    """The prints, the latest first: which is the latest list is the question it answers."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._latest: set[int] = set()
        self.model: RowModel[DocumentRow] = RowModel(self._columns())
        self.table = Table(self.model, name=_("Documents"), row_height=42)
        self.table.set_cell(0, TwoLineCell("row_title", "second_line"))
        self.table.set_cell(1, MarkCell())
        self.table.set_cell(2, TextCell("note"))
        self.table.set_cell(3, TextCell("note"))
        self.table.set_cell(4, TwoLineCell())
        self.attendance = Button(_("Attendance list"), "printer", "primary")
        self.programme = Button(_("Programme"), "printer")
        self._menu = QMenu(self.attendance)
        self.attendance.setMenu(self._menu)
        self.note = ElidedLabel(_("Printed lists stay in circulation."), "note", "text2")
        bar = FilterBar()
        bar.row.addWidget(self.note, 1)
        bar.row.addWidget(self.programme)
        bar.row.addWidget(self.attendance)
        self.column.addWidget(bar)
        self.column.addWidget(self.table, 1)
        self.empty = EmptyState(
            "printer",
            _("Nothing printed yet"),
            _("What is printed appears here with its number, so that the latest is known."),
            primary=_("Attendance list…"),
            primary_icon="printer",
            secondary=_("Programme…"),
            secondary_icon="printer",
        )
        self.empty.secondary_chosen.connect(self.print_asked)
        self.programme.clicked.connect(self._on_programme_clicked)
        self.empty.primary_chosen.connect(self._on_empty_primary_chosen)
        self.give_empty(self.empty)
        self.table.row_activated.connect(self._on_table_row_activated)

    def _columns(self) -> list[Column[DocumentRow]]:
        return [
            Column(
                _("Document"),
                _kind_words,
                second=lambda row: row.about,
                tip=lambda row: row.about,
                stretches=True,
            ),
            Column(
                _("Which print"),
                lambda row: (
                    _("Print {number}").format(number=row.number)
                    + (" · " + _("latest") if row.id in self._latest else "")
                ),
                cell=lambda row: (
                    Mark("check-circle", "ok")
                    if row.id in self._latest
                    else Mark("clock-counter-clockwise", "text3", "text2")
                ),
                width=190,
            ),
            Column(_("Language"), lambda row: language_words(row.language), width=110),
            Column(
                _("Pages"),
                lambda row: ngettext("{count} page", "{count} pages", row.pages).format(
                    count=row.pages
                ),
                align="right",
                width=90,
            ),
            Column(_("Produced"), self._when, second=lambda row: row.produced_by, width=190),
        ]

    def show_view(self, view: VisitView) -> None:
        super().show_view(view)
        latest: dict[object, DocumentRow] = {}
        for row in view.documents:
            key = (row.kind, row.event_id, row.language)
            if key not in latest or row.number > latest[key].number:
                latest[key] = row
        self._latest = {row.id for row in latest.values()}
        self.model.show(view.documents)
        self.table.viewport().update()
        self._menu.clear()
        for event in view.events:
            self._add_entry(event)
        for button in (self.attendance, self.programme, self.empty.primary, self.empty.secondary):
            if button is not None:
                button.setEnabled(bool(view.events))
        self.set_empty(not view.documents)

    def _add_entry(self, event: EventRow) -> None:
        day = weekday_day_month(event.starts.date(), current_language())
        add_action(
            self._menu, f"{event.title} · {day}", lambda: self.attendance_asked.emit(event.id)
        )

    def _when(self, row: DocumentRow) -> str:
        zone = self.context.desk.zone
        return date_time(wall_time(row.produced_at, zone), zone, current_language())

    def _on_programme_clicked(self) -> None:
        self.print_asked.emit()

    def _on_empty_primary_chosen(self) -> None:
        self.attendance_asked.emit(0)

    def _on_table_row_activated(self, row: DocumentRow) -> None:
        if row.kind in (DocumentKind.RUNDOWN, DocumentKind.RUNDOWN_INTERNAL):
            internal = row.kind is DocumentKind.RUNDOWN_INTERNAL
            self.context.go("rundown_paper", row.event_id, tab="office" if internal else "guests")
        elif row.kind in (DocumentKind.PLACE_CARDS, DocumentKind.NAME_PLATES):
            folded = row.kind is DocumentKind.PLACE_CARDS
            self.context.go("place_cards", row.event_id, tab="folded" if folded else "plates")
        elif row.event_id is not None:
            self.attendance_asked.emit(row.event_id)
        else:
            self.print_asked.emit()


def _kind_words(row: DocumentRow) -> str:
    return {
        DocumentKind.ATTENDANCE: _("Attendance list"),
        DocumentKind.PROGRAMME: _("Programme"),
        DocumentKind.RUNDOWN: _("Rundown"),
        DocumentKind.RUNDOWN_INTERNAL: _("Rundown, internal"),
        DocumentKind.CALENDAR: _("Calendar"),
        DocumentKind.PLACE_CARDS: _("Place cards"),
        DocumentKind.NAME_PLATES: _("Name plates"),
    }[row.kind]
