"""From events to what a calendar file tells of them, in one guest's language."""

from collections.abc import Sequence

from sqlmodel import Session

from desk.ical.event import CalendarEvent
from desk.ical.event import Status as CalendarStatus
from desk.locale import said
from desk.model.choices import Status
from desk.model.rows.events import EventRow
from desk.model.tables import Event, Venue
from desk.services.assembly.events import event_rows

_FIRM = (Status.CONFIRMED, Status.UNDER_WAY, Status.DONE)


def calendar_status(status: Status) -> CalendarStatus:
    """The word of RFC 5545, 3.8.1.11 for a status."""
    if status in (Status.CANCELLED, Status.POSTPONED):
        return "CANCELLED"
    return "CONFIRMED" if status in _FIRM else "TENTATIVE"


def calendar_events(
    session: Session, events: Sequence[Event], language: str
) -> dict[int, CalendarEvent]:
    """The events in that language, by id, each in its first version (sequence 0)."""
    return {
        row.id: calendar_event(
            row, session.get(Venue, row.venue_id) if row.venue_id else None, language
        )
        for row in event_rows(session, events, language)
    }


def calendar_event(row: EventRow, venue: Venue | None, language: str) -> CalendarEvent:
    """One event; `row` must have been read in that language."""
    position = (
        (venue.latitude, venue.longitude)
        if venue and venue.latitude is not None and venue.longitude is not None
        else None
    )
    return CalendarEvent(
        uid=row.uid,
        sequence=0,
        starts=row.starts,
        ends=row.ends,
        zone=row.zone,
        starts_fold=row.starts_fold,
        ends_fold=row.ends_fold,
        all_day=row.all_day,
        title=row.title,
        description="\n".join(_lines(row, language)),
        location=", ".join(part for part in (row.place, row.city) if part),
        status=calendar_status(row.status),
        position=position,
    )


def _lines(row: EventRow, language: str) -> list[str]:
    lines: list[str] = []
    if row.description:
        lines.append(row.description)
    if row.hosts:
        lines.append(said(language, "Hosted by {name}").format(name=row.hosts[0]))
    if row.dress:
        lines.append(f"{said(language, 'Dress')}: {row.dress}")
    if row.visit_title:
        lines.append(f"{said(language, 'Visit')}: {row.visit_title}")
    return lines
