"""Putting a programme or an event on the clipboard as plain text, to be pasted into a chat."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from desk.gui.context import Context
from desk.locale import _
from desk.services import plain_text, rundown_words


def copy_programme(context: Context, visit_id: int) -> None:
    """Copy the programme of a visit and say so."""
    _copy(context, lambda: plain_text.programme_text(context.desk, visit_id))


def copy_event(context: Context, event_id: int) -> None:
    """Copy one event and say so."""
    _copy(context, lambda: plain_text.event_text(context.desk, event_id))


def copy_rundown(context: Context, event_id: int, *, internal: bool) -> None:
    """Copy the rundown of an event, for the office or for guests, and say so."""
    _copy(context, lambda: rundown_words.rundown_text(context.desk, event_id, internal=internal))


def _copy(context: Context, write: Callable[[], str]) -> None:
    text = context.attempt(write)
    if text is not None:
        QGuiApplication.clipboard().setText(text)
        context.tell(_("Copied; paste it into the chat"))
