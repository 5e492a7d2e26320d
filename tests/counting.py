"""Counting what is asked of the database, for tests that guard against a query per row."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

_ABOUT_TRANSACTIONS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA", "SET ")


@contextmanager
def counted_statements() -> Generator[list[str]]:
    """Collects the text of every SQL statement sent meanwhile, by any engine and thread.

    What only begins or ends a transaction is left out, so that both databases count alike.
    """
    statements: list[str] = []

    def on_execute(
        _connection: Any, _cursor: Any, statement: str, _values: Any, _context: Any, _many: bool
    ) -> None:
        if not statement.startswith(_ABOUT_TRANSACTIONS):
            statements.append(statement)

    event.listen(Engine, "before_cursor_execute", on_execute)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", on_execute)
