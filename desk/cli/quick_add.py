"""Booking an event from one line of words."""

import json
import sys
from argparse import Namespace

from desk.cli.screen_language import known_screen_language
from desk.locale.formats import time_range, weekday_date
from desk.locale.words import current_language
from desk.model.errors import UserError
from desk.model.rows.quick_add import Understanding, UnderstoodPart
from desk.services import programme, quick_add, visits
from desk.services.desk import Desk


def add(desk: Desk, arguments: Namespace) -> int:
    """Book what the line says, or say what it was understood as.

    Raises UserError, which is status 1, while the line is doubtful or lacks something; as JSON
    what was understood is written before that, with the alternatives.
    """
    known_screen_language(arguments.language)
    visit_id = visits.find_visit(desk, arguments.visit).id if arguments.visit else None
    line = quick_add.understand(desk, arguments.text, visit_id=visit_id)
    event, refusal = None, None
    if line.complete and not arguments.dry_run:
        try:
            event_id = quick_add.add(desk, arguments.text, visit_id=visit_id)
            event = programme.get_event(desk, event_id)
        except UserError as error:
            refusal = error
    reference = event.reference if event is not None else None
    if arguments.json:
        _say(json.dumps(_object(line, reference), ensure_ascii=_plain(), indent=2))
    if refusal is not None:
        raise refusal
    if line.complete and not arguments.json:
        for starts, ends in line.times:
            when = time_range(starts, ends, line.zone, current_language())
            day = weekday_date(starts.date(), current_language())
            words = (reference or "", day, when, line.title, line.venue)
            _say("  ".join(word for word in words if word))
    if not line.complete:
        raise UserError(_sentence(line))
    for finding in line.findings:
        sys.stderr.write(f"{finding.message}\n")
    return 0


def _sentence(line: Understanding) -> str:
    """What is wrong first of all, and between what there is to choose."""
    problem = line.problems[0]
    part = next((part for part in line.parts if part.key == problem.part), None)
    choices = "; ".join(row.text for row in part.alternatives) if part else ""
    return f"{problem.message} ({choices})" if choices else problem.message


def _object(line: Understanding, reference: str | None) -> dict[str, object]:
    return {
        "booked": reference,
        "title": line.title,
        "zone": line.zone,
        "all_day": line.all_day,
        "times": [
            {"starts": starts.isoformat(), "ends": ends.isoformat()} for starts, ends in line.times
        ],
        "venue": line.venue or None,
        "kind": line.kind.value,
        "status": line.status.value,
        "parts": [_part(part) for part in line.parts],
        "problems": [{"code": row.code, "message": row.message} for row in line.problems],
        "findings": [
            {"code": row.code, "severity": row.severity.value, "message": row.message}
            for row in line.findings
        ],
    }


def _part(part: UnderstoodPart) -> dict[str, object]:
    return {
        "kind": part.kind,
        "words": part.words,
        "spans": [list(span) for span in part.spans],
        "understood": part.alternatives[0].text if part.understood else None,
        "assumed": part.assumed,
        "alternatives": [
            {"key": row.key, "text": row.text} for row in part.alternatives if not part.understood
        ],
    }


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _plain() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
