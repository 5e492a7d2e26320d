"""What was put on paper for an event."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.person_words import language_words
from desk.gui.widgets.button import Button
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook, RowList
from desk.locale import _, current_language, ngettext
from desk.locale.formats import clock_time, day_month
from desk.locale.zones import wall_time
from desk.model.choices import DocumentKind
from desk.model.rows.documents import DocumentRow
from desk.model.rows.events import EventRow
from desk.services import documents


class EventDocuments(QWidget):
    """The prints and files of one event, the latest first; `attendance_asked` for a new one."""

    attendance_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.attendance = Button(_("Attendance list…"), "list-numbers")
        self.list = RowList(
            self._look, NoteRowDelegate(inset=0), words=_sentence, name=_("Documents"), fits=True
        )
        self.none = EmptyState(
            "file-text",
            _("Nothing on paper yet"),
            _("The attendance list is ready as soon as somebody takes part."),
            primary=_("Attendance list…"),
            primary_icon="list-numbers",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.attendance)
        column.addWidget(self.list)
        column.addWidget(self.none)
        column.addStretch(1)
        self.attendance.clicked.connect(self.attendance_asked)
        self.none.primary_chosen.connect(self.attendance_asked)

    def show_event(self, event: EventRow) -> int:
        """Show the documents of an event; how many there are."""
        rows = self._rows(event)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.attendance.setVisible(bool(rows))
        self.none.setVisible(not rows)
        return len(rows)

    def _rows(self, event: EventRow) -> list[DocumentRow]:
        if event.visit_id is None:
            return []
        found = documents.list_documents(self._context.desk, event.visit_id)
        return [row for row in found if row.event_id == event.id]

    def _look(self, row: DocumentRow) -> NoteRowLook:
        at = wall_time(row.produced_at, self._context.desk.zone)
        language = current_language()
        return NoteRowLook(
            _title(row),
            f"{language_words(row.language)} · {row.produced_by}",
            icon="file-text",
            right=day_month(at.date(), language),
            right_second=clock_time(at, language),
        )


def _title(row: DocumentRow) -> str:
    kinds = {
        DocumentKind.ATTENDANCE: _("Attendance list"),
        DocumentKind.PROGRAMME: _("Programme"),
        DocumentKind.RUNDOWN: _("Rundown"),
        DocumentKind.RUNDOWN_INTERNAL: _("Rundown, internal"),
        DocumentKind.CALENDAR: _("Calendar"),
        DocumentKind.PLACE_CARDS: _("Place cards"),
        DocumentKind.NAME_PLATES: _("Name plates"),
    }
    return _("{kind}, print {number}").format(kind=kinds[row.kind], number=row.number)


def _sentence(row: DocumentRow) -> str:
    pages = ngettext("{count} page", "{count} pages", row.pages).format(count=row.pages)
    return ", ".join((_title(row), language_words(row.language), pages, row.produced_by))
