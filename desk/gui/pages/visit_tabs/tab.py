"""What the page of a visit expects of its tabs, and what the tabs share."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.models.choice_words import Mark
from desk.gui.pages.visit_tabs.view import VisitView
from desk.gui.theme.icons import icon
from desk.gui.widgets.chip import ChipKind, ChipLook
from desk.gui.widgets.empty_state import EmptyState


class VisitTab(QWidget):
    """One tab: shows a `VisitView`, answers commands, selects rows.

    Subclasses build into `column`, override `show_view`, and may use `set_empty` to stand an
    `EmptyState` in the place of their contents.
    """

    tab_asked = Signal(str)
    """Go to another tab of the same visit."""
    refresh_asked = Signal()
    """Read anew at once: the notice of a commit comes a little later."""
    attendance_asked = Signal(int)
    """Make the attendance list of an event; 0 for the one that comes to mind first."""
    print_asked = Signal()
    """Print the programme."""
    export_asked = Signal()
    """Export the invitations of the visit."""
    programme_asked = Signal()
    """Write the programme as a calendar file."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.view: VisitView | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._stack.addWidget(body)
        self._empty: QWidget | None = None

    @property
    def visit_id(self) -> int:
        """The visit that is shown."""
        assert self.view is not None
        return self.view.visit.id

    def show_view(self, view: VisitView) -> None:
        """Show the visit as it is stored now; the selection stays."""
        self.view = view

    def leave(self) -> None:
        """Another tab, page or visit is about to be shown."""

    def select(self, row_id: int) -> None:
        """Stand on one row."""

    def commands(self) -> frozenset[str]:
        """The names of the frame's commands this tab answers at the moment."""
        return frozenset()

    def run(self, command: str) -> None:
        """Do one of the commands named by `commands()`."""

    def give_empty(self, empty: EmptyState) -> None:
        """What to show while there is nothing."""
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(20, 20, 20, 20)
        column.addWidget(empty)
        column.addStretch(1)
        self._empty = room
        self._stack.addWidget(room)

    def set_empty(self, is_empty: bool) -> None:
        """Stand the empty state in the place of the contents, or not."""
        if self._empty is not None:
            self._stack.setCurrentIndex(1 if is_empty else 0)

    def tell_undoable(self, use_case: Callable[[], object], notice: str) -> bool:
        """Do something at once and offer to take it back; whether it was done."""

        def run() -> bool:
            use_case()
            return True

        done = bool(self.context.attempt(run))
        if done:
            self.context.tell(notice, undo=True)
        return done


def ask(dialog: NewThingDialog) -> int | None:
    """Let somebody fill in a dialog; the id of what was made, None when they left it."""
    try:
        dialog.exec()
        return dialog.created_id
    finally:
        dialog.deleteLater()


def chip_of(mark: Mark, tip: str = "") -> ChipLook:
    """A chip that says a mark."""
    kind: ChipKind = mark.kind  # type: ignore[assignment]
    return ChipLook(mark.words, kind, mark.icon, tip)


def add_action(
    menu: QMenu, words: str, slot: Callable[[], object], *, picture: str = "", keys: str = ""
) -> QAction:
    """An entry of a menu; `keys` are shown, the key itself is bound elsewhere."""
    label = f"{words}\t{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}"
    action = menu.addAction(label if keys else words)
    if picture:
        action.setIcon(icon(picture))
    action.triggered.connect(lambda _checked=False: slot())
    return action


def bind_key(widget: QWidget, keys: str, slot: Callable[[], object]) -> None:
    """A key that works while the widget has the focus."""
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(slot)


def give_menu(widget: QWidget, build: Callable[[], QMenu | None]) -> None:
    """A context menu, for the mouse and for the menu key."""
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def open_menu(place: QPoint) -> None:
        menu = build()
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(widget.mapToGlobal(place))

    widget.customContextMenuRequested.connect(open_menu)
