"""The plan of rooms and resources over some days."""

from datetime import UTC, date, datetime, timedelta

from desk.model.choices import ResourceKind, Status
from desk.model.tables import ClosedTime, Resource, ResourceBooking, Venue
from desk.services import programme, venues
from desk.services.desk import Desk
from desk.services.venue_plan import plan_between
from desk.store.derivation import derive
from tests.counting import counted_statements

DAY = date(2026, 12, 7)
NINE = datetime(2026, 12, 7, 9)
HOUR = timedelta(hours=1)
ONE_AT_THE_OFFICE = datetime(2026, 12, 7, 1, tzinfo=UTC)
"""09.00 WITA."""


def room(desk: Desk, name: str = "Ruang Anggrek") -> int:
    return venues.create_venue(desk, name=name)


def event(desk: Desk, starts: datetime = NINE, **given: object) -> int:
    values: dict[str, object] = {"title": "Rapat", "ends": starts + HOUR, **given}
    return programme.create_event(desk, starts=starts, **values)  # type: ignore[arg-type]


def resource(desk: Desk, kind: ResourceKind, name: str, **given: object) -> int:
    with desk.work("Add") as session:
        return session.keep(Resource(kind=kind, name={"id": name}, **given)).id  # type: ignore[arg-type]


def lend(desk: Desk, resource_id: int, event_id: int, notes: str = "") -> None:
    with desk.work("Lend") as session:
        session.keep(ResourceBooking(event_id=event_id, resource_id=resource_id, notes=notes))


def close(desk: Desk, **given: object) -> int:
    with desk.work("Close") as session:
        row = ClosedTime(zone="Asia/Makassar", **given)  # type: ignore[arg-type]
        derive(row)
        return session.keep(row).id


def test_an_empty_desk_has_an_empty_plan(desk: Desk) -> None:
    plan = plan_between(desk, DAY, DAY)
    assert (plan.first, plan.last, plan.zone) == (DAY, DAY, "Asia/Makassar")
    assert (dict(plan.events), plan.venues, plan.resources, plan.unplaced) == ({}, (), (), ())


def test_rooms_stand_by_name_with_their_seats_and_layouts(desk: Desk) -> None:
    second, first = room(desk, "ruang Tepian"), room(desk, "Aula")
    u_shape = venues.add_layout(desk, second, name="U", seats=48)
    theatre = venues.add_layout(desk, second, name="Teater", seats=120)
    plan = plan_between(desk, DAY, DAY)
    assert [(row.id, row.name, row.seats) for row in plan.venues] == [
        (first, "Aula", 0),
        (second, "ruang Tepian", 120),
    ]
    assert plan.venues[1].layouts == ((u_shape, "U", 48), (theatre, "Teater", 120))


def test_a_use_tells_from_when_until_when_the_room_is_bound(desk: Desk) -> None:
    here = room(desk)
    layout = venues.add_layout(desk, here, name="U", set_up_minutes=60, clear_down_minutes=30)
    held = event(desk, venue_id=here, layout_id=layout)
    plan = plan_between(desk, DAY, DAY)
    (use,) = plan.venues[0].uses
    assert use.event_id == held
    assert use.bound_from == ONE_AT_THE_OFFICE - HOUR
    assert use.bound_until == ONE_AT_THE_OFFICE + HOUR + HOUR / 2
    assert plan.events[held].title == "Rapat"


def test_a_set_up_on_the_evening_before_belongs_to_that_day_too(desk: Desk) -> None:
    here = room(desk)
    layout = venues.add_layout(desk, here, name="Pesta", set_up_minutes=720, clear_down_minutes=0)
    held = event(desk, venue_id=here, layout_id=layout)
    eve = DAY - timedelta(days=1)
    assert [use.event_id for use in plan_between(desk, eve, eve).venues[0].uses] == [held]
    after = DAY + timedelta(days=1)
    assert plan_between(desk, after, after).venues[0].uses == ()


def test_days_are_half_open(desk: Desk) -> None:
    here = room(desk)
    midnight = datetime(2026, 12, 8)
    event(desk, midnight - HOUR, venue_id=here)
    event(desk, midnight, venue_id=here)
    assert len(plan_between(desk, DAY, DAY).venues[0].uses) == 1
    assert len(plan_between(desk, DAY, DAY + timedelta(days=1)).venues[0].uses) == 2


def test_cancelled_events_are_told_as_well(desk: Desk) -> None:
    held = event(desk, venue_id=room(desk))
    programme.set_event_status(desk, held, Status.CANCELLED, reason="Hujan")
    plan = plan_between(desk, DAY, DAY)
    assert [use.event_id for use in plan.venues[0].uses] == [held]
    assert plan.events[held].status is Status.CANCELLED


def test_events_without_a_room_stand_apart(desk: Desk) -> None:
    room(desk)
    loose = event(desk)
    plan = plan_between(desk, DAY, DAY)
    assert [use.event_id for use in plan.unplaced] == [loose]
    assert plan.venues[0].uses == ()


def test_resources_stand_by_kind_and_name_with_their_own_preparation(desk: Desk) -> None:
    flags = resource(desk, ResourceKind.EQUIPMENT, "Bendera")
    aisha = resource(desk, ResourceKind.INTERPRETER, "Aisha", languages=["ru"], owner="Adpim")
    bus = resource(
        desk, ResourceKind.VEHICLE, "Bus", seats=25, set_up_minutes=15, clear_down_minutes=45
    )
    held = event(desk)
    lend(desk, bus, held, notes="Lewat tol")
    plan = plan_between(desk, DAY, DAY)
    assert [row.id for row in plan.resources] == [bus, aisha, flags]
    assert (plan.resources[1].languages, plan.resources[1].owner) == (("ru",), "Adpim")
    (use,) = plan.resources[0].uses
    assert (use.event_id, use.notes) == (held, "Lewat tol")
    assert use.bound_from == ONE_AT_THE_OFFICE - HOUR / 4
    assert use.bound_until == ONE_AT_THE_OFFICE + HOUR + HOUR * 3 / 4
    assert plan.resources[1].uses == ()


def test_closed_times_of_both_within_the_days(desk: Desk) -> None:
    here = room(desk)
    bus = resource(desk, ResourceKind.VEHICLE, "Bus")
    shut = close(desk, venue_id=here, starts=NINE, ends=NINE + HOUR, reason="Perbaikan")
    service = close(desk, resource_id=bus, starts=NINE - HOUR, ends=NINE, reason="Servis")
    later = NINE + timedelta(days=1)
    close(desk, venue_id=here, starts=later, ends=later + HOUR, reason="Lain")
    plan = plan_between(desk, DAY, DAY)
    (closing,) = plan.venues[0].closings
    assert (closing.id, closing.reason, closing.starts_at, closing.ends_at) == (
        shut,
        "Perbaikan",
        ONE_AT_THE_OFFICE,
        ONE_AT_THE_OFFICE + HOUR,
    )
    assert [closing.id for closing in plan.resources[0].closings] == [service]


def test_opening_hours_are_told(desk: Desk) -> None:
    with desk.work("Add") as session:
        session.keep(
            Venue(
                name={"id": "Aula"},
                zone="Asia/Makassar",
                opening_hours={"1": ["07:30", "16:00"], "5": ["07:30", "11:00"]},
            )
        )
    hours = plan_between(desk, DAY, DAY).venues[0].opening_hours
    assert hours == {"1": ("07:30", "16:00"), "5": ("07:30", "11:00")}


def test_the_number_of_statements_does_not_depend_on_how_much_there_is(
    desk: Desk, sample: int
) -> None:
    bus = resource(desk, ResourceKind.VEHICLE, "Bus")
    here = room(desk)
    lend(desk, bus, event(desk, visit_id=sample, venue_id=here))
    with counted_statements() as few:
        plan_between(desk, DAY, DAY)
    for hour in range(8):
        room(desk, f"Ruang {hour}")
        another = resource(desk, ResourceKind.EQUIPMENT, f"Layar {hour}")
        held = event(desk, NINE + hour * HOUR, visit_id=sample, venue_id=here)
        lend(desk, another, held)
    with counted_statements() as many:
        plan = plan_between(desk, DAY, DAY)
    assert len(plan.events) == 9
    assert len(many) == len(few)
