"""The door inside the window: Ctrl+Z in the empty field takes the last check-in back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlmodel import col, select

from desk.gui.main_window import MainWindow
from desk.gui.pages.door import DoorPage
from desk.model.tables import Participation
from desk.services import door
from desk.services.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_undo_in_the_empty_field_takes_the_check_in_back(
    qtbot: QtBot, window: MainWindow, desk: Desk, sample: int
) -> None:
    assert window.context is not None
    with desk.read() as session:
        event_id = session.exec(
            select(Participation.event_id).where(col(Participation.person_id).is_not(None)).limit(1)
        ).one()
    window.context.go("door", event_id)
    page = next(page for page in window.findChildren(DoorPage) if page.isVisible())
    qtbot.waitUntil(page.field.hasFocus)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert sum(row.came for row in door.door_list(desk, event_id)) == 1
    qtbot.keyClick(page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.said.text() == "")
    assert sum(row.came for row in door.door_list(desk, event_id)) == 0
