"""The events of a person or a venue, in a list that opens each."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.choice_words import event_colour, status_mark
from desk.gui.models.event_words import event_sentence, event_state
from desk.gui.models.rows import Group
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook, RowList
from desk.locale import _, current_language
from desk.locale.formats import clock_time, weekday_day_month
from desk.locale.zones import zone_label
from desk.model.rows.events import EventRow

_ICONS = {
    "meet": "handshake",
    "travel": "airplane-landing",
    "meal": "fork-knife",
    "in": "users",
    "other": "calendar-blank",
}


class EventList(QWidget):
    """Events in the order given, those to come before the past; Enter opens one."""

    def __init__(
        self, context: Context, nothing: str, hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.list = RowList(
            _look,
            NoteRowDelegate(inset=0, group_height=28),
            words=lambda event: event_sentence(event, False),
            name=_("Events"),
            fits=True,
        )
        self.none = EmptyState("calendar-blank", nothing, hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addWidget(self.none)
        column.addStretch(1)
        self.list.row_activated.connect(self._on_list_row_activated)

    def show_events(self, events: Sequence[EventRow], now: datetime) -> None:
        """Show these; `now` (aware) parts what is to come from what has been."""
        coming = sorted(
            (event for event in events if event.ends_at > now), key=lambda event: event.starts_at
        )
        past = [event for event in events if event.ends_at <= now]
        rows: list[EventRow | Group] = []
        for key, title, part in (("coming", _("To come"), coming), ("past", _("Before"), past)):
            if part:
                rows += [Group(key, title), *part]
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)

    def _on_list_row_activated(self, event: EventRow) -> None:
        self._context.show_detail("event", event.id)


def _look(event: EventRow) -> NoteRowLook:
    language = current_language()
    clock = clock_time(event.starts, language)
    return NoteRowLook(
        event.title,
        event.place or status_mark(event.status).words,
        icon=_ICONS[event_colour(event.kind)],
        right=weekday_day_month(event.starts.date(), language),
        right_second=f"{clock} {zone_label(event.zone, event.starts, language)}",
        struck=event_state(event) == "cancelled",
    )
