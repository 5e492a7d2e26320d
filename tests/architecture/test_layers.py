"""The import contracts of pyproject.toml hold, and would notice if they did not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import linter on the package in a folder that also holds its configuration."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-logo",
            "--no-cache",
        ],
        cwd=folder,
        # A plain path: the folder itself has to win over the checkout's own package.
        env={"PYTHONPATH": str(folder), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def small_desk(tmp_path: Path) -> Path:
    """A package of the same shape, empty, with the real configuration."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name in ("cli", "gui", "gui/pages", "gui/widgets", "services", "store", "ical", "rules"):
        (tmp_path / "desk" / name).mkdir(parents=True)
    for name in ("locale", "model", "model/tables"):
        (tmp_path / "desk" / name).mkdir(parents=True)
    for folder in list((tmp_path / "desk").rglob("*")):
        (folder / "__init__.py").touch()
    for name in ("__init__", "folders", "guard", "app"):
        (tmp_path / "desk" / f"{name}.py").touch()
    return tmp_path


def test_an_empty_desk_keeps_every_contract(small_desk: Path) -> None:
    outcome = lint_imports(small_desk)
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert "0 broken" in outcome.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("model/visit.py", "import desk.services", "Layers of the desk"),
        ("store/store.py", "import desk.ical", "Layers of the desk"),
        ("cli/main.py", "import desk.gui", "Layers of the desk"),
        ("assistant.py", "", "Layers of the desk"),
        ("gui/widgets/badge.py", "import desk.gui.pages", "Layers of the window"),
        ("services/visits.py", "from PySide6.QtCore import QDate", "Only the window knows Qt"),
        ("cli/main.py", "import sqlalchemy", "Both clients go through the services"),
        ("gui/pages/visits.py", "import desk.store", "Both clients go through the services"),
        ("gui/pages/visits.py", "import desk.model.tables", "Both clients go through the services"),
        ("rules/conflicts.py", "import sqlmodel", "Rules and words know no database"),
    ],
)
def test_a_forbidden_import_is_noticed(
    small_desk: Path, module: str, line: str, contract: str
) -> None:
    (small_desk / "desk" / module).write_text(f"{line}\n", encoding="utf-8")
    outcome = lint_imports(small_desk)
    assert outcome.returncode == 1
    assert f"{contract} BROKEN" in outcome.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("app.py", "import desk.cli, desk.gui"),
        ("gui/pages/visits.py", "from PySide6.QtCore import QDate"),
        ("services/visits.py", "import sqlmodel, desk.store, desk.ical"),
        ("cli/main.py", "import desk.services, desk.model"),
    ],
)
def test_a_permitted_import_passes(small_desk: Path, module: str, line: str) -> None:
    (small_desk / "desk" / module).write_text(f"{line}\n", encoding="utf-8")
    assert lint_imports(small_desk).returncode == 0
