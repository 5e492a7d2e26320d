"""A row as JSON values and back: what the history keeps."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Date, inspect
from sqlmodel import SQLModel

from desk.model.columns import ChoiceType, InstantType, WallTimeType
from desk.model.tables.row import Row

Image = dict[str, Any]


def _to_json(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


def image_of(row: Row) -> Image:
    """Every column of the row by name, as JSON values."""
    return {column.key: _to_json(getattr(row, column.key)) for column in row.__table__.columns}  # type: ignore[attr-defined]


def image_before(row: Row) -> Image:
    """Every column as it was in the database before the pending change of this row.

    Raises RuntimeError when a column was overwritten without having been read: the image
    would be wrong and an undo could overwrite somebody else's edit.
    """
    state = inspect(row)
    before: Image = {}
    for column in row.__table__.columns:  # type: ignore[attr-defined]
        history = state.attrs[column.key].history
        if history.deleted:
            before[column.key] = _to_json(history.deleted[0])
        elif history.added:
            raise RuntimeError(f"{type(row).__name__}.{column.key} was written but never read")
        else:
            before[column.key] = _to_json(getattr(row, column.key))
    return before


def values_from(table: type[Row], image: Mapping[str, Any]) -> dict[str, Any]:
    """The Python values of an image, ready to be set on a row of that table.

    Columns that the table no longer has are left out: an image may be older than the schema.
    """
    values: dict[str, Any] = {}
    for column in table.__table__.columns:  # type: ignore[attr-defined]
        if column.key not in image:
            continue
        value = image[column.key]
        if value is not None:
            if isinstance(column.type, ChoiceType):
                value = column.type.choices(value)
            elif isinstance(column.type, WallTimeType | InstantType):
                value = datetime.fromisoformat(value)
            elif isinstance(column.type, Date):
                value = date.fromisoformat(value)
        values[column.key] = value
    return values


def table_named(name: str) -> type[Row]:
    """The table class of that table name."""
    for mapper in SQLModel._sa_registry.mappers:  # type: ignore[attr-defined]
        if mapper.local_table is not None and mapper.local_table.name == name:
            return mapper.class_
    raise LookupError(f"no table is called {name!r}")
