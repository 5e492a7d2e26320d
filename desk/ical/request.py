"""The invitation: METHOD:REQUEST, one file per recipient and language (RFC 5546, 3.2.2)."""

from collections.abc import Sequence
from datetime import datetime

from desk.ical.envelope import calendar_file
from desk.ical.errors import InvalidEvent
from desk.ical.event import CalendarEvent
from desk.ical.lines import attendee_line, event_lines, organiser_line, without_doubles
from desk.ical.mailbox import Attendee, Mailbox
from desk.ical.times import utc_value


def request_file(
    event: CalendarEvent,
    *,
    recipient: Attendee,
    others: Sequence[Attendee] = (),
    organiser: Mailbox,
    sender: Mailbox | None = None,
    language: str,
    guest_zone: str | None,
    written: datetime,
) -> bytes:
    """An invitation or an update for one recipient.

    The recipient is always listed, first; `others` only by choice: without them the file holds no
    other guest's address. `organiser` receives the answers, `sender` is the mail's From when that is
    another mailbox. `language` (id, en, ru, kk) is that of the texts, `guest_zone` the IANA zone the
    guest lives in, `written` the DTSTAMP (aware). The same arguments give the same bytes.

    Raises InvalidEvent for a cancelled event, which wants `cancel_file`; ValueError when `written`
    is naive; UnknownLanguage; zones.UnknownZone.
    """
    if event.status == "CANCELLED":
        raise InvalidEvent("status", "nobody is invited to a cancelled event")
    people = [organiser_line(organiser, sender)]
    people += map(attendee_line, without_doubles(recipient, others))
    lines = event_lines(
        event,
        language=language,
        guest_zone=guest_zone,
        stamp=utc_value(written),
        people=people,
        status=event.status,
    )
    return calendar_file("REQUEST", event, lines)
