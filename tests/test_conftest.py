"""The promises of tests/conftest.py: nobody's own files, no unexpected warning, no timing."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import platformdirs
import pytest

ROOT = Path(__file__).resolve().parent.parent

SUITE = """
import logging
import pytest

def test_silent():
    logging.getLogger("desk.store").info("saved")
    logging.getLogger("library").warning("not ours")

def test_warns():
    logging.getLogger("desk.store").warning("the disk is nearly full")

@pytest.mark.expected_log("nearly full")
def test_warns_as_announced():
    logging.getLogger("desk.store").warning("the disk is nearly full")

@pytest.mark.expected_log("nearly full")
def test_announces_in_vain():
    pass

def test_measures(benchmark):
    benchmark(len, "")
"""


def run_suite(folder: Path, *arguments: str) -> set[str]:
    """Run the little suite above under our conftest; gives `OUTCOME name` of each test."""
    (folder / "conftest.py").write_text("from tests.conftest import *\n", encoding="utf-8")
    (folder / "test_suite.py").write_text(SUITE, encoding="utf-8")
    outcome = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-rA"),
            *("--rootdir", str(folder), "-p", "no:cacheprovider", *arguments, str(folder)),
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return {
        f"{line.split()[0]} {line.split('::')[1].split()[0]}"
        for line in outcome.stdout.splitlines()
        if line.startswith(("PASSED", "ERROR", "FAILED")) and "::" in line
    }


def test_an_unexpected_or_a_missing_warning_in_the_log_fails_a_test(tmp_path: Path) -> None:
    assert run_suite(tmp_path) == {
        "PASSED test_silent",
        "PASSED test_warns",
        "ERROR test_warns",
        "PASSED test_warns_as_announced",
        "PASSED test_announces_in_vain",
        "ERROR test_announces_in_vain",
    }


def test_timings_are_taken_when_asked_for(tmp_path: Path) -> None:
    assert run_suite(tmp_path, "--benchmarks", "-k", "measures") == {"PASSED test_measures"}


@pytest.mark.parametrize(
    "folder",
    [
        Path.home(),
        platformdirs.user_data_path("pandurata"),
        platformdirs.user_config_path("pandurata"),
        platformdirs.user_cache_path("pandurata"),
        platformdirs.user_state_path("pandurata"),
    ],
)
def test_a_persons_folders_lie_in_the_temporary_folder(folder: Path) -> None:
    assert folder.is_relative_to(tempfile.gettempdir())
