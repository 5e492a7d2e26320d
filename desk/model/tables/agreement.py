"""Agreements and who their parties are."""

from datetime import date

from sqlalchemy import JSON
from sqlmodel import Field

from desk.model.choices import AgreementKind, AgreementStage, OurRole
from desk.model.columns import choice, empty_mapping
from desk.model.localised import LocalisedText
from desk.model.tables.row import AUTOINCREMENT, Row


class Agreement(Row, table=True):
    """An agreement with its stage; the office may be a party, a supporter or an observer."""

    __table_args__ = AUTOINCREMENT

    visit_id: int | None = Field(default=None, foreign_key="visit.id", index=True)
    title: LocalisedText = Field(default_factory=empty_mapping, sa_type=JSON)
    kind: AgreementKind = Field(default=AgreementKind.MEMORANDUM, sa_type=choice(AgreementKind))
    our_role: OurRole = Field(default=OurRole.PARTY, sa_type=choice(OurRole))
    stage: AgreementStage = Field(
        default=AgreementStage.EXPLORATION, sa_type=choice(AgreementStage)
    )
    signed_on: date | None = None
    signed_in: str = ""
    expires_on: date | None = None
    notes: str = ""


class AgreementParty(Row, table=True):
    """One of the bodies that sign."""

    __table_args__ = AUTOINCREMENT

    agreement_id: int = Field(foreign_key="agreement.id", index=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    position: int = 0
