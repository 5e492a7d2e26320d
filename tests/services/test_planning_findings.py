"""Loans, ways, closed times, hours, chairs and days are found; each is mended or accepted."""

from datetime import date, datetime, timedelta

import pytest

from desk.locale import use_language
from desk.model.choices import EventKind, ResourceKind, Severity, SpecialDayKind, Status
from desk.model.errors import NotThere
from desk.model.rows.findings import FindingRow, Mend
from desk.services import (
    checks,
    closed_times,
    history,
    mending,
    people,
    programme,
    resources,
    special_days,
    travel_times,
    venues,
    visits,
)
from desk.services.desk import Desk
from tests.fixtures.events import confirmed_event

TUESDAY = date(2026, 12, 8)
HOUR = timedelta(hours=1)


def at(hour: int, minute: int = 0, day: date = TUESDAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute)


def event(desk: Desk, starts: datetime, hours: float = 1, **values: object) -> int:
    ends = starts + hours * HOUR
    given = {"place": "" if "venue_id" in values else "Lapangan", **values}
    return confirmed_event(desk, starts=starts, ends=ends, **given)  # type: ignore[arg-type]


def found(desk: Desk, event_id: int) -> list[FindingRow]:
    return checks.findings_of_event(desk, event_id)


def only(desk: Desk, event_id: int) -> FindingRow:
    [finding] = found(desk, event_id)
    return finding


def mend(finding: FindingRow, begins: str) -> Mend:
    return next(mend for mend in finding.mends if mend.text.startswith(begins))


@pytest.fixture
def room(desk: Desk) -> int:
    venue = venues.create_venue(desk, name="Pandurata", city="Samarinda", building="Kantor")
    venues.add_layout(desk, venue, name="U", seats=20)
    venues.add_layout(desk, venue, name="Teater", seats=60)
    return venue


def bus(desk: Desk, name: str = "Bus", seats: int = 25, **values: object) -> int:
    return resources.create_resource(
        desk, kind=ResourceKind.VEHICLE, name=name, **{"seats": seats, **values}
    )


# What is lent


def test_a_bus_cannot_be_at_two_events_and_another_takes_its_place(desk: Desk) -> None:
    small, large = bus(desk, "Minibus", 10), bus(desk, "Bus besar", 40)
    lent = bus(desk, set_up_minutes=30)
    first, second = event(desk, at(9)), event(desk, at(10, 15))
    for event_id in (first, second):
        resources.lend_resource(desk, event_id, lent)
    finding = only(desk, second)
    assert (finding.code, finding.field, finding.other_event_id) == (
        "vehicle_clash",
        "resources",
        first,
    )
    assert finding.severity is Severity.ERROR
    assert "set-up and clear-down lack 15 minutes" in finding.why
    swap = mend(finding, "Take ")
    assert (swap.text, swap.resource_id, swap.instead_id) == (
        "Take Bus besar instead",
        lent,
        large,
    )
    mending.apply_mend(desk, swap)
    assert found(desk, second) == []
    assert [row.id for row in resources.resources_of_event(desk, second)] == [large]
    history.undo(desk)
    assert [row.code for row in found(desk, second)] == ["vehicle_clash"]
    assert small not in {m.instead_id for m in only(desk, second).mends}


def test_a_swap_of_what_was_given_back_meanwhile_is_refused(desk: Desk) -> None:
    first = event(desk, at(9))
    lent, other = bus(desk), bus(desk)
    with pytest.raises(NotThere):
        mending.apply_mend(desk, Mend("", first, resource_id=lent, instead_id=other))


def test_an_interpreter_is_needed_as_a_person_too(desk: Desk) -> None:
    person = people.create_person(desk, name="Aigerim")
    interpreter = resources.create_resource(
        desk, kind=ResourceKind.INTERPRETER, name="Rusia", person_id=person, languages=["ru"]
    )
    first = event(desk, at(9), title="Audiensi")
    resources.lend_resource(desk, first, interpreter)
    second = event(desk, at(9, 30), hosts=[person])
    assert only(desk, second).code == "person_clash"
    assert only(desk, first).code == "person_clash"
    drafted = checks.findings_of_draft(
        desk,
        starts=at(9),
        ends=at(10),
        zone="Asia/Makassar",
        venue_id=None,
        resources=[interpreter],
    )
    assert {(row.code, row.other_event_id) for row in drafted} == {
        ("interpreter_clash", first),
        ("person_clash", second),
        ("no_place", None),
    }


def test_equipment_clashes_and_is_not_swapped(desk: Desk) -> None:
    flags = resources.create_resource(desk, kind=ResourceKind.EQUIPMENT, name="Bendera")
    resources.create_resource(desk, kind=ResourceKind.EQUIPMENT, name="Podium")
    first, second = event(desk, at(9)), event(desk, at(9, 30))
    for event_id in (first, second):
        resources.lend_resource(desk, event_id, flags)
    finding = only(desk, second)
    assert finding.code == "equipment_clash"
    assert finding.why == (
        "Lent to Rapat and to Rapat (confirmed, 09:00–10:00 WITA): 30 minutes at both."
    )
    assert {m.instead_id for m in finding.mends} == {None}


# Ways


def test_a_way_that_takes_too_long_is_found_and_the_event_moved(desk: Desk, room: int) -> None:
    airport = venues.create_venue(desk, name="Sepinggan", city="Balikpapan")
    travel_times.set_travel_time(desk, room, airport, 150)
    host = people.create_person(desk, name="M. Faisal")
    event(desk, at(9), venue_id=room, hosts=[host])
    second = event(desk, at(12), venue_id=airport, hosts=[host])
    finding = only(desk, second)
    assert (finding.code, finding.severity, finding.field) == (
        "travel",
        Severity.ERROR,
        "people",
    )
    assert finding.title == "M. Faisal, Tue 8 Dec 2026 10:00–12:00 WITA"
    assert finding.why == (
        "From Pandurata to Sepinggan it takes 150 minutes; between Rapat and Rapat "
        "(confirmed, 09:00–10:00 WITA) 30 minutes lack."
    )
    mending.apply_mend(desk, mend(finding, "Move to 12:30"))
    assert found(desk, second) == []


def test_a_shared_venue_is_a_place_to_come_from(desk: Desk, room: int) -> None:
    yard = venues.create_venue(desk, name="Halaman", shared=True)
    travel_times.set_travel_time(desk, yard, room, 30)
    host = people.create_person(desk, name="M. Faisal")
    event(desk, at(9), venue_id=yard, hosts=[host])
    second = event(desk, at(10, 29), venue_id=room, hosts=[host])
    assert only(desk, second).code == "travel"
    programme.move_event(desk, second, starts=at(10, 30))
    assert found(desk, second) == []


# Places


def test_a_closed_room_blocks_and_another_room_is_offered(desk: Desk, room: int) -> None:
    other = venues.create_venue(desk, name="Tepian I", city="Samarinda", building="Kantor")
    layout = venues.add_layout(desk, other, name="Rapat", seats=40)
    closed_times.close_venue(desk, room, starts=at(8), ends=at(12), reason="Cat dinding.")
    held = event(desk, at(9), venue_id=room)
    finding = only(desk, held)
    assert (finding.code, finding.severity) == ("closed", Severity.ERROR)
    assert finding.title == "Pandurata closed, Tue 8 Dec 2026 08:00–12:00 WITA"
    assert finding.why == "Noted by the office: Cat dinding."
    to_room = mend(finding, "To Tepian I")
    assert (to_room.venue_id, to_room.layout_id) == (other, layout)
    assert mend(finding, "Move to").starts == at(12)
    mending.apply_mend(desk, to_room)
    assert found(desk, held) == []


def test_a_room_that_is_closed_itself_is_not_offered(desk: Desk, room: int) -> None:
    other = venues.create_venue(desk, name="Tepian I", city="Samarinda")
    venues.add_layout(desk, other, name="Rapat", seats=40)
    for venue in (room, other):
        closed_times.close_venue(desk, venue, starts=at(8), ends=at(12), reason="Cat")
    finding = only(desk, event(desk, at(9), venue_id=room))
    assert [m.venue_id for m in finding.mends] == [None]


def test_equipment_decides_between_rooms(desk: Desk, room: int) -> None:
    venues.update_venue(desk, room, {"equipment": ["Proyektor", "Tiang bendera"]})
    bare, equipped = (
        venues.create_venue(desk, name=name, city="Samarinda", building=building)
        for name, building in (("Tepian I", "Kantor"), ("Odah Etam", "Pendopo"))
    )
    for venue in (bare, equipped):
        venues.add_layout(desk, venue, name="Rapat", seats=40)
    event(desk, at(9), venue_id=room)
    held = event(desk, at(9), venue_id=room)
    assert mend(only(desk, held), "To ").text == (
        "To Tepian I, 40 seats, without Proyektor, Tiang bendera"
    )
    venues.update_venue(desk, equipped, {"equipment": ["proyektor", "tiang bendera", "AC"]})
    assert [m.text for m in only(desk, held).mends if m.venue_id] == ["To Odah Etam, 40 seats"]


def test_a_closed_bus_is_swapped(desk: Desk) -> None:
    lent, other = bus(desk), bus(desk, "Bus lain")
    closed_times.close_resource(desk, lent, starts=at(8), ends=at(12), reason="Servis")
    held = event(desk, at(9))
    resources.lend_resource(desk, held, lent)
    finding = only(desk, held)
    assert (finding.code, finding.field) == ("resource_closed", "resources")
    assert finding.title == "Bus not to be had, Tue 8 Dec 2026 08:00–12:00 WITA"
    mending.apply_mend(desk, mend(finding, "Take Bus lain"))
    assert found(desk, held) == []
    assert [row.id for row in resources.resources_of_event(desk, held)] == [other]


def test_hours_of_a_venue_warn_on_its_own_clock(desk: Desk, room: int) -> None:
    venues.update_venue(desk, room, {"opening_hours": {"2": ["07:00", "17:00"]}})
    # 13.30 in Astana (UTC+5) is 16.30 at the office (UTC+8).
    held = event(desk, at(13, 30), venue_id=room, zone="Asia/Almaty")
    finding = only(desk, held)
    assert (finding.code, finding.severity) == ("opening_hours", Severity.WARNING)
    assert finding.title == "Outside the opening hours of Pandurata"
    assert finding.why == "On Tue 8 Dec 2026 it is open 07:00–17:00."
    wednesday = event(desk, at(9, day=date(2026, 12, 9)), venue_id=room)
    assert only(desk, wednesday).why == "On Wed 9 Dec 2026 it is closed."


def test_chairs_are_those_of_the_layout_or_of_the_largest(desk: Desk, room: int) -> None:
    [small, large] = venues.list_venues(desk)[0].layouts
    guests = [people.create_person(desk, name=f"Tamu {number}") for number in range(21)]
    held = event(desk, at(9), venue_id=room, layout_id=small.id, hosts=guests)
    finding = only(desk, held)
    assert (finding.code, finding.title) == ("too_few_seats", "21 people, 20 seats")
    furnish = mend(finding, "Furnish as Teater")
    assert (furnish.text, furnish.layout_id) == ("Furnish as Teater, 60 seats", large.id)
    mending.apply_mend(desk, furnish)
    assert found(desk, held) == []
    programme.update_event(desk, held, {"layout_id": None})
    assert found(desk, held) == []
    venues.update_layout(desk, large.id, {"seats": 20})
    assert "the largest layout" in only(desk, held).why


# Days


def test_a_day_says_its_basis_and_blocks_nothing(desk: Desk) -> None:
    visit = visits.create_visit(
        desk, title="Kazakhstan", country="KZ", first_day=date(2026, 12, 16)
    )
    held = event(desk, at(9, day=date(2026, 12, 16)), visit_id=visit)
    finding = only(desk, held)
    assert (finding.code, finding.severity) == ("holiday", Severity.WARNING)
    assert finding.title == "Public holiday: Independence Day (KZ)"
    assert finding.why == (
        "Offices may be closed. Basis: the calendar of public holidays; "
        "the decree of the year decides."
    )
    christmas = event(desk, at(9, day=date(2026, 12, 25)))
    use_language("id")
    names = [row.title for row in found(desk, christmas) if row.code == "holiday"]
    assert "Natal (ID)" in names[0]


def test_collective_leave_and_working_days_are_the_offices_own(desk: Desk) -> None:
    held = event(desk, at(9, day=date(2026, 12, 25)))
    assert {row.code for row in found(desk, held)} == {"holiday"}
    special_days.add_special_day(
        desk, day=date(2026, 12, 25), kind=SpecialDayKind.WORKING_DAY, basis="Surat"
    )
    assert found(desk, held) == []
    special_days.add_special_day(
        desk,
        day=TUESDAY,
        kind=SpecialDayKind.COLLECTIVE_LEAVE,
        name="Cuti bersama",
        basis="SKB 3 Menteri",
    )
    finding = only(desk, event(desk, at(9)))
    assert (finding.code, finding.title) == (
        "collective_leave",
        "Collective leave: Cuti bersama (ID)",
    )
    assert finding.why == "Offices may be closed. Basis: SKB 3 Menteri."


def test_friday_prayer_and_ramadan_warn_on_the_place_s_clock(desk: Desk) -> None:
    friday = event(desk, at(13, day=date(2026, 12, 4)))
    assert only(desk, friday).title == "Friday prayer, about 11:30–13:30"
    lunch = event(desk, at(12, day=date(2026, 3, 2)), kind=EventKind.MEAL)
    finding = only(desk, lunch)
    assert finding.code == "ramadan"
    assert "the government decides by sighting of the moon" in finding.why
    assert found(desk, event(desk, at(12, day=date(2026, 3, 2)), zone="Asia/Almaty")) == []


# Accepting, listing


def test_a_finding_about_one_event_is_accepted_and_taken_back(desk: Desk) -> None:
    held = event(desk, at(9, day=date(2026, 12, 6)))
    checks.accept_clash(desk, held, None, "sunday", reason="Tamu pulang Senin")
    finding = only(desk, held)
    assert (finding.severity, finding.accepted) == (Severity.NOTE, "Tamu pulang Senin")
    history.undo(desk)
    assert only(desk, held).accepted == ""


def test_a_period_lists_everything_about_its_events_and_visits(desk: Desk, room: int) -> None:
    visit = visits.create_visit(desk, title="Jepang", first_day=TUESDAY)
    event(desk, at(9), venue_id=room)
    second = event(desk, at(9, 30), venue_id=room)
    sunday = event(desk, at(9, day=date(2026, 12, 6)))
    rows = checks.findings_between(desk, TUESDAY, TUESDAY)
    assert [(row.code, row.event_id, row.visit_id) for row in rows] == [
        ("room_clash", second, None),
        ("no_delegation", None, visit),
    ]
    assert {row.event_id for row in checks.findings_between(desk, date(2026, 12, 6), TUESDAY)} == {
        None,
        second,
        sunday,
    }
    assert checks.findings_between(desk, date(2027, 1, 4), date(2027, 1, 9)) == []


def test_what_is_cancelled_or_an_idea_holds_nothing(desk: Desk, room: int) -> None:
    event(desk, at(9, day=date(2026, 12, 6)), venue_id=room)
    for status in (Status.IDEA, Status.CANCELLED, Status.POSTPONED):
        held = event(desk, at(9, day=date(2026, 12, 6)), venue_id=room)
        programme.set_event_status(desk, held, status, reason="Hujan")
        assert found(desk, held) == []


def test_clashes_between_two_moments_come_with_their_mends(desk: Desk, room: int) -> None:
    event(desk, at(9), venue_id=room)
    event(desk, at(9, 30), venue_id=room)
    since, until = desk.now(), desk.now() + timedelta(days=9)
    [plain] = checks.clash_findings_between(desk, since, until)
    [mended] = checks.clash_findings_between(desk, since, until, with_mends=True)
    assert plain.mends == ()
    assert (mended.code, mended.event_id) == (plain.code, plain.event_id)
    assert [m.text for m in mended.mends] == [
        "Move to 10:00–11:00 WITA",
        "Shorten to 10:00–10:30 WITA",
    ]


def test_a_shorter_event_ends_before_the_other_begins(desk: Desk, room: int) -> None:
    event(desk, at(11), venue_id=room)
    long = event(desk, at(9), 2.5, venue_id=room)
    shorter = mend(only(desk, long), "Shorten to 09:00–11:00")
    mending.apply_mend(desk, shorter)
    row = programme.get_event(desk, long)
    assert row is not None
    assert (row.starts, row.ends) == (at(9), at(11))
    assert found(desk, long) == []
    history.undo(desk)
    assert len(found(desk, long)) == 1
