"""The venues and how often they are booked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.pages.venues import VenuesPage
from desk.model.choices import ResourceKind
from desk.services import history, resources, venues
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
    qtbot.waitUntil(lambda: page.stack.currentWidget() is not page.table)
    assert page.empty is not None
    assert page.empty.accessibleName().startswith("Nothing found")


def test_rooms_are_narrowed_by_building_seats_and_equipment(qtbot: QtBot, page: VenuesPage) -> None:
    page.building.set_value("Governor's Office of East Kalimantan")
    page.building.value_changed.emit(page.building.value)
    assert names(page) == ["Pandurata Room", "Tepian I Meeting Room", "Tepian II Meeting Room"]
    page.seats.change(40)
    assert names(page) == ["Pandurata Room", "Tepian I Meeting Room"]
    page.equipment.set_value("Tiang bendera")
    page.equipment.value_changed.emit(page.equipment.value)
    assert names(page) == ["Pandurata Room"]
    assert page.clear_button.isVisible()
    qtbot.mouseClick(page.clear_button, Qt.MouseButton.LeftButton)
    assert len(names(page)) == 6
    assert not page.clear_button.isVisible()


def test_resources_stand_in_a_table_of_their_own(
    qtbot: QtBot, page: VenuesPage, asked: Asked
) -> None:
    page.groups.focus_current()
    qtbot.keyClick(page.groups, Qt.Key.Key_Right)
    assert page.stack.currentWidget() is page.resource_table
    assert not page.building.isVisible()
    rows = [(row.name, row.upcoming) for row in page.resources.rows()]
    assert rows == [
        ("Bus, 25 seats", 2),
        ("VIP car", 2),
        ("Russian interpreter 1", 4),
        ("Russian interpreter 2", 2),
        ("Flag set Indonesia–Kazakhstan", 1),
    ]
    page.resource_kind.set_value(ResourceKind.INTERPRETER)
    page.resource_kind.value_changed.emit(ResourceKind.INTERPRETER)
    assert len(page.resources.rows()) == 2
    page.resource_table.selectRow(0)
    qtbot.keyClick(page.resource_table, Qt.Key.Key_Return)
    assert asked.details == [Target("resource", page.resources.rows()[0].id)]
    qtbot.mouseClick(page.new_button, Qt.MouseButton.LeftButton)
    assert asked.commands == ["new_resource"]


def test_a_target_names_the_group_and_the_row(page: VenuesPage, desk: Desk) -> None:
    bus = next(row for row in resources.list_resources(desk) if row.name == "Bus, 25 seats")
    page.open(Target("venues", bus.id, "resources"))
    assert page.shows_resources
    assert page.chosen_id() == bus.id
    page.open(Target("venues", venues.list_venues(desk)[0].id))
    assert not page.shows_resources


def test_a_resource_that_is_lent_is_not_deleted_and_a_free_one_is(
    page: VenuesPage, desk: Desk, asked: Asked
) -> None:
    spare = resources.create_resource(desk, kind=ResourceKind.VEHICLE, name="Spare car")
    bus = next(row.id for row in resources.list_resources(desk) if row.name == "Bus, 25 seats")
    page.open(Target("venues", bus, "resources"))
    page.run("delete")
    assert len(asked.problems) == 1
    page.open(Target("venues", spare, "resources"))
    page.run("delete")
    assert resources.get_resource(desk, spare) is None
    assert asked.told[-1] == ("Resource deleted", True)


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
