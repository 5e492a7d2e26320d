"""Two entries become one person: nothing of either is lost, and all of it is one undo."""

from collections import Counter
from collections.abc import Mapping

from sqlmodel import Session, col, select

from desk.locale import _
from desk.model.errors import UserError
from desk.model.rows.same_person import Comparison, Merged, Which
from desk.model.tables import MergedPerson, Person, RestrictedRecord
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.merging_fields import compared_fields, merged_values, other_names
from desk.services.merging_moves import Move, carry_out, planned
from desk.services.people import rows_by_id
from desk.services.person_references import merged_with
from desk.store.unit_of_work import WorkSession


def compare(desk: Desk, kept_id: int, gone_id: int) -> Comparison:
    """Two entries field by field, and what would move from the second to the first.

    Restricted fields come masked: whether they differ is told, what they say is not. Raises
    NotThere when one is gone, UserError when both are one entry.
    """
    with desk.read() as session:
        kept, gone = _both(session, kept_id, gone_id)
        kept_row, gone_row = rows_by_id(session, [kept.id, gone.id], on=desk.today())
        moves = planned(session, kept.id, gone.id)
        return Comparison(
            kept=kept_row,
            gone=gone_row,
            kept_photo=kept.photo,
            gone_photo=gone.photo,
            fields=compared_fields(
                kept, gone, _restricted(session, kept.id), _restricted(session, gone.id)
            ),
            moves=_counted(moves, doubles=False),
            doubles=_counted(moves, doubles=True),
        )


def merge(
    desk: Desk, kept_id: int, gone_id: int, *, take: Mapping[str, Which] | None = None
) -> Merged:
    """Make one person of two; the kept one has the visits, offices and gifts of both from now on.

    `take` says of a field (of a person or of a restricted record) whose value stays; left out, it
    is what `compare` proposes: the kept one's, or the other's where the kept one says nothing.
    Names and spellings that are not chosen become other spellings, so that they are still found.
    Where both stand in one delegation or event, one row stays and says what both said. Raises
    NotThere when one is gone, UserError when both are one entry.
    """
    with desk.work(_("Merge two people")) as session:
        kept, gone = _both(session, kept_id, gone_id)
        gone_name = gone.full_name
        chosen = take or {}
        own, others = _restricted(session, kept.id), _restricted(session, gone.id)
        values = merged_values(kept, gone, chosen)
        aliases = other_names(kept, gone, values)
        hidden = merged_values(own, others, chosen) if own and others else {}
        moves = planned(session, kept.id, gone.id)
        for move in moves:
            carry_out(session, move, kept.id, gone.id)
        if own is not None:
            _set(session, own, hidden)
        elif others is not None:
            _set(
                session, others, merged_values(RestrictedRecord(person_id=kept.id), others, chosen)
            )
        _set(session, kept, {**values, "aliases": aliases})
        session.keep(MergedPerson(person_id=kept.id, gone_id=gone.id, name=gone_name))
        session.drop(gone)
        return Merged(
            person_id=kept.id,
            name=kept.full_name,
            aliases=tuple(aliases),
            moves=_counted(moves, doubles=False),
            doubles=_counted(moves, doubles=True),
        )


def ids_with_history(desk: Desk, person_id: int) -> list[int]:
    """The ids under which somebody has a history: their own, and those of whoever was merged in."""
    with desk.read() as session:
        gone = session.exec(
            select(MergedPerson.gone_id)
            .where(MergedPerson.person_id == person_id)
            .order_by(col(MergedPerson.id))
        ).all()
    return [person_id, *gone]


def _both(session: Session, kept_id: int, gone_id: int) -> tuple[Person, Person]:
    if kept_id == gone_id:
        raise UserError(_("These are one and the same entry already."))
    return _person(session, kept_id), _person(session, gone_id)


def _person(session: Session, person_id: int) -> Person:
    if session.get(Person, person_id) is None and (problem := merged_with(session, person_id)):
        raise problem
    return row_for_change(session, Person, person_id)


def _restricted(session: Session, person_id: int) -> RestrictedRecord | None:
    return session.exec(
        select(RestrictedRecord).where(RestrictedRecord.person_id == person_id)
    ).first()


def _set(
    session: WorkSession, row: Person | RestrictedRecord, values: Mapping[str, object]
) -> None:
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    session.keep(row)


def _counted(moves: list[Move], *, doubles: bool) -> dict[str, int]:
    """Rows by their table; a row that names the person twice is one."""
    rows = {
        (move.link.table.__tablename__, move.row.id)
        for move in moves
        if (move.onto is not None) is doubles
    }
    return dict(sorted(Counter(table for table, _id in rows).items()))
