"""How long the ways between venues take, in one table for all of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk.gui.context import Context, Target
from desk.gui.models.way_matrix import WayMatrixModel
from desk.gui.pages.page import Page
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Separator
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.label import Label
from desk.gui.widgets.page import PageHeader
from desk.gui.widgets.way_table import WayTable
from desk.locale import _
from desk.services import travel_times


class TravelTimesPage(Page):
    """Type minutes into a cell; they count for the way back until that has its own."""

    tables = frozenset({"venue", "travel_time"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Travel times"))
        self.header = PageHeader(
            _("Travel times"),
            _("Minutes from the venue at the left to the venue above."),
        )
        self.all_button = Button(_("Back to the venues"), "caret-left", "quiet")
        self.model = WayMatrixModel(self)
        self.table = WayTable(self.model, name=_("Travel times"))
        self.note = Label(
            _(
                "Numbers in brackets count from the way back. Where nothing is noted, nobody is "
                "warned when a guest has too little time between two places."
            ),
            "note",
            "text2",
            wraps=True,
        )
        self.empty = EmptyState(
            "path",
            _("Two venues are needed"),
            _("Add the venues first; then note how long the ways between them take."),
            primary=_("New venue"),
            primary_icon="door",
        )
        self._lay_out()
        self.all_button.clicked.connect(self._on_all_button_clicked)
        self.empty.primary_chosen.connect(self._on_empty_primary_chosen)
        self.model.minutes_typed.connect(self._on_model_minutes_typed)
        self.model.nonsense_typed.connect(self._on_model_nonsense_typed)

    def _lay_out(self) -> None:
        self.header.add_action(self.all_button)
        top = QWidget()
        head = QVBoxLayout(top)
        head.setContentsMargins(20, 14, 20, 14)
        head.addWidget(self.header)
        there = QWidget()
        body = QVBoxLayout(there)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.table, 1)
        body.addWidget(Separator())
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 10, 20, 12)
        foot.addWidget(self.note)
        body.addLayout(foot)
        nothing = QWidget()
        room = QVBoxLayout(nothing)
        room.setContentsMargins(20, 20, 20, 20)
        room.addWidget(self.empty)
        room.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(there)
        self._stack.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(Separator())
        column.addWidget(self._stack, 1)

    def open(self, target: Target) -> None:
        """Show the ways, standing in the row of the venue that the target names."""
        self.refresh()
        row = -1 if target.row_id is None else self.model.place_of(target.row_id)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 1 if row == 0 else 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read every way anew."""
        matrix = travel_times.travel_matrix(self.context.desk)
        self.model.show(matrix)
        self._stack.setCurrentIndex(0 if len(matrix.places) > 1 else 1)

    def focus_list(self) -> None:
        """Put the keyboard into the table."""
        if not self.table.currentIndex().isValid() and self.model.rowCount() > 1:
            self.table.setCurrentIndex(self.model.index(0, 1))
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_all_button_clicked(self) -> None:
        self.context.go("venues", tab="rooms")

    def _on_empty_primary_chosen(self) -> None:
        self.context.run_command("new_venue")

    def _on_model_minutes_typed(self, from_id: int, to_id: int, minutes: int | None) -> None:
        desk = self.context.desk

        def write() -> bool:
            travel_times.set_travel_time(desk, from_id, to_id, minutes)
            return True

        self.context.attempt(write)

    def _on_model_nonsense_typed(self, _typed: str) -> None:
        self.context.problem_told.emit(_("Write a whole number, for example 20."))
