"""Visits on the axis of the months."""

from collections.abc import Sequence
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from desk.model.choices import Role, Side, Status
from desk.services import delegation, people, visits
from desk.services.desk import Desk
from desk.services.visit_overview import (
    _beside,  # pyright: ignore[reportPrivateUsage]
    overview_between,
)
from tests.counting import counted_statements

FIRST, LAST = date(2026, 12, 1), date(2027, 2, 28)


def visit(desk: Desk, title: str, first: date, days: int = 1, **given: Any) -> int:
    last = first + timedelta(days=days - 1)
    return visits.create_visit(desk, title=title, first_day=first, last_day=last, **given)


def test_visits_come_by_their_start_with_who_leads(desk: Desk) -> None:
    later = visit(desk, "Japan", date(2026, 12, 20), 3, country="JP")
    sooner = visit(desk, "Kazakhstan", date(2026, 12, 5), 2, country="KZ")
    serik = people.create_person(desk, name="Serik")
    host = people.create_person(desk, name="M. Syirajudin")
    delegation.add_member(desk, sooner, person_id=serik, role=Role.HEAD)
    delegation.add_member(desk, sooner, person_id=host, role=Role.HEAD, side=Side.HOST)
    rows = overview_between(desk, FIRST, LAST)
    assert [(row.id, row.reference, row.head) for row in rows] == [
        (sooner, "2026-002", "Serik"),
        (later, "2026-001", ""),
    ]
    assert (rows[0].title, rows[0].country) == ("Kazakhstan", "KZ")
    assert (rows[0].first_day, rows[0].last_day) == (date(2026, 12, 5), date(2026, 12, 6))


def test_a_visit_that_touches_an_edge_belongs_and_one_beyond_does_not(desk: Desk) -> None:
    visit(desk, "Before", date(2026, 11, 29), 2)
    visit(desk, "Into", date(2026, 11, 30), 2)
    visit(desk, "Out of", LAST, 5)
    visit(desk, "After", LAST + timedelta(days=1))
    assert [row.title for row in overview_between(desk, FIRST, LAST)] == ["Into", "Out of"]


def test_visits_on_the_same_days_are_counted_unless_called_off(desk: Desk) -> None:
    for title, first in (("A", 5), ("B", 6), ("C", 7)):
        visit(desk, title, date(2026, 12, first), 2)
    off = visit(desk, "Off", date(2026, 12, 5), 9)
    visits.set_visit_status(desk, off, Status.CANCELLED, reason="No plane")
    rows = overview_between(desk, FIRST, LAST)
    assert {row.title: row.beside for row in rows} == {"A": 1, "B": 2, "C": 1, "Off": 0}


DAYS = st.integers(0, 40).map(lambda days: FIRST + timedelta(days=days))
ROWS = st.lists(st.tuples(DAYS, st.integers(0, 9), st.sampled_from(Status)), max_size=25)


@given(ROWS)
def test_counting_who_is_beside_equals_comparing_each_with_each(
    drawn: list[tuple[date, int, Status]],
) -> None:
    made = [
        SimpleNamespace(first_day=first, last_day=first + timedelta(days=more), status=status)
        for first, more, status in drawn
    ]
    off = (Status.CANCELLED, Status.POSTPONED)
    naive = [
        sum(
            one is not other
            and one.status not in off
            and other.status not in off
            and one.first_day <= other.last_day
            and other.first_day <= one.last_day
            for other in made
        )
        for one in made
    ]
    assert _beside(cast(Sequence[Any], made)) == naive


def test_two_statements_however_many_visits(desk: Desk) -> None:
    for number in range(20):
        visit(desk, f"V {number}", FIRST + timedelta(days=number))
    with counted_statements() as statements:
        assert len(overview_between(desk, FIRST, LAST)) == 20
    assert len(statements) == 2
