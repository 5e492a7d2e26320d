"""What keeps the budgets: few statements, indexes used, work that does not grow with the years."""

import re
from collections.abc import Callable, Sequence
from functools import partial

import pytest

from desk.services import (
    checks,
    delegation,
    follow_ups,
    history,
    people,
    programme,
    status,
    today,
    visits,
)
from desk.services.desk import Desk
from desk.services.finding import find_things
from tests.benchmarks.effort import counted_effort, plans
from tests.benchmarks.subjects import (
    checks_of_drafts,
    checks_of_events,
    rooms_shown,
    weeks_shown,
)
from tests.benchmarks.timing import Action
from tests.counting import counted_statements

GROWING = frozenset(
    (
        "delegation_member",
        "event",
        "follow_up",
        "history_change",
        "office",
        "participation",
        "person",
        "visit",
    )
)
"""The tables that grow with the years. The latest steps are read from the end of theirs."""

_SCAN = re.compile(r"^SCAN (\w+)")


def todays_page(desk: Desk) -> list[Action]:
    return [partial(today.today, desk)]


def status_bar(desk: Desk) -> list[Action]:
    return [partial(status.desk_status, desk)]


def searches(desk: Desk) -> list[Action]:
    return [partial(find_things, desk, words) for words in ("k", "Қайса", "pertemuan bis", "2024")]


def one_visit(desk: Desk) -> list[Action]:
    return [
        partial(visits.get_visit, desk, 7),
        partial(delegation.list_members, desk, 7),
        partial(programme.events_of_visit, desk, 7),
        partial(checks.findings, desk, visit_id=7),
        partial(follow_ups.list_follow_ups, desk, visit_id=7),
        partial(history.steps_about_visit, desk, 7),
    ]


def one_person(desk: Desk) -> list[Action]:
    return [partial(people.get_person, desk, 30), partial(programme.events_of_person, desk, 30)]


def coming(desk: Desk) -> list[Action]:
    return [
        partial(programme.next_events, desk),
        partial(visits.list_visits, desk, period="coming"),
        partial(programme.events_of_venue, desk, 3),
    ]


Subject = Callable[[Desk], Sequence[Action]]

SUBJECTS: tuple[Subject, ...] = (
    partial(checks_of_events, count=10),
    partial(checks_of_drafts, count=10),
    partial(weeks_shown, count=3, days=7),
    partial(rooms_shown, count=3, days=7),
    todays_page,
    status_bar,
    searches,
    one_visit,
    one_person,
    coming,
)


def _do(actions: Sequence[Action]) -> None:
    for action in actions:
        action()


def _name(subject: Subject) -> str:
    return getattr(subject, "func", subject).__name__


@pytest.mark.parametrize("subject", SUBJECTS, ids=_name)
def test_no_table_that_grows_is_read_from_end_to_end(small_decade: Desk, subject: Subject) -> None:
    scanned = {
        found[1]
        for line in plans(small_decade, partial(_do, subject(small_decade)))
        if (found := _SCAN.match(line))
    }
    assert scanned & GROWING == set()


@pytest.mark.parametrize("subject", [checks_of_events, checks_of_drafts])
@pytest.mark.parametrize("decade", ["small_decade", "tenfold_decade"])
def test_a_check_of_one_booking_takes_a_few_statements(
    request: pytest.FixtureRequest, decade: str, subject: Callable[[Desk, int], Sequence[Action]]
) -> None:
    """To say in words what clashes takes six more, however many clashes there are."""
    desk: Desk = request.getfixturevalue(decade)
    for check in subject(desk, 60):
        with counted_statements() as statements:
            found = check()
        assert isinstance(found, list)
        clashes = any(row.other_event_id for row in found)
        assert len(statements) <= (20 if clashes else 14)


@pytest.mark.parametrize("subject", [checks_of_events, checks_of_drafts])
def test_a_check_of_one_booking_visits_a_few_rows(
    tenfold_decade: Desk, subject: Callable[[Desk, int], Sequence[Action]]
) -> None:
    """In steps of SQLite: to read the 20,000 attendances once would take more than 100,000."""
    checking = subject(tenfold_decade, 60)
    with counted_effort() as effort:
        _do(checking)
    assert effort.steps < 1000 * len(checking)


@pytest.mark.parametrize(
    ("subject", "most"),
    [(todays_page, 75), (status_bar, 13), (searches, 24), (one_visit, 35), (coming, 18)],
)
@pytest.mark.parametrize("decade", ["small_decade", "tenfold_decade"])
def test_statements_do_not_follow_the_number_of_rows(
    request: pytest.FixtureRequest, decade: str, subject: Subject, most: int
) -> None:
    actions = subject(request.getfixturevalue(decade))
    with counted_statements() as statements:
        _do(actions)
    assert len(statements) <= most
