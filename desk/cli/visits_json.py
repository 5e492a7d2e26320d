"""Visits as other programs read them: references, ISO 8601 times with offset."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from desk.locale.zones import moment
from desk.model.choices import EventKind, Side
from desk.model.rows.events import EventRow
from desk.model.rows.visits import MemberRow, VisitRow


def visit_object(
    visit: VisitRow, events: Sequence[EventRow], members: Sequence[MemberRow]
) -> dict[str, Any]:
    """One visit with its programme and its guests."""
    starts, ends = visit_times(visit, events)
    return {
        "reference": visit.reference,
        "title": visit.title,
        "country": visit.country,
        "status": visit.status.value,
        "starts": starts.isoformat(),
        "ends": ends.isoformat(),
        "zone": visit.zone,
        "events": [_event_object(event) for event in events],
        "delegation": [_guest_object(member) for member in members if member.side is Side.GUEST],
    }


def visit_times(visit: VisitRow, events: Sequence[EventRow]) -> tuple[datetime, datetime]:
    """From the guests' first event to their last, aware; whole days while none is planned."""
    with_guests = [
        event
        for event in events
        if event.kind is not EventKind.INTERNAL and event.status.holds_its_time
    ]
    if not with_guests:
        day_after = visit.last_day + timedelta(days=1)
        return (
            moment(datetime.combine(visit.first_day, time.min), visit.zone),
            moment(datetime.combine(day_after, time.min), visit.zone),
        )
    first = min(with_guests, key=lambda event: event.starts_at)
    last = max(with_guests, key=lambda event: event.ends_at)
    return (
        moment(first.starts, first.zone, first.starts_fold),
        moment(last.ends, last.zone, last.ends_fold),
    )


def _event_object(event: EventRow) -> dict[str, Any]:
    return {
        "reference": event.reference,
        "title": event.title,
        "kind": event.kind.value,
        "status": event.status.value,
        "starts": moment(event.starts, event.zone, event.starts_fold).isoformat(),
        "ends": moment(event.ends, event.zone, event.ends_fold).isoformat(),
        "zone": event.zone,
        "venue": event.venue or event.place or None,
        "hosts": list(event.hosts),
    }


def _guest_object(member: MemberRow) -> dict[str, Any]:
    return {
        "name": None if member.is_group else member.name,
        "group": member.is_group,
        "group_name": member.name if member.is_group else None,
        "headcount": member.headcount if member.is_group else 1,
        "role": member.role.value,
        "office": member.office or None,
        "organisation": member.organisation or None,
        "country": member.country or None,
    }
