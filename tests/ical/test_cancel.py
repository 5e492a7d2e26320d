from typing import Any

from desk.ical import cancel_file, request_file
from tests.ical.samples import GUEST, ORGANISER, OTHER, WRITTEN, content_lines, meeting, values

ARGUMENTS: dict[str, Any] = {
    "recipient": GUEST,
    "others": [OTHER],
    "organiser": ORGANISER,
    "language": "kk",
    "guest_zone": "Asia/Almaty",
    "written": WRITTEN,
}


def test_a_cancellation_is_the_invitation_taken_back_without_a_question() -> None:
    invited = content_lines(request_file(meeting(sequence=3), **ARGUMENTS))
    cancelled = content_lines(cancel_file(meeting(sequence=3), **ARGUMENTS))
    differing = [pair for pair in zip(invited, cancelled, strict=True) if pair[0] != pair[1]]
    assert differing == [
        ("METHOD:REQUEST", "METHOD:CANCEL"),
        ("STATUS:CONFIRMED", "STATUS:CANCELLED"),
        *[
            (line, line.replace("RSVP=TRUE", "RSVP=FALSE"))
            for line in invited
            if line.startswith("ATTENDEE")
        ],
    ]
    assert "BEGIN:VTIMEZONE" in cancelled


def test_a_guest_who_is_taken_off_the_list_is_not_told_that_the_event_is_cancelled() -> None:
    file = cancel_file(meeting(), **ARGUMENTS, guest_removed=True)
    assert values(file, "METHOD") == [":CANCEL"]
    assert values(file, "STATUS") == []


def test_an_event_already_marked_as_cancelled_can_be_cancelled() -> None:
    file = cancel_file(meeting(status="CANCELLED"), **ARGUMENTS)
    assert file == cancel_file(meeting(), **ARGUMENTS)
