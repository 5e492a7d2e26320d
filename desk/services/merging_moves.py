"""What refers to somebody, and how it goes over to somebody else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, select

from desk.model.choices import Answer
from desk.model.tables import (
    DelegationMember,
    NotSamePerson,
    Office,
    Participation,
    Person,
    Photo,
    PrecedenceDecision,
    RestrictedRecord,
)
from desk.model.tables.row import Row
from desk.services.links import Link, links_to, rows_linked
from desk.services.merging_fields import joined_text
from desk.store.images import columns_of, image_of
from desk.store.unit_of_work import WorkSession


@dataclass(frozen=True, slots=True)
class Move:
    """A row that refers to the one who goes; `onto` is the row that says the same already."""

    link: Link
    row: Any
    onto: Any = None


def planned(session: Session, kept_id: int, gone_id: int) -> list[Move]:
    """Every row that refers to the one who goes, in the order in which they are to be moved."""
    moves: list[Move] = []
    for link in links_to(Person.__tablename__):
        own: Sequence[Any] = ()
        rows = rows_linked(session, link, gone_id)
        if rows:
            own = rows_linked(session, link, kept_id)
        if link.table is NotSamePerson:
            moves += [Move(link, row, _answered(session, row, kept_id, gone_id)) for row in rows]
            continue
        same = _SAME.get(link.name)
        for row in rows:
            onto = next((other for other in own if same and same(row, other)), None)
            moves.append(Move(link, row, onto))
    return moves


def carry_out(session: WorkSession, move: Move, kept_id: int, gone_id: int) -> None:
    """Let a row refer to the kept one, or add what it says to the row that does already."""
    row, onto = move.row, move.onto
    if row not in session:
        # It named the person twice, and was added to another row already.
        return
    if onto is not None:
        if onto is not row:
            _fold(session, row, onto)
        session.drop(row)
        return
    if isinstance(row, NotSamePerson):
        other = row.second_id if row.first_id == gone_id else row.first_id
        row.first_id, row.second_id = min(kept_id, other), max(kept_id, other)
    else:
        setattr(row, move.link.column, kept_id)
    if isinstance(row, Participation):
        _come_in_person(row)
    session.keep(row)


# --- which rows say the same ---


def _same_office(one: Office, other: Office) -> bool:
    shared = one.title.keys() & other.title.keys()
    titled = all(one.title[key].casefold() == other.title[key].casefold() for key in shared)
    return (
        one.organisation_id == other.organisation_id
        and one.acting == other.acting
        and titled
        and bool(shared or not (one.title or other.title))
        # The last day tells whether it is still held; the first is often just not known.
        and one.ends_on == other.ends_on
        and (one.starts_on is None or other.starts_on is None or one.starts_on == other.starts_on)
    )


def _same(*names: str) -> Callable[[Any, Any], bool]:
    def judge(one: Any, other: Any) -> bool:
        return all(getattr(one, name) == getattr(other, name) for name in names)

    return judge


_SAME: dict[str, Callable[[Any, Any], bool]] = {
    Link(DelegationMember, "person_id").name: _same("visit_id"),
    Link(Participation, "person_id").name: _same("event_id"),
    Link(PrecedenceDecision, "person_id").name: _same("event_id", "scheme"),
    Link(Photo, "person_id").name: _same("picture", "visit_id", "event_id"),
    Link(RestrictedRecord, "person_id").name: _same(),
    Link(Office, "person_id").name: _same_office,
}
"""Where nobody stands twice: when two rows are one, by the column that refers to the person."""


def _answered(
    session: Session, row: NotSamePerson, kept_id: int, gone_id: int
) -> NotSamePerson | None:
    """The answer about the kept one and the same other; the row itself when it says of these two.

    Whoever merges them says that they are one after all.
    """
    other = row.second_id if row.first_id == gone_id else row.first_id
    if other == kept_id:
        return row
    return session.exec(
        select(NotSamePerson).where(
            NotSamePerson.first_id == min(kept_id, other),
            NotSamePerson.second_id == max(kept_id, other),
        )
    ).first()


# --- one row made of two ---


def _fold(session: WorkSession, row: Row, onto: Row) -> None:
    """Add to a row what the other one says, and let whatever refers to that one refer to it."""
    if isinstance(row, Participation) and isinstance(onto, Participation):
        _take_part_once(row, onto)
    # Restricted fields are chosen one by one (services.merging).
    if not isinstance(row, RestrictedRecord):
        _fill_in(row, onto)
    session.keep(onto)
    for link in links_to(row.__tablename__):
        own = [_said(other) for other in rows_linked(session, link, onto.id)]
        for child in rows_linked(session, link, row.id):
            if {**_said(child), link.column: onto.id} in own:
                session.drop(child)
            else:
                setattr(child, link.column, onto.id)
                session.keep(child)


_TOLD = frozenset({"notes", "permit_notes", "reason"})
"""Both are kept, one below the other."""

_JUDGED = frozenset({"answer", "represented_by_id", "walked_in"})
"""Of a participation: what belongs together, or is not told by one of two rows alone."""


def _fill_in(row: Row, onto: Row) -> None:
    """What one left as it was when it was made, the other may have said."""
    for column in columns_of(type(row)):
        name = column.key
        if name in {"id", "person_id", "position"} or name in _JUDGED:
            continue
        untouched = type(row).model_fields[name].get_default(call_default_factory=True)
        said = getattr(row, name)
        if getattr(onto, name) == untouched and said != untouched:
            setattr(onto, name, said)
        elif name in _TOLD:
            setattr(onto, name, joined_text(getattr(onto, name), said))
        elif isinstance(said, dict):
            # In the languages in which only one of them said something.
            joined: dict[str, Any] = {**said, **getattr(onto, name)}
            setattr(onto, name, joined)


_MORE_SAID = (Answer.NONE, Answer.DECLINED, Answer.TENTATIVE, Answer.REPRESENTED, Answer.ACCEPTED)


def _take_part_once(row: Participation, onto: Participation) -> None:
    """The richer answer counts; who came under one of two names came."""
    # Who was expected under either name did not just walk in.
    onto.walked_in = row.walked_in and onto.walked_in
    if _MORE_SAID.index(row.answer) > _MORE_SAID.index(onto.answer):
        onto.answer, onto.represented_by_id = row.answer, row.represented_by_id
    if row.attended:
        onto.attended = True
    if row.arrived_at and onto.arrived_at:
        onto.arrived_at = min(row.arrived_at, onto.arrived_at)
    _come_in_person(onto)


def _come_in_person(row: Participation) -> None:
    """Nobody stands in for themselves."""
    if row.person_id is not None and row.represented_by_id == row.person_id:
        row.represented_by_id = None
        if row.answer is Answer.REPRESENTED:
            row.answer = Answer.ACCEPTED


def _said(row: Row) -> dict[str, Any]:
    return {name: value for name, value in image_of(row).items() if name != "id"}
