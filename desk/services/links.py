"""Which columns refer to a table: told by the schema, so that none is forgotten."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlmodel import Session, col, select

from desk.model.tables.row import Row
from desk.store.images import columns_of, tables


class Link(NamedTuple):
    """A column that holds the id of a row of another table."""

    table: type[Row]
    column: str

    @property
    def name(self) -> str:
        """`participation.person_id`."""
        return f"{self.table.__tablename__}.{self.column}"


@cache
def links_to(table_name: str) -> tuple[Link, ...]:
    """Every column that refers to that table, those of parents before those of their children."""
    return tuple(
        Link(table, column.key)
        for table in tables().values()
        for column in columns_of(table)
        for key in column.foreign_keys
        if key.column.table.name == table_name
    )


def rows_linked(session: Session, link: Link, row_id: int) -> Sequence[Any]:
    """The rows that refer to that id by this column, in the order in which they were made."""
    return session.exec(
        select(link.table)
        .where(getattr(link.table, link.column) == row_id)
        .order_by(col(link.table.id))
    ).all()


def is_linked(session: Session, link: Link, row_id: int) -> bool:
    """Whether any row refers to that id by this column."""
    statement = select(link.table.id).where(getattr(link.table, link.column) == row_id).limit(1)
    return session.exec(statement).first() is not None
