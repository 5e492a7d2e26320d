from datetime import datetime, timedelta
from typing import Any

import pytest

from desk.ical import InvalidEvent, publish_file, publish_pieces
from desk.locale import UnknownLanguage
from tests.ical.samples import MEETING, ORGANISER, WRITTEN, content_lines, meeting, values

ARGUMENTS: dict[str, Any] = {
    "organiser": ORGANISER,
    "language": "id",
    "guest_zone": None,
    "calendar_name": "Kunjungan Kazakhstan, 2026",
    "written": WRITTEN,
}

ARRIVAL = meeting(
    uid="arrival",
    zone="Asia/Almaty",
    starts=datetime(2026, 12, 5, 10),
    ends=datetime(2026, 12, 5, 11),
    title="Keberangkatan",
)
CALL = meeting(
    uid="call",
    zone="Europe/Berlin",
    starts=datetime(2027, 3, 1, 10),
    ends=datetime(2027, 3, 1, 11),
    status="CANCELLED",
)


def test_a_programme_invites_nobody_and_keeps_its_order() -> None:
    file = publish_file([MEETING, ARRIVAL, CALL], **ARGUMENTS)
    assert content_lines(file)[:6] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pandurata//Desk//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Kunjungan Kazakhstan 2026",
    ]
    assert values(file, "UID") == [f":{MEETING.uid}", ":arrival", ":call"]
    assert values(file, "STATUS") == [":CONFIRMED", ":CONFIRMED", ":CANCELLED"]
    assert len(values(file, "ORGANIZER")) == 3
    assert values(file, "ATTENDEE") == []


def test_each_zone_is_described_once_by_name_for_all_years_in_use() -> None:
    later = meeting(uid="later", starts=datetime(2030, 1, 1), ends=datetime(2030, 1, 2))
    berlin = meeting(
        uid="berlin",
        zone="Europe/Berlin",
        starts=datetime(2021, 7, 1, 10),
        ends=datetime(2021, 7, 1, 11),
    )
    file = publish_file([MEETING, CALL, later, ARRIVAL, berlin], **ARGUMENTS)
    assert values(file, "TZID") == [":Asia/Almaty", ":Asia/Makassar", ":Europe/Berlin"]
    assert b"BEGIN:DAYLIGHT\r\nDTSTART:20200329T020000\r\n" in file


def test_the_pieces_are_one_per_event_and_make_the_file() -> None:
    events = [
        meeting(uid=f"event-{number}", starts=MEETING.starts + timedelta(minutes=number))
        for number in range(20)
    ]
    pieces = list(publish_pieces(events, **ARGUMENTS))
    assert len(pieces) == 22
    assert all(piece.startswith(b"BEGIN:VEVENT\r\n") for piece in pieces[1:-1])
    assert b"".join(pieces) == publish_file(events, **ARGUMENTS)


def test_without_events_or_with_one_twice_there_is_no_file() -> None:
    with pytest.raises(InvalidEvent) as refusal:
        publish_file([], **ARGUMENTS)
    assert refusal.value.field == "events"
    with pytest.raises(InvalidEvent) as refusal:
        publish_file([MEETING, MEETING], **ARGUMENTS)
    assert refusal.value.field == "uid"


def test_an_unknown_language_is_refused_before_anything_is_written() -> None:
    german: dict[str, Any] = ARGUMENTS | {"language": "de"}
    with pytest.raises(UnknownLanguage):
        next(publish_pieces([MEETING], **german))
