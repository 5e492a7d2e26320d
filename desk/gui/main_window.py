"""The window: opens a database, puts the frame around it, and changes language and theme."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from desk.gui.commands import LANGUAGES, THEMES
from desk.gui.frame.first_paint import FirstPaint
from desk.gui.frame.frame import Frame
from desk.gui.frame.opening import Opener, Opening
from desk.gui.remembered import Remembered, Theme
from desk.gui.theme_choice import chosen_theme, put_on_theme
from desk.locale import current_language, use_language
from desk.model.changes import Changes

if TYPE_CHECKING:
    from desk.gui.context import Context
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

    def __init__(
        self, opener: Opener, remembered: Remembered, *, today: date, folder: Path
    ) -> None:
        super().__init__()
        self._remembered = remembered
        self._today = today
        self._instead: Callable[[], None] | None = None
        self._is_shown = False
        self.context: Context | None = None
        self._commits = _Commits(self)
        self._commits.made.connect(self._on_commits_made, Qt.ConnectionType.QueuedConnection)
        self.opening = Opening(opener, self, folder=folder)
        self.opening.opened.connect(self._on_opening_opened)
        self.opening.failed.connect(self._on_opening_failed)
        self.setWindowTitle("Pandurata")
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*USUAL_SIZE)
        if remembered.geometry is not None:
            self.restoreGeometry(remembered.geometry)
        self.frame = self._make_frame()
        FirstPaint(self).painted.connect(self.first_frame)

    def _make_frame(self) -> Frame:
        frame = Frame(
            self,
            {
                "open_database": self.opening.ask_existing,
                "new_database": self.opening.ask_new,
                "quit": self._on_quit_asked,
                "remember_name": self._remember_name,
                **{
                    f"language_{code}": partial(self.choose_language, code)
                    for code, _w in LANGUAGES
                },
                **{f"theme_{key}": partial(self.choose_theme, key) for key, _w in THEMES},
            },
            theme=chosen_theme(),
            today=self._today,
        )
        frame.language_chosen.connect(self.choose_language)
        frame.theme_chosen.connect(self.choose_theme)
        return frame

    # Language and theme

    def choose_language(self, language: str) -> None:
        """Speak another language from now on, at the same page."""
        self._remembered.language = language
        if language == current_language():
            return
        use_language(language)
        self._rebuild()

    def choose_theme(self, theme: Theme) -> None:
        """Put on another theme and remember it."""
        self._remembered.theme = theme
        put_on_theme(theme)
        self.frame.menu.show_theme(theme)

    def _remember_name(self) -> None:
        """The person said who works here."""
        if self.context is not None:
            self._remembered.who = self.context.desk.who

    def _rebuild(self) -> None:
        """Make the frame anew, at the same page with the same detail."""
        target, detail = self.frame.body.stack.target, self.frame.body.detail.target
        self.frame.discard()
        self.frame = self._make_frame()
        if self.context is not None:
            self.frame.attach(self.context)
        if self._instead is not None:
            self._instead()
        elif target is not None:
            self.frame.go(target)
        if detail is not None:
            self.frame.show_detail(detail)

    # The database

    def start(self, address: str) -> None:
        """Open a database once the frame has been painted."""
        self.first_frame.connect(lambda: self.opening.open(address))

    def _on_opening_opened(self, desk: "Desk") -> None:
        from desk.gui.context import Context
        from desk.services.status import is_unused

        self._leave()
        self.context = Context(desk, self._remembered)
        desk.committed = self._commits.made.emit
        self.context.written.connect(self._on_context_written)
        if self.opening.address:
            self._remembered.database = self.opening.address
        self.frame.attach(self.context)
        if not self._remembered.language and is_unused(desk):
            self._show_instead(self._show_first_start)
        else:
            self.context.go("today")
        page = self.frame.body.stack.currentWidget()
        if page is not None and not self._is_shown:
            self._is_shown = True
            FirstPaint(page).painted.connect(self.today_shown)

    def _on_opening_failed(self, sentence: str) -> None:
        if self.context is not None:
            # The database that is open stays open.
            self.frame.tell_problem(sentence)
            return
        self._show_instead(lambda: self._show_problem(sentence))
        self.today_shown.emit()

    def _leave(self) -> None:
        """Let go of the database that is open, if any."""
        from desk.gui.tasks import stop_all_tasks

        self._instead = None
        # Names may still be compared, and the database goes.
        stop_all_tasks()
        self.frame.detach()
        if self.context is not None:
            self.opening.close(self.context.desk)
            self.context.deleteLater()
            self.context = None

    def _show_instead(self, show: Callable[[], None]) -> None:
        """Show something that is no page, in another language too."""
        self._instead = show
        show()

    def _show_problem(self, sentence: str) -> None:
        from desk.gui.dialogs.problem_page import ProblemPage

        page = ProblemPage(sentence)
        page.again_asked.connect(self.opening.again)
        page.other_asked.connect(self.opening.ask_existing)
        page.new_asked.connect(self.opening.ask_new)
        page.quit_asked.connect(self._on_quit_asked)
        self.frame.show_instead(page)
        page.focus_first()

    def _show_first_start(self) -> None:
        from desk.gui.dialogs.first_start import FirstStart

        assert self.context is not None
        page = FirstStart(self.context.desk.store.place)
        page.language_chosen.connect(self.choose_language)
        page.sample_asked.connect(self._on_sample_asked)
        page.empty_asked.connect(self._begin)
        self.frame.show_instead(page)
        page.focus_first()

    def _on_sample_asked(self) -> None:
        from desk.services.samples import load_sample

        context = self.context
        if context is not None and context.attempt(lambda: load_sample(context.desk)) is not None:
            self._begin()

    def _begin(self) -> None:
        """The first start is over."""
        self._remembered.language = current_language()
        self._instead = None
        if self.context is not None:
            self.context.go("today")

    def _on_commits_made(self, changes: Changes) -> None:
        if self.context is None:
            return
        if self.frame.session is not None:
            self.frame.session.on_own_commit(changes)
        self.context.committed.emit(changes)

    def _on_context_written(self) -> None:
        # Notices wait for the loop of events, as other threads write too; this one waited enough.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    # The window itself

    def report_mistake(self, words: str) -> None:
        """Say once that the program made a mistake."""
        self.frame.report_mistake(words)

    def event(self, event: QEvent) -> bool:
        # Before keys are looked for among the commands, those that cannot be done now must rest.
        if event.type() == QEvent.Type.ShortcutOverride:
            self.frame.refresh_commands()
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._remembered.geometry = self.saveGeometry()
        self._remembered.save()
        self._leave()
        super().closeEvent(event)

    def _on_quit_asked(self) -> None:
        self.close()
