import pytest
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.pages.trash import TrashPage
from desk.services import visits
from desk.services.desk import Desk


@pytest.fixture
def page(context: Context, sample: int, qtbot: QtBot) -> TrashPage:
    page = TrashPage(context)
    context.committed.connect(page.on_committed)
    page.resize(1232, 760)
    qtbot.addWidget(page)
    page.show()
    page.open(Target("history"))
    return page


def test_an_empty_trash_says_so(page: TrashPage) -> None:
    assert not page.trash.list.isVisible()
    assert not page.trash.restore.isEnabled()


def test_what_was_deleted_comes_back_with_all_of_it(
    page: TrashPage, desk: Desk, sample: int
) -> None:
    before = visits.get_visit(desk, sample)
    visits.delete_visit(desk, sample)
    [row] = page.trash.list.rows.rows()
    assert row.name == "Visit of the delegation from Kazakhstan (Astana)"
    assert row.with_it > 0
    told: list[str] = []
    page.context.told.connect(lambda words, _undo: told.append(words))
    page.trash.list.select_key(row.step_id)
    page.trash.restore.click()
    assert visits.get_visit(desk, sample) == before
    assert page.trash.list.rows.rows() == []
    assert told == ["Restored: Visit of the delegation from Kazakhstan (Astana)"]


def test_the_history_names_each_step(page: TrashPage, desk: Desk, sample: int) -> None:
    visits.update_visit(desk, sample, {"letter": "470/12/B.Adpim"})
    page.open(Target("history", tab="history"))
    labels = [step.label for step in page.steps.list.rows.rows()]
    assert labels == ["Change visit", "Load the sample visit"]


def test_a_step_is_taken_back_from_the_history(page: TrashPage, desk: Desk, sample: int) -> None:
    before = visits.get_visit(desk, sample)
    visits.update_visit(desk, sample, {"letter": "470/12/B.Adpim"})
    page.open(Target("history", tab="history"))
    newest = page.steps.list.rows.rows()[0]
    page.steps.list.select_key(newest.id)
    page.steps.undo.click()
    assert visits.get_visit(desk, sample) == before
