"""What stands beside a rundown: common rows to put in, and the row stood on in full."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QStackedWidget,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desk.gui.context import Context
from desk.gui.details.form import Reload
from desk.gui.details.rundown_form import RundownForm
from desk.gui.details.saved_label import SavedLabel
from desk.gui.models.rows import ROW_ROLE
from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.label import Label
from desk.gui.widgets.page import ScrollColumn
from desk.gui.widgets.painting import MIDDLE_RIGHT, draw_tinted_icon, draw_words
from desk.gui.widgets.row_list import RowDelegate, RowList
from desk.gui.widgets.tabs import Tabs
from desk.locale import _
from desk.model.rows.rundown import CommonRow, ItemRow
from desk.services import rundown_help
from desk.services.rundown_words import minutes_words

COMMON, ROW = "common", "row"
_WIDTH = 244
_EITHER = QModelIndex | QPersistentModelIndex


class _CommonDelegate(RowDelegate):
    """Sign, title and usual length in one line: the palette shows sixteen rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _EITHER) -> QSize:
        return QSize(180, 34)

    def paint_row(
        self, painter: QPainter, box: QRectF, index: _EITHER, state: QStyle.StateFlag
    ) -> None:
        row: CommonRow = index.data(ROW_ROLE)
        side = float(current_theme().icon.button)
        place = QRectF(box.left() + self.inset, box.center().y() - side / 2, side, side)
        draw_tinted_icon(painter, place, row.icon, "text2")
        room = QRectF(place.right() + 8, box.top(), 0, box.height() - 1)
        room.setRight(box.right() - self.inset)
        length = minutes_words(row.minutes)
        draw_words(painter, room, length, "note", "text2", MIDDLE_RIGHT)
        room.setRight(room.right() - current_theme().advance("note", length) - 8)
        draw_words(painter, room, row.title, "note", "text")


class RundownSide(QFrame):
    """`common_asked` carries the key of a row of the palette."""

    common_asked = Signal(str)

    def __init__(
        self,
        context: Context,
        *,
        follows: Callable[[], bool],
        reload: Reload,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self.tabs = Tabs(
            [(COMMON, _("Common rows")), (ROW, _("This row"))], name=_("Beside the rundown")
        )
        self.common = RowList(
            lambda row: row,
            _CommonDelegate(inset=12),
            words=lambda row: f"{row.title}, {minutes_words(row.minutes)}",
            name=_("Common rows"),
            key=lambda row: row.key,
        )
        self.common.show_rows(rundown_help.common_rows())
        self.add = Button(_("Add to the rundown"), "plus", dense=True)
        self.form = RundownForm(context, follows=follows, reload=reload)
        self.saved = SavedLabel(self.form)
        self._nothing = Label(_("Stand on a row to see all of it."), "note", "text2", wraps=True)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        common = QWidget()
        column = QVBoxLayout(common)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.common, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self.add)
        column.addLayout(foot)
        row = ScrollColumn(margins=(12, 12, 12, 12))
        row.column.addWidget(self._nothing)
        row.column.addWidget(self.form)
        row.column.addWidget(self.saved)
        row.column.addStretch(1)
        self._stack.addWidget(common)
        self._stack.addWidget(row)
        head = QVBoxLayout()
        head.setContentsMargins(12, 6, 12, 0)
        head.addWidget(self.tabs)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._stack, 1)
        self.show_item(None)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_tab)
        self.common.row_activated.connect(self._on_common_row_activated)
        self.add.clicked.connect(self._on_add_clicked)

    def show_tab(self, key: object) -> None:
        """The palette, or the form of the row."""
        self.tabs.set_current(key)  # type: ignore[arg-type]
        self._stack.setCurrentIndex(1 if key == ROW else 0)

    def show_item(self, item: ItemRow | None) -> None:
        """Show the row stood on; None for none."""
        self._nothing.setVisible(item is None)
        self.form.setVisible(item is not None)
        if item is None:
            self.form.leave()
        else:
            self.form.show_item(item)

    def edit(self) -> None:
        """Put the keyboard into the form."""
        self.show_tab(ROW)
        self.form.focus_field("title")

    def _on_common_row_activated(self, row: CommonRow) -> None:
        self.common_asked.emit(row.key)

    def _on_add_clicked(self) -> None:
        row: CommonRow | None = self.common.current_row()
        if row is not None:
            self.common_asked.emit(row.key)
        else:
            self.common.setFocus()
            self.common.setCurrentIndex(self.common.rows.index(0, 0))
