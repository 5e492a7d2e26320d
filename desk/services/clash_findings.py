"""Clashes in words: what is wanted twice, with what, why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from desk.locale import _, ngettext
from desk.locale.formats import time_range, weekday_date
from desk.locale.words import current_language
from desk.locale.zones import wall_time
from desk.model.choices import Severity
from desk.model.localised import text_in
from desk.model.rows.findings import FindingRow
from desk.model.tables import Event, Person, Resource, Venue, Visit
from desk.rules.conflicts import Clash, ClashKind
from desk.services.assembly.findings import event_finding
from desk.services.assembly.lookup import rows_by_id


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the sentences name."""

    events: Mapping[int, Event]
    visits: Mapping[int, Visit]
    venues: Mapping[int, Venue]
    people: Mapping[int, Person]
    resources: Mapping[int, Resource] = field(default_factory=dict[int, Resource])


def clash_findings(
    session: Session, clashes: Sequence[Clash], *, moving: Event | None = None
) -> list[FindingRow]:
    """One finding a clash, in their order; `moving` is the event in hand, written or not.

    Whether somebody accepted it is not asked here: see `acceptance`.
    """
    if not clashes:
        return []
    rows = _rows(session, clashes, moving)
    return [_finding(clash, rows, moving) for clash in clashes]


def _rows(session: Session, clashes: Sequence[Clash], moving: Event | None) -> _Rows:
    ids = {c.first.event_id for c in clashes} | {c.second.event_id for c in clashes}
    if moving is not None:
        ids.discard(moving.id)
    events = rows_by_id(session, Event, ids)
    if moving is not None:
        events[moving.id] = moving
    return _Rows(
        events,
        rows_by_id(session, Visit, {e.visit_id for e in events.values()}),
        rows_by_id(session, Venue, {e.venue_id for e in events.values()}),
        rows_by_id(session, Person, {p for clash in clashes for p in clash.people}),
        rows_by_id(session, Resource, {r for clash in clashes for r in clash.resources}),
    )


def _finding(clash: Clash, rows: _Rows, moving: Event | None) -> FindingRow:
    language = current_language()
    # The event in hand is the one that is told about; otherwise the later one gives way.
    mine = moving.id if moving is not None else clash.second.event_id
    other = clash.other_than(mine).event_id
    event, against = rows.events[mine], rows.events[other]
    zone = event.zone
    starts, ends = wall_time(clash.told_from, zone), wall_time(clash.told_until, zone)
    return event_finding(
        event,
        rows.visits.get(event.visit_id or 0),
        clash.code,
        _("{what}, {day} {time}").format(
            what=_what(clash, event, rows),
            day=weekday_date(starts.date(), language),
            time=time_range(starts, ends, zone, language),
        ),
        _why(clash, event, against, rows),
        field=_field(clash),
        severity=Severity.ERROR if clash.firm else Severity.WARNING,
        other_event_id=other,
    )


def _field(clash: Clash) -> str:
    if clash.kind is ClashKind.ROOM:
        return "venue_id"
    return "people" if clash.people else "resources"


def _what(clash: Clash, event: Event, rows: _Rows) -> str:
    language = current_language()
    if clash.kind is ClashKind.ROOM:
        venue = rows.venues.get(event.venue_id or 0)
        return text_in(venue.name, language) if venue else ""
    people = (rows.people[p].full_name for p in sorted(clash.people) if p in rows.people)
    things = (
        text_in(rows.resources[r].name, language)
        for r in sorted(clash.resources)
        if r in rows.resources
    )
    return _and_more([*people, *things])


def _and_more(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    more = len(names) - 1
    words = ngettext("{name} and {count} more", "{name} and {count} more", more)
    return words.format(name=names[0], count=more)


def _why(clash: Clash, event: Event, against: Event, rows: _Rows) -> str:
    language = current_language()
    words = _sentence(clash).format(
        title=text_in(event.title, language) or _("this event"),
        other=text_in(against.title, language) or _("the other event"),
        status=_("confirmed") if against.status.is_firm else _("tentative"),
        when=time_range(against.starts, against.ends, against.zone, language),
        count=clash.minutes,
        way=int(clash.way.total_seconds() // 60),
        start=_place(clash.first.place_id, rows),
        end=_place(clash.second.place_id, rows),
    )
    return words[:1].upper() + words[1:]


def _place(venue_id: int | None, rows: _Rows) -> str:
    venue = rows.venues.get(venue_id or 0)
    return text_in(venue.name, current_language()) if venue else ""


def _sentence(clash: Clash) -> str:
    if clash.kind is ClashKind.TRAVEL:
        return ngettext(
            "From {start} to {end} it takes {way} minutes; between {title} and {other} "
            "({status}, {when}) {count} minute lacks.",
            "From {start} to {end} it takes {way} minutes; between {title} and {other} "
            "({status}, {when}) {count} minutes lack.",
            clash.minutes,
        )
    if clash.kind is ClashKind.PERSON:
        return ngettext(
            "Expected at {title} and at {other} ({status}, {when}): {count} minute at both.",
            "Expected at {title} and at {other} ({status}, {when}): {count} minutes at both.",
            clash.minutes,
        )
    if not clash.meets:
        return ngettext(
            "Between {title} and {other} ({status}, {when}) set-up and clear-down lack "
            "{count} minute.",
            "Between {title} and {other} ({status}, {when}) set-up and clear-down lack "
            "{count} minutes.",
            clash.minutes,
        )
    if clash.kind is ClashKind.ROOM:
        return ngettext(
            "{title} and {other} ({status}, {when}) overlap by {count} minute.",
            "{title} and {other} ({status}, {when}) overlap by {count} minutes.",
            clash.minutes,
        )
    return ngettext(
        "Lent to {title} and to {other} ({status}, {when}): {count} minute at both.",
        "Lent to {title} and to {other} ({status}, {when}): {count} minutes at both.",
        clash.minutes,
    )


def events_in(clashes: Iterable[Clash]) -> frozenset[int]:
    """The events that clash with something."""
    return frozenset(
        event_id for clash in clashes for event_id in (clash.first.event_id, clash.second.event_id)
    )
