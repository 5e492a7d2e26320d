"""Visits: booking, moving, calling off, and the trash that gives everything back."""

from datetime import date, datetime, timedelta

import pytest

from desk.model.choices import Role, Status
from desk.model.errors import ChangedElsewhere, NotThere, UserError
from desk.model.rows.reschedule import MoveVisit
from desk.model.rows.visits import VisitRow
from desk.services import (
    agreements,
    delegation,
    follow_ups,
    history,
    organisations,
    people,
    programme,
    visits,
)
from desk.services.desk import Desk
from desk.services.reschedule import carry_out
from desk.store.store import open_store
from tests.fixtures.desks import SUNDAY, StandingClock
from tests.fixtures.images import all_images


def read(desk: Desk, visit_id: int) -> VisitRow:
    row = visits.get_visit(desk, visit_id)
    assert row is not None
    return row


def test_a_visit_of_one_day_in_the_offices_zone(desk: Desk) -> None:
    row = read(desk, visits.create_visit(desk, title="Japan", first_day=SUNDAY, country="jp"))
    assert (row.reference, row.titles, row.country) == ("2026-001", {"en": "Japan"}, "JP")
    assert (row.first_day, row.last_day, row.status) == (SUNDAY, SUNDAY, Status.TENTATIVE)
    assert (row.zone, row.guest_zone) == ("Asia/Makassar", "Asia/Tokyo")


def test_references_count_within_the_year_of_the_first_day(desk: Desk) -> None:
    made = [
        visits.create_visit(desk, title="A", first_day=date(2026, 12, 31)),
        visits.create_visit(desk, title="B", first_day=date(2027, 1, 1)),
        visits.create_visit(desk, title="C", first_day=date(2026, 1, 1)),
    ]
    assert [read(desk, visit).reference for visit in made] == ["2026-001", "2027-001", "2026-002"]


def test_a_reference_is_never_given_again(desk: Desk) -> None:
    first = visits.create_visit(desk, title="A", first_day=SUNDAY)
    visits.delete_visit(desk, first)
    second = visits.create_visit(desk, title="B", first_day=SUNDAY)
    history.undo(desk)
    third = visits.create_visit(desk, title="C", first_day=SUNDAY)
    assert visits.get_visit(desk, second) is None
    assert read(desk, third).reference == "2026-003"
    [deleted] = history.trash(desk)
    history.undo_step(desk, deleted.step_id)
    assert [row.reference for row in visits.all_visits(desk)] == ["2026-001", "2026-003"]


@pytest.mark.parametrize(
    ("values", "words", "field"),
    [
        ({"title": " "}, "needs a title", "title"),
        ({"last_day": SUNDAY - timedelta(days=1)}, "before the first day", "last_day"),
        ({"last_day": SUNDAY + timedelta(days=121)}, "120 days at most", "last_day"),
        ({"first_day": date(26, 12, 6), "last_day": date(26, 12, 6)}, "a year", "first_day"),
        ({"first_day": date.max, "last_day": date.max}, "a year", "first_day"),
        ({"zone": "Mars/Base"}, "not a known time zone", "zone"),
        ({"country": "Kazakhstan"}, "does not fit", "country"),
    ],
)
def test_what_makes_no_visit_is_refused_beside_its_field(
    desk: Desk, values: dict[str, object], words: str, field: str
) -> None:
    given = {"title": "Jepang", "first_day": SUNDAY, **values}
    with pytest.raises(UserError, match=words) as refused:
        visits.create_visit(desk, **given)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert visits.all_visits(desk) == []


@pytest.mark.parametrize("reference", ["", "2026-002", "2026-1", "026-001", "2026-001/1", "% OR 1"])
def test_an_unknown_reference_is_said_in_words(desk: Desk, reference: str) -> None:
    visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    with pytest.raises(NotThere, match="references look like 2026-001"):
        visits.find_visit(desk, reference)


def test_a_reference_may_stand_between_blanks(desk: Desk) -> None:
    visit = visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    assert visits.find_visit(desk, " 2026-001 ").id == visit


def test_those_to_come_stand_before_those_that_are_over(desk: Desk, clock: StandingClock) -> None:
    today = desk.today()
    days = {"past": -10, "long past": -40, "now": -1, "next": 3, "later": 30}
    for title, ahead in days.items():
        first = today + timedelta(days=ahead)
        visits.create_visit(desk, title=title, first_day=first, last_day=first + timedelta(days=1))
    titles = [row.title for row in visits.list_visits(desk)]
    assert titles == ["now", "next", "later", "past", "long past"]
    assert [row.title for row in visits.list_visits(desk, period="coming", limit=2)] == titles[:2]
    assert [row.title for row in visits.list_visits(desk, period="past")] == titles[3:]
    assert [row.title for row in visits.list_visits(desk, limit=4)] == titles[:4]
    assert [row.title for row in visits.visits_between(desk, today, today)] == ["now"]
    clock.pass_by(timedelta(days=1))
    assert visits.list_visits(desk)[0].title == "next"


def test_calling_off_takes_the_events_along_and_leaves_what_is_done(
    desk: Desk, sample: int
) -> None:
    [first, *_rest] = programme.events_of_visit(desk, sample)
    programme.set_event_status(desk, first.id, Status.DONE)
    before = [row.status for row in programme.events_of_visit(desk, sample)]
    with pytest.raises(UserError, match="Say why"):
        visits.set_visit_status(desk, sample, Status.POSTPONED)
    visits.set_visit_status(desk, sample, Status.POSTPONED, reason="Banjir")
    assert (read(desk, sample).status, read(desk, sample).status_reason) == (
        Status.POSTPONED,
        "Banjir",
    )
    statuses = [row.status for row in programme.events_of_visit(desk, sample)]
    assert statuses == [Status.DONE, *([Status.POSTPONED] * 7)]
    history.undo(desk)
    assert [row.status for row in programme.events_of_visit(desk, sample)] == before


def test_a_move_takes_the_programme_along(desk: Desk, sample: int) -> None:
    before = [row.starts for row in programme.events_of_visit(desk, sample)]
    carry_out(desk, MoveVisit(sample, days=-7))
    assert (read(desk, sample).first_day, read(desk, sample).reference) == (
        date(2026, 11, 28),
        "2026-001",
    )
    after = [row.starts for row in programme.events_of_visit(desk, sample)]
    assert after == [starts - timedelta(days=7) for starts in before]


@pytest.mark.parametrize("days", [10**6, -(10**6), 10**12])
def test_a_move_out_of_the_calendar_is_refused(desk: Desk, sample: int, days: int) -> None:
    before = all_images(desk.store)
    with pytest.raises(UserError):
        carry_out(desk, MoveVisit(sample, days=days))
    assert all_images(desk.store) == before


def everything(desk: Desk) -> int:
    """A visit with something of every kind that can hang on one."""
    visit = visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    body = organisations.create_organisation(desk, name="Kota Kobe")
    guest = people.create_person(desk, name="Kenji Tanaka", organisation_id=body)
    delegation.add_member(desk, visit, person_id=guest, role=Role.HEAD)
    delegation.add_group(desk, visit, name="Pengusaha", headcount=12)
    event = programme.create_event(
        desk,
        title="Rapat",
        visit_id=visit,
        starts=datetime(2026, 12, 6, 9),
        ends=datetime(2026, 12, 6, 10),
    )
    agreement = agreements.create_agreement(desk, title="MoU", visit_id=visit, parties=[body])
    follow_ups.create_follow_up(desk, title="Kirim data", visit_id=visit, event_id=event)
    follow_ups.create_follow_up(desk, title="Kirim draf", agreement_id=agreement)
    return visit


def test_a_deleted_visit_is_restored_with_all_that_hung_on_it(desk: Desk) -> None:
    visit = everything(desk)
    before = all_images(desk.store)
    visits.delete_visit(desk, visit)
    assert follow_ups.list_follow_ups(desk) == []
    assert agreements.list_agreements(desk) == []
    # Numbers go on meanwhile; what is restored keeps its own.
    other = visits.create_visit(desk, title="Korea", first_day=SUNDAY)
    assert read(desk, other).reference == "2026-002"
    [row] = history.trash(desk)
    # Two of the delegation, both at one event, the event, the agreement with its party, and two
    # promises.
    assert (row.table, row.name, row.with_it) == ("visit", "Jepang", 9)
    history.undo_step(desk, row.step_id)
    assert history.trash(desk) == []
    visits.delete_visit(desk, other)
    assert all_images(desk.store) == before
    assert read(desk, visit).reference == "2026-001"
    event = programme.create_event(
        desk,
        title="Makan",
        visit_id=visit,
        starts=datetime(2026, 12, 6, 12),
        ends=datetime(2026, 12, 6, 13),
    )
    row_of_event = programme.get_event(desk, event)
    assert row_of_event is not None
    assert row_of_event.reference == "2026-001/2"


def test_a_visit_is_restored_after_a_restart(desk: Desk, address: str) -> None:
    visit = everything(desk)
    before = all_images(desk.store)
    visits.delete_visit(desk, visit)
    desk.store.close()
    again = Desk(open_store(address), clock=desk.clock, who="Yudi")
    try:
        [row] = history.trash(again)
        history.undo_step(again, row.step_id)
        assert all_images(again.store) == before
    finally:
        again.store.close()


def test_what_hung_on_something_that_is_gone_cannot_be_restored_alone(desk: Desk) -> None:
    visit = everything(desk)
    [event] = programme.events_of_visit(desk, visit)
    programme.delete_event(desk, event.id)
    visits.delete_visit(desk, visit)
    rows = {row.table: row for row in history.trash(desk)}
    before = all_images(desk.store)
    with pytest.raises(ChangedElsewhere, match="nothing was overwritten"):
        history.undo_step(desk, rows["event"].step_id)
    assert all_images(desk.store) == before
    history.undo_step(desk, rows["visit"].step_id)
    history.undo_step(desk, rows["event"].step_id)
    assert [row.id for row in programme.events_of_visit(desk, visit)] == [event.id]


def test_the_promise_of_another_visit_stays_when_its_agreement_goes(desk: Desk) -> None:
    visit = everything(desk)
    other = visits.create_visit(desk, title="Korea", first_day=SUNDAY)
    [agreement] = agreements.list_agreements(desk, visit_id=visit)
    promise = follow_ups.create_follow_up(
        desk, title="Tinjau", visit_id=other, agreement_id=agreement.id
    )
    visits.delete_visit(desk, visit)
    kept = follow_ups.get_follow_up(desk, promise)
    assert kept is not None
    assert (kept.visit_id, kept.agreement_id) == (other, None)
