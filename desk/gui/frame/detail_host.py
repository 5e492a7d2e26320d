"""Where the detail pane stands: at the right of the page, or over it in a narrow window."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.gui.sections import DETAILS, load
from desk.gui.theme.application import current_theme

if TYPE_CHECKING:
    from desk.gui.context import Context, Target


class DetailHost(QFrame):
    """Holds the details of one thing; `changed` when it opens, closes or shows another."""

    changed = Signal()
    left = Signal()
    """It closed while it had the keyboard, which somebody else should take now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(current_theme().width.detail)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.detail: Any = None
        self.target: Target | None = None
        self.last: Target | None = None
        """What F4 brings back."""
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether something is shown."""
        return self.target is not None

    def open(self, context: "Context", target: "Target") -> None:
        """Show a thing; one that is shown already only turns to the tab."""
        same = self.target is not None and (self.target.place, self.target.row_id) == (
            target.place,
            target.row_id,
        )
        if not same:
            self._drop()
            self.detail = load(DETAILS[target.place])(context, target.row_id)
            closed = getattr(self.detail, "closed", None)
            if closed is not None:
                closed.connect(self.close_detail)
            self._layout.addWidget(self.detail)
        self.target = self.last = target
        show_tab = getattr(self.detail, "show_tab", None)
        if target.tab and show_tab is not None:
            show_tab(target.tab)
        self.show()
        self.raise_()
        self.changed.emit()

    def close_detail(self) -> None:
        """Close the pane; what is open in its form is saved on the way."""
        if self.target is None:
            return
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self.hide()
        self._drop()
        self.changed.emit()
        if had_focus:
            self.left.emit()

    def forget(self) -> None:
        """Close the pane for good: another database."""
        self.close_detail()
        self.last = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A field with something to take back has seen Escape before.
        if event.key() == Qt.Key.Key_Escape:
            self.close_detail()
        else:
            super().keyPressEvent(event)

    def _drop(self) -> None:
        self.target = None
        if self.detail is not None:
            self.detail.hide()
            self._layout.removeWidget(self.detail)
            self.detail.deleteLater()
            self.detail = None
