"""Which Python the desk can live on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

SUPPORTED = ((3, 13), (3, 12), (3, 11))
"""Major and minor numbers, the one to look for first in front."""

Version = tuple[int, int]


class NoInterpreter(Exception):
    """No Python that the desk can live on was found; the text says what to install."""


def version_of(executable: str) -> Version | None:
    """Major and minor number of an interpreter; None when it cannot be started.

    A file of the right name is no proof: a version manager's stand-in may point nowhere.
    """
    try:
        answer = subprocess.run(
            [executable, "-c", "import sys; print(sys.version_info[0], sys.version_info[1])"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        ).stdout.split()
        return int(answer[0]), int(answer[1])
    except (OSError, subprocess.SubprocessError, ValueError, IndexError):
        return None


def has_modules(executable: str, *names: str) -> bool:
    """Whether an interpreter starts and finds these modules."""
    try:
        subprocess.run(
            [executable, "-c", f"import {', '.join(names)}"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def makes_environments(executable: str) -> bool:
    """Whether this interpreter has what a virtual environment with pip needs.

    Debian packs `ensurepip` apart from the interpreter (python3.11-venv and its like).
    """
    return has_modules(executable, "ensurepip", "venv")


def candidates() -> Iterator[str]:
    """The running interpreter (outside any virtual environment), then those on the PATH."""
    # An environment made by the Python inside another one breaks together with that other one.
    yield getattr(sys, "_base_executable", None) or sys.executable
    for major, minor in SUPPORTED:
        found = shutil.which(f"python{major}.{minor}")
        if found:
            yield found


def find_interpreter(names: Iterator[str] | None = None) -> tuple[str, Version]:
    """A Python that the desk can live on, and its version.

    One that can make virtual environments goes before one that first needs a package for it.
    Raises NoInterpreter with one sentence for the person.
    """
    fitting: list[tuple[str, Version]] = []
    for name in candidates() if names is None else names:
        version = version_of(name)
        if version not in SUPPORTED:
            continue
        if makes_environments(name):
            return name, version
        fitting.append((name, version))
    if fitting:
        return fitting[0]
    raise NoInterpreter(
        "Pandurata needs Python 3.11, 3.12 or 3.13, and this is Python"
        f" {sys.version_info[0]}.{sys.version_info[1]}: install one of them and run this again."
    )
