from collections.abc import Generator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.theme import apply_theme
from desk.locale import use_language


@pytest.fixture(autouse=True)
def light_and_indonesian(qapp: QApplication) -> Generator[None]:
    """Every component is tried in the light theme, in Indonesian."""
    apply_theme(qapp, "light")
    use_language("id")
    yield
    use_language("id")


class Stage:
    """A window that has the focus, for widgets under test."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.window = QWidget()
        self._column = QVBoxLayout(self.window)
        qtbot.addWidget(self.window)

    def show(self, *widgets: QWidget) -> None:
        """Put the widgets below one another and show the window."""
        for widget in widgets:
            self._column.addWidget(widget)
        self.window.show()
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def focus(self, widget: QWidget) -> None:
        """Give a widget the keyboard."""
        widget.setFocus()
        self._qtbot.waitUntil(widget.hasFocus)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)
