"""The programme of a visit as one calendar file for guests to look at."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from desk.ical.mailbox import Mailbox
from desk.ical.publish import publish_file
from desk.model.choices import EventKind, Status
from desk.model.localised import text_in
from desk.model.tables import Event, Visit
from desk.services.assembly.events import guest_zone_of
from desk.services.calendar_events import calendar_events
from desk.services.recipients import is_off


def programme_file(
    session: Session,
    visit: Visit,
    events: Sequence[Event],
    organiser: Mailbox,
    language: str,
    now: datetime,
) -> bytes | None:
    """The file, or None when there is nothing to tell; ideas and cancelled events are left out."""
    # As on paper: what the office does among itself is none of the guests' programme.
    shown = [
        event
        for event in events
        if not is_off(event)
        and event.status is not Status.IDEA
        and event.kind is not EventKind.INTERNAL
    ]
    if not shown:
        return None
    return publish_file(
        list(calendar_events(session, shown, language).values()),
        organiser=organiser,
        language=language,
        guest_zone=guest_zone_of(visit) or None,
        calendar_name=text_in(visit.title, language),
        written=now,
    )
