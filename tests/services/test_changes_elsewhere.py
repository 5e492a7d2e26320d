from desk.services import follow_ups
from desk.services.desk import Desk
from desk.services.history import changes_elsewhere, latest_step
from desk.store.store import Store
from tests.fixtures.desks import StandingClock


def test_what_another_desk_did_is_told_in_order(
    desk: Desk, store: Store, clock: StandingClock
) -> None:
    other = Desk(store, clock=clock, who="Sari")
    follow_ups.create_follow_up(desk, title="Before")
    seen = latest_step(desk)
    assert changes_elsewhere(desk, seen) == []
    made = follow_ups.create_follow_up(other, title="Call back")
    follow_ups.delete_follow_up(other, made)
    found = changes_elsewhere(desk, seen)
    assert [changes.label for changes in found] == ["New follow-up", "Delete follow-up"]
    assert {row.row_id for changes in found for row in changes.rows} == {made}
    assert changes_elsewhere(desk, found[-1].step) == []


def test_a_new_database_has_no_step(desk: Desk) -> None:
    assert latest_step(desk) == 0
