"""Opening the desk, and whether anybody has entered anything."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.model.errors import StoreProblem, UserError
from desk.services import history, opening, organisations, samples
from desk.services.desk import Desk
from tests.fixtures.desks import SUNDAY


def clock() -> datetime:
    return datetime(2026, 12, 3, 2, 24, tzinfo=UTC)


def test_a_new_desk_is_empty_and_offers_nothing_to_undo(new_address: str) -> None:
    desk = opening.open_desk(new_address, clock=clock, who="Rani")
    try:
        assert opening.is_empty(desk)
        opening.refuse_unless_empty(desk)
        assert history.undo_state(desk).undo_step is None
        assert desk.who == "Rani"
    finally:
        desk.store.close()


def test_a_database_that_is_not_there_is_not_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="There is no database at"):
        opening.open_desk(tmp_path / "none.db", clock=clock, who="Rani", create=False)
    assert list(tmp_path.iterdir()) == []


def test_the_sample_wants_a_database_without_anything(desk: Desk) -> None:
    organisations.create_organisation(desk, name="Dinas")
    assert not opening.is_empty(desk)
    with pytest.raises(UserError, match="the sample wants a new database") as refused:
        opening.refuse_unless_empty(desk)
    assert desk.store.place in refused.value.message


def test_an_undone_sample_leaves_an_empty_database(desk: Desk) -> None:
    samples.load_sample(desk, on=SUNDAY)
    assert not opening.is_empty(desk)
    history.undo(desk)
    assert opening.is_empty(desk)
