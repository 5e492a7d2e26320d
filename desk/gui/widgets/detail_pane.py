"""The pane at the right of a page: one thing in detail, saved as one goes."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.card import Separator
from desk.gui.widgets.chip import Chip, ChipLook
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.label import Label
from desk.gui.widgets.page import ScrollColumn, remove_item
from desk.gui.widgets.tabs import Tabs
from desk.locale import _


class DetailPane(QFrame):
    """Chips, menu and cross; title, subtitle; tabs; a scrolling body for each; a foot.

    `add_tab(key, text)` gives the column to fill; without tabs use `body`. `set_state` shows
    "Saved" at the right of the foot; `foot` takes buttons. `closed` when the cross is pressed,
    `menu_button` opens what the page sets as its menu.
    """

    closed = Signal()
    tab_chosen = Signal(object)

    def __init__(self, *, width: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setFixedWidth(width or theme.width.detail)
        self.setAccessibleName(_("Details"))
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self.menu_button = IconButton("dots-three", _("More actions"), dense=True)
        self.menu_button.hide()
        self.close_button = IconButton("x", _("Close details (F4)"), dense=True)
        self.close_button.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addLayout(self._chips, 1)
        top.addWidget(self.menu_button)
        top.addWidget(self.close_button)
        self._title = Label("", "section", wraps=True, selectable=True)
        self._subtitle = Label("", "note", "text2", wraps=True)
        self.tabs = Tabs(name=_("Parts of the details"), gap=12)
        self.tabs.hide()
        # The cross may stand nearer to the edge than words.
        for words in (self._title, self._subtitle):
            words.setContentsMargins(0, 0, 8, 0)
        head = QVBoxLayout()
        head.setContentsMargins(theme.space.pane_padding - 1, 8, 8, 0)
        head.setSpacing(2)
        head.addLayout(top)
        head.addWidget(self._title)
        head.addWidget(self._subtitle)
        head.addSpacing(2)
        head.addWidget(self.tabs)
        self._stack = QStackedWidget()
        self._columns: dict[Hashable, ScrollColumn] = {}
        self._plain = ScrollColumn(margins=(15, 12, 16, 16))
        self._stack.addWidget(self._plain)
        self.body = self._plain.column
        self._state = Label("", "note", "text2")
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        foot = QHBoxLayout()
        foot.setContentsMargins(15, 8, 16, 12)
        foot.addLayout(self.foot)
        foot.addStretch(1)
        foot.addWidget(self._state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Separator())
        layout.addWidget(self._stack, 1)
        layout.addWidget(Separator())
        layout.addLayout(foot)
        self.tabs.chosen.connect(self._on_tabs_chosen)

    def set_chips(self, looks: Sequence[ChipLook]) -> None:
        """The chips at the top, in place of those before."""
        while self._chips.count():
            remove_item(self._chips, 0)
        for look in looks:
            chip = Chip(look.text, look.kind, look.icon, tip=look.tip)
            self._chips.addWidget(chip)
        self._chips.addStretch(1)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Whose details these are."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleDescription(title)

    def set_state(self, words: str, tone: str = "text2") -> None:
        """Whether it is saved."""
        self._state.setText(words)
        self._state.set_tone(tone)

    def add_tab(self, key: Hashable, text: str) -> QVBoxLayout:
        """Another tab; gives the column of its body."""
        column = ScrollColumn(margins=(15, 12, 16, 16))
        self._columns[key] = column
        self._stack.addWidget(column)
        tabs = [(self.tabs.tabData(at), self.tabs.tabText(at)) for at in range(self.tabs.count())]
        self.tabs.set_tabs([*tabs, (key, text)])
        self.tabs.show()
        if len(self._columns) == 1:
            self.show_tab(key)
        return column.column

    def show_tab(self, key: Hashable) -> None:
        """Turn to a tab."""
        self.tabs.set_current(key)
        self._stack.setCurrentWidget(self._columns[key])

    def retranslate(self) -> None:
        """Say its own words in the language of now."""
        self.setAccessibleName(_("Details"))
        self.menu_button.set_name(_("More actions"))
        self.close_button.set_name(_("Close details (F4)"))
        self.tabs.setAccessibleName(_("Parts of the details"))

    def _on_tabs_chosen(self, key: Hashable) -> None:
        self._stack.setCurrentWidget(self._columns[key])
        self.tab_chosen.emit(key)
