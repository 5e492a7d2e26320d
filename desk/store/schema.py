"""Making the tables of a new database, and telling which version an old one has."""

from sqlalchemy import text
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel

import desk.model.tables  # noqa: F401  (registers the tables)
from desk.store.opening import APPLICATION_ID
from desk.store.search_index import create_search_index

HEAD = "0001"
"""The revision that this program writes; the last one in `migrations/versions`."""


def create_schema(connection: Connection) -> None:
    """Make every table at the current revision."""
    SQLModel.metadata.create_all(connection)
    create_search_index(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)"))
    connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": HEAD}
    )
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def revision_of(connection: Connection) -> str | None:
    """The revision the database has, read with one plain SELECT."""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
