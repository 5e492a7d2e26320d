"""A PostgreSQL that lives as long as one run of the tests."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

VARIABLE = "PANDURATA_TEST_POSTGRES"
"""The environment variable that tells the tests the URL of a server they may do anything with."""

_PORT = 5432
_START = 60.0
"""Seconds that a loaded machine may take to start a server."""

_SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "shared_buffers=32MB",
    "max_connections=60",
    "listen_addresses=",
)


class Unavailable(Exception):
    """No server could be started; the text says why."""


class Account(NamedTuple):
    """Whom a program is started as; all None for whoever starts it."""

    user: int | None = None
    group: int | None = None
    other_groups: list[int] | None = None


def find_programs() -> Path | None:
    """The folder that holds `initdb` and `postgres`, the newest version where there are several.

    Debian keeps the server's programs outside the PATH, in a folder per version. None on Windows,
    where the sockets that the tests go through are not to be had.
    """
    if os.name == "nt":
        return None
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda path: _number(path.parent.name))
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@contextmanager
def throw_away_server() -> Generator[str]:
    """Start a server on an empty folder, give its SQLAlchemy URL, stop it and delete the folder.

    It is reached through a socket in a folder that only its owner and root may enter, hence
    neither a password nor a free port is needed. Raises Unavailable.
    """
    programs = find_programs()
    if programs is None:
        raise Unavailable("PostgreSQL is not installed")
    account = _account()
    folder = _folder(account)
    server: subprocess.Popen[bytes] | None = None
    try:
        _initialise(programs, folder, account)
        server = _start(programs, folder, account)
        yield f"postgresql+psycopg://postgres@/postgres?host={quote(str(folder))}&port={_PORT}"
    finally:
        if server is not None:
            # "Fast" shutdown: open transactions are rolled back, clients are sent away.
            server.send_signal(signal.SIGINT)
            try:
                server.wait(30)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _folder(account: Account) -> Path:
    """An empty folder that the server's account can reach.

    Its path has to be short enough for a socket's name (107 bytes).
    """
    for place in (Path(tempfile.gettempdir()).resolve(), Path("/var/tmp")):
        way = [place, *place.parents]
        open_way = account.user is None or all(step.stat().st_mode & stat.S_IXOTH for step in way)
        if place.is_dir() and open_way and len(str(place)) < 70:
            folder = Path(tempfile.mkdtemp(prefix="pandurata-", dir=place))
            if account.user is not None:
                os.chown(folder, account.user, account.group or -1)
            return folder
    raise Unavailable("PostgreSQL finds no temporary folder that it can reach")


def _account() -> Account:
    """Whom to run the server as: PostgreSQL refuses to run as root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return Account()
    import pwd

    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid, [])
    raise Unavailable("PostgreSQL refuses to run as root, and there is no other account here")


def _variables() -> dict[str, str]:
    """Variables for the server: nobody's own PostgreSQL settings, and no language."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))}
    return {**kept, "LC_ALL": "C.UTF-8"}


def _initialise(programs: Path, folder: Path, account: Account) -> None:
    try:
        answer = subprocess.run(
            [
                str(programs / "initdb"),
                "--pgdata",
                str(folder / "data"),
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
                "--no-instructions",
            ],
            cwd=folder,
            env=_variables(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            user=account.user,
            group=account.group,
            extra_groups=account.other_groups,
        )
    except OSError as error:
        raise Unavailable(f"PostgreSQL cannot be started here: {error}") from error
    if answer.returncode != 0:
        raise Unavailable(f"initdb failed: {_last_line(answer.stdout)}")


def _start(programs: Path, folder: Path, account: Account) -> subprocess.Popen[bytes]:
    options = [part for setting in _SETTINGS for part in ("-c", setting)]
    log = folder / "log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [
                str(programs / "postgres"),
                *("-D", str(folder / "data")),
                *("-k", str(folder)),
                *("-p", str(_PORT)),
                *options,
            ],
            cwd=folder,
            env=_variables(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            # A Ctrl+C at the terminal is for the tests; the server is stopped after them.
            start_new_session=True,
            user=account.user,
            group=account.group,
            extra_groups=account.other_groups,
        )
    deadline = time.monotonic() + _START
    try:
        while not _is_ready(folder):
            if server.poll() is not None:
                said = log.read_text(encoding="utf-8", errors="replace")
                raise Unavailable(f"PostgreSQL did not start: {_last_line(said)}")
            if time.monotonic() > deadline:
                raise Unavailable(f"PostgreSQL did not start within {_START:.0f} seconds")
            time.sleep(0.05)
    except BaseException:
        server.kill()
        server.wait()
        raise
    return server


def _is_ready(folder: Path) -> bool:
    """Whether the server takes connections: it says so in the eighth line of its pid file."""
    try:
        lines = (folder / "data" / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    return len(lines) > 7 and lines[7].strip() == "ready"


def _number(version: str) -> float:
    try:
        return float(version)
    except ValueError:
        return 0.0


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "it said nothing"
