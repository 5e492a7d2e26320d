"""A row of joined buttons of which one is chosen."""

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import CENTRE, draw_focus_ring, draw_frame, draw_words, painting

_Key = TypeVar("_Key", bound=Hashable)
_PADDING = 16


class Segment(KeyboardFocus, QAbstractButton):
    """One part of the row; the row frames it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.is_first = False
        self.is_last = False

    def sizeHint(self) -> QSize:
        # As wide as when chosen: the words get heavier, nothing moves.
        width = current_theme().advance("row_title", self.text())
        return QSize(int(width + 0.99) + 2 * _PADDING, current_theme().height.button)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            radius = theme.radius.control
            whole = box.adjusted(
                0 if self.is_first else -2 * radius, 0, 0 if self.is_last else 2 * radius, 0
            )
            fill = "lip" if self.isChecked() else "hover" if self.underMouse() else "surface"
            clip = QPainterPath()
            clip.addRect(box)
            painter.setClipPath(clip)
            draw_frame(painter, whole, radius, fill=theme.colour(fill), edge=theme.colour("edge"))
            if not self.is_first:
                painter.fillRect(QRectF(0, 0, 1, box.height()), theme.colour("edge"))
            role = "row_title" if self.isChecked() else "body"
            colour = "text" if self.isChecked() else "text2"
            draw_words(painter, box, self.text(), role, colour, CENTRE)
            if self.shows_focus:
                draw_focus_ring(painter, box, radius)


class SegmentedButtons(QWidget, Generic[_Key]):
    """Joined buttons: `SegmentedButtons([("day", "Hari"), ("week", "Pekan")], name=...)`.

    Arrow keys move the choice; `chosen` carries the key.
    """

    chosen = Signal(object)

    def __init__(
        self,
        parts: Sequence[tuple[_Key, str]],
        *,
        name: str,
        current: _Key | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._keys: list[_Key] = []
        self._segments: list[Segment] = []
        for key, text in parts:
            segment = Segment(text, self)
            self._group.addButton(segment, len(self._keys))
            layout.addWidget(segment)
            self._keys.append(key)
            self._segments.append(segment)
        self._segments[0].is_first = True
        self._segments[-1].is_last = True
        self.set_current(self._keys[0] if current is None else current)
        self._group.idClicked.connect(self._on_group_clicked)

    @property
    def current(self) -> _Key:
        """The key of the chosen part."""
        return self._keys[self._group.checkedId()]

    def set_current(self, key: _Key) -> None:
        """Choose a part without the signal; an unknown key raises ValueError."""
        self._segments[self._keys.index(key)].setChecked(True)

    def focus_current(self) -> None:
        """Put the keyboard on the chosen part."""
        self._segments[self._group.checkedId()].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = max(0, min(len(self._keys) - 1, self._group.checkedId() + step))
        segment = self._segments[place]
        segment.setFocus(Qt.FocusReason.TabFocusReason)
        if not segment.isChecked():
            segment.click()

    def _on_group_clicked(self, place: int) -> None:
        self.chosen.emit(self._keys[place])
