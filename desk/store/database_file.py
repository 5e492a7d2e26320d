"""The file of an SQLite database: whose it is, and whether it may be written."""

import os
import sqlite3
from contextlib import closing
from enum import Enum, auto
from pathlib import Path

from desk.locale import _
from desk.model.errors import StoreProblem

APPLICATION_ID = 0x50414E44
"""`PAND` in the SQLite header: the file is one of ours."""

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = slice(68, 72)


class Found(Enum):
    """What lies at a path."""

    NOTHING = auto()
    EMPTY = auto()
    """A file without content: made by hand, or by a desk that was stopped in its first second."""
    OURS = auto()


def look_at(path: Path) -> Found:
    """What lies there, without touching it.

    Raises StoreProblem when it is a folder, cannot be read or belongs to another program.
    """
    try:
        if not path.exists():
            return Found.NOTHING
        if not path.is_file():
            raise StoreProblem(_("{path} is not a file.").format(path=path))
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise cannot_open(path, error) from error
    if not header:
        return Found.EMPTY
    if not header.startswith(_MAGIC):
        raise _foreign(path)
    identity = int.from_bytes(header[_APPLICATION_ID_AT], "big")
    if identity == APPLICATION_ID:
        return Found.OURS
    # After a sudden end the header's first page may still lie in the log beside the file.
    return _look_inside(path) if identity == 0 else _refuse(path)


def make_file(path: Path) -> None:
    """Make an empty file that only its owner may read, and the folders above it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Made here, not by SQLite, so that it is never readable by others, not even briefly. The
        # files that SQLite puts beside it get the same permissions.
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise cannot_open(path, error) from error


def check_writable(path: Path) -> None:
    """Raises StoreProblem when the file, or the folder for the log beside it, is read-only."""
    if not os.access(path, os.W_OK):
        raise StoreProblem(
            _("The database {path} may only be read, not written; check its permissions.").format(
                path=path
            )
        )
    if not os.access(path.parent, os.W_OK):
        raise StoreProblem(
            _("The folder {path} may only be read, not written; check its permissions.").format(
                path=path.parent
            )
        )


def cannot_open(path: Path, error: OSError) -> StoreProblem:
    """The sentence for what the operating system reported about a file."""
    return StoreProblem(
        _("{path} cannot be opened: {why}.").format(path=path, why=error.strerror or str(error))
    )


def _look_inside(path: Path) -> Found:
    has_log = path.with_name(f"{path.name}-wal").exists()
    # Without a log the file can be read as if on a CD, which leaves no trace beside it.
    address = f"{path.as_uri()}?{'mode=ro' if has_log else 'immutable=1'}"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            identity = connection.execute("PRAGMA application_id").fetchone()[0]
            things = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.Error as error:
        raise _foreign(path) from error
    if identity == APPLICATION_ID:
        return Found.OURS
    return Found.EMPTY if identity == 0 and things == 0 else _refuse(path)


def _refuse(path: Path) -> Found:
    raise _foreign(path)


def _foreign(path: Path) -> StoreProblem:
    return StoreProblem(
        _("{path} is not a Pandurata database; it was left untouched.").format(path=path)
    )
