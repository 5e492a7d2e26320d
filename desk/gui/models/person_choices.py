"""People and organisations to choose from as one types, in any script and spelling."""

from collections.abc import Callable
from typing import NamedTuple

from desk.model.rows.people import OrganisationRow
from desk.rules.folding import fold
from desk.services import organisations, people
from desk.services.desk import Desk

_FEW = 30


class Found(NamedTuple):
    """One thing to choose: its id, its name, and what tells it from namesakes."""

    id: int
    name: str
    detail: str = ""


def find_people(desk: Desk) -> Callable[[str], list[Found]]:
    """Gives the people that fit what was typed, by name for "", with office and body."""

    def find(text: str) -> list[Found]:
        return [
            Found(row.id, row.name, ", ".join(p for p in (row.office, row.organisation) if p))
            for row in people.list_people(desk, containing=text, limit=_FEW)
        ]

    return find


def find_organisations(desk: Desk) -> Callable[[str], list[Found]]:
    """Gives the bodies whose name, short name or city holds what was typed."""

    def find(text: str) -> list[Found]:
        wanted = fold(text)
        return [
            _found(row)
            for row in organisations.list_organisations(desk)
            if wanted in fold(" ".join((*row.names.values(), row.short_name, row.city)))
        ]

    return find


def organisation_found(desk: Desk, organisation_id: int) -> Found | None:
    """One body by its id; None when it was deleted."""
    rows = organisations.list_organisations(desk)
    return next((_found(row) for row in rows if row.id == organisation_id), None)


def _found(row: OrganisationRow) -> Found:
    short = row.short_name if row.short_name != row.name else ""
    return Found(row.id, row.name, ", ".join(part for part in (short, row.city) if part))
