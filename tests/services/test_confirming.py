"""Confirming what cannot be held is refused until somebody says why it stays so."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from desk.model.choices import Severity, Status
from desk.model.errors import Blocked
from desk.model.tables import ClashOverride
from desk.services import checks, history, people, programme, venues
from desk.services.desk import Desk

NINE = datetime(2026, 12, 8, 9)
HOUR = timedelta(hours=1)


@pytest.fixture
def room(desk: Desk) -> int:
    return venues.create_venue(desk, name="Ruang Pandurata")


def event(desk: Desk, room: int, status: Status, **values: object) -> int:
    given = {"title": "Rapat", "starts": NINE, "ends": NINE + HOUR, **values}
    return programme.create_event(desk, venue_id=room, status=status, **given)  # type: ignore[arg-type]


def overrides(desk: Desk) -> list[tuple[str, str, str]]:
    with desk.read() as session:
        rows = session.exec(select(ClashOverride)).all()
    return [(row.code, row.reason, row.decided_by) for row in rows]


def status_of(desk: Desk, event_id: int) -> Status:
    row = programme.get_event(desk, event_id)
    assert row is not None
    return row.status


def test_a_taken_room_blocks_confirming(desk: Desk, room: int) -> None:
    event(desk, room, Status.CONFIRMED)
    second = event(desk, room, Status.TENTATIVE)
    with pytest.raises(Blocked, match=r"^Not confirmed: Ruang Pandurata, Tue 8 Dec 2026") as caught:
        programme.set_event_status(desk, second, Status.CONFIRMED)
    assert [(row.code, row.severity) for row in caught.value.findings] == [
        ("room_clash", Severity.ERROR)
    ]
    assert caught.value.field == "override"
    assert status_of(desk, second) is Status.TENTATIVE


def test_a_new_event_that_cannot_be_held_is_not_written(desk: Desk, room: int) -> None:
    host = people.create_person(desk, name="Siti")
    event(desk, room, Status.CONFIRMED, hosts=[host])
    with pytest.raises(Blocked, match="and 1 more"):
        event(desk, room, Status.CONFIRMED, hosts=[host])
    assert len(programme.events_between(desk, NINE.date(), NINE.date())) == 1


def test_a_reason_is_recorded_in_the_same_step(desk: Desk, room: int) -> None:
    event(desk, room, Status.CONFIRMED)
    second = event(desk, room, Status.TENTATIVE)
    programme.set_event_status(desk, second, Status.CONFIRMED, override=" Dinding lipat ")
    assert overrides(desk) == [("room_clash", "Dinding lipat", "Rani")]
    [finding] = checks.findings_of_event(desk, second)
    assert (finding.severity, finding.accepted) == (Severity.NOTE, "Dinding lipat")
    history.undo(desk)
    assert (overrides(desk), status_of(desk, second)) == ([], Status.TENTATIVE)
    history.redo(desk)
    assert status_of(desk, second) is Status.CONFIRMED
    assert len(overrides(desk)) == 1


def test_what_was_accepted_before_blocks_no_more(desk: Desk, room: int) -> None:
    first = event(desk, room, Status.CONFIRMED)
    second = event(desk, room, Status.TENTATIVE)
    checks.accept_clash(desk, second, first, "room_clash", reason="Dinding lipat")
    programme.set_event_status(desk, second, Status.CONFIRMED)
    assert status_of(desk, second) is Status.CONFIRMED
    assert len(overrides(desk)) == 1


def test_a_tentative_rival_and_a_holiday_only_warn(desk: Desk, room: int) -> None:
    christmas = datetime(2026, 12, 25, 9)
    when = {"starts": christmas, "ends": christmas + HOUR}
    event(desk, room, Status.TENTATIVE, **when)
    second = event(desk, room, Status.CONFIRMED, **when)
    assert {(row.code, row.severity) for row in checks.findings_of_event(desk, second)} == {
        ("room_clash", Severity.WARNING),
        ("holiday", Severity.WARNING),
    }


def test_an_edit_confirms_no_more_than_the_button(desk: Desk, room: int) -> None:
    event(desk, room, Status.CONFIRMED)
    second = event(desk, room, Status.TENTATIVE)
    with pytest.raises(Blocked):
        programme.update_event(desk, second, {"status": Status.CONFIRMED})
    assert status_of(desk, second) is Status.TENTATIVE


def test_moving_what_is_confirmed_is_written_and_shows_the_clash(desk: Desk, room: int) -> None:
    event(desk, room, Status.CONFIRMED)
    second = event(desk, room, Status.CONFIRMED, starts=NINE + 3 * HOUR, ends=NINE + 4 * HOUR)
    programme.move_event(desk, second, starts=NINE)
    [finding] = checks.findings_of_event(desk, second)
    assert (finding.code, finding.severity) == ("room_clash", Severity.ERROR)
    # What is firm already may go on: that is no new claim.
    programme.set_event_status(desk, second, Status.UNDER_WAY)
    programme.set_event_status(desk, second, Status.CONFIRMED)
    assert status_of(desk, second) is Status.CONFIRMED
