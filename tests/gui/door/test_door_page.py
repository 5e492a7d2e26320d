"""The door page: a name, Enter, and they are in."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.pages.door import DoorPage
from desk.model.choices import Side
from desk.services import door, people, programme
from desk.services.desk import Desk
from desk.services.participation import add_participant
from tests.gui.asking import Asked


@pytest.fixture
def meeting(desk: Desk) -> int:
    starts = datetime(2026, 12, 3, 10)
    event_id = programme.create_event(
        desk, title="Rapat", starts=starts, ends=starts.replace(hour=11)
    )
    for name in ("Kenji Sato", "Lisa Hasliana"):
        person_id = people.create_person(desk, name=name)
        add_participant(desk, event_id, person_id=person_id, side=Side.GUEST)
    return event_id


@pytest.fixture
def page(qtbot: QtBot, context: Context, asked: Asked, meeting: int) -> Iterator[DoorPage]:
    page = DoorPage(context)
    context.committed.connect(page.on_committed)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.open(Target("door", meeting))
    yield page
    context.committed.disconnect(page.on_committed)


def test_a_name_and_enter_lets_them_in_once(
    qtbot: QtBot, page: DoorPage, desk: Desk, meeting: int
) -> None:
    qtbot.keyClicks(page.field, "lisa")
    assert [row.name for row in page.table.rows.rows()] == ["Lisa Hasliana"]
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.said.text() == "Lisa Hasliana: in at 10:24."
    assert page.field.text() == ""
    assert "1 of 2 in" in page.counts.text()
    qtbot.keyClicks(page.field, "hasliana")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.said.text() == "Lisa Hasliana is already in since 10:24."
    assert sum(row.came for row in door.door_list(desk, meeting)) == 1


def test_who_is_not_on_the_list_is_said(qtbot: QtBot, page: DoorPage) -> None:
    qtbot.keyClicks(page.field, "nobody")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.said.text() == "Nobody of that name is on the list."


def test_not_here_after_all_takes_them_out(qtbot: QtBot, page: DoorPage) -> None:
    qtbot.keyClicks(page.field, "kenji")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.keyClicks(page.field, "kenji")
    qtbot.mouseClick(page.not_here, Qt.MouseButton.LeftButton)
    assert "0 of 2 in" in page.counts.text()


def test_numbers_of_the_printed_list_show_who_they_are_before_they_count(
    qtbot: QtBot, page: DoorPage, desk: Desk, meeting: int
) -> None:
    qtbot.keyClicks(page.field, "1-3")
    assert page.said.text() == (
        "2 lines of the printed list: Enter notes that they came. Not on the list: 3"
    )
    assert len(page.table.rows.rows()) == 2
    assert sum(row.came for row in door.door_list(desk, meeting)) == 0
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.said.text() == "2 lines noted as come."
    assert "2 of 2 in" in page.counts.text()
