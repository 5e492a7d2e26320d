"""What was promised, the most urgent first."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context, Target
from desk.gui.models.choice_words import follow_up_mark
from desk.gui.models.follow_ups import (
    due_day,
    due_tone,
    due_words,
    in_parts,
    is_open,
    owner_words,
)
from desk.gui.models.rows import Column, Group, RowModel
from desk.gui.pages.section_page import SectionPage
from desk.gui.widgets.button import Button
from desk.gui.widgets.cells import CheckCell, TextCell, TextLook, TwoLineCell
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.table import Table
from desk.locale import _, ngettext
from desk.model.choices import FollowUpStatus
from desk.model.rows.follow_ups import FollowUpRow
from desk.rules.folding import fold
from desk.services import follow_ups

ROW_HEIGHT = 44
_EVERY_UNIT = -1


class FollowUpsPage(SectionPage):
    """Overdue · Due soon · Later · No date · Done; a tick finishes, the notice takes it back."""

    tables = frozenset({"follow_up", "organisation", "person", "visit"})
    kind = "follow_up"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Follow-ups"), parent)
        self.model: RowModel[FollowUpRow] = RowModel(self._columns(), parent=self)
        self.table = Table(self.model, name=_("Follow-ups"), row_height=ROW_HEIGHT)
        for place, cell in enumerate(
            (
                CheckCell(),
                TwoLineCell("row_title"),
                TwoLineCell(),
                TextCell("note", "text2"),
                TextCell("note", "text2"),
                TwoLineCell("label"),
            )
        ):
            self.table.set_cell(place, cell)
        self.new_button = Button(_("New follow-up…"), "check-square-offset", "primary")
        self.filter.setPlaceholderText(_("What, who or which visit"))
        self.filter.setAccessibleName(_("Filter follow-ups"))
        self.units = ComboBox(name=_("Unit"))
        self.units.setFixedWidth(200)
        for action in (self.units, self.filter, self.new_button):
            self.header.add_action(action)
        empty = EmptyState(
            "check-square-offset",
            _("Nothing was promised yet"),
            _("Note what was said at the table, who does it and until when."),
            primary=_("New follow-up…"),
            primary_icon="check-square-offset",
        )
        self.set_list(self.table, empty)
        self._connect()

    def _connect(self) -> None:
        assert self.empty is not None
        self.empty.primary_chosen.connect(self._on_new_asked)
        self.new_button.clicked.connect(self._on_new_asked)
        self.units.value_changed.connect(self._on_units_value_changed)
        self.model.check_changed.connect(self._on_model_check_changed)
        self.table.row_activated.connect(self._on_table_row_activated)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.group_toggled.connect(self._on_table_group_toggled)

    def _columns(self) -> list[Column[FollowUpRow]]:
        return [
            Column(
                "",
                lambda row: "",
                checked=lambda row: row.status is FollowUpStatus.DONE,
                checkable=lambda row: row.status is not FollowUpStatus.DROPPED,
                tip=lambda row: _("Reopen") if not is_open(row) else _("Finish"),
                width=50,
            ),
            Column(
                _("What was promised"),
                lambda row: row.title,
                second=lambda row: row.source,
                cell=_title_look,
                tip=lambda row: "\n".join(part for part in (row.title, row.source) if part),
                stretches=True,
            ),
            Column(
                _("Who"),
                owner_words,
                second=lambda row: row.organisation if row.person else "",
                tip=lambda row: ", ".join(p for p in (row.person, row.organisation) if p),
                width=190,
                roomy=230,
            ),
            Column(
                _("Visit"),
                lambda row: row.visit_reference,
                tip=lambda row: row.visit_title,
                width=92,
            ),
            Column(_("Status"), lambda row: follow_up_mark(row.status).words, width=96),
            Column(
                _("Due"),
                lambda row: due_words(row, self._today),
                second=lambda row: due_day(row, self._today),
                cell=lambda row: TextLook(due_tone(row, self._today)),
                width=128,
            ),
        ]

    @property
    def _today(self) -> date:
        return self.context.desk.today()

    def open(self, target: Target) -> None:
        """Show the follow-ups, standing on one when the target names it."""
        if target.row_id is not None:
            self.filter.clear()
            self.units.set_value(_EVERY_UNIT)
        self.refresh()
        if target.row_id is not None:
            self.table.select_key(target.row_id)

    def refresh(self) -> None:
        """Read every follow-up anew."""
        self._filter_timer.stop()
        known = follow_ups.list_follow_ups(self.context.desk)
        self._show_units(known)
        unit, wanted = self.units.value, fold(self.filter_words)
        shown = [row for row in known if _fits(row, unit, wanted)]
        rows = [
            replace(row, collapsed=self._is_folded(row)) if isinstance(row, Group) else row
            for row in in_parts(shown, self._today)
        ]
        self.model.show(rows)
        count = sum(is_open(row) for row in shown)
        words = ngettext("{count} open", "{count} open", count)
        self.header.set_words(_("Follow-ups"), words.format(count=count))
        if self.empty is not None and known and not shown:
            self.empty.set_words(*self.nothing_found())
        self.show_list(bool(shown))

    def _is_folded(self, group: Group) -> bool:
        known = self.model.place_of(group.key) >= 0
        return self.table.is_folded(group.key) if known else group.collapsed

    def _show_units(self, rows: list[FollowUpRow]) -> None:
        named = {
            row.organisation_id: row.organisation for row in rows if row.organisation_id is not None
        }
        choices = sorted(named.items(), key=lambda pair: fold(pair[1]))
        self.units.set_choices([(_EVERY_UNIT, _("Every unit")), *choices])

    def chosen_id(self) -> int | None:
        row: FollowUpRow | None = self.table.current_row()
        return None if row is None else row.id

    def commands(self) -> frozenset[str]:
        own = {"filter"}
        if self.chosen_id() is not None:
            own |= {"edit", "delete"}
        return frozenset(own)

    def run(self, command: str) -> None:
        {"filter": self.run_filter, "edit": self.edit, "delete": self.delete}[command]()

    def delete(self) -> None:
        """Delete the follow-up stood on; the notice offers to take it back."""
        row_id = self.chosen_id()
        if row_id is not None:
            self.do(
                lambda: follow_ups.delete_follow_up(self.context.desk, row_id),
                _("Follow-up deleted"),
            )

    def _on_new_asked(self) -> None:
        self.context.run_command("new_follow_up")

    def _on_units_value_changed(self, _unit: int) -> None:
        self.refresh()

    def _on_model_check_changed(self, row: FollowUpRow, checked: bool) -> None:
        status = FollowUpStatus.DONE if checked else FollowUpStatus.OPEN
        notice = _("Done: {title}") if checked else _("Open again: {title}")
        self.do(
            lambda: follow_ups.set_follow_up_status(self.context.desk, row.id, status),
            notice.format(title=row.title),
        )

    def _on_table_row_activated(self, _row: FollowUpRow) -> None:
        self.show_chosen()

    def _on_table_row_chosen(self, row: FollowUpRow | None) -> None:
        if row is not None:
            self.follow()

    def _on_table_group_toggled(self, _key: object, _folded: bool) -> None:
        # The arrow of the heading is part of what is shown.
        self.refresh()


def _title_look(row: FollowUpRow) -> TextLook:
    return TextLook("text" if is_open(row) else "text2", struck=not is_open(row))


def _fits(row: FollowUpRow, unit: int | None, wanted: str) -> bool:
    if unit not in (None, _EVERY_UNIT, row.organisation_id):
        return False
    words = (row.title, row.source, row.organisation, row.person, row.visit_title)
    return not wanted or wanted in fold(" ".join(words))
