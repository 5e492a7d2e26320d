"""What each command does with an open desk; each returns the exit status."""

import json
import sys
from argparse import Namespace
from datetime import date, timedelta
from pathlib import Path

from desk.cli.finishing import finish
from desk.cli.screen_language import known_document_language, known_screen_language
from desk.cli.visits_json import visit_object
from desk.locale import _, ngettext
from desk.locale.formats import date_range
from desk.locale.words import current_language
from desk.model.choices import Severity
from desk.model.errors import UserError
from desk.model.rows.findings import FindingRow
from desk.model.rows.invitations import InvitationState
from desk.services import (
    attendance_lists,
    checks,
    delegation,
    documents,
    invitations,
    programme,
    samples,
    visits,
)
from desk.services.desk import Desk
from desk.services.opening import refuse_unless_empty

_A_MONTH = timedelta(days=30)

FOUND_ERRORS = 3
"""The exit status of `check` when something must be mended."""


def sample(desk: Desk, arguments: Namespace) -> int:
    """Load the sample visit into a new database."""
    refuse_unless_empty(desk)
    visit_id = samples.load_sample(desk, on=sample_day(arguments))
    visit = visits.get_visit(desk, visit_id)
    if visit is not None:
        days = date_range(visit.first_day, visit.last_day, current_language(), same_year_once=True)
        _say(f"{visit.reference}  {visit.title}  {days}")
    return 0


def sample_day(arguments: Namespace) -> date | None:
    """The Sunday that was asked for, judged before a database is made. Raises UserError."""
    known_screen_language(arguments.language)
    day = _day(arguments.on)
    if day is not None:
        samples.require_sunday(day)
    return day


def list_visits(desk: Desk, arguments: Namespace) -> int:
    """List the visits, for people or as JSON."""
    language = known_document_language(arguments.language) or current_language()
    rows = visits.all_visits(desk, language=language)
    if arguments.json:
        found = [
            visit_object(
                row,
                programme.events_of_visit(desk, row.id, language=language),
                delegation.list_members(desk, row.id, language=language),
            )
            for row in rows
        ]
        _say_json(found)
        return 0
    for row in rows:
        days = date_range(row.first_day, row.last_day, language, same_year_once=True)
        _say(
            f"{row.reference}  {row.country or '  '}  {row.status.value:<10}  {row.title}  ({days})"
        )
    if not rows:
        _say(_("No visits yet."))
    return 0


def invites(desk: Desk, arguments: Namespace) -> int:
    """Write the invitations of a visit or of one of its events."""
    language = known_document_language(arguments.language)
    visit = visits.find_visit(desk, arguments.visit)
    event_id = None
    if arguments.event is not None:
        given: str = arguments.event
        reference = given if "/" in given else f"{visit.reference}/{given}"
        event = programme.find_event(desk, reference)
        if event.visit_id != visit.id:
            raise UserError(
                _("The event {event} is not part of the visit {visit}.").format(
                    event=event.reference, visit=visit.reference
                )
            )
        event_id = event.id
    written = finish(
        invitations.export(
            desk,
            Path(arguments.out),
            visit_id=visit.id,
            event_id=event_id,
            language=language,
            with_programme=event_id is None,
        )
    )
    for file in written:
        _say(str(Path(arguments.out) / file.name))
    _tell_unreachable(desk, visit.id, event_id)
    return 0


def attendance(desk: Desk, arguments: Namespace) -> int:
    """Write the attendance list of an event."""
    language = known_document_language(arguments.language) or current_language()
    event = programme.find_event(desk, arguments.event)
    draft = attendance_lists.attendance_draft(
        desk, event.id, attendance_lists.AttendanceChoices(language, arguments.blank_rows)
    )
    paper = documents.produce(desk, draft, Path(arguments.out))
    pages = ngettext("{count} page", "{count} pages", paper.pages).format(count=paper.pages)
    _say(f"{arguments.out}  ({pages})")
    if paper.missing:
        _complain(
            _("The fonts have no letters for: {letters}").format(letters=" ".join(paper.missing))
        )
    return 0


def check(desk: Desk, arguments: Namespace) -> int:
    """Say what clashes and what is missing; status 3 when something must be mended."""
    known_screen_language(arguments.language)
    findings = _findings(desk, arguments)
    if arguments.json:
        rows = [
            {
                "code": row.code,
                "severity": row.severity.value,
                "about": row.about,
                "message": row.message,
            }
            for row in findings
        ]
        _say_json(rows)
    else:
        for row in findings:
            _say(f"{row.severity.value:<8}{row.about:<12}{row.code:<18}{row.message}")
        if not findings:
            _say(_("Nothing to mend: no clashes, nothing missing."))
    grave = any(row.severity is Severity.ERROR for row in findings)
    return FOUND_ERRORS if grave else 0


def _findings(desk: Desk, arguments: Namespace) -> list[FindingRow]:
    first, last = _day(arguments.first_day), _day(arguments.last_day)
    if arguments.visit:
        if first or last:
            raise UserError(_("Give a visit or days, not both."))
        return checks.findings(desk, visit_id=visits.find_visit(desk, arguments.visit).id)
    if first is None and last is None:
        return checks.findings(desk)
    first = first or desk.today()
    if last is None:
        last = first + _A_MONTH
    if last < first:
        raise UserError(_("The last day is before the first day."))
    return checks.findings_between(desk, first, last)


def _tell_unreachable(desk: Desk, visit_id: int, event_id: int | None) -> None:
    rows = invitations.plan(desk, visit_id=visit_id, event_id=event_id)
    names = dict.fromkeys(row.name for row in rows if row.state is InvitationState.NO_MAILBOX)
    if names:
        _complain(
            _(
                "Without a mailbox, so not invited: {names}. Enter an aide's or the embassy's."
            ).format(names=", ".join(names))
        )


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError(
            _("{text} is no date; dates look like 2026-12-06.").format(text=text), field="on"
        ) from error


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _say_json(value: object) -> None:
    # Letters as they are where the output can hold them, else as numbers that JSON knows.
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    _say(json.dumps(value, ensure_ascii=plain, indent=2))


def _complain(text: str) -> None:
    sys.stderr.write(f"{text}\n")
