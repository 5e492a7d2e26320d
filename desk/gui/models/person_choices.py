"""People and organisations to choose from as one types, in any script and spelling."""

from collections.abc import Callable
from typing import NamedTuple

from desk.rules.folding import fold
from desk.services import organisations, people
from desk.services.desk import Desk


class Found(NamedTuple):
    """One thing to choose: its id, its name, and what tells it from namesakes."""

    id: int
    name: str
    detail: str = ""


def find_people(desk: Desk) -> Callable[[str], list[Found]]:
    """Gives the people that fit what was typed, those last noted for ""."""

    def find(text: str) -> list[Found]:
        return [
            Found(row.id, row.name, ", ".join(p for p in (row.office, row.organisation) if p))
            for row in people.list_people(desk, containing=text, limit=30)
        ]

    return find


def find_organisations(desk: Desk) -> Callable[[str], list[Found]]:
    """Gives the bodies whose name or short name holds what was typed."""

    def find(text: str) -> list[Found]:
        wanted = fold(text)
        return [
            Found(row.id, row.name, row.city)
            for row in organisations.list_organisations(desk)
            if wanted in fold(f"{' '.join(row.names.values())} {row.short_name}")
        ]

    return find


def organisation_found(desk: Desk, organisation_id: int) -> Found | None:
    """One body by its id; None when it was deleted."""
    for row in organisations.list_organisations(desk):
        if row.id == organisation_id:
            return Found(row.id, row.name, row.city)
    return None
