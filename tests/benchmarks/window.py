"""Starting the real window on a database, without a display, in a home of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import psutil

ROOT = Path(__file__).resolve().parents[2]


class Start(NamedTuple):
    """Milliseconds from the start of the process, and the most memory it held, in MB."""

    first_frame: float
    today: float
    memory: float


@contextmanager
def _home() -> Iterator[dict[str, str]]:
    """Variables under which a program finds an empty home of nobody, and keeps its bytecode.

    Without bytecode every start would compile all of the desk: what no installed copy does.
    """
    without = {name: value for name, value in os.environ.items() if "BYTECODE" not in name}
    with TemporaryDirectory(prefix="pandurata-") as folder:
        yield {
            **without,
            "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode"),
            "HOME": folder,
            "XDG_DATA_HOME": folder,
            "XDG_CONFIG_HOME": folder,
            "XDG_RUNTIME_DIR": folder,
            "QT_QPA_PLATFORM": "offscreen",
        }


def interpreter_start() -> float:
    """Milliseconds that an interpreter takes to do nothing: the baseline for starting."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return (time.perf_counter() - begun) * 1000


def starts(database: str, times: int) -> list[Start]:
    """Start the window so many times, and once before that is not counted.

    Raises RuntimeError with what the window said when it does not start.
    """
    with _home() as variables:
        measured = [_start(database, variables) for _time in range(times + 1)]
    return measured[1:]


def _start(database: str, variables: dict[str, str]) -> Start:
    process = subprocess.Popen(
        [sys.executable, "-m", "desk", "--database", database, "--measure-start"],
        cwd=ROOT,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    memory = 0
    seen = psutil.Process(process.pid)
    with suppress(psutil.Error):
        while process.poll() is None:
            memory = max(memory, seen.memory_info().rss)
            time.sleep(0.01)
    output, errors = process.communicate(timeout=60)
    if process.returncode:
        raise RuntimeError(errors.strip() or f"the window ended with {process.returncode}")
    said = json.loads(output.splitlines()[-1])
    return Start(said["first_frame_ms"], said["today_ms"], memory / 1_000_000)
