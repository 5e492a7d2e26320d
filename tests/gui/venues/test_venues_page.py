"""The venues and how often they are booked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.pages.venues import VenuesPage
from desk.services import history, venues
from desk.services.desk import Desk
from tests.gui.asking import Asked


@pytest.fixture
def page(qtbot: QtBot, context: Context, sample: int, asked: Asked) -> Iterator[VenuesPage]:
    page = VenuesPage(context)
    context.committed.connect(page.on_committed)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.open(Target("venues"))
    yield page
    context.committed.disconnect(page.on_committed)


def names(page: VenuesPage) -> list[str]:
    return [row.name for row in page.model.rows()]


def words_of(page: VenuesPage, name: str) -> list[str]:
    place = names(page).index(name)
    return [page.model.index(place, column).data() for column in range(5)]


def test_a_venue_shows_its_layouts_and_what_is_to_come(page: VenuesPage) -> None:
    assert words_of(page, "Pandurata Room") == [
        "Pandurata Room",
        "Samarinda",
        "U shape, 48 seats · Theatre, 120 seats",
        "120",
        "1",
    ]


def test_the_filter_finds_by_building_and_city(qtbot: QtBot, page: VenuesPage) -> None:
    page.filter.setText("balikpapan")
    qtbot.waitUntil(lambda: names(page) == ["VIP Room, Sepinggan Airport"])
    page.filter.setText("nowhere")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    assert page.empty is not None
    assert page.empty.accessibleName().startswith("Nothing found")


def test_columns_sort(page: VenuesPage) -> None:
    page.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert names(page)[0] == "Pandurata Room"


def test_enter_shows_the_venue(qtbot: QtBot, page: VenuesPage, asked: Asked) -> None:
    page.table.selectRow(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.details == [Target("venue", page.model.rows()[1].id)]


def test_a_venue_in_use_is_not_deleted_and_a_free_one_is(
    page: VenuesPage, desk: Desk, asked: Asked
) -> None:
    page.table.selectRow(names(page).index("Pandurata Room"))
    page.run("delete")
    assert len(asked.problems) == 1
    hall = venues.create_venue(desk, name="Old hall")
    page.table.select_key(hall)
    page.run("delete")
    assert "Old hall" not in names(page)
    history.undo(desk)
    assert "Old hall" in names(page)
