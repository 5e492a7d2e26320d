"""Promises: an owner, a day, a status, and nothing that is overdue left out."""

from datetime import date, timedelta

import pytest

from desk.model.choices import FollowUpStatus
from desk.model.errors import ChangedElsewhere, UserError
from desk.model.rows.follow_ups import FollowUpRow
from desk.services import follow_ups, history, organisations, people, visits
from desk.services.desk import Desk
from tests.fixtures.desks import SUNDAY, StandingClock

TODAY = date(2026, 12, 3)


def create(desk: Desk, title: str = "Kirim data", **values: object) -> int:
    return follow_ups.create_follow_up(desk, title=title, **values)  # type: ignore[arg-type]


def read(desk: Desk, follow_up_id: int) -> FollowUpRow:
    row = follow_ups.get_follow_up(desk, follow_up_id)
    assert row is not None
    return row


def test_a_promise_names_its_owner_and_where_it_came_from(desk: Desk) -> None:
    visit = visits.create_visit(desk, title="Kazakhstan", first_day=SUNDAY)
    body = organisations.create_organisation(desk, name="DPMPTSP")
    owner = people.create_person(desk, name="Puguh Harjanto")
    row = read(
        desk,
        create(
            desk,
            visit_id=visit,
            organisation_id=body,
            person_id=owner,
            source="“We will send the list.”",
            due_on=TODAY,
        ),
    )
    assert (row.visit_reference, row.visit_title) == ("2026-001", "Kazakhstan")
    assert (row.organisation, row.person) == ("DPMPTSP", "Puguh Harjanto")
    assert (row.status, row.overdue_days) == (FollowUpStatus.OPEN, 0)


def test_days_overdue_are_counted_at_the_office_and_only_while_open(
    desk: Desk, clock: StandingClock
) -> None:
    promise = create(desk, due_on=TODAY)
    clock.pass_by(timedelta(hours=13, minutes=35))
    assert read(desk, promise).overdue_days == 0
    clock.pass_by(timedelta(minutes=1))
    assert read(desk, promise).overdue_days == 1
    follow_ups.set_follow_up_status(desk, promise, FollowUpStatus.DROPPED)
    assert read(desk, promise).overdue_days == 0


def test_the_day_it_was_done_is_noted_once(desk: Desk, clock: StandingClock) -> None:
    promise = create(desk)
    follow_ups.set_follow_up_status(desk, promise, FollowUpStatus.DONE, evidence=" Surat 12 ")
    clock.pass_by(timedelta(days=2))
    follow_ups.set_follow_up_status(desk, promise, FollowUpStatus.DONE, evidence="Surat 13")
    assert (read(desk, promise).done_on, read(desk, promise).evidence) == (TODAY, "Surat 13")
    follow_ups.set_follow_up_status(desk, promise, FollowUpStatus.UNDER_WAY)
    assert (read(desk, promise).done_on, read(desk, promise).evidence) == (None, "Surat 13")
    follow_ups.update_follow_up(desk, promise, {"status": "done"})
    assert read(desk, promise).done_on == TODAY + timedelta(days=2)


def test_open_ones_come_first_then_by_day_then_those_without_one(desk: Desk) -> None:
    titles = {
        "later": TODAY + timedelta(days=9),
        "no day": None,
        "soon": TODAY,
        "done": TODAY - timedelta(days=9),
    }
    ids = {title: create(desk, title, due_on=due) for title, due in titles.items()}
    follow_ups.set_follow_up_status(desk, ids["done"], FollowUpStatus.DONE)
    assert [row.title for row in follow_ups.list_follow_ups(desk)] == [
        "soon",
        "later",
        "no day",
        "done",
    ]
    assert len(follow_ups.list_follow_ups(desk, open_only=True)) == 3


def test_a_short_list_leaves_out_the_least_urgent(desk: Desk) -> None:
    done = [create(desk, f"done {number}") for number in range(3)]
    for promise in done:
        follow_ups.set_follow_up_status(desk, promise, FollowUpStatus.DONE)
    create(desk, "someday")
    create(desk, "overdue", due_on=TODAY - timedelta(days=400))
    assert [row.title for row in follow_ups.list_follow_ups(desk, limit=2)] == [
        "overdue",
        "someday",
    ]


def test_a_promise_says_what_was_promised(desk: Desk) -> None:
    with pytest.raises(UserError, match="what was promised") as refused:
        create(desk, " ")
    assert refused.value.field == "title"
    promise = create(desk)
    with pytest.raises(UserError, match="what was promised"):
        follow_ups.update_follow_up(desk, promise, {"title": ""})
    with pytest.raises(UserError, match="does not fit"):
        follow_ups.update_follow_up(desk, promise, {"due_on": "2026-02-30"})


def test_a_promise_to_somebody_who_is_gone_is_refused(desk: Desk) -> None:
    with pytest.raises(ChangedElsewhere, match="not there any more"):
        create(desk, visit_id=999)
    assert follow_ups.list_follow_ups(desk) == []


def test_a_deleted_promise_comes_back(desk: Desk) -> None:
    promise = create(desk, due_on=TODAY)
    before = read(desk, promise)
    follow_ups.delete_follow_up(desk, promise)
    assert follow_ups.get_follow_up(desk, promise) is None
    [row] = history.trash(desk)
    history.undo_step(desk, row.step_id)
    assert read(desk, promise) == before
