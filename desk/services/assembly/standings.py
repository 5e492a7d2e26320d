"""Everybody who is expected at an event, in the order in which they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session, col, select

from desk.locale.words import current_language
from desk.model.choices import Answer, Role, Side
from desk.model.localised import text_in
from desk.model.rows.events import ParticipantRow
from desk.model.rows.people import OfficeRow, PersonRow
from desk.model.rows.precedence import DecisionRow, HeldOfficeRow, OrderRow, SchemeRow, StandingRow
from desk.model.tables import Event, Office, Organisation, Person, PrecedenceDecision
from desk.rules.positions import HeldOffice, position_of
from desk.rules.precedence import (
    Candidate,
    Decision,
    Placed,
    Scheme,
    order_of,
    read_scheme,
)
from desk.services.assembly.events import participant_rows
from desk.services.assembly.lookup import rows_by_id
from desk.services.assembly.people import person_rows
from desk.services.assembly.schemes import content_of, positions, scheme_key, scheme_row

_NO_RANK = frozenset({Role.INTERPRETER, Role.DRIVER, Role.SECURITY})
"""They sit behind or beside and stand in no order (DOMAIN 3)."""


@dataclass(slots=True)
class _Expected:
    """Somebody who comes: the participation, the person standing there, whom they stand in for."""

    row: ParticipantRow
    given_order: int
    person: PersonRow | None
    role: Role
    name_forms: Mapping[str, str]
    represents: list[ParticipantRow] = field(default_factory=list[ParticipantRow])


def order_in(
    session: Session, event: Event, language: str, *, scheme: str | None = None
) -> OrderRow:
    """Who stands before whom in an event. Raises KeyError for a scheme that does not exist."""
    key, chosen = scheme_key(session, event, scheme)
    content = content_of(session, key)
    if content is None:
        raise KeyError(key)
    judged_by = read_scheme(content)
    shown = scheme_row(session, key, language)
    day = event.starts.date()
    expected = _expected(session, event.id, day, language)
    held = _held_offices(session, expected, day)
    ranks, places = _decisions(session, event.id, key)
    placed = _judge(judged_by, expected, held, ranks, places)
    by_list = {
        one.key: one.rank.code if one.rank else ""
        for one in _judge(judged_by, expected, held, {}, {})
    }
    by_id = {one.row.id: one for one in expected}
    standings = tuple(
        _standing(
            one,
            by_id[one.key],
            held[one.key],
            shown,
            by_list=by_list[one.key],
            home=judged_by.home_country,
            ranks=ranks,
            places=places,
        )
        for one in placed
    )
    return OrderRow(event_id=event.id, scheme=shown, chosen=chosen, standings=standings)


def by_side(order: OrderRow) -> dict[Side, list[StandingRow]]:
    """Each side for itself in its order, guests first."""
    return {side: [row for row in order.standings if row.side is side] for side in Side}


def _expected(session: Session, event_id: int, day: date, language: str) -> list[_Expected]:
    """Who comes: nobody who declined, and instead of the absent whoever represents them, once."""
    rows = participant_rows(session, [event_id], on=day, language=language).get(event_id, [])
    rows = [row for row in rows if row.answer is not Answer.DECLINED]
    absent = [row for row in rows if _is_absent(row)]
    ids = {row.person_id for row in rows} | {row.represented_by_id for row in absent}
    people = rows_by_id(session, Person, ids)
    listed = person_rows(session, list(people.values()), on=day, language=language)
    known = {row.id: row for row in listed}
    forms = {row_id: person.name_forms for row_id, person in people.items()}
    numbers = _numbers(rows)
    found: dict[int, _Expected] = {}
    groups: list[_Expected] = []
    for row in rows:
        if row.person_id is None:
            groups.append(_Expected(row, numbers[row.id], None, row.role, {}))
        elif not _is_absent(row):
            person_id = row.person_id
            found[person_id] = _Expected(
                row, numbers[row.id], known[person_id], row.role, forms[person_id]
            )
    for row in absent:
        stand_in = row.represented_by_id or 0
        if stand_in not in found:
            # By the own rank: what the absent one leads is not theirs.
            found[stand_in] = _Expected(
                row, numbers[row.id], known[stand_in], Role.MEMBER, forms[stand_in]
            )
        found[stand_in].represents.append(row)
    return [*found.values(), *groups]


def _numbers(rows: Sequence[ParticipantRow]) -> dict[int, int]:
    """The place of each within the own side as announced."""
    counted = {Side.GUEST: 0, Side.HOST: 0}
    found: dict[int, int] = {}
    for row in rows:
        found[row.id] = counted[row.side]
        counted[row.side] += 1
    return found


def _is_absent(row: ParticipantRow) -> bool:
    return row.answer is Answer.REPRESENTED and row.represented_by_id is not None


@dataclass(frozen=True, slots=True)
class _Held:
    """An office of the day, as it is shown and as it is judged."""

    shown: OfficeRow
    judged: HeldOffice


def _held_offices(
    session: Session, expected: Sequence[_Expected], day: date
) -> dict[int, tuple[_Held, ...]]:
    """The offices of that day by participation, the latest first."""
    of_day = {
        one.row.id: [
            office
            for office in (one.person.offices if one.person else ())
            if (office.starts_on or date.min) <= day <= (office.ends_on or date.max)
        ]
        for one in expected
    }
    shown = [office for offices in of_day.values() for office in offices]
    chosen = rows_by_id(session, Office, (office.id for office in shown))
    bodies = rows_by_id(session, Organisation, (office.organisation_id for office in shown))
    return {
        key: tuple(_held(office, chosen[office.id], bodies) for office in offices)
        for key, offices in of_day.items()
    }


def _held(shown: OfficeRow, office: Office, bodies: Mapping[int, Organisation]) -> _Held:
    body = bodies.get(office.organisation_id or 0)
    judged = HeldOffice(
        titles=tuple(title for title in office.title.values() if title),
        organisation=text_in(body.name, "id") if body else "",
        country=body.country if body else "",
        kind=body.kind.value if body else "",
        position=office.position,
    )
    return _Held(shown, judged)


_Bearer = tuple[int | None, int | None]
_Decided = Mapping[_Bearer, PrecedenceDecision]


def bearer_of(person_id: int | None, member_id: int | None) -> _Bearer:
    """Whom a decision is about: a person, or an unnamed group."""
    return (person_id, None) if person_id is not None else (None, member_id)


def _decisions(session: Session, event_id: int, scheme: str) -> tuple[_Decided, _Decided]:
    """What was decided of ranks, and of places among equals; the latest counts."""
    rows = session.exec(
        select(PrecedenceDecision)
        .where(PrecedenceDecision.event_id == event_id, PrecedenceDecision.scheme == scheme)
        .order_by(col(PrecedenceDecision.id))
    ).all()
    ranks = {bearer_of(row.person_id, row.member_id): row for row in rows if row.rank is not None}
    places = {bearer_of(row.person_id, row.member_id): row for row in rows if row.rank is None}
    return ranks, places


def _judge(
    scheme: Scheme,
    expected: Sequence[_Expected],
    held: Mapping[int, tuple[_Held, ...]],
    ranks: _Decided,
    places: _Decided,
) -> list[Placed]:
    candidates: list[Candidate] = []
    decisions: list[Decision] = []
    for one in expected:
        row = one.row
        candidates.append(
            Candidate(
                key=row.id,
                side=row.side.value,
                role=one.role.value,
                given_order=one.given_order,
                offices=tuple(office.judged for office in held[row.id]),
                country=one.person.country if one.person else "",
                ranked=one.person is not None and one.role not in _NO_RANK,
            )
        )
        rank, place = ranks.get(_bearer(one)), places.get(_bearer(one))
        if decided := rank or place:
            decisions.append(
                Decision(
                    key=row.id,
                    reason=decided.reason,
                    decided_by=decided.decided_by,
                    rank=rank.rank if rank else None,
                    place=place.place if place else None,
                )
            )
    return order_of(scheme, positions(), candidates, decisions)


def _bearer(one: _Expected) -> _Bearer:
    return bearer_of(one.person.id if one.person else None, one.row.member_id)


def _standing(
    placed: Placed,
    one: _Expected,
    held: Sequence[_Held],
    scheme: SchemeRow,
    *,
    by_list: str,
    home: str,
    ranks: _Decided,
    places: _Decided,
) -> StandingRow:
    counted = held[placed.office].shown if placed.office is not None and held else None
    rank = scheme.rank(placed.rank.code) if placed.rank else None
    person = one.person
    return StandingRow(
        id=placed.key,
        person_id=person.id if person else None,
        member_id=None if person else one.row.member_id,
        name=person.name if person else one.row.name,
        name_with_titles=person.name_with_titles if person else one.row.name,
        office=counted.title if counted else "",
        organisation=counted.organisation if counted else "",
        side=one.row.side,
        role=one.role,
        answer=one.row.answer,
        place=placed.place,
        ladder=placed.ladder,
        grounds=placed.grounds,
        rank=rank.code if rank else "",
        rank_text=rank.text if rank else "",
        basis=rank.basis if rank else "",
        list_rank=by_list,
        equal_with=placed.equal_with,
        group=f"{placed.ladder}/{placed.grounds if not rank else rank.code}",
        rank_decision=_decision_row(ranks.get(_bearer(one))),
        place_decision=_decision_row(places.get(_bearer(one))),
        represents=tuple(_with_office(row) for row in one.represents),
        offices=tuple(
            _office_row(office, home, counts=number == placed.office)
            for number, office in enumerate(held)
        ),
        headcount=one.row.headcount,
        country=person.country if person else "",
        original_script=person.original_script if person else "",
        name_forms=one.name_forms,
    )


def _decision_row(row: PrecedenceDecision | None) -> DecisionRow | None:
    return DecisionRow(row.id, row.reason, row.decided_by) if row is not None else None


def _office_row(office: _Held, home: str, *, counts: bool) -> HeldOfficeRow:
    position = position_of(office.judged, positions(), home)
    return HeldOfficeRow(
        id=office.shown.id,
        title=office.shown.title,
        organisation=office.shown.organisation,
        position=position.key if position else "",
        position_name=text_in(position.name, current_language()) if position else "",
        chosen=office.judged.position,
        counts=counts,
    )


def _with_office(row: ParticipantRow) -> str:
    return ", ".join(part for part in (row.name, row.office, row.organisation) if part)
