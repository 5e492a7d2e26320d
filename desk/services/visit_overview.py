"""All visits of some months, each as one bar over its days."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from sqlmodel import col, select

from desk.locale.words import current_language
from desk.model.choices import Role, Side, Status
from desk.model.localised import text_in
from desk.model.rows.overview import OverviewRow
from desk.model.tables import DelegationMember, Person, Visit
from desk.services.desk import Desk
from desk.services.numbers import visit_reference
from desk.services.visits import LONGEST_VISIT

_OFF = (Status.CANCELLED, Status.POSTPONED)


def overview_between(desk: Desk, first: date, last: date) -> list[OverviewRow]:
    """The visits that touch these days, both included, by their start.

    Two statements, however many visits there are.
    """
    with desk.read() as session:
        then = (
            col(Visit.first_day) <= last,
            col(Visit.last_day) >= first,
            # A lower bound keeps the search small however many years there are.
            col(Visit.first_day) >= first - LONGEST_VISIT,
        )
        visits = session.exec(
            select(Visit)
            .where(*then)
            .order_by(col(Visit.first_day), col(Visit.last_day), col(Visit.id))
        ).all()
        heads: dict[int, str] = {}
        for visit_id, name in session.exec(
            select(DelegationMember.visit_id, Person.full_name)
            .join(Person, col(DelegationMember.person_id) == col(Person.id))
            .join(Visit, col(DelegationMember.visit_id) == col(Visit.id))
            .where(
                *then,
                DelegationMember.side == Side.GUEST,
                DelegationMember.role == Role.HEAD,
            )
            .order_by(col(DelegationMember.position), col(DelegationMember.id))
        ):
            heads.setdefault(visit_id, name)
    language = current_language()
    return [
        OverviewRow(
            id=visit.id,
            reference=visit_reference(visit.year, visit.number),
            title=text_in(visit.title, language),
            country=visit.country,
            status=visit.status,
            status_reason=visit.status_reason,
            first_day=visit.first_day,
            last_day=visit.last_day,
            head=heads.get(visit.id, ""),
            beside=others,
        )
        for visit, others in zip(visits, _beside(visits), strict=True)
    ]


def _beside(visits: Sequence[Visit]) -> list[int]:
    """For each visit how many others share a day with it.

    Those that begin by its end, less those that have ended before it begins, less itself.
    """
    held = [visit for visit in visits if visit.status not in _OFF]
    firsts = sorted(visit.first_day for visit in held)
    lasts = sorted(visit.last_day for visit in held)
    return [
        0
        if visit.status in _OFF
        else bisect_right(firsts, visit.last_day) - bisect_left(lasts, visit.first_day) - 1
        for visit in visits
    ]
