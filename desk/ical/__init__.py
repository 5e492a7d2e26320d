"""Calendar files: invitations, cancellations and programmes that every calendar reads alike."""

from desk.ical.cancel import cancel_file
from desk.ical.description import when_lines
from desk.ical.digest import content_hash, facts, schedule_digest, schedule_facts
from desk.ical.errors import InvalidAddress, InvalidEvent
from desk.ical.event import CalendarEvent
from desk.ical.mailbox import Attendee, Mailbox
from desk.ical.publish import publish_file, publish_pieces
from desk.ical.request import request_file

__all__ = [
    "Attendee",
    "CalendarEvent",
    "InvalidAddress",
    "InvalidEvent",
    "Mailbox",
    "cancel_file",
    "content_hash",
    "facts",
    "publish_file",
    "publish_pieces",
    "request_file",
    "schedule_digest",
    "schedule_facts",
    "when_lines",
]
