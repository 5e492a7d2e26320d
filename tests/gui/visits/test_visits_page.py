"""The table of all visits."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.pages.visits import VisitsPage
from desk.services import history, visits
from desk.services.desk import Desk
from tests.gui.visits.conftest import Asked


@pytest.fixture
def japan(desk: Desk, visit_id: int) -> int:
    return visits.create_visit(
        desk, title="Consulate General of Japan", first_day=date(2026, 10, 14), country="JP"
    )


@pytest.fixture
def page(qtbot: QtBot, context: Context, visit_id: int, japan: int) -> VisitsPage:
    page = VisitsPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    page.open(Target("visits"))
    context.committed.connect(page.on_committed)
    return page


def titles(page: VisitsPage) -> list[str]:
    return [row.title for row in page.model.rows()]


def test_those_to_come_stand_first_and_the_first_is_chosen(page: VisitsPage, visit_id: int) -> None:
    assert titles(page) == [
        "Visit of the delegation from Kazakhstan (Astana)",
        "Consulate General of Japan",
    ]
    assert page.table.current_row().id == visit_id


@pytest.mark.parametrize("words", ["kazak", "Казахстан", "2026-001", "samarinda"])
def test_the_filter_finds_title_country_city_and_reference(page: VisitsPage, words: str) -> None:
    page.filter.setText(words)
    assert titles(page) == ["Visit of the delegation from Kazakhstan (Astana)"]


def test_a_filter_that_fits_nothing_says_so(page: VisitsPage) -> None:
    page.filter.setText("Brunei")
    assert titles(page) == []
    assert page.nothing.isVisible()
    assert not page.empty.isVisible()


def test_the_segments_part_coming_from_past(page: VisitsPage) -> None:
    page.period.set_current("past")
    page.period.chosen.emit("past")
    assert titles(page) == ["Consulate General of Japan"]


def test_enter_opens_the_visit(qtbot: QtBot, page: VisitsPage, asked: Asked, visit_id: int) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.targets == [Target("visit", visit_id)]


def test_delete_is_done_at_once_and_can_be_undone(
    page: VisitsPage, asked: Asked, desk: Desk, japan: int
) -> None:
    page.table.select_key(japan)
    page.run("delete")
    assert titles(page) == ["Visit of the delegation from Kazakhstan (Astana)"]
    assert asked.told == [("Visit deleted", True)]
    history.undo(desk)
    assert len(titles(page)) == 2


def test_the_programme_is_copied_for_a_chat(page: VisitsPage) -> None:
    page.run("copy_whatsapp")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("*Visit of the delegation from Kazakhstan (Astana)*\n")
    assert "09:00–11:30 WITA (06:00–08:30 Astana)\nBusiness Meeting\nPandurata Room" in text


def test_an_empty_desk_says_what_to_do(qtbot: QtBot, context: Context, asked: Asked) -> None:
    page = VisitsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open(Target("visits"))
    assert page.empty.isVisible()
    page.empty.primary_chosen.emit()
    assert asked.commands == ["new_visit"]
