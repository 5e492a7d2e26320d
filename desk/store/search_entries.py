"""Keeping the words that things are found by in step with the things."""

from collections.abc import Callable, Iterable

from sqlmodel import Session, col, select

from desk.model.changes import Changes
from desk.model.tables import (
    DelegationMember,
    Event,
    Office,
    Organisation,
    Person,
    SearchEntry,
    Venue,
    Visit,
)
from desk.rules.folding import fold
from desk.store.unit_of_work import WorkSession


def _all_languages(text: dict[str, str]) -> str:
    return " ".join(dict.fromkeys(text.values()))


def _person_words(session: Session, person: Person) -> tuple[str, str]:
    offices = session.exec(select(Office).where(Office.person_id == person.id)).all()
    organisations = {
        row.id: row
        for row in session.exec(
            select(Organisation).where(
                col(Organisation.id).in_([o.organisation_id for o in offices if o.organisation_id])
            )
        )
    }
    words = [person.full_name, person.original_script, *person.aliases]
    for office in offices:
        words.append(_all_languages(office.title))
        body = organisations.get(office.organisation_id or 0)
        if body is not None:
            words += [_all_languages(body.name), body.short_name]
    return " ".join(words), ""


def _visit_words(session: Session, visit: Visit) -> tuple[str, str]:
    groups = session.exec(
        select(DelegationMember.group_name).where(DelegationMember.visit_id == visit.id)
    )
    words = [
        f"{visit.year}-{visit.number:03d}",
        _all_languages(visit.title),
        visit.letter,
        *(_all_languages(group) for group in groups if group),
    ]
    return " ".join(words), visit.first_day.isoformat()


def _event_words(_session: Session, event: Event) -> tuple[str, str]:
    return f"{_all_languages(event.title)} {event.place}", event.starts.date().isoformat()


def _venue_words(_session: Session, venue: Venue) -> tuple[str, str]:
    return f"{_all_languages(venue.name)} {_all_languages(venue.building)} {venue.city}", ""


_WORDS: dict[str, tuple[type, Callable[..., tuple[str, str]]]] = {
    "person": (Person, _person_words),
    "visit": (Visit, _visit_words),
    "event": (Event, _event_words),
    "venue": (Venue, _venue_words),
}


def refresh_entries(session: WorkSession, changes: Changes) -> None:
    """Write the words of everything that these changes touch."""
    stale: dict[str, set[int]] = {}
    for change in changes.rows:
        image = change.after or change.before or {}
        if change.table in _WORDS:
            stale.setdefault(change.table, set()).add(change.row_id)
        elif change.table == "office":
            stale.setdefault("person", set()).add(int(str(image["person_id"])))
        elif change.table == "delegation_member" and image.get("group_name"):
            stale.setdefault("visit", set()).add(int(str(image["visit_id"])))
        elif change.table == "organisation":
            stale.setdefault("person", set()).update(
                session.exec(select(Office.person_id).where(Office.organisation_id == change.row_id))
            )
    for kind, row_ids in stale.items():
        write_entries(session, kind, row_ids)


def write_entries(session: WorkSession, kind: str, row_ids: Iterable[int]) -> None:
    """Write the words of these rows of one table anew, dropping those of rows that are gone."""
    table, words_of = _WORDS[kind]
    for row_id in row_ids:
        row = session.get(table, row_id)
        entry = session.exec(
            select(SearchEntry).where(SearchEntry.kind == kind, SearchEntry.row_id == row_id)
        ).first()
        if row is None:
            if entry is not None:
                session.delete(entry)
            continue
        text, recent = words_of(session, row)
        entry = entry or SearchEntry(kind=kind, row_id=row_id, words="")
        entry.words, entry.recent = fold(text), recent
        session.add(entry)
    session.flush()
