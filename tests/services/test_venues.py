"""Venues and their layouts."""

from datetime import datetime, timedelta

import pytest

from desk.model.errors import UserError
from desk.services import checks, history, programme, venues
from desk.services.desk import Desk
from tests.fixtures.events import confirmed_event


def event(desk: Desk, starts: datetime, **values: object) -> int:
    ends = starts + timedelta(hours=1)
    return confirmed_event(desk, starts=starts, ends=ends, **values)  # type: ignore[arg-type]


def test_venues_come_by_name_with_layouts_and_bookings_to_come(desk: Desk) -> None:
    tepian = venues.create_venue(desk, name="Tepian I", city="Samarinda")
    venues.create_venue(desk, name={"id": "Pendopo", "en": "Hall"})
    for name, seats in (("Teater", 60), ("U", 20)):
        venues.add_layout(desk, tepian, name=name, seats=seats)
    event(desk, datetime(2026, 12, 1, 9), venue_id=tepian)
    event(desk, datetime(2026, 12, 9, 9), venue_id=tepian)
    rows = venues.list_venues(desk)
    assert [(row.name, row.upcoming) for row in rows] == [("Hall", 0), ("Tepian I", 1)]
    assert [(row.name, row.seats) for row in rows[1].layouts] == [("U", 20), ("Teater", 60)]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " "}, "name"),
        ({"zone": "Samarinda"}, "zone"),
        ({"latitude": 91.0}, "latitude"),
        ({"longitude": -181.0}, "longitude"),
        ({"latitude": float("nan")}, "latitude"),
        ({"email": "pandurata"}, "email"),
    ],
)
def test_what_is_no_venue_is_refused_beside_its_field(
    desk: Desk, values: dict[str, object], field: str
) -> None:
    with pytest.raises(UserError) as refused:
        venues.create_venue(desk, **{"name": "Pandurata", **values})  # type: ignore[arg-type]
    assert refused.value.field == field
    assert venues.list_venues(desk) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("seats", -1), ("seats", 10_001), ("set_up_minutes", 721), ("clear_down_minutes", -5)],
)
def test_a_layout_has_a_name_and_sensible_numbers(desk: Desk, field: str, value: int) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    with pytest.raises(UserError, match="Give a number from 0 to") as refused:
        venues.add_layout(desk, room, name="U", **{field: value})  # type: ignore[arg-type]
    assert refused.value.field == field
    layout = venues.add_layout(desk, room, name="U", seats=10_000, set_up_minutes=720)
    with pytest.raises(UserError, match="Give a number from 0 to"):
        venues.update_layout(desk, layout, {field: value})
    with pytest.raises(UserError, match="A layout needs a name"):
        venues.update_layout(desk, layout, {"name": {}})


def test_the_longest_preparations_are_found_as_a_clash(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    layout = venues.add_layout(desk, room, name="Pesta", set_up_minutes=720, clear_down_minutes=720)
    first = event(desk, datetime(2026, 12, 7, 9), venue_id=room, layout_id=layout)
    # Ten o'clock to clear down until ten in the evening, to set up until ten in the morning.
    second = event(desk, datetime(2026, 12, 8, 9, 45), venue_id=room, layout_id=layout)
    [finding] = checks.findings_of_event(desk, second)
    assert (finding.code, finding.other_event_id) == ("room_clash", first)
    assert "lack 15 minutes" in finding.why
    programme.move_event(desk, second, starts=datetime(2026, 12, 8, 10))
    assert checks.findings_of_event(desk, second) == []


def test_a_venue_in_use_cannot_be_deleted_and_a_free_one_comes_back(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    venues.add_layout(desk, room, name="U", seats=20)
    booked = event(desk, datetime(2026, 12, 7, 9), venue_id=room)
    with pytest.raises(UserError, match="Events are held in Pandurata"):
        venues.delete_venue(desk, room)
    programme.delete_event(desk, booked)
    before = venues.get_venue(desk, room)
    venues.delete_venue(desk, room)
    assert venues.get_venue(desk, room) is None
    history.undo(desk)
    assert venues.get_venue(desk, room) == before


def test_events_keep_their_venue_when_a_layout_goes(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    layout = venues.add_layout(desk, room, name="U", seats=20)
    booked = event(desk, datetime(2026, 12, 7, 9), venue_id=room, layout_id=layout)
    venues.delete_layout(desk, layout)
    row = programme.get_event(desk, booked)
    assert row is not None
    assert (row.venue, row.layout_id) == ("Pandurata", None)
    history.undo(desk)
    row = programme.get_event(desk, booked)
    assert row is not None
    assert row.layout == "U"


def test_what_is_held_in_a_venue_is_listed_from_today(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    event(desk, datetime(2026, 11, 1, 9), venue_id=room)
    coming = event(desk, datetime(2026, 12, 7, 9), venue_id=room)
    assert [row.id for row in programme.events_of_venue(desk, room)] == [coming]
