"""Opening a database: whose it is, which version it has, and saying what is wrong with it."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from desk.locale import _
from desk.model.errors import StoreProblem

APPLICATION_ID = 0x50414E44
"""`PAND` in the SQLite header: the file is one of ours."""

_SQLITE_HEADER = b"SQLite format 3\x00"
_BUSY_SECONDS = 5


def engine_for(address: str | Path) -> Engine:
    """An engine for a path or a URL; it does not connect yet. Raises StoreProblem."""
    text_address = str(address)
    if "://" not in text_address:
        return _sqlite_engine(Path(text_address).expanduser().absolute())
    try:
        url = make_url(text_address)
    except ArgumentError as error:
        raise StoreProblem(
            _("{address} is neither a file nor a database address.").format(address=text_address)
        ) from error
    backend = url.get_backend_name()
    if backend == "sqlite":
        return _sqlite_engine(Path(url.database or ""))
    if backend != "postgresql":
        raise StoreProblem(
            _("{kind} databases are not supported; use a file or PostgreSQL.").format(kind=backend)
        )
    return _postgresql_engine(url)


def path_of(engine: Engine) -> Path | None:
    """The file of an SQLite database; None for a server."""
    return Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None


def check_file(path: Path, *, create: bool) -> bool:
    """Whether the file is there already; raises StoreProblem when it cannot be our database."""
    name = str(path)
    try:
        if not path.exists():
            if not create:
                raise StoreProblem(_("There is no database at {path}.").format(path=name))
            path.parent.mkdir(parents=True, exist_ok=True)
            # Created here, not by SQLite, so that it is never readable by others, not even briefly.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            return False
        if path.is_dir():
            raise StoreProblem(_("{path} is a folder, not a database.").format(path=name))
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise StoreProblem(
            _("The database {path} cannot be opened: {why}.").format(
                path=name, why=error.strerror or str(error)
            )
        ) from error
    if not header:
        return False
    ours = header[:16] == _SQLITE_HEADER and header[68:72] == APPLICATION_ID.to_bytes(4, "big")
    if not ours:
        raise StoreProblem(
            _("{path} is not a Pandurata database; it was left untouched.").format(path=name)
        )
    if not os.access(path, os.W_OK):
        raise StoreProblem(
            _("The database {path} may only be read, not written; check its permissions.").format(
                path=name
            )
        )
    return True


def problem_from(error: DBAPIError, place: str) -> StoreProblem:
    """The sentence for what the database reported."""
    said = str(error.orig).lower()
    if "locked" in said or "busy" in said:
        sentence = _("The database {path} is busy: another program holds it. Try again.")
    elif "readonly" in said or "read-only" in said or "permission denied" in said:
        sentence = _("The database {path} may only be read, not written; check its permissions.")
    elif "full" in said or "no space" in said:
        sentence = _("The disk is full; nothing was lost, but {path} cannot be written.")
    elif "malformed" in said or "not a database" in said or "corrupt" in said:
        sentence = _("The database {path} is damaged; restore the latest copy beside it.")
    elif "disk i/o" in said or "unable to open" in said:
        sentence = _("The database {path} cannot be read or written; check its disk and folder.")
    elif "password" in said or "authentication" in said or "role" in said:
        sentence = _("The database server refused the user or the password for {path}.")
    else:
        sentence = _("The database {path} cannot be reached; check the server and the network.")
    return StoreProblem(sentence.format(path=place))


def place_of(engine: Engine) -> str:
    """The database's name for people: its path, or its URL without the password."""
    path = path_of(engine)
    return str(path) if path else engine.url.render_as_string(hide_password=True)


def _sqlite_engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": _BUSY_SECONDS}
    )
    event.listen(engine, "connect", _on_sqlite_connect)
    event.listen(engine, "begin", _on_sqlite_begin)
    return engine


def _on_sqlite_connect(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own transactions begin too late and never with the write lock.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA cache_size=-16000")
    cursor.close()


def _on_sqlite_begin(connection: Connection) -> None:
    # Taking the write lock at once keeps two desks from both reading first and then colliding.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql_engine(url: URL) -> Engine:
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    return create_engine(
        url, isolation_level="REPEATABLE READ", pool_pre_ping=True, connect_args={"connect_timeout": 5}
    )


def server_is_empty(connection: Connection) -> bool:
    """Whether a PostgreSQL database holds no table of ours."""
    found = connection.execute(text("SELECT to_regclass('alembic_version')")).scalar()
    return found is None
