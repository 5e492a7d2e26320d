"""Finding people, visits, events, venues and resources as one types, in any script."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from desk.locale import _
from desk.locale.formats import clock_time, date_range, weekday_date
from desk.locale.words import current_language
from desk.locale.zones import zone_label
from desk.model.errors import NotThere
from desk.model.localised import text_in
from desk.model.rows.search import SearchHit
from desk.model.tables import Event, Resource, Venue, Visit
from desk.services.assembly import lookup
from desk.services.choice_words import choice_words
from desk.services.desk import Desk
from desk.services.numbers import (
    event_by_reference,
    event_reference,
    visit_by_reference,
    visit_reference,
)
from desk.services.people import rows_by_id
from desk.store.near_words import find_nearly
from desk.store.search import Hit, find

Ids = Mapping[str, Sequence[int]]
"""What was found, by kind."""


def find_things(desk: Desk, text: str, *, limit: int = 12) -> list[SearchHit]:
    """What the words fit, the best first; nothing for an empty text.

    Where nothing fits, what is spelled nearly so; `why` then says so.
    """
    if not text.strip() or limit < 1:
        return []
    with desk.read() as session:
        hits = _exact_first(session, text, find(session, text, limit=limit))[:limit]
        near: dict[Hit, str] = {}
        if not hits:
            words = _("spelled a little otherwise")
            near = {
                Hit(one.kind, one.row_id): words for one in find_nearly(session, text, limit=limit)
            }
            hits = list(near)
        ids: dict[str, list[int]] = {}
        for hit in hits:
            ids.setdefault(hit.kind, []).append(hit.row_id)
        found = {
            (hit.kind, hit.id): hit
            for hits_of in (_people, _visits, _events, _venues, _resources)
            for hit in hits_of(session, ids, desk.today())
        }
    return [
        replace(found[hit.kind, hit.row_id], why=near.get(hit, ""))
        for hit in hits
        if (hit.kind, hit.row_id) in found
    ]


def _people(session: Session, ids: Ids, today: date) -> Iterator[SearchHit]:
    wanted = ids.get("person", [])
    for person in rows_by_id(session, wanted, on=today) if wanted else ():
        office = ", ".join(part for part in (person.office, person.organisation) if part)
        yield SearchHit("person", person.id, person.name, office)


def _visits(session: Session, ids: Ids, _today: date) -> Iterator[SearchHit]:
    language = current_language()
    for visit in lookup.rows_by_id(session, Visit, ids.get("visit", [])).values():
        when = date_range(visit.first_day, visit.last_day, language, same_year_once=True)
        reference = visit_reference(visit.year, visit.number)
        yield SearchHit("visit", visit.id, text_in(visit.title, language), when, reference)


def _events(session: Session, ids: Ids, _today: date) -> Iterator[SearchHit]:
    language = current_language()
    events = lookup.rows_by_id(session, Event, ids.get("event", []))
    visits = lookup.rows_by_id(session, Visit, {event.visit_id for event in events.values()})
    for event in events.values():
        when = (
            f"{weekday_date(event.starts.date(), language)}, "
            f"{clock_time(event.starts, language)} "
            f"{zone_label(event.zone, event.starts, language)}"
        )
        reference = event_reference(visits.get(event.visit_id or 0), event)
        yield SearchHit("event", event.id, text_in(event.title, language), when, reference)


def _venues(session: Session, ids: Ids, _today: date) -> Iterator[SearchHit]:
    language = current_language()
    for venue in lookup.rows_by_id(session, Venue, ids.get("venue", [])).values():
        parts = (text_in(venue.building, language), venue.city)
        place = ", ".join(part for part in parts if part)
        yield SearchHit("venue", venue.id, text_in(venue.name, language), place)


def _resources(session: Session, ids: Ids, _today: date) -> Iterator[SearchHit]:
    language = current_language()
    for row in lookup.rows_by_id(session, Resource, ids.get("resource", [])).values():
        parts = (choice_words(row.kind), row.owner, row.city)
        place = ", ".join(part for part in parts if part)
        yield SearchHit("resource", row.id, text_in(row.name, language), place)


def _exact_first(session: Session, text: str, hits: list[Hit]) -> list[Hit]:
    """What the text is the reference of comes before whatever else holds the same figures."""
    exact: list[Hit] = []
    with suppress(NotThere):
        exact.append(Hit("visit", visit_by_reference(session, text).id))
    with suppress(NotThere):
        exact.append(Hit("event", event_by_reference(session, text).id))
    return [*exact, *(hit for hit in hits if hit not in exact)]
