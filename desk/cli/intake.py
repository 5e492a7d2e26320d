"""Taking people in on the command line: shown first, kept only when asked to."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from desk.cli.finishing import finish
from desk.cli.screen_language import known_screen_language
from desk.locale import _, ngettext
from desk.model.rows.intake import Intake, IntakeRow, IntakeSource
from desk.services.desk import Desk
from desk.services.intake import read_intake, save_intake
from desk.services.person_references import person_reference
from desk.services.visits import find_visit


def intake(desk: Desk, arguments: Namespace) -> int:
    """Show whom a file names, and with --save keep them; known people are not written again."""
    known_screen_language(arguments.language)
    visit = find_visit(desk, arguments.visit) if arguments.visit else None
    found = finish(read_intake(desk, IntakeSource(path=Path(arguments.file))))
    saved = None
    if arguments.save:
        same = {row.number: row.same_as[0].person_id for row in found.rows if _is_surely(row)}
        rows = [row for row in found.rows if visit is not None or not row.is_group]
        saved = finish(save_intake(desk, rows, visit_id=visit.id if visit else None, same=same))
    if arguments.json:
        plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
        _say(json.dumps(_object(found), ensure_ascii=plain, indent=2))
        return 0
    for row in found.rows:
        _say(_line(row))
        for warning in row.warnings:
            _say(f"      {warning.text}")
    for one in found.dates:
        _say(" · ".join(part for part in (one.text, one.contradiction) if part))
    for warning in found.warnings:
        _say(warning.text)
    if not found.rows:
        _say(_("No name was found."))
    if saved is not None:
        words = ngettext("{count} person is new.", "{count} people are new.", saved.created)
        _say(words.format(count=saved.created))
    return 0


def _is_surely(row: IntakeRow) -> bool:
    """Whether somebody known has exactly that name: everybody else is for a person to decide."""
    return bool(row.same_as) and row.same_as[0].name == row.name


def _line(row: IntakeRow) -> str:
    office = ", ".join(part for part in (row.office, row.organisation) if part)
    acting = f"{row.acting.value} " if row.acting else ""
    name = " ".join(part for part in (row.titles_before, row.name) if part)
    name = f"{name}, {row.titles_after}" if row.titles_after else name
    count = ""
    if row.is_group:
        count = f"  ({row.headcount if row.headcount is not None else '?'})"
    return f"{row.number:>3}  {name}{count}  {acting}{office}".rstrip()


def _object(found: Intake) -> dict[str, object]:
    return {
        "people": [
            {
                "name": row.name,
                "group": row.is_group,
                "headcount": row.headcount,
                "family": row.family,
                "given": row.given,
                "patronymic": row.patronymic,
                "titles_before": row.titles_before,
                "titles_after": row.titles_after,
                "office": row.office,
                "acting": row.acting.value if row.acting else None,
                "organisation": row.organisation,
                "country": row.country,
                "role": row.role.value,
                "side": row.side.value,
                "same_as": [
                    {
                        "reference": person_reference(one.person_id),
                        "name": one.name,
                        "score": one.score,
                    }
                    for one in row.same_as
                ],
                "warnings": [
                    {"code": one.code.value, "field": one.field, "text": one.text}
                    for one in row.warnings
                ],
            }
            for row in found.rows
        ],
        "dates": [
            {
                "text": one.text,
                "day": one.day.isoformat() if one.day else None,
                "contradiction": one.contradiction,
            }
            for one in found.dates
        ],
        "warnings": [{"code": one.code.value, "text": one.text} for one in found.warnings],
    }


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
