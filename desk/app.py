"""The composition root: the only place that wires, and that reads the clock."""

import gc
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from desk.guard import refuse_broken_qt, refuse_other_python
from desk.locale import _, use_language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desk.gui.main_window import MainWindow
    from desk.services.desk import Desk

Theme = Literal["light", "dark", "system"]

NAME = "pandurata"
DATABASE = f"{NAME}.db"
FIRST_LANGUAGE = "id"
"""What the window speaks until somebody chooses."""

USERS_MISTAKE = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that was typed, or open the window; the exit status."""
    refuse_other_python()
    from desk.cli.arguments import read_arguments
    from desk.cli.screen_language import known_screen_language, speak
    from desk.model.errors import UserError

    typed = sys.argv[1:] if arguments is None else list(arguments)
    speak(_language_in(typed))
    asked = read_arguments(typed)
    if asked.command is not None:
        from desk.cli.run import run_command

        return run_command(
            asked,
            open_existing=lambda address: open_desk(address, create=False),
            open_or_make=lambda address: open_desk(address, create=True),
            photograph=_photograph,
        )
    try:
        language = known_screen_language(asked.language)
    except UserError as error:
        sys.stderr.write(f"{error.message}\n")
        return USERS_MISTAKE
    return open_window(
        asked.database, language=language, theme=asked.theme, measure_start=asked.measure_start
    )


def _language_in(typed: Sequence[str]) -> str | None:
    """The language named among the arguments: even their errors are told in it."""
    for place, word in enumerate(typed):
        if word == "--language" and place + 1 < len(typed):
            return typed[place + 1]
        if word.startswith("--language="):
            return word.partition("=")[2]
    return None


def now() -> datetime:
    """The present moment, aware, in UTC: the one clock of the program."""
    return datetime.now(UTC)


def data_folder() -> Path:
    """Where a person's own database lies when nobody says otherwise."""
    import platformdirs

    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def settings_folder() -> Path:
    """Where this computer's own small settings lie."""
    import platformdirs

    return Path(platformdirs.user_config_dir(NAME, appauthor=False))


def person_here() -> str:
    """The name of whoever is logged in, as the system knows it."""
    import getpass

    try:
        login = getpass.getuser()
    except (KeyError, OSError, ImportError):
        return _("somebody")
    if sys.platform != "win32":
        import pwd

        try:
            full = pwd.getpwnam(login).pw_gecos.partition(",")[0].strip()
        except KeyError:
            full = ""
        # Accounts of machines are called after what they do, not after who sits there.
        if full and full != login and login != "root":
            return full
    return login


def open_desk(address: str | Path, *, create: bool = True, who: str = "") -> "Desk":
    """The desk on the database at a path or URL. Raises StoreProblem in a sentence."""
    from desk.services import opening

    templates = data_folder() / "documents"
    return opening.open_desk(
        address,
        clock=now,
        who=who or person_here(),
        create=create,
        own_templates=templates if templates.is_dir() else None,
    )


class DeskOpener:
    """What the window opens databases with."""

    def __init__(self, who: str) -> None:
        self._who = who

    def open(self, address: str, *, create: bool) -> "Desk":
        """Open a database. Raises UserError."""
        return open_desk(address, create=create, who=self._who)

    def close(self, desk: "Desk") -> None:
        """Let go of a database."""
        desk.store.close()


def open_window(
    address: str | None = None,
    *,
    language: str | None = None,
    theme: Theme | None = None,
    measure_start: bool = False,
) -> int:
    """Open the window on a database, by default the last one, and stay until it is closed.

    With `measure_start` it closes by itself and writes one line of JSON: the milliseconds from
    the start of the process to the first painted frame and to today's data on the screen.
    """
    if _has_no_display():
        sys.stderr.write(_("There is no display to open a window on.") + "\n")
        return USERS_MISTAKE
    # Nothing that is made at the start is garbage: looking for it would only cost time.
    gc.disable()
    import PySide6

    refuse_broken_qt(qt_version=PySide6.__version__)
    from desk.gui.plain_imports import import_plainly

    import_plainly()
    from PySide6.QtWidgets import QApplication

    from desk.gui.main_window import MainWindow
    from desk.gui.placing import show_in_place
    from desk.gui.remembered import Remembered
    from desk.gui.reports import Reports
    from desk.gui.theme_choice import put_on_theme

    folder = data_folder()
    remembered = Remembered(settings_folder() / "window.ini")
    use_language(language or remembered.language or FIRST_LANGUAGE)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Pandurata")
    app.setDesktopFileName(NAME)
    put_on_theme(theme or remembered.theme)
    log = folder / f"{NAME}.log"
    reports = Reports(log, app)
    reports.install()
    window = MainWindow(
        DeskOpener(remembered.who), remembered, today=now().astimezone().date(), folder=folder
    )
    reports.made.connect(window.report_mistake)
    if measure_start:
        _measure(window)
    window.first_frame.connect(lambda: _dress(app, log))
    window.today_shown.connect(tidy_memory)
    window.start(address or remembered.database or str(folder / DATABASE))
    show_in_place(window, remembered=remembered.geometry is not None)
    try:
        return app.exec()
    finally:
        gc.enable()
        reports.remove()


def tidy_memory() -> None:
    """Look for garbage from now on, but never again among what there is already.

    All of it stays until the end; looking through it takes 80 ms, in the middle of whatever
    somebody does.
    """
    gc.freeze()
    gc.enable()


def _dress(app: "QApplication", log: Path) -> None:
    """What the first frame need not wait for: the icon, Qt's own words, the file of errors."""
    from desk.gui.qt_words import QtWords
    from desk.gui.reports import log_to_file
    from desk.gui.window_icon import window_icon

    log_to_file(log)
    app.setWindowIcon(window_icon())
    app.installTranslator(QtWords(app))


def _measure(window: "MainWindow") -> None:
    from desk.gui.start_time import seconds_since_start

    measured: dict[str, int] = {}

    def note_first_frame() -> None:
        measured["first_frame_ms"] = round(seconds_since_start() * 1000)

    def finish() -> None:
        measured["today_ms"] = round(seconds_since_start() * 1000)
        sys.stdout.write(json.dumps(measured) + "\n")
        sys.stdout.flush()
        window.close()

    window.first_frame.connect(note_first_frame)
    window.today_shown.connect(finish)


def _has_no_display() -> bool:
    """Whether Qt would end the program for want of a display, with words for programmers."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _photograph(desk: "Desk", out: Path, language: str, theme: str) -> list[Path]:
    """Pictures of every page and dialog; works without a display."""
    refuse_broken_qt()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # What a platform without a screen cannot do is no news while pictures are taken.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    from desk.gui.screenshots import take_screenshots

    return take_screenshots(
        desk, out, language=language, theme="dark" if theme == "dark" else "light"
    )
