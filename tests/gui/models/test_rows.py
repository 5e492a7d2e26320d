from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desk.gui.models.rows import CELL_ROLE, KEY_ROLE, ROW_ROLE, SECOND_ROLE, Column, Group, RowModel


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    office: str = ""


COLUMNS: list[Column[Person]] = [
    Column("Nama", lambda row: row.name, order=lambda row: row.name),
    Column("Jabatan", lambda row: row.office, second=lambda row: f"no. {row.id}", align="right"),
]
ANA, BUDI, CITRA, DEWI = (
    Person(number, name) for number, name in enumerate(("Ana", "Budi", "Citra", "Dewi"), start=1)
)


class Log:
    """What a model told, in order."""

    def __init__(self, model: RowModel[Person]) -> None:
        self.told: list[tuple[object, ...]] = []
        self._model = model
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.dataChanged.connect(self._on_changed)
        model.layoutChanged.connect(self._on_layout)
        model.modelReset.connect(self._on_reset)

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.told.append(("inserted", first, last))

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.told.append(("removed", first, last))

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.told.append(("changed", first.row(), last.row()))

    def _on_layout(self) -> None:
        self.told.append(("moved",))

    def _on_reset(self) -> None:
        self.told.append(("reset",))


@pytest.fixture
def model(qtbot: QtBot, qtmodeltester: ModelTester) -> RowModel[Person]:
    made = RowModel(COLUMNS)
    made.show([ANA, BUDI, CITRA])
    qtmodeltester.check(made, force_py=True)
    return made


def test_rows_that_come_and_go_are_told_one_by_one(model: RowModel[Person]) -> None:
    log = Log(model)

    model.show([ANA, CITRA, DEWI])

    assert log.told == [("removed", 1, 1), ("inserted", 2, 2)]
    assert model.rows() == [ANA, CITRA, DEWI]


def test_a_changed_row_is_told_alone(model: RowModel[Person]) -> None:
    log = Log(model)

    model.show([ANA, replace(BUDI, office="Biro Umum"), CITRA])

    assert log.told == [("changed", 1, 1)]
    assert model.index(1, 1).data() == "Biro Umum"


def test_the_same_rows_tell_nothing(model: RowModel[Person]) -> None:
    log = Log(model)

    model.show([ANA, BUDI, CITRA])

    assert log.told == []


def test_moved_rows_take_their_indexes_along(model: RowModel[Person]) -> None:
    kept = QPersistentModelIndex(model.index(0, 1))
    log = Log(model)

    model.show([CITRA, BUDI, ANA])

    assert log.told == [("moved",)]
    assert (kept.row(), kept.column(), kept.data(ROW_ROLE)) == (2, 1, ANA)


def test_many_scattered_changes_reset_the_model_instead(model: RowModel[Person]) -> None:
    people = [Person(number, f"p{number}") for number in range(1, 401)]
    model.show(people)
    log = Log(model)

    model.show(people[::2])

    assert log.told == [("reset",)]
    assert model.rowCount() == 200


def test_two_rows_with_one_key_are_refused(model: RowModel[Person]) -> None:
    with pytest.raises(ValueError, match="same key: 1"):
        model.show([ANA, replace(ANA, name="Anna")])


def test_a_cell_gives_words_second_line_alignment_and_key(model: RowModel[Person]) -> None:
    cell = model.index(1, 1)

    assert cell.data(SECOND_ROLE) == "no. 2"
    assert cell.data(KEY_ROLE) == 2
    assert cell.data(CELL_ROLE) is None
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Budi"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Nama"


def test_sorting_goes_on_with_new_rows(model: RowModel[Person]) -> None:
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.show([ANA, DEWI, BUDI])

    assert model.rows() == [DEWI, BUDI, ANA]

    model.sort(-1)
    assert model.rows() == [ANA, DEWI, BUDI]


def test_a_column_without_order_does_not_sort(model: RowModel[Person]) -> None:
    model.sort(1)

    assert model.rows() == [ANA, BUDI, CITRA]


def test_groups_stand_between_rows_and_cannot_be_chosen(model: RowModel[Person]) -> None:
    guests = Group("guests", "Tamu", "2 orang", count=2)

    model.show([guests, ANA, BUDI])

    assert model.has_groups
    assert model.rows() == [ANA, BUDI]
    assert model.group_at(0) == guests
    assert model.row_at(0) is None
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Tamu, 2, 2 orang"
    assert model.place_of(2) == 2
    assert model.place_of("guests") == 0


def test_ticking_asks_instead_of_writing(qtbot: QtBot) -> None:
    ticks: list[tuple[Person, bool]] = []
    made: RowModel[Person] = RowModel(
        [Column("", lambda row: "", checked=lambda row: row.id == 1, checkable=lambda r: r.id < 3)]
    )
    made.show([ANA, BUDI, CITRA])
    made.check_changed.connect(lambda row, checked: ticks.append((row, checked)))
    state = Qt.ItemDataRole.CheckStateRole

    assert made.index(0, 0).data(state) == Qt.CheckState.Checked
    assert made.index(2, 0).data(state) is None
    assert made.setData(made.index(1, 0), Qt.CheckState.Checked, state)

    assert ticks == [(BUDI, True)]
    assert made.index(1, 0).data(state) == Qt.CheckState.Unchecked


KEYS = st.lists(st.integers(0, 12), unique=True)


@given(before=KEYS, after=KEYS, renamed=st.sets(st.integers(0, 12)))
def test_whatever_is_shown_next_every_row_keeps_its_index(
    before: list[int], after: list[int], renamed: set[int]
) -> None:
    made: RowModel[Person] = RowModel(COLUMNS)
    made.show([Person(key, f"n{key}") for key in before])
    kept = {key: QPersistentModelIndex(made.index(at, 0)) for at, key in enumerate(before)}
    shown = [Person(key, "baru" if key in renamed else f"n{key}") for key in after]

    made.show(shown)

    assert made.rows() == shown
    assert [made.index(at, 0).data(KEY_ROLE) for at in range(made.rowCount())] == after
    for key, index in kept.items():
        assert index.isValid() == (key in after)
        if index.isValid():
            assert index.row() == after.index(key)
