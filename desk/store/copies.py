"""Whole copies of a database, also while other desks work on it."""

import errno
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection

from desk.locale import _
from desk.model.errors import StoreProblem
from desk.store.engines import path_of


def copy_file(source: Path, target: Path) -> None:
    """Copy an SQLite database as of one moment; only its owner may read the copy.

    The target appears when the copy is whole, taking the place of a file of that name. Raises
    StoreProblem: nothing is left behind then.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        if target.exists() and target.samefile(source):
            raise StoreProblem(_("A database cannot be copied onto itself; choose another name."))
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _copy_pages(source, part)
        _write_through(part)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink()
        raise _not_copied(target, error) from error


def copy_before_upgrade(connection: Connection, revision: str) -> str:
    """Keep what the database holds at an old revision; gives the name of the copy.

    Beside a file that is a second file; on a server a second schema, as only its administrator
    can copy a whole database. Raises StoreProblem.
    """
    path = path_of(connection.engine)
    if path is None:
        return _copy_schema(connection, f"before_{revision}")
    name = f"{path.stem}.before-{revision}"
    target = path.with_name(f"{name}{path.suffix}")
    count = 1
    while target.exists():
        count += 1
        target = path.with_name(f"{name}-{count}{path.suffix}")
    copy_file(path, target)
    return str(target)


def _not_copied(target: Path, error: OSError | sqlite3.Error) -> StoreProblem:
    if isinstance(error, OSError):
        why = error.strerror or str(error)
    elif error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL:
        why = os.strerror(errno.ENOSPC)
    else:
        why = str(error)
    return StoreProblem(_("The copy {path} could not be made: {why}.").format(path=target, why=why))


def _copy_pages(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)
        # The copy is one file: it begins a log of its own only when it is opened.
        new.execute("PRAGMA journal_mode=DELETE").close()


def _write_through(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _copy_schema(connection: Connection, name: str) -> str:
    inspector = inspect(connection)
    tables = inspector.get_table_names()
    taken = set(inspector.get_schema_names())
    target, count = name, 1
    while target in taken:
        count += 1
        target = f"{name}_{count}"
    connection.execute(text(f'CREATE SCHEMA "{target}"'))
    for table in tables:
        connection.execute(text(f'CREATE TABLE "{target}"."{table}" AS TABLE "{table}"'))
    return target
