"""Everybody, found in any script, read as one scrolls."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.models.people import PAGE
from desk.gui.pages.people import PeoplePage
from desk.services import history, people
from desk.services.desk import Desk
from tests.gui.asking import Asked


@pytest.fixture
def page(qtbot: QtBot, context: Context, asked: Asked) -> Iterator[PeoplePage]:
    page = PeoplePage(context)
    context.committed.connect(page.on_committed)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.open(Target("people"))
    yield page
    context.committed.disconnect(page.on_committed)


def names(page: PeoplePage) -> list[str]:
    return [row.name for row in page.model.rows()]


def test_nobody_known_says_what_to_do(qtbot: QtBot, page: PeoplePage, asked: Asked) -> None:
    assert page.stack.currentIndex() == 1
    assert page.empty is not None
    assert page.empty.primary is not None
    qtbot.mouseClick(page.empty.primary, Qt.MouseButton.LeftButton)
    assert asked.commands == ["new_person"]


@pytest.mark.parametrize("typed", ["kaisa", "Қайса", "Кайса", "Kajsa"])
def test_the_filter_finds_in_any_script(
    qtbot: QtBot, page: PeoplePage, desk: Desk, typed: str
) -> None:
    people.create_person(desk, name="Қайса Маңқараев")
    people.create_person(desk, name="Lisa Hasliana")
    page.filter.setText(typed)
    qtbot.waitUntil(lambda: names(page) == ["Қайса Маңқараев"])


def test_enter_in_the_filter_goes_to_the_list(
    qtbot: QtBot, page: PeoplePage, desk: Desk, sample: int
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.run("filter")
    assert page.filter.hasFocus()
    qtbot.keyClicks(page.filter, "kaisa")
    qtbot.keyClick(page.filter, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    row = page.table.current_row()
    assert row is not None
    assert row.name == "Mankaraev Kaisa Zakirovich"


def test_enter_shows_the_person(
    qtbot: QtBot, page: PeoplePage, desk: Desk, sample: int, asked: Asked
) -> None:
    page.table.selectRow(2)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.details == [Target("person", page.model.rows()[2].id)]


def test_the_row_stays_when_others_come(page: PeoplePage, desk: Desk, sample: int) -> None:
    page.table.selectRow(3)
    chosen = page.chosen_id()
    people.create_person(desk, name="Aaron First")
    assert names(page)[0] == "Aaron First"
    assert page.chosen_id() == chosen


def test_further_people_come_as_one_scrolls(page: PeoplePage, desk: Desk) -> None:
    with desk.work("Many people"):
        for number in range(PAGE + 20):
            people.create_person(desk, name=f"Person {number:04}")
    assert page.model.rowCount() == PAGE
    root = QModelIndex()
    assert page.model.canFetchMore(root)
    page.model.fetchMore(root)
    assert page.model.rowCount() == PAGE + 20
    assert not page.model.canFetchMore(root)
    assert names(page)[-1] == f"Person {PAGE + 19:04}"
    people.create_person(desk, name="Aaron First")
    assert page.model.rowCount() == PAGE + 21


def test_among_thousands_only_what_changed_is_read_again(page: PeoplePage, desk: Desk) -> None:
    with desk.work("Many people"):
        for number in range(2 * PAGE + 40):
            people.create_person(desk, name=f"Person {number:04}")
    page.model.fetchMore(QModelIndex())
    page.model.fetchMore(QModelIndex())
    assert page.model.rowCount() == 2 * PAGE + 40
    page.table.selectRow(5)
    chosen = page.chosen_id()
    assert chosen is not None
    people.update_person(desk, chosen, {"full_name": "Person 0007b"})
    assert names(page)[4:9] == [
        "Person 0004", "Person 0006", "Person 0007", "Person 0007b", "Person 0008"
    ]  # fmt: skip
    assert page.chosen_id() == chosen
    people.delete_person(desk, chosen)
    assert page.model.rowCount() == 2 * PAGE + 39
    people.create_person(desk, name="Aaron First")
    assert names(page)[0] == "Aaron First"
    assert page.header.accessibleName() == "People"


def test_delete_is_one_step_back(page: PeoplePage, desk: Desk, asked: Asked) -> None:
    person_id = people.create_person(desk, name="Somebody Else")
    page.table.select_key(person_id)
    page.run("delete")
    assert names(page) == []
    assert asked.told == [("Person deleted", True)]
    history.undo(desk)
    assert names(page) == ["Somebody Else"]


def test_a_missing_mailbox_is_said_in_words(page: PeoplePage, desk: Desk) -> None:
    people.create_person(desk, name="Somebody Else")
    words = page.model.index(0, 3).data()
    assert words == "No mailbox"
