"""A table of frozen rows with keys, updated piece by piece so that the selection stays."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Row = TypeVar("Row")

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row itself, or its `Group`."""
KEY_ROLE = Qt.ItemDataRole.UserRole + 2
"""The key of the row."""
CELL_ROLE = Qt.ItemDataRole.UserRole + 3
"""What `Column.cell` gives for the delegate: a chip, a mark, a tuple of chips."""
SECOND_ROLE = Qt.ItemDataRole.UserRole + 4
"""The second line of the cell."""

_MANY_PIECES = 64

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Group:
    """A row that stands for the rows below it, over the whole width.

    `key` is unique among rows and groups. `icon` is a Phosphor name in the colour `tone`; with
    `count` the number stands in a chip of that tone; `note` follows in a lighter tone.
    """

    key: Hashable
    title: str
    note: str = ""
    icon: str = ""
    tone: str = "mute"
    count: int | None = None
    collapsible: bool = False
    collapsed: bool = False


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: how a row is shown in it.

    `text` is shown, copied and read aloud. `second` is a lighter second line. `cell` feeds the
    delegate. `order` gives what to sort by and makes the header a button. `checked` and
    `checkable` make a box to tick. `width` is in logical pixels, `roomy` in a table with room to
    spare; `stretches` takes what is left.
    """

    title: str
    text: Callable[[Row], str]
    second: Callable[[Row], str] | None = None
    cell: Callable[[Row], Any] | None = None
    tip: Callable[[Row], str] | None = None
    order: Callable[[Row], Any] | None = None
    checked: Callable[[Row], bool] | None = None
    checkable: Callable[[Row], bool] | None = None
    align: Literal["left", "right", "centre"] = "left"
    width: int = 0
    roomy: int = 0
    stretches: bool = False


_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "centre": Qt.AlignmentFlag.AlignCenter,
}


class RowModel(QAbstractTableModel, Generic[Row]):
    """`RowModel(columns, key=...)`, then `show(rows)` as often as they change.

    Rows are compared by `key` (default: the attribute `id`) and by equality: gone ones are
    removed, new ones inserted, changed ones told with `dataChanged`, moved ones keep their
    persistent indexes. When more than 64 pieces would change the model resets instead; `Table`
    then puts the selection back by key. Rows may be mixed with `Group`s, which cannot be chosen.
    """

    check_changed = Signal(object, bool)
    """The row and whether it shall be ticked; the page writes it and shows the rows again."""
    structure_changed = Signal()
    """Rows came, went or moved."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], Hashable] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key_of = key
        self._given: list[Row | Group] = []
        self._rows: list[Row | Group] = []
        self._keys: list[Hashable] = []
        self._places: dict[Hashable, int] = {}
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self.has_groups = False

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """The columns."""
        return self._columns

    def rows(self) -> list[Row]:
        """The rows in the order shown, without groups."""
        return [row for row in self._rows if not isinstance(row, Group)]

    def row_at(self, place: int) -> Row | None:
        """The row at a place; None for a group or no row."""
        if not 0 <= place < len(self._rows):
            return None
        row = self._rows[place]
        return None if isinstance(row, Group) else row

    def group_at(self, place: int) -> Group | None:
        """The group at a place; None when a row stands there."""
        row = self._rows[place] if 0 <= place < len(self._rows) else None
        return row if isinstance(row, Group) else None

    def key_at(self, place: int) -> Hashable | None:
        """The key of the row or group at a place."""
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def place_of(self, key: Hashable) -> int:
        """Where the row with a key stands, -1 when it is not shown."""
        return self._places.get(key, -1)

    def show(self, rows: Iterable[Row | Group]) -> None:
        """Show these rows; keys must be unique, else ValueError."""
        self._given = list(rows)
        self.has_groups = any(isinstance(row, Group) for row in self._given)
        self._put(self._in_order(self._given))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column that has `order` and go on doing so; a column of -1 as given."""
        if column >= 0 and self._columns[column].order is None:
            return
        self._sorted = None if column < 0 else (column, order)
        self._put(self._in_order(self._given))

    def _in_order(self, rows: list[Row | Group]) -> list[Row | Group]:
        if self._sorted is None or self.has_groups:
            return list(rows)
        column, direction = self._sorted
        by = self._columns[column].order
        assert by is not None
        backwards = direction == Qt.SortOrder.DescendingOrder
        return sorted(rows, key=cast(Callable[[Any], Any], by), reverse=backwards)

    def _key(self, row: Row | Group) -> Hashable:
        if isinstance(row, Group):
            return row.key
        if self._key_of is not None:
            return self._key_of(row)
        return row.id  # pyright: ignore[reportAttributeAccessIssue]

    def _put(self, rows: list[Row | Group]) -> None:
        keys = [self._key(row) for row in rows]
        places = {key: place for place, key in enumerate(keys)}
        if len(places) != len(keys):
            doubled = sorted({str(key) for key in keys if keys.count(key) > 1})
            raise ValueError(f"Rows with the same key: {', '.join(doubled[:5])}")
        gone = _ranges([at for at, key in enumerate(self._keys) if key not in places])
        new = _ranges([at for at, key in enumerate(keys) if key not in self._places])
        if len(gone) + len(new) > _MANY_PIECES:
            self.beginResetModel()
            self._take(rows, keys)
            self.endResetModel()
            self.structure_changed.emit()
            return
        self._remove(gone)
        kept = [key for key in keys if key in self._places]
        moved = kept != self._keys
        if moved:
            self._reorder(kept)
        self._insert(new, rows, keys)
        self._tell_changes(rows)
        if gone or new or moved:
            self.structure_changed.emit()

    def _take(self, rows: list[Row | Group], keys: list[Hashable]) -> None:
        self._rows = rows
        self._keys = keys
        self._places = {key: place for place, key in enumerate(keys)}

    def _remove(self, ranges: list[tuple[int, int]]) -> None:
        for first, last in reversed(ranges):
            self.beginRemoveRows(QModelIndex(), first, last)
            rows = self._rows[:first] + self._rows[last + 1 :]
            keys = self._keys[:first] + self._keys[last + 1 :]
            self._take(rows, keys)
            self.endRemoveRows()

    def _insert(
        self, ranges: list[tuple[int, int]], rows: list[Row | Group], keys: list[Hashable]
    ) -> None:
        for first, last in ranges:
            self.beginInsertRows(QModelIndex(), first, last)
            self._take(
                self._rows[:first] + rows[first : last + 1] + self._rows[first:],
                self._keys[:first] + keys[first : last + 1] + self._keys[first:],
            )
            self.endInsertRows()

    def _reorder(self, kept: list[Hashable]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._keys[index.row()] for index in before]
        by_key = dict(zip(self._keys, self._rows, strict=True))
        self._take([by_key[key] for key in kept], list(kept))
        after = [
            self.index(self._places[key], index.column())
            for key, index in zip(keys, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _tell_changes(self, rows: list[Row | Group]) -> None:
        changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
        self._rows = rows
        last_column = len(self._columns) - 1
        for first, last in _ranges(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, last_column))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == KEY_ROLE:
            return self._keys[index.row()]
        if isinstance(row, Group):
            return _group_data(row, role, index.column())
        return self._row_data(row, self._columns[index.column()], role)

    def _row_data(self, row: Row, column: Column[Row], role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == SECOND_ROLE:
            return column.second(row) if column.second is not None else None
        if role == CELL_ROLE:
            return column.cell(row) if column.cell is not None else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) or None if column.tip is not None else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [column.text(row), column.second(row) if column.second is not None else ""]
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.CheckStateRole and column.checked is not None:
            if column.checkable is not None and not column.checkable(row):
                return None
            return Qt.CheckState.Checked if column.checked(row) else Qt.CheckState.Unchecked
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or row is None:
            return False
        self.check_changed.emit(row, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            group = self.group_at(index.row())
            folds = group is not None and group.collapsible
            return Qt.ItemFlag.ItemIsEnabled if folds else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self._columns[index.column()]
        if column.checked is not None and (column.checkable is None or column.checkable(row)):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[self._columns[section].align]
        return None


def _group_data(group: Group, role: int, column: int) -> Any:
    if column != 0:
        return None
    if role == Qt.ItemDataRole.DisplayRole:
        return group.title
    if role == Qt.ItemDataRole.AccessibleTextRole:
        parts = [group.title, "" if group.count is None else str(group.count), group.note]
        return ", ".join(part for part in parts if part)
    return None


def _ranges(places: list[int]) -> list[tuple[int, int]]:
    """Places in rising order as runs, both ends included."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
