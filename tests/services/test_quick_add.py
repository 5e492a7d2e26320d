"""An event booked from one line: what it is understood as, and one undo."""

from datetime import datetime

import pytest

from desk.locale import use_language
from desk.model.choices import EventKind, Severity, Status
from desk.model.errors import Blocked, UserError
from desk.services import history, participation, people, programme, quick_add, venues, visits
from desk.services.desk import Desk


@pytest.fixture
def rooms(desk: Desk) -> list[int]:
    return [
        venues.create_venue(desk, name=name, city="Samarinda")
        for name in ("Ruang Pandurata", "Ruang Rapat Tepian I", "Ruang Rapat Tepian II")
    ]


def chips(desk: Desk, text: str, **values: object) -> list[str]:
    line = quick_add.understand(desk, text, **values)  # type: ignore[arg-type]
    return [part.text for part in line.parts]


def test_the_chips_say_what_was_understood(desk: Desk, rooms: list[int]) -> None:
    text = "Audiensi Dubes sabtu 9-10.30 @pandurata"
    assert chips(desk, text) == [
        "Audiensi Dubes",
        "Sat 5 Dec 2026",
        "09:00–10:30 WITA",
        "Ruang Pandurata: free",
    ]
    use_language("id")
    assert chips(desk, text)[1:] == [
        "Sab 5 Des 2026",
        "09.00–10.30 WITA",
        "Ruang Pandurata: kosong",
    ]


def test_a_line_becomes_an_event_with_one_undo(desk: Desk, rooms: list[int]) -> None:
    faisal = people.create_person(desk, name="M. Faisal")
    text = "Makan siang besok 12-13.30 @pandurata +faisal #jamuan !pasti"
    event_id = quick_add.add(desk, text)
    event = programme.get_event(desk, event_id)
    assert event is not None
    assert (event.title, event.kind, event.status) == (
        "Makan siang",
        EventKind.MEAL,
        Status.CONFIRMED,
    )
    assert (event.starts, event.ends) == (
        datetime(2026, 12, 4, 12),
        datetime(2026, 12, 4, 13, 30),
    )
    assert event.venue_id == rooms[0]
    assert [row.person_id for row in participation.list_participants(desk, event_id)] == [faisal]
    history.undo(desk)
    assert programme.get_event(desk, event_id) is None
    history.redo(desk)
    assert programme.get_event(desk, event_id) == event


def test_a_taken_room_is_said_before_booking(desk: Desk, rooms: list[int]) -> None:
    quick_add.add(desk, "Rapat pimpinan besok 9-10 @pandurata !pasti")
    line = quick_add.understand(desk, "Audiensi besok 9.30-10.30 @pandurata !pasti")
    venue = line.parts[3]
    assert (venue.text, venue.free, venue.severity) == (
        "Ruang Pandurata: taken",
        False,
        Severity.ERROR,
    )
    assert [finding.code for finding in line.findings] == ["room_clash"]
    # Two firm events cannot be held: it can be booked as tentative, nothing typed is lost.
    assert (line.complete, line.blocked) == (True, True)
    with pytest.raises(Blocked):
        quick_add.add(desk, line.text)
    event = programme.get_event(desk, quick_add.add(desk, line.text, tentative=True))
    assert event is not None
    assert event.status is Status.TENTATIVE


def test_while_it_is_doubtful_nothing_is_booked(desk: Desk, rooms: list[int]) -> None:
    text = "Rapat besok 9-10 @tepian"
    line = quick_add.understand(desk, text)
    assert line.choosing is not None
    assert [row.text for row in line.choosing.alternatives] == [
        "Ruang Rapat Tepian I, Samarinda",
        "Ruang Rapat Tepian II, Samarinda",
    ]
    before = history.latest_step(desk)
    with pytest.raises(UserError, match="fits 2 names"):
        quick_add.add(desk, text)
    assert history.latest_step(desk) == before
    second = line.choosing.alternatives[1].key
    event_id = quick_add.add(desk, text, choices={line.choosing.key: second})
    event = programme.get_event(desk, event_id)
    assert event is not None
    assert event.venue_id == rooms[2]


def test_each_day_of_a_range_is_an_event_and_all_of_them_one_step(desk: Desk) -> None:
    text = "Pameran 7-9 des 9-10"
    [day] = [part for part in quick_add.understand(desk, text).parts if part.kind == "day"]
    assert [row.text for row in day.alternatives] == [
        "7–9 Dec 2026, each day",
        "7–9 Dec 2026, without a break",
    ]
    quick_add.add(desk, text, choices={day.key: day.alternatives[0].key})
    booked = programme.events_between(desk, datetime(2026, 12, 7), datetime(2026, 12, 9))
    assert [row.starts.day for row in booked] == [7, 8, 9]
    history.undo(desk)
    assert not programme.events_between(desk, datetime(2026, 12, 7), datetime(2026, 12, 9))


def test_whole_days_are_marked_so(desk: Desk) -> None:
    event = programme.get_event(desk, quick_add.add(desk, "Pameran 7-9 des"))
    assert event is not None
    assert (event.all_day, event.starts, event.ends) == (
        True,
        datetime(2026, 12, 7),
        datetime(2026, 12, 10),
    )


def test_in_a_visit_its_delegation_takes_part(desk: Desk, sample: int) -> None:
    text = "Foto bersama minggu 13-13.15 +syirajudin"
    line = quick_add.understand(desk, text, visit_id=sample)
    assert line.times == ((datetime(2026, 12, 6, 13), datetime(2026, 12, 6, 13, 15)),)
    event = programme.get_event(desk, quick_add.add(desk, text, visit_id=sample))
    assert event is not None
    assert event.visit_id == sample
    assert event.participants == 8


def test_a_reference_in_the_line_names_the_visit(desk: Desk, sample: int) -> None:
    visit = visits.get_visit(desk, sample)
    assert visit is not None
    line = quick_add.understand(desk, f"Foto bersama #{visit.reference} 6 des 13-13.15")
    assert line.visit_id == sample
    assert line.parts[1].text == f"{visit.reference}, {visit.title}"


def test_whoever_looks_for_something_is_not_booking(desk: Desk, sample: int) -> None:
    assert not quick_add.understand(desk, "syirajudin").is_event
    assert quick_add.understand(desk, "syirajudin besok").is_event
