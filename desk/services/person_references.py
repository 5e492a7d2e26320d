"""People as they are named on a command line: `P12`, or a name that means only one of them."""

import re

from sqlmodel import Session, col, select

from desk.locale import _, ngettext
from desk.model.errors import NotThere, UserError
from desk.model.tables import MergedPerson, Person
from desk.rules.folding import fold
from desk.services.desk import Desk

_REFERENCE = re.compile(r"[Pp](\d{1,9})")


def person_reference(person_id: int) -> str:
    """`P12`: it never changes, and is given to nobody else."""
    return f"P{person_id}"


def find_person(desk: Desk, reference: str) -> int:
    """The id of the person of that reference or full name, in any script and spelling.

    Raises NotThere when there is none or it was merged with another, UserError when the name means
    several.
    """
    with desk.read() as session:
        if match := _REFERENCE.fullmatch(reference.strip()):
            person = session.get(Person, int(match[1]))
            if person is not None:
                return person.id
            if problem := merged_with(session, int(match[1])):
                raise problem
        found = _of_name(session, reference)
    if not found:
        raise NotThere(_("There is nobody called {name}.").format(name=reference))
    if len(found) > 1:
        references = ", ".join(person_reference(person_id) for person_id in found)
        words = ngettext(
            "{name} may be {count} person: {references}.",
            "{name} may be any of {count} people: {references}.",
            len(found),
        )
        raise UserError(
            words.format(name=reference, count=len(found), references=references), field="people"
        )
    return found[0]


def merged_with(session: Session, person_id: int) -> NotThere | None:
    """What to say of an id that is nobody's any more, because that entry was merged with another."""
    merged = session.exec(
        select(MergedPerson.name, Person)
        .join(Person, col(Person.id) == col(MergedPerson.person_id))
        .where(MergedPerson.gone_id == person_id)
        .order_by(col(MergedPerson.id).desc())
    ).first()
    if merged is None:
        return None
    name, person = merged
    return NotThere(
        _("{name} ({gone}) was merged with {person} ({reference}).").format(
            name=name,
            gone=person_reference(person_id),
            person=person.full_name,
            reference=person_reference(person.id),
        )
    )


def _of_name(session: Session, name: str) -> list[int]:
    """Everybody of that name; those who write it exactly so come before those who sound alike."""
    wanted = fold(name)
    if not wanted:
        return []
    rows = session.exec(select(Person.id, Person.full_name).order_by(col(Person.id))).all()
    exact = [row_id for row_id, full_name in rows if full_name == name.strip()]
    return exact or [row_id for row_id, full_name in rows if fold(full_name) == wanted]
