"""Where the window comes on the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_TITLE_BAR = 40
"""What the system puts above a window, at most; it is not known before the window is there."""


def show_in_place(window: QWidget, *, remembered: bool) -> None:
    """Show a window as it was left, or in its usual size; where that does not fit, maximised."""
    room = window.screen().availableGeometry().size()
    wanted = window.size() + QSize(0, _TITLE_BAR)
    fits = wanted.width() <= room.width() and wanted.height() <= room.height()
    if remembered or fits:
        window.show()
    else:
        window.showMaximized()
