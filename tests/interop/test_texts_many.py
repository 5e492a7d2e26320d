"""Any text a person can type or paste, through libical and ical.js: no field differs."""

from datetime import datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.ical import Attendee, CalendarEvent, Mailbox, request_file
from desk.ical.text import clean_line
from tests.ical.samples import ORGANISER, WRITTEN
from tests.interop.libical import Libical
from tests.interop.node import IcalJs
from tests.interop.seen import expected_event

SIGNS = (
    st.characters(codec=None)
    | st.sampled_from("\\;,:^\"'=\n\r\t \u00a0\u2028\ufeff\u200d\u0301")
    | st.sampled_from("NnжӘ世\U0001f469")
)
TEXTS = st.text(SIGNS) | st.text(SIGNS, min_size=1, max_size=9).map(lambda piece: piece * 25)
TITLES = TEXTS.filter(lambda text: clean_line(text) != "")

EVENTS = st.builds(
    CalendarEvent,
    uid=st.uuids(version=4).map(str),
    sequence=st.integers(0, 2**31 - 1),
    starts=st.just(datetime(2026, 12, 6, 9)),
    ends=st.just(datetime(2026, 12, 6, 11, 30)),
    zone=st.sampled_from(["Asia/Makassar", "Asia/Almaty", "Europe/Berlin"]),
    title=TITLES,
    description=TEXTS,
    location=TEXTS,
    status=st.sampled_from(["CONFIRMED", "TENTATIVE"]),
    categories=st.lists(TEXTS, max_size=3).map(tuple),
    position=st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)
GUESTS = st.builds(
    Attendee,
    mailbox=st.builds(Mailbox, address=st.just("office@akimat.example"), name=TEXTS),
)


# Both readers keep nothing between two files, so one of each serves all examples.
@settings(
    max_examples=4000,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(event=EVENTS, recipient=GUESTS, language=st.sampled_from(["id", "en", "ru", "kk"]))
def test_no_field_differs(
    libical: Libical,
    ical_js: IcalJs,
    event: CalendarEvent,
    recipient: Attendee,
    language: str,
) -> None:
    common: dict[str, Any] = {
        "organiser": ORGANISER,
        "language": language,
        "guest_zone": "Asia/Almaty",
        "written": WRITTEN,
    }
    file = request_file(event, recipient=recipient, **common)
    expected = (expected_event(event, attendees=[recipient], **common),)
    assert libical.read(file).events == expected
    assert ical_js.read(file).events == expected
