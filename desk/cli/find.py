"""Search on the command line."""

import json
import sys
from argparse import Namespace

from desk.cli.screen_language import known_screen_language
from desk.locale import _
from desk.model.rows.search import SearchHit
from desk.services.desk import Desk
from desk.services.finding import find_things
from desk.services.person_references import person_reference

_MOST = 30


def find(desk: Desk, arguments: Namespace) -> int:
    """Say what the words fit, the best first."""
    known_screen_language(arguments.language)
    hits = find_things(desk, arguments.text, limit=_MOST)
    if arguments.json:
        plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
        rows = [
            {
                "kind": hit.kind,
                "reference": _reference(hit),
                "title": hit.title,
                "subtitle": hit.subtitle,
                "why": hit.why,
            }
            for hit in hits
        ]
        sys.stdout.write(f"{json.dumps(rows, ensure_ascii=plain, indent=2)}\n")
        return 0
    for hit in hits:
        line = "  ".join(
            part for part in (_reference(hit), hit.title, hit.subtitle, hit.why) if part
        )
        sys.stdout.write(f"{line}\n")
    if not hits:
        sys.stdout.write(_("Nothing was found.") + "\n")
    return 0


def _reference(hit: SearchHit) -> str:
    return person_reference(hit.id) if hit.kind == "person" else hit.reference
