"""Some things of a list as chips: found as one types, let go with a key or the mouse."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.flow import FlowLayout
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.page import remove_item
from desk.gui.widgets.painting import (
    draw_focus_ring,
    draw_frame,
    draw_tinted_icon,
    draw_words,
    painting,
)
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.valued_field import ValuedField
from desk.locale import _

_HEIGHT = 28
_PADDING = 8
_GAP = 6


class _Chip(KeyboardFocus, QAbstractButton):
    """One thing with a cross; Delete, Backspace, Space and a click on the cross let it go."""

    moved = Signal(int)

    def __init__(self, choice: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setText(choice.text)
        self.setToolTip(" · ".join(part for part in (choice.text, choice.detail) if part))
        self.setAccessibleName(choice.text)
        self.setAccessibleDescription(_("Delete takes it out"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = theme.advance("chip", self.text()) + 2 * _PADDING + theme.icon.chip + _GAP
        if self.choice.icon:
            width += theme.icon.chip + _GAP
        return QSize(int(width + 0.99), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Delete, keys.Key_Backspace):
            self.click()
        elif event.key() in (keys.Key_Left, keys.Key_Right):
            self.moved.emit(1 if event.key() == keys.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def event(self, event: Any) -> bool:
        # Delete here means the chip, not the thing whose details these are.
        is_delete = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
        if is_delete and event.type() == event.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < self.width() - current_theme().icon.chip - 2 * _PADDING:
            # Beside the cross a click only puts the keyboard there.
            self.setDown(False)
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            fill = "hover" if self.underMouse() else "sunken"
            draw_frame(
                painter,
                box,
                theme.radius.chip,
                fill=theme.colour(fill),
                edge=theme.colour("line"),
            )
            side = float(theme.icon.chip)
            top = (box.height() - side) / 2
            left = float(_PADDING)
            if self.choice.icon:
                draw_tinted_icon(painter, QRectF(left, top, side, side), self.choice.icon)
                left += side + _GAP
            cross = QRectF(box.right() - _PADDING - side + 2, top, side, side)
            room = QRectF(left, 0, cross.left() - 2 - left, box.height())
            draw_words(painter, room, self.text(), "chip", "text")
            draw_tinted_icon(painter, cross, "x", "text2")
            if self.shows_focus:
                draw_focus_ring(painter, box, theme.radius.chip)


class ChipsField(ValuedField):
    """`ChipsField(find, name=...)`: a line that finds, and below it what was chosen, as chips.

    `value` is the list of keys in the order chosen. With `allows_new` the words typed may be new:
    without `new_requested` connected to anything they become a chip themselves when `makes_words`
    is set; otherwise the signal carries them.
    """

    new_requested = Signal(str)

    def __init__(
        self,
        find: Callable[[str], Sequence[Choice]],
        *,
        name: str,
        placeholder: str = "",
        allows_new: bool = False,
        makes_words: bool = False,
        choice_of: Callable[[Any], Choice | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._makes_words = makes_words
        self._choice_of = choice_of
        self._chosen: list[Choice] = []
        self.line = SearchableCombo(
            self._find_others, placeholder=placeholder, allows_new=allows_new or makes_words
        )
        self.line.setAccessibleName(name)
        self.setAccessibleName(name)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self._chips)
        self._chips.hide()
        self.setFocusProxy(self.line)
        self.line.value_changed.connect(self._on_line_value_changed)
        self.line.new_requested.connect(self._on_line_new_requested)

    @property
    def value(self) -> list[Hashable]:
        """The keys of what was chosen, in that order."""
        return [choice.key for choice in self._chosen]

    def set_value(self, value: Iterable[Any] | None) -> None:
        """Show the things of these keys without a signal."""
        self.set_choices([self._choice(key) for key in value or ()])

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show these without a signal; the same ones are left alone."""
        if list(choices) == self._chosen:
            return
        self._chosen = list(choices)
        self._show()

    def add(self, choice: Choice) -> None:
        """Take one more; what is there already stays once."""
        if choice.key not in self.value:
            self._chosen.append(choice)
            self._show()
            self.value_changed.emit(self.value)

    def remove(self, key: Hashable) -> None:
        """Let one go; the keyboard stands on its neighbour."""
        place = self.value.index(key)
        del self._chosen[place]
        self._show()
        if self._chosen:
            self._focus(min(place, len(self._chosen) - 1))
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value_changed.emit(self.value)

    @property
    def chips(self) -> list[QAbstractButton]:
        """The chips in order."""
        widgets = (self._flow.itemAt(place) for place in range(self._flow.count()))
        found = [item.widget() for item in widgets if item is not None]
        return [chip for chip in found if isinstance(chip, _Chip)]

    def _choice(self, key: Any) -> Choice:
        found = self._choice_of(key) if self._choice_of is not None else None
        return found or Choice(key, str(key))

    def _find_others(self, text: str) -> list[Choice]:
        there = set(self.value)
        return [choice for choice in self._find(text) if choice.key not in there]

    def _show(self) -> None:
        while self._flow.count():
            remove_item(self._flow, 0)
        for choice in self._chosen:
            chip = _Chip(choice, self._chips)
            chip.clicked.connect(self._on_chip_clicked)
            chip.moved.connect(self._on_chip_moved)
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self._chosen))
        self.updateGeometry()

    def _focus(self, place: int) -> None:
        chips = self.chips
        if 0 <= place < len(chips):
            chips[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, _Chip):
            self.remove(chip.choice.key)

    def _on_chip_moved(self, step: int) -> None:
        chip = self.sender()
        if isinstance(chip, _Chip):
            self._focus(self.value.index(chip.choice.key) + step)

    def _on_line_value_changed(self, choice: Choice | None) -> None:
        if choice is not None:
            self.line.set_choice(None)
            self.add(choice)

    def _on_line_new_requested(self, words: str) -> None:
        self.line.set_choice(None)
        if self._makes_words:
            self.add(Choice(words, words))
        else:
            self.new_requested.emit(words)
