"""When and where so many people could meet: rooms and people looked at together."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.free_slots import FreeSlotsDialog, Search, slot_words
from desk.gui.dialogs.lookups import person_of
from desk.gui.dialogs.new_event import NewEventDialog
from desk.locale import _
from desk.model.errors import UserError
from desk.model.rows.events import EventRow
from desk.model.rows.findings import Mend
from desk.model.rows.free_time import FreeSlot
from desk.services import mending, participation


class FindFreeDialog(FreeSlotsDialog):
    """With `event` that event is moved into the slot, as one step; without, a new one is booked."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        visit_id: int | None = None,
        event: EventRow | None = None,
    ) -> None:
        super().__init__(
            context,
            Search(context.desk.today()) if event is None else _search_for(context, event),
            parent,
            about=event.title if event else "",
            action=_("Move it here") if event else _("Book here…"),
        )
        self.created_id: int | None = None
        self._visit_id = visit_id
        self._event = event

    def take(self, slot: FreeSlot) -> bool:
        return self._book(slot) if self._event is None else self._move(self._event, slot)

    def _book(self, slot: FreeSlot) -> bool:
        dialog = NewEventDialog(
            self.context,
            self,
            visit_id=self._visit_id,
            starts=slot.starts,
            ends=slot.ends,
            venue_id=slot.venue_id,
        )
        try:
            dialog.exec()
            self.created_id = dialog.created_id
        finally:
            dialog.deleteLater()
        return self.created_id is not None

    def _move(self, event: EventRow, slot: FreeSlot) -> bool:
        mend = Mend(
            self.windowTitle(),
            event.id,
            starts=slot.starts,
            ends=slot.ends,
            venue_id=slot.venue_id,
            layout_id=slot.layout_id,
        )
        try:
            mending.apply_mend(self.context.desk, mend)
        except UserError as error:
            self.problem.setText(error.message)
            self.problem.show()
            return False
        words = _("Event moved to {when}").format(when=slot_words(slot))
        self.context.tell(words, undo=True)
        return True


def _search_for(context: Context, event: EventRow) -> Search:
    """What the event needs as it stands."""
    taking_part = participation.list_participants(context.desk, event.id)
    people = (person_of(context.desk, row.person_id) for row in taking_part)
    return Search(
        event.starts.date(),
        round((event.ends - event.starts).total_seconds() / 60),
        event.participants,
        [choice for choice in people if choice is not None],
        besides=event.id,
    )
