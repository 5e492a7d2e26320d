"""The laws of a rundown, for plans of any shape, and its judgement in single cases."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules import rundown
from desk.rules.rundown import Flaw, FlawKind, Item, Outcome, Plan, in_order

PLANS = st.lists(
    st.tuples(st.integers(-120, 600), st.integers(0, 90), st.booleans()), min_size=1, max_size=9
).map(lambda rows: in_order(Item(number, *row) for number, row in enumerate(rows, start=1)))
"""Anything that can be written down, overlaps and gaps among it."""


@st.composite
def tidy_plans(draw: st.DrawFn) -> Plan:
    """Rows one after the other, with gaps but without overlaps."""
    at = draw(st.integers(-60, 60))
    items: list[Item] = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        at += draw(st.integers(0, 30))
        items.append(Item(number, at, draw(st.integers(1, 60)), draw(st.booleans())))
        at = items[-1].ends
    return tuple(items)


MINUTES = st.integers(-90, 90)


def starts(plan: Plan) -> dict[int, int]:
    return {item.id: item.starts for item in plan}


def ids(plan: Plan) -> list[int]:
    return [item.id for item in plan]


def changes(plan: Plan, data: st.DataObject) -> tuple[int, list[Outcome]]:
    """One row of the plan, and what every change of it comes to."""
    item = data.draw(st.sampled_from(plan))
    by = data.draw(MINUTES)
    before = data.draw(st.sampled_from([None, *ids(plan)]))
    return item.id, [
        rundown.ripple(plan, item.id, by),
        rundown.stretch(plan, item.id, max(0, item.minutes + by), follow=True),
        rundown.stretch(plan, item.id, max(0, item.minutes + by), follow=False),
        rundown.move(plan, item.id, item.starts + by, follow=True),
        rundown.move(plan, item.id, item.starts + by, follow=False),
        rundown.swap(plan, item.id, down=True),
        rundown.swap(plan, item.id, down=False),
        rundown.place_before(plan, item.id, before),
        rundown.insert(plan, Item(99, item.ends, abs(by)), item.id),
        rundown.remove(plan, item.id, follow=True),
    ]


@given(PLANS, st.data())
def test_a_locked_row_never_moves_and_nothing_is_lost(plan: Plan, data: st.DataObject) -> None:
    changed, outcomes = changes(plan, data)
    locked = {item.id: item.starts for item in plan if item.locked}
    for outcome in outcomes:
        after = starts(outcome.plan)
        assert {key: after[key] for key in locked if key in after} == {
            key: at for key, at in locked.items() if key in after
        }
        assert set(ids(plan)) - set(ids(outcome.plan)) <= {changed}


@given(PLANS, st.data())
def test_rippling_keeps_the_order_and_every_length(plan: Plan, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(plan))
    by = data.draw(MINUTES)
    after = rundown.ripple(plan, item.id, by).plan
    assert ids(in_order(after)) == ids(plan)
    assert [each.minutes for each in after] == [each.minutes for each in plan]


@given(tidy_plans(), st.data())
def test_no_change_with_followers_upsets_a_tidy_plan(plan: Plan, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(plan))
    by = data.draw(MINUTES)
    for outcome in (
        rundown.ripple(plan, item.id, by),
        rundown.stretch(plan, item.id, max(0, item.minutes + by), follow=True),
        rundown.move(plan, item.id, item.starts + by, follow=True),
    ):
        assert ids(in_order(outcome.plan)) == ids(plan)


@given(PLANS, st.data())
def test_what_is_moved_moves_by_the_same_and_no_further_than_asked(
    plan: Plan, data: st.DataObject
) -> None:
    item = data.draw(st.sampled_from(plan))
    by = data.draw(MINUTES)
    outcome = rundown.ripple(plan, item.id, by)
    shifts = [
        after.starts - before.starts for before, after in zip(plan, outcome.plan, strict=True)
    ]
    moved = [shift for shift in shifts if shift]
    assert set(moved) <= {outcome.moved_by}
    assert sum(shifts) == outcome.moved_by * len(moved)
    assert min(by, 0) <= outcome.moved_by <= max(by, 0)
    assert 0 <= outcome.missing <= max(by, 0) - max(outcome.moved_by, 0)


@given(tidy_plans(), st.data())
def test_moving_back_undoes_moving_on(plan: Plan, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(plan))
    by = data.draw(MINUTES)
    there = rundown.ripple(plan, item.id, by)
    assert rundown.ripple(there.plan, item.id, -there.moved_by).plan == plan


@given(tidy_plans(), st.data())
def test_two_swaps_leave_everything_where_it_was(plan: Plan, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(plan))
    down = rundown.swap(plan, item.id, down=True)
    if down.plan == plan:
        # Nothing passes a locked row, and nothing stands behind the last one.
        assert down.stopped_at is not None or item == plan[-1]
    else:
        assert rundown.swap(down.plan, item.id, down=False).plan == plan


@given(tidy_plans(), st.data())
def test_changing_places_takes_no_more_time_than_before(plan: Plan, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(plan))
    before = data.draw(st.sampled_from([None, *ids(plan)]))
    after = rundown.place_before(plan, item.id, before).plan
    assert rundown.busy_minutes(after) == rundown.busy_minutes(plan)
    assert (after[0].starts, after[-1].ends) == (plan[0].starts, plan[-1].ends)


@given(tidy_plans(), st.data())
def test_taking_out_what_was_put_in_gives_the_same_plan(plan: Plan, data: st.DataObject) -> None:
    plan = tuple(replace(item, locked=False) for item in plan)
    after = data.draw(st.sampled_from(plan))
    new = Item(99, after.ends, data.draw(st.integers(1, 60)))
    grown = rundown.insert(plan, new, after.id)
    moved = rundown.ripple(grown.plan, 99, -grown.moved_by).plan
    assert rundown.remove(moved, 99, follow=False).plan == plan


@given(PLANS, st.integers(0, 700))
def test_flaws_are_those_that_a_minute_by_minute_look_finds(plan: Plan, length: int) -> None:
    busy = [
        sum(1 for item in plan if item.starts <= minute < item.ends) for minute in range(-120, 700)
    ]
    assert rundown.busy_minutes(plan) == sum(1 for count in busy if count)
    found = {flaw.kind for flaw in rundown.flaws(plan, length)}
    assert (FlawKind.OVERLAP in found) == any(count > 1 for count in busy)
    assert (FlawKind.OVER_END in found) == any(item.ends > length for item in plan)


ARRIVAL, WELCOME, PHOTO, SIGNING = (
    Item(1, 0, 15),
    Item(2, 15, 10),
    Item(3, 25, 15),
    Item(4, 60, 30, locked=True),
)
PLAN = (ARRIVAL, WELCOME, PHOTO, SIGNING)


def test_what_takes_longer_pushes_the_rows_after_it() -> None:
    outcome = rundown.stretch(PLAN, 1, 25, follow=True)
    assert starts(outcome.plan) == {1: 0, 2: 25, 3: 35, 4: 60}
    assert (outcome.stopped_at, outcome.missing) == (None, 0)


def test_a_locked_row_stops_the_others_and_the_missing_minutes_are_told() -> None:
    outcome = rundown.stretch(PLAN, 1, 45, follow=True)
    assert starts(outcome.plan) == {1: 0, 2: 35, 3: 45, 4: 60}
    assert (outcome.moved_by, outcome.stopped_at, outcome.missing) == (20, 4, 10)


def test_moving_a_row_takes_those_behind_it_along_as_far_as_they_fit() -> None:
    outcome = rundown.move(PLAN, 2, 45, follow=True)
    assert starts(outcome.plan) == {1: 0, 2: 35, 3: 45, 4: 60}
    assert (outcome.moved_by, outcome.stopped_at, outcome.missing) == (20, 4, 10)


def test_a_locked_row_is_not_moved_by_hand_either() -> None:
    assert rundown.move(PLAN, 4, 70, follow=False) == Outcome(PLAN, stopped_at=4)


def test_shortening_closes_up_only_to_the_locked_row() -> None:
    outcome = rundown.stretch(PLAN, 1, 5, follow=True)
    assert starts(outcome.plan) == {1: 0, 2: 5, 3: 15, 4: 60}


def test_a_row_changes_places_with_its_neighbour() -> None:
    assert starts(rundown.swap(PLAN, 1, down=True).plan) == {2: 0, 1: 10, 3: 25, 4: 60}
    assert rundown.swap(PLAN, 3, down=True) == Outcome(PLAN, stopped_at=4)
    assert rundown.swap(PLAN, 1, down=False) == Outcome(PLAN)


def test_a_row_is_carried_to_another_place() -> None:
    assert ids(rundown.place_before(PLAN, 3, 1).plan) == [3, 1, 2, 4]
    assert rundown.place_before(PLAN, 1, None).stopped_at == 4


def test_a_new_row_takes_the_gap_before_it_pushes() -> None:
    assert rundown.insert(PLAN, Item(9, 40, 20), 3).plan == (
        *PLAN[:3],
        Item(9, 40, 20),
        SIGNING,
    )
    assert starts(rundown.insert(PLAN, Item(9, 15, 10), 1).plan)[3] == 35


def test_flaws_name_the_rows_and_the_minutes() -> None:
    plan = (ARRIVAL, replace(WELCOME, starts=10), PHOTO, SIGNING)
    assert rundown.flaws(plan, 80) == [
        Flaw(FlawKind.OVERLAP, 1, 2, 5),
        Flaw(FlawKind.GAP, 2, 3, 5),
        Flaw(FlawKind.GAP, 3, 4, 20),
        Flaw(FlawKind.OVER_END, 4, 4, 10),
    ]


def test_asking_for_a_row_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(LookupError):
        rundown.ripple(PLAN, 77, 5)
