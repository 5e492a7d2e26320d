"""Who holds which invitation, and who should get a new one."""

from collections import Counter

from PySide6.QtWidgets import QMenu

from desk.gui.context import Context
from desk.gui.models.choice_words import answer_mark, invitation_mark
from desk.gui.models.event_words import event_time
from desk.gui.models.person_words import language_words
from desk.gui.models.rows import Column, Group, RowModel
from desk.gui.pages.visit_tabs.tab import VisitTab, add_action, chip_of, give_menu
from desk.gui.pages.visit_tabs.view import VisitView
from desk.gui.widgets.button import Button
from desk.gui.widgets.cells import ChipCell, Mark, MarkCell, TextCell, TwoLineCell
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.label import ElidedLabel
from desk.gui.widgets.page import FilterBar
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.table import Table
from desk.locale import _, current_language, ngettext
from desk.locale.formats import date_time, weekday_day_month
from desk.locale.zones import wall_time
from desk.model.rows.events import EventRow
from desk.model.rows.invitations import InvitationRow, InvitationState

_TONES = {"ok": "ok", "warn": "warn", "bad": "bad", "info": "info", "mute": "text2"}
DUE = (InvitationState.TO_INVITE, InvitationState.TO_UPDATE, InvitationState.TO_WITHDRAW)


class InvitationsTab(VisitTab):
    """One line per guest and event, grouped by event or by guest."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.model: RowModel[InvitationRow] = RowModel(self._columns(), key=_key)
        self.table = Table(self.model, name=_("Invitations"), row_height=42)
        self.table.set_cell(0, TwoLineCell("row_title", "second_line"))
        self.table.set_cell(1, TextCell("note"))
        self.table.set_cell(2, TwoLineCell())
        self.table.set_cell(3, MarkCell())
        self.table.set_cell(4, ChipCell())
        self.grouping = SegmentedButtons(
            [("event", _("By event")), ("guest", _("By guest"))], name=_("Grouping")
        )
        self.summary = ElidedLabel("", "note", "text2")
        self.programme = Button(_("Programme file…"), "calendar-blank")
        self.programme.setToolTip(
            _("The whole programme as one calendar file to look at; nobody is invited by it.")
        )
        self.export = Button(_("Export invitations…"), "envelope-simple", "primary")
        bar = FilterBar()
        bar.row.addWidget(self.grouping)
        bar.row.addWidget(self.summary, 1)
        bar.row.addWidget(self.programme)
        bar.row.addWidget(self.export)
        self.column.addWidget(bar)
        self.column.addWidget(self.table, 1)
        self.give_empty(
            EmptyState(
                "envelope-simple",
                _("Nobody to invite yet"),
                _("Guests and hosts appear here once they are in the delegation and in an event."),
            )
        )
        self._connect()

    def _connect(self) -> None:
        self.grouping.chosen.connect(self._on_grouping_chosen)
        self.export.clicked.connect(self._on_export_clicked)
        self.programme.clicked.connect(self._on_programme_clicked)
        self.table.row_activated.connect(self._on_table_row_activated)
        give_menu(self.table, self._build_menu)

    def _columns(self) -> list[Column[InvitationRow]]:
        return [
            Column(
                _("Guest"),
                self._first_words,
                second=lambda row: row.mailbox,
                tip=lambda row: f"{row.name} {row.mailbox}".strip(),
                stretches=True,
            ),
            Column(_("Language"), lambda row: language_words(row.language), width=100),
            Column(
                _("Last produced"),
                self._produced,
                second=lambda row: ", ".join(row.differences),
                tip=lambda row: ", ".join(row.differences),
                width=190,
            ),
            Column(
                _("Answer"),
                lambda row: answer_mark(row.answer).words,
                cell=lambda row: Mark(
                    answer_mark(row.answer).icon, _TONES[answer_mark(row.answer).kind]
                ),
                width=140,
            ),
            Column(
                _("State"),
                lambda row: invitation_mark(row.state).words,
                cell=lambda row: chip_of(invitation_mark(row.state)),
                width=140,
            ),
        ]

    def show_view(self, view: VisitView) -> None:
        super().show_view(view)
        self._show_rows()
        states = Counter(row.state for row in view.invitations)
        self.summary.setText(
            " · ".join(
                f"{invitation_mark(state).words} {states[state]}"
                for state in InvitationState
                if states[state]
            )
        )
        self.export.setEnabled(len(states) > (1 if InvitationState.NO_MAILBOX in states else 0))
        self.programme.setEnabled(bool(view.events))
        self.set_empty(not view.invitations)

    def commands(self) -> frozenset[str]:
        return frozenset()

    def _show_rows(self) -> None:
        assert self.view is not None
        by_event = self.grouping.current == "event"
        events = {event.id: event for event in self.view.events}
        groups: dict[object, list[InvitationRow]] = {}
        for row in self.view.invitations:
            key = row.event_id if by_event else (row.mailbox or row.person_id or row.name)
            groups.setdefault(key, []).append(row)
        shown: list[InvitationRow | Group] = []
        for key, rows in groups.items():
            title = rows[0].event_title if by_event else rows[0].name
            due = sum(row.state in DUE for row in rows)
            note = ngettext("{count} to write", "{count} to write", due).format(count=due)
            note = note if due else _("nothing due")
            if by_event and rows[0].event_id in events:
                note = f"{_when(events[rows[0].event_id])} · {note}"
            shown.append(Group((by_event, key), title, note, collapsible=True))
            shown.extend(rows)
        self.model.show(shown)

    def _first_words(self, row: InvitationRow) -> str:
        return row.name if self.grouping.current == "event" else row.event_title

    def _produced(self, row: InvitationRow) -> str:
        if row.written_at is None:
            return _("never")
        zone = self.context.desk.zone
        return date_time(wall_time(row.written_at, zone), zone, current_language())

    def _build_menu(self) -> QMenu | None:
        menu = QMenu(self)
        row: InvitationRow | None = self.table.current_row()
        if row is not None:
            if row.person_id is not None:
                add_action(menu, _("Show person"), self._show_person, picture="user")
            add_action(menu, _("Show event"), self._show_event, picture="calendar-blank")
            menu.addSeparator()
        add_action(
            menu, _("Export invitations…"), self._on_export_clicked, picture="envelope-simple"
        )
        return menu

    def _show_person(self) -> None:
        row: InvitationRow | None = self.table.current_row()
        if row is not None and row.person_id is not None:
            self.context.show_detail("person", row.person_id)

    def _show_event(self) -> None:
        row: InvitationRow | None = self.table.current_row()
        if row is not None:
            self.context.show_detail("event", row.event_id)

    def _on_grouping_chosen(self, _grouping: object) -> None:
        self._show_rows()

    def _on_export_clicked(self) -> None:
        self.export_asked.emit()

    def _on_programme_clicked(self) -> None:
        self.programme_asked.emit()

    def _on_table_row_activated(self, row: InvitationRow) -> None:
        if row.person_id is not None:
            self._show_person()
        else:
            self._show_event()


def _when(event: EventRow) -> str:
    day = weekday_day_month(event.starts.date(), current_language())
    return f"{day}, {event_time(event)}"


def _key(row: InvitationRow) -> object:
    return row.event_id, row.mailbox or row.person_id or row.member_id or row.name
