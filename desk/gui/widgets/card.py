"""Surfaces: cards, lines between things, and the head of a section."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.label import Label


class Separator(QFrame):
    """A line of one pixel; `ground="nav"` on the dark navigation."""

    def __init__(
        self,
        *,
        vertical: bool = False,
        ground: Literal["surface", "nav"] = "surface",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", ground)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class SectionHeader(QWidget):
    """A title of 15/600, room for chips after it, a quiet link at the right.

    `header.link` is the button, None without `link`.
    """

    def __init__(self, title: str, *, link: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, "section")
        self._marks = 0
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current_theme().space.unit)
        self._layout.addWidget(self.title)
        self._layout.addStretch(1)
        self.setFixedHeight(current_theme().height.button_dense)
        self.link: Button | None = None
        if link:
            self.link = Button(link, variant="quiet", dense=True)
            self._layout.addWidget(self.link)

    def add_mark(self, mark: QWidget) -> None:
        """A chip or badge directly after the title."""
        self._marks += 1
        self._layout.insertWidget(self._marks, mark)

    def add_action(self, action: QWidget) -> None:
        """A widget at the right end."""
        self._layout.addWidget(action)


class Card(QFrame):
    """A surface with a line around it; `body` is its column.

    `flush` leaves no margin at the sides, for lists whose rows reach the edges.
    """

    def __init__(
        self,
        title: str = "",
        *,
        link: str = "",
        flush: bool = False,
        ground: Literal["surface", "window", "nav"] = "surface",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        space = current_theme().space
        outer = QVBoxLayout(self)
        self.header: SectionHeader | None = None
        self.body = QVBoxLayout()
        self.body.setSpacing(space.unit)
        if flush:
            outer.setContentsMargins(1, 0, 1, 8)
            outer.setSpacing(0)
        else:
            padding = space.card_padding
            outer.setContentsMargins(padding, padding - 8, padding, padding)
            outer.setSpacing(space.unit)
        if title:
            self.header = SectionHeader(title, link=link)
            if flush:
                head = QHBoxLayout()
                head.setContentsMargins(space.card_padding - 1, 8, space.unit + 4, 6)
                head.addWidget(self.header)
                outer.addLayout(head)
            else:
                outer.addWidget(self.header)
            self.setAccessibleName(title)
        outer.addLayout(self.body, 1)
