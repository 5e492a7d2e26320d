"""What the judge of clashes is given: enough to find every clash, and little else."""

from datetime import datetime, timedelta

import pytest

from desk.model.choices import Answer, Side, Status
from desk.model.tables import Event
from desk.rules.conflicts import all_clashes, clashes_of
from desk.services import participation, people, programme, venues
from desk.services.bookings import booking_of, bookings_against, bookings_between
from desk.services.desk import Desk
from tests.fixtures.events import confirmed_event

NINE = datetime(2026, 12, 7, 9)
HOUR = timedelta(hours=1)


def event(
    desk: Desk, starts: datetime = NINE, *, ends: datetime | None = None, **given: object
) -> int:
    values: dict[str, object] = {"title": "Meeting", "status": Status.CONFIRMED, **given}
    return confirmed_event(desk, starts=starts, ends=ends or starts + HOUR, **values)  # type: ignore[arg-type]


def against(desk: Desk, event_id: int, *, people: set[int] | None = None) -> list[int]:
    with desk.read() as session:
        own = booking_of(session, session.get_one(Event, event_id), people)
        return [booking.event_id for booking in bookings_against(session, own)]


@pytest.fixture
def host(desk: Desk) -> int:
    return people.create_person(desk, name="Siti")


@pytest.fixture
def room(desk: Desk) -> int:
    return venues.create_venue(desk, name="Ruang Anggrek")


def test_only_the_same_room_and_the_same_people_count(desk: Desk, room: int, host: int) -> None:
    mine = event(desk, venue_id=room, hosts=[host])
    in_the_room = event(desk, NINE + HOUR, venue_id=room)
    with_the_host = event(desk, NINE - HOUR / 2, hosts=[host])
    event(desk)
    event(desk, venue_id=venues.create_venue(desk, name="Ruang Melati"))
    event(desk, NINE + HOUR, hosts=[host])
    event(desk, venue_id=room, status=Status.CANCELLED)
    assert against(desk, mine) == [with_the_host, in_the_room]
    assert against(desk, mine, people=set()) == [in_the_room]


def test_an_event_of_several_days_counts_on_its_last(desk: Desk, host: int) -> None:
    fair = event(desk, NINE - timedelta(days=4), ends=NINE + HOUR, hosts=[host])
    assert against(desk, event(desk, hosts=[host])) == [fair]


def test_a_shared_room_is_never_held(desk: Desk) -> None:
    yard = venues.create_venue(desk, name="Halaman", shared=True)
    mine = event(desk, venue_id=yard)
    event(desk, venue_id=yard)
    assert against(desk, mine) == []


def test_who_stands_in_is_needed_instead(desk: Desk, host: int) -> None:
    deputy = people.create_person(desk, name="Yusuf")
    mine = event(desk)
    row = participation.add_participant(desk, mine, person_id=host, side=Side.HOST)
    participation.set_answer(desk, row, Answer.REPRESENTED, represented_by=deputy)
    event(desk, hosts=[host])
    with_the_deputy = event(desk, hosts=[deputy])
    assert against(desk, mine) == [with_the_deputy]


def test_the_preparation_of_both_rooms_is_looked_at(desk: Desk, room: int) -> None:
    layout = venues.add_layout(
        desk, room, name="U", set_up_minutes=12 * 60, clear_down_minutes=12 * 60
    )
    mine = event(desk, venue_id=room, layout_id=layout)
    day = timedelta(hours=23)
    before = event(desk, NINE - day - HOUR, venue_id=room, layout_id=layout)
    after = event(desk, NINE + HOUR + day, venue_id=room, layout_id=layout)
    assert against(desk, mine) == [before, after]


def test_one_event_at_a_time_finds_what_a_look_at_all_finds(desk: Desk, sample: int) -> None:
    rows = programme.events_of_visit(desk, sample)
    for row in rows[:4]:
        programme.duplicate_event(desk, row.id, by=timedelta(minutes=20))
    with desk.read() as session:
        first, last = min(row.starts_at for row in rows), max(row.ends_at for row in rows)
        together = all_clashes(bookings_between(session, first, last))
        one_by_one = {
            (clash.kind, clash.first.event_id, clash.second.event_id, clash.people)
            for row in programme.events_of_visit(desk, sample)
            for own in [booking_of(session, session.get_one(Event, row.id))]
            for clash in clashes_of(own, bookings_against(session, own))
        }
    assert one_by_one == {
        (clash.kind, clash.first.event_id, clash.second.event_id, clash.people)
        for clash in together
    }
    assert len(together) > 4
