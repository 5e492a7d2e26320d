"""Rescheduling many events at once: each change is one step, one undo, with its reason."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlmodel import Session, col, or_, select

from desk.locale import _
from desk.locale.words import current_language
from desk.locale.zones import fold_of, wall_time
from desk.model.choices import Role, Severity, Side, Status
from desk.model.errors import UserError
from desk.model.rows.findings import FindingRow
from desk.model.rows.invitations import InvitationState
from desk.model.rows.reschedule import (
    Change,
    MoveToVenue,
    MoveVisit,
    PostponeVisit,
    ReplaceHost,
    RescheduledEvent,
    ReschedulePreview,
    ShiftEvents,
)
from desk.model.tables import (
    Event,
    Invitation,
    Participation,
    Person,
    ProducedDocument,
    Venue,
    VenueLayout,
    Visit,
)
from desk.services import checks, invitations, visits
from desk.services.assembly.events import event_rows
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.headcounts import heads_of
from desk.services.participation import let_go
from desk.services.scheduling import check_venue, settle, shift_event
from desk.store.unit_of_work import WorkSession

_OVER = (Status.DONE, Status.CANCELLED)
_TO_TELL = (InvitationState.TO_UPDATE, InvitationState.TO_WITHDRAW)

Told = set[tuple[int, str, str]]
"""Which guests of which events hold something that is not so any more."""


class _Seen(Exception):
    """Carries a preview out of a unit of work, which is thereby taken back."""

    def __init__(self, preview: ReschedulePreview) -> None:
        super().__init__()
        self.preview = preview


def carry_out(desk: Desk, change: Change) -> None:
    """Reschedule, as one step whose name holds the reason. Raises UserError.

    A clash does not stop what is moved; `preview` tells of it beforehand.
    """
    label = _label(change)
    reason = change.reason.strip()
    with desk.work(f"{label}: {reason}" if reason else label) as session:
        _apply(desk, session, change)


def preview(desk: Desk, change: Change) -> ReschedulePreview:
    """What would become of every event, what would clash, and who would have to be told.

    It is done and taken back again in the same moment, so what is said is what would be.
    """
    if not change.reason.strip():
        # A reason is asked for when it is done, not while somebody tries days.
        change = replace(change, reason="…")
    try:
        with desk.work(_label(change)) as session:
            raise _Seen(_previewed(desk, session, change))
    except _Seen as seen:
        return seen.preview
    except UserError as error:
        return ReschedulePreview(problem=error.message)


def _label(change: Change) -> str:
    labels: dict[type[Change], str] = {
        MoveVisit: _("Move visit"),
        PostponeVisit: _("Postpone visit"),
        ShiftEvents: _("Shift events"),
        MoveToVenue: _("Change the venue"),
        ReplaceHost: _("Replace the host"),
    }
    return labels[type(change)]


def _previewed(desk: Desk, session: WorkSession, change: Change) -> ReschedulePreview:
    language = current_language()
    events = _affected(session, change)
    before = event_rows(session, events, language)
    invited = _are_invited(session, events)
    told: Told = _told(desk, events) if invited else set()
    known = {row.id: _known_findings(desk, row.id) for row in before}
    try:
        _apply(desk, session, change)
        session.flush()
    except UserError as error:
        unchanged = tuple(RescheduledEvent(row, row) for row in before)
        return ReschedulePreview(events=unchanged, problem=error.message)
    after = {row.id: row for row in event_rows(session, events, language)}
    rows = tuple(
        RescheduledEvent(
            row,
            after[row.id],
            tuple(
                finding
                for finding in checks.findings_of_event(desk, row.id, with_mends=False)
                if not finding.accepted and _said(finding) not in known[row.id]
            ),
        )
        for row in before
    )
    changed = [row.after.id for row in rows if row.is_changed]
    of_visit = isinstance(change, MoveVisit | PostponeVisit)
    visit = session.get(Visit, change.visit_id) if of_visit else None
    return ReschedulePreview(
        events=rows,
        first_day=visit.first_day if visit else None,
        last_day=visit.last_day if visit else None,
        prints=_prints(session, [event for event in events if event.id in changed]),
        invitations=len(_told(desk, events) - told) if invited else 0,
    )


def _known_findings(desk: Desk, event_id: int) -> set[tuple[str, ...]]:
    """The warnings that are true of the event as it stands; a clash is told again."""
    found = checks.findings_of_event(desk, event_id, with_mends=False)
    return {_said(finding) for finding in found if finding.severity is not Severity.ERROR}


def _said(finding: FindingRow) -> tuple[str, ...]:
    return finding.code, finding.title, finding.why


def _affected(session: Session, change: Change) -> Sequence[Event]:
    """The events in order of time. Raises UserError when one is gone."""
    if isinstance(change, MoveVisit | PostponeVisit):
        row_for_change(session, Visit, change.visit_id)
        mine = col(Event.visit_id) == change.visit_id
    else:
        for event_id in change.event_ids:
            row_for_change(session, Event, event_id)
        mine = col(Event.id).in_(change.event_ids)
    return session.exec(
        select(Event).where(mine).order_by(col(Event.starts_at), col(Event.id))
    ).all()


def _are_invited(session: Session, events: Sequence[Event]) -> bool:
    """Whether any guest holds anything: while one plans, nobody does, and nothing is compared."""
    ids = [event.id for event in events]
    return bool(
        session.exec(
            select(Invitation.id).where(col(Invitation.event_id).in_(ids)).limit(1)
        ).first()
    )


def _told(desk: Desk, events: Sequence[Event]) -> Told:
    ids = {event.id for event in events}
    visit_ids = {event.visit_id for event in events if event.visit_id is not None}
    rows = [row for visit in visit_ids for row in invitations.plan(desk, visit_id=visit)]
    for event in events:
        if event.visit_id is None:
            rows += invitations.plan(desk, event_id=event.id)
    return {
        (row.event_id, row.mailbox, row.name)
        for row in rows
        if row.event_id in ids and row.state in _TO_TELL
    }


def _prints(session: Session, events: Sequence[Event]) -> int:
    """The latest print of every paper that tells of these events."""
    if not events:
        return 0
    visit_ids = {event.visit_id for event in events if event.visit_id is not None}
    rows = session.exec(
        select(ProducedDocument).where(
            or_(
                col(ProducedDocument.event_id).in_([event.id for event in events]),
                col(ProducedDocument.event_id).is_(None)
                & col(ProducedDocument.visit_id).in_(visit_ids),
            )
        )
    ).all()
    return len({(row.kind, row.event_id, row.visit_id, row.language) for row in rows})


# What each change does


def _apply(desk: Desk, session: WorkSession, change: Change) -> None:
    if isinstance(change, MoveVisit):
        _move_visit(desk, session, change)
    elif isinstance(change, PostponeVisit):
        _postpone_visit(desk, session, change)
    elif isinstance(change, ShiftEvents):
        by = _length(minutes=change.minutes)
        _each(session, change, lambda event: shift_event(event, by))
    elif isinstance(change, MoveToVenue):
        _move_to_venue(session, change)
    else:
        _replace_host(session, change)


def _each(session: WorkSession, change: Change, do: Callable[[Event], None]) -> None:
    """Do it to every event, each with the reason."""
    for event in _affected(session, change):
        do(event)
        if change.reason.strip():
            event.status_reason = change.reason.strip()
        session.add(event)


def _move_visit(desk: Desk, session: WorkSession, change: MoveVisit) -> None:
    visit = row_for_change(session, Visit, change.visit_id)
    former_zone, zone = visit.zone, change.zone or visit.zone
    events = _affected(session, change)
    by = _length(days=change.days)
    values: dict[str, object] = {
        "first_day": _later(visit.first_day, by),
        "last_day": _later(visit.last_day, by),
        "zone": zone,
    }
    if change.reason.strip():
        values["status_reason"] = change.reason.strip()
    visits.update_visit(desk, visit.id, values)
    goes_along = {event.id for event in events if event.zone == former_zone}
    anchor = events[0] if events else None
    began = anchor.starts_at if anchor is not None else None
    for event in events:
        was = (event.starts_at, event.ends_at)
        if event.id in goes_along:
            event.zone = zone
        if change.keep_gaps and anchor is not None and began is not None and event is not anchor:
            gap = anchor.starts_at - began
            for name, moment in zip(("starts", "ends"), was, strict=True):
                setattr(event, name, wall_time(moment + gap, event.zone))
                setattr(event, f"{name}_fold", fold_of(moment + gap, event.zone))
            settle(event)
        else:
            length = event.ends_at - event.starts_at
            shift_event(event, by)
            if change.keep_gaps:
                # Its own length too is kept, also where the clocks change meanwhile.
                event.ends = wall_time(event.starts_at + length, event.zone)
                event.ends_fold = fold_of(event.starts_at + length, event.zone)
                settle(event)
        session.add(event)


def _length(*, days: int = 0, minutes: int = 0) -> timedelta:
    try:
        return timedelta(days=days, minutes=minutes)
    except OverflowError as error:
        raise UserError(_("There is no such day in the calendar."), field="days") from error


def _later(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError as error:
        raise UserError(_("There is no such day in the calendar."), field="days") from error


def _postpone_visit(desk: Desk, session: WorkSession, change: PostponeVisit) -> None:
    if change.days is None:
        visits.set_visit_status(desk, change.visit_id, Status.POSTPONED, reason=change.reason)
        return
    if not change.reason.strip():
        raise UserError(_("Say why, so that everybody can answer the question."), field="reason")
    _move_visit(desk, session, MoveVisit(change.visit_id, change.days))
    visits.set_visit_status(desk, change.visit_id, Status.TENTATIVE, reason=change.reason)
    for event in _affected(session, change):
        if event.status not in _OVER:
            event.status, event.status_reason = Status.TENTATIVE, change.reason.strip()
            session.add(event)


def _move_to_venue(session: WorkSession, change: MoveToVenue) -> None:
    row_for_change(session, Venue, change.venue_id)
    layouts = session.exec(
        select(VenueLayout)
        .where(VenueLayout.venue_id == change.venue_id)
        .order_by(col(VenueLayout.seats), col(VenueLayout.id))
    ).all()
    heads = heads_of(session, _affected(session, change))

    def move(event: Event) -> None:
        if event.venue_id == change.venue_id:
            return
        event.venue_id = change.venue_id
        # The layout that seats everybody most tightly; none where none does.
        fitting = (row.id for row in layouts if row.seats >= max(heads.get(event.id, 0), 1))
        event.layout_id = next(fitting, None)
        check_venue(session, event)

    _each(session, change, move)


def _replace_host(session: WorkSession, change: ReplaceHost) -> None:
    row_for_change(session, Person, change.person_id)

    def swap(event: Event) -> None:
        rows = session.exec(
            select(Participation)
            .where(Participation.event_id == event.id)
            .order_by(col(Participation.position), col(Participation.id))
        ).all()
        hosts = [row for row in rows if row.side is Side.HOST and row.person_id is not None]
        if change.instead_of is None:
            former = next((row for row in hosts if row.role is Role.HEAD), None)
        else:
            former = next((row for row in hosts if row.person_id == change.instead_of), None)
            if former is None:
                return
        if former is not None and former.person_id == change.person_id:
            return
        row = next((row for row in rows if row.person_id == change.person_id), None)
        if row is None:
            row = Participation(event_id=event.id, person_id=change.person_id)
        row.side = Side.HOST
        row.role = former.role if former is not None else Role.HEAD
        row.position = former.position if former is not None else 0
        session.keep(row)
        if former is not None:
            let_go(session, event, former)

    _each(session, change, swap)
