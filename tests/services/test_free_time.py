"""Free times: what is told is free, and nothing earlier was."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desk.model.choices import ResourceKind, SpecialDayKind
from desk.model.errors import NotThere, UserError
from desk.services import (
    checks,
    closed_times,
    people,
    programme,
    resources,
    special_days,
    travel_times,
    venues,
)
from desk.services.desk import Desk
from desk.services.free_time import find_free
from desk.services.person_references import find_person, person_reference
from tests.fixtures.desks import StandingClock

TUESDAY = date(2026, 12, 8)
HOUR = timedelta(hours=1)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, 8, hour, minute)


def venue(desk: Desk, name: str, seats: int, *, before: int = 0, after: int = 0) -> int:
    row = venues.create_venue(desk, name=name, city="Samarinda")
    venues.add_layout(
        desk, row, name="U", seats=seats, set_up_minutes=before, clear_down_minutes=after
    )
    return row


def event(desk: Desk, starts: datetime, ends: datetime, **values: object) -> int:
    return programme.create_event(desk, title="Rapat", starts=starts, ends=ends, **values)  # type: ignore[arg-type]


def starts(desk: Desk, minutes: int = 60, **values: object) -> list[tuple[str, datetime]]:
    given = {"first_day": TUESDAY, "last_day": TUESDAY, **values}
    slots = find_free(desk, minutes=minutes, **given)  # type: ignore[arg-type]
    return [(slot.venue, slot.starts) for slot in slots]


def test_an_empty_day_begins_with_the_office_and_the_tightest_room(desk: Desk) -> None:
    venue(desk, "Besar", 100)
    venue(desk, "Kecil", 10)
    assert starts(desk) == [("Kecil", at(7)), ("Besar", at(7))]
    assert starts(desk, seats=11) == [("Besar", at(7))]
    assert starts(desk, seats=101) == []
    assert starts(desk, minutes=14 * 60) == [("Kecil", at(7)), ("Besar", at(7))]
    assert starts(desk, minutes=14 * 60 + 1) == []


def test_preparation_of_both_events_is_kept_clear(desk: Desk) -> None:
    room = venue(desk, "Kecil", 10, before=30, after=15)
    [layout] = venues.list_venues(desk)[0].layouts
    event(desk, at(9), at(10), venue_id=room, layout_id=layout.id)
    # Over by 8.15: 15 minutes to clear, 30 for the other to set up; then from 10.45 on.
    assert starts(desk, minutes=75) == [("Kecil", at(7)), ("Kecil", at(10, 45))]
    assert starts(desk, minutes=76) == [("Kecil", at(10, 45))]


def test_people_are_free_with_the_way_between(desk: Desk) -> None:
    room = venue(desk, "Kecil", 10)
    airport = venues.create_venue(desk, name="Bandara", city="Balikpapan")
    travel_times.set_travel_time(desk, airport, room, 120)
    faisal = people.create_person(desk, name="M. Faisal")
    event(desk, at(10), at(11), venue_id=airport, hosts=[faisal])
    assert starts(desk, venue_ids=[room]) == [("Kecil", at(7))]
    assert starts(desk, venue_ids=[room], people=[faisal]) == [
        ("Kecil", at(7)),
        ("Kecil", at(13)),
    ]
    assert starts(desk, minutes=90, venue_ids=[room], people=[faisal]) == [("Kecil", at(13))]
    with pytest.raises(NotThere):
        starts(desk, people=[999])


def test_what_shall_be_lent_is_free_too(desk: Desk) -> None:
    venue(desk, "Kecil", 10)
    driver = people.create_person(desk, name="Sopir")
    bus = resources.create_resource(
        desk, kind=ResourceKind.VEHICLE, name="Bus", set_up_minutes=30, person_id=driver
    )
    lent = event(desk, at(8), at(9), place="Lapangan")
    resources.lend_resource(desk, lent, bus)
    closed_times.close_resource(desk, bus, starts=at(10), ends=at(12), reason="Servis")
    event(desk, at(13), at(14), place="Lapangan", hosts=[driver])
    assert starts(desk) == [("Kecil", at(7))]
    # Ready from 9.30 on; out of order from 10; the driver sits in a meeting from 13 to 14.
    assert starts(desk, minutes=30, resources=[bus]) == [
        ("Kecil", at(7)),
        ("Kecil", at(9, 30)),
        ("Kecil", at(12, 30)),
        ("Kecil", at(14)),
    ]


def test_hours_closed_times_and_equipment_of_rooms(desk: Desk) -> None:
    room = venue(desk, "Kecil", 10)
    venues.update_venue(
        desk, room, {"opening_hours": {"2": ["09:10", "17:00"]}, "equipment": ["Proyektor"]}
    )
    closed_times.close_venue(desk, room, starts=at(11), ends=at(15, 5), reason="Cat")
    assert starts(desk) == [("Kecil", at(9, 15)), ("Kecil", at(15, 15))]
    assert starts(desk, equipment=["proyektor"]) == starts(desk)
    assert starts(desk, equipment=["Panggung"]) == []
    wednesday = TUESDAY + timedelta(days=1)
    assert starts(desk, first_day=wednesday, last_day=wednesday) == []


def test_what_is_over_is_not_offered_and_days_are_told(desk: Desk, clock: StandingClock) -> None:
    venue(desk, "Kecil", 10)
    clock.now = datetime(2026, 12, 6, 2, 20, tzinfo=UTC)
    special_days.add_special_day(
        desk, day=date(2026, 12, 7), kind=SpecialDayKind.COLLECTIVE_LEAVE, name="Cuti"
    )
    sunday, monday = date(2026, 12, 6), date(2026, 12, 7)
    slots = find_free(desk, minutes=60, first_day=sunday, last_day=monday)
    assert [(slot.starts, slot.cautions) for slot in slots] == [
        (datetime(2026, 12, 6, 10, 30), ("Sunday, the office is closed",)),
        (datetime(2026, 12, 7, 7), ("Collective leave: Cuti (ID)",)),
    ]
    assert slots[0].why == "free until 21:00, 10 seats"
    assert (slots[0].ends, slots[0].free_until) == (
        datetime(2026, 12, 6, 11, 30),
        datetime(2026, 12, 6, 21),
    )


def test_a_venue_elsewhere_is_asked_on_its_own_clock(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Kedutaan", zone="Asia/Almaty")
    # 15.00 at the office is noon in Astana.
    event(desk, at(10), at(15), venue_id=room)
    assert starts(desk) == [("Kedutaan", at(12))]


def test_in_the_night_the_clock_is_changed_every_slot_is_an_hour_long(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Berlin", zone="Europe/Berlin")
    venues.update_venue(desk, room, {"opening_hours": {"7": ["00:00", "24:00"]}})
    for day in (date(2027, 3, 28), date(2027, 10, 31)):
        slots = find_free(desk, minutes=120, first_day=day, last_day=day)
        found = checks.findings_of_draft(
            desk,
            starts=slots[0].starts,
            ends=slots[0].ends,
            zone="Europe/Berlin",
            venue_id=room,
            with_days=False,
        )
        assert found == []
    # Two hours from midnight on, of which the clock skips one.
    spring = find_free(desk, minutes=150, first_day=date(2027, 3, 28), last_day=date(2027, 3, 28))
    assert (spring[0].starts, spring[0].ends) == (
        datetime(2027, 3, 28, 0, 0),
        datetime(2027, 3, 28, 3, 30),
    )


def test_at_most_so_many_are_told_the_earliest_first(desk: Desk) -> None:
    for name in "ABC":
        venue(desk, name, 10)
    found = starts(desk, limit=4, last_day=TUESDAY + timedelta(days=9))
    assert [name for name, _starts in found] == ["A", "B", "C", "A"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"minutes": 0}, "minutes"),
        ({"minutes": 24 * 60 + 1}, "minutes"),
        ({"seats": -1}, "seats"),
        ({"last_day": TUESDAY - timedelta(days=1)}, "last_day"),
        ({"last_day": TUESDAY + timedelta(days=92)}, "last_day"),
        ({"first_day": date(1, 1, 1)}, "first_day"),
    ],
)
def test_what_nobody_can_mean_is_refused(desk: Desk, values: dict[str, object], field: str) -> None:
    with pytest.raises(UserError) as caught:
        starts(desk, **{"minutes": 60, **values})  # type: ignore[arg-type]
    assert caught.value.field == field


# Naming people


def test_a_person_is_named_by_reference_or_by_a_name_that_only_one_has(desk: Desk) -> None:
    serik = people.create_person(desk, name="Serik")
    kaisa = people.create_person(desk, name="Қайса Манкараев")
    assert find_person(desk, person_reference(serik)) == serik
    assert find_person(desk, " p1 ") == find_person(desk, "P1")
    assert find_person(desk, "Kaisa Mankaraev") == kaisa
    with pytest.raises(NotThere, match="nobody called P999"):
        find_person(desk, "P999")
    with pytest.raises(NotThere):
        find_person(desk, "  ")


def test_a_name_of_several_says_their_references(desk: Desk) -> None:
    first, second = (people.create_person(desk, name="Fadjroel") for _time in range(2))
    alike = people.create_person(desk, name="Fadiroel")
    with pytest.raises(UserError, match=f"any of 2 people: P{first}, P{second}"):
        find_person(desk, "Fadjroel")
    assert find_person(desk, "Fadiroel") == alike
