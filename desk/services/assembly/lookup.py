"""Looking up many rows of a table at once."""

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from desk.model.tables.row import Row

Found = TypeVar("Found", bound=Row)


def rows_by_id(session: Session, table: type[Found], ids: Iterable[int | None]) -> dict[int, Found]:
    """The rows of these ids that exist, by id; None and 0 ask for nothing."""
    wanted = {row_id for row_id in ids if row_id}
    if not wanted:
        return {}
    return {row.id: row for row in session.exec(_of_ids(table), params={"ids": sorted(wanted)})}


# Building a statement takes longer than running it.
@cache
def _of_ids(table: type[Row]) -> Any:
    return select(table).where(col(table.id).in_(bindparam("ids", expanding=True)))
