"""Events of many days: read as columns they are what they are read as objects."""

from datetime import date, datetime, timedelta

from sqlmodel import col, select

from desk.locale import current_language, use_language
from desk.model.choices import Status
from desk.model.rows.events import EventRow
from desk.model.tables import Event
from desk.services import people, programme, venues, visits
from desk.services.assembly.events import event_rows
from desk.services.desk import Desk
from tests.counting import counted_statements
from tests.fixtures.desks import SUNDAY

FIRST, LAST = date(2026, 11, 30), date(2027, 1, 3)


def as_objects(desk: Desk) -> list[EventRow]:
    with desk.read() as session:
        events = session.exec(select(Event).order_by(col(Event.starts_at), col(Event.id))).all()
        return event_rows(session, events, current_language())


def test_the_sample_is_the_same_both_ways(desk: Desk, sample: int) -> None:
    rows = programme.events_between(desk, FIRST, LAST)
    assert rows == as_objects(desk)
    assert len(rows) > 4


def test_events_of_every_sort_are_the_same_both_ways(desk: Desk) -> None:
    room = venues.create_venue(desk, name={"id": "Ruang"}, building="Kantor", city="Samarinda")
    layout = venues.add_layout(desk, room, name="U", seats=12)
    visit = visits.create_visit(desk, title={"id": "Jepang"}, first_day=SUNDAY, country="JP")
    host = people.create_person(desk, name="M. Syirajudin")
    noon = datetime(2026, 12, 6, 12)
    programme.create_event(
        desk,
        title={"en": "Lunch", "id": "Santap siang"},
        starts=noon,
        ends=noon + timedelta(hours=1),
        visit_id=visit,
        venue_id=room,
        layout_id=layout,
        hosts=[host],
        dress={"id": "Batik"},
        description="For the delegation",
        notes="Two vegetarians",
    )
    lone = programme.create_event(
        desk, title="Alone", starts=noon, ends=noon + timedelta(days=3), place="Bandara"
    )
    programme.set_event_status(desk, lone, Status.CANCELLED, reason="Rain")
    for language in ("en", "id"):
        use_language(language)
        assert programme.events_between(desk, FIRST, LAST) == as_objects(desk)
    use_language("en")


def test_a_day_without_events_has_none(desk: Desk) -> None:
    assert programme.events_between(desk, FIRST, FIRST) == []


def test_statements_do_not_follow_the_number_of_events(desk: Desk, sample: int) -> None:
    with counted_statements() as few:
        programme.events_between(desk, FIRST, LAST)
    for number in range(20):
        starts = datetime(2026, 12, 9, 8) + timedelta(hours=number)
        programme.create_event(
            desk, title="More", starts=starts, ends=starts + timedelta(hours=1), visit_id=sample
        )
    with counted_statements() as many:
        programme.events_between(desk, FIRST, LAST)
    assert len(many) == len(few) == 6
