"""Who comes and who receives them."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu

from desk.gui.context import Context
from desk.gui.dialogs.add_member import AddGroupDialog, AddPersonDialog
from desk.gui.models.choice_words import host_role_words
from desk.gui.models.rows import Column, Group, RowModel
from desk.gui.pages.visit_tabs.standing import Standing, standings
from desk.gui.pages.visit_tabs.strip import FindingStrip
from desk.gui.pages.visit_tabs.tab import VisitTab, add_action, ask, bind_key, give_menu
from desk.gui.pages.visit_tabs.view import VisitView
from desk.gui.widgets.button import Button
from desk.gui.widgets.cells import Mark, MarkCell, TextCell, TextLook, TwoLineCell
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.page import FilterBar
from desk.gui.widgets.table import Table
from desk.locale import _, ngettext
from desk.model.choices import Side
from desk.model.rows.visits import MemberRow
from desk.services import delegation
from desk.services.choice_words import choice_words


class DelegationTab(VisitTab):
    """The delegation and the hosts in their order, as on paper."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._standings: Mapping[int, Standing] = {}
        self._numbers: dict[int, str] = {}
        self.model: RowModel[MemberRow] = RowModel(self._columns())
        self.table = Table(self.model, name=_("Delegation"))
        self.table.set_cell(0, TextCell("row_title"))
        self.table.set_cell(1, TextCell("row_title"))
        self.table.set_cell(2, TwoLineCell())
        self.table.set_cell(3, TextCell("note"))
        self.table.set_cell(4, MarkCell())
        self.up = IconButton("arrow-up", _("Move up (Alt+Up)"))
        self.down = IconButton("arrow-down", _("Move down (Alt+Down)"))
        self.remove = IconButton("trash", _("Remove from the delegation (Del)"))
        self.add_group = Button(_("Add group…"), "users-three")
        self.add_person = Button(_("Add person…"), "user-plus")
        bar = FilterBar()
        for widget in (self.up, self.down, self.remove):
            bar.row.addWidget(widget)
        bar.row.addStretch(1)
        bar.row.addWidget(self.add_group)
        bar.row.addWidget(self.add_person)
        self.strip = FindingStrip(context)
        self.column.addWidget(bar)
        self.column.addWidget(self.strip)
        self.column.addWidget(self.table, 1)
        empty = EmptyState(
            "users-three",
            _("No delegation yet"),
            _("Add the guests and the hosts; whoever is known already is found by name."),
            primary=_("Add person…"),
            primary_icon="user-plus",
            secondary=_("Add group…"),
            secondary_icon="users-three",
        )
        empty.primary_chosen.connect(self._on_add_person_clicked)
        empty.secondary_chosen.connect(self._on_add_group_clicked)
        self.give_empty(empty)
        self._connect()

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.row_activated.connect(self._on_table_row_activated)
        self.add_person.clicked.connect(self._on_add_person_clicked)
        self.add_group.clicked.connect(self._on_add_group_clicked)
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        bind_key(self.table, "Alt+Up", self._on_up_clicked)
        bind_key(self.table, "Alt+Down", self._on_down_clicked)
        give_menu(self.table, self._build_menu)

    def _columns(self) -> list[Column[MemberRow]]:
        return [
            Column(_("No."), self._number, align="right", width=56),
            Column(
                _("Name"),
                lambda row: row.name,
                cell=lambda row: TextLook(tone="text2") if row.is_group else TextLook(bold=True),
                tip=lambda row: row.name,
                width=210,
                roomy=340,
            ),
            Column(
                _("Office and organisation"),
                _office,
                second=_organisation,
                tip=lambda row: ", ".join(part for part in (_office(row), _organisation(row))),
                stretches=True,
            ),
            Column(_("Role"), _role, tip=_role, width=150),
            Column(
                _("Answer"),
                lambda row: self._standing(row).words,
                cell=lambda row: Mark(self._standing(row).icon, self._standing(row).tone),
                tip=lambda row: self._standing(row).tip,
                width=150,
            ),
        ]

    def show_view(self, view: VisitView) -> None:
        super().show_view(view)
        self._standings = standings(view)
        self._numbers = _numbers(view)
        rows: list[MemberRow | Group] = []
        for side, members in ((Side.GUEST, view.guests), (Side.HOST, view.hosts)):
            if members:
                rows.append(Group(("side", side), choice_words(side), _count_words(members)))
                rows.extend(members)
        self.model.show(rows)
        # The answers and numbers are not part of the rows: show them again.
        self.table.viewport().update()
        self.strip.show_findings([f for f in view.findings if f.field == "delegation"])
        self.set_empty(not view.members)
        self._show_able()

    def select(self, row_id: int) -> None:
        self.table.select_key(row_id)

    def commands(self) -> frozenset[str]:
        return frozenset({"delete", "edit"}) if self.table.current_row() else frozenset()

    def run(self, command: str) -> None:
        if command == "delete":
            self._on_remove_clicked()
        elif command == "edit":
            self._on_table_row_activated(self.table.current_row())

    def _show_able(self) -> None:
        row: MemberRow | None = self.table.current_row()
        ids = [member.id for member in self._side_of(row)] if row is not None else []
        self.remove.setEnabled(row is not None)
        self.up.setEnabled(row is not None and row.id != ids[0])
        self.down.setEnabled(row is not None and row.id != ids[-1])

    def _side_of(self, row: MemberRow) -> tuple[MemberRow, ...]:
        assert self.view is not None
        return self.view.guests if row.side is Side.GUEST else self.view.hosts

    def _number(self, row: MemberRow) -> str:
        return self._numbers.get(row.id, "")

    def _standing(self, row: MemberRow) -> Standing:
        return self._standings.get(row.id, Standing())

    def _build_menu(self) -> QMenu | None:
        row = self.table.current_row()
        menu = QMenu(self)
        if row is not None:
            add_action(
                menu, _("Edit"), lambda: self.run("edit"), picture="pencil-simple", keys="F2"
            )
            add_action(menu, _("Move up"), self._on_up_clicked, picture="arrow-up", keys="Alt+Up")
            add_action(
                menu, _("Move down"), self._on_down_clicked, picture="arrow-down", keys="Alt+Down"
            )
            menu.addSeparator()
            add_action(menu, _("Remove"), self._on_remove_clicked, picture="trash", keys="Del")
            menu.addSeparator()
        add_action(menu, _("Add person…"), self._on_add_person_clicked, picture="user-plus")
        add_action(menu, _("Add group…"), self._on_add_group_clicked, picture="users-three")
        return menu

    def _add(self, *, group: bool) -> None:
        assert self.view is not None
        row: MemberRow | None = self.table.current_row()
        dialog = (AddGroupDialog if group else AddPersonDialog)(
            self.context,
            self.visit_id,
            side=row.side if row is not None else Side.GUEST,
            country=self.view.visit.country,
            parent=self.window(),
        )
        made = ask(dialog)
        if made is not None:
            self.refresh_asked.emit()
            self.select(made)
            self.context.show_detail("member", made)

    def _move(self, *, up: bool) -> None:
        row = self.table.current_row()
        if row is not None:
            desk = self.context.desk
            self.context.attempt(lambda: delegation.move_member(desk, row.id, up=up))
            self.table.select_key(row.id)

    def _on_table_row_chosen(self, row: MemberRow | None) -> None:
        self._show_able()
        if row is not None and self.table.hasFocus():
            self.context.show_detail("member", row.id)

    def _on_table_row_activated(self, row: MemberRow | None) -> None:
        if row is not None:
            self.context.show_detail("member", row.id)

    def _on_add_person_clicked(self) -> None:
        self._add(group=False)

    def _on_add_group_clicked(self) -> None:
        self._add(group=True)

    def _on_up_clicked(self) -> None:
        self._move(up=True)

    def _on_down_clicked(self) -> None:
        self._move(up=False)

    def _on_remove_clicked(self) -> None:
        row: MemberRow | None = self.table.current_row()
        if row is not None:
            remove: Callable[[], None] = lambda: delegation.remove_member(  # noqa: E731
                self.context.desk, row.id
            )
            notice = _("{name} removed from the delegation").format(name=row.name)
            self.tell_undoable(remove, notice)


def _office(row: MemberRow) -> str:
    if not row.is_group:
        return row.office or row.organisation
    if row.headcount is None:
        return _("Unnamed, number not known yet")
    return ngettext("Unnamed, {count} person", "Unnamed, {count} people", row.headcount).format(
        count=row.headcount
    )


def _organisation(row: MemberRow) -> str:
    return row.organisation if row.office else ""


def _role(row: MemberRow) -> str:
    return choice_words(row.role) if row.side is Side.GUEST else host_role_words(row.role)


def _numbers(view: VisitView) -> dict[int, str]:
    """The number before each name, counted on each side; groups have none."""
    found: dict[int, str] = {}
    for members in (view.guests, view.hosts):
        number = 0
        for member in members:
            if member.is_group:
                found[member.id] = "–"
            else:
                number += 1
                found[member.id] = str(number)
    return found


def _count_words(members: tuple[MemberRow, ...]) -> str:
    named = sum(not member.is_group for member in members)
    groups = len(members) - named
    words = ngettext("{count} named person", "{count} named people", named).format(count=named)
    if not groups:
        return words
    more = ngettext("{count} group", "{count} groups", groups).format(count=groups)
    return _("{people} and {groups}").format(people=words, groups=more)
