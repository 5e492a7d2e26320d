"""Some people in an order: found as one types, moved and let go with the keyboard."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from desk.gui.models.rows import CELL_ROLE
from desk.gui.theme.application import current_theme
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.painting import MIDDLE_RIGHT, draw_words
from desk.gui.widgets.row_list import NoteRowLook, RowDelegate, RowList
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.locale import _

_EITHER = QModelIndex | QPersistentModelIndex
_LEAST_OFFICE = 40
"""An office with less room than this is left out; the screen reader says it anyway."""


@dataclass(frozen=True)
class _Line:
    """One person as shown: whether they lead is part of it, so that a new order is told."""

    choice: Choice
    leads: bool

    @property
    def key(self) -> Hashable:
        """What the person is known by."""
        return self.choice.key


def _key(line: _Line) -> Hashable:
    return line.key


class PersonLineDelegate(RowDelegate):
    """A name with the office after it in one line of 32 px, a word at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _EITHER) -> QSize:
        return QSize(160, 32)

    def paint_row(
        self, painter: QPainter, box: QRectF, index: _EITHER, state: QStyle.StateFlag
    ) -> None:
        look: NoteRowLook = index.data(CELL_ROLE)
        left, right = box.left() + self.inset, box.right() - self.inset
        height = box.height() - 1
        if look.right:
            width = current_theme().metrics("note").horizontalAdvance(look.right) + 1
            place = QRectF(right - width, box.top(), width, height)
            draw_words(painter, place, look.right, "note", "text2", MIDDLE_RIGHT)
            right -= width + 8
        room = QRectF(left, box.top(), max(0.0, right - left), height)
        left += draw_words(painter, room, look.title, "row_title") + 8
        rest = QRectF(left, box.top() + 1, max(0.0, right - left), height)
        if rest.width() > _LEAST_OFFICE:
            draw_words(painter, rest, look.second, "note", "text2")


class _ChosenList(RowList):
    """The people chosen; Delete lets one go, Alt+Up and Alt+Down move one."""

    removal_asked = Signal()
    move_asked = Signal(int)

    def event(self, event: QEvent) -> bool:
        # Delete would otherwise mean the event or the visit the people are chosen for.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._step_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._step_of(event)
        if step is None:
            super().keyPressEvent(event)
        elif step:
            self.move_asked.emit(step)
        else:
            self.removal_asked.emit()

    @staticmethod
    def _step_of(event: QKeyEvent) -> int | None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return 0
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        return None


class PeoplePicker(QWidget):
    """`PeoplePicker(find, name=...)`; `value` is the keys in order, the first one leads.

    `value_changed` carries the keys after the person changed something, `new_requested` a name
    that was not found. `first_words` stands beside the first one ("leads").
    """

    value_changed = Signal(object)
    new_requested = Signal(str)

    def __init__(
        self,
        find: Callable[[str], Sequence[Choice]],
        *,
        name: str,
        placeholder: str,
        first_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._chosen: list[Choice] = []
        self._find = find
        self._first_words = first_words
        self.setAccessibleName(name)
        self.list = _ChosenList(
            self._look,
            PersonLineDelegate(inset=8),
            words=self._words,
            key=_key,
            name=name,
            fits=True,
        )
        self.list.hide()
        self.field = SearchableCombo(self._find_others, placeholder=placeholder, allows_new=True)
        self.field.setAccessibleName(placeholder)
        self._up = IconButton("arrow-up", _("Move up (Alt+Up)"), dense=True)
        self._down = IconButton("arrow-down", _("Move down (Alt+Down)"), dense=True)
        self._remove = IconButton("x", _("Take out (Delete)"), dense=True)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (self._up, self._down, self._remove):
            row.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(current_theme().space.unit)
        foot.addWidget(self.field, 1)
        foot.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().space.fine)
        column.addWidget(self.list)
        column.addLayout(foot)
        self.setFocusProxy(self.field)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.field.value_changed.connect(self._on_field_value_changed)
        self.field.new_requested.connect(self.new_requested)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.removal_asked.connect(self.remove_current)
        self.list.move_asked.connect(self.move_current)
        self._up.clicked.connect(self._on_up_clicked)
        self._down.clicked.connect(self._on_down_clicked)
        self._remove.clicked.connect(self.remove_current)

    @property
    def value(self) -> list[Hashable]:
        """The keys of the people, the one who leads first."""
        return [choice.key for choice in self._chosen]

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show other people without a signal."""
        self._chosen = list(choices)
        self._show()

    def add(self, choice: Choice) -> None:
        """Take one more; somebody who is there already is only shown."""
        if choice.key not in self.value:
            self._chosen.append(choice)
            self._show()
            self.value_changed.emit(self.value)
        self.list.select_key(choice.key)

    def remove_current(self) -> None:
        """Let the marked one go."""
        current = self.list.current_row()
        if current is None:
            return
        place = self.value.index(current.key)
        del self._chosen[place]
        self._show()
        if self._chosen:
            self.list.select_key(self._chosen[min(place, len(self._chosen) - 1)].key)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value_changed.emit(self.value)

    def move_current(self, step: int) -> None:
        """Move the marked one up (-1) or down (1)."""
        current = self.list.current_row()
        if current is None:
            return
        place = self.value.index(current.key)
        target = place + step
        if not 0 <= target < len(self._chosen):
            return
        self._chosen.insert(target, self._chosen.pop(place))
        self._show()
        self.list.select_key(current.key)
        self.value_changed.emit(self.value)

    def _find_others(self, text: str) -> list[Choice]:
        there = set(self.value)
        return [choice for choice in self._find(text) if choice.key not in there]

    def _show(self) -> None:
        # The first one's words change with the order: shown rows are (choice, leads) by equality.
        self.list.show_rows([_Line(c, not at) for at, c in enumerate(self._chosen)])
        self.list.setVisible(bool(self._chosen))
        self._follow()

    def _follow(self) -> None:
        current = self.list.current_row()
        place = -1 if current is None else self.value.index(current.key)
        self._buttons.setVisible(bool(self._chosen))
        self._up.setEnabled(place > 0)
        self._down.setEnabled(0 <= place < len(self._chosen) - 1)
        self._remove.setEnabled(place >= 0)

    def _look(self, line: _Line) -> NoteRowLook:
        right = self._first_words if line.leads else ""
        return NoteRowLook(line.choice.text, line.choice.detail, right=right)

    def _words(self, line: _Line) -> str:
        parts = [line.choice.text, line.choice.detail, self._first_words if line.leads else ""]
        return ", ".join(part for part in parts if part)

    def _on_field_value_changed(self, choice: Choice | None) -> None:
        if choice is not None:
            self.field.set_choice(None)
            self.add(choice)

    def _on_list_row_chosen(self, _line: _Line | None) -> None:
        self._follow()

    def _on_up_clicked(self) -> None:
        self.move_current(-1)

    def _on_down_clicked(self) -> None:
        self.move_current(1)
