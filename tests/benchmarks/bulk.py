"""Writing very many rows quickly, past the unit of work; only made-up databases are filled so."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel

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
    Venue,
    VenueLayout,
    Visit,
)
from desk.model.tables.row import Row

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

_AT_ONCE = 20_000


@cache
def _usual(table: type[Row]) -> Mapping[str, Any]:
    """What a column holds when nothing is said of it; what has to be said is left out."""
    return {
        name: field.get_default(call_default_factory=True)
        for name, field in table.model_fields.items()
        if not field.is_required()
    }


class Bulk:
    """Collects rows and writes them in the order of the tables; numbers them from 1."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[type[Row], list[dict[str, Any]]] = {table: [] for table in _ORDER}
        self._count = 0
        self.written: dict[type[Row], int] = dict.fromkeys(_ORDER, 0)

    def add(self, table: type[Row], **values: Any) -> int:
        """Take a row; its id."""
        row_id = self.written[table] + 1
        self.written[table] = row_id
        self._waiting[table].append({**_usual(table), **values, "id": row_id})
        self._count += 1
        return row_id

    def flush(self, *, at_least: int = _AT_ONCE) -> None:
        """Write what waits, when it is as much as that."""
        if self._count < at_least:
            return
        for table, rows in self._waiting.items():
            if rows:
                self._connection.execute(insert(table), rows)
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


def gather_statistics(connection: Connection) -> None:
    """Let the planner of a server look at what was written, as it does by itself in time."""
    if connection.dialect.name == "postgresql":
        for name in SQLModel.metadata.tables:
            connection.execute(text(f'ANALYZE "{name}"'))
