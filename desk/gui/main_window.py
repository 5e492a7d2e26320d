"""The window: a frame that opens a database, shows pages, and passes on what they ask."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from desk.gui.frame.actions import Actions
from desk.gui.frame.body import Body
from desk.gui.frame.first_paint import FirstPaint
from desk.gui.frame.menu import Menu
from desk.gui.frame.opening import Opener, Opening
from desk.gui.frame.router import Router
from desk.gui.frame.status_bar import StatusBar
from desk.gui.frame.steps import Steps
from desk.gui.frame.toolbar import Toolbar
from desk.gui.remembered import Remembered
from desk.gui.sections import place_named
from desk.gui.theme import apply_theme
from desk.locale import _, current_language, use_language
from desk.model.changes import Changes

if TYPE_CHECKING:
    from desk.gui.context import Context, Target
    from desk.gui.frame.dials import Dials
    from desk.gui.frame.watch import Watch
    from desk.model.rows.history import UndoState
    from desk.model.rows.search import SearchHit
    from desk.services.desk import Desk

LEAST_SIZE = (1024, 680)
USUAL_SIZE = (1440, 900)


class _Commits(QObject):
    """Brings commits from whatever thread made them to the window's own."""

    made = Signal(object)


class MainWindow(QMainWindow):
    """`first_frame` and `today_shown` come once each: they are what the start is measured by."""

    first_frame = Signal()
    today_shown = Signal()

    def __init__(self, opener: Opener, remembered: Remembered, *, today: date) -> None:
        super().__init__()
        self._remembered = remembered
        self._today = today
        self._theme = remembered.theme
        self._problem: tuple[str, str] | None = None
        self._starting = False
        self.context: Context | None = None
        self._watch: Watch | None = None
        self._steps: Steps | None = None
        self._dials: Dials | None = None
        self._commits = _Commits()
        self._commits.made.connect(self._on_commits_made, Qt.ConnectionType.QueuedConnection)
        self.opening = Opening(opener, self)
        self.opening.opened.connect(self._on_opening_opened)
        self.opening.failed.connect(self._on_opening_failed)
        self.setWindowTitle("Pandurata")
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*USUAL_SIZE)
        if remembered.geometry is not None:
            self.restoreGeometry(remembered.geometry)
        self._build()
        FirstPaint(self).painted.connect(self.first_frame)

    # Building

    def _build(self) -> None:
        """Make the frame in the language of now."""
        self.commands = Actions(self)
        self.menu = Menu(self.commands, language=current_language(), theme=self._theme)
        self.setMenuBar(self.menu)
        self.toolbar = Toolbar(self.commands)
        self.body = Body(self._today)
        self.status = StatusBar()
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.body, 1)
        self.setCentralWidget(central)
        self.setStatusBar(self.status)
        self.router = Router(self.body, self._own_commands())
        self._connect()
        self.refresh_commands()

    def _connect(self) -> None:
        self.commands.asked.connect(self.run_command)
        self.menu.about_to_show.connect(self.refresh_commands)
        self.menu.language_chosen.connect(self.choose_language)
        self.menu.theme_chosen.connect(self.choose_theme)
        self.toolbar.palette_asked.connect(self.open_palette)
        self.body.undo_asked.connect(self.commands["undo"].trigger)
        self.body.pane_changed.connect(self.refresh_commands)
        self.body.stack.shown.connect(self._on_stack_shown)
        self.body.navigation.place_chosen.connect(self._on_place_chosen)
        self.body.navigation.day_chosen.connect(self._on_day_chosen)
        self.status.clashes_asked.connect(self.commands["show_today"].trigger)
        self.status.due_asked.connect(self.commands["show_follow_ups"].trigger)

    def _own_commands(self) -> dict[str, Callable[[], None]]:
        return {
            "open_database": self.opening.ask_existing,
            "new_database": self.opening.ask_new,
            "quit": self._quit,
            "undo": self._undo,
            "redo": self._redo,
            "find": self.open_palette,
            "history": self._show_history,
            "settings": self._show_settings,
            "go_today": self.commands["show_today"].trigger,
            "go_date": self._go_date,
            "toggle_detail": self._toggle_detail,
            "toggle_navigation": self.body.toggle_navigation,
            "next_pane": self.body.next_pane,
            "keys": self._show_keys,
            "about": self._show_about,
        }

    def _rebuild(self) -> None:
        """Make everything anew at the same page and the same detail."""
        target, detail = self.body.stack.target, self.body.detail.target
        starting, problem = self._starting, self._problem
        self.body.detail.close_detail()
        self.commands.discard()
        self._build()
        if self.context is not None:
            self._attach(self.context)
            if starting:
                self._show_first_start(self.context)
            elif target is not None:
                self.go(target)
            if detail is not None:
                self.body.open_detail(self.context, detail)
        elif problem is not None:
            self._on_opening_failed(*problem)

    # Opening

    def start(self, address: str) -> None:
        """Open the database as soon as the frame has been painted."""
        self.first_frame.connect(lambda: self.opening.open(address))

    def _on_opening_opened(self, desk: "Desk") -> None:
        from desk.gui.context import Context, Target
        from desk.services.status import is_unused

        self._leave_desk()
        self._problem = None
        self.context = context = Context(desk)
        desk.committed = self._commits.made.emit
        self._remembered.database = str(desk.store.path or desk.store.place)
        self._attach(context)
        if not self._remembered.language and is_unused(desk):
            self._show_first_start(context)
        else:
            self.go(Target("today"))
        FirstPaint(self.body.stack.currentWidget()).painted.connect(self.today_shown)

    def _attach(self, context: "Context") -> None:
        """Connect a database to the frame."""
        from desk.gui.frame.dials import Dials
        from desk.gui.frame.watch import Watch

        if self._watch is not None:
            self._watch.stop()
        self.router.context = context
        self._steps = Steps(context, self.body)
        self._dials = Dials(context, self.body.navigation, self.status, self.body)
        self._watch = Watch(context, self.body)
        self._steps.changed.connect(self._on_steps_changed)
        self._watch.minute_passed.connect(self._dials.show_time)
        for signal in (
            context.committed,
            context.navigation_asked,
            context.detail_asked,
            context.told,
            context.problem_told,
            context.command_asked,
        ):
            signal.disconnect(self) if self._attached else None
        context.committed.connect(self._on_context_committed)
        self._watch.start()
        self._steps.read()
        self._dials.read_later()
        self.refresh_commands()
