"""Looking up many rows of a table at once."""

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import BindParameter, bindparam
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from desk.model.tables.row import Row

Found = TypeVar("Found", bound=Row)

_statements: dict[str, Any] = {}
_IDS: BindParameter[int] = bindparam("ids", expanding=True)


def rows_by_id(session: Session, table: type[Found], ids: Iterable[int | None]) -> dict[int, Found]:
    """The rows of these ids that exist, by id; None and 0 ask for nothing."""
    wanted = {row_id for row_id in ids if row_id}
    if not wanted:
        return {}
    statement: SelectOfScalar[Found] = _of_ids(table)
    return {row.id: row for row in session.exec(statement, params={"ids": sorted(wanted)})}


def _of_ids(table: type[Row]) -> Any:
    """The statement for a table, made once: making one takes as long as running it."""
    name = table.__tablename__
    if name not in _statements:
        _statements[name] = select(table).where(col(table.id).in_(_IDS))
    return _statements[name]
