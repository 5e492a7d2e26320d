"""What a reader sees in a calendar file, in one shape for all readers, and what it should see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.ical import Attendee, CalendarEvent, Mailbox
from desk.ical.description import described
from desk.ical.text import clean_category, clean_line, clean_parameter, clean_text

Moment = int | str | None
"""Seconds since the epoch, or a date as "2026-12-06"."""


@dataclass(frozen=True, slots=True)
class SeenText:
    text: str
    language: str


NOTHING = SeenText("", "")


@dataclass(frozen=True, slots=True)
class SeenPerson:
    address: str
    name: str
    sent_by: str = ""
    role: str = ""
    kind: str = ""
    answer: str = ""
    reply_wanted: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class SeenEvent:
    uid: str
    stamp: Moment
    sequence: int
    starts: Moment
    ends: Moment
    summary: SeenText
    description: SeenText
    location: SeenText
    categories: tuple[str, ...]
    position: tuple[float, float] | None
    status: str
    url: str
    conference: str
    organiser: SeenPerson
    attendees: tuple[SeenPerson, ...]


@dataclass(frozen=True, slots=True)
class SeenCalendar:
    method: str
    name: str
    zones: frozenset[str]
    events: tuple[SeenEvent, ...]


def calendar_from_json(answer: dict[str, Any]) -> SeenCalendar:
    """What ical.js answered; an error there is an error of ours."""
    assert "error" not in answer, answer["error"]
    return SeenCalendar(
        method=answer["method"],
        name=answer["name"],
        zones=frozenset(answer["zones"]),
        events=tuple(_event_from_json(event) for event in answer["events"]),
    )


def _event_from_json(event: dict[str, Any]) -> SeenEvent:
    texts = {name: SeenText(**event[name]) for name in ("summary", "description", "location")}
    return SeenEvent(
        **{
            **event,
            **texts,
            "categories": tuple(event["categories"]),
            "position": tuple(event["position"]) if event["position"] else None,
            "organiser": SeenPerson(**event["organiser"]),
            "attendees": tuple(SeenPerson(**person) for person in event["attendees"]),
        }
    )


def expected_event(
    event: CalendarEvent,
    *,
    attendees: Sequence[Attendee] = (),
    organiser: Mailbox,
    language: str,
    guest_zone: str | None,
    written: datetime,
) -> SeenEvent:
    """What every reader should see of an event, straight from what was asked for."""
    location = clean_text(event.location)
    return SeenEvent(
        uid=event.uid,
        stamp=int(written.timestamp()),
        sequence=event.sequence,
        starts=_moment(event, event.starts, event.starts_at),
        ends=None
        if event.ends_at == event.starts_at
        else _moment(event, event.ends, event.ends_at),
        summary=SeenText(clean_line(event.title), language),
        description=SeenText(described(event, language=language, guest_zone=guest_zone), language),
        location=SeenText(location, language) if location else NOTHING,
        categories=tuple(
            name for name in dict.fromkeys(map(clean_category, event.categories)) if name
        ),
        position=_position(event),
        status=event.status,
        url=event.url or "",
        conference=(event.conference or "").replace(",", "%2C").replace(";", "%3B"),
        organiser=SeenPerson(address=organiser.uri, name=clean_parameter(organiser.name)),
        attendees=tuple(expected_person(attendee) for attendee in attendees),
    )


def expected_person(attendee: Attendee) -> SeenPerson:
    return SeenPerson(
        address=attendee.mailbox.uri,
        name=clean_parameter(attendee.mailbox.name),
        role=attendee.role,
        kind=attendee.kind,
        answer=attendee.answer,
        reply_wanted="TRUE" if attendee.reply_wanted else "FALSE",
        language=attendee.language,
    )


def _position(event: CalendarEvent) -> tuple[float, float] | None:
    if not event.position:
        return None
    latitude, longitude = event.position
    return round(latitude, 6), round(longitude, 6)


def _moment(event: CalendarEvent, wall: datetime, instant: datetime) -> Moment:
    return f"{wall:%Y-%m-%d}" if event.all_day else int(instant.timestamp())
