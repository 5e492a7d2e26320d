"""One person or two: who is like somebody, who was said not to be, in the whole database."""

from collections.abc import Generator, Iterable, Mapping, Sequence
from heapq import heappush, heappushpop
from itertools import islice
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from desk.locale import _
from desk.model.errors import UserError
from desk.model.progress import Progress
from desk.model.rows.people import PersonRow
from desk.model.rows.same_person import Candidate, Pair, SameReason
from desk.model.tables import DelegationMember, HistoryChange, NotSamePerson, Person
from desk.rules.known_names import KnownNames, KnownPerson, Match, known_person
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.people import rows_by_id
from desk.store.history import last_step

MOST_PAIRS = 500
"""The likeliest pairs of the whole database that are shown at once."""

_AT_ONCE = 500


class _Known:
    """What a desk knows people by, kept from one question to the next."""

    def __init__(self) -> None:
        self.names = KnownNames()
        self.step = -1
        """The step of the history up to which it was read; -1 before it was."""
        self.lock = Lock()


_known: WeakKeyDictionary[Desk, _Known] = WeakKeyDictionary()


def candidates_for(
    desk: Desk,
    *,
    name: str = "",
    email: str = "",
    phone: str = "",
    original_script: str = "",
    aliases: Iterable[str] = (),
    country: str = "",
    limit: int = 8,
) -> list[Candidate]:
    """Who of the people known may be meant, the likeliest first.

    Whoever is written in the unit of work under way is not among them yet. For thousands of names
    take `read_names` once and ask it.
    """
    asked = known_person(
        0,
        name,
        original_script=original_script,
        aliases=aliases,
        email=email,
        phone=phone,
        country=country,
    )
    return _candidates(desk, _like(desk, asked), limit)


def candidates_among(
    desk: Desk, asked: Iterable[KnownPerson], *, limit: int = 8
) -> Generator[list[Candidate], None, None]:
    """Who may be meant by each of these, in their order; for long work with thousands of them."""
    names = read_names(desk)
    rest = iter(asked)
    while some := list(islice(rest, _AT_ONCE)):
        found = [names.like(person)[:limit] for person in some]
        rows = _rows(desk, [match.person_id for matches in found for match in matches])
        for matches in found:
            yield [_candidate(rows[m.person_id], m) for m in matches if m.person_id in rows]


def candidates_of_person(desk: Desk, person_id: int, *, limit: int = 8) -> list[Candidate]:
    """Who may be the same person as this one, without those who were said not to be."""
    with desk.read() as session:
        person = session.get(Person, person_id)
        if person is None:
            return []
        two = _said_to_be_two(session)
    matches = [
        match
        for match in _like(desk, _known_person(person))
        if _in_order(person_id, match.person_id) not in two
    ]
    return _candidates(desk, matches, limit)


def find_candidates(desk: Desk, person_id: int) -> Generator[Progress, None, list[Candidate]]:
    """As `candidates_of_person`, beside the window: the first question reads everybody's names."""
    yield Progress(0, 1, _("Comparing names"))
    return candidates_of_person(desk, person_id)


def find_pairs_of_visits(
    desk: Desk, visit_ids: Iterable[int]
) -> Generator[Progress, None, list[Pair]]:
    """Whoever of these delegations may be noted twice, beside the window; the likeliest first."""
    yield Progress(0, 1, _("Comparing names"))
    with desk.read() as session:
        people = session.exec(
            select(DelegationMember.person_id).where(
                col(DelegationMember.visit_id).in_(list(visit_ids)),
                col(DelegationMember.person_id).is_not(None),
            )
        ).all()
    return pairs_of(desk, {person_id for person_id in people if person_id is not None})


def pairs_of(desk: Desk, person_ids: Iterable[int]) -> list[Pair]:
    """Whoever may be the same person as one of these, each pair once, the likeliest first.

    For a list of `all_candidates` that is to follow what was written since.
    """
    pairs: dict[tuple[int, int], Pair] = {}
    rows = _rows(desk, person_ids)
    for person_id, row in rows.items():
        for other in candidates_of_person(desk, person_id):
            one = _as_candidate(row, other.score, other.reasons)
            first, second = (one, other) if person_id < other.person_id else (other, one)
            pairs[first.person_id, second.person_id] = Pair(first, second)
    return sorted(pairs.values(), key=_likeliest_first)


def answered_pairs(desk: Desk) -> list[Pair]:
    """Those who were said not to be one person, the latest answer first."""
    with desk.read() as session:
        answers = session.exec(
            select(NotSamePerson.first_id, NotSamePerson.second_id).order_by(
                col(NotSamePerson.id).desc()
            )
        ).all()
        ids = {person_id for answer in answers for person_id in answer}
        people = _people(session, ids)
    rows = _rows(desk, ids)
    found: list[Pair] = []
    for first, second in answers:
        score, reasons = _likeness(people[first], people[second])
        found.append(
            Pair(
                _as_candidate(rows[first], score, reasons),
                _as_candidate(rows[second], score, reasons),
            )
        )
    return found


def all_candidates(
    desk: Desk, *, limit: int = MOST_PAIRS
) -> Generator[Progress, None, tuple[list[Pair], int]]:
    """Everybody against everybody: the likeliest pairs, and how many there are in all.

    The generator's return value; those who were said not to be one are left out.
    """
    words = _("Comparing names")
    yield Progress(0, 1, words)
    names = read_names(desk)
    with desk.read() as session:
        two = _said_to_be_two(session)
    best: list[tuple[int, int, int, Match]] = []
    count = 0
    for done, (person_id, matches) in enumerate(names.pairs(), start=1):
        for match in matches:
            if (person_id, match.person_id) in two:
                continue
            count += 1
            # Of pairs equally alike those noted first stay.
            item = (match.score, -person_id, -match.person_id, match)
            if len(best) < limit:
                heappush(best, item)
            else:
                heappushpop(best, item)
        if done % _AT_ONCE == 0:
            yield Progress(done, len(names), words)
    best.sort(reverse=True)
    return _pairs(desk, best), count


def not_the_same(desk: Desk, one_id: int, other_id: int) -> None:
    """Remember that two people are not one. Raises NotThere, UserError for one and the same."""
    first, second = _in_order(one_id, other_id)
    if first == second:
        raise UserError(_("These are one and the same entry already."))
    with desk.work(_("Not the same person")) as session:
        for person_id in (first, second):
            row_for_change(session, Person, person_id)
        if not _answers_about(session, first, second):
            session.keep(NotSamePerson(first_id=first, second_id=second))


def maybe_the_same(desk: Desk, one_id: int, other_id: int) -> None:
    """Forget that two people were said not to be one."""
    with desk.work(_("Maybe the same person")) as session:
        for row in _answers_about(session, *_in_order(one_id, other_id)):
            session.drop(row)


def read_names(desk: Desk) -> KnownNames:
    """Everybody by their names, for long work to ask and to keep: nobody else changes it."""
    names = KnownNames()
    with desk.store.read() as session:
        for person in _columns(session, None):
            names.put(person)
    return names


def _like(desk: Desk, asked: KnownPerson) -> list[Match]:
    """Whom of all the people, as last committed, somebody is like."""
    known = _known.setdefault(desk, _Known())
    with known.lock:
        _refresh(desk, known)
        return known.names.like(asked)


def _refresh(desk: Desk, known: _Known) -> None:
    """Read anew only those about whom something changed."""
    with desk.store.read() as session:
        latest = last_step(session)
        if latest == known.step:
            return
        changed: set[int] | None = None
        if known.step >= 0:
            changed = set(
                session.exec(
                    select(HistoryChange.row_id)
                    .where(
                        col(HistoryChange.step_id) > known.step,
                        HistoryChange.table_name == Person.__tablename__,
                    )
                    .distinct()
                )
            )
        for person_id in changed or ():
            known.names.drop(person_id)
        for person in _columns(session, changed):
            known.names.put(person)
        known.step = latest


def _columns(session: Session, ids: Iterable[int] | None) -> Iterable[KnownPerson]:
    """What people are known by; everybody, or those of the ids that are there."""
    statement = select_columns(
        col(Person.id),
        col(Person.full_name),
        col(Person.original_script),
        col(Person.aliases),
        col(Person.email),
        col(Person.phone),
        col(Person.country),
    ).order_by(col(Person.id))
    portions = [None] if ids is None else _portions(sorted(ids))
    for some in portions:
        asked = statement if some is None else statement.where(col(Person.id).in_(some))
        rows = session.connection().execute(asked)
        for person_id, name, script, aliases, email, phone, country in rows:
            yield known_person(
                person_id,
                name,
                original_script=script,
                aliases=aliases,
                email=email,
                phone=phone,
                country=country,
            )


def _portions(numbers: Sequence[int]) -> list[list[int] | None]:
    return [list(numbers[at : at + _AT_ONCE]) for at in range(0, len(numbers), _AT_ONCE)]


def _known_person(person: Person) -> KnownPerson:
    return known_person(
        person.id,
        person.full_name,
        original_script=person.original_script,
        aliases=person.aliases,
        email=person.email,
        phone=person.phone,
        country=person.country,
    )


def _candidates(desk: Desk, matches: Sequence[Match], limit: int) -> list[Candidate]:
    chosen = list(matches[:limit])
    rows = _rows(desk, [match.person_id for match in chosen])
    # Who was deleted a moment ago is left out.
    return [_candidate(rows[match.person_id], match) for match in chosen if match.person_id in rows]


def _pairs(desk: Desk, best: Sequence[tuple[int, int, int, Match]]) -> list[Pair]:
    rows = _rows(desk, {person_id for _s, one, other, _m in best for person_id in (-one, -other)})
    return [
        Pair(_candidate(rows[-one], match), _candidate(rows[-other], match))
        for _score, one, other, match in best
        if -one in rows and -other in rows
    ]


def _rows(desk: Desk, ids: Iterable[int]) -> Mapping[int, PersonRow]:
    wanted = sorted(set(ids))
    found: dict[int, PersonRow] = {}
    with desk.read() as session:
        for some in _portions(wanted):
            found |= {row.id: row for row in rows_by_id(session, some or [], on=desk.today())}
    return found


def _people(session: Session, ids: Iterable[int]) -> dict[int, KnownPerson]:
    return {person.id: person for person in _columns(session, ids)}


def _likeness(one: KnownPerson, other: KnownPerson) -> tuple[int, tuple[SameReason, ...]]:
    """How alike two are who may not be alike at all any more, and what tells it."""
    names = KnownNames()
    names.put(other)
    matches = names.like(one)
    return (matches[0].score, matches[0].reasons) if matches else (0, ())


def _likeliest_first(pair: Pair) -> tuple[int, int, int]:
    return -pair.score, pair.first.person_id, pair.second.person_id


def _candidate(row: PersonRow, match: Match) -> Candidate:
    written = match.written if row.id == match.person_id else row.name
    return _as_candidate(row, match.score, match.reasons, written)


def _as_candidate(
    row: PersonRow, score: int, reasons: tuple[SameReason, ...], written: str = ""
) -> Candidate:
    return Candidate(
        person_id=row.id,
        name=row.name,
        office=row.office,
        organisation=row.organisation,
        country=row.country,
        score=score,
        reasons=reasons,
        written=written or row.name,
    )


def _said_to_be_two(session: Session) -> set[tuple[int, int]]:
    return set(session.exec(select(NotSamePerson.first_id, NotSamePerson.second_id)).all())


def _answers_about(session: Session, first: int, second: int) -> Sequence[NotSamePerson]:
    return session.exec(
        select(NotSamePerson).where(
            NotSamePerson.first_id == first, NotSamePerson.second_id == second
        )
    ).all()


def _in_order(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
