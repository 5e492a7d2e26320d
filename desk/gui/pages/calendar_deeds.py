"""The calendar's deeds: what is done with the event stood on, each one step back."""

from collections.abc import Callable
from datetime import date

from desk.gui.context import Target
from desk.gui.details.clipboard import copy_event
from desk.gui.dialogs.new_event import NewEventDialog
from desk.gui.models.agenda import day_of
from desk.gui.models.calendar_rows import CalendarRow
from desk.gui.pages import calendar_writing
from desk.gui.pages.calendar_part import CalendarPart
from desk.gui.pages.list_page import ListPage
from desk.gui.widgets.calendar_drag import Draft, Move
from desk.locale import _
from desk.model.choices import Status
from desk.model.rows.events import EventRow
from desk.services import programme


class CalendarDeeds(ListPage):
    """The half of the calendar page that writes; the other half shows."""

    kind = "event"

    @property
    def part(self) -> CalendarPart:
        """The view that is shown."""
        raise NotImplementedError

    def go_to(self, day: date) -> None:
        """Show the period of a day."""
        raise NotImplementedError

    def chosen(self) -> EventRow | None:
        """The event stood on."""
        row = self.part.chosen()
        return row.event if isinstance(row, CalendarRow) else None

    def chosen_id(self) -> int | None:
        event = self.chosen()
        return None if event is None else event.id

    def event_actions(self) -> dict[str, Callable[[], None]]:
        """What the commands and the menu do with the event stood on."""
        return {
            "new_event": self.new_event,
            "open": self.show_chosen,
            "edit": self.edit,
            "confirm": self.confirm,
            "cancel": self.cancel,
            "delete": self.delete,
            "duplicate": self.duplicate,
            "copy_whatsapp": self._copy,
            "attendance_list": self._show_attendance,
        }

    def new_event(self) -> None:
        """Book an event on the day stood on."""
        dialog = NewEventDialog(self.context, self.window(), day=self.part.draft_day())
        try:
            dialog.exec()
            created = dialog.created_id
        finally:
            dialog.deleteLater()
        self._show_created(created)

    def create_drawn(self, draft: Draft) -> None:
        """Book what was drawn."""
        self._show_created(calendar_writing.create(self.context, draft, self.window()))

    def _show_created(self, created: int | None) -> None:
        if created is not None:
            self.open(Target("calendar", created))
            self.context.show_detail("event", created)

    def move_event(self, asked: Move) -> None:
        """Move an event to where it was dragged; a clash that it meets is told at once."""
        words = calendar_writing.move(self.context, asked)
        if not words:
            return
        event = programme.get_event(self.context.desk, asked.event_id)
        first, last = self.part.period()
        if event is not None and not first <= day_of(event, self.context.desk.zone) <= last:
            self.go_to(day_of(event, self.context.desk.zone))
        self.part.select(asked.event_id)
        row = self.part.chosen()
        clash = row.clash if isinstance(row, CalendarRow) else None
        if clash is not None:
            words = f"{words}. {clash.title}"
            self.context.show_detail("event", asked.event_id)
        self.context.tell(words, undo=True)

    def confirm(self) -> None:
        """Say that the event stood on takes place."""
        self._set_status(Status.CONFIRMED)

    def cancel(self) -> None:
        """Cancel the event stood on; it asks why."""
        self._set_status(Status.CANCELLED)

    def _set_status(self, status: Status) -> None:
        event = self.chosen()
        if event is not None:
            calendar_writing.set_status(self.context, event, status, self.window())

    def delete(self) -> None:
        """Delete the event stood on; the notice offers to take it back."""
        event_id = self.chosen_id()
        if event_id is not None:
            self.do(lambda: programme.delete_event(self.context.desk, event_id), _("Event deleted"))

    def duplicate(self) -> None:
        """Make a tentative copy of the event stood on, on the next day, and stand on it."""
        event_id = self.chosen_id()
        if event_id is None:
            return
        copy = self.context.attempt(lambda: programme.duplicate_event(self.context.desk, event_id))
        if copy is not None:
            self.open(Target("calendar", copy))
            self.context.tell(_("Event duplicated to the next day"), undo=True)

    def _copy(self) -> None:
        event_id = self.chosen_id()
        if event_id is not None:
            copy_event(self.context, event_id)

    def _show_attendance(self) -> None:
        event_id = self.chosen_id()
        if event_id is not None:
            self.context.go("attendance", event_id)
