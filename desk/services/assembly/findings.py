"""One finding about one event."""

from desk.model.choices import Severity
from desk.model.rows.findings import FindingRow
from desk.model.tables import Event, Visit
from desk.services.numbers import event_reference


def event_finding(
    event: Event,
    visit: Visit | None,
    code: str,
    title: str,
    why: str,
    *,
    field: str,
    severity: Severity = Severity.WARNING,
    other_event_id: int | None = None,
) -> FindingRow:
    """What was found, with its event's reference; an event that is not written has none yet."""
    return FindingRow(
        code=code,
        severity=severity,
        about=event_reference(visit, event) if event.id else "",
        title=title,
        why=why,
        event_id=event.id or None,
        other_event_id=other_event_id,
        visit_id=event.visit_id,
        field=field,
    )
