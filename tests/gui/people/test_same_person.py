"""Two entries of one person: the page, the dialog that compares them, the hint in the pane."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.details.person import PersonDetail
from desk.gui.dialogs.merge_people import MergePeopleDialog
from desk.gui.pages.people import PeoplePage
from desk.gui.pages.same_person import SamePersonPage
from desk.gui.pages.same_person_card import SamePersonCard
from desk.model.rows.same_person import Which
from desk.services import history, people, same_person
from desk.services.desk import Desk
from desk.services.person_history import steps_about_person
from tests.fixtures.rows import member, visit
from tests.gui.asking import Asked


@pytest.fixture
def two(desk: Desk) -> tuple[int, int]:
    return (
        people.create_person(desk, name="M. Fadjroel Rachman", country="ID", notes="Speaks first"),
        people.create_person(
            desk, name="M. Fadiroel Rachman", email="guest@example.org", notes="Vegetarian menu"
        ),
    )


@pytest.fixture
def page(
    qtbot: QtBot, context: Context, asked: Asked, two: tuple[int, int]
) -> Iterator[SamePersonPage]:
    page = SamePersonPage(context)
    context.committed.connect(page.on_committed)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.open(Target("same_person"))
    qtbot.waitUntil(lambda: page.count is not None)
    yield page
    context.committed.disconnect(page.on_committed)


def keys(page: SamePersonPage) -> list[tuple[int, int]]:
    return [(pair.first.person_id, pair.second.person_id) for pair in page.model.rows()]


def merge_in_dialog() -> None:
    """Answer the dialog that is open."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MergePeopleDialog)
    dialog.merge_button.click()


def dialog_of(qtbot: QtBot, context: Context, two: tuple[int, int]) -> Any:
    dialog = MergePeopleDialog(context, *two)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_pairs_are_listed_with_what_tells_them(page: SamePersonPage, two: tuple[int, int]) -> None:
    assert keys(page) == [two]
    assert page.model.index(0, 2).data() == "similar spelling"
    page.filter.setText("nobody of that name")
    page.refresh()
    assert keys(page) == []
    assert page.empty is not None
    assert page.empty.isVisible()


def test_two_people_are_remembered_and_asked_again(
    page: SamePersonPage, two: tuple[int, int], asked: Asked, desk: Desk
) -> None:
    page.table.select_key(two)
    assert "not_same_person" in page.commands()
    page.run("not_same_person")
    assert (keys(page), page.count) == ([], 0)
    assert asked.told == [("Remembered as two people", True)]
    history.undo(desk)
    assert (keys(page), page.count) == ([two], 1)
    history.redo(desk)
    page.choice.set_current("answered")
    page.refresh()
    assert keys(page) == [two]
    page.table.select_key(two)
    page.again_button.click()
    page.choice.set_current("open")
    page.refresh()
    assert keys(page) == [two]


def test_the_page_follows_what_is_written(
    page: SamePersonPage, two: tuple[int, int], desk: Desk
) -> None:
    third = people.create_person(desk, name="Fadjroel Rachman")
    assert {(two[0], third), two} <= set(keys(page))
    people.delete_person(desk, third)
    assert (keys(page), page.count) == ([two], 1)


def test_fields_that_differ_are_chosen_by_keys(
    qtbot: QtBot, context: Context, two: tuple[int, int], desk: Desk, asked: Asked
) -> None:
    dialog = dialog_of(qtbot, context, two)
    assert list(dialog.choices) == ["full_name", "notes"]
    assert dialog.taken() == {"full_name": Which.KEPT, "notes": Which.BOTH}
    name = dialog.choices["full_name"]
    qtbot.keyClick(name.buttons[Which.KEPT], Qt.Key.Key_Right)
    assert name.value is Which.GONE
    qtbot.keyClick(name.buttons[Which.GONE], Qt.Key.Key_Right)
    assert name.value is Which.GONE
    notes = dialog.choices["notes"]
    qtbot.mouseClick(notes.buttons[Which.GONE], Qt.MouseButton.LeftButton)
    dialog.merge_button.click()
    assert dialog.merged_id == two[0]
    row = people.get_person(desk, two[0])
    assert row is not None
    assert (row.name, row.aliases, row.email, row.notes) == (
        "M. Fadiroel Rachman",
        ("M. Fadjroel Rachman",),
        "guest@example.org",
        "Vegetarian menu",
    )
    assert asked.told == [("M. Fadiroel Rachman is one person now", True)]
    assert [step.label for step in steps_about_person(desk, two[0])] == [
        "Merge two people",
        "New person",
        "New person",
    ]
    history.undo(desk)
    assert [row.name for row in people.list_people(desk)] == [
        "M. Fadiroel Rachman",
        "M. Fadjroel Rachman",
    ]


def test_the_other_entry_may_stay(
    qtbot: QtBot, context: Context, two: tuple[int, int], desk: Desk, asked: Asked
) -> None:
    dialog = dialog_of(qtbot, context, two)
    dialog.swap_button.click()
    dialog.merge_button.click()
    assert dialog.merged_id == two[1]
    assert [row.id for row in people.list_people(desk)] == [two[1]]


def test_the_dialog_remembers_two_people(
    qtbot: QtBot, context: Context, two: tuple[int, int], desk: Desk, asked: Asked
) -> None:
    dialog = dialog_of(qtbot, context, two)
    dialog.not_same_button.click()
    assert dialog.merged_id is None
    assert len(same_person.answered_pairs(desk)) == 1


def test_who_is_gone_meanwhile_is_said(
    qtbot: QtBot, context: Context, two: tuple[int, int], desk: Desk
) -> None:
    people.delete_person(desk, two[1])
    dialog = dialog_of(qtbot, context, two)
    assert dialog.problem.isVisible()
    assert not dialog.merge_button.isEnabled()


def test_the_pane_says_who_may_be_the_same(
    qtbot: QtBot,
    context: Context,
    two: tuple[int, int],
    desk: Desk,
    asked: Asked,
) -> None:
    detail = PersonDetail(context, two[0])
    qtbot.addWidget(detail)
    detail.show()
    qtbot.waitUntil(detail.same.isVisible)
    assert [found.person_id for found in detail.same.found] == [two[1]]
    assert detail.same.isVisible()
    assert detail.same.box is not None
    QTimer.singleShot(0, merge_in_dialog)
    detail.same.box.remedy_chosen.emit("compare")
    assert asked.details == [Target("person", two[0])]
    qtbot.waitUntil(detail.same.isHidden)
    assert detail.same.found == []
    history.undo(desk)
    qtbot.waitUntil(detail.same.isVisible)
    asked.told.clear()
    detail.same.box.remedy_chosen.emit("two")
    qtbot.waitUntil(detail.same.isHidden)
    assert asked.told == [("Remembered as two people", True)]
    context.committed.disconnect(detail._on_context_committed)


def test_today_says_who_of_a_delegation_may_be_noted_twice(
    qtbot: QtBot, context: Context, two: tuple[int, int], desk: Desk, asked: Asked
) -> None:
    own = visit()
    with desk.work("Write") as session:
        session.keep(own)
        session.keep(member(own.id, two[0]))
    card = SamePersonCard(context)
    qtbot.addWidget(card)
    card.show_visits((own.id,))
    card.look()
    qtbot.waitUntil(card.isVisible)
    assert [(p.first.person_id, p.second.person_id) for p in card.pairs] == [two]
    card.all_button.click()
    assert asked.targets == [Target("same_person")]
    QTimer.singleShot(0, merge_in_dialog)
    card.boxes[0].remedy_chosen.emit(card.pairs[0])
    card.look()
    qtbot.waitUntil(card.isHidden)
    assert card.pairs == []


def test_the_people_page_leads_to_the_pairs(qtbot: QtBot, context: Context, asked: Asked) -> None:
    page = PeoplePage(context)
    qtbot.addWidget(page)
    page.same_button.click()
    assert asked.commands == ["show_same_person"]
