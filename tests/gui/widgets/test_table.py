from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.gui.models.rows import Column, Group, RowModel
from desk.gui.widgets.cells import CheckCell, ChipCell, Mark, MarkCell, Rank, RankCell, TwoLineCell
from desk.gui.widgets.chip import ChipLook
from desk.gui.widgets.table import Table


@dataclass(frozen=True)
class Guest:
    id: int
    name: str
    ticked: bool = False


GUESTS = [Guest(number, name) for number, name in enumerate(("Ana", "Budi", "Citra", "Dewi"))]
COLUMNS: list[Column[Guest]] = [
    Column("", lambda row: "", checked=lambda row: row.ticked, width=40),
    Column("No.", lambda row: f"{row.id}=", cell=lambda row: Rank("first"), align="right"),
    Column("Nama", lambda row: row.name, second=lambda row: "Biro Adpim", stretches=True),
    Column("Dasar", lambda row: "", cell=lambda row: (ChipLook("UU", "solid", "scales"),)),
    Column("Jawab", lambda row: "Hadir", cell=lambda row: Mark("check-circle", "ok")),
]


@pytest.fixture
def table(stage: Any) -> Table:
    rows: RowModel[Guest] = RowModel(COLUMNS)
    made = Table(rows, name="Delegasi", many=True)
    for column, cell in enumerate((CheckCell(), RankCell(), TwoLineCell(), ChipCell(), MarkCell())):
        made.set_cell(column, cell)
    rows.show(GUESTS)
    stage.show(made)
    stage.window.resize(700, 400)
    stage.focus(made)
    return made


def test_the_selection_stays_through_any_change(table: Table) -> None:
    table.select_key(2)

    table.rows.show([GUESTS[3], Guest(2, "Citra Ayu"), GUESTS[0]])

    assert table.selected_rows() == [Guest(2, "Citra Ayu")]
    assert table.current_row() == Guest(2, "Citra Ayu")


def test_the_selection_stays_even_when_everything_is_reset(table: Table) -> None:
    many = [Guest(number, f"n{number}") for number in range(400)]
    table.rows.show(many)
    table.select_key(200)

    table.rows.show(many[::2])

    assert table.current_row() == many[200]
    assert table.selected_rows() == [many[200]]


def test_the_row_stood_on_is_told_when_it_changes(table: Table) -> None:
    told: list[Guest | None] = []
    table.select_key(1)
    table.row_chosen.connect(told.append)

    table.rows.show([GUESTS[0], Guest(1, "Budiman"), *GUESTS[2:]])
    table.select_key(0)

    assert told == [Guest(1, "Budiman"), GUESTS[0]]


def test_keys_move_open_and_tick(qtbot: QtBot, table: Table) -> None:
    opened: list[Guest] = []
    ticked: list[tuple[Guest, bool]] = []
    table.row_activated.connect(opened.append)
    table.rows.check_changed.connect(lambda row, on: ticked.append((row, on)))
    table.select_key(0)

    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Space)

    assert opened == [GUESTS[1]]
    assert ticked == [(GUESTS[1], True)]


def test_a_click_on_the_box_asks_for_the_tick(qtbot: QtBot, table: Table) -> None:
    ticked: list[tuple[Guest, bool]] = []
    table.rows.check_changed.connect(lambda row, on: ticked.append((row, on)))
    place = table.visualRect(table.rows.index(2, 0)).center()

    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert ticked == [(GUESTS[2], True)]


def test_groups_span_the_table_fold_and_stay_folded(qtbot: QtBot, table: Table) -> None:
    told: list[tuple[object, bool]] = []
    table.group_toggled.connect(lambda key, folded: told.append((key, folded)))
    guests = Group("guests", "Tamu", collapsible=True, count=2)
    hosts = Group("hosts", "Tuan rumah")
    table.rows.show([guests, *GUESTS[:2], hosts, *GUESTS[2:]])

    assert table.columnSpan(0, 0) == 5
    place = table.visualRect(table.rows.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [table.isRowHidden(row) for row in range(6)] == [False, True, True, False, False, False]
    assert told == [("guests", True)]

    table.rows.show([guests, *GUESTS[:3], hosts, GUESTS[3]])
    assert [table.isRowHidden(row) for row in range(6)] == [False, True, True, True, False, False]
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert not table.isRowHidden(1)


def test_a_group_that_does_not_fold_is_passed_over_by_the_keyboard(
    qtbot: QtBot, table: Table
) -> None:
    table.rows.show([GUESTS[0], Group("hosts", "Tuan rumah"), GUESTS[1]])
    table.select_key(0)

    qtbot.keyClick(table, Qt.Key.Key_Down)

    assert table.current_row() == GUESTS[1]


def test_every_cell_paints_in_both_themes_without_a_complaint(table: Table) -> None:
    table.rows.show([Group("g", "Tamu", "note", "users", "warn", 3, True), *GUESTS])
    table.select_key(1)

    image = table.grab().toImage()

    lip = table.visualRect(table.rows.index(2, 2))
    place = table.viewport().mapTo(table, lip.topRight())
    assert image.pixelColor(place.x() - 3, place.y() + 3).name() == "#ddf0cf"


def test_a_column_is_roomy_where_there_is_room(stage: Any) -> None:
    columns: list[Column[Guest]] = [
        Column("Nama", lambda row: row.name, width=200, roomy=300),
        Column("Jabatan", lambda row: "", stretches=True),
        Column("Bahasa", lambda row: "", width=100),
    ]
    table = Table(RowModel(columns), name="Orang")
    stage.show(table)

    def widths(window: int) -> list[int]:
        stage.window.resize(window, 300)
        stage.window.layout().activate()
        return [table.columnWidth(place) for place in (0, 2)]

    assert widths(700) == [200, 100]
    assert widths(1000) == [300, 100]
    assert widths(700) == [200, 100]
    table.setColumnWidth(0, 250)
    assert widths(1000) == [250, 100]
