"""Booking an event from one typed line: what it says, and doing it."""

from collections.abc import Mapping
from datetime import date

from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.choices import EventKind, Severity, Side, Status
from desk.model.errors import NotThere, UserError
from desk.model.localised import text_in
from desk.model.rows.findings import FindingRow
from desk.model.rows.quick_add import QuickProblem, Understanding
from desk.model.tables import Person, Venue, Visit
from desk.rules import quick_add
from desk.rules.quick_add import Known, Named, Plan
from desk.services import checks, participation, programme
from desk.services.assembly.people import person_rows
from desk.services.desk import Desk
from desk.services.numbers import visit_by_reference, visit_reference
from desk.services.quick_add_words import understood_parts
from desk.store.search import find

_MOST_NAMESAKES = 20
_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def understand(
    desk: Desk,
    text: str,
    *,
    visit_id: int | None = None,
    choices: Mapping[str, str] | None = None,
) -> Understanding:
    """What a line says, and what stands in the way of booking it; nothing is written.

    `choices` are readings chosen by somebody: the key of the part to the key of the alternative.
    """
    with desk.read() as session:
        visits = _visits_named(session, text)
        visit_id = visits[0].id if visits else visit_id
        visit = session.get(Visit, visit_id) if visit_id else None
        plan = quick_add.read(text, _known(desk, session, text, visits, visit), choices)
        found = _findings(desk, plan, visit_id)
    return Understanding(
        text=plan.text,
        title=plan.title,
        parts=understood_parts(plan, found, current_language()),
        problems=tuple(QuickProblem(row.code, row.sentence, row.part) for row in plan.problems),
        times=tuple((one.starts, one.ends) for one in plan.occurrences),
        all_day=any(one.all_day for one in plan.occurrences),
        zone=plan.zone,
        venue_id=plan.venue.id if plan.venue else None,
        venue=plan.venue.name if plan.venue else "",
        kind=plan.kind or EventKind.MEETING,
        status=plan.status or Status.TENTATIVE,
        visit_id=visit_id,
        visit=visit_reference(visit.year, visit.number) if visit else "",
        people=tuple(who.id for who in plan.people),
        findings=found,
        is_event=plan.looks_like_an_event,
    )


def add(
    desk: Desk,
    text: str,
    *,
    visit_id: int | None = None,
    choices: Mapping[str, str] | None = None,
    outside: bool = False,
    tentative: bool = False,
) -> int:
    """Book what the line says; the id of the event, or of the first of several days.

    `outside` reads the line by the days of the visit but books for no visit; `tentative` books so
    whatever status was typed. One step and one undo. Raises UserError while something is missing
    or can be read in two ways, Blocked where a firm event would clash with another one.
    """
    with desk.work(_("Quick add")):
        line = understand(desk, text, visit_id=visit_id, choices=choices)
        if line.problems:
            raise UserError(line.problems[0].message, field="text")
        booked = [
            programme.create_event(
                desk,
                title=line.title,
                starts=starts,
                ends=ends,
                zone=line.zone,
                kind=line.kind,
                status=Status.TENTATIVE if tentative else line.status,
                visit_id=None if outside else line.visit_id,
                venue_id=line.venue_id,
            )
            for starts, ends in line.times
        ]
        for event_id in booked:
            if line.all_day:
                programme.update_event(desk, event_id, {"all_day": True})
            there = {row.person_id for row in participation.list_participants(desk, event_id)}
            for person_id in line.people:
                if person_id not in there:
                    participation.add_participant(
                        desk, event_id, person_id=person_id, side=Side.HOST
                    )
        return booked[0]


def _known(
    desk: Desk, session: Session, text: str, visits: tuple[Named, ...], visit: Visit | None
) -> Known:
    """What the reader is told: every venue, and the people that the line may mean."""
    return Known(
        today=desk.today(),
        zone=visit.zone if visit else desk.zone,
        venues=_venues(session) if "@" in text else (),
        people=_people(session, text, desk.today()),
        visits=visits,
        first_day=visit.first_day if visit else None,
        last_day=visit.last_day if visit else None,
    )


def _venues(session: Session) -> tuple[Named, ...]:
    language = current_language()
    return tuple(
        Named(
            venue.id,
            text_in(venue.name, language),
            tuple(venue.name.values()),
            ", ".join(part for part in (text_in(venue.building, language), venue.city) if part),
            venue.zone,
        )
        for venue in session.exec(select(Venue).order_by(col(Venue.id)))
    )


def _people(session: Session, text: str, today: date) -> tuple[Named, ...]:
    """Whoever the words behind `+` may mean, with the office that tells namesakes apart."""
    ids = {
        hit.row_id
        for word in quick_add.words_behind(text, "+")
        for hit in find(session, word, kinds=["person"], limit=_MOST_NAMESAKES)
    }
    if not ids:
        return ()
    people = session.exec(select(Person).where(col(Person.id).in_(ids)).order_by(col(Person.id)))
    rows = person_rows(session, list(people), on=today, language=current_language())
    return tuple(Named(row.id, row.name, tuple(row.aliases), row.office) for row in rows)


def _visits_named(session: Session, text: str) -> tuple[Named, ...]:
    """The visits whose references stand behind `#`."""
    found: dict[int, Named] = {}
    for word in quick_add.words_behind(text, "#"):
        try:
            visit = visit_by_reference(session, word)
        except NotThere:
            continue
        title = text_in(visit.title, current_language())
        reference = visit_reference(visit.year, visit.number)
        found[visit.id] = Named(visit.id, reference, (word,), title)
    return tuple(found.values())


def _findings(desk: Desk, plan: Plan, visit_id: int | None) -> tuple[FindingRow, ...]:
    """What would be wrong with it; a place that is not chosen yet is no finding."""
    found: dict[tuple[str, str, str], FindingRow] = {}
    for one in plan.occurrences:
        for row in checks.findings_of_draft(
            desk,
            starts=one.starts,
            ends=one.ends,
            zone=plan.zone,
            venue_id=plan.venue.id if plan.venue else None,
            people=[who.id for who in plan.people],
            status=plan.status or Status.TENTATIVE,
            visit_id=visit_id,
        ):
            if row.code != "no_place":
                found.setdefault((row.code, row.title, row.why), row)
    return tuple(sorted(found.values(), key=lambda row: _GRAVITY[row.severity]))
