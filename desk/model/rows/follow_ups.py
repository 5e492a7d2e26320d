"""Promises and agreements."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desk.model.choices import AgreementKind, AgreementStage, FollowUpStatus, OurRole


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A promise; `overdue_days` is positive once the due day has passed."""

    id: int
    title: str
    source: str
    status: FollowUpStatus
    due_on: date | None
    done_on: date | None
    evidence: str
    notes: str
    visit_id: int | None
    visit_reference: str
    visit_title: str
    event_id: int | None
    agreement_id: int | None
    organisation_id: int | None
    organisation: str
    person_id: int | None
    person: str
    overdue_days: int = 0


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement with the names of its parties."""

    id: int
    visit_id: int | None
    title: str
    titles: Mapping[str, str]
    kind: AgreementKind
    our_role: OurRole
    stage: AgreementStage
    signed_on: date | None
    signed_in: str
    expires_on: date | None
    notes: str
    parties: tuple[str, ...] = ()
    party_ids: tuple[int, ...] = ()
