"""Putting plain text on the clipboard, to be pasted into a chat."""

from PySide6.QtGui import QGuiApplication

from desk.gui.context import Context
from desk.locale import _


def copy_text(context: Context, text: str) -> None:
    """Copy and say so."""
    QGuiApplication.clipboard().setText(text)
    context.tell(_("Copied; paste it into the chat"))
