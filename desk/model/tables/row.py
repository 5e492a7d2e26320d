"""What every table has in common."""

import re
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

# A later migration on SQLite can only drop or change a constraint that has a name.
SQLModel.metadata.naming_convention = {
    **SQLModel.metadata.naming_convention,
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
}

AUTOINCREMENT: dict[str, Any] = {"sqlite_autoincrement": True}
"""An id is never given twice: undo of a deletion brings a row back under its old id."""


class Row(SQLModel):
    """A table row with an id; the id is there once the row was flushed.

    Lists and mappings in a column are replaced, never altered in place: an alteration in place
    would neither be written nor recorded.
    """

    # Rows of tables are not validated: pydantic's validators and serializers are built for whoever
    # asks for one (`model_dump`), not for all tables at every start.
    model_config = {"defer_build": True}

    tracked: ClassVar[bool] = True
    """Whether the unit of work writes its changes into the history."""

    derived: ClassVar[frozenset[str]] = frozenset()
    """Columns that follow from others: undo derives them again instead of comparing them."""

    id: int = Field(default=None, primary_key=True)

    if TYPE_CHECKING:
        __tablename__: ClassVar[str]  # pyright: ignore[reportIncompatibleVariableOverride]
    else:

        @declared_attr
        def __tablename__(cls) -> str:
            """The class's name with underscores: `FollowUp` lies in `follow_up`."""
            return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
