"""The sections of the desk at the left of the window."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk.gui.theme.application import current_theme
from desk.gui.widgets.count_badge import badge_width, paint_badge
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import (
    draw_focus_ring,
    draw_frame,
    draw_tinted_icon,
    draw_words,
    guarded_paint,
)

_SECTION_ROLE = Qt.ItemDataRole.UserRole + 1
_MARGIN = 8


@dataclass(frozen=True)
class Section:
    """One section: its key, words, Phosphor icon, and how many things wait there."""

    key: str
    text: str
    icon: str
    count: int = 0
    tip: str = ""


class _SectionModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sections: list[Section] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sections)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        section = self.sections[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return section.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{section.text}, {section.count}" if section.count else section.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return section.tip or section.text
        return section if role == _SECTION_ROLE else None


class _SectionDelegate(QStyledItemDelegate):
    def __init__(self, view: "NavigationList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(60, current_theme().height.navigation_row)

    @guarded_paint
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current_theme()
        section: Section = index.data(_SECTION_ROLE)
        whole = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        box = whole.adjusted(_MARGIN, 1, -_MARGIN, -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            draw_frame(painter, box, theme.radius.control, fill=theme.colour("nav_sel"))
            lip = QRectF(box.left(), box.top() + 8, theme.line.selection_bar, box.height() - 16)
            draw_frame(painter, lip, 1.5, fill=theme.colour("nav_lip"))
        elif state & QStyle.StateFlag.State_MouseOver:
            draw_frame(painter, box, theme.radius.control, fill=theme.colour("nav_hover"))
        side = theme.icon.navigation
        rail = self._view.is_rail
        left = whole.center().x() - side / 2 if rail else box.left() + 12
        picture = QRectF(left, box.center().y() - side / 2, side, side)
        draw_tinted_icon(painter, picture, section.icon, "nav_lip" if chosen else "nav_text2")
        if not rail:
            self._paint_words(painter, box, section, picture.right() + 10, chosen)
        elif section.count:
            dot = QRectF(picture.right() - 3, picture.top() - 3, 7, 7)
            draw_frame(painter, dot, 3.5, fill=theme.colour("nav_lip"))
        if self._view.shows_focus and index == self._view.currentIndex():
            draw_focus_ring(painter, box, theme.radius.control, theme.colour("nav_lip"))

    def _paint_words(
        self, painter: QPainter, box: QRectF, section: Section, left: float, chosen: bool
    ) -> None:
        right = box.right() - 8
        if section.count:
            width = badge_width(section.count)
            badge = QRectF(right - width, box.top(), width, box.height())
            paint_badge(painter, badge, section.count)
            right -= width + 6
        room = QRectF(left, box.top(), right - left, box.height())
        role = "row_title" if chosen else "button"
        draw_words(painter, room, section.text, role, "nav_text")


class NavigationList(KeyboardFocus, QListView):
    """Sections on the dark green ground; the chosen one has the light lip.

    `section_chosen` carries the key. `set_rail(True)` shows icons only, with tool tips.
    """

    section_chosen = Signal(str)

    def __init__(
        self, sections: Sequence[Section], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.is_rail = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._model = _SectionModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_SectionDelegate(self))
        self._settling = False
        self.show_sections(sections)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def current(self) -> str | None:
        """The key of the chosen section."""
        index = self.currentIndex()
        return self._model.sections[index.row()].key if index.isValid() else None

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Other sections or words; the chosen one stays."""
        chosen = self.current
        self._settling = True
        self._model.beginResetModel()
        self._model.sections = list(sections)
        self._model.endResetModel()
        self._settling = False
        if chosen is not None:
            self.set_current(chosen)
        self.setFixedHeight(len(sections) * current_theme().height.navigation_row)

    def set_current(self, key: str | None) -> None:
        """Choose a section without the signal; None for none."""
        self._settling = True
        if key is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        for place, section in enumerate(self._model.sections):
            if section.key == key:
                flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(self._model.index(place), flag)
        self._settling = False

    def set_count(self, key: str, count: int) -> None:
        """How many things wait in a section; 0 for no badge."""
        for place, section in enumerate(self._model.sections):
            if section.key == key and section.count != count:
                self._model.sections[place] = replace(section, count=count)
                index = self._model.index(place)
                self._model.dataChanged.emit(index, index)

    def set_rail(self, rail: bool) -> None:
        """Icons only, for a narrow window."""
        self.is_rail = rail
        self.viewport().update()

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._settling and current.isValid():
            self.section_chosen.emit(self._model.sections[current.row()].key)


class NavigationPane(QFrame):
    """The dark ground of the navigation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(current_theme().width.navigation)
