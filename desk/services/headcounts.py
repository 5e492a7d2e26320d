"""How many people come to events, by kind."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlmodel import Session, col

from desk.model.tables import DelegationMember, Event, Participation
from desk.rules.heads import Comer, Heads, count_heads

_EXPECTED: Select[*tuple[Any, ...]] = (
    select(
        col(Participation.event_id),
        col(Participation.person_id),
        col(Participation.role),
        col(Participation.answer),
        col(DelegationMember.headcount),
    )
    .join(DelegationMember, col(Participation.member_id) == col(DelegationMember.id), isouter=True)
    .where(col(Participation.event_id).in_(bindparam("events", expanding=True)))
)


def heads_by_kind(session: Session, events: Sequence[Event]) -> dict[int, Heads]:
    """Named people and counted groups of each event; a group nobody counted is not there yet."""
    comers: dict[int, list[Comer]] = defaultdict(list)
    if events:
        asked = {"events": [event.id for event in events]}
        for row in session.connection().execute(_EXPECTED, asked):
            event_id, person_id, role, answer, headcount = row
            named = person_id is not None
            comers[event_id].append(Comer(role, answer, 1 if named else headcount or 0, named))
    return {event_id: count_heads(those) for event_id, those in comers.items()}


def heads_of(session: Session, events: Sequence[Event]) -> dict[int, int]:
    """Chairs needed at each event, by its id."""
    return {event_id: heads.chairs for event_id, heads in heads_by_kind(session, events).items()}
