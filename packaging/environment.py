"""The virtual environment in the project's own folder, kept to the lock files."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import debian
import interpreter

ROOT = Path(__file__).resolve().parent.parent
"""The project's folder."""

RUNNING = ROOT / "packaging" / "requirements.lock"
"""Everything the program needs, pinned and hashed."""

DEVELOPING = ROOT / "packaging" / "requirements-dev.lock"
"""The same and what the tests need besides: an environment made from it also runs the program."""

_STAMP = "installed.json"


class CannotPrepare(Exception):
    """The environment could not be made; the text says why, in one sentence."""


class Environment:
    """A virtual environment, and a stamp in it that tells from which lock files it was made."""

    def __init__(self, folder: Path = ROOT / ".venv") -> None:
        self.folder = folder
        self.python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def is_current(self, lock: Path) -> bool:
        """Whether it holds what the lock file says, on a Python that still starts.

        A system upgrade may put another Python under the environment: then nothing in it is found.
        """
        stamp = self._stamp()
        return (
            stamp.get(lock.name) == _digest(lock)
            and "python" in stamp
            and stamp["python"] == self._version()
        )

    def is_for_developing(self) -> bool:
        """Whether the tests' packages were put in, at whatever version."""
        return DEVELOPING.name in self._stamp()

    def install(self, lock: Path, base: str | None) -> None:
        """Bring it up to date with a lock file, making it with the Python `base` when given.

        Raises CannotPrepare. A half-done installation carries no stamp, so the next start goes on
        with it. Needs the network, unless pip finds everything in the environment or its cache.
        """
        (self.folder / _STAMP).unlink(missing_ok=True)
        if base is not None:
            say(f"Making the virtual environment {self.folder}")
            self._run([base, "-m", "venv", "--clear", str(self.folder)], "could not be made")
        say(f"Installing the packages of {lock.name}: the first time takes some minutes")
        self._run(
            [
                str(self.python),
                "-m",
                "pip",
                "install",
                "--require-hashes",
                "--no-input",
                "--disable-pip-version-check",
                "--requirement",
                str(lock),
            ],
            "could not be filled with the locked packages",
        )
        covered = [lock] if lock == RUNNING else [RUNNING, lock]
        stamp = {"python": self._version(), **{each.name: _digest(each) for each in covered}}
        (self.folder / _STAMP).write_text(json.dumps(stamp, indent=1), encoding="utf-8")

    def is_usable(self) -> bool:
        """Whether its interpreter starts, is one that the desk can live on, and has pip.

        An environment whose making was broken off has an interpreter already, but no pip yet.
        """
        return interpreter.version_of(str(self.python)) in interpreter.SUPPORTED and (
            interpreter.has_modules(str(self.python), "pip")
        )

    def _run(self, command: list[str], otherwise: str) -> None:
        # What is said goes to stderr: stdout belongs to the program that is started afterwards.
        answer = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr.fileno(),
            env=clean_variables(os.environ),
            check=False,
        )
        if answer.returncode != 0:
            raise CannotPrepare(
                f"The virtual environment {self.folder} {otherwise}; the reason stands above,"
                " often it is the network: run this again when it is there."
            )

    def _stamp(self) -> dict[str, str]:
        try:
            found: object = json.loads((self.folder / _STAMP).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return cast("dict[str, str]", found) if isinstance(found, dict) else {}

    def _version(self) -> str:
        version = interpreter.version_of(str(self.python))
        return "none" if version is None else f"{version[0]}.{version[1]}"


def prepare(lock: Path, needs: tuple[debian.Need, ...]) -> Environment:
    """The environment, holding what the lock file says, on a system that meets the needs.

    Touches neither network nor pip when all is there. Raises CannotPrepare,
    debian.CannotInstall or interpreter.NoInterpreter.
    """
    environment = Environment()
    with alone(ROOT):
        wanted = DEVELOPING if environment.is_for_developing() else lock
        current = environment.is_current(wanted)
        anew = not current and not environment.is_usable()
        wants = list(needs) if sys.platform == "linux" else []
        if anew:
            wants.extend(_needs_of_python())
        debian.provide(wants)
        if not current:
            environment.install(wanted, interpreter.find_interpreter()[0] if anew else None)
    return environment


def _needs_of_python() -> list[debian.Need]:
    """What the system lacks for making an environment, when its packages can bring that."""
    try:
        base, version = interpreter.find_interpreter()
    except interpreter.NoInterpreter:
        if not debian.is_debian():
            raise
        for major, minor in interpreter.SUPPORTED:
            name = f"python{major}.{minor}"
            if debian.is_known(name):
                return [debian.Need(f"{name}-venv", program=name)]
        raise
    if interpreter.makes_environments(base):
        return []
    return [debian.Need(f"python{version[0]}.{version[1]}-venv")]


@contextmanager
def alone(folder: Path) -> Generator[None]:
    """Wait until no other launcher works on this folder, and keep the others waiting."""
    if os.name == "nt":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def clean_variables(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables for a Python of the environment: nobody else's modules on its path."""
    kept = {
        name: value
        for name, value in variables.items()
        if name not in {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    }
    kept["PYTHONPATH"] = str(ROOT)
    return kept


def say(sentence: str) -> None:
    """Tell the person what the launcher does, beside the output of what it starts."""
    print(sentence, file=sys.stderr, flush=True)


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()
