"""Findings: clashes and what is still missing, with what mends it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from desk.locale import _
from desk.model.choices import Severity, Status
from desk.model.errors import UserError
from desk.model.rows.findings import FindingRow
from desk.model.tables import (
    ClashOverride,
    Event,
    Visit,
)
from desk.rules.conflicts import (
    Booking,
    all_clashes,
    clashes_of,
)
from desk.services.assembly.lookup import rows_by_id
from desk.services.bookings import booking_of, bookings_against, bookings_between
from desk.services.clash_findings import clash_findings
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.mends import SEARCH_AHEAD
from desk.services.missing import event_findings, visit_findings
from desk.services.scheduling import instant_of

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def findings_of_event(desk: Desk, event_id: int, *, with_mends: bool = True) -> list[FindingRow]:
    """What is wrong with one event, the gravest first."""
    with desk.read() as session:
        event = rows_by_id(session, Event, [event_id]).get(event_id)
        if event is None:
            return []
        return _judged_event(session, event, with_mends=with_mends)


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
) -> list[FindingRow]:
    """What would be wrong with an event that is not written yet. Raises UserError for its times."""
    with desk.read() as session:
        event = Event(
            id=0,
            visit_id=visit_id,
            number=0,
            starts=starts,
            ends=ends,
            zone=zone,
            starts_at=instant_of(starts, zone, 0, "starts"),
            ends_at=instant_of(ends, zone, 0, "ends"),
            venue_id=venue_id,
            layout_id=layout_id,
            status=status,
            uid="",
        )
        if event.ends_at <= event.starts_at:
            raise UserError(_("The end is not after the start."), field="ends")
        wanted = frozenset(people)
        return _judged_event(session, event, people=wanted, with_mends=False)


def clash_findings_between(
    desk: Desk, starts_at: datetime, ends_at: datetime, *, with_mends: bool = False
) -> list[FindingRow]:
    """The clashes of everything that happens between two aware moments."""
    with desk.read() as session:
        bookings = bookings_between(session, starts_at, ends_at)
        return clash_findings(session, all_clashes(bookings), bookings, with_mends=with_mends)


def findings(desk: Desk, *, visit_id: int | None = None) -> list[FindingRow]:
    """Everything that is wrong or missing, in one visit or from today on; the gravest first."""
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
        held = [event for event in events if event.status.holds_its_time]
        found: list[FindingRow] = []
        if held:
            bookings = bookings_between(
                session, min(e.starts_at for e in held), max(e.ends_at for e in held)
            )
            own = {event.id for event in held}
            clashes = [
                clash
                for clash in all_clashes(bookings)
                if clash.first.event_id in own or clash.second.event_id in own
            ]
            found += clash_findings(session, clashes, bookings, with_mends=False)
        found += event_findings(session, held)
        for visit in visits:
            found += visit_findings(session, visit)
    return sorted(found, key=lambda row: (_GRAVITY[row.severity], row.about, row.code))


def accept_clash(desk: Desk, event_id: int, other_event_id: int, code: str, *, reason: str) -> None:
    """Leave a clash as it is, with a reason that never leaves the office. Raises UserError."""
    if not reason.strip():
        raise UserError(_("Say why, so that everybody can answer the question."), field="reason")
    with desk.work(_("Accept a clash")) as session:
        row_for_change(session, Event, event_id)
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


def _judged_event(
    session: Session,
    event: Event,
    *,
    people: frozenset[int] | None = None,
    with_mends: bool,
) -> list[FindingRow]:
    found: list[FindingRow] = []
    if event.status.holds_its_time:
        own = booking_of(session, event, people)
        clashes = clashes_of(own, bookings_against(session, own))
        around: list[Booking] = []
        if clashes and with_mends:
            around = bookings_between(session, event.starts_at, event.ends_at + SEARCH_AHEAD)
        others = [booking for booking in around if booking.event_id != event.id]
        found += clash_findings(
            session, clashes, [own, *others], with_mends=with_mends, moving=event
        )
    found += event_findings(session, [event])
    return sorted(found, key=lambda row: _GRAVITY[row.severity])
