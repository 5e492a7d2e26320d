"""The ways between venues as a table to type minutes into."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desk.locale import _
from desk.model.rows.places import PlaceName, WayMatrix, WayRow

AnyIndex = QModelIndex | QPersistentModelIndex

WAY_ROLE = Qt.ItemDataRole.UserRole + 21
"""The `WayRow` of a cell; None on the diagonal."""

_EMPTY = WayMatrix((), {})


class WayMatrixModel(QAbstractTableModel):
    """Rows are where a way begins, columns where it ends; what is typed is told, never kept."""

    minutes_typed = Signal(int, int, object)
    """From and to venue, and the minutes or None."""
    nonsense_typed = Signal(str)
    """What was typed is no number of minutes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix = _EMPTY

    def show(self, matrix: WayMatrix) -> None:
        """Show these ways; the same venues keep the place of the keyboard."""
        if matrix.places != self._matrix.places:
            self.beginResetModel()
            self._matrix = matrix
            self.endResetModel()
            return
        self._matrix = matrix
        last = len(matrix.places) - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0, 0), self.index(last, last))

    def place_at(self, place: int) -> PlaceName:
        """The venue of a row or column."""
        return self._matrix.places[place]

    def place_of(self, venue_id: int) -> int:
        """The row and column of a venue, -1 for none."""
        ids = [place.id for place in self._matrix.places]
        return ids.index(venue_id) if venue_id in ids else -1

    def way_at(self, index: AnyIndex) -> WayRow | None:
        """The way of a cell, None on the diagonal."""
        if not index.isValid() or index.row() == index.column():
            return None
        return self._matrix.way(self.place_at(index.row()).id, self.place_at(index.column()).id)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._matrix.places)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return self.rowCount(parent)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        way = self.way_at(index)
        if role == WAY_ROLE:
            return way
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return "" if way is None or way.minutes is None else str(way.minutes)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._sentence(index, way)
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        way = self.way_at(index)
        typed = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or way is None:
            return False
        if not typed:
            minutes = None
        elif typed.isascii() and typed.isdigit():
            minutes = int(typed)
        else:
            self.nonsense_typed.emit(typed)
            return False
        if minutes != way.minutes:
            self.minutes_typed.emit(way.from_venue_id, way.to_venue_id, minutes)
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.way_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if section >= len(self._matrix.places):
            return None
        place = self.place_at(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return place.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return ", ".join(part for part in (place.name, place.where) if part)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _sentence(self, index: AnyIndex, way: WayRow | None) -> str:
        if way is None:
            return ""
        here, there = self.place_at(index.row()).name, self.place_at(index.column()).name
        if way.minutes is None:
            return _("From {here} to {there}: not noted").format(here=here, there=there)
        words = (
            _("From {here} to {there}: {minutes} min, as the way back")
            if way.inherited
            else _("From {here} to {there}: {minutes} min")
        )
        return words.format(here=here, there=there, minutes=way.minutes)
