"""Clashes in words: what is wanted twice, with what, why."""

from collections.abc import Sequence

from sqlmodel import Session, col, or_, select

from desk.locale import _, ngettext
from desk.locale.formats import time_range, weekday_date
from desk.locale.words import current_language
from desk.locale.zones import wall_time
from desk.model.choices import Severity
from desk.model.localised import text_in
from desk.model.rows.findings import FindingRow
from desk.model.tables import (
    ClashOverride,
    Event,
    Person,
    Venue,
    Visit,
)
from desk.rules.conflicts import (
    Booking,
    Clash,
    ClashKind,
)
from desk.services.assembly.lookup import rows_by_id
from desk.services.mends import mends_of
from desk.services.numbers import event_reference


def clash_findings(
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
        starts, ends = wall_time(clash.told_from, zone), wall_time(clash.told_until, zone)
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
                mends=tuple(mends_of(session, event, clash, bookings, language))
                if with_mends and not reason
                else (),
            )
        )
    return rows


def _why(clash: Clash, event: Event, against: Event, when: str, language: str) -> str:
    title = text_in(event.title, language) or _("this event")
    other = text_in(against.title, language)
    if clash.kind is ClashKind.ROOM:
        sentence = (
            ngettext(
                "{title} and {other} ({status}, {when}) overlap by {count} minute.",
                "{title} and {other} ({status}, {when}) overlap by {count} minutes.",
                clash.minutes,
            )
            if clash.meets
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
    words = sentence.format(title=title, other=other, status=status, when=when, count=clash.minutes)
    return words[:1].upper() + words[1:]


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
