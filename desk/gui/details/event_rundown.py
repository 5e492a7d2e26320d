"""The rundown of an event in the pane at the right: its rows, and the form of the marked one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.details.part_list import PartList
from desk.gui.details.rundown_form import RundownForm
from desk.gui.widgets.button import Button
from desk.gui.widgets.label import Label
from desk.gui.widgets.row_list import NoteRowLook
from desk.locale import _, current_language
from desk.locale.formats import clock_time
from desk.model.rows.events import EventRow
from desk.model.rows.rundown import ItemRow
from desk.services import rundown, rundown_words
from desk.services.rundown_words import minutes_words


class EventRundown(QWidget):
    """What begins when; the page of the rundown has the whole width for it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._event: EventRow | None = None
        self.open_button = Button(_("Open the rundown"), "arrows-out-simple", dense=True)
        self.balance = Label("", "note", "text2", wraps=True)
        self.form = RundownForm(context, follows=_always, reload=self._reload)
        self.parts = PartList(
            self.form,
            self._look,
            title=_("Rundown"),
            add=_("Add"),
            remove=_("Take this row out"),
            nothing=_("No rows yet. On its page common rows are at hand."),
            show_values=self.form.show_item,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.open_button)
        column.addWidget(self.balance)
        column.addWidget(self.parts)
        column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.open)
        self.parts.addition_asked.connect(self._on_parts_addition_asked)
        self.parts.removal_asked.connect(self._on_parts_removal_asked)

    def show_event(self, event: EventRow) -> int:
        """Show the rows of an event; how many there are."""
        self._event = event
        rows = rundown.items_of_event(self._context.desk, event.id)
        self.parts.show_rows(rows)
        balance = rundown_words.balance_of(event, rows)
        found = rundown_words.findings_of(event, rows)
        words = [
            _("{planned} planned of {length}").format(
                planned=minutes_words(balance.planned), length=minutes_words(balance.length)
            ),
            *(finding.title for finding in found),
        ]
        self.balance.setText(" · ".join(words))
        self.balance.setVisible(bool(rows))
        return len(rows)

    def open(self) -> None:
        """Go to the page of the rundown."""
        if self._event is not None:
            self.form.flush()
            self._context.go("rundown", self._event.id)

    def _look(self, row: ItemRow) -> NoteRowLook:
        language = current_language()
        parts = (
            _("internal") if row.internal else "",
            _("locked") if row.locked else "",
            row.leader or row.place,
        )
        return NoteRowLook(
            row.title or _("Untitled row"),
            " · ".join(part for part in parts if part),
            right=clock_time(row.starts, language),
            right_second=minutes_words(row.minutes) if row.minutes else "",
        )

    def _reload(self) -> None:
        if self._event is not None:
            self.show_event(self._event)

    def _on_parts_addition_asked(self) -> None:
        event = self._event
        if event is None:
            return
        row: ItemRow | None = self.parts.list.current_row()
        after = row.id if row is not None else None
        made = self._context.attempt(
            lambda: rundown.add_item(self._context.desk, event.id, after=after)
        )
        if made is not None:
            self.show_event(event)
            self.parts.select(made)
            self.form.focus_field("title")

    def _on_parts_removal_asked(self, row: ItemRow) -> None:
        def write() -> bool:
            rundown.delete_items(self._context.desk, [row.id], follow=True)
            return True

        if self._context.attempt(write):
            self._context.tell(_("Row taken out"), undo=True)


def _always() -> bool:
    return True
