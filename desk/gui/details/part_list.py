"""Parts of a thing below its form: a list, the form of the marked one, add and remove."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.details.form import DetailForm
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import SectionHeader
from desk.gui.widgets.label import Label
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook, RowList


class PartRows(RowList):
    """Delete takes out the part stood on, not the whole thing; Enter goes into its form."""

    removal_asked = Signal()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Delete
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)


class PartList(QWidget):
    """A titled list; below it `form` for the part that is marked.

    `addition_asked`, and `removal_asked` with the row; the owner writes and shows the rows anew.
    `show_values` fills the form from a row.
    """

    addition_asked = Signal()
    removal_asked = Signal(object)

    def __init__(
        self,
        form: DetailForm,
        look: Callable[[Any], NoteRowLook],
        *,
        title: str,
        add: str,
        remove: str,
        nothing: str,
        show_values: Callable[[Any], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form = form
        self._show_values = show_values
        self.add_button = Button(add, "plus", "quiet", dense=True)
        self.remove_button = Button(remove, "x", "quiet", dense=True)
        header = SectionHeader(title)
        header.add_action(self.add_button)
        self._nothing = Label(nothing, "note", "text2", wraps=True)
        self.list = PartRows(
            look,
            NoteRowDelegate(inset=8),
            words=lambda row: _sentence(look(row)),
            name=title,
            fits=True,
        )
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 4, 0, 0)
        below.setSpacing(8)
        # As high as its wrapped words need.
        below.addWidget(form)
        foot = QHBoxLayout()
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        below.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(header)
        column.addWidget(self._nothing)
        column.addWidget(self.list)
        column.addWidget(self._below)
        self._below.hide()
        self._connect()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.addition_asked)
        self.remove_button.clicked.connect(self._on_remove_button_clicked)
        self.list.removal_asked.connect(self._on_remove_button_clicked)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.row_activated.connect(self._on_list_row_activated)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these; the marked one stays."""
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._on_list_row_chosen(self.list.current_row())

    def select(self, row_id: int) -> None:
        """Mark one, so that its form opens."""
        self.list.select_key(row_id)

    def _on_list_row_chosen(self, row: Any) -> None:
        if row is None:
            self.form.leave()
        else:
            self._show_values(row)
        self._below.setVisible(row is not None)

    def _on_list_row_activated(self, _row: Any) -> None:
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)
        self.focusNextChild()

    def _on_remove_button_clicked(self) -> None:
        row = self.list.current_row()
        if row is not None:
            self.removal_asked.emit(row)


def _sentence(look: NoteRowLook) -> str:
    parts = (look.title, look.second, look.right, look.right_second)
    return ", ".join(part for part in parts if part)
