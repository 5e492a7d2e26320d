"""How much a database has to do, counted instead of timed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from desk.services.desk import Desk
from tests.counting import counted_statements

_GRAIN = 10
"""Steps of SQLite's machine between two looks."""


class Effort:
    """Steps of SQLite's machine; each row visited takes a few."""

    def __init__(self) -> None:
        self.steps = 0

    def note(self) -> int:
        """Called by SQLite after every few steps; goes on."""
        self.steps += _GRAIN
        return 0


@contextmanager
def counted_effort() -> Iterator[Effort]:
    """Counts what SQLite does meanwhile, in any connection of ours."""
    effort = Effort()
    connections: list[sqlite3.Connection] = []

    def on_execute(
        _connection: Any, cursor: Any, _statement: str, _values: Any, _context: Any, _many: bool
    ) -> None:
        if cursor.connection not in connections:
            connections.append(cursor.connection)
            cursor.connection.set_progress_handler(effort.note, _GRAIN)

    event.listen(Engine, "before_cursor_execute", on_execute)
    try:
        yield effort
    finally:
        event.remove(Engine, "before_cursor_execute", on_execute)
        for connection in connections:
            connection.set_progress_handler(None, 0)


def plans(desk: Desk, action: Callable[[], object]) -> list[str]:
    """How SQLite goes about each statement of an action: the lines of EXPLAIN QUERY PLAN."""
    with counted_statements() as statements:
        action()
    with desk.read() as session:
        return [
            row[3]
            for statement in dict.fromkeys(statements)
            for row in session.connection().exec_driver_sql(
                f"EXPLAIN QUERY PLAN {statement}", (None,) * statement.count("?")
            )
        ]
