"""Telling and asking: the one door for words in a window of their own.

Findings belong beside their field and notices into a toast. What is left: asking before something
that cannot be taken back, and telling of a trouble that leaves nothing to show it in.
"""

from PySide6.QtWidgets import QMessageBox, QWidget

from desk.gui.widgets.button import Variant
from desk.gui.widgets.dialog import Dialog
from desk.locale import _


def ask(
    parent: QWidget | None,
    title: str,
    text: str,
    action: str,
    *,
    icon: str | None = None,
    variant: Variant = "primary",
) -> bool:
    """Ask before what leaves the office or is final; `action` names it and how many ("Send 6").

    Gives whether the person agreed. Escape and closing the window mean no.
    """
    dialog = Dialog(title, text, parent=parent)
    try:
        dialog.add_action(action, icon, variant)
        return dialog.exec() == Dialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()


def tell(parent: QWidget | None, title: str, text: str) -> None:
    """Tell what happened and what to do, when there is no field to say it beside."""
    dialog = Dialog(title, text, cancel=_("Close"), parent=parent)
    try:
        dialog.exec()
    finally:
        dialog.deleteLater()


def tell_without_window(title: str, text: str) -> None:
    """Tell of a trouble before there is a theme or a window; plain and always possible."""
    box = QMessageBox(QMessageBox.Icon.Critical, title, title)
    box.setInformativeText(text)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.exec()
