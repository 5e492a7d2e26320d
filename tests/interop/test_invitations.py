"""Our files in the hands of other readers: no finding, no differing field."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import icalendar
import pytest
import vobject

from desk.ical import (
    Attendee,
    CalendarEvent,
    Mailbox,
    cancel_file,
    publish_file,
    request_file,
)
from tests.ical.samples import GUEST, MEETING, ORGANISER, OTHER, WRITTEN, guest, meeting
from tests.interop.libical import Libical
from tests.interop.node import IcalJs
from tests.interop.seen import SeenCalendar, expected_event

LANGUAGES = ("id", "en", "ru", "kk")

AWKWARD_TEXTS = [
    r"C:\Notes",
    r"\\srv\New",
    r"a\;b",
    "\\",
    "one, two; three: four",
    "line one\nline two\n\n  line four",
    "ends in a backslash\\\nand goes on",
    "\\" * 400,
    "^n^'^^" * 60,
    "Ж" * 60,
    "Қазақстан Республикасы, " * 12,
    "x" * 66 + "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "x" * 67 + "e\u0301" * 20,
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 " * 9,
    "“quoted”, 'quoted' \"quoted\" <b>&amp;</b> %20 =3D",
    "BEGIN:VEVENT\nEND:VCALENDAR",
    "\ttab\tinside",
]

AWKWARD_NAMES = [
    "Serik, Consul",
    "Serik; Consul",
    "Office: Serik",
    'Serik "Sergo" K.',
    "a^b ^n ^' ^^",
    "Serik\\",
    "Serik\r\nConsul",
    "Серик " * 20,
    "Мұхамеджан Әбілқайырұлы, «Самұрық»",
    "e\u0301" * 40,
    "\u05e9\u05dc\u05d5\u05dd",
    "=?utf-8?q?a?=",
    "",
]


class Readers:
    """libical and ical.js, which have to agree."""

    def __init__(self, libical: Libical, ical_js: IcalJs) -> None:
        self._libical = libical
        self._ical_js = ical_js

    def read(self, file: bytes) -> SeenCalendar:
        seen = self._libical.read(file)
        assert self._ical_js.read(file) == seen
        return seen


@pytest.fixture
def readers(libical: Libical, ical_js: IcalJs) -> Readers:
    return Readers(libical, ical_js)


def check_request(
    readers: Readers,
    event: CalendarEvent,
    *,
    recipient: Attendee = GUEST,
    others: Sequence[Attendee] = (),
    language: str = "en",
) -> None:
    """Both readers see exactly what was asked for."""
    common: dict[str, Any] = {
        "organiser": ORGANISER,
        "language": language,
        "guest_zone": "Asia/Almaty",
        "written": WRITTEN,
    }
    file = request_file(event, recipient=recipient, others=others, **common)
    seen = readers.read(file)
    assert seen.method == "REQUEST"
    assert seen.events == (expected_event(event, attendees=[recipient, *others], **common),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_invitation_in_every_language(readers: Readers, language: str) -> None:
    event = meeting(
        position=(-0.502106, 117.153709),
        categories=("Rapat", "Tamu; asing", "Сотрудничество"),
        conference="https://meet.example/a,b;c?d=e",
        url="https://kaltim.example/visits/2026-001?a=b,c;d",
        status="TENTATIVE",
        sequence=3,
    )
    check_request(readers, event, others=[OTHER], language=language)


@pytest.mark.parametrize("text", AWKWARD_TEXTS)
def test_awkward_texts_come_through(readers: Readers, text: str) -> None:
    event = meeting(title=text, description=text, location=text, categories=(text,))
    check_request(readers, event)


@pytest.mark.parametrize("name", AWKWARD_NAMES)
def test_awkward_names_come_through(readers: Readers, name: str) -> None:
    check_request(readers, MEETING, recipient=guest(name=name))


@pytest.mark.parametrize(
    "address",
    [
        "tamu@münchen.example",
        "info@әкімдік.example",
        "o'brien+visit@example.org",
        "a&b=50%@example.org",
    ],
)
def test_awkward_addresses_come_through(readers: Readers, address: str) -> None:
    check_request(readers, MEETING, recipient=guest(address=address))


def test_a_room_a_group_and_every_role_come_through(readers: Readers) -> None:
    others = [
        Attendee(
            mailbox=Mailbox(address="room@kaltim.example"), kind="ROOM", role="NON-PARTICIPANT"
        ),
        Attendee(
            mailbox=Mailbox(address="press@kaltim.example"), kind="GROUP", role="OPT-PARTICIPANT"
        ),
        Attendee(mailbox=Mailbox(address="chair@kaltim.example"), role="CHAIR", answer="ACCEPTED"),
    ]
    check_request(readers, MEETING, others=others)


def test_somebody_who_sends_for_the_organiser_is_seen(readers: Readers) -> None:
    file = request_file(
        MEETING,
        recipient=GUEST,
        organiser=ORGANISER,
        sender=Mailbox(address="desk@kaltim.example"),
        language="id",
        guest_zone=None,
        written=WRITTEN,
    )
    (event,) = readers.read(file).events
    assert event.organiser.sent_by == "mailto:desk@kaltim.example"
    assert event.organiser.address == "mailto:protokol@kaltim.example"


@pytest.mark.parametrize(
    "changes",
    [
        {"starts": datetime(2026, 12, 6, 22), "ends": datetime(2026, 12, 7, 1)},
        {"starts": datetime(2026, 12, 31, 22), "ends": datetime(2027, 1, 1, 2)},
        {
            "zone": "Europe/Berlin",
            "starts": datetime(2026, 10, 24, 22),
            "ends": datetime(2026, 10, 25, 5),
        },
        {
            "zone": "Europe/Berlin",
            "starts": datetime(2026, 10, 25, 1),
            "ends": datetime(2026, 10, 25, 2, 30),
            "ends_fold": 1,
        },
        {
            "zone": "Europe/Berlin",
            "starts": datetime(2026, 3, 28, 22),
            "ends": datetime(2026, 3, 29, 5),
        },
        {"all_day": True, "starts": datetime(2026, 12, 31), "ends": datetime(2027, 1, 2)},
        {"ends": datetime(2026, 12, 6, 9)},
        {"zone": "UTC"},
    ],
)
def test_times_over_midnight_a_change_of_clocks_and_new_year(
    readers: Readers, changes: dict[str, Any]
) -> None:
    check_request(readers, meeting(**changes))


@pytest.mark.parametrize("guest_removed", [False, True])
def test_a_cancellation_breaks_no_rule(readers: Readers, guest_removed: bool) -> None:
    file = cancel_file(
        meeting(sequence=4),
        recipient=GUEST,
        organiser=ORGANISER,
        language="ru",
        guest_zone="Asia/Almaty",
        written=WRITTEN,
        guest_removed=guest_removed,
    )
    seen = readers.read(file)
    assert seen.method == "CANCEL"
    assert seen.zones == {"Asia/Makassar"}
    (event,) = seen.events
    assert (event.uid, event.sequence) == (MEETING.uid, 4)
    assert event.status == ("" if guest_removed else "CANCELLED")
    assert [person.reply_wanted for person in event.attendees] == ["FALSE"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_programme_is_seen_whole(readers: Readers, language: str) -> None:
    events = [
        MEETING,
        meeting(uid="arrival", zone="Asia/Almaty", title="Прибытие"),
        meeting(uid="call", zone="Europe/Berlin", status="CANCELLED"),
        meeting(uid="trip", all_day=True, starts=datetime(2026, 12, 7), ends=datetime(2026, 12, 9)),
    ]
    common: dict[str, Any] = {
        "organiser": ORGANISER,
        "language": language,
        "guest_zone": "Asia/Almaty",
        "written": WRITTEN,
    }
    seen = readers.read(publish_file(events, calendar_name="Kunjungan, 2026; Астана", **common))
    assert seen == SeenCalendar(
        method="PUBLISH",
        name="Kunjungan 2026 Астана",
        zones=frozenset({"Asia/Almaty", "Asia/Makassar", "Europe/Berlin"}),
        events=tuple(expected_event(event, **common) for event in events),
    )


@pytest.mark.parametrize("text", AWKWARD_TEXTS)
def test_the_python_readers_see_the_same(text: str) -> None:
    """icalendar, which khal and Radicale read with, and vobject."""
    event = replace(MEETING, title=f"- {text}", description=text, location=text)
    common: dict[str, Any] = {
        "organiser": ORGANISER,
        "language": "id",
        "guest_zone": None,
        "written": WRITTEN,
    }
    file = request_file(event, recipient=GUEST, **common)
    expected = expected_event(event, attendees=[GUEST], **common)

    (seen,) = icalendar.Calendar.from_ical(file).events
    assert str(seen["SUMMARY"]) == expected.summary.text
    assert str(seen["DESCRIPTION"]) == expected.description.text
    assert str(seen["LOCATION"]) == expected.location.text
    assert seen.start == event.starts_at
    assert seen.end == event.ends_at
    assert str(seen["ATTENDEE"]) == GUEST.mailbox.uri

    read: Any = vobject.readOne(io.StringIO(file.decode("utf-8"), newline=""))
    assert read.vevent.summary.value == expected.summary.text
    assert read.vevent.description.value == expected.description.text
    assert read.vevent.location.value == expected.location.text
    assert read.vevent.dtstart.value == event.starts_at
    assert read.vevent.dtend.value == event.ends_at
