"""Bodies people hold office in."""

from sqlalchemy import JSON
from sqlmodel import Field

from desk.model.choices import OrganisationKind
from desk.model.columns import choice, empty_mapping
from desk.model.localised import LocalisedText
from desk.model.tables.row import AUTOINCREMENT, Row


class Organisation(Row, table=True):
    """A government body, mission, business: a node of a tree, with a name per language."""

    __table_args__ = AUTOINCREMENT

    parent_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    name: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    short_name: str = ""
    kind: OrganisationKind = Field(
        default=OrganisationKind.GOVERNMENT, sa_type=choice(OrganisationKind)
    )
    country: str = Field(default="", max_length=2)
    city: str = ""
    email: str = ""
    notes: str = ""
