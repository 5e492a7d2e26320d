"""How much a place is used over a year."""

from datetime import date, datetime, timedelta

import pytest

from desk.model.choices import ResourceKind, Status
from desk.model.errors import NotThere
from desk.services import closed_times, place_use, resources, venues
from desk.services.desk import Desk
from tests.counting import counted_statements
from tests.fixtures.events import confirmed_event

WORKDAYS = {str(day): ["08:00", "16:00"] for day in range(1, 6)}


def event(desk: Desk, starts: datetime, ends: datetime, **values: object) -> int:
    values.setdefault("status", Status.CONFIRMED)
    return confirmed_event(
        desk,
        starts=starts,
        ends=ends,
        **values,  # type: ignore[arg-type]
    )


def test_each_day_tells_its_minutes_and_doubly_booked_time_counts_once(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    event(desk, datetime(2026, 12, 7, 9), datetime(2026, 12, 7, 11), venue_id=room)
    event(desk, datetime(2026, 12, 7, 10), datetime(2026, 12, 7, 12), venue_id=room)
    event(desk, datetime(2026, 12, 9, 22), datetime(2026, 12, 10, 1), venue_id=room)
    use = place_use.use_of_venue(desk, room, 2026)
    assert len(use.days) == 365
    used = {row.day: (row.minutes, row.events) for row in use.days if row.events}
    assert used == {
        date(2026, 12, 7): (180, 2),
        date(2026, 12, 9): (120, 1),
        date(2026, 12, 10): (60, 1),
    }
    assert (use.events, use.minutes, use.open_minutes, use.share) == (3, 360, None, None)
    december = use.months[11]
    assert (december.month, december.events, december.minutes) == (12, 3, 360)
    assert (december.share, use.months[10].minutes) == (None, 0)


def test_the_share_is_that_of_the_opening_hours_less_what_is_closed(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata", opening_hours=WORKDAYS)
    whole = place_use.use_of_venue(desk, room, 2026).open_minutes
    assert whole == 261 * 480
    # Monday from seven to ten: an hour of it before the room opens.
    event(desk, datetime(2026, 12, 7, 7), datetime(2026, 12, 7, 10), venue_id=room)
    event(desk, datetime(2026, 12, 6, 9), datetime(2026, 12, 6, 10), venue_id=room)
    closed_times.close_venue(
        desk,
        room,
        starts=datetime(2026, 12, 8, 0),
        ends=datetime(2026, 12, 9, 12),
        reason="Perbaikan",
    )
    use = place_use.use_of_venue(desk, room, 2026)
    assert (use.minutes, use.inside) == (240, 120)
    assert use.open_minutes == whole - 480 - 240
    assert use.share == 120 / use.open_minutes
    days = {row.day: row.open_minutes for row in use.days}
    assert [days[date(2026, 12, day)] for day in (6, 7, 8, 9)] == [0, 480, 0, 240]
    monday = next(row for row in use.days if row.day == date(2026, 12, 7))
    assert (monday.inside, monday.share) == (120, 0.25)
    december = use.months[11]
    assert december.share == 120 / (23 * 480 - 480 - 240)
    assert sum(row.open_minutes or 0 for row in use.months) == use.open_minutes


def test_what_holds_no_time_is_no_use(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    for status in (Status.IDEA, Status.CANCELLED, Status.POSTPONED, Status.TENTATIVE):
        event(
            desk,
            datetime(2026, 12, 7, 9),
            datetime(2026, 12, 7, 10),
            venue_id=room,
            status=status,
        )
    assert place_use.use_of_venue(desk, room, 2026).events == 1


def test_an_event_over_new_year_is_parted_and_the_zone_is_the_venues(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Wisma", zone="Asia/Jakarta")
    # In Makassar from ten on the last day to three: in Jakarta an hour earlier.
    event(desk, datetime(2026, 12, 31, 22), datetime(2027, 1, 1, 3), venue_id=room)
    assert place_use.use_of_venue(desk, room, 2026).minutes == 180
    assert place_use.use_of_venue(desk, room, 2027).minutes == 120
    assert place_use.use_of_venue(desk, room, 2025).events == 0


def test_a_resource_is_used_while_it_is_lent(desk: Desk) -> None:
    bus = resources.create_resource(desk, kind=ResourceKind.VEHICLE, name="Bus")
    meeting = event(desk, datetime(2026, 12, 7, 9), datetime(2026, 12, 7, 11))
    event(desk, datetime(2026, 12, 7, 9), datetime(2026, 12, 7, 11))
    resources.lend_resource(desk, meeting, bus)
    use = place_use.use_of_resource(desk, bus, 2026)
    assert (use.events, use.minutes) == (1, 120)


def test_a_place_that_is_gone_is_told(desk: Desk) -> None:
    with pytest.raises(NotThere):
        place_use.use_of_venue(desk, 1, 2026)
    with pytest.raises(NotThere):
        place_use.use_of_resource(desk, 1, 2026)


def test_the_days_of_a_place_hold_what_touches_them_in_its_own_zone(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Wisma", zone="Asia/Jakarta")
    bus = resources.create_resource(desk, kind=ResourceKind.VEHICLE, name="Bus")
    late = event(desk, datetime(2026, 12, 6, 23), datetime(2026, 12, 7, 2), venue_id=room)
    # Half past midnight at the office is still Sunday in Jakarta.
    early = event(desk, datetime(2026, 12, 7, 0, 30), datetime(2026, 12, 7, 1), venue_id=room)
    event(desk, datetime(2026, 12, 14, 9), datetime(2026, 12, 14, 10), venue_id=room)
    resources.lend_resource(desk, late, bus)
    week = (date(2026, 12, 7), date(2026, 12, 13))
    found = place_use.events_of_place(desk, *week, venue_id=room)
    assert [row.id for row in found] == [late]
    sunday = (date(2026, 12, 6), date(2026, 12, 6))
    found = place_use.events_of_place(desk, *sunday, venue_id=room)
    assert [row.id for row in found] == [late, early]
    found = place_use.events_of_place(desk, *week, resource_id=bus)
    assert [row.id for row in found] == [late]


def test_a_year_and_a_week_cost_the_same_few_questions_however_full_they_are(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata", opening_hours=WORKDAYS)
    bus = resources.create_resource(desk, kind=ResourceKind.VEHICLE, name="Bus")

    def asked() -> list[int]:
        counts: list[int] = []
        for question in (
            lambda: place_use.use_of_venue(desk, room, 2026),
            lambda: place_use.use_of_resource(desk, bus, 2026),
            lambda: place_use.events_of_place(desk, *week, venue_id=room),
            lambda: resources.list_resources(desk),
            lambda: venues.list_venues(desk),
        ):
            with counted_statements() as statements:
                question()
            counts.append(len(statements))
        return counts

    week = (date(2026, 12, 7), date(2026, 12, 13))
    starts = datetime(2026, 12, 7, 9)
    first = event(desk, starts, starts + timedelta(hours=1), venue_id=room)
    resources.lend_resource(desk, first, bus)
    few = asked()
    for number in range(1, 12):
        begins = starts + timedelta(hours=2 * number)
        made = event(desk, begins, begins + timedelta(hours=1), venue_id=room)
        resources.lend_resource(desk, made, bus)
    assert asked() == few
    assert max(few) <= 6
