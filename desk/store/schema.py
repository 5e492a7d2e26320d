"""Making the tables of a new database, and telling which version an old one has."""

from sqlalchemy import insert, inspect, text
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel

from desk.locale.zones import data_version
from desk.model.tables import Setting
from desk.model.tables.setting import ZONE_DATA
from desk.store.database_file import APPLICATION_ID
from desk.store.search_index import create_search_index

HEAD = "0004"
"""The revision that this program writes; the last one in `migrations/versions`."""

_OURS = {"alembic_version", "history_step", "search_entry"}


def create_schema(connection: Connection) -> None:
    """Make every table at the current revision."""
    # Without looking first: a table of another program must not be taken for one of ours.
    SQLModel.metadata.create_all(connection, checkfirst=False)
    create_search_index(connection)
    connection.execute(
        text(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
            " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": HEAD}
    )
    connection.execute(insert(Setting), {"name": ZONE_DATA, "value": data_version()})
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def is_empty(connection: Connection) -> bool:
    """Whether the database (on a server: its current schema) holds no table at all."""
    return not inspect(connection).get_table_names()


def is_ours(connection: Connection) -> bool:
    """Whether the tables of a database are those of a desk, of whatever version."""
    return set(inspect(connection).get_table_names()) >= _OURS


def revision_of(connection: Connection) -> str | None:
    """The revision the database has, read with one plain SELECT."""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
