"""The parts around the page, made in one language and wired to each other."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from desk.gui.commands import COMMANDS, VIEW_PREFIX
from desk.gui.frame.actions import Actions
from desk.gui.frame.body import Body, focus_first
from desk.gui.frame.menu import Menu
from desk.gui.frame.popups import Popups
from desk.gui.frame.router import Router
from desk.gui.frame.session import Session
from desk.gui.frame.status_bar import StatusBar
from desk.gui.frame.toolbar import Toolbar
from desk.gui.sections import place_named
from desk.locale import current_language
from desk.model.changes import Changes
from desk.model.rows.history import UndoState

if TYPE_CHECKING:
    from desk.gui.context import Context, Target

_NEEDS_NO_DESK = frozenset(
    {"open_database", "new_database", "quit", "toggle_navigation", "next_pane", "keys", "about"}
)


class Frame(QObject):
    """Puts menu, toolbar, body and status bar into a window and passes on what is asked of them.

    `window_commands` are those that only the window can do. `language_chosen` and `theme_chosen`
    carry a code. A new language needs a new frame: `discard` this one first.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        window_commands: dict[str, Callable[[], None]],
        *,
        theme: str,
        today: date,
    ) -> None:
        super().__init__(window)
        self._window = window
        self.context: Context | None = None
        self.session: Session | None = None
        self._walking = False
        self.actions = Actions(window)
        self.menu = Menu(self.actions, language=current_language(), theme=theme)
        self.toolbar = Toolbar(self.actions)
        self.body = Body(today)
        self.status = StatusBar()
        self.popups = Popups(self.actions, window)
        self.router = Router(self.body, {**self._own_commands(), **window_commands})
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.body, 1)
        window.setMenuBar(self.menu)
        window.setCentralWidget(central)
        window.setStatusBar(self.status)
        self._connect()
        self.refresh_commands()

    def _connect(self) -> None:
        self.actions.asked.connect(self.run_command)
        self.popups.command_chosen.connect(self.run_command)
        self.menu.about_to_show.connect(self.refresh_commands)
        self.menu.language_chosen.connect(self.language_chosen)
        self.menu.theme_chosen.connect(self.theme_chosen)
        self.toolbar.palette_asked.connect(self.open_palette)
        self.body.undo_asked.connect(self._undo)
        self.body.pane_changed.connect(self.refresh_commands)
        self.body.detail.left.connect(self._on_detail_left)
        self.body.stack.shown.connect(self._on_stack_shown)
        self.body.navigation.place_chosen.connect(self._on_place_chosen)
        self.body.navigation.day_chosen.connect(self._on_day_chosen)
        self.status.clashes_asked.connect(self._on_clashes_asked)
        self.status.due_asked.connect(self._on_due_asked)

    def _own_commands(self) -> dict[str, Callable[[], None]]:
        return {
            "undo": self._undo,
            "redo": self._redo,
            "find": self.open_palette,
            "history": lambda: self._go("history"),
            "settings": lambda: self._go("settings"),
            "go_today": lambda: self._go("today"),
            "go_date": self._go_date,
            "toggle_detail": self._toggle_detail,
            "toggle_navigation": self.body.toggle_navigation,
            "next_pane": self.body.next_pane,
            "keys": self.popups.show_keys,
            "about": self.popups.show_about,
        }

    def attach(self, context: "Context") -> None:
        """Fill the frame from a database."""
        self.context = self.router.context = context
        for signal, slot in self._links(context):
            signal.connect(slot)
        self.session = Session(context, self.body.navigation, self.status, self.body)
        self.session.steps_changed.connect(self._on_steps_changed)
        self.session.start()

    def detach(self) -> None:
        """Let go of the database: what is open in a form is saved on the way."""
        self.body.detail.forget()
        self.body.stack.clear()
        if self.session is not None:
            self.session.stop()
            self.session.deleteLater()
        if self.context is not None:
            for signal, slot in self._links(self.context):
                signal.disconnect(slot)
        self.context = self.router.context = self.session = None

    def discard(self) -> None:
        """Make room for a frame in another language."""
        self.detach()
        self.actions.discard()
        self.popups.deleteLater()
        self.deleteLater()

    def _links(self, context: "Context") -> tuple[tuple[Any, Callable[..., None]], ...]:
        return (
            (context.committed, self._on_context_committed),
            (context.navigation_asked, self.go),
            (context.detail_asked, self.show_detail),
            (context.told, self._on_context_told),
            (context.problem_told, self.tell_problem),
            (context.command_asked, self.run_command),
            (context.answers_changed, self.refresh_commands),
            (context.day_shown, self.body.navigation.calendar.set_selected),
        )

    # Going and showing

    def go(self, target: "Target") -> None:
        """Show a page; the detail pane stays with what it shows."""
        if self.context is not None:
            self.body.strips.settle()
            self.body.stack.go(self.context, target)

    def show_detail(self, target: "Target | None") -> None:
        """Show a thing in the detail pane, or close it."""
        if target is None or self.context is None:
            self.body.detail.close_detail()
        else:
            self.body.detail.open(self.context, target)

    def show_instead(self, widget: QWidget) -> None:
        """Show something that is no page."""
        self.body.stack.show_instead(widget)
        self.body.navigation.light("")
        self.toolbar.show_tools(None)
        self.refresh_commands()

    def tell_problem(self, words: str) -> None:
        """Say above the page what went wrong and what to do."""
        self.body.strips.tell("bad", words)

    def report_mistake(self, words: str) -> None:
        """Say that the program made a mistake; it stays until it is waved away."""
        self.body.strips.tell("warn", words, stays=True)

    def open_palette(self, typed: str = "") -> None:
        """Open the palette."""
        if self.context is not None and self.session is not None:
            self.refresh_commands()
            target = self.body.stack.target
            visit_id = target.row_id if target is not None and target.place == "visit" else None
            self.popups.open_palette(self.context, self.session.steps.state, typed, visit_id)

    # Commands

    def run_command(self, name: str) -> None:
        """Do a command, whoever answers it."""
        self.router.run(name)

    def refresh_commands(self) -> None:
        """Let rest what nobody can do at the moment."""
        self.actions.allow(self.router.answered(), self._can_do)
        self.actions["toggle_detail"].setChecked(self.body.detail.is_open)
        self.actions["toggle_navigation"].setChecked(not self.body.navigation.is_rail)
        shown = getattr(self.body.stack.page, "shown_view", "")
        for command in COMMANDS:
            if command.name.startswith(VIEW_PREFIX):
                self.actions[command.name].setChecked(command.name == VIEW_PREFIX + shown)
        self.toolbar.allow_new(self.context is not None)

    def _can_do(self, name: str) -> bool:
        if self.session is None:
            return name in _NEEDS_NO_DESK
        state, detail = self.session.steps.state, self.body.detail
        conditions = {
            "undo": state.undo_step is not None,
            "redo": state.redo_step is not None,
            "toggle_detail": detail.is_open or detail.last is not None,
        }
        return conditions.get(name, True)

    def _undo(self) -> None:
        if self.session is not None:
            self.session.steps.undo()

    def _redo(self) -> None:
        if self.session is not None:
            self.session.steps.redo()

    def _toggle_detail(self) -> None:
        if self.context is not None:
            self.body.toggle_detail(self.context)

    def _go_date(self) -> None:
        if self.context is not None:
            self.popups.go_to_date(self.context)

    def _go(self, place: str, tab: str = "") -> None:
        if self.context is not None:
            self.context.go(place, tab=tab)

    # What the parts say

    def _on_context_committed(self, changes: Changes) -> None:
        self.body.strips.settle()
        self.body.stack.on_committed(changes)
        if self.session is not None:
            self.session.on_committed(changes)

    def _on_context_told(self, words: str, undo: bool) -> None:
        self.body.tell(words, undo=undo)

    def _on_steps_changed(self, state: UndoState) -> None:
        self.toolbar.say_steps(state.undo_label, state.redo_label)
        self.refresh_commands()

    def _on_stack_shown(self, target: "Target") -> None:
        self.body.navigation.light(target.place)
        tools = getattr(self.body.stack.page, "toolbar_part", None)
        self.toolbar.show_tools(tools() if tools is not None else None)
        self._window.setWindowTitle(f"{place_named(target.place).words} · Pandurata")
        # Whoever walks through the navigation stays in it.
        if not self._walking:
            self._focus_page()
        self.refresh_commands()

    def _focus_page(self) -> None:
        """Give the keyboard to the list of the page, or to whatever takes it first."""
        focus_list = getattr(self.body.stack.page, "focus_list", None)
        if focus_list is not None:
            focus_list()
        focused = QApplication.focusWidget()
        if focused is None or not self.body.stack.isAncestorOf(focused):
            focus_first(self.body.stack)

    def _on_place_chosen(self, place: str) -> None:
        target = self.body.stack.target
        if target is None or target.place != place:
            self._walking = True
            self._go(place)
            self._walking = False

    def _on_day_chosen(self, day: date) -> None:
        self._go("calendar", day.isoformat())

    def _on_detail_left(self) -> None:
        self._focus_page()

    def _on_clashes_asked(self) -> None:
        self._go("findings")

    def _on_due_asked(self) -> None:
        self._go("follow_ups")
