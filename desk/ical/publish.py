"""The programme to look at: METHOD:PUBLISH, several events, nobody invited (RFC 5546, 3.2.1)."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from desk.ical.description import require_language
from desk.ical.envelope import CLOSING, opening, time_zones
from desk.ical.errors import InvalidEvent
from desk.ical.event import CalendarEvent
from desk.ical.folding import fold_all
from desk.ical.lines import event_lines, organiser_line
from desk.ical.mailbox import Mailbox
from desk.ical.times import utc_value


def publish_file(
    events: Sequence[CalendarEvent],
    *,
    organiser: Mailbox,
    language: str,
    guest_zone: str | None,
    calendar_name: str,
    written: datetime,
) -> bytes:
    """One file of all the events, in the order given.

    `calendar_name` is what calendars call it in their list; the other arguments and errors are those
    of `publish_pieces`.
    """
    return b"".join(
        publish_pieces(
            events,
            organiser=organiser,
            language=language,
            guest_zone=guest_zone,
            calendar_name=calendar_name,
            written=written,
        )
    )


def publish_pieces(
    events: Sequence[CalendarEvent],
    *,
    organiser: Mailbox,
    language: str,
    guest_zone: str | None,
    calendar_name: str,
    written: datetime,
) -> Iterator[bytes]:
    """The same file piece by piece: the head, one piece per event, the end.

    For writing thousands of events without holding the file in memory. `written` is the DTSTAMP
    (aware). Raises, with the first piece, InvalidEvent when there is no event or a UID occurs twice,
    ValueError when `written` is naive, UnknownLanguage, zones.UnknownZone.
    """
    require_language(language)
    _require_distinct(events)
    stamp = utc_value(written)
    people = [organiser_line(organiser)]
    yield opening("PUBLISH", name=calendar_name) + time_zones(events)
    for event in events:
        lines = event_lines(
            event,
            language=language,
            guest_zone=guest_zone,
            stamp=stamp,
            people=people,
            status=event.status,
        )
        yield fold_all(lines)
    yield CLOSING


def _require_distinct(events: Sequence[CalendarEvent]) -> None:
    if not events:
        raise InvalidEvent("events", "a published file holds at least one")
    seen: set[str] = set()
    for event in events:
        if event.uid in seen:
            raise InvalidEvent("uid", f"{event.uid!r} occurs twice in one file")
        seen.add(event.uid)
