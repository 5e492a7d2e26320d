"""A box to choose one of a few things."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import (
    draw_focus_ring,
    draw_frame,
    draw_tinted_icon,
    draw_words,
    painting,
)
from desk.gui.widgets.popup_row import PopupRowDelegate

_PADDING = 12
_CARET = 14


class ComboBox(KeyboardFocus, QComboBox):
    """A choice by key: `ComboBox([("firm", "Pasti"), ("tentative", "Sementara")])`.

    Long words are elided. The wheel never changes the choice; it scrolls the page.
    `value_changed` carries the key after the person chose, not after `set_value`.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[Hashable, str]] = (),
        *,
        name: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if name:
            self.setAccessibleName(name)
        theme = current_theme()
        self.setFixedHeight(theme.height.input)
        self.setMinimumWidth(72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setPlaceholderText(placeholder)
        self.setMaxVisibleItems(14)
        self._rows: QStyledItemDelegate = PopupRowDelegate(self)
        self.setItemDelegate(self._rows)
        self._keys: list[Hashable] = []
        self.set_choices(choices)
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> Any:
        """The key of the choice, None when nothing is chosen."""
        # Qt would hand back a plain string for an enum's member: the keys are kept here.
        place = self.currentIndex()
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def set_value(self, key: Hashable) -> None:
        """Choose by key without a signal; an unknown key chooses nothing."""
        self.setCurrentIndex(self._place(key))

    def set_choices(self, choices: Sequence[tuple[Hashable, str]]) -> None:
        """Other choices; the chosen key stays when it is still there."""
        before = self.value
        self.blockSignals(True)
        self.clear()
        self._keys = [key for key, _text in choices]
        for key, text in choices:
            self.addItem(text, key)
        place = self._place(before)
        if place < 0 and not self.placeholderText() and self.count():
            place = 0
        self.setCurrentIndex(place)
        self.blockSignals(False)
        self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        texts = [self.itemText(place) for place in range(self.count())]
        widest = max((theme.advance("body", text) for text in texts), default=80.0)
        return QSize(min(320, int(widest) + 2 * _PADDING + _CARET + 10), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            enabled = self.isEnabled()
            invalid = bool(self.property("invalid"))
            fill = "sunken" if not enabled else "hover" if self.underMouse() else "surface"
            edge = "line" if not enabled else "bad" if invalid else "edge"
            draw_frame(
                painter,
                box,
                theme.radius.control,
                fill=theme.colour(fill),
                edge=theme.colour(edge),
            )
            chosen = self.currentIndex() >= 0
            words = self.currentText() if chosen else self.placeholderText()
            room = box.adjusted(_PADDING, 0, -_PADDING - _CARET - 4, 0)
            draw_words(painter, room, words, "body", "text" if chosen and enabled else "text3")
            caret = QRectF(
                box.right() - _PADDING - _CARET + 2, (box.height() - _CARET) / 2, _CARET, _CARET
            )
            draw_tinted_icon(painter, caret, "caret-down", "text2" if enabled else "text3")
            # A list below is open: the box keeps its ring although the list has the focus.
            if self.shows_focus or self.view().isVisible():
                colour = theme.colour("bad" if invalid else "focus")
                draw_focus_ring(painter, box, theme.radius.control, colour)

    def _place(self, key: Hashable) -> int:
        return self._keys.index(key) if key in self._keys else -1

    def _on_activated(self, place: int) -> None:
        self.value_changed.emit(self._keys[place])
