"""What is written from the calendar: moves, statuses, new events; each one step back."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.confirm_anyway import confirm_event
from desk.gui.dialogs.new_event import NewEventDialog
from desk.gui.dialogs.status_reason import StatusReasonDialog
from desk.gui.models.calendar_rows import wall_times
from desk.gui.models.event_words import event_time
from desk.gui.widgets.calendar_drag import Draft, Move
from desk.locale import _, current_language
from desk.locale.formats import weekday_date
from desk.locale.zones import moment, wall_time
from desk.model.choices import Status
from desk.model.rows.events import EventRow
from desk.services import programme

_OPENS, _CLOSES = timedelta(hours=8), timedelta(hours=16)
"""The hours that whole days are offered with."""


def attempt(context: Context, use_case: Callable[[], object]) -> bool:
    """Run a use case; whether it was done. What the user can mend is told above the page."""

    def done() -> bool:
        use_case()
        return True

    return bool(context.write(done))


def move(context: Context, asked: Move) -> str:
    """Move an event to where it was dragged; the notice of it, empty when nothing was written.

    The event keeps its own zone: a place on the office's clock becomes the same moment there.
    """
    desk = context.desk
    event = programme.get_event(desk, asked.event_id)
    if event is None:
        return ""
    was_starts, was_ends = wall_times(event, desk.zone)
    starts = event.starts if asked.starts == was_starts else _own(event, asked.starts, desk.zone)
    same_length = asked.ends - asked.starts == was_ends - was_starts
    ends = None
    if not same_length:
        ends = event.ends if asked.ends == was_ends else _own(event, asked.ends, desk.zone)
    venue_id = asked.venue_id if asked.venue_id != event.venue_id else None
    if starts == event.starts and ends is None and venue_id is None:
        return ""
    if not attempt(
        context,
        lambda: programme.move_event(
            desk, event.id, starts=starts, ends=ends or starts + (event.ends - event.starts),
            venue_id=venue_id,
        ),
    ):  # fmt: skip
        return ""
    moved = programme.get_event(desk, event.id)
    return "" if moved is None else _notice(event, moved)


def _own(event: EventRow, wall: datetime, zone: str) -> datetime:
    """A wall time of the office on the clock of the event."""
    if event.all_day or event.zone == zone:
        return wall
    return wall_time(moment(wall, zone), event.zone)


def _notice(before: EventRow, after: EventRow) -> str:
    day = weekday_date(after.starts.date(), current_language())
    time = f"{day}, {event_time(after)}"
    if after.venue_id != before.venue_id and after.starts == before.starts:
        return _("{title} moved to {venue}").format(title=after.title, venue=after.venue)
    if after.starts == before.starts:
        return _("{title} lasts {time}").format(title=after.title, time=time)
    if after.venue_id != before.venue_id:
        time = f"{time}, {after.venue}"
    return _("{title} moved to {time}").format(title=after.title, time=time)


def set_status(context: Context, event: EventRow, status: Status, parent: QWidget) -> None:
    """Confirm or cancel an event; a cancellation asks why."""

    def write(reason: str) -> None:
        programme.set_event_status(context.desk, event.id, status, reason=reason)

    if status in (Status.CANCELLED, Status.POSTPONED):
        dialog = StatusReasonDialog(event.title, status, write, parent=parent)
        try:
            done = bool(dialog.exec())
        finally:
            dialog.deleteLater()
        words = _("{title} is cancelled")
    else:
        done = confirm_event(context, event.id, event.title, parent)
        words = _("{title} is confirmed")
    if done:
        context.tell(words.format(title=event.title), undo=True)


def create(context: Context, draft: Draft, parent: QWidget) -> int | None:
    """Ask what a drawn time shall be; the id of what was made.

    Whole days come with the hours of the office: the dialog knows times.
    """
    starts, ends = draft.starts, draft.ends
    if draft.all_day:
        last = (ends - timedelta(microseconds=1)).replace(hour=0, minute=0, second=0, microsecond=0)
        starts, ends = starts + _OPENS, last + _CLOSES
    dialog = NewEventDialog(context, parent, starts=starts, ends=ends, venue_id=draft.venue_id)
    try:
        dialog.exec()
        return dialog.created_id
    finally:
        dialog.deleteLater()
