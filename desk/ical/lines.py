"""The content lines of one event, still unfolded."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from desk.ical.address import clean_uri, without_delimiters
from desk.ical.description import described
from desk.ical.event import CalendarEvent
from desk.ical.mailbox import Attendee, Mailbox
from desk.ical.text import (
    clean_category,
    clean_line,
    clean_parameter,
    clean_text,
    escape_text,
    quote_parameter,
)
from desk.ical.times import time_lines


def event_lines(
    event: CalendarEvent,
    *,
    language: str,
    guest_zone: str | None,
    stamp: str,
    people: Sequence[str],
    status: str | None,
) -> list[str]:
    """A VEVENT in the order in which we always write it.

    `stamp` is the DTSTAMP value, `people` the finished ORGANIZER and ATTENDEE lines; no STATUS is
    written when `status` is None.
    """
    lines = [
        "BEGIN:VEVENT",
        f"UID:{escape_text(event.uid)}",
        f"DTSTAMP:{stamp}",
        f"SEQUENCE:{event.sequence}",
        *time_lines(event),
        _text("SUMMARY", clean_line(event.title), language),
        _text("DESCRIPTION", described(event, language=language, guest_zone=guest_zone), language),
    ]
    if location := _location(event.location, language):
        lines.append(location)
    if event.position:
        latitude, longitude = event.position
        lines.append(f"GEO:{latitude:.6f};{longitude:.6f}")
    if categories := clean_categories(event.categories):
        lines.append("CATEGORIES:" + ",".join(escape_text(category) for category in categories))
    if status:
        lines.append(f"STATUS:{status}")
    lines += ["TRANSP:OPAQUE", "CLASS:PUBLIC", *people]
    if event.url:
        lines.append(f"URL:{clean_uri(event.url, field='url')}")
    if event.conference:
        link = without_delimiters(clean_uri(event.conference, field="conference"))
        lines.append(f"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{link}")
    lines.append("END:VEVENT")
    return lines


def clean_categories(categories: Iterable[str]) -> list[str]:
    """The categories to write: cleaned, in their order, none empty and none twice."""
    return [name for name in dict.fromkeys(map(clean_category, categories)) if name]


def organiser_line(organiser: Mailbox, sender: Mailbox | None = None) -> str:
    """The ORGANIZER: who receives the answers, and SENT-BY when somebody else sends for them."""
    parameters = _common_name(organiser.name)
    if sender and sender.key != organiser.key:
        parameters += f';SENT-BY="{sender.uri}"'
    return f"ORGANIZER{parameters}:{organiser.uri}"


def attendee_line(attendee: Attendee, *, reply_wanted: bool | None = None) -> str:
    """An ATTENDEE; `reply_wanted` overrides the attendee's own."""
    reply = attendee.reply_wanted if reply_wanted is None else reply_wanted
    return (
        f"ATTENDEE{_common_name(attendee.mailbox.name)};CUTYPE={attendee.kind}"
        f";ROLE={attendee.role};PARTSTAT={attendee.answer};RSVP={'TRUE' if reply else 'FALSE'}"
        f";LANGUAGE={attendee.language}:{attendee.mailbox.uri}"
    )


def without_doubles(recipient: Attendee, others: Iterable[Attendee]) -> list[Attendee]:
    """The recipient first, then everybody else whose mailbox has not been named yet."""
    found = {recipient.mailbox.key: recipient}
    for attendee in others:
        found.setdefault(attendee.mailbox.key, attendee)
    return list(found.values())


@lru_cache(maxsize=1024)
def _location(text: str, language: str) -> str:
    # Few rooms, many events.
    location = clean_text(text)
    return _text("LOCATION", location, language) if location else ""


def _text(name: str, text: str, language: str) -> str:
    return f"{name};LANGUAGE={language}:{escape_text(text)}"


def _common_name(name: str) -> str:
    cleaned = clean_parameter(name)
    return f";CN={quote_parameter(cleaned)}" if cleaned else ""
