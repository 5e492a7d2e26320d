"""The rules of the house that no linter knows, read from the syntax of every file."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pathspec import GitIgnoreSpec

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "desk").rglob("*.py"))

LONGEST_MODULE = 400
LONGEST_WINDOW = 300

MESSAGES = "desk/gui/messages.py"
TASKS = "desk/gui/tasks.py"
CLOCK_READERS = {"desk/app.py", "desk/cli/run.py"}
"""The composition root and the root of the command line: they read the clock and hand it on."""

_CLOCK = re.compile(
    r"""
    (^|\.)(datetime\.(now|utcnow|today) | date\.today | time\.(time|time_ns|localtime|gmtime)
    | QDateTime\.currentDateTime(Utc)? | QDateTime\.currentM?SecsSinceEpoch
    | QDate\.currentDate | QTime\.currentTime)$
    """,
    re.VERBOSE,
)
_THREADS = {"QThread", "QThreadPool", "QRunnable", "threading", "concurrent", "multiprocessing"}
_LOCKS = {"threading.Lock", "threading.RLock"}
"""They start nothing: what the one file's threads share may guard itself."""

_CLIENT_LIMITS = ("sqlalchemy", "sqlmodel", "alembic", "psycopg", "desk.store")

# Written so that this very file does not hold what it looks for.
_REGISTRIES = re.compile(
    r"\b(?:pypi\.(?:org|python\.org)|files\.pythonhosted\.org|pythonhosted\.org"
    r"|registry\.(?:npmjs\.org|yarnpkg\.com)|proxy\.golang\.org|static\.crates\.io)"
    r"|--(?:extra-)?index-url|--find-links",
)
_MACHINE_PATHS = re.compile(r"(?<![\w.\-/:}$*)])/(?:work|root|tmp|home/\w+|Users/\w+)(?![\w.*?])")
_BINARY = {".ttf", ".otf", ".png", ".ico", ".icns", ".pdf", ".mo", ".xlsx", ".pandurata", ".db"}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def _imports(path: Path) -> dict[str, str]:
    """Local name -> the full dotted name that it was imported as."""
    names: dict[str, str] = {}
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                local = alias.asname or alias.name.partition(".")[0]
                names[local] = alias.name if alias.asname else local
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def _imported_modules(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def _dotted(node: ast.expr, path: Path) -> str:
    """`datetime.now` of a call, spelled out by the file's imports: `datetime.datetime.now`."""
    if isinstance(node, ast.Name):
        return _imports(path).get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value, path)}.{node.attr}"
    return ""


def _calls(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call):
            yield node.lineno, _dotted(node.func, path)


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _kept_files() -> list[Path]:
    """Every file of the project but those that .gitignore leaves out."""
    ignored = GitIgnoreSpec.from_lines((ROOT / ".gitignore").read_text("utf-8").splitlines())
    found: list[Path] = []
    folders = [ROOT]
    while folders:
        for path in folders.pop().iterdir():
            if path.name == ".git":
                continue
            if path.is_dir():
                if not path.is_symlink() and not ignored.match_file(f"{_name(path)}/"):
                    folders.append(path)
            elif not ignored.match_file(_name(path)):
                found.append(path)
    return sorted(found)


def clock_readings(path: Path) -> list[str]:
    return [f"{path.name}:{line} {call}" for line, call in _calls(path) if _CLOCK.search(call)]


def swallowed_errors(path: Path) -> list[str]:
    """Handlers that catch everything, and those that catch Exception to do nothing about it."""
    found: list[str] = []
    for node in ast.walk(_tree(path)):
        if not isinstance(node, ast.ExceptHandler):
            continue
        wide = isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}
        idle = all(isinstance(step, ast.Pass | ast.Continue | ast.Constant) for step in node.body)
        if node.type is None or (wide and idle):
            found.append(f"{path.name}:{node.lineno}")
    return found


def test_the_clock_is_read_at_the_roots_only() -> None:
    found = [
        reading
        for path in MODULES
        if _name(path) not in CLOCK_READERS
        for reading in clock_readings(path)
    ]
    assert found == []


def test_nothing_swallows_errors() -> None:
    assert [handler for path in MODULES for handler in swallowed_errors(path)] == []


def test_message_boxes_live_in_one_file() -> None:
    found = [
        f"{_name(path)}:{line}"
        for path in MODULES
        if _name(path) != MESSAGES
        for line, module in _imported_modules(path)
        if module.endswith(".QMessageBox")
    ]
    assert found == []


def test_threads_live_in_one_file() -> None:
    found = [
        f"{_name(path)}:{line} {module}"
        for path in MODULES
        if _name(path) != TASKS
        for line, module in _imported_modules(path)
        if module not in _LOCKS and not _THREADS.isdisjoint(module.split("."))
    ]
    assert found == []


def test_both_clients_know_only_the_services() -> None:
    found = [
        f"{_name(path)}:{line} {module}"
        for path in MODULES
        if _name(path).startswith(("desk/cli", "desk/gui"))
        for line, module in _imported_modules(path)
        if f"{module}.".startswith(tuple(f"{name}." for name in _CLIENT_LIMITS))
    ]
    assert found == []


def test_the_main_window_is_a_frame() -> None:
    window = [path for path in MODULES if path.stem == "main_window"]
    assert [_name(path) for path in window if _lines(path) > LONGEST_WINDOW] == []


def test_modules_are_short_enough_to_read() -> None:
    long = {_name(path): _lines(path) for path in MODULES if _lines(path) > LONGEST_MODULE}
    assert long == {}


def test_only_the_command_line_prints() -> None:
    found = [
        f"{_name(path)}:{line}"
        for path in MODULES
        if not _name(path).startswith("desk/cli")
        for line, call in _calls(path)
        if call == "print"
    ]
    assert found == []


def test_tables_have_real_annotations() -> None:
    """Postponed annotations hide the targets of relationships from SQLModel."""
    found = [
        f"{_name(path)}:{line}"
        for path in MODULES
        if _name(path).startswith("desk/model")
        for line, module in _imported_modules(path)
        if module == "__future__.annotations"
    ]
    assert found == []


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    found: list[str] = []
    for path in _kept_files():
        if path.suffix in _BINARY or path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            if _REGISTRIES.search(line) or _MACHINE_PATHS.search(line):
                found.append(f"{_name(path)}:{number} {line.strip()[:100]}")
    assert found == []


@pytest.mark.parametrize(
    ("source", "readings"),
    [
        ("from datetime import datetime\ndatetime.now()", 1),
        ("import datetime as d\nd.datetime.now(tz=d.UTC)", 1),
        ("from datetime import date as day\nday.today()", 1),
        ("from time import time\ntime()", 1),
        ("import time\ntime.monotonic()", 0),
        ("from PySide6.QtCore import QDate\nQDate.currentDate()", 1),
        ("clock.now()", 0),
    ],
)
def test_a_reading_of_the_clock_is_found(source: str, readings: int, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")
    assert len(clock_readings(module)) == readings


@pytest.mark.parametrize(
    ("handler", "found"),
    [
        ("except:\n    raise", 1),
        ("except Exception:\n    pass", 1),
        ("except OSError:\n    pass", 0),
    ],
)
def test_a_swallowed_error_is_found(handler: str, found: int, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(f"try:\n    work()\n{handler}\n", encoding="utf-8")
    assert len(swallowed_errors(module)) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("cache = '/{}/cache'".format("work"), True),
        ("see /{}/someone/notes".format("home"), True),
        ("https://example.org/home/page", False),
        ("libraries in /usr/lib", False),
    ],
)
def test_a_place_on_one_machine_is_found(line: str, found: bool) -> None:
    assert bool(_MACHINE_PATHS.search(line)) == found
