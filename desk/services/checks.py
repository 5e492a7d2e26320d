"""Findings: clashes and what is still missing, with what mends it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, or_, select

from desk.locale import _, ngettext
from desk.locale.formats import clock_time, time_range, weekday_date
from desk.locale.words import current_language
from desk.locale.zones import wall_time, zone_label
from desk.model.choices import EventKind, Role, Severity, Side, Status
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.findings import FindingRow, Mend
from desk.model.tables import (
    ClashOverride,
    DelegationMember,
    Event,
    Participation,
    Person,
    Venue,
    VenueLayout,
    Visit,
)
from desk.rules.conflicts import (
    Booking,
    Clash,
    ClashKind,
    all_clashes,
    clashes_of,
    first_free_start,
)
from desk.services.assembly.lookup import rows_by_id
from desk.services.bookings import bookings_between, bookings_of
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.services.numbers import event_reference, visit_reference
from desk.services.scheduling import instant_of

SEARCH_AHEAD = timedelta(days=3)
OFFICE_HOURS = (7, 21)
_STEP = timedelta(minutes=15)
_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def findings_of_event(desk: Desk, event_id: int, *, with_mends: bool = True) -> list[FindingRow]:
    """What is wrong with one event, the gravest first."""
    with desk.read() as session:
        event = session.get(Event, event_id)
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
        return _clash_rows(session, all_clashes(bookings), bookings, with_mends=with_mends)


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
            found += _clash_rows(session, clashes, bookings, with_mends=False)
        found += _event_notes(session, held)
        for visit in visits:
            found += _visit_notes(session, visit)
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
        ahead = SEARCH_AHEAD if with_mends else timedelta()
        around = bookings_between(session, event.starts_at, event.ends_at + ahead)
        others = [booking for booking in around if booking.event_id != event.id]
        own = bookings_of(session, [event])[0]
        if people is not None:
            own = Booking(
                own.event_id,
                own.starts_at,
                own.ends_at,
                own.firm,
                own.venue_id,
                own.set_up,
                own.clear_down,
                people,
            )
        found += _clash_rows(
            session,
            clashes_of(own, others),
            [own, *others],
            with_mends=with_mends,
            moving=event,
        )
    found += _event_notes(session, [event])
    return sorted(found, key=lambda row: _GRAVITY[row.severity])


def _clash_rows(
    session: Session,
    clashes: Sequence[Clash],
    bookings: Sequence[Booking],
    *,
    with_mends: bool,
    moving: Event | None = None,
) -> list[FindingRow]:
    if not clashes:
        return []
    language = current_language()
    events = _events_in(session, clashes)
    if moving is not None:
        events[moving.id] = moving
    visits = rows_by_id(session, Visit, {e.visit_id for e in events.values()})
    venues = rows_by_id(session, Venue, {e.venue_id for e in events.values()})
    people = rows_by_id(session, Person, {p for clash in clashes for p in clash.people})
    accepted = _accepted(session, clashes)
    rows: list[FindingRow] = []
    for clash in clashes:
        # The event in hand is the one that is told about; otherwise the later one gives way.
        mine = moving.id if moving is not None else clash.second.event_id
        other = clash.first.event_id if clash.second.event_id == mine else clash.second.event_id
        event, against = events[mine], events[other]
        zone = event.zone
        starts, ends = wall_time(clash.starts_at, zone), wall_time(clash.ends_at, zone)
        code = f"{clash.kind.value}_clash"
        reason = accepted.get((code, frozenset((mine, other))), "")
        severity = Severity.ERROR if clash.firm else Severity.WARNING
        when = time_range(against.starts, against.ends, against.zone, language)
        if clash.kind is ClashKind.ROOM:
            venue = venues.get(event.venue_id or 0)
            what = text_in(venue.name, language) if venue else ""
            field = "venue_id"
        else:
            named = [people[p].full_name for p in sorted(clash.people) if p in people]
            what = (
                named[0]
                if len(named) == 1
                else ngettext(
                    "{name} and {count} more", "{name} and {count} more", len(named) - 1
                ).format(name=named[0], count=len(named) - 1)
            )
            field = "people"
        rows.append(
            FindingRow(
                code=code,
                severity=Severity.NOTE if reason else severity,
                about=event_reference(visits.get(event.visit_id or 0), event) if mine else "",
                title=_("{what}, {day} {time}").format(
                    what=what,
                    day=weekday_date(starts.date(), language),
                    time=time_range(starts, ends, zone, language),
                ),
                why=_why(clash, event, against, when, language),
                event_id=mine or None,
                other_event_id=other,
                visit_id=event.visit_id,
                field=field,
                accepted=reason,
                mends=tuple(_mends(session, event, clash, bookings, language))
                if with_mends and not reason
                else (),
            )
        )
    return rows


def _why(clash: Clash, event: Event, against: Event, when: str, language: str) -> str:
    title = text_in(event.title, language) or _("this event")
    other = text_in(against.title, language)
    if clash.kind is ClashKind.ROOM:
        overlap = min(clash.first.ends_at, clash.second.ends_at) > clash.second.starts_at
        sentence = (
            ngettext(
                "{title} and {other} ({status}, {when}) overlap by {count} minute.",
                "{title} and {other} ({status}, {when}) overlap by {count} minutes.",
                clash.minutes,
            )
            if overlap
            else ngettext(
                "Between {title} and {other} ({status}, {when}) set-up and clear-down lack "
                "{count} minute.",
                "Between {title} and {other} ({status}, {when}) set-up and clear-down lack "
                "{count} minutes.",
                clash.minutes,
            )
        )
    else:
        sentence = ngettext(
            "Expected at {title} and at {other} ({status}, {when}): {count} minute at both.",
            "Expected at {title} and at {other} ({status}, {when}): {count} minutes at both.",
            clash.minutes,
        )
    status = _("confirmed") if against.status.is_firm else _("tentative")
    return sentence.format(title=title, other=other, status=status, when=when, count=clash.minutes)


def _mends(
    session: Session,
    event: Event,
    clash: Clash,
    bookings: Sequence[Booking],
    language: str,
) -> Iterator[Mend]:
    own = next(booking for booking in bookings if booking.event_id == event.id)
    others = [booking for booking in bookings if booking.event_id != event.id]
    start = first_free_start(own, others, candidates=_office_quarters(event))
    if start is not None:
        starts = wall_time(start, event.zone)
        ends = starts + (event.ends - event.starts)
        same_day = starts.date() == event.starts.date()
        words = time_range(starts, ends, event.zone, language)
        day = "" if same_day else f"{weekday_date(starts.date(), language)} "
        yield Mend(_("Move to {time}").format(time=f"{day}{words}"), event.id, starts=starts)
    if clash.kind is not ClashKind.ROOM:
        return
    for venue, seats in _free_venues(session, event, own, others)[:2]:
        yield Mend(
            _("To {venue} ({count} seats, free)").format(
                venue=text_in(venue.name, language), count=seats
            )
            if seats
            else _("To {venue} (free)").format(venue=text_in(venue.name, language)),
            event.id,
            venue_id=venue.id,
        )


def _office_quarters(event: Event) -> Iterator[datetime]:
    """Quarter hours after the event's start at which people still work, as instants."""
    wall = event.starts
    length = event.ends - event.starts
    last = event.starts + SEARCH_AHEAD - length
    while (wall := wall + _STEP) <= last:
        day_ends = datetime.combine(wall.date(), datetime.min.time()) + timedelta(
            hours=OFFICE_HOURS[1]
        )
        if wall.hour >= OFFICE_HOURS[0] and wall + length <= day_ends:
            try:
                yield instant_of(wall, event.zone, 0, "starts")
            except UserError:
                # A quarter hour that the clock skips is no place to move to.
                continue


def _free_venues(
    session: Session, event: Event, own: Booking, others: Sequence[Booking]
) -> list[tuple[Venue, int]]:
    """Venues of the same city that are free then and seat everybody, the tightest fit first."""
    here = session.get(Venue, event.venue_id) if event.venue_id else None
    if here is None:
        return []
    heads = _heads(session, [event]).get(event.id, 0)
    seats: dict[int, int] = defaultdict(int)
    for layout in session.exec(select(VenueLayout)):
        seats[layout.venue_id] = max(seats[layout.venue_id], layout.seats)
    found: list[tuple[Venue, int]] = []
    for venue in session.exec(
        select(Venue).where(
            Venue.city == here.city, Venue.id != here.id, col(Venue.shared).is_(False)
        )
    ):
        moved = Booking(
            own.event_id, own.starts_at, own.ends_at, own.firm, venue.id, own.set_up, own.clear_down
        )
        if seats[venue.id] >= max(heads, 1) and not clashes_of(moved, others):
            found.append((venue, seats[venue.id]))
    return sorted(found, key=lambda pair: (pair[0].building != here.building, pair[1]))


def _event_notes(session: Session, events: Sequence[Event]) -> list[FindingRow]:
    """What is worth knowing about events besides clashes: seats, Sundays, days of the visit."""
    language = current_language()
    visits = rows_by_id(session, Visit, {e.visit_id for e in events})
    layouts = rows_by_id(session, VenueLayout, {e.layout_id for e in events})
    heads = _heads(session, events)
    rows: list[FindingRow] = []
    for event in events:
        if not event.status.holds_its_time:
            continue
        visit = visits.get(event.visit_id or 0)
        about = event_reference(visit, event) if event.id else ""

        def note(
            code: str, title: str, why: str, field: str, event: Event = event, about: str = about
        ) -> FindingRow:
            return FindingRow(
                code,
                Severity.WARNING,
                about,
                title,
                why,
                event_id=event.id or None,
                visit_id=event.visit_id,
                field=field,
            )

        layout = layouts.get(event.layout_id or 0)
        count = heads.get(event.id, 0)
        if layout is not None and layout.seats and count > layout.seats:
            rows.append(
                note(
                    "too_few_seats",
                    _("{count} people, {seats} seats").format(count=count, seats=layout.seats),
                    _("The layout {layout} is too small for everybody who takes part.").format(
                        layout=text_in(layout.name, language)
                    ),
                    "layout_id",
                )
            )
        if event.starts.isoweekday() == 7:
            rows.append(
                note(
                    "sunday",
                    _("Sunday, the office is closed"),
                    _("Tell security and the unit that keeps the building."),
                    "starts",
                )
            )
        # What the office does among itself before and after is no part of the guests' days.
        if (
            visit is not None
            and event.kind is not EventKind.INTERNAL
            and not (visit.first_day <= event.starts.date() and event.ends.date() <= visit.last_day)
        ):
            rows.append(
                note(
                    "outside_visit",
                    _("Outside the days of the visit"),
                    _("The visit is planned from {first} to {last}.").format(
                        first=weekday_date(visit.first_day, language),
                        last=weekday_date(visit.last_day, language),
                    ),
                    "starts",
                )
            )
        if event.venue_id is None and not event.place:
            rows.append(
                note(
                    "no_place",
                    _("No place yet"),
                    _("{title}, {day} {time} {zone}, has no venue.").format(
                        title=text_in(event.title, language),
                        day=weekday_date(event.starts.date(), language),
                        time=clock_time(event.starts, language),
                        zone=zone_label(event.zone, event.starts, language),
                    ),
                    "venue_id",
                )
            )
    return rows


def _visit_notes(session: Session, visit: Visit) -> list[FindingRow]:
    """What a visit still lacks."""
    if visit.status in (Status.CANCELLED, Status.POSTPONED, Status.DONE):
        return []
    about = visit_reference(visit.year, visit.number)
    members = session.exec(
        select(DelegationMember).where(DelegationMember.visit_id == visit.id)
    ).all()
    guests = [member for member in members if member.side is Side.GUEST]
    rows: list[FindingRow] = []

    def note(code: str, title: str, why: str) -> None:
        rows.append(
            FindingRow(
                code, Severity.WARNING, about, title, why, visit_id=visit.id, field="delegation"
            )
        )

    if not guests:
        note("no_delegation", _("No delegation yet"), _("Nobody is named as a guest."))
    elif not any(member.role is Role.HEAD for member in guests):
        note("no_head", _("No head of delegation"), _("Say who leads the delegation."))
    uncounted = [m for m in guests if m.person_id is None and m.headcount is None]
    if uncounted:
        names = ", ".join(text_in(m.group_name, current_language()) for m in uncounted)
        note(
            "headcount_unknown",
            _("Number of people unknown"),
            _("{names}: chairs, meals and cars depend on it.").format(names=names),
        )
    people = rows_by_id(session, Person, {m.person_id for m in guests})
    unreachable = [
        people[m.person_id].full_name
        for m in guests
        if m.person_id in people and not people[m.person_id].email
    ]
    if unreachable:
        note(
            "no_mailbox",
            ngettext(
                "{count} guest without a mailbox",
                "{count} guests without a mailbox",
                len(unreachable),
            ).format(count=len(unreachable)),
            _("{names}: enter the mailbox of an aide or the embassy.").format(
                names=", ".join(unreachable)
            ),
        )
    return rows


def _heads(session: Session, events: Sequence[Event]) -> dict[int, int]:
    """Chairs needed: named people, counted groups; drivers wait outside."""
    heads: dict[int, int] = defaultdict(int)
    for event_id, person_id, role, headcount in session.exec(
        select(
            Participation.event_id,
            Participation.person_id,
            Participation.role,
            DelegationMember.headcount,
        )
        .join(
            DelegationMember, col(Participation.member_id) == col(DelegationMember.id), isouter=True
        )
        .where(col(Participation.event_id).in_([event.id for event in events]))
    ):
        if role is not Role.DRIVER:
            heads[event_id] += 1 if person_id is not None else (headcount or 0)
    return heads


def _accepted(session: Session, clashes: Sequence[Clash]) -> dict[tuple[str, frozenset[int]], str]:
    ids = {c.first.event_id for c in clashes} | {c.second.event_id for c in clashes}
    return {
        (row.code, frozenset((row.event_id, row.other_event_id))): row.reason
        for row in session.exec(
            select(ClashOverride).where(
                or_(
                    col(ClashOverride.event_id).in_(ids),
                    col(ClashOverride.other_event_id).in_(ids),
                )
            )
        )
    }


def _events_in(session: Session, clashes: Sequence[Clash]) -> dict[int, Event]:
    ids = {c.first.event_id for c in clashes} | {c.second.event_id for c in clashes}
    return rows_by_id(session, Event, set(ids))
