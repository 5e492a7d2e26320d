"""All visits: those to come first, then the past."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desk.gui.context import Context, Target
from desk.gui.details.clipboard import copy_programme
from desk.gui.dialogs.duplicate_visit import ask_duplicate
from desk.gui.dialogs.reschedule import RescheduleDialog
from desk.gui.models.choice_words import status_mark
from desk.gui.models.rows import Column, RowModel
from desk.gui.pages.page import Page
from desk.gui.pages.visit_tabs.header import countdown
from desk.gui.pages.visit_tabs.plate_cell import PlateCell
from desk.gui.pages.visit_tabs.tab import add_action, chip_of, give_menu
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Separator
from desk.gui.widgets.cells import ChipCell, TextCell, TextLook
from desk.gui.widgets.chip import ChipLook
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.page import PageHeader
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.table import Table
from desk.gui.widgets.text_field import TextField
from desk.locale import _, current_language, ngettext
from desk.locale.countries import country_name
from desk.locale.formats import short_date_range
from desk.model.choices import Status
from desk.model.rows.visits import VisitRow
from desk.rules.folding import fold
from desk.services import visits

_OFF = (Status.CANCELLED, Status.POSTPONED)


class VisitsPage(Page):
    """A table of visits with a filter; Enter opens one."""

    tables = frozenset({"visit", "event", "delegation_member", "follow_up", "venue"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._all: list[VisitRow] = []
        self.header = PageHeader(_("Visits"))
        self.filter = TextField(
            placeholder=_("Filter by title, country or reference"), icon="magnifying-glass"
        )
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(_("Filter visits"))
        self.filter.setFixedWidth(312)
        self.period = SegmentedButtons(
            [("all", _("All")), ("coming", _("To come")), ("past", _("Past"))], name=_("Period")
        )
        self.new = Button(_("New visit…"), "plus", "primary")
        self.model: RowModel[VisitRow] = RowModel(self._columns())
        self.table = Table(self.model, name=_("Visits"), row_height=44)
        self.table.set_cell(0, TextCell("note", "text2"))
        self.table.set_cell(1, PlateCell())
        self.table.set_cell(2, TextCell("note"))
        self.table.set_cell(3, ChipCell())
        self.empty = EmptyState(
            "airplane-landing",
            _("No visits yet"),
            _("A letter announces a delegation: book its visit, the rest follows from there."),
            primary=_("New visit…"),
        )
        self.nothing = EmptyState("magnifying-glass", _("No visit fits"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        # First in the order of Tab: whoever comes by key wants a visit; Ctrl+F is the filter's.
        self.table.setParent(self)
        self.header.add_action(self.filter)
        self.header.add_action(self.period)
        self.header.add_action(self.new)
        head = QWidget()
        row = QVBoxLayout(head)
        row.setContentsMargins(20, 14, 20, 14)
        row.addWidget(self.header)
        self._room = QWidget()
        room = QVBoxLayout(self._room)
        room.setContentsMargins(20, 20, 20, 20)
        room.addWidget(self.empty)
        room.addWidget(self.nothing)
        room.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(Separator())
        column.addWidget(self.table, 1)
        column.addWidget(self._room, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter_text_changed)
        self.filter.returnPressed.connect(self._on_filter_return_pressed)
        self.period.chosen.connect(self._on_period_chosen)
        self.new.clicked.connect(self._on_new_clicked)
        self.empty.primary_chosen.connect(self._on_new_clicked)
        self.table.row_activated.connect(self._on_table_row_activated)
        give_menu(self.table, self._build_menu)

    def _columns(self) -> list[Column[VisitRow]]:
        return [
            Column(_("Reference"), lambda row: row.reference, order=_by_reference, width=92),
            Column(
                _("Visit"),
                lambda row: row.title,
                second=_country_and_cities,
                cell=lambda row: (row.country, row.status in _OFF),
                tip=lambda row: row.title,
                order=lambda row: fold(row.title),
                stretches=True,
            ),
            Column(
                _("Dates"),
                lambda row: short_date_range(row.first_day, row.last_day, current_language()),
                order=lambda row: (row.first_day, row.id),
                width=136,
            ),
            Column(
                _("Status"),
                lambda row: status_mark(row.status).words,
                cell=self._chips,
                tip=lambda row: row.status_reason,
                order=lambda row: list(Status).index(row.status),
                width=168,
            ),
            _number(_("Guests"), lambda row: row.guests),
            _number(_("Events"), lambda row: row.events),
            _number(_("Follow-ups"), lambda row: row.follow_ups, width=104),
        ]

    def _chips(self, row: VisitRow) -> tuple[ChipLook, ...]:
        chips = [chip_of(status_mark(row.status), row.status_reason)]
        words = countdown(row, self.context.desk.today())
        if words and row.status not in _OFF:
            chips.append(ChipLook(words, "solid"))
        return tuple(chips)

    def open(self, target: Target) -> None:
        """Show the visits, standing on one when it is given."""
        self.refresh()
        rows = self.model.rows()
        if target.row_id is not None:
            self.table.select_key(target.row_id)
        elif self.table.current_row() is None and rows:
            self.table.select_key(rows[0].id)
        first: QWidget = self.table if rows else self.empty
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the visits anew and show those that fit the filter."""
        self._all = visits.list_visits(self.context.desk, period=self.period.current)
        self._show_rows()

    def _show_rows(self) -> None:
        wanted = fold(self.filter.text())
        plain = self.filter.text().strip().casefold()
        rows = [
            row
            for row in self._all
            if plain in row.reference or (wanted and wanted in _folded(row)) or not plain
        ]
        self.model.show(rows)
        is_filtered = bool(plain) or self.period.current != "all"
        self.table.setVisible(bool(rows))
        self._room.setVisible(not rows)
        self.empty.setVisible(not rows and not is_filtered)
        self.nothing.setVisible(not rows and is_filtered)
        if not rows and is_filtered:
            self.nothing.set_words(
                _("No visit fits"),
                _("Nothing has “{words}” in its title, country or reference.").format(
                    words=self.filter.text().strip()
                )
                if plain
                else _("Look at all visits instead."),
            )
        words = ngettext("{count} visit", "{count} visits", len(rows))
        self.header.set_words(_("Visits"), words.format(count=len(rows)))

    def commands(self) -> frozenset[str]:
        """Filter always; the rest while a visit is chosen."""
        names = {"filter"}
        if self.table.isVisible() and self.table.current_row() is not None:
            names |= {"edit", "delete", "copy_whatsapp", "duplicate", "reschedule"}
        return frozenset(names)

    def run(self, command: str) -> None:
        """Do one of the commands."""
        row: VisitRow | None = self.table.current_row()
        if command == "filter":
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filter.selectAll()
        elif row is None:
            return
        elif command == "edit":
            self.context.go("visit", row.id, tab="overview")
        elif command == "delete":
            self._delete(row)
        elif command == "copy_whatsapp":
            copy_programme(self.context, row.id)
        elif command == "duplicate":
            ask_duplicate(self.context, row, self.window())
        elif command == "reschedule":
            RescheduleDialog(self.context, row, self.window()).open_dialog()

    def _delete(self, row: VisitRow) -> None:
        def delete() -> bool:
            visits.delete_visit(self.context.desk, row.id)
            return True

        if self.context.attempt(delete):
            self.context.tell(_("Visit deleted"), undo=True)

    def _build_menu(self) -> QMenu | None:
        menu = QMenu(self)
        row: VisitRow | None = self.table.current_row()
        if row is not None:
            add_action(
                menu,
                _("Open"),
                lambda: self._on_table_row_activated(row),
                picture="airplane-landing",
            )
            add_action(
                menu,
                _("Copy for WhatsApp"),
                lambda: self.run("copy_whatsapp"),
                picture="whatsapp-logo",
                keys="Ctrl+Shift+C",
            )
            add_action(
                menu,
                _("Reschedule…"),
                lambda: self.run("reschedule"),
                picture="arrows-left-right",
                keys="Ctrl+Shift+R",
            )
            add_action(
                menu,
                _("Duplicate visit…"),
                lambda: self.run("duplicate"),
                picture="copy",
                keys="Ctrl+D",
            )
            menu.addSeparator()
            add_action(menu, _("Delete"), lambda: self.run("delete"), picture="trash", keys="Del")
            menu.addSeparator()
        add_action(menu, _("New visit…"), self._on_new_clicked, picture="plus", keys="Ctrl+Shift+N")
        return menu

    def _on_filter_text_changed(self, _text: str) -> None:
        self._show_rows()

    def _on_filter_return_pressed(self) -> None:
        rows = self.model.rows()
        if rows:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.table.select_key(rows[0].id)

    def _on_period_chosen(self, _period: object) -> None:
        self.refresh()

    def _on_new_clicked(self) -> None:
        self.context.run_command("new_visit")

    def _on_table_row_activated(self, row: VisitRow) -> None:
        self.context.go("visit", row.id)


def _number(title: str, count: Callable[[VisitRow], int], *, width: int = 68) -> Column[VisitRow]:
    """A column of counts, right aligned; nothing is pale."""
    return Column(
        title,
        lambda row: str(count(row)),
        cell=lambda row: TextLook(tone="text" if count(row) else "text3"),
        order=count,
        align="right",
        width=width,
    )


def _by_reference(row: VisitRow) -> tuple[int, int]:
    year, _dash, number = row.reference.partition("-")
    return int(year), int(number)


def _country_and_cities(row: VisitRow) -> str:
    country = country_name(row.country, current_language()) if row.country else ""
    return " · ".join(part for part in (country, ", ".join(row.cities)) if part)


def _folded(row: VisitRow) -> str:
    country = ""
    if row.country:
        country = " ".join(country_name(row.country, code) for code in ("id", "en"))
    return fold(" ".join((*row.titles.values(), row.country, country, *row.cities)))
