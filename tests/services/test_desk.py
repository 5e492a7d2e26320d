"""Use cases that join one unit of work, reading within it, and who is told of the commit."""

import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import Any

import pytest

from desk.model.changes import Changes, StepKind
from desk.model.errors import UserError
from desk.services import delegation, history, people, visits
from desk.services.desk import Desk
from tests.fixtures.desks import SUNDAY
from tests.fixtures.images import all_images


def in_another_thread(work: Callable[[], Any]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_use_cases_within_one_another_are_one_step_and_one_notice(desk: Desk) -> None:
    notices: list[Changes] = []
    desk.committed = notices.append
    with desk.work("Book"):
        visit = visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
        person = people.create_person(desk, name="Kenji Tanaka")
        delegation.add_member(desk, visit, person_id=person)
    [notice] = notices
    assert (notice.label, notice.kind) == ("Book", StepKind.DO)
    assert [row.table for row in notice.rows] == ["visit", "person", "delegation_member"]
    assert [step.label for step in history.steps(desk)] == ["Book"]
    history.undo(desk)
    assert visits.list_visits(desk) == []
    assert people.list_people(desk) == []


def test_reading_within_a_unit_of_work_sees_what_it_wrote(desk: Desk) -> None:
    with desk.work("Book"):
        visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
        assert [row.title for row in visits.list_visits(desk)] == ["Jepang"]
        seen: list[int] = []
        in_another_thread(lambda: seen.append(len(visits.list_visits(desk))))
        assert seen == [0]
    assert [row.title for row in visits.list_visits(desk)] == ["Jepang"]


def book_badly(desk: Desk) -> None:
    with desk.work("Book"):
        people.create_person(desk, name="Kenji Tanaka")
        visits.create_visit(desk, title=" ", first_day=SUNDAY)


def test_an_error_takes_everything_back(desk: Desk) -> None:
    before = all_images(desk.store)
    notices: list[Changes] = []
    desk.committed = notices.append
    with pytest.raises(UserError, match="needs a title"):
        book_badly(desk)
    assert all_images(desk.store) == before
    assert (notices, history.steps(desk)) == ([], [])


def change_carelessly(desk: Desk, visit: int) -> None:
    with desk.work("Book"):
        people.create_person(desk, name="Kenji Tanaka")
        with suppress(UserError):
            visits.update_visit(desk, visit, {"letter": "123", "title": {}})


def test_a_use_case_that_failed_half_way_is_not_kept_when_its_error_was_caught(
    desk: Desk,
) -> None:
    visit = visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    before = all_images(desk.store)
    with pytest.raises(UserError, match="needs a title"):
        change_carelessly(desk, visit)
    assert all_images(desk.store) == before
    # The next one is not held responsible.
    visits.update_visit(desk, visit, {"letter": "123"})


def test_nothing_changed_is_no_step_and_no_notice(desk: Desk) -> None:
    visit = visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    notices: list[Changes] = []
    desk.committed = notices.append
    visits.update_visit(desk, visit, {"letter": ""})
    assert notices == []
    assert [step.label for step in history.steps(desk)] == ["New visit"]


def long_work(desk: Desk) -> Generator[None]:
    with desk.work("Long work"):
        people.create_person(desk, name="Kenji Tanaka")
        yield
        people.create_person(desk, name="Serik")


def test_long_work_that_is_closed_early_leaves_nothing(desk: Desk) -> None:
    work = long_work(desk)
    next(work)
    work.close()
    assert people.list_people(desk) == []


def test_long_work_closed_in_another_thread_is_over_in_the_one_it_began_in(desk: Desk) -> None:
    work = long_work(desk)
    next(work)
    in_another_thread(work.close)
    # Had this joined the unit of work that is over, nobody would ever commit it.
    people.create_person(desk, name="Serik")
    seen: list[str] = []
    in_another_thread(lambda: seen.extend(row.name for row in people.list_people(desk)))
    assert seen == ["Serik"]


def test_closing_long_work_of_another_thread_leaves_the_own_unit_of_work_alone(
    desk: Desk,
) -> None:
    begun: list[Generator[None]] = []

    def begin() -> None:
        work = reading_work(desk)
        next(work)
        begun.append(work)

    in_another_thread(begin)
    with desk.work("Own"):
        people.create_person(desk, name="Serik")
        begun[0].close()
        people.create_person(desk, name="Lisa Hasliana")
    assert [step.label for step in history.steps(desk)] == ["Own"]
    assert len(people.list_people(desk)) == 2


def reading_work(desk: Desk) -> Generator[None]:
    with desk.read():
        yield


def test_two_desks_at_once_each_have_their_own_unit_of_work(desk: Desk) -> None:
    other = Desk(desk.store, clock=desk.clock, who="Yudi")
    with desk.work("Mine"):
        people.create_person(desk, name="Serik")
        assert people.list_people(other) == []
    assert [row.name for row in people.list_people(other)] == ["Serik"]


def test_the_wall_clock_hangs_at_the_office(desk: Desk) -> None:
    assert desk.now().isoformat() == "2026-12-03T02:24:00+00:00"
    assert desk.wall_now().isoformat() == "2026-12-03T10:24:00"
    desk.zone = "America/New_York"
    assert desk.today().isoformat() == "2026-12-02"
