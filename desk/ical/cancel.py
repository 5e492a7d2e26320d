"""The cancellation: METHOD:CANCEL, one file per recipient and language (RFC 5546, 3.2.5)."""

from collections.abc import Sequence
from datetime import datetime

from desk.ical.envelope import calendar_file
from desk.ical.event import CalendarEvent
from desk.ical.lines import attendee_line, event_lines, organiser_line, without_doubles
from desk.ical.mailbox import Attendee, Mailbox
from desk.ical.times import utc_value


def cancel_file(
    event: CalendarEvent,
    *,
    recipient: Attendee,
    others: Sequence[Attendee] = (),
    organiser: Mailbox,
    sender: Mailbox | None = None,
    language: str,
    guest_zone: str | None,
    written: datetime,
    guest_removed: bool = False,
) -> bytes:
    """Take an event out of one recipient's calendar.

    The arguments are those of `request_file`; `event.sequence` is already the raised one. STATUS is
    CANCELLED whatever the event says, and absent when only this guest is no longer invited
    (`guest_removed`) and the event takes place. No answer is asked for.

    Raises ValueError when `written` is naive; UnknownLanguage; zones.UnknownZone.
    """
    people = [organiser_line(organiser, sender)]
    people += [
        attendee_line(attendee, reply_wanted=False)
        for attendee in without_doubles(recipient, others)
    ]
    lines = event_lines(
        event,
        language=language,
        guest_zone=guest_zone,
        stamp=utc_value(written),
        people=people,
        status=None if guest_removed else "CANCELLED",
    )
    return calendar_file("CANCEL", event, lines)
