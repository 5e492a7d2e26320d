"""Findings that somebody decided to accept."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import bindparam, or_
from sqlmodel import Session, col, select

from desk.model.choices import Severity
from desk.model.rows.findings import FindingRow
from desk.model.tables import ClashOverride
from desk.store.unit_of_work import WorkSession

_OF_EVENTS = select(ClashOverride).where(
    or_(
        col(ClashOverride.event_id).in_(bindparam("events", expanding=True)),
        col(ClashOverride.other_event_id).in_(bindparam("events", expanding=True)),
    )
)


def with_acceptance(session: Session, rows: Sequence[FindingRow]) -> list[FindingRow]:
    """The same findings; one that was accepted is a note with its reason.

    A clash is accepted for both of its events, whichever of them it was told about.
    """
    events = sorted({row.event_id for row in rows if row.event_id is not None})
    if not events:
        return list(rows)
    reasons = {
        _key(row.code, row.event_id, row.other_event_id): row.reason
        for row in session.exec(_OF_EVENTS, params={"events": events})
    }
    if not reasons:
        return list(rows)
    return [
        replace(row, severity=Severity.NOTE, accepted=reason)
        if row.event_id is not None
        and (reason := reasons.get(_key(row.code, row.event_id, row.other_event_id), ""))
        else row
        for row in rows
    ]


def note_acceptance(
    session: WorkSession, findings: Iterable[FindingRow], *, reason: str, who: str
) -> None:
    """Leave these findings as they are, for that reason."""
    for row in findings:
        if row.event_id is not None:
            session.keep(
                ClashOverride(
                    event_id=row.event_id,
                    other_event_id=row.other_event_id,
                    code=row.code,
                    reason=reason.strip(),
                    decided_by=who,
                )
            )


def drop_acceptance(session: WorkSession, finding: FindingRow) -> None:
    """Forget that this finding was accepted, whichever of its events it was told about."""
    if finding.event_id is None:
        return
    key = _key(finding.code, finding.event_id, finding.other_event_id)
    for row in session.exec(_OF_EVENTS, params={"events": [finding.event_id]}).all():
        if _key(row.code, row.event_id, row.other_event_id) == key:
            session.drop(row)


def _key(code: str, event_id: int, other_event_id: int | None) -> tuple[str, frozenset[int]]:
    both = (event_id,) if other_event_id is None else (event_id, other_event_id)
    return code, frozenset(both)
