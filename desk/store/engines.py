"""Engines: how a database is connected to, and how its transactions begin."""

import json
import sqlite3
from functools import partial
from pathlib import Path
from time import sleep
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError

from desk.locale import _
from desk.model.errors import StoreProblem

PATIENCE = 5.0
"""Seconds to wait for another program that holds the database or does not answer."""

_PAUSE = 0.02
"""Seconds between two attempts at what SQLite does not wait for by itself."""

# Words in Cyrillic stay readable in the file and take a third of the room.
_to_json = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


_read_json = json.JSONDecoder().raw_decode


def _from_json(words: str) -> Any:
    """What `json.loads` gives, in half its time: a month on screen reads two thousand values."""
    if words == "{}":
        # Most texts that could be in several languages are in none.
        return {}
    value, end = _read_json(words)
    return value if end == len(words) else json.loads(words)


def engine_for(address: str | Path, *, patience: float = PATIENCE) -> Engine:
    """An engine for a path or a URL; it does not connect yet. Raises StoreProblem."""
    words = str(address)
    if "://" not in words:
        return _sqlite_engine(Path(words), patience)
    try:
        url = make_url(words)
    except (ArgumentError, ValueError) as error:
        raise StoreProblem(
            _("{address} is neither a file nor a database address.").format(address=words)
        ) from error
    backend = url.get_backend_name()
    if backend == "sqlite" and url.database:
        return _sqlite_engine(Path(url.database), patience)
    if backend not in ("postgresql", "postgres"):
        raise StoreProblem(
            _("{kind} databases are not supported; use a file or PostgreSQL.").format(kind=backend)
        )
    return _postgresql_engine(url.set(drivername="postgresql+psycopg"), patience)


def path_of(engine: Engine) -> Path | None:
    """The file of an SQLite database; None for a server."""
    return Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None


def place_of(engine: Engine) -> str:
    """The database's name for people: its path, or its URL without the password."""
    path = path_of(engine)
    return str(path) if path else engine.url.render_as_string(hide_password=True)


def _sqlite_engine(path: Path, patience: float) -> Engine:
    try:
        whole = path.expanduser().absolute()
    except RuntimeError as error:
        raise StoreProblem(
            _("{path} begins with the home folder of somebody unknown.").format(path=path)
        ) from error
    engine = create_engine(
        URL.create("sqlite", database=str(whole)),
        connect_args={"timeout": patience},
        json_serializer=_to_json,
        json_deserializer=_from_json,
        # A traceback of ours shows the statement, never the names and numbers in it.
        hide_parameters=True,
        # The connection used last again: its cache is warm, and the others' stay small.
        pool_use_lifo=True,
    )
    event.listen(engine, "connect", partial(_on_sqlite_connect, patience))
    event.listen(engine, "begin", _on_sqlite_begin)
    return engine


def _on_sqlite_connect(patience: float, connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own transactions begin too late and never with the write lock.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    _keep_log_beside_file(cursor, patience)
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA cache_size=-16000")
    cursor.close()


def _keep_log_beside_file(cursor: sqlite3.Cursor, patience: float) -> None:
    """Write-ahead logging; it is a property of the file, so only the first desk turns it on.

    SQLite does not wait for others when it turns the log on, whatever the timeout: two desks that
    open a new file in the same moment would refuse each other. So the waiting is done here.
    """
    for _attempt in range(round(patience / _PAUSE)):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            sleep(_PAUSE)
    cursor.execute("PRAGMA journal_mode=WAL")


def _on_sqlite_begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("rebuilds"):
        # A table written anew is dropped in between, which must not look like deleting its rows.
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    # Taking the write lock at once keeps two desks from both reading first and then colliding.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


def _postgresql_engine(url: URL, patience: float) -> Engine:
    engine = create_engine(
        url,
        isolation_level="REPEATABLE READ",
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={"connect_timeout": max(2, round(patience)), "application_name": "Pandurata"},
        json_serializer=_to_json,
    ).execution_options(patience=patience)
    event.listen(engine, "begin", _on_postgresql_begin)
    return engine


def _on_postgresql_begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("writes"):
        return
    # One writer at a time, as on SQLite: what the rules judged still holds when it is committed,
    # and steps are numbered in the order in which they become visible. LOCK TABLE comes before
    # the snapshot of a REPEATABLE READ transaction; an advisory lock would come after it.
    connection.exec_driver_sql(
        f"SET LOCAL lock_timeout = {round(options['patience'] * 1000)};"
        "LOCK TABLE history_step IN SHARE ROW EXCLUSIVE MODE"
    )
