"""What people do with people and the offices they hold."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import Acting
from desk.model.errors import UserError
from desk.model.rows.people import PersonRow
from desk.model.tables import (
    MergedPerson,
    NotSamePerson,
    Office,
    Person,
    Photo,
    PrecedenceDecision,
    Resource,
    RestrictedRecord,
)
from desk.model.tables.row import Row
from desk.services.assembly.people import person_rows
from desk.services.desk import Desk
from desk.services.edits import localised, new_row, row_for_change, set_fields
from desk.services.links import is_linked, links_to, rows_linked
from desk.store.search import find


def list_people(
    desk: Desk, *, containing: str = "", limit: int = 500, offset: int = 0
) -> list[PersonRow]:
    """People by name; with `containing`, those whose name, office or body has these words."""
    with desk.read() as session:
        if containing.strip():
            hits = find(session, containing, kinds=("person",), limit=limit)
            return rows_by_id(session, [hit.row_id for hit in hits], on=desk.today())
        people = session.exec(
            select(Person).order_by(func.lower(Person.full_name)).limit(limit).offset(offset)
        ).all()
        return person_rows(session, people, on=desk.today(), language=current_language())


def count_people(desk: Desk) -> int:
    """How many people the desk knows."""
    with desk.read() as session:
        return session.exec(select(func.count()).select_from(Person)).one()


def rows_by_id(session: Session, ids: Sequence[int], *, on: date) -> list[PersonRow]:
    """These people in this order, those that are gone left out."""
    found = {p.id: p for p in session.exec(select(Person).where(col(Person.id).in_(ids)))}
    people = [found[row_id] for row_id in ids if row_id in found]
    return person_rows(session, people, on=on, language=current_language())


def get_person(desk: Desk, person_id: int, *, on: date | None = None) -> PersonRow | None:
    """One person with the office held on that day, or None when deleted."""
    with desk.read() as session:
        rows = rows_by_id(session, [person_id], on=on or desk.today())
        return rows[0] if rows else None


def create_person(
    desk: Desk,
    *,
    name: str,
    country: str = "",
    language: str = "",
    email: str = "",
    title: str | Mapping[str, str] = "",
    organisation_id: int | None = None,
    acting: Acting | None = None,
    office_starts_on: date | None = None,
    **parts: object,
) -> int:
    """Note somebody, with the office held when one is given; the id.

    `parts` are the optional fields of a person (family, titles_before, aliases, …).
    Raises UserError for a missing name.
    """
    with desk.work(_("New person")) as session:
        person = Person(
            **new_row(
                Person,
                {
                    "full_name": name,
                    "country": country,
                    "language": language,
                    "email": email,
                    **parts,
                },
            )
        )
        _judge(person)
        session.keep(person)
        if localised(title) or organisation_id is not None:
            session.keep(
                Office(
                    person_id=person.id,
                    organisation_id=organisation_id,
                    title=localised(title),
                    acting=acting,
                    starts_on=office_starts_on,
                )
            )
        return person.id


def update_person(
    desk: Desk,
    person_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change fields of a person; `seen` as in `edits.set_fields`. Raises UserError."""
    with desk.work(_("Change person")) as session:
        person = row_for_change(session, Person, person_id)
        if set_fields(person, changes, seen):
            _judge(person)
            session.add(person)


def delete_person(desk: Desk, person_id: int) -> None:
    """Delete a person; it can be restored. Raises UserError while visits or events need them."""
    with desk.work(_("Delete person")) as session:
        person = row_for_change(session, Person, person_id)
        links = links_to(Person.__tablename__)
        for link in links:
            if link.table not in _THEIR_OWN | _LET_GO and is_linked(session, link, person_id):
                raise UserError(
                    _("{name} is part of visits or follow-ups; take them out there first.").format(
                        name=person.full_name
                    )
                )
        for link in links:
            for row in rows_linked(session, link, person_id):
                if link.table in _THEIR_OWN:
                    session.drop(row)
                else:
                    setattr(row, link.column, None)
                    session.keep(row)
        session.drop(person)


_THEIR_OWN: frozenset[type[Row]] = frozenset(
    {Office, RestrictedRecord, NotSamePerson, MergedPerson, PrecedenceDecision}
)
"""Goes with the person, and comes back with them."""

_LET_GO: frozenset[type[Row]] = frozenset({Resource, Photo})
"""Stays, without them. Whatever else refers to a person keeps them from being deleted."""


def add_office(
    desk: Desk,
    person_id: int,
    *,
    title: str | Mapping[str, str],
    organisation_id: int | None = None,
    acting: Acting | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> int:
    """Note an office held for a period; the id. Raises UserError for an end before its start."""
    with desk.work(_("New office")) as session:
        row_for_change(session, Person, person_id)
        office = Office(
            person_id=person_id,
            organisation_id=organisation_id,
            title=localised(title),
            acting=acting,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        _judge_office(office)
        return session.keep(office).id


def update_office(
    desk: Desk,
    office_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change an office that is or was held. Raises UserError."""
    with desk.work(_("Change office")) as session:
        office = row_for_change(session, Office, office_id)
        if set_fields(office, changes, seen):
            _judge_office(office)
            session.add(office)


def delete_office(desk: Desk, office_id: int) -> None:
    """Take an office away from a person."""
    with desk.work(_("Delete office")) as session:
        session.drop(row_for_change(session, Office, office_id))


def _judge(person: Person) -> None:
    if not person.full_name:
        raise UserError(_("A person needs a name."), field="full_name")


def _judge_office(office: Office) -> None:
    if not office.title and office.organisation_id is None:
        raise UserError(_("An office needs a title."), field="title")
    if office.starts_on and office.ends_on and office.ends_on < office.starts_on:
        raise UserError(_("The last day is before the first day."), field="ends_on")
