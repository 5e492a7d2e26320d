from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from desk.ical import Attendee, CalendarEvent, InvalidEvent, Mailbox, request_file
from desk.locale import UnknownLanguage
from tests.ical.samples import (
    GUEST,
    ORGANISER,
    OTHER,
    WRITTEN,
    content_lines,
    guest,
    meeting,
    values,
)


def written(event: CalendarEvent | None = None, **changes: Any) -> bytes:
    arguments = {
        "recipient": GUEST,
        "organiser": ORGANISER,
        "language": "id",
        "guest_zone": "Asia/Almaty",
        "written": WRITTEN,
    } | changes
    return request_file(event or meeting(), **arguments)


def test_the_whole_file_of_the_business_meeting() -> None:
    event = meeting(
        position=(-0.5021, 117.1537),
        categories=("Rapat", "Rapat", "Tamu, asing"),
        conference="https://meet.example/a,b;c",
        url="https://kaltim.example/visits/2026-001",
    )
    assert content_lines(written(event)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pandurata//Desk//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:REQUEST",
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Makassar",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0800",
        "TZNAME:WITA",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:0b0e2b4a-6c1d-4c52-9a55-3a3d1f6c7e01",
        "DTSTAMP:20261101T030405Z",
        "SEQUENCE:0",
        "DTSTART;TZID=Asia/Makassar:20261206T090000",
        "DTEND;TZID=Asia/Makassar:20261206T113000",
        "SUMMARY;LANGUAGE=id:Business Meeting",
        "DESCRIPTION;LANGUAGE=id:Minggu\\, 6 Desember 2026\\, 09.00–11.30 WITA (UTC+8)\\n"
        "Waktu Astana: 06.00–08.30 (UTC+5)\\n\\n"
        "Delegasi Kazakhstan bertemu pemerintah provinsi.\\n\\n"
        "Ikuti secara daring: https://meet.example/a\\,b\\;c",
        "LOCATION;LANGUAGE=id:Ruang Pandurata\\, Kantor Gubernur Kalimantan Timur",
        "GEO:-0.502100;117.153700",
        "CATEGORIES:Rapat,Tamu asing",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "CLASS:PUBLIC",
        'ORGANIZER;CN="Biro Adpim, Kalimantan Timur":mailto:protokol@kaltim.example',
        "ATTENDEE;CN=Mankaraev Kaisa Zakirovich;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT"
        ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE;LANGUAGE=kk:mailto:office@akimat.example",
        "URL:https://kaltim.example/visits/2026-001",
        "CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://meet.example/a%2Cb%3Bc",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_the_bytes_are_utf_8_without_a_mark_in_short_lines_and_always_the_same() -> None:
    event = meeting(title="Встреча " * 20)
    file = written(event, language="kk")
    assert file.startswith(b"BEGIN:VCALENDAR\r\n")
    assert file.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in file.replace(b"\r\n", b"")
    assert max(map(len, file.split(b"\r\n"))) <= 75
    assert written(event, language="kk") == file


def test_the_stamp_is_in_utc_and_needs_a_zone() -> None:
    local = datetime(2026, 11, 1, 11, 4, 5, tzinfo=timezone(timedelta(hours=8)))
    assert written(written=local) == written()
    with pytest.raises(ValueError, match="zone"):
        written(written=datetime(2026, 11, 1, 3, 4, 5))


def test_a_solo_file_names_no_other_guest() -> None:
    assert values(written(), "ATTENDEE") == [
        ";CN=Mankaraev Kaisa Zakirovich;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT"
        ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE;LANGUAGE=kk:mailto:office@akimat.example"
    ]


def test_the_recipient_comes_first_and_no_mailbox_twice() -> None:
    twice = guest(address="Office@AKIMAT.example", name="Somebody else")
    room = Attendee(
        mailbox=Mailbox(address="pandurata@kaltim.example", name="Ruang Pandurata"),
        kind="ROOM",
        role="NON-PARTICIPANT",
    )
    people = values(written(others=[OTHER, twice, room, OTHER]), "ATTENDEE")
    assert [line.rpartition(":")[2] for line in people] == [
        "office@akimat.example",
        "consul@embassy.example",
        "pandurata@kaltim.example",
    ]
    assert people[1].startswith(";CN=Serik;CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;")
    assert people[2].startswith(";CN=Ruang Pandurata;CUTYPE=ROOM;ROLE=NON-PARTICIPANT;")


def test_somebody_who_sends_for_the_organiser_is_named() -> None:
    sender = Mailbox(address="desk@kaltim.example")
    assert values(written(sender=sender), "ORGANIZER") == [
        ';CN="Biro Adpim, Kalimantan Timur";SENT-BY="mailto:desk@kaltim.example"'
        ":mailto:protokol@kaltim.example"
    ]
    same = Mailbox(address="Protokol@kaltim.example")
    assert written(sender=same) == written()


def test_a_name_cannot_break_out_of_its_parameter() -> None:
    name = 'Serik"\r\nMETHOD:CANCEL;X=":^n\\'
    (line,) = values(written(recipient=guest(name=name)), "ATTENDEE")
    assert line.startswith(';CN="Serik” METHOD∶CANCEL,X=”∶ˆn/";CUTYPE=')


def test_a_mailbox_without_a_name_has_no_name() -> None:
    (line,) = values(written(recipient=guest(name=" \n")), "ATTENDEE")
    assert line.startswith(";CUTYPE=INDIVIDUAL;")


def test_times_that_occur_twice_are_in_utc_and_the_others_in_their_zone() -> None:
    event = meeting(
        zone="Europe/Berlin",
        starts=datetime(2026, 10, 25, 1),
        ends=datetime(2026, 10, 25, 2, 30),
        ends_fold=1,
    )
    file = written(event)
    assert values(file, "DTSTART")[-1] == ";TZID=Europe/Berlin:20261025T010000"
    assert values(file, "DTEND") == [":20261025T013000Z"]
    assert values(file, "TZID") == [":Europe/Berlin"]


def test_almatys_repeated_hour_of_2024_is_told_apart() -> None:
    evening = datetime(2024, 2, 29, 23, 30)
    file = written(meeting(zone="Asia/Almaty", starts=evening, ends=evening, ends_fold=1))
    assert values(file, "DTSTART") == [":20240229T173000Z"]
    assert values(file, "DTEND") == [":20240229T183000Z"]
    assert b"VTIMEZONE" not in file


def test_times_in_utc_itself_need_no_zone() -> None:
    file = written(meeting(zone="Etc/UTC"))
    assert values(file, "DTSTART") == [":20261206T090000Z"]
    assert b"VTIMEZONE" not in file


def test_whole_days_are_dates_with_an_exclusive_end() -> None:
    event = meeting(all_day=True, starts=datetime(2026, 12, 6), ends=datetime(2026, 12, 8))
    file = written(event)
    assert values(file, "DTSTART") == [";VALUE=DATE:20261206"]
    assert values(file, "DTEND") == [";VALUE=DATE:20261208"]
    assert b"VTIMEZONE" not in file


def test_a_moment_has_no_end() -> None:
    assert values(written(meeting(ends=datetime(2026, 12, 6, 9))), "DTEND") == []


def test_a_tentative_event_says_so() -> None:
    assert values(written(meeting(status="TENTATIVE")), "STATUS") == [":TENTATIVE"]


def test_empty_texts_are_left_out() -> None:
    file = written(meeting(location=" \n", categories=("", ", ")))
    assert values(file, "LOCATION") == []
    assert values(file, "CATEGORIES") == []
    assert values(file, "GEO") == []


def test_nobody_is_invited_to_a_cancelled_event() -> None:
    with pytest.raises(InvalidEvent) as refusal:
        written(meeting(status="CANCELLED"))
    assert refusal.value.field == "status"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        written(language="de")
