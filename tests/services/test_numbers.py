"""Numbers are given once, by whomever, and read back from references."""

import pytest

from desk.model.errors import NotThere
from desk.services import visits
from desk.services.desk import Desk
from desk.services.numbers import (
    event_by_reference,
    next_number,
    visit_by_reference,
    visit_reference,
)
from tests.fixtures.desks import SUNDAY


def test_each_series_counts_for_itself(desk: Desk) -> None:
    with desk.work("Count") as session:
        given = [next_number(session, name) for name in ("a", "b", "a", "a")]
    assert given == [1, 1, 2, 3]


def test_two_desks_never_give_the_same_number(desk: Desk) -> None:
    other = Desk(desk.store, clock=desk.clock, who="Yudi")
    made = [
        visits.create_visit(who, title="Jepang", first_day=SUNDAY)
        for who in (desk, other, desk, other)
    ]
    assert len(set(made)) == 4
    assert [row.reference for row in visits.all_visits(desk)] == [
        "2026-001",
        "2026-002",
        "2026-003",
        "2026-004",
    ]


def test_a_reference_grows_after_nine_hundred_and_ninety_nine() -> None:
    assert [visit_reference(2026, number) for number in (1, 999, 1000)] == [
        "2026-001",
        "2026-999",
        "2026-1000",
    ]


@pytest.mark.parametrize(
    "reference",
    ["2026-001\n2026-001", "2026-" + "9" * 40, "2026/" + "9" * 40, "2026-001/" + "9" * 40, "'; --"],
)
def test_what_no_database_can_count_to_is_simply_not_there(desk: Desk, reference: str) -> None:
    with desk.read() as session:
        with pytest.raises(NotThere):
            visit_by_reference(session, reference)
        with pytest.raises(NotThere):
            event_by_reference(session, reference)
