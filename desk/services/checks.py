"""Findings: clashes and what is still missing, with what mends it."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select

from desk.locale import _
from desk.model.choices import EventKind, Status
from desk.model.errors import UserError
from desk.model.rows.findings import FindingRow
from desk.model.tables import ClashOverride, Event, Visit
from desk.services.assembly.lookup import rows_by_id
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.event_findings import (
    by_gravity,
    clash_findings_then,
    findings_about,
    findings_about_all,
)
from desk.services.happening import HAPPENING, between
from desk.services.missing import visit_findings
from desk.services.scheduling import day_begins, instant_of
from desk.services.visits import LONGEST_VISIT

__all__ = [
    "accept_clash",
    "clash_findings_between",
    "findings",
    "findings_between",
    "findings_of_draft",
    "findings_of_event",
]


def findings_of_event(desk: Desk, event_id: int, *, with_mends: bool = True) -> list[FindingRow]:
    """What is wrong with one event, the gravest first."""
    with desk.read() as session:
        event = rows_by_id(session, Event, [event_id]).get(event_id)
        return findings_about(session, event, with_mends=with_mends) if event else []


def findings_of_draft(
    desk: Desk,
    *,
    starts: datetime,
    ends: datetime,
    zone: str,
    venue_id: int | None,
    layout_id: int | None = None,
    people: Iterable[int] = (),
    status: Status = Status.TENTATIVE,
    visit_id: int | None = None,
    resources: Iterable[int] = (),
    heads: int | None = None,
    kind: EventKind = EventKind.MEETING,
    all_day: bool = False,
    with_mends: bool = False,
    with_days: bool = True,
) -> list[FindingRow]:
    """What would be wrong with an event that is not written yet. Raises UserError for its times.

    `heads` is how many people want a chair, when they are more than the people named. What mends
    it is meant for the event 0, which is the draft.
    """
    wanted = frozenset(people)
    with desk.read() as session:
        event = Event(
            id=0,
            visit_id=visit_id,
            number=0,
            kind=kind,
            starts=starts,
            ends=ends,
            zone=zone,
            starts_at=instant_of(starts, zone, 0, "starts"),
            ends_at=instant_of(ends, zone, 0, "ends"),
            all_day=all_day,
            venue_id=venue_id,
            layout_id=layout_id,
            status=status,
            uid="",
        )
        if event.ends_at <= event.starts_at:
            raise UserError(_("The end is not after the start."), field="ends")
        return findings_about(
            session,
            event,
            people=wanted,
            resources=frozenset(resources),
            chairs=len(wanted) if heads is None else heads,
            with_mends=with_mends,
            with_days=with_days,
        )


def clash_findings_between(
    desk: Desk, starts_at: datetime, ends_at: datetime, *, with_mends: bool = False
) -> list[FindingRow]:
    """The clashes of everything that happens between two aware moments.

    With mends, each is told as its own event tells it.
    """
    with desk.read() as session:
        found = clash_findings_then(session, starts_at, ends_at)
        return _with_mends(session, found) if with_mends else found


def findings(
    desk: Desk, *, visit_id: int | None = None, with_days: bool = True
) -> list[FindingRow]:
    """Everything that is wrong or missing, in one visit or from today on; the gravest first.

    Without days it is quicker by the calendars of holidays, which a start need not wait for.
    """
    with desk.read() as session:
        if visit_id is None:
            visits = session.exec(select(Visit).where(Visit.last_day >= desk.today())).all()
            events = session.exec(
                select(Event).where(
                    col(Event.long).in_((False, True)),
                    Event.starts_at >= desk.now() - timedelta(days=1),
                )
            ).all()
        else:
            visits = [row_for_change(session, Visit, visit_id)]
            events = session.exec(select(Event).where(Event.visit_id == visit_id)).all()
        return _all(session, events, visits, with_days=with_days)


def findings_between(desk: Desk, first_day: date, last_day: date) -> list[FindingRow]:
    """Everything that is wrong or missing in what touches these days at the office, both included."""
    since = day_begins(first_day, desk.zone)
    until = day_begins(last_day + timedelta(days=1), desk.zone)
    with desk.read() as session:
        events = session.exec(select(Event).where(HAPPENING), params=between(since, until)).all()
        visits = session.exec(
            select(Visit).where(
                Visit.first_day <= last_day,
                Visit.first_day >= first_day - LONGEST_VISIT,
                Visit.last_day >= first_day,
            )
        ).all()
        return _all(session, events, visits, with_days=True)


def accept_clash(
    desk: Desk, event_id: int, other_event_id: int | None, code: str, *, reason: str
) -> None:
    """Leave a finding as it is, with a reason that never leaves the office. Raises UserError.

    `other_event_id` is the other event of a clash, None for what concerns one event alone.
    """
    if not reason.strip():
        raise UserError(_("Say why, so that everybody can answer the question."), field="reason")
    clash = other_event_id is not None
    with desk.work(_("Accept a clash") if clash else _("Accept a finding")) as session:
        row_for_change(session, Event, event_id)
        if other_event_id is not None:
            row_for_change(session, Event, other_event_id)
        session.keep(
            ClashOverride(
                event_id=event_id,
                other_event_id=other_event_id,
                code=code,
                reason=reason.strip(),
                decided_by=desk.who,
            )
        )


def _all(
    session: Session,
    events: Collection[Event],
    visits: Iterable[Visit],
    *,
    with_days: bool,
) -> list[FindingRow]:
    found = findings_about_all(session, list(events), with_days=with_days)
    for visit in visits:
        found += visit_findings(session, visit)
    return by_gravity(found)


def _with_mends(session: Session, found: Iterable[FindingRow]) -> list[FindingRow]:
    """The same findings as their events tell them, which know what mends them."""
    told: dict[int, list[FindingRow]] = {}
    rows: list[FindingRow] = []
    for row in found:
        event_id = row.event_id or 0
        if event_id not in told:
            event = rows_by_id(session, Event, [event_id])[event_id]
            told[event_id] = findings_about(session, event, with_mends=True, with_days=False)
        rows += (
            own
            for own in told[event_id]
            if (own.code, own.other_event_id) == (row.code, row.other_event_id)
        )
    return rows
