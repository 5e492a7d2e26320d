"""Opening a database: made when it is new, upgraded when it is old, refused when it is not ours."""

from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.engine import Connection

from desk.locale import _
from desk.model.errors import StoreProblem
from desk.store.copies import copy_before_upgrade
from desk.store.database_file import Found, check_writable, look_at, make_file
from desk.store.engines import PATIENCE, engine_for, path_of, place_of
from desk.store.problems import damaged, telling_problems
from desk.store.schema import HEAD, create_schema, is_empty, is_ours, revision_of

_CREATION_LOCK = 0x50414E44
"""Number of the advisory lock that lets one desk at a time fill an empty server database."""


def open_engine(address: str | Path, *, create: bool = True, patience: float = PATIENCE) -> Engine:
    """An engine on a database that is ours and up to date. Raises StoreProblem."""
    engine = engine_for(address, patience=patience)
    path = path_of(engine)
    try:
        with telling_problems(place_of(engine)):
            is_new = _is_new_server(engine) if path is None else _is_new_file(path, create)
            if is_new and not create:
                raise _nothing_there(engine)
            if is_new:
                _fill(engine)
            else:
                _check_revision(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def newer_program(place: str) -> StoreProblem:
    """The database was written by a newer program than this one."""
    return StoreProblem(
        _("{path} was written by a newer version of Pandurata; install the newer one.").format(
            path=place
        )
    )


def _is_new_file(path: Path, create: bool) -> bool:
    found = look_at(path)
    if found is Found.OURS:
        check_writable(path)
        return False
    if create:
        make_file(path)
        check_writable(path)
        if found is Found.EMPTY:
            # Only its owner can close it to others; who else may write there goes on.
            with suppress(OSError):
                path.chmod(0o600)
    return True


def _is_new_server(engine: Engine) -> bool:
    with engine.connect() as connection:
        if is_empty(connection):
            return True
        if is_ours(connection):
            return False
    raise StoreProblem(
        _("{path} holds the tables of another program; give Pandurata an empty database.").format(
            path=place_of(engine)
        )
    )


def _nothing_there(engine: Engine) -> StoreProblem:
    return StoreProblem(_("There is no database at {path}.").format(path=place_of(engine)))


def _fill(engine: Engine) -> None:
    """Make the schema in one transaction, unless another desk did so in the same moment."""
    if engine.dialect.name == "sqlite":
        with engine.execution_options(writes=True).begin() as connection:
            if is_empty(connection):
                create_schema(connection)
        with engine.connect() as connection:
            # Now the file itself says whose it is, not only the log beside it.
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
        return
    with engine.execution_options(isolation_level="READ COMMITTED").begin() as connection:
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_CREATION_LOCK})"))
        if is_empty(connection):
            create_schema(connection)


def _check_revision(engine: Engine) -> None:
    place = place_of(engine)
    with engine.connect() as connection:
        if not is_ours(connection):
            raise damaged(place)
        revision = revision_of(connection)
    if revision == HEAD:
        return
    if revision is None:
        raise damaged(place)
    # Alembic is slow to import and almost never needed.
    from desk.store.migrations import knows_revision

    if not knows_revision(revision):
        raise newer_program(place)
    _upgrade(engine)


def _upgrade(engine: Engine) -> None:
    from desk.store.migrations import upgrade

    with engine.execution_options(writes=True, rebuilds=True).begin() as connection:
        # Under the lock: another desk may have done it while this one waited.
        revision = revision_of(connection)
        if revision is not None and revision != HEAD:
            copy_before_upgrade(connection, revision)
            upgrade(connection)
            _check_foreign_keys(connection)
    # The connection that rebuilt tables does not watch foreign keys any more.
    engine.dispose()


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"the upgrade left rows without their parents: {broken[:5]}")
