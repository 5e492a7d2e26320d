"""From the plan of the house to the lines of the timeline."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desk.gui.models.calendar_rows import CalendarFilter
from desk.gui.models.timeline_making import guest_zone_of, timeline_of
from desk.gui.models.timeline_rows import Line, LineFilter, Timeline
from desk.model.choices import ResourceKind, Status
from desk.model.tables import ClosedTime, Venue
from desk.services import checks, programme, resources, venues, visits
from desk.services.desk import Desk
from desk.services.venue_plan import plan_between
from desk.store.derivation import derive

DAY = date(2026, 12, 7)
HOUR = timedelta(hours=1)
NOW = datetime(2026, 12, 7, 2, tzinfo=UTC)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, 7, hour, minute)


def event(desk: Desk, starts: datetime, ends: datetime, **given: object) -> int:
    values: dict[str, object] = {"title": "Rapat", "status": Status.CONFIRMED, **given}
    return programme.create_event(desk, starts=starts, ends=ends, **values)  # type: ignore[arg-type]


def room(desk: Desk, name: str = "Aula", *, before: int = 0, after: int = 0) -> tuple[int, int]:
    venue = venues.create_venue(desk, name=name, building="Kantor Gubernur")
    layout = venues.add_layout(
        desk, venue, name="U", seats=48, set_up_minutes=before, clear_down_minutes=after
    )
    return venue, layout


def shown(
    desk: Desk,
    *,
    days: int = 1,
    which: CalendarFilter | None = None,
    lines: LineFilter | None = None,
) -> Timeline:
    last = DAY + timedelta(days=days - 1)
    starts = datetime(2026, 12, 6, 16, tzinfo=UTC)
    findings = checks.clash_findings_between(desk, starts, starts + timedelta(days=days))
    return timeline_of(plan_between(desk, DAY, last), findings, NOW, which=which, lines=lines)


def line(timeline: Timeline, name: str) -> Line:
    return next(line for line in timeline.lines if line.name == name)


def test_rooms_then_what_is_lent_each_kind_below_its_heading(desk: Desk) -> None:
    room(desk)
    for kind, name in (
        (ResourceKind.EQUIPMENT, "Bendera"),
        (ResourceKind.VEHICLE, "Bus"),
        (ResourceKind.INTERPRETER, "Aisha"),
    ):
        resources.create_resource(desk, kind=kind, name=name)
    sections = shown(desk).sections
    assert [(s.title, [ln.name for ln in s.lines]) for s in sections] == [
        ("Rooms", ["Aula"]),
        ("Vehicles", ["Bus"]),
        ("Interpreters", ["Aisha"]),
        ("Equipment", ["Bendera"]),
    ]


def test_a_room_says_its_seats_and_the_layout_in_use(desk: Desk) -> None:
    venue, layout = room(desk)
    venues.add_layout(desk, venue, name="Teater", seats=120)
    assert line(shown(desk), "Aula").second == "120 seats · Kantor Gubernur"
    event(desk, at(9), at(10), venue_id=venue, layout_id=layout)
    assert line(shown(desk), "Aula").second == "120 seats · U 48"


def test_preparation_is_wall_time_around_the_event(desk: Desk) -> None:
    venue, layout = room(desk, before=60, after=30)
    event(desk, at(9), at(11), venue_id=venue, layout_id=layout)
    (use,) = line(shown(desk), "Aula").uses
    assert (use.bound_from, use.starts, use.ends, use.bound_until) == (
        at(8),
        at(9),
        at(11),
        at(11, 30),
    )
    assert use.sentence.endswith("; bound 08:00–11:30 with set-up and clear-down.")


def test_an_event_of_another_zone_stands_at_the_time_of_the_office(desk: Desk) -> None:
    venue, _layout = room(desk)
    event(desk, at(9), at(10), venue_id=venue, zone="Asia/Jakarta")
    (use,) = line(shown(desk), "Aula").uses
    assert (use.starts, use.ends) == (at(10), at(11))


def test_a_room_wanted_twice_says_for_how_long_in_words(desk: Desk) -> None:
    venue, layout = room(desk, before=15, after=30)
    first = event(desk, at(9), at(11, 30), venue_id=venue, layout_id=layout)
    second = event(desk, at(15), at(16), venue_id=venue, layout_id=layout)
    programme.move_event(desk, second, starts=at(11))
    aula = line(shown(desk), "Aula")
    (overlap,) = aula.overlaps
    assert (overlap.first, overlap.second) == (first, second)
    assert (overlap.starts, overlap.ends) == (at(10, 45), at(12))
    assert [use.doubled_words for use in aula.uses] == ["double-booked 10:45–12:00 WITA"] * 2
    assert all(use.clash is not None for use in aula.uses)


def test_a_clash_that_somebody_accepted_is_none(desk: Desk) -> None:
    venue, _layout = room(desk)
    first = event(desk, at(9), at(11), venue_id=venue)
    second = event(desk, at(10), at(12), venue_id=venue, status=Status.TENTATIVE)
    assert len(line(shown(desk), "Aula").overlaps) == 1
    checks.accept_clash(desk, second, first, "room_clash", reason="Satu acara")
    aula = line(shown(desk), "Aula")
    assert aula.overlaps == ()
    assert [use.clash for use in aula.uses] == [None, None]


def test_a_vehicle_wanted_twice_clashes_on_its_own_line_only(desk: Desk) -> None:
    venue, _layout = room(desk)
    bus = resources.create_resource(desk, kind=ResourceKind.VEHICLE, name="Bus")
    car = resources.create_resource(desk, kind=ResourceKind.VEHICLE, name="Mobil")
    first = event(desk, at(9), at(11), venue_id=venue, status=Status.TENTATIVE)
    second = event(desk, at(10), at(12), status=Status.TENTATIVE)
    for resource, lent_to in ((bus, first), (bus, second), (car, first)):
        resources.lend_resource(desk, lent_to, resource)
    timeline = shown(desk)
    assert [(o.starts, o.ends) for o in line(timeline, "Bus").overlaps] == [(at(10), at(11))]
    assert all(use.clash is not None for use in line(timeline, "Bus").uses)
    assert [use.clash for use in line(timeline, "Mobil").uses] == [None]
    assert [use.clash for use in line(timeline, "Aula").uses] == [None]


def test_what_is_lent_says_so_and_has_a_key_of_its_own(desk: Desk) -> None:
    venue, _layout = room(desk)
    bus = resources.create_resource(desk, kind=ResourceKind.VEHICLE, name="Bus")
    held = event(desk, at(9), at(10), venue_id=venue)
    resources.lend_resource(desk, held, bus, notes="Lewat tol")
    (use,) = line(shown(desk), "Bus").uses
    assert use.id == f"resource-{bus}/{held}"
    assert use.detail == "Lewat tol"
    assert "lent: Bus" in use.sentence
    assert use.plain.id == held


def test_events_without_a_room_have_a_line_only_while_there_are_some(desk: Desk) -> None:
    venue, _layout = room(desk)
    assert [ln.name for ln in shown(desk).lines] == ["Aula"]
    loose = event(desk, at(9), at(10), status=Status.TENTATIVE)
    last = shown(desk).lines[-1]
    assert (last.name, last.target, [use.id for use in last.uses]) == ("No room yet", None, [loose])
    programme.move_event(desk, loose, starts=at(9), venue_id=venue)
    assert [ln.name for ln in shown(desk).lines] == ["Aula"]


def test_hours_outside_the_opening_times_are_shut(desk: Desk) -> None:
    with desk.work("Add") as session:
        session.keep(
            Venue(
                name={"id": "Aula"},
                zone="Asia/Makassar",
                opening_hours={"1": ["07:30", "16:00"], "2": ["00:00", "24:00"]},
            )
        )
    midnight = at(0)
    a_day = timedelta(days=1)
    assert line(shown(desk, days=3), "Aula").shut == (
        (midnight, at(7, 30)),
        (at(16), midnight + a_day),
        (midnight + 2 * a_day, midnight + 3 * a_day),
    )


def test_opening_hours_are_on_the_clock_of_the_room(desk: Desk) -> None:
    with desk.work("Add") as session:
        session.keep(
            Venue(
                name={"id": "Aula"},
                zone="Asia/Jakarta",
                opening_hours={str(day): ["07:00", "16:00"] for day in range(1, 8)},
            )
        )
    assert line(shown(desk), "Aula").shut == (
        (at(0), at(8)),
        (at(17), at(0) + timedelta(days=1)),
    )


def close(desk: Desk, venue_id: int, starts: datetime, ends: datetime) -> None:
    with desk.work("Close") as session:
        given = {"starts": starts, "ends": ends, "zone": "Asia/Makassar", "reason": "Perbaikan"}
        row = ClosedTime(venue_id=venue_id, **given)  # type: ignore[arg-type]
        derive(row)
        session.keep(row)


def test_a_closed_time_says_why(desk: Desk) -> None:
    venue, _layout = room(desk)
    close(desk, venue, at(7), at(15))
    (closing,) = line(shown(desk), "Aula").closings
    assert (closing.starts, closing.ends, closing.words) == (at(7), at(15), "Closed: Perbaikan")


@pytest.mark.parametrize(
    ("starts", "ends", "names"),
    [
        (at(8), at(9), []),
        (at(11, 30), at(12), ["Aula"]),
        (at(11), at(12), []),
        (at(15, 30), at(16), ["Aula", "Balai"]),
    ],
)
def test_only_rooms_that_are_free_then(
    desk: Desk, starts: datetime, ends: datetime, names: list[str]
) -> None:
    venue, layout = room(desk, before=60, after=30)
    event(desk, at(9), at(11), venue_id=venue, layout_id=layout)
    closed, _none = room(desk, "Balai")
    close(desk, closed, at(7), at(15))
    assert [ln.name for ln in shown(desk, lines=LineFilter(free=(starts, ends))).lines] == names


def test_what_is_cancelled_leaves_its_room_free(desk: Desk) -> None:
    venue, _layout = room(desk)
    held = event(desk, at(9), at(11), venue_id=venue)
    programme.set_event_status(desk, held, Status.CANCELLED, reason="Hujan")
    timeline = shown(desk, lines=LineFilter(free=(at(9), at(10))))
    assert [ln.name for ln in timeline.lines] == ["Aula"]
    assert [use.id for use in timeline.lines[0].uses] == [held]


def test_only_rooms_of_a_building_and_with_enough_seats(desk: Desk) -> None:
    room(desk)
    other = venues.create_venue(desk, name="Balai", building="Pendopo")
    venues.add_layout(desk, other, name="Pesta", seats=300)
    venues.create_venue(desk, name="Gudang", building="Pendopo")
    resources.create_resource(desk, kind=ResourceKind.VEHICLE, name="Bus", seats=25)

    def names(which: LineFilter) -> list[str]:
        return [ln.name for ln in shown(desk, lines=which).lines]

    assert names(LineFilter(building="Pendopo")) == ["Balai", "Gudang", "Bus"]
    assert names(LineFilter(seats=100)) == ["Balai", "Bus"]
    assert names(LineFilter(building="Kantor Gubernur", seats=100)) == ["Bus"]


def test_the_filter_of_the_calendar_picks_events_and_a_room(desk: Desk) -> None:
    venue, _layout = room(desk)
    other, _other_layout = room(desk, "Balai")
    firm = event(desk, at(9), at(10), venue_id=venue)
    event(desk, at(11), at(12), venue_id=venue, status=Status.TENTATIVE)
    elsewhere = event(desk, at(11), at(12), venue_id=other)
    bus = resources.create_resource(desk, kind=ResourceKind.VEHICLE, name="Bus")
    for lent_to in (firm, elsewhere):
        resources.lend_resource(desk, lent_to, bus)
    which = CalendarFilter("confirmed", venue)
    timeline = shown(desk, which=which)
    assert [ln.name for ln in timeline.lines] == ["Aula", "Bus"]
    assert [use.id for use in timeline.uses] == [firm, f"resource-{bus}/{firm}"]


def test_the_second_clock_is_that_of_most_guests(desk: Desk) -> None:
    for country, zone, hours in (("KZ", "Asia/Almaty", (9, 11)), ("ID", "Asia/Makassar", (13,))):
        visit = visits.create_visit(
            desk, title="Kunjungan", first_day=DAY, last_day=DAY, country=country, guest_zone=zone
        )
        for hour in hours:
            event(desk, at(hour), at(hour + 1), visit_id=visit, status=Status.TENTATIVE)
    plan = plan_between(desk, DAY, DAY)
    assert guest_zone_of(plan.events.values(), plan.zone) == "Asia/Almaty"
    assert guest_zone_of([], plan.zone) == ""
