"""What a guest was told, to find out who has to be told again (ICALENDAR section 4)."""

import hashlib
import json
from collections.abc import Sequence

from desk.ical.address import clean_uri
from desk.ical.event import CalendarEvent
from desk.ical.lines import clean_categories, without_doubles
from desk.ical.mailbox import Attendee, Mailbox
from desk.ical.text import clean_line, clean_parameter, clean_text

Fact = str | bool | list[str] | list[float] | None


def schedule_facts(event: CalendarEvent) -> dict[str, Fact]:
    """When and where and whether: a change of one of these is a new version, SEQUENCE + 1.

    The instants are among them, so that new zone data which move an event reach the guests.
    """
    return {
        "starts": event.starts.isoformat(),
        "ends": event.ends.isoformat(),
        "zone": event.zone,
        "starts_at": event.starts_at.isoformat(),
        "ends_at": event.ends_at.isoformat(),
        "all_day": event.all_day,
        "status": event.status,
        "location": clean_text(event.location),
    }


def facts(
    event: CalendarEvent,
    recipient: Attendee,
    language: str,
    *,
    guest_zone: str | None = None,
    others: Sequence[Attendee] = (),
    organiser: Mailbox | None = None,
) -> dict[str, Fact]:
    """Everything a guest sees, as plain values that JSON holds; texts cleaned as they are written.

    Without DTSTAMP, SEQUENCE and the guests' own answers, none of which is news to a guest; without
    our wording of dates, so that a better wording does not send every invitation again.
    """
    return {
        **schedule_facts(event),
        "language": language,
        "guest_zone": guest_zone,
        "title": clean_line(event.title),
        "description": clean_text(event.description),
        "categories": clean_categories(event.categories),
        "position": [round(degrees, 6) for degrees in event.position or ()],
        "conference": clean_uri(event.conference, field="conference") if event.conference else None,
        "url": clean_uri(event.url, field="url") if event.url else None,
        "organiser": _mailbox_facts(organiser) if organiser else None,
        "recipient": _attendee_facts(recipient),
        # In an order of their own: a list sorted another way is no news.
        "others": sorted(
            "\n".join(_attendee_facts(other)) for other in without_doubles(recipient, others)[1:]
        ),
    }


def schedule_digest(event: CalendarEvent) -> str:
    """SHA-256, in hexadecimal, of `schedule_facts`."""
    return _digest(schedule_facts(event))


def content_hash(
    event: CalendarEvent,
    recipient: Attendee,
    language: str,
    *,
    guest_zone: str | None = None,
    others: Sequence[Attendee] = (),
    organiser: Mailbox | None = None,
) -> str:
    """SHA-256, in hexadecimal, of `facts`."""
    return _digest(
        facts(
            event,
            recipient,
            language,
            guest_zone=guest_zone,
            others=others,
            organiser=organiser,
        )
    )


def _digest(known: dict[str, Fact]) -> str:
    canonical = json.dumps(known, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _mailbox_facts(mailbox: Mailbox) -> list[str]:
    return [mailbox.key, clean_parameter(mailbox.name)]


def _attendee_facts(attendee: Attendee) -> list[str]:
    return [
        *_mailbox_facts(attendee.mailbox),
        attendee.kind,
        attendee.role,
        attendee.language,
        "answer wanted" if attendee.reply_wanted else "no answer wanted",
    ]
