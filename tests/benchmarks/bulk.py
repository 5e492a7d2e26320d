"""Writing very many rows quickly, past the unit of work; only made-up databases are filled so."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import Connection
from sqlmodel import Session, SQLModel, col, select

from desk.model.tables import (
    Agreement,
    AgreementParty,
    DelegationMember,
    Event,
    FollowUp,
    NumberSeries,
    Office,
    Organisation,
    Participation,
    Person,
    SearchEntry,
    Venue,
    VenueLayout,
    Visit,
)
from desk.model.tables.row import Row
from desk.store.search_entries import _WORDS as WORDS
from desk.store.search_entries import searchable

_ORDER: tuple[type[Row], ...] = (
    Organisation,
    Person,
    Office,
    Venue,
    VenueLayout,
    Visit,
    DelegationMember,
    Event,
    Participation,
    Agreement,
    AgreementParty,
    FollowUp,
    NumberSeries,
)
"""Parents before their children."""

_AT_ONCE = 5_000
"""Rows kept back before they are written, and read at a time."""


def _usual(table: type[Row]) -> Mapping[str, Any]:
    """What a column holds when nothing is said of it; what has to be said is left out."""
    return {
        name: field.get_default(call_default_factory=True)
        for name, field in table.model_fields.items()
        if not field.is_required()
    }


_USUAL: dict[type[Row], Mapping[str, Any]] = {table: _usual(table) for table in _ORDER}


class Bulk:
    """Collects rows and writes them in the order of the tables; numbers them from 1."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        if connection.dialect.name == "sqlite":
            # All of it is one transaction, which had better stay in memory.
            connection.exec_driver_sql("PRAGMA cache_size=-400000")
        self._waiting: dict[type[Row], list[dict[str, Any]]] = {table: [] for table in _ORDER}
        self._count = 0
        self.written: dict[type[Row], int] = dict.fromkeys(_ORDER, 0)

    def add(self, table: type[Row], **values: Any) -> int:
        """Take a row; its id."""
        row_id = self.written[table] + 1
        self.written[table] = row_id
        self._waiting[table].append({**_USUAL[table], **values, "id": row_id})
        self._count += 1
        return row_id

    def flush(self, *, at_least: int = _AT_ONCE) -> None:
        """Write what waits, when it is as much as that."""
        if self._count < at_least:
            return
        for table, rows in self._waiting.items():
            if rows:
                insert_rows(self._connection, table, rows)
                rows.clear()
        self._count = 0

    def finish(self) -> None:
        """Write the rest, and let the database count on from here."""
        self.flush(at_least=1)
        if self._connection.dialect.name == "postgresql":
            for table, last in self.written.items():
                if last:
                    self._connection.execute(
                        text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)"),
                        {"name": table.__tablename__, "last": last},
                    )


def insert_rows(
    connection: Connection, table: type[Row], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert rows that all have the same columns.

    The driver is given values ready to be stored: SQLAlchemy's own way takes three times as long.
    """
    dialect = connection.dialect
    columns = [SQLModel.metadata.tables[table.__tablename__].columns[name] for name in rows[0]]
    ready = [column.type.dialect_impl(dialect).bind_processor(dialect) for column in columns]
    values = (
        tuple(
            value if process is None else process(value)
            for value, process in zip(row.values(), ready, strict=True)
        )
        for row in rows
    )
    names = ", ".join(column.name for column in columns)
    if dialect.name == "sqlite":
        marks = ", ".join("?" for _column in columns)
        connection.exec_driver_sql(
            f"INSERT INTO {table.__tablename__} ({names}) VALUES ({marks})", list(values)
        )
        return
    driver: Any = connection.connection.driver_connection
    with (
        driver.cursor() as cursor,
        cursor.copy(f"COPY {table.__tablename__} ({names}) FROM STDIN") as copy,
    ):
        for row in values:
            copy.write_row(row)


def write_entries(session: Session) -> None:
    """Write the words that things are found by, the same as the desk writes one by one."""
    for kind, (table, words_of) in WORDS.items():
        last = 0
        while rows := session.exec(
            select(table).where(col(table.id) > last).order_by(col(table.id)).limit(_AT_ONCE)
        ).all():
            last = rows[-1].id
            entries = [
                {"kind": kind, "row_id": row_id, "words": searchable(words), "recent": recent}
                for row_id, words, recent in words_of(session, rows)
            ]
            insert_rows(session.connection(), SearchEntry, entries)


def gather_statistics(connection: Connection) -> None:
    """Let the planner of a server look at what was written, as it does by itself in time."""
    if connection.dialect.name == "postgresql":
        for name in SQLModel.metadata.tables:
            connection.execute(text(f'ANALYZE "{name}"'))
