"""A page of one list with a title, a filter and a button for a new thing."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.pages.list_page import ListPage
from desk.gui.widgets.card import Separator
from desk.gui.widgets.page import PageHeader
from desk.gui.widgets.text_field import TextField
from desk.locale import _

FILTER_AFTER = 150
"""Milliseconds of quiet before the list is filtered."""


class SectionPage(ListPage):
    """Title and filter above the list; the filter works while one types, Enter goes to the list."""

    def __init__(self, context: Context, title: str, parent: QWidget | None = None) -> None:
        super().__init__(context, title, parent)
        self.header = PageHeader(title)
        top = QWidget()
        head = QVBoxLayout(top)
        head.setContentsMargins(20, 14, 20, 14)
        head.addWidget(self.header)
        self.filter = TextField(icon="magnifying-glass")
        self.filter.setFixedWidth(312)
        self.filter.setClearButtonEnabled(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(Separator())
        column.addWidget(self.stack, 1)
        self._filter_timer = QTimer(self)
        self._filter_timer.setSingleShot(True)
        self._filter_timer.setInterval(FILTER_AFTER)
        self._filter_timer.timeout.connect(self.refresh)
        self.filter.textChanged.connect(self._on_filter_text_changed)
        self.filter.returnPressed.connect(self._on_filter_return_pressed)

    @property
    def filter_words(self) -> str:
        """What the list is filtered by."""
        return self.filter.value

    def run_filter(self) -> None:
        """Put the keyboard into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def nothing_found(self) -> tuple[str, str]:
        """What the empty state says while a filter finds nothing."""
        return _("Nothing found"), _("Another spelling or fewer letters may help.")

    def _on_filter_text_changed(self) -> None:
        self._filter_timer.start()

    def _on_filter_return_pressed(self) -> None:
        self._filter_timer.stop()
        self.refresh()
        self.focus_list()
        if self._view is not None and not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._view.model().index(0, 0))
