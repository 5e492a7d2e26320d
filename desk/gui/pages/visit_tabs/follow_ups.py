"""What was promised at the visit, and the agreements around it."""

from datetime import date

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.new_agreement import NewAgreementDialog
from desk.gui.models.choice_words import follow_up_mark
from desk.gui.models.rows import Column, RowModel
from desk.gui.pages.visit_tabs.tab import VisitTab, add_action, ask, chip_of, give_menu
from desk.gui.pages.visit_tabs.view import VisitView
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import SectionHeader
from desk.gui.widgets.cells import CheckCell, ChipCell, TextCell, TextLook, TwoLineCell
from desk.gui.widgets.chip import ChipLook
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.label import Label
from desk.gui.widgets.page import FilterBar
from desk.gui.widgets.table import Table
from desk.gui.widgets.text_field import TextField, show_invalid
from desk.locale import _, current_language, ngettext
from desk.locale.formats import medium_date
from desk.model.choices import FollowUpStatus
from desk.model.errors import UserError
from desk.model.rows.follow_ups import AgreementRow, FollowUpRow
from desk.services import agreements, follow_ups
from desk.services.choice_words import choice_words

_ROW = 42
_CLOSED = (FollowUpStatus.DONE, FollowUpStatus.DROPPED)


class FollowUpsTab(VisitTab):
    """Promises with a box to tick, a line to add one; below them the agreements."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.title = TextField(placeholder=_("What was promised"), icon="plus")
        self.title.setAccessibleName(_("New follow-up: what was promised"))
        self.due = DateField(
            None, today=context.desk.today(), optional=True, name=_("New follow-up: due day")
        )
        self.due.setPlaceholderText(_("Due"))
        self.due.setFixedWidth(160)
        self.add = Button(_("Add"))
        self.problem = Label("", "note", "bad")
        self.model: RowModel[FollowUpRow] = RowModel(self._columns())
        self.table = Table(self.model, name=_("Follow-ups"), row_height=_ROW)
        self.table.set_cell(0, CheckCell())
        self.table.set_cell(1, TwoLineCell("row_title", "second_line"))
        self.table.set_cell(2, TextCell("note"))
        self.table.set_cell(3, ChipCell())
        self.agreement_model: RowModel[AgreementRow] = RowModel(self._agreement_columns())
        self.agreements = Table(self.agreement_model, name=_("Agreements"), row_height=_ROW)
        self.agreements.set_cell(0, TwoLineCell("row_title", "second_line"))
        self.agreements.set_cell(1, TextCell("note"))
        self.agreements.set_cell(2, ChipCell())
        self.agreements.set_cell(3, TextCell("note"))
        self.new_agreement = Button(_("New agreement…"), "handshake", dense=True)
        self.no_follow_ups = Label(
            _("No promises noted yet. What the guests or the province promised belongs here."),
            "note",
            "text2",
            wraps=True,
        )
        self.no_agreements = Label(_("No agreements yet."), "note", "text2")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bar = FilterBar()
        bar.row.addWidget(self.title, 1)
        bar.row.addWidget(self.due)
        bar.row.addWidget(self.add)
        self.column.addWidget(bar)
        self.problem.setContentsMargins(20, 4, 20, 4)
        self.problem.hide()
        self.column.addWidget(self.problem)
        for note in (self.no_follow_ups, self.no_agreements):
            note.setContentsMargins(20, 12, 20, 12)
        self.column.addWidget(self.no_follow_ups)
        self.column.addWidget(self.table, 300)
        head = QWidget()
        row = QVBoxLayout(head)
        row.setContentsMargins(20, 8, 20, 8)
        header = SectionHeader(_("Agreements"))
        header.add_action(self.new_agreement)
        row.addWidget(header)
        self.column.addWidget(head)
        self.column.addWidget(self.no_agreements)
        self.column.addWidget(self.agreements, 200)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add_clicked)
        self.title.returnPressed.connect(self._on_add_clicked)
        self.due.returnPressed.connect(self._on_add_clicked)
        self.title.textEdited.connect(self._on_title_text_edited)
        self.model.check_changed.connect(self._on_model_check_changed)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.row_activated.connect(self._on_table_row_activated)
        self.agreements.row_chosen.connect(self._on_agreements_row_chosen)
        self.agreements.row_activated.connect(self._on_agreements_row_activated)
        self.new_agreement.clicked.connect(self._on_new_agreement_clicked)
        give_menu(self.table, self._build_menu)
        give_menu(self.agreements, self._build_agreement_menu)

    def _columns(self) -> list[Column[FollowUpRow]]:
        return [
            Column(
                "",
                lambda row: follow_up_mark(row.status).words,
                checked=lambda row: row.status is FollowUpStatus.DONE,
                checkable=lambda row: row.status is not FollowUpStatus.DROPPED,
                width=52,
            ),
            Column(
                _("Promise"),
                lambda row: row.title,
                second=_owner,
                cell=lambda row: TextLook(
                    tone="text2" if row.status in _CLOSED else "text",
                    struck=row.status in _CLOSED,
                ),
                tip=lambda row: row.title,
                stretches=True,
            ),
            Column(_("Due"), _due, cell=_due_look, align="right", width=120),
            Column(
                _("Status"),
                lambda row: follow_up_mark(row.status).words,
                cell=_status_chips,
                width=250,
            ),
        ]

    def _agreement_columns(self) -> list[Column[AgreementRow]]:
        return [
            Column(
                _("Agreement"),
                lambda row: row.title,
                second=lambda row: " – ".join(row.parties) or _("No parties yet"),
                tip=lambda row: " – ".join(row.parties),
                stretches=True,
            ),
            Column(_("Kind"), lambda row: choice_words(row.kind), width=200),
            Column(
                _("Our role"),
                lambda row: choice_words(row.our_role),
                cell=lambda row: ChipLook(choice_words(row.our_role), "mute"),
                width=110,
            ),
            Column(_("Stage"), lambda row: choice_words(row.stage), width=180),
        ]

    def show_view(self, view: VisitView) -> None:
        super().show_view(view)
        self.model.show(view.follow_ups)
        self.agreement_model.show(view.agreements)
        for table in (self.table, self.agreements):
            header = table.horizontalHeader().height()
            table.setMaximumHeight(header + table.rows.rowCount() * _ROW + 14)
        self.no_follow_ups.setVisible(not view.follow_ups)
        self.table.setVisible(bool(view.follow_ups))
        self.no_agreements.setVisible(not view.agreements)
        self.agreements.setVisible(bool(view.agreements))

    def select(self, row_id: int) -> None:
        self.table.select_key(row_id)
        self.context.show_detail("follow_up", row_id)

    def commands(self) -> frozenset[str]:
        chosen = self._chosen()
        return frozenset({"delete", "edit"}) if chosen is not None else frozenset()

    def run(self, command: str) -> None:
        chosen = self._chosen()
        if isinstance(chosen, FollowUpRow):
            if command == "delete":
                self._delete(chosen)
            else:
                self.context.show_detail("follow_up", chosen.id)
        elif isinstance(chosen, AgreementRow):
            if command == "delete":
                self._delete_agreement(chosen)
            else:
                self.context.show_detail("agreement", chosen.id)

    def _chosen(self) -> FollowUpRow | AgreementRow | None:
        """The line of the table that has the keyboard, else of the promises."""
        table = self.agreements if self.agreements.hasFocus() else self.table
        return table.current_row()

    def _delete(self, row: FollowUpRow) -> None:
        desk = self.context.desk
        if self.tell_undoable(
            lambda: follow_ups.delete_follow_up(desk, row.id), _("Follow-up deleted")
        ):
            self.context.close_detail()

    def _delete_agreement(self, row: AgreementRow) -> None:
        desk = self.context.desk
        if self.tell_undoable(
            lambda: agreements.delete_agreement(desk, row.id), _("Agreement deleted")
        ):
            self.context.close_detail()

    def _build_menu(self) -> QMenu | None:
        row: FollowUpRow | None = self.table.current_row()
        if row is None:
            return None
        menu = QMenu(self)
        for status in FollowUpStatus:
            if status is not row.status:
                mark = follow_up_mark(status)
                add_action(
                    menu,
                    mark.words,
                    lambda status=status: self._set_status(row, status),
                    picture=mark.icon,
                )
        menu.addSeparator()
        add_action(menu, _("Delete"), lambda: self._delete(row), picture="trash", keys="Del")
        return menu

    def _build_agreement_menu(self) -> QMenu | None:
        row: AgreementRow | None = self.agreements.current_row()
        if row is None:
            return None
        menu = QMenu(self)
        add_action(
            menu,
            _("Open"),
            lambda: self.context.show_detail("agreement", row.id),
            picture="handshake",
        )
        menu.addSeparator()
        add_action(
            menu, _("Delete"), lambda: self._delete_agreement(row), picture="trash", keys="Del"
        )
        return menu

    def _set_status(self, row: FollowUpRow, status: FollowUpStatus) -> None:
        desk = self.context.desk
        self.tell_undoable(
            lambda: follow_ups.set_follow_up_status(desk, row.id, status),
            _("Follow-up: {status}").format(status=follow_up_mark(status).words),
        )

    def _on_add_clicked(self) -> None:
        if not self.title.value and self.title.hasFocus() is False:
            self.title.setFocus()
            return
        due: date | None = self.due.value
        if self.due.error:
            self._say(self.due.error)
            return
        try:
            follow_ups.create_follow_up(
                self.context.desk, title=self.title.value, due_on=due, visit_id=self.visit_id
            )
        except UserError as error:
            self._say(error.message)
            show_invalid(self.title, True)
            return
        self._say("")
        self.title.set_value("")
        self.due.set_value(None)
        self.title.setFocus()

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if not words:
            show_invalid(self.title, False)

    def _on_title_text_edited(self, _text: str) -> None:
        self._say("")

    def _on_model_check_changed(self, row: FollowUpRow, checked: bool) -> None:
        self._set_status(row, FollowUpStatus.DONE if checked else FollowUpStatus.OPEN)

    def _on_table_row_chosen(self, row: FollowUpRow | None) -> None:
        if row is not None and self.table.hasFocus():
            self.context.show_detail("follow_up", row.id)

    def _on_table_row_activated(self, row: FollowUpRow) -> None:
        self.context.show_detail("follow_up", row.id)

    def _on_agreements_row_chosen(self, row: AgreementRow | None) -> None:
        if row is not None and self.agreements.hasFocus():
            self.context.show_detail("agreement", row.id)

    def _on_agreements_row_activated(self, row: AgreementRow) -> None:
        self.context.show_detail("agreement", row.id)

    def _on_new_agreement_clicked(self) -> None:
        made = ask(NewAgreementDialog(self.context, self.window(), visit_id=self.visit_id))
        if made is not None:
            self.refresh_asked.emit()
            self.agreements.select_key(made)
            self.context.show_detail("agreement", made)


def _owner(row: FollowUpRow) -> str:
    return " · ".join(part for part in (row.organisation, row.person) if part) or _("No owner yet")


def _due(row: FollowUpRow) -> str:
    return medium_date(row.due_on, current_language()) if row.due_on else _("no day")


def _due_look(row: FollowUpRow) -> TextLook:
    return TextLook(tone="bad" if row.overdue_days else "text" if row.due_on else "text2")


def _status_chips(row: FollowUpRow) -> tuple[ChipLook, ...]:
    chips = [chip_of(follow_up_mark(row.status))]
    if row.overdue_days:
        words = ngettext("{count} day late", "{count} days late", row.overdue_days)
        chips.append(ChipLook(words.format(count=row.overdue_days), "bad", "calendar-x"))
    return tuple(chips)
