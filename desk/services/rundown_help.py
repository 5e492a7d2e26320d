"""What makes a rundown quick to write: common rows, other events to copy from, people by name."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from desk.folders import SEEDS
from desk.locale import _
from desk.locale.words import current_language
from desk.model.localised import text_in
from desk.model.rows.rundown import CommonRow
from desk.model.tables import Event, Person, ProgrammeItem
from desk.rules.folding import fold
from desk.services import rundown
from desk.services.assembly.events import participant_rows
from desk.services.assembly.lookup import rows_by_id
from desk.services.desk import Desk
from desk.services.edits import row_for_change, set_fields
from desk.store.search import find

PERSON_FIELDS = ("leader", "in_charge")
"""Columns that hold a person the desk knows, or words."""


@dataclass(frozen=True, slots=True)
class RundownSource:
    """An event whose rundown can be copied."""

    event_id: int
    title: str
    day: date
    rows: int
    same_visit: bool


@cache
def _seeds() -> tuple[dict[str, Any], ...]:
    text = (SEEDS / "rundown_rows.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["rows"])


def common_rows(*, language: str | None = None) -> list[CommonRow]:
    """The palette, in the order in which the rows usually come."""
    language = language or current_language()
    return [
        CommonRow(
            key=row["key"],
            title=text_in(row["title"], language),
            titles=row["title"],
            minutes=row["minutes"],
            icon=row["icon"],
            internal=row.get("internal", False),
        )
        for row in _seeds()
    ]


def add_common_row(desk: Desk, event_id: int, key: str, *, after: int | None = None) -> int:
    """A row of the palette in all languages, behind another row or at its usual minute; its id."""
    row = next(row for row in _seeds() if row["key"] == key)
    return rundown.add_item(
        desk,
        event_id,
        title=row["title"],
        minutes=row["minutes"],
        after=after,
        offset_minutes=row.get("offset"),
        internal=row.get("internal", False),
    )


def rundown_sources(desk: Desk, event_id: int, *, limit: int = 30) -> list[RundownSource]:
    """Other events with a rundown: those of the same visit first, then the latest."""
    language = current_language()
    with desk.read() as session:
        event = session.get(Event, event_id)
        visit_id = event.visit_id if event else None
        counted = session.exec(
            select(ProgrammeItem.event_id, func.count())
            .join(Event, col(ProgrammeItem.event_id) == col(Event.id))
            .where(ProgrammeItem.event_id != event_id)
            .group_by(col(ProgrammeItem.event_id), col(Event.visit_id), col(Event.starts_at))
            .order_by(
                func.coalesce(col(Event.visit_id), 0) != (visit_id or -1),
                col(Event.starts_at).desc(),
            )
            .limit(limit)
        ).all()
        events = rows_by_id(session, Event, [event_id for event_id, _count in counted])
        return [
            RundownSource(
                other,
                text_in(events[other].title, language),
                events[other].starts.date(),
                count,
                events[other].visit_id == visit_id is not None,
            )
            for other, count in counted
        ]


def names_for_rundown(desk: Desk, event_id: int) -> list[str]:
    """Who is likely to lead or to see to something: hosts first, then guests; groups left out."""
    with desk.read() as session:
        people = _participants(session, event_id)
    hosts = [name for name, _id, is_host in people if is_host]
    return list(dict.fromkeys([*hosts, *(name for name, _id, is_host in people if not is_host)]))


def set_person(desk: Desk, item_id: int, field: str, text: str) -> None:
    """Say who leads (`leader`) or sees to a row (`in_charge`).

    Somebody who takes part, or whom the desk knows by that one name, is noted as that person;
    anybody else in words.
    """
    if field not in PERSON_FIELDS:
        raise LookupError(field)
    with desk.work(_("Change the rundown")) as session:
        item = row_for_change(session, ProgrammeItem, item_id)
        person_id = _person_named(session, item.event_id, text)
        words = "" if person_id is not None else text
        if set_fields(item, {f"{field}_id": person_id, field: words}):
            session.add(item)


def _person_named(session: Session, event_id: int, text: str) -> int | None:
    wanted = fold(text)
    if not wanted:
        return None
    here = [
        person_id
        for name, person_id, _host in _participants(session, event_id)
        if fold(name) == wanted
    ]
    if here:
        return here[0]
    ids = [hit.row_id for hit in find(session, text, limit=8) if hit.kind == "person"]
    known: Sequence[Person] = list(rows_by_id(session, Person, ids).values())
    exact = [person.id for person in known if fold(person.full_name) == wanted]
    return exact[0] if len(exact) == 1 else None


def _participants(session: Session, event_id: int) -> list[tuple[str, int, bool]]:
    """Name, person and whether they host, of everybody the event knows by name."""
    event = session.get(Event, event_id)
    if event is None:
        return []
    rows = participant_rows(
        session, [event_id], on=event.starts.date(), language=current_language()
    )
    return [
        (row.name, row.person_id, row.side.value == "host")
        for row in rows.get(event_id, [])
        if row.person_id is not None
    ]
