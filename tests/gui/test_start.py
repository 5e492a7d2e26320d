"""How the window starts: what it loads before its first frame, and what it measures."""

import json
import os
import subprocess
import sys
from pathlib import Path

from desk.gui.start_time import seconds_since_start

ROOT = Path(__file__).resolve().parents[2]

_LOADED_BEFORE_THE_FRAME = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desk import app
from desk.gui.main_window import MainWindow
from desk.gui.remembered import Remembered
from desk.gui.theme_choice import put_on_theme

qt = QApplication([])
put_on_theme("light")
folder = Path(sys.argv[1])
window = MainWindow(app.DeskOpener("Sari"), Remembered(folder / "window.ini"),
                    today=date(2026, 12, 3), folder=folder)
window.show()
qt.processEvents()
print(" ".join(sys.modules))
"""

_LOADED_FOR_TODAY = """
import sys
from desk import app

app.open_window(sys.argv[1], measure_start=True)
from PySide6.support import feature
print(" ".join(sys.modules))
print(" ".join(feature.pyside_feature_dict))
"""

AFTER_THE_FIRST_FRAME = {
    "asyncio",
    "babel",
    "desk.cli.run",
    "desk.gui.pages",
    "desk.model.tables",
    "desk.rules",
    "desk.services",
    "desk.store",
    "email",
    "icalendar",
    "logging.handlers",
    "openpyxl",
    "pydantic",
    "sqlalchemy",
    "sqlite3",
    "sqlmodel",
    "ssl",
    "typst",
}

AFTER_TODAY = {
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
    "alembic",
    "babel",
    "caldav",
    "charset_normalizer",
    "desk.cli.run",
    "desk.delivery",
    "desk.documents",
    "desk.exchange",
    "desk.gui.details",
    "desk.gui.dialogs",
    "desk.gui.screenshots",
    "desk.ical",
    "desk.services.documents",
    "desk.services.invitations",
    "desk.services.samples",
    "desk.store.backup",
    "email_validator",
    "holidays",
    "icalendar",
    "keyring",
    "openpyxl",
    "phonenumbers",
    "psycopg",
    "qtawesome",
    "rapidfuzz",
    "segno",
    "sqlalchemy.dialects.postgresql",
    "typst",
    "vobject",
}


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def test_nothing_heavy_is_loaded_before_the_first_frame(tmp_path: Path) -> None:
    outcome = run("-c", _LOADED_BEFORE_THE_FRAME, str(tmp_path), cwd=tmp_path)
    loaded = set(outcome.stdout.split())
    assert "desk.gui.frame.frame" in loaded, outcome.stderr
    assert loaded & AFTER_THE_FIRST_FRAME == set()


def test_only_what_today_needs_is_loaded_until_it_is_shown(tmp_path: Path) -> None:
    database = tmp_path / "desk.db"
    made = run("-m", "desk", "sample", str(database), cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    outcome = run("-c", _LOADED_FOR_TODAY, str(database), cwd=tmp_path)
    _measured, loaded, searched = outcome.stdout.splitlines()
    assert "desk.services.today" in loaded.split(), outcome.stderr
    assert set(loaded.split()) & AFTER_TODAY == set()
    # The source of none of them was searched for words of Qt.
    assert [name for name in searched.split() if name.startswith("sqlalchemy")] == []


def test_the_start_is_measured_and_the_window_closes(tmp_path: Path) -> None:
    database = tmp_path / "desk.db"
    outcome = run("-m", "desk", "--database", str(database), "--measure-start", cwd=tmp_path)
    assert outcome.returncode == 0, outcome.stderr
    measured = json.loads(outcome.stdout)
    assert list(measured) == ["first_frame_ms", "today_ms"]
    assert 0 < measured["first_frame_ms"] < measured["today_ms"]
    assert database.is_file()


def test_an_unknown_language_is_told_in_a_sentence(tmp_path: Path) -> None:
    outcome = run("-m", "desk", "--language", "tlh", cwd=tmp_path)
    assert outcome.returncode == 1
    assert "tlh" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_the_process_began_before_now() -> None:
    first = seconds_since_start()
    assert 0 < first <= seconds_since_start()
