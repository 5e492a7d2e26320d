"""Putting an event on the clipboard as plain text, to be pasted into a chat."""

from PySide6.QtGui import QGuiApplication

from desk.gui.context import Context
from desk.locale import _
from desk.services import plain_text


def copy_event(context: Context, event_id: int) -> None:
    """Copy an event and say so."""
    text = context.attempt(lambda: plain_text.event_text(context.desk, event_id))
    if text is not None:
        QGuiApplication.clipboard().setText(text)
        context.tell(_("Copied; paste it into the chat"))
