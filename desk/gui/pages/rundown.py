"""The rundown of an event, minute by minute: typed like a spreadsheet, saved as one goes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.gui.context import Context, Target
from desk.gui.details.clipboard import copy_rundown
from desk.gui.dialogs.copy_rundown import CopyRundownDialog
from desk.gui.models.rundown import (
    FIELDS,
    GUEST_WIDTHS,
    ITEM,
    OFFICE_ONLY,
    WIDTHS,
    RundownRow,
    rundown_rows,
)
from desk.gui.pages.page import Page
from desk.gui.pages.rundown_bar import GUESTS, OFFICE, RundownBar, RundownFoot, RundownHead
from desk.gui.pages.rundown_side import RundownSide
from desk.gui.pages.rundown_table import RundownTable
from desk.gui.pages.rundown_typing import value_typed
from desk.gui.pages.visit_tabs.tab import ask
from desk.gui.widgets.card import Separator
from desk.gui.widgets.empty_state import EmptyState
from desk.locale import _, ngettext
from desk.model.errors import UserError
from desk.model.rows.events import EventRow
from desk.model.rows.rundown import Shift
from desk.services import programme, rundown, rundown_edit, rundown_help, rundown_words

STEP = 5
"""Minutes by which the keys move and lengthen rows."""
_SIDE_FROM = 1060
"""Pixels of the page from which the palette stands beside the table by itself."""


class RundownPage(Page):
    """Opened for an event: `target.row_id`."""

    tables = frozenset({"programme_item", "event", "person", "participation", "venue", "visit"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Rundown"))
        self.event_row: EventRow | None = None
        self._event_id: int | None = None
        self._side_chosen: bool | None = None
        self.head = RundownHead()
        self.bar = RundownBar()
        self.foot = RundownFoot()
        self.table = RundownTable(names=self._names, places=self._places)
        self.rows = self.table.editable
        self.side = RundownSide(context, follows=self.follows, reload=self.refresh)
        self.empty = EmptyState(
            "list-numbers",
            _("No rundown yet"),
            _("Put in common rows from the right, type one, or start from another event's."),
            primary=_("Add a row"),
            secondary=_("Copy from another event…"),
            secondary_icon="copy",
        )
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        room = QWidget()
        inside = QVBoxLayout(room)
        inside.setContentsMargins(20, 20, 20, 20)
        inside.addWidget(self.empty)
        inside.addStretch(1)
        self._stack.addWidget(self.table)
        self._stack.addWidget(room)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._stack, 1)
        self._line = Separator(vertical=True)
        body.addWidget(self._line)
        body.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Separator())
        column.addWidget(self.bar)
        column.addLayout(body, 1)
        column.addWidget(Separator())
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.head.back.clicked.connect(self._on_back_clicked)
        self.head.readers.chosen.connect(self._on_readers_chosen)
        self.head.copy.clicked.connect(self._on_copy_clicked)
        self.head.print.clicked.connect(self._on_print_clicked)
        self.bar.add.clicked.connect(self.add_row)
        self.bar.from_other.clicked.connect(self.copy_from_other)
        self.bar.ripple_asked.connect(self.ripple)
        self.bar.side.clicked.connect(self._on_side_clicked)
        self.empty.primary_chosen.connect(self.add_row)
        self.empty.secondary_chosen.connect(self.copy_from_other)
        self.side.common_asked.connect(self.add_common)
        self.rows.typed.connect(self._on_rows_typed)
        self.rows.ticked.connect(self._on_rows_ticked)
        self.table.row_asked.connect(self._on_table_row_asked)
        self.table.row_dropped.connect(self._on_table_row_dropped)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.selection_moved.connect(self._on_table_selection_moved)
        self.table.asked.connect(self._on_table_asked)

    # Showing

    def open(self, target: Target) -> None:
        """Show the rundown of another event."""
        if target.row_id != self._event_id:
            self.side.form.leave()
        self._event_id = target.row_id
        self.refresh()
        focused = self.table if self.rows.rowCount() else self.side.common
        focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read everything anew; the row and the cell stood on stay."""
        desk = self.context.desk
        event = programme.get_event(desk, self._event_id) if self._event_id else None
        self.event_row = event
        self.head.show_event(event)
        self.setEnabled(event is not None)
        if event is None:
            self.rows.show([])
            self.side.show_item(None)
            self.foot.show_nothing()
            return
        items = rundown.items_of_event(desk, event.id)
        findings = rundown_words.findings_of(event, items)
        shown = items if self.is_internal else [item for item in items if not item.internal]
        told = findings if self.is_internal else ()
        self.rows.show(rundown_rows(event, shown, told, guests=not self.is_internal))
        for column in OFFICE_ONLY:
            self.table.setColumnHidden(column, not self.is_internal)
        for column, width in (WIDTHS if self.is_internal else GUEST_WIDTHS).items():
            self.table.setColumnWidth(column, width)
        self.table.fit_columns()
        self._stack.setCurrentIndex(0 if items else 1)
        self.bar.show_rows(bool(items), internal=self.is_internal)
        self.foot.show_balance(
            rundown_words.balance_of(event, items), findings, hidden=len(items) - len(shown)
        )
        if not self.table.currentIndex().isValid() and self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(0, ITEM))
        self._on_table_row_chosen(self.table.current_row())

    @property
    def is_internal(self) -> bool:
        """Whether everything is shown, as the office reads it."""
        return self.head.readers.current == OFFICE

    def follows(self) -> bool:
        """Whether the rows behind a changed one give way."""
        return self.bar.follow.isChecked()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self._side_chosen if self._side_chosen is not None else self.width() >= _SIDE_FROM
        self._show_side(shown)

    def _show_side(self, shown: bool) -> None:
        self.side.setVisible(shown)
        self._line.setVisible(shown)
        self.bar.side.set_name(_("Hide the common rows") if shown else _("Show the common rows"))

    # Doing

    def commands(self) -> frozenset[str]:
        if self.event_row is None:
            return frozenset()
        names = {"copy_whatsapp", "print"}
        if self.table.current_row() is not None:
            names |= {"edit", "delete", "duplicate"}
        return frozenset(names)

    def run(self, command: str) -> None:
        actions = {
            "edit": self._edit,
            "delete": self.delete,
            "duplicate": self.duplicate,
            "copy_whatsapp": self._on_copy_clicked,
            "print": self._on_print_clicked,
        }
        actions[command]()

    def add_row(self) -> None:
        """A new row behind the one stood on, open to be typed in."""
        event = self.event_row
        if event is None:
            return
        after = self._current_id()
        made = self.context.attempt(
            lambda: rundown.add_item(self.context.desk, event.id, after=after)
        )
        if made is not None:
            self._stand_on(made)
            self.table.edit_cell(ITEM)

    def add_common(self, key: str) -> None:
        """A row of the palette behind the one stood on."""
        event = self.event_row
        if event is None:
            return
        after = self._current_id()
        made = self.context.attempt(
            lambda: rundown_help.add_common_row(self.context.desk, event.id, key, after=after)
        )
        if made is not None:
            self._stand_on(made)

    def copy_from_other(self) -> None:
        """Copy the rundown of another event."""
        event = self.event_row
        if event is None:
            return
        count = ask(CopyRundownDialog(self.context, event.id, self.window()))
        if count is not None:
            self.refresh()
            words = ngettext("{count} row copied", "{count} rows copied", count)
            self.context.tell(words.format(count=count), undo=True)

    def delete(self) -> None:
        """Take the marked rows out; the notice offers to take it back."""
        ids = self._marked_ids()
        place = self.table.currentIndex().row()

        def write() -> bool:
            rundown.delete_items(self.context.desk, ids, follow=self.follows())
            return True

        if ids and self.context.attempt(write):
            self.refresh()
            last = self.rows.rowCount() - 1
            if last >= 0:
                self.table.setCurrentIndex(self.rows.index(min(place, last), ITEM))
            words = ngettext("{count} row taken out", "{count} rows taken out", len(ids))
            self.context.tell(words.format(count=len(ids)), undo=True)

    def duplicate(self) -> None:
        """A copy right behind the row stood on."""
        item_id = self._current_id()
        if item_id is None:
            return
        made = self.context.attempt(lambda: rundown.duplicate_item(self.context.desk, item_id))
        if made is not None:
            self._stand_on(made)

    def ripple(self, by: int) -> None:
        """Move the rows behind the one stood on by minutes, or the marked ones when several are."""
        desk, marked = self.context.desk, self._marked_ids()
        if len(marked) > 1:
            shift = self.context.write(lambda: rundown.move_items(desk, marked, by))
            self.refresh()
            self._tell(shift)
        elif marked:
            self._shift(lambda: rundown.ripple(desk, marked[0], by))

    def _shift(self, change: Callable[[], Shift]) -> None:
        """Change times, stay on the cell, and say what stood in the way."""
        item_id, column = self._current_id(), self.table.currentIndex().column()
        shift = self.context.write(change)
        self.refresh()
        self.table.stand_on(item_id, max(0, column))
        self._tell(shift)

    def _tell(self, shift: Shift | None) -> None:
        words = rundown_words.shift_words(shift) if shift is not None else ""
        if words:
            self.context.tell(words, undo=bool(shift and (shift.moved_by or shift.missing)))

    def _edit(self) -> None:
        column = self.table.currentIndex().column()
        if not self.table.edit_cell(column):
            self.table.edit_cell(ITEM)

    def _current_id(self) -> int | None:
        row: RundownRow | None = self.table.current_row()
        return None if row is None else row.id

    def _marked_ids(self) -> list[int]:
        return [row.id for row in self.table.selected_rows()]

    def _stand_on(self, item_id: int) -> None:
        self.refresh()
        if self.table.stand_on(item_id, ITEM):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _names(self) -> list[str]:
        event = self.event_row
        return [] if event is None else rundown_help.names_for_rundown(self.context.desk, event.id)

    def _places(self) -> list[str]:
        places = [row.item.place for row in self.rows.rows() if row.item.place]
        event = self.event_row
        return list(dict.fromkeys([event.venue if event else "", *places]))

    # What the person does

    def _on_rows_typed(self, row: RundownRow, column: int, words: str) -> None:
        try:
            changes, seen = value_typed(row.item, FIELDS[column], words)
            shift = rundown_edit.change_item(
                self.context.desk, row.id, changes, seen=seen, follow=self.follows()
            )
        except UserError as error:
            # What was typed stays in its cell until it is mended or left with Escape.
            self.context.problem_told.emit(error.message)
            QTimer.singleShot(0, lambda: self.table.type_again(row.id, column, words))
            return
        self.refresh()
        self._tell(shift)

    def _on_rows_ticked(self, row: RundownRow, column: int, checked: bool) -> None:
        field = FIELDS[column]
        self.context.attempt(
            lambda: rundown_edit.change_item(self.context.desk, row.id, {field: checked})
        )
        self.refresh()

    def _on_table_asked(self, name: str) -> None:
        item_id, desk = self._current_id(), self.context.desk
        changes = {
            "up": lambda: rundown.swap_item(desk, item_id or 0, down=False),
            "down": lambda: rundown.swap_item(desk, item_id or 0, down=True),
            "shorter": lambda: self._lengthened(-STEP),
            "longer": lambda: self._lengthened(STEP),
        }
        actions = {
            "add": self.add_row,
            "fields": self._show_fields,
            "earlier": lambda: self.ripple(-self.bar.step),
            "later": lambda: self.ripple(self.bar.step),
        }
        if name in actions:
            actions[name]()
        elif name in changes and item_id is not None:
            self._shift(changes[name])
        elif name in self.commands():
            self.run(name)

    def _lengthened(self, by: int) -> Shift:
        """The row stood on, longer by minutes or shorter; never less than a moment."""
        row: RundownRow = self.table.current_row()
        minutes = max(0, row.item.minutes + by)
        return rundown.set_minutes(self.context.desk, row.id, minutes, follow=self.follows())

    def _on_table_row_asked(self) -> None:
        QTimer.singleShot(0, self.add_row)

    def _on_table_row_dropped(self, item_id: int, before: int | None) -> None:
        shift = self.context.attempt(lambda: rundown.place_item(self.context.desk, item_id, before))
        self._stand_on(item_id)
        self._tell(shift)

    def _on_table_row_chosen(self, row: RundownRow | None) -> None:
        self.side.show_item(None if row is None else row.item)
        self.bar.show_current(row is not None)

    def _on_table_selection_moved(self) -> None:
        self.bar.show_marked(len(self.table.selected_rows()))

    def _on_back_clicked(self) -> None:
        event = self.event_row
        if event is not None and event.visit_id is not None:
            self.context.go("visit", event.visit_id, tab="programme")
        else:
            self.context.go("calendar", event.id if event is not None else None)

    def _on_readers_chosen(self) -> None:
        self.refresh()

    def _on_side_clicked(self) -> None:
        self._side_chosen = not self.side.isVisible()
        self._show_side(self._side_chosen)

    def _on_copy_clicked(self) -> None:
        if self.event_row is not None:
            copy_rundown(self.context, self.event_row.id, internal=self.is_internal)

    def _on_print_clicked(self) -> None:
        if self.event_row is not None:
            tab = OFFICE if self.is_internal else GUESTS
            self.context.go("rundown_paper", self.event_row.id, tab=tab)

    def _show_fields(self) -> None:
        self._side_chosen = True
        self._show_side(True)
        self.side.edit()
