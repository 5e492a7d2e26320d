"""How many chairs events need."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from desk.model.choices import Answer, Role
from desk.model.tables import (
    DelegationMember,
    Event,
    Participation,
)

_EXPECTED = (
    select(
        Participation.event_id,
        Participation.person_id,
        Participation.role,
        DelegationMember.headcount,
    )
    .join(DelegationMember, col(Participation.member_id) == col(DelegationMember.id), isouter=True)
    .where(
        col(Participation.event_id).in_(bindparam("events", expanding=True)),
        Participation.answer != Answer.DECLINED,
    )
)


def heads_of(session: Session, events: Sequence[Event]) -> dict[int, int]:
    """Chairs needed: named people, counted groups; drivers wait outside, some do not come."""
    heads: dict[int, int] = defaultdict(int)
    if not events:
        return heads
    for event_id, person_id, role, headcount in session.exec(
        _EXPECTED, params={"events": [event.id for event in events]}
    ):
        if role is not Role.DRIVER:
            heads[event_id] += 1 if person_id is not None else (headcount or 0)
    return heads
