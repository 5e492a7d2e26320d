"""What stands in the way of confirming an event."""

from desk.locale import _, ngettext
from desk.model.choices import Severity
from desk.model.errors import Blocked
from desk.model.tables import Event
from desk.services.acceptance import note_acceptance
from desk.services.event_findings import findings_about
from desk.store.unit_of_work import WorkSession


def confirm_or_refuse(session: WorkSession, event: Event, *, override: str, who: str) -> None:
    """Judge an event that is being confirmed, people and all, in the same unit of work.

    With a reason what stands in the way is accepted for that reason. Raises Blocked without one.
    """
    session.flush()
    found = findings_about(session, event, with_days=False)
    grave = [finding for finding in found if finding.severity is Severity.ERROR]
    if not grave:
        return
    if not override.strip():
        more = len(grave) - 1
        words = (
            ngettext(
                "Not confirmed: {what}, and {count} more. Mend it or say why it stays so.",
                "Not confirmed: {what}, and {count} more. Mend it or say why it stays so.",
                more,
            )
            if more
            else _("Not confirmed: {what}. Mend it or say why it stays so.")
        )
        raise Blocked(words.format(what=grave[0].title, count=more), grave)
    note_acceptance(session, grave, reason=override, who=who)
