"""When venues and resources cannot be had."""

from datetime import UTC, datetime

import pytest

from desk.model.choices import ResourceKind
from desk.model.errors import NotThere, UserError
from desk.services import closed_times, history, resources, venues
from desk.services.desk import Desk

STARTS, ENDS = datetime(2026, 12, 10, 7), datetime(2026, 12, 11, 12)


def test_a_venue_is_closed_in_its_own_zone_and_a_resource_in_the_offices(desk: Desk) -> None:
    jakarta = venues.create_venue(desk, name="Wisma", zone="Asia/Jakarta")
    bus = resources.create_resource(desk, kind=ResourceKind.VEHICLE, name="Bus")
    closed_times.close_venue(desk, jakarta, starts=STARTS, ends=ENDS, reason="Perbaikan")
    closed_times.close_resource(desk, bus, starts=STARTS, ends=ENDS, reason="Servis")
    [room] = closed_times.closed_times(desk, venue_id=jakarta)
    [car] = closed_times.closed_times(desk, resource_id=bus)
    assert (room.starts, room.zone) == (STARTS, "Asia/Jakarta")
    assert room.starts_at == datetime(2026, 12, 10, 0, tzinfo=UTC)
    assert (car.zone, car.starts_at) == ("Asia/Makassar", datetime(2026, 12, 9, 23, tzinfo=UTC))
    assert car.reason == "Servis"


def test_only_what_touches_the_time_asked_for_is_listed_in_order(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    for day in (12, 10, 11):
        closed_times.close_venue(
            desk,
            room,
            starts=datetime(2026, 12, day, 8),
            ends=datetime(2026, 12, day, 10),
            reason=str(day),
        )
    found = closed_times.closed_times(
        desk,
        # Ten o'clock at the office, when the first one ends: half-open.
        since=datetime(2026, 12, 10, 2, tzinfo=UTC),
        until=datetime(2026, 12, 12, 2, tzinfo=UTC),
    )
    assert [row.reason for row in found] == ["11", "12"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"ends": STARTS}, "ends"),
        ({"ends": datetime(2031, 1, 1)}, "ends"),
        ({"starts": datetime(1805, 1, 1)}, "starts"),
    ],
)
def test_what_is_no_closed_time_is_refused_beside_its_field(
    desk: Desk, values: dict[str, object], field: str
) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    given = {"starts": STARTS, "ends": ENDS, "reason": "Perbaikan", **values}
    with pytest.raises(UserError) as refused:
        closed_times.close_venue(desk, room, **given)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert closed_times.closed_times(desk) == []


def test_a_closed_time_is_changed_and_taken_away_and_comes_back(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    closed = closed_times.close_venue(desk, room, starts=STARTS, ends=ENDS, reason="Perbaikan")
    closed_times.change_closed_time(desk, closed, {"ends": datetime(2026, 12, 12, 12)})
    [row] = closed_times.closed_times(desk)
    assert row.ends_at == datetime(2026, 12, 12, 4, tzinfo=UTC)
    closed_times.reopen(desk, closed)
    assert closed_times.closed_times(desk) == []
    history.undo(desk)
    assert closed_times.closed_times(desk) == [row]
    history.undo(desk)
    assert [row.ends for row in closed_times.closed_times(desk)] == [ENDS]


def test_a_zone_that_was_mended_takes_the_closed_times_along(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Wisma")
    closed_times.close_venue(desk, room, starts=STARTS, ends=ENDS, reason="Perbaikan")
    venues.update_venue(desk, room, {"zone": "Asia/Jakarta"})
    [row] = closed_times.closed_times(desk)
    assert (row.starts, row.zone) == (STARTS, "Asia/Jakarta")
    assert row.starts_at == datetime(2026, 12, 10, 0, tzinfo=UTC)


def test_a_place_that_is_gone_cannot_be_closed(desk: Desk) -> None:
    with pytest.raises(NotThere):
        closed_times.close_venue(desk, 7, starts=STARTS, ends=ENDS, reason="Perbaikan")


def test_the_history_says_which_place_was_closed(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    closed = closed_times.close_venue(desk, room, starts=STARTS, ends=ENDS, reason="Perbaikan")
    closed_times.change_closed_time(desk, closed, {"reason": "Lampu diganti"})
    step = history.steps(desk)[0]
    assert (step.label, step.about) == ("Change a closed time", "Pandurata")
    assert [(f.field, f.before, f.after) for f in step.fields] == [
        ("Reason", "Perbaikan", "Lampu diganti")
    ]
