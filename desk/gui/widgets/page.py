"""What every page stands on."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.label import ElidedLabel


def remove_item(layout: QLayout, place: int) -> None:
    """Take an item out of a layout; its widget disappears at once and is deleted."""
    item = layout.takeAt(place)
    widget = item.widget() if item is not None else None
    if widget is not None:
        widget.hide()
        widget.deleteLater()


class Page(QWidget):
    """A page on the window's ground, or on the surface of lists and tables."""

    def __init__(
        self, *, ground: Literal["window", "surface"] = "window", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class PageHeader(QWidget):
    """A title of 20/600 with marks after it, a line below, actions at the right."""

    def __init__(self, title: str, subtitle: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(title, "page")
        self._subtitle = ElidedLabel(subtitle, "note", "text2")
        self._marks = QHBoxLayout()
        self._marks.setSpacing(8)
        self._marks.addWidget(self._title)
        self._marks.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(self._marks)
        words.addWidget(self._subtitle)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addLayout(words, 1)
        self.set_words(title, subtitle)

    def set_words(self, title: str, subtitle: str = "") -> None:
        """Another title and the line below it."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def set_marks(self, marks: list[QWidget]) -> None:
        """The chips after the title, in place of those before."""
        while self._marks.count() > 2:
            remove_item(self._marks, 1)
        for place, mark in enumerate(marks, start=1):
            self._marks.insertWidget(place, mark)

    def add_before(self, widget: QWidget) -> None:
        """A widget left of the title, such as a country plate."""
        self._layout.insertWidget(0, widget)

    def add_action(self, action: QWidget) -> None:
        """A widget at the right end."""
        self._layout.addWidget(action)


class FilterBar(QFrame):
    """A bar of 48 px below the header of a page; `row` is its layout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setFixedHeight(theme.height.toolbar)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(20, 0, 20, 1)
        self.row.setSpacing(theme.space.unit)


class ScrollBody(QWidget):
    """The column inside a scrolling area."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down only; add to `column`."""

    def __init__(
        self,
        *,
        margins: tuple[int, int, int, int] = (16, 16, 16, 16),
        spacing: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._body = ScrollBody()
        self.column = self._body.column
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(spacing)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
