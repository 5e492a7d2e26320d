"""Choosing the event whose rundown is copied."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.widgets.label import Label
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook, RowList
from desk.locale import _, current_language, ngettext
from desk.locale.formats import weekday_date
from desk.model.errors import UserError
from desk.services import rundown, rundown_help
from desk.services.rundown_help import RundownSource


class CopyRundownDialog(NewThingDialog):
    """Other events with a rundown, those of the same visit first; `created_id` is how many rows."""

    def __init__(self, context: Context, event_id: int, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            _("Copy from another event"),
            _("Copy"),
            text=_("The rows keep their minute, counted from the start of the event."),
            parent=parent,
        )
        self._event_id = event_id
        sources = rundown_help.rundown_sources(context.desk, event_id)
        self.list = RowList(
            _look,
            NoteRowDelegate(inset=8),
            words=lambda source: f"{source.title}, {_day(source)}",
            name=_("Events with a rundown"),
            key=lambda source: source.event_id,
        )
        self.list.setMinimumHeight(240)
        self.list.show_rows(sources)
        if sources:
            self.body.addWidget(self.list, 1)
            self.list.select_key(sources[0].event_id)
            self.list.setFocus()
        else:
            self.body.addWidget(
                Label(_("No other event has a rundown yet."), "note", "text2", wraps=True)
            )
            self.action.setEnabled(False)
        self.list.row_activated.connect(self.accept)

    def create(self) -> int:
        source: RundownSource | None = self.list.current_row()
        if source is None:
            raise UserError(_("Choose an event."))
        return rundown.copy_items(self.context.desk, source.event_id, self._event_id)


def _look(source: RundownSource) -> NoteRowLook:
    rows = ngettext("{count} row", "{count} rows", source.rows).format(count=source.rows)
    visit = _("same visit") if source.same_visit else ""
    return NoteRowLook(
        source.title,
        _day(source),
        icon="list-numbers",
        right=rows,
        right_second=visit,
    )


def _day(source: RundownSource) -> str:
    return weekday_date(source.day, current_language())
