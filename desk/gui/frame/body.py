"""Everything below the toolbar: navigation, strip, page, detail pane, toast."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.frame.detail_host import DetailHost
from desk.gui.frame.navigation import Navigation
from desk.gui.frame.stack import PageStack
from desk.gui.frame.strips import Strips
from desk.gui.theme.application import current_theme
from desk.gui.widgets.toast import Toast
from desk.locale import _

if TYPE_CHECKING:
    from desk.gui.context import Context


class Body(QWidget):
    """Lays the parts out by the width of the window.

    Below 1200 px the navigation is a rail and the detail pane lies over the page. `undo_asked`
    when the toast's button is pressed, `pane_changed` when detail pane or navigation changed.
    """

    undo_asked = Signal()
    pane_changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.navigation = Navigation(today)
        self.strips = Strips()
        self.stack = PageStack()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strips)
        column.addWidget(self.stack, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.navigation)
        self._row.addWidget(middle, 1)
        self.detail = DetailHost(self)
        self._middle = middle
        self._narrow: bool | None = None
        self._rail_chosen: bool | None = None
        self.toast = Toast(middle)
        self.toast.action_chosen.connect(self.undo_asked)
        self.detail.changed.connect(self._on_detail_changed)

    @property
    def is_narrow(self) -> bool:
        """Whether the window is too narrow for all three side by side."""
        return self.width() < current_theme().width.collapse_below

    def toggle_detail(self, context: "Context") -> None:
        """Close the detail pane, or show again what it showed last."""
        if self.detail.is_open:
            self.detail.close_detail()
        elif self.detail.last is not None:
            self.detail.open(context, self.detail.last)

    def toggle_navigation(self) -> None:
        """All of the navigation, or the rail; until the window crosses the width of 1200."""
        self._rail_chosen = not self.navigation.is_rail
        self._lay_out()
        self.pane_changed.emit()

    def tell(self, words: str, *, undo: bool) -> None:
        """A short notice at the foot, with one way back."""
        self.toast.show_notice(words, action=_("Undo") if undo else "")

    def next_pane(self) -> None:
        """Move the keyboard on: navigation, page, detail pane, and round again."""
        panes = [self.navigation, self.stack]
        if self.detail.isVisible():
            panes.append(self.detail)
        focused = self.window().focusWidget()
        at = next((n for n, pane in enumerate(panes) if focused and pane.isAncestorOf(focused)), -1)
        following = panes[(at + 1) % len(panes)]
        if following is self.navigation:
            self.navigation.focus_sections()
        else:
            focus_first(following)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_narrow is not self._narrow:
            self._narrow = self.is_narrow
            self._rail_chosen = None
            self._lay_out()
            self.pane_changed.emit()
        self._place_overlay()

    def _lay_out(self) -> None:
        rail = self.is_narrow if self._rail_chosen is None else self._rail_chosen
        self.navigation.show_rail(rail)
        if self.is_narrow:
            self._row.removeWidget(self.detail)
        elif self._row.indexOf(self.detail) < 0:
            self._row.addWidget(self.detail)
        self._place_overlay()

    def _place_overlay(self) -> None:
        if self.is_narrow:
            width = self.detail.width()
            self.detail.setGeometry(self.width() - width, 0, width, self.height())
            self.detail.raise_()

    def _on_detail_changed(self) -> None:
        self._place_overlay()
        self.pane_changed.emit()


def focus_first(pane: QWidget) -> None:
    """Put the keyboard on the first thing of a pane that takes it."""
    widget: QWidget | None = pane
    while (widget := widget.nextInFocusChain()) is not None and widget is not pane:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isEnabled() and widget.isVisible() and pane.isAncestorOf(widget):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return
