"""What holds for every test: no display, nobody's own files, no unexpected warning in the log."""

import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from desk.locale import use_language

POSTGRES = "PANDURATA_TEST_POSTGRES"
"""Names the URL of a server that the tests may make databases on; packaging/test.py starts one."""

FAILED_STEPS = "PANDURATA_FAILED_STEPS"
"""The checks that failed before the tests, as packaging/test.py found them."""

_HOME = Path(tempfile.mkdtemp(prefix="pandurata-tests-"))


def _move_in(home: Path) -> None:
    """Point every folder for a person's data at an empty one, before anything looks for them."""
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_DATA_HOME": home / "data",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_STATE_HOME": home / "state",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_RUNTIME_DIR": home / "runtime",
    }
    for variable, folder in folders.items():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[variable] = str(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.pop("LANGUAGE", None)
    # Neither UTC nor the desk's own zone: what secretly uses the machine's zone shows.
    os.environ["TZ"] = "America/St_Johns"
    if sys.platform != "win32":
        time.tzset()


_move_in(_HOME)

# A loaded machine may take its time: no test of ours judges by the clock.
settings.register_profile(
    "desk", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--benchmarks", action="store_true", help="take the timings of tests/benchmarks as well"
    )


def pytest_report_header() -> list[str]:
    second = "and PostgreSQL" if os.environ.get(POSTGRES) else "only: no PostgreSQL was given"
    return [f"databases: SQLite {second}"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave timings out unless they are asked for; the tests that guard budgets always run."""
    if config.getoption("benchmarks") or config.getoption("benchmark_only"):
        return
    timings = [item for item in items if "benchmark" in getattr(item, "fixturenames", ())]
    if timings:
        config.hook.pytest_deselected(items=timings)
        items[:] = [item for item in items if item not in timings]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    failed = os.environ.get(FAILED_STEPS)
    if failed:
        terminalreporter.section("failed before the tests", red=True)
        terminalreporter.line(failed)


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


class _Warnings(logging.Handler):
    """Keeps what the desk logs as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def english_screens() -> None:
    """Screens speak English at the start of every test, whatever the one before chose."""
    use_language("en")


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Generator[None]:
    """Fail a test that makes the desk log a warning or an error that the test did not announce.

    `@pytest.mark.expected_log("text")` announces one, and has to come true.
    """
    handler = _Warnings()
    logger = logging.getLogger("desk")
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)
    said = [f"{record.name}: {record.getMessage()}" for record in handler.records]
    expected = [str(mark.args[0]) for mark in request.node.iter_markers("expected_log")]
    for line in said:
        if not any(words in line for words in expected):
            pytest.fail(f"The desk logged what the test does not expect: {line}")
    for words in expected:
        if not any(words in line for line in said):
            pytest.fail(f"The desk did not log what the test expects: {words}")
