"""What pages of one list have in common: the list, its empty state, and the detail beside it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desk.gui.commands import command_named
from desk.gui.context import Context
from desk.gui.pages.page import Page
from desk.gui.theme.application import current_theme
from desk.gui.theme.icons import icon
from desk.gui.widgets.detail_pane import DetailPane
from desk.gui.widgets.empty_state import EmptyState

MENU = ("edit", "duplicate", "copy_whatsapp", "attendance_list", "delete")
"""What the menu of a row offers, as far as the page answers it."""
FOLLOW_AFTER = 120
"""Milliseconds on a row before an open detail pane shows it: arrows may run."""


class ListPage(Page):
    """A page of one list. Enter, a double click, or a click beside an open pane shows the detail.

    Subclasses put their list into `set_list`, place `stack`, and say in `chosen_id` which row is
    stood on.
    """

    kind = ""
    """What the detail pane calls a row."""

    def __init__(self, context: Context, name: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.stack = QStackedWidget()
        self._room = QWidget()
        room = QVBoxLayout(self._room)
        room.setContentsMargins(20, 20, 20, 20)
        self.empty: EmptyState | None = None
        self._view: QAbstractItemView | None = None
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(FOLLOW_AFTER)
        self._follow.timeout.connect(self._on_follow_timeout)

    def set_list(self, view: QAbstractItemView, empty: EmptyState) -> None:
        """The list, and what stands in its place while there is nothing."""
        self._view = view
        self.empty = empty
        self.add_view(view)
        layout = self._room.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(empty)
        layout.addStretch(1)
        self.stack.addWidget(self._room)

    def add_view(self, view: QAbstractItemView) -> None:
        """A further list for `stand_in`, when the page has several in turn."""
        self.stack.addWidget(view)
        view.clicked.connect(self._on_view_clicked)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_view_menu_requested)

    def stand_in(self, view: QAbstractItemView, kind: str) -> None:
        """Let another list be the page's; the detail pane calls its rows by that kind."""
        self._view = view
        self.kind = kind

    def show_list(self, shown: bool) -> None:
        """The list, or the empty state."""
        self.stack.setCurrentWidget(self._view if shown and self._view else self._room)

    def chosen_id(self) -> int | None:
        """The id of the row stood on."""
        raise NotImplementedError

    def show_chosen(self, *, tab: str = "") -> None:
        """Show the row stood on in the detail pane."""
        row_id = self.chosen_id()
        if row_id is not None:
            self.context.show_detail(self.kind, row_id, tab=tab)

    def follow(self) -> None:
        """Another row is stood on: an open detail pane shows it after a moment."""
        self._follow.start()

    def do(self, use_case: Callable[[], object], notice: str) -> bool:
        """Do something at once, with a notice that offers to take it back; whether it was done."""

        def done() -> bool:
            use_case()
            return True

        if not self.context.attempt(done):
            return False
        self.context.tell(notice, undo=True)
        return True

    def edit(self) -> None:
        """Show the row stood on with the keyboard in its first field."""
        self.show_chosen()
        run = getattr(self.open_pane(), "run", None)
        if run is not None:
            run("edit")

    def open_pane(self) -> DetailPane | None:
        """The detail pane of the window when it shows something."""
        panes = self.window().findChildren(DetailPane)
        return next((pane for pane in panes if pane.isVisible()), None)

    def focus_list(self) -> None:
        """Put the keyboard on the list."""
        if self._view is not None:
            self._view.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_view_clicked(self) -> None:
        wide = self.window().width() >= current_theme().width.collapse_below
        if self.chosen_id() is not None and (wide or self.open_pane() is not None):
            self._follow.stop()
            self.show_chosen()

    def _on_follow_timeout(self) -> None:
        # A row that was stood on by the program leaves the pane to whoever opened it.
        if self._view is not None and self._view.hasFocus() and self.open_pane() is not None:
            self.show_chosen()

    def _on_view_menu_requested(self, place: QPoint) -> None:
        if self._view is None:
            return
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        answered = self.commands()
        for name in MENU:
            if name not in answered:
                continue
            command = command_named(name)
            action = menu.addAction(icon(command.icon), command.words)
            if command.keys:
                keys = QKeySequence(command.keys)
                shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
                action.setText(f"{command.words}\t{shown}")
            action.setData(name)
        menu.triggered.connect(self._on_menu_triggered)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(self._view.viewport().mapToGlobal(place))

    def _on_menu_triggered(self, action: QAction) -> None:
        self.run(str(action.data()))
