"""History and trash: what was deleted and can be restored, and every step of everybody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desk.gui.context import Context, Target
from desk.gui.models.rows import Group
from desk.gui.pages.page import Page
from desk.gui.pages.visit_tabs.history import HistoryTab
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Separator
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.label import ElidedLabel
from desk.gui.widgets.page import FilterBar, PageHeader
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook, RowList
from desk.gui.widgets.tabs import Tabs
from desk.locale import _, current_language, ngettext
from desk.locale.formats import date_time, long_date
from desk.locale.zones import wall_time
from desk.model.rows.history import StepRow, TrashRow
from desk.services import history

_SIGNS = {
    "visit": "airplane-landing",
    "event": "calendar-blank",
    "person": "user",
    "venue": "buildings",
    "resource": "bus",
    "special_day": "calendar-x",
    "organisation": "bank",
    "follow_up": "check-square-offset",
    "agreement": "handshake",
}


class Trash(QWidget):
    """What was deleted, the latest first; Enter or the button brings it back with all its parts."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.list = RowList(
            self._look,
            NoteRowDelegate(inset=20),
            words=self._sentence,
            key=_step_of,
            name=_("Trash"),
        )
        self.restore = Button(_("Restore"), "arrow-counter-clockwise")
        bar = FilterBar()
        bar.row.addWidget(
            ElidedLabel(
                _("What was deleted comes back with all that went with it."), "note", "text2"
            ),
            1,
        )
        bar.row.addWidget(self.restore)
        there = QWidget()
        column = QVBoxLayout(there)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.list, 1)
        empty = QWidget()
        room = QVBoxLayout(empty)
        room.setContentsMargins(20, 20, 20, 20)
        room.addWidget(
            EmptyState("trash", _("The trash is empty"), _("What is deleted can be restored here."))
        )
        room.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(there)
        self._stack.addWidget(empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.list.row_activated.connect(self._bring_back)
        self.list.row_chosen.connect(self._on_list_row_chosen)

    def show_rows(self, rows: list[TrashRow]) -> None:
        """Show what there is; the selection stays."""
        self.list.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._on_list_row_chosen(self.list.current_row())

    def _look(self, row: TrashRow) -> NoteRowLook:
        more = ngettext(
            "{count} row went with it", "{count} rows went with it", row.with_it
        ).format(count=row.with_it)
        return NoteRowLook(
            title=row.name or _kind_words(row.table),
            second=" · ".join([_kind_words(row.table), *([more] if row.with_it else [])]),
            icon=_SIGNS.get(row.table, "trash"),
            right=_("deleted by {who}").format(who=row.who),
            right_tone="text2",
            right_second=self._when(row),
        )

    def _sentence(self, row: TrashRow) -> str:
        look = self._look(row)
        return ", ".join((look.title, look.second, look.right, look.right_second))

    def _when(self, row: TrashRow) -> str:
        zone = self._context.desk.zone
        return date_time(wall_time(row.at, zone), zone, current_language())

    def _bring_back(self, row: TrashRow) -> None:
        desk = self._context.desk
        done = self._context.attempt(lambda: history.undo_step(desk, row.step_id))
        if done is not None:
            self._context.tell(_("Restored: {name}").format(name=row.name))

    def _on_restore_clicked(self) -> None:
        row: TrashRow | None = self.list.current_row()
        if row is not None:
            self._bring_back(row)

    def _on_list_row_chosen(self, row: TrashRow | None) -> None:
        self.restore.setEnabled(row is not None)


class AllSteps(HistoryTab):
    """The history of everything, as a visit shows its own."""

    def show_steps(self, steps: list[StepRow]) -> None:
        """Show the steps by day; the selection stays."""
        zone = self.context.desk.zone
        rows: list[StepRow | Group] = []
        day = None
        for step in steps:
            if wall_time(step.at, zone).date() != day:
                day = wall_time(step.at, zone).date()
                rows.append(Group(("day", day), long_date(day, current_language())))
            rows.append(step)
        self.list.show_rows(rows)
        self.set_empty(not steps)


class TrashPage(Page):
    """Two tabs: the trash and the history."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = PageHeader(
            _("History and trash"), _("Every change is kept, with who made it and when.")
        )
        self.tabs = Tabs(
            [("trash", _("Trash")), ("history", _("History"))], name=_("History and trash")
        )
        self.trash = Trash(context)
        self.steps = AllSteps(context)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.trash)
        self._stack.addWidget(self.steps)
        head = QFrame()
        column = QVBoxLayout(head)
        column.setContentsMargins(20, 16, 20, 0)
        column.setSpacing(8)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(Separator())
        outer.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self._on_tabs_chosen)

    def open(self, target: Target) -> None:
        """Show the tab of the target."""
        if target.tab:
            self.tabs.set_current(target.tab)
        self._on_tabs_chosen()

    def refresh(self) -> None:
        """Read both anew, what is in sight."""
        desk = self.context.desk
        rows = self.context.attempt(lambda: history.trash(desk)) or []
        self.tabs.set_count("trash", len(rows))
        self.trash.show_rows(rows)
        if self.tabs.current == "history":
            self.steps.show_steps(self.context.attempt(lambda: history.steps(desk)) or [])

    def on_committed(self, changes: object) -> None:
        """Any commit is a step of the history."""
        self.refresh()

    def _on_tabs_chosen(self) -> None:
        self._stack.setCurrentWidget(self.trash if self.tabs.current == "trash" else self.steps)
        self.refresh()


def _step_of(row: TrashRow) -> int:
    return row.step_id


def _kind_words(table: str) -> str:
    words = {
        "visit": _("Visit"),
        "event": _("Event"),
        "person": _("Person"),
        "venue": _("Venue"),
        "resource": _("Resource"),
        "special_day": _("Special day"),
        "organisation": _("Organisation"),
        "follow_up": _("Follow-up"),
        "agreement": _("Agreement"),
    }
    return words.get(table, table)
