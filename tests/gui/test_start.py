"""How the window starts: what it loads before its first frame, and what it measures."""

import json
import os
import subprocess
import sys
from pathlib import Path

from desk.gui.start_time import seconds_since_start

ROOT = Path(__file__).resolve().parents[2]

_LOADED = """
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
heavy = ("sqlalchemy", "sqlmodel", "pydantic", "babel", "typst", "icalendar", "openpyxl")
print([name for name in heavy if name in sys.modules])
"""


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
    outcome = run("-c", _LOADED, str(tmp_path), cwd=tmp_path)
    assert outcome.stdout == "[]\n", outcome.stderr


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
