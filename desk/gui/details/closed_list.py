"""When a venue or a resource is closed: the list with its buttons."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.details.part_list import PartRows
from desk.gui.dialogs.closed_time import ClosedTimeDialog
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import SectionHeader
from desk.gui.widgets.label import Label
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook
from desk.locale import _, current_language
from desk.locale.formats import clock_time, short_date_range
from desk.locale.zones import zone_label
from desk.model.rows.places import ClosedRow
from desk.services import closed_times


class ClosedList(QWidget):
    """What is closed from today on; Enter changes one, Delete takes it away."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._venue_id: int | None = None
        self._resource_id: int | None = None
        self.add_button = Button(_("Close…"), "plus", "quiet", dense=True)
        self.add_button.setAccessibleName(_("Close for a time"))
        header = SectionHeader(_("Closed"))
        header.add_action(self.add_button)
        self.none = Label(_("Never from today on."), "note", "text2", wraps=True)
        self.list = PartRows(
            _look, NoteRowDelegate(inset=8), words=_sentence, name=_("Closed"), fits=True
        )
        self.change_button = Button(_("Change…"), "pencil-simple", "quiet", dense=True)
        self.reopen_button = Button(_("Open again"), "x", "quiet", dense=True)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(4)
        foot.addWidget(self.change_button)
        foot.addWidget(self.reopen_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(header)
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addWidget(self._foot)
        self._foot.hide()
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self.change_button.clicked.connect(self._on_change_asked)
        self.reopen_button.clicked.connect(self._on_reopen_asked)
        self.list.row_activated.connect(self._on_change_asked)
        self.list.removal_asked.connect(self._on_reopen_asked)
        self.list.row_chosen.connect(self._on_list_row_chosen)

    def show_place(self, *, venue_id: int | None = None, resource_id: int | None = None) -> None:
        """Show the closed times of one of both."""
        self._venue_id, self._resource_id = venue_id, resource_id
        desk = self._context.desk
        rows = closed_times.closed_times(
            desk, venue_id=venue_id, resource_id=resource_id, since=desk.now()
        )
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self._on_list_row_chosen(self.list.current_row())

    def _ask(self, closed: ClosedRow | None) -> None:
        dialog = ClosedTimeDialog(
            self._context,
            self.window(),
            venue_id=self._venue_id,
            resource_id=self._resource_id,
            closed=closed,
        )
        try:
            dialog.exec()
            if dialog.created_id is not None:
                self.list.select_key(dialog.created_id)
        finally:
            dialog.deleteLater()

    def _on_add_button_clicked(self) -> None:
        self._ask(None)

    def _on_change_asked(self) -> None:
        row = self.list.current_row()
        if row is not None:
            self._ask(row)

    def _on_reopen_asked(self) -> None:
        row: ClosedRow | None = self.list.current_row()
        if row is None:
            return

        def write() -> bool:
            closed_times.reopen(self._context.desk, row.id)
            return True

        if self._context.attempt(write):
            self._context.tell(_("Open again"), undo=True)

    def _on_list_row_chosen(self, row: ClosedRow | None) -> None:
        self._foot.setVisible(row is not None)


def closed_words(row: ClosedRow) -> str:
    """Days and times of a closed time: "7–8 Des 2026, 07.00–16.00 WITA"."""
    language = current_language()
    days = short_date_range(row.starts.date(), row.ends.date(), language)
    times = f"{clock_time(row.starts, language)}–{clock_time(row.ends, language)}"
    return f"{days}, {times} {zone_label(row.zone, row.starts, language)}"


def _look(row: ClosedRow) -> NoteRowLook:
    return NoteRowLook(row.reason, closed_words(row), icon="prohibit", tone="warn")


def _sentence(row: ClosedRow) -> str:
    return f"{row.reason}, {closed_words(row)}"
