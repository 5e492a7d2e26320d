"""Tabs with a line below the chosen one and counts as plain numbers."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import draw_focus_ring, draw_words, painting

_COUNT_GAP = 6
_INSET = 4
"""Between the line or the ring of a tab and its words."""


class Tabs(KeyboardFocus, QTabBar):
    """`Tabs([("people", "Orang"), ("history", "Riwayat")], name=...)`; arrows change the tab.

    `chosen` carries the key after the person chose. `gap` is the room between two tabs.
    """

    chosen = Signal(object)

    def __init__(
        self,
        tabs: Sequence[tuple[Hashable, str]] = (),
        *,
        name: str = "",
        gap: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._gap = gap
        self._counts: dict[Hashable, int] = {}
        self._settling = False
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFont(current_theme().font("row_title"))
        self.set_tabs(tabs)
        self.currentChanged.connect(self._on_current_changed)

    def set_tabs(self, tabs: Sequence[tuple[Hashable, str]]) -> None:
        """Other tabs or words; the chosen key stays when it is still there."""
        self._settling = True
        chosen = self.current
        while self.count():
            self.removeTab(0)
        for key, text in tabs:
            place = self.addTab(text)
            self.setTabData(place, key)
        if chosen is not None:
            self.set_current(chosen)
        self._settling = False

    @property
    def current(self) -> Hashable | None:
        """The key of the chosen tab."""
        return self.tabData(self.currentIndex()) if self.count() else None

    def set_current(self, key: Hashable) -> None:
        """Choose a tab without the signal; an unknown key changes nothing."""
        before, self._settling = self._settling, True
        for place in range(self.count()):
            if self.tabData(place) == key:
                self.setCurrentIndex(place)
        self._settling = before

    def set_count(self, key: Hashable, count: int | None) -> None:
        """The number after the words of a tab; none for nothing."""
        if not count:
            self._counts.pop(key, None)
        else:
            self._counts[key] = count
        for place in range(self.count()):
            if self.tabData(place) == key:
                words = self.tabText(place)
                self.setAccessibleTabName(place, words if not count else f"{words} {count}")
                self.setTabText(place, words)
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, place: int) -> QSize:
        theme = current_theme()
        width = theme.advance("row_title", self.tabText(place))
        count = self._counts.get(self.tabData(place))
        if count is not None:
            width += _COUNT_GAP + theme.advance("row_title", str(count))
        last = place == self.count() - 1
        return QSize(int(width + 0.99) + 2 * _INSET + (0 if last else self._gap), 36)

    def minimumTabSizeHint(self, place: int) -> QSize:
        return self.tabSizeHint(place)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            under = self.tabAt(self.mapFromGlobal(self.cursor().pos()))
            for place in range(self.count()):
                box = QRectF(self.tabRect(place))
                if place < self.count() - 1:
                    box.setWidth(box.width() - self._gap)
                chosen = place == self.currentIndex()
                role = "row_title" if chosen else "button"
                colour = "text" if chosen or place == under else "text2"
                if not self.isTabEnabled(place):
                    colour = "text3"
                room = box.adjusted(_INSET, 0, 1 - _INSET, -1)
                width = draw_words(painter, room, self.tabText(place), role, colour)
                count = self._counts.get(self.tabData(place))
                if count is not None:
                    room.setLeft(room.left() + width + _COUNT_GAP)
                    draw_words(painter, room, str(count), role, colour)
                if chosen:
                    line = QRectF(box.left(), box.bottom() - 2, box.width(), 2)
                    painter.fillRect(line, theme.colour("accent"))
                    if self.shows_focus:
                        ring = box.adjusted(-3, 3, 3, -5)
                        ring = ring.intersected(QRectF(self.rect()))
                        draw_focus_ring(painter, ring, theme.radius.chip)

    def _on_current_changed(self, place: int) -> None:
        if not self._settling and place >= 0:
            self.chosen.emit(self.tabData(place))
