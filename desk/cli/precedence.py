"""The order of precedence on the command line."""

import json
import sys
from argparse import Namespace

from desk.cli.screen_language import known_screen_language
from desk.locale import _
from desk.model.rows.precedence import OrderRow, StandingRow
from desk.services import programme
from desk.services.desk import Desk
from desk.services.precedence import order_of_event
from desk.services.precedence_schemes import find_scheme
from desk.services.precedence_words import place_words


def precedence(desk: Desk, arguments: Namespace) -> int:
    """Say who stands before whom in an event, and on what basis."""
    known_screen_language(arguments.language)
    event = programme.find_event(desk, arguments.event)
    scheme = find_scheme(desk, arguments.scheme) if arguments.scheme else None
    order = order_of_event(desk, event.id, scheme=scheme)
    if arguments.json:
        plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
        rows = [_object(order, row) for row in order.standings]
        _say(json.dumps(rows, ensure_ascii=plain, indent=2))
        return 0
    _say(order.scheme.name)
    for row in order.standings:
        _say(_line(row))
    if not order.standings:
        _say(_("Nobody takes part yet."))
    return 0


def _line(row: StandingRow) -> str:
    office = ", ".join(part for part in (row.office, row.organisation) if part)
    ladder = f"{row.side.value:<6}" if row.ladder else ""
    marks = _("needs an equivalent") if row.needs_equivalent else row.basis
    return f"{ladder}{place_words(row):>4}  {row.rank:<11}{row.name}  ({office or '-'})  {marks}"


def _object(order: OrderRow, row: StandingRow) -> dict[str, object]:
    decision = row.rank_decision or row.place_decision
    return {
        "place": row.place or None,
        "ladder": row.ladder or None,
        "side": row.side.value,
        "rank": row.rank or None,
        "name": row.name,
        "office": row.office,
        "organisation": row.organisation,
        "basis": row.basis,
        "grounds": row.grounds.value,
        "equal_with": list(order.names(row.equal_with)),
        "needs_equivalent": row.needs_equivalent,
        "represents": list(row.represents),
        "override": {
            "rank": row.rank if row.rank_decision else None,
            "place": row.place if row.place_decision else None,
            "instead_of": row.list_rank or None,
            "reason": decision.reason,
            "decided_by": decision.decided_by,
        }
        if decision
        else None,
    }


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
