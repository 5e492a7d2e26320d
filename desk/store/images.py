"""A row as JSON values and back: what the history keeps."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, cast

from sqlalchemy import Column, Date, inspect
from sqlmodel import SQLModel

from desk.model.columns import ChoiceType, InstantType, WallTimeType
from desk.model.tables.row import Row

Image = dict[str, Any]


@cache
def tables() -> dict[str, type[Row]]:
    """Every table class by the name of its table, parents before their children."""
    named = {table.__tablename__: table for table in _subclasses(Row)}
    return {table.name: named[table.name] for table in SQLModel.metadata.sorted_tables}


@cache
def _columns() -> dict[str, tuple[Column[Any], ...]]:
    return {name: tuple(table.columns) for name, table in SQLModel.metadata.tables.items()}


def columns_of(table: type[Row]) -> tuple[Column[Any], ...]:
    """The columns of a table; the attribute of a row has the name of the column."""
    return _columns()[table.__tablename__]


@cache
def ranks() -> dict[str, int]:
    """How late each table comes when parents go before their children."""
    return {name: rank for rank, name in enumerate(tables())}


def table_named(name: str) -> type[Row]:
    """The table class of that table name; raises LookupError."""
    return tables()[name]


def image_of(row: Row) -> Image:
    """Every column of the row by name, as JSON values."""
    return {column.key: json_of(getattr(row, column.key)) for column in columns_of(type(row))}


def image_before(row: Row) -> Image:
    """Every column as it was in the database before the pending change of this row.

    Raises RuntimeError when a column was overwritten without having been read: the image
    would be wrong and an undo could overwrite somebody else's edit.
    """
    state = inspect(row)
    before: Image = {}
    for column in columns_of(type(row)):
        history = state.attrs[column.key].history
        if history.deleted:
            before[column.key] = json_of(history.deleted[0])
        elif history.added:
            raise RuntimeError(f"{type(row).__name__}.{column.key} was written but never read")
        else:
            before[column.key] = json_of(getattr(row, column.key))
    return before


def values_from(table: type[Row], image: Mapping[str, Any]) -> dict[str, Any]:
    """The Python values of an image, ready to be set on a row of that table.

    Columns that the table no longer has are left out: an image may be older than the schema.
    """
    return {
        column.key: _from_json(column, image[column.key])
        for column in columns_of(table)
        if column.key in image
    }


def json_of(value: Any) -> Any:
    """A column's value as it stands in an image."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        # An instant may come in another zone than it is read back in.
        return (value.astimezone(UTC) if value.tzinfo else value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    # The record must not follow when the row's own list or mapping goes on living.
    return deepcopy(cast(object, value)) if isinstance(value, list | dict) else value


def _from_json(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column.type, ChoiceType):
        return column.type.choices(value)
    if isinstance(column.type, WallTimeType | InstantType):
        return datetime.fromisoformat(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    return deepcopy(value)


def _subclasses(table: type[Row]) -> set[type[Row]]:
    return {sub for direct in table.__subclasses__() for sub in {direct, *_subclasses(direct)}}
