"""desk/store/instants.py: new zone data moves the instants, never the wall times."""

from datetime import UTC, datetime, timedelta

from desk.locale.zones import data_version
from desk.model.changes import StepKind
from desk.model.tables import Event, HistoryStep, Setting
from desk.store.instants import derive_instants_again
from desk.store.store import Store
from tests.counting import counted_statements
from tests.fixtures.rows import ME, NOW, event
from tests.fixtures.steps import add, change, redo, rows_of, undo

OLD = timedelta(hours=1)
"""Kazakhstan's clocks before 1 March 2024 were an hour ahead of what they are."""


def with_old_zone_data(store: Store) -> tuple[Event, Event]:
    """An event stored with other instants than its wall time gives, and one stored rightly."""
    moved, steady = event(zone="Asia/Almaty"), event()
    add(store, moved, steady)
    change(
        store,
        moved,
        kind=StepKind.RECORD,
        starts_at=moved.starts_at - OLD,
        ends_at=moved.ends_at - OLD,
        long=True,
    )
    change(store, rows_of(store, Setting)[0], kind=StepKind.RECORD, value="2023d")
    return moved, steady


def test_events_are_derived_again_once_for_new_zone_data(store: Store) -> None:
    moved, steady = with_old_zone_data(store)
    changes = derive_instants_again(store, who=ME, at=NOW)
    assert changes is not None
    assert [(row.table, row.row_id, row.columns) for row in changes.rows] == [
        ("event", moved.id, {"starts_at", "ends_at", "long"}),
        ("setting", 1, {"value"}),
    ]
    first, second = rows_of(store, Event)
    assert (first.starts, first.starts_at) == (
        datetime(2026, 3, 15, 9, 0),
        datetime(2026, 3, 15, 4, 0, tzinfo=UTC),
    )
    assert second == steady
    assert rows_of(store, Setting)[0].value == data_version()
    step = rows_of(store, HistoryStep)[-1]
    assert (step.kind, step.label) == (StepKind.RECORD, f"Time zone data {data_version()}")
    assert derive_instants_again(store, who=ME, at=NOW) is None


def test_a_new_database_needs_no_look_at_its_events(store: Store) -> None:
    add(store, event())
    with counted_statements() as statements:
        assert derive_instants_again(store, who=ME, at=NOW) is None
    assert len(statements) == 1


def test_undo_goes_on_after_new_zone_data(store: Store) -> None:
    moved, steady = with_old_zone_data(store)
    derive_instants_again(store, who=ME, at=NOW)
    full = rows_of(store, Event)
    undo(store)
    assert rows_of(store, Event) == []
    redo(store)
    assert rows_of(store, Event) == full
    assert {row.id for row in full} == {moved.id, steady.id}


def test_a_wall_time_that_new_data_skips_keeps_its_instant(store: Store) -> None:
    skipped = event()
    add(store, skipped)
    # The night that summer time began in Berlin has no half past two.
    gap = datetime(2026, 3, 29, 2, 30)
    change(store, skipped, starts=gap, zone="Europe/Berlin")
    change(store, rows_of(store, Setting)[0], value="2023d")
    before = rows_of(store, Event)
    changes = derive_instants_again(store, who=ME, at=NOW)
    assert changes is not None
    assert [row.table for row in changes.rows] == ["setting"]
    assert rows_of(store, Event) == before
