"""A meeting, its organiser and its guests, to be varied by the tests."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from desk.ical import Attendee, CalendarEvent, Mailbox

WRITTEN = datetime(2026, 11, 1, 3, 4, 5, tzinfo=UTC)

ORGANISER = Mailbox(address="protokol@kaltim.example", name="Biro Adpim, Kalimantan Timur")

GUEST = Attendee(
    mailbox=Mailbox(address="office@akimat.example", name="Mankaraev Kaisa Zakirovich"),
    language="kk",
)

OTHER = Attendee(
    mailbox=Mailbox(address="consul@embassy.example", name="Serik"), role="OPT-PARTICIPANT"
)

MEETING = CalendarEvent(
    uid="0b0e2b4a-6c1d-4c52-9a55-3a3d1f6c7e01",
    sequence=0,
    starts=datetime(2026, 12, 6, 9, 0),
    ends=datetime(2026, 12, 6, 11, 30),
    zone="Asia/Makassar",
    title="Business Meeting",
    description="Delegasi Kazakhstan bertemu pemerintah provinsi.",
    location="Ruang Pandurata, Kantor Gubernur Kalimantan Timur",
)


def meeting(**changes: Any) -> CalendarEvent:
    """The meeting with other values."""
    return replace(MEETING, **changes)


def guest(**changes: Any) -> Attendee:
    """The guest with another mailbox (`address`, `name`) or other values."""
    mailbox = {name: changes.pop(name) for name in ("address", "name") if name in changes}
    return replace(GUEST, mailbox=replace(GUEST.mailbox, **mailbox), **changes)


def content_lines(file: bytes) -> list[str]:
    """The file's lines, unfolded."""
    return file.replace(b"\r\n ", b"").decode("utf-8").removesuffix("\r\n").split("\r\n")


def values(file: bytes, name: str) -> list[str]:
    """Everything behind a property's name, with its parameters, for each time it occurs."""
    return [
        line.removeprefix(name)
        for line in content_lines(file)
        if line.startswith((f"{name}:", f"{name};"))
    ]
