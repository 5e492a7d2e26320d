"""Promises by how urgent they are."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.models.follow_ups import due_words, part_of
from desk.gui.models.rows import Group
from desk.gui.pages.follow_ups import FollowUpsPage
from desk.model.choices import FollowUpStatus
from desk.services import follow_ups, history, organisations
from desk.services.desk import Desk
from tests.gui.asking import Asked

TODAY = date(2026, 12, 3)


@pytest.fixture
def page(qtbot: QtBot, context: Context, asked: Asked) -> Iterator[FollowUpsPage]:
    page = FollowUpsPage(context)
    context.committed.connect(page.on_committed)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.open(Target("follow_ups"))
    yield page
    context.committed.disconnect(page.on_committed)


def headings(page: FollowUpsPage) -> list[tuple[str, int | None]]:
    groups = [page.model.group_at(place) for place in range(page.model.rowCount())]
    return [(group.title, group.count) for group in groups if isinstance(group, Group)]


def add(desk: Desk, title: str, due: date | None = None, *, unit: int | None = None) -> int:
    return follow_ups.create_follow_up(desk, title=title, due_on=due, organisation_id=unit)


@pytest.mark.parametrize(
    ("due", "part", "words"),
    [
        (date(2026, 11, 27), "overdue", "6 days late"),
        (TODAY, "soon", "today"),
        (date(2026, 12, 4), "soon", "tomorrow"),
        (date(2026, 12, 10), "soon", "in 7 days"),
        (date(2026, 12, 11), "later", "11 Dec 2026"),
        (None, "undated", "no date"),
    ],
)
def test_the_due_day_in_words(desk: Desk, due: date | None, part: str, words: str) -> None:
    row = follow_ups.get_follow_up(desk, add(desk, "Send the list", due))
    assert row is not None
    assert (part_of(row, TODAY), due_words(row, TODAY)) == (part, words)


def test_the_parts_stand_below_each_other(page: FollowUpsPage, desk: Desk) -> None:
    add(desk, "Later", date(2027, 1, 5))
    add(desk, "Late", date(2026, 11, 27))
    add(desk, "Undated")
    add(desk, "Soon", date(2026, 12, 5))
    follow_ups.set_follow_up_status(desk, add(desk, "Over"), FollowUpStatus.DONE)
    assert headings(page) == [
        ("Overdue", 1), ("Due soon", 1), ("Later", 1), ("No date", 1), ("Done", 1)
    ]  # fmt: skip


def test_a_tick_finishes_and_one_step_takes_it_back(
    qtbot: QtBot, page: FollowUpsPage, desk: Desk, asked: Asked
) -> None:
    row_id = add(desk, "Send the list", TODAY)
    page.table.select_key(row_id)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    row = follow_ups.get_follow_up(desk, row_id)
    assert row is not None
    assert (row.status, row.done_on) == (FollowUpStatus.DONE, TODAY)
    assert asked.told == [("Done: Send the list", True)]
    assert headings(page) == [("Done", 1)]
    history.undo(desk)
    assert headings(page) == [("Due soon", 1)]


def test_done_is_folded_until_somebody_opens_it(
    qtbot: QtBot, page: FollowUpsPage, desk: Desk
) -> None:
    row_id = add(desk, "Over")
    follow_ups.set_follow_up_status(desk, row_id, FollowUpStatus.DONE)
    place = page.model.place_of(row_id)
    assert page.table.isRowHidden(place)
    page.table.fold("part/done", False)
    assert not page.table.isRowHidden(page.model.place_of(row_id))
    add(desk, "Another")
    assert not page.table.isRowHidden(page.model.place_of(row_id))


def test_the_row_stays_when_others_come(page: FollowUpsPage, desk: Desk) -> None:
    row_id = add(desk, "Send the list", date(2026, 12, 5))
    page.table.select_key(row_id)
    add(desk, "Earlier", date(2026, 11, 1))
    assert page.chosen_id() == row_id


def test_filters_by_words_and_by_unit(qtbot: QtBot, page: FollowUpsPage, desk: Desk) -> None:
    unit = organisations.create_organisation(desk, name="Biro Adpim")
    add(desk, "Send the list", unit=unit)
    add(desk, "Call the embassy")
    page.filter.setText("embassy")
    qtbot.waitUntil(lambda: [row.title for row in page.model.rows()] == ["Call the embassy"])
    page.filter.clear()
    page.units.set_value(unit)
    page.refresh()
    assert [row.title for row in page.model.rows()] == ["Send the list"]


def test_nothing_promised_says_what_to_do(qtbot: QtBot, page: FollowUpsPage, asked: Asked) -> None:
    assert page.stack.currentIndex() == 1
    assert page.empty is not None
    assert page.empty.primary is not None
    qtbot.mouseClick(page.empty.primary, Qt.MouseButton.LeftButton)
    assert asked.commands == ["new_follow_up"]


def test_delete_is_one_step_back(page: FollowUpsPage, desk: Desk, asked: Asked) -> None:
    page.table.select_key(add(desk, "Send the list"))
    page.run("delete")
    assert page.model.rowCount() == 0
    assert asked.told == [("Follow-up deleted", True)]
    history.undo(desk)
    assert headings(page) == [("No date", 1)]
