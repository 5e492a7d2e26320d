"""One person or two, on the command line."""

import json
import sys
from argparse import Namespace

from desk.cli.screen_language import known_screen_language
from desk.locale import _
from desk.model.rows.same_person import Comparison, FieldChoice, Which
from desk.services import merging, same_person
from desk.services.desk import Desk
from desk.services.person_references import find_person, person_reference
from desk.services.same_person_words import moves_words


def merge(desk: Desk, arguments: Namespace) -> int:
    """Make one person of two, say what would come of it, or remember that they are two."""
    known_screen_language(arguments.language)
    kept_id = find_person(desk, arguments.kept)
    other_id = find_person(desk, arguments.other)
    compared = merging.compare(desk, kept_id, other_id)
    done = None
    if not arguments.dry_run:
        if arguments.not_same:
            same_person.not_the_same(desk, kept_id, other_id)
            done = "not_same"
        else:
            merging.merge(desk, kept_id, other_id)
            done = "merged"
    if arguments.json:
        plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
        _say(json.dumps(_object(compared, done), ensure_ascii=plain, indent=2))
        return 0
    names = {
        "kept": f"{compared.kept.name} ({person_reference(kept_id)})",
        "other": f"{compared.gone.name} ({person_reference(other_id)})",
    }
    if arguments.not_same:
        words = _("{kept} and {other} are remembered as two people.")
        _say(
            (_("{kept} and {other} would be two people.") if done is None else words).format(
                **names
            )
        )
        return 0
    words = _("{other} is one with {kept} now; undo takes it back.")
    _say((_("{other} would become one with {kept}.") if done is None else words).format(**names))
    for field in compared.fields:
        if field.is_choice or field.proposed is Which.GONE:
            _say(_line(field))
    for line in moves_words(compared.moves):
        _say(_("  moves: {what}").format(what=line))
    for line in moves_words(compared.doubles):
        _say(_("  stood twice, becomes one: {what}").format(what=line))
    return 0


def _line(field: FieldChoice) -> str:
    values = {Which.KEPT: field.kept_value, Which.GONE: field.gone_value}
    stays = values.get(field.proposed, f"{field.kept_value} + {field.gone_value}")
    return f"  {field.name}: {stays}"


def _object(compared: Comparison, done: str | None) -> dict[str, object]:
    return {
        "done": done,
        "kept": {"reference": person_reference(compared.kept.id), "name": compared.kept.name},
        "other": {"reference": person_reference(compared.gone.id), "name": compared.gone.name},
        "fields": [
            {
                "field": field.field,
                "kept": field.kept_value,
                "other": field.gone_value,
                "differs": field.differs,
                "stays": field.proposed.value,
                "restricted": field.restricted,
            }
            for field in compared.fields
        ],
        "moves": dict(compared.moves),
        "doubles": dict(compared.doubles),
    }


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
