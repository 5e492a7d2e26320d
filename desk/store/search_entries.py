"""Keeping the words that things are found by in step with the things."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlmodel import Session, col, select

from desk.model.changes import Changes
from desk.model.tables import (
    DelegationMember,
    Event,
    Office,
    Organisation,
    Person,
    Resource,
    SearchEntry,
    Venue,
    Visit,
)
from desk.model.tables.row import Row
from desk.rules.folding import fold
from desk.store.unit_of_work import WorkSession

WORD_START = "  "
"""Stands before every word, so that even its first letter makes a trigram of its own."""

_AT_ONCE = 1000
"""Rows read with one statement."""

Words = Iterator[tuple[int, str, str]]
"""Row id, words as people write them, and the date that orders equal hits (ISO or empty)."""


def searchable(words: str) -> str:
    """The words folded, each once, each after two spaces."""
    return "".join(WORD_START + word for word in dict.fromkeys(fold(words).split()))


def refresh_entries(session: WorkSession, changes: Changes) -> None:
    """Write the words of everything that these changes touch."""
    stale: dict[str, set[int]] = {kind: set() for kind in _WORDS}
    bodies: set[int] = set()
    renamed: set[int] = set()
    for change in changes.rows:
        image = change.after or change.before or {}
        if change.table in stale:
            stale[change.table].add(change.row_id)
            if change.table == "person":
                renamed.add(change.row_id)
        elif change.table == "office":
            stale["person"].update(_numbers(change.before, change.after, "person_id"))
        elif change.table == "delegation_member" and image.get("person_id") is None:
            stale["visit"].update(_numbers(change.before, change.after, "visit_id"))
        elif change.table == "organisation":
            bodies.add(change.row_id)
    for some in _portions(bodies):
        stale["person"].update(
            session.exec(select(Office.person_id).where(col(Office.organisation_id).in_(some)))
        )
    for some in _portions(renamed):
        stale["resource"].update(
            session.exec(select(Resource.id).where(col(Resource.person_id).in_(some)))
        )
    for kind, row_ids in stale.items():
        write_entries(session, kind, row_ids)


def rebuild_entries(session: WorkSession) -> None:
    """Write the words of everything anew, as after rows were loaded past the unit of work."""
    for kind, (table, _words) in _WORDS.items():
        known = session.exec(select(SearchEntry.row_id).where(SearchEntry.kind == kind))
        write_entries(session, kind, {*known, *session.exec(select(table.id))})


def write_entries(session: WorkSession, kind: str, row_ids: Iterable[int]) -> None:
    """Write the words of these rows of one table anew, dropping those of rows that are gone."""
    table, words_of = _WORDS[kind]
    for some in _portions(sorted(row_ids)):
        entries = {
            entry.row_id: entry
            for entry in session.exec(
                select(SearchEntry).where(
                    SearchEntry.kind == kind, col(SearchEntry.row_id).in_(some)
                )
            )
        }
        rows = session.exec(select(table).where(col(table.id).in_(some))).all()
        for row_id, words, recent in words_of(session, rows):
            entry = entries.pop(row_id, None) or SearchEntry(kind=kind, row_id=row_id, words="")
            entry.words, entry.recent = searchable(words), recent
            session.add(entry)
        for entry in entries.values():
            session.delete(entry)
        session.flush()


def _numbers(
    before: Mapping[str, object] | None, after: Mapping[str, object] | None, name: str
) -> set[int]:
    values = ((image or {}).get(name) for image in (before, after))
    return {value for value in values if isinstance(value, int)}


def _portions(numbers: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(numbers)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _words_of_people(session: Session, people: Sequence[Person]) -> Words:
    offices: dict[int, list[str]] = {}
    for office, body in session.exec(
        select(Office, Organisation)
        .join(Organisation, col(Office.organisation_id) == col(Organisation.id), isouter=True)
        .where(col(Office.person_id).in_([person.id for person in people]))
        .order_by(col(Office.id))
    ):
        words = offices.setdefault(office.person_id, [])
        words += office.title.values()
        # The join is an outer one: an office may stand alone.
        if office.organisation_id is not None:
            words += [*body.name.values(), body.short_name]
    for person in people:
        named = (person.full_name, person.original_script, *person.aliases)
        yield person.id, " ".join((*named, *offices.get(person.id, ()))), ""


def _words_of_visits(session: Session, visits: Sequence[Visit]) -> Words:
    groups: dict[int, list[str]] = {}
    for member in session.exec(
        select(DelegationMember).where(
            col(DelegationMember.visit_id).in_([visit.id for visit in visits]),
            col(DelegationMember.person_id).is_(None),
        )
    ):
        groups.setdefault(member.visit_id, []).extend(member.group_name.values())
    for visit in visits:
        reference = f"{visit.year}-{visit.number:03d}"
        words = (reference, *visit.title.values(), visit.letter, *groups.get(visit.id, ()))
        yield visit.id, " ".join(words), visit.last_day.isoformat()


def _words_of_events(session: Session, events: Sequence[Event]) -> Words:
    visits = {
        visit.id: f"{visit.year}-{visit.number:03d}"
        for visit in session.exec(
            select(Visit).where(
                col(Visit.id).in_({event.visit_id for event in events if event.visit_id})
            )
        )
    }
    for event in events:
        reference = f"{visits.get(event.visit_id or 0, event.starts.year)}/{event.number}"
        words = (*event.title.values(), event.place, reference)
        yield event.id, " ".join(words), event.starts.date().isoformat()


def _words_of_venues(_session: Session, venues: Sequence[Venue]) -> Words:
    for venue in venues:
        words = (*venue.name.values(), *venue.building.values(), venue.city, *venue.equipment)
        yield venue.id, " ".join(words), ""


def _words_of_resources(session: Session, resources: Sequence[Resource]) -> Words:
    people = {
        person.id: person.full_name
        for person in session.exec(
            select(Person).where(
                col(Person.id).in_({row.person_id for row in resources if row.person_id})
            )
        )
    }
    for row in resources:
        words = (*row.name.values(), people.get(row.person_id or 0, ""), row.owner, row.city)
        yield row.id, " ".join(words), ""


_WORDS: dict[str, tuple[type[Row], Callable[[Session, Sequence[Any]], Words]]] = {
    "person": (Person, _words_of_people),
    "visit": (Visit, _words_of_visits),
    "event": (Event, _words_of_events),
    "venue": (Venue, _words_of_venues),
    "resource": (Resource, _words_of_resources),
}
