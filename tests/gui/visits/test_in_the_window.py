"""The pages of a visit inside the window: keys, commands, detail pane, undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.gui.details.member import MemberDetail
from desk.gui.main_window import MainWindow
from desk.gui.pages.visit import VisitPage
from desk.gui.pages.visit_tabs.delegation import DelegationTab
from desk.gui.pages.visit_tabs.overview import OverviewTab
from desk.gui.pages.visits import VisitsPage
from desk.services import delegation, visits
from desk.services.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def shown(window: QWidget, kind: type[QWidget]) -> QWidget:
    return next(widget for widget in window.findChildren(kind) if widget.isVisible())


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> VisitPage:
    """Gone to with the keys alone: the section, then Enter on the first visit."""
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    table = shown(window, VisitsPage).table  # type: ignore[attr-defined]
    assert table.hasFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    found = shown(window, VisitPage)
    assert isinstance(found, VisitPage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return found


def test_a_chosen_member_is_shown_in_the_pane_and_removed_by_key(
    qtbot: QtBot, window: MainWindow, page: VisitPage, desk: Desk, sample: int
) -> None:
    page.turn_to("delegation")
    tab = page.tab
    assert isinstance(tab, DelegationTab)
    tab.table.setFocus()
    tab.select(2)
    assert shown(window, MemberDetail).form.row_id == 2  # type: ignore[attr-defined]
    window.activateWindow()
    tab.table.setFocus()
    qtbot.waitUntil(tab.table.hasFocus)
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    names: Callable[[], list[str]] = lambda: [  # noqa: E731
        row.name for row in delegation.list_members(desk, sample)
    ]
    assert "Serik" not in names()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Serik" in names()
    qtbot.waitUntil(lambda: "Serik" in [row.name for row in tab.model.rows()])


def test_undo_takes_a_saved_field_back_and_shows_it(
    qtbot: QtBot, window: MainWindow, page: VisitPage, desk: Desk, sample: int
) -> None:
    tab = page.tab
    assert isinstance(tab, OverviewTab)
    letter = tab.form.editor("letter")
    before = letter.text()  # type: ignore[attr-defined]
    letter.setFocus()
    qtbot.waitUntil(letter.hasFocus)
    letter.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(letter, "KBRI/77")
    assert tab.form.flush()
    qtbot.keyClick(letter, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    row = visits.get_visit(desk, sample)
    assert row is not None
    assert row.letter == before
    qtbot.waitUntil(lambda: letter.text() == before)  # type: ignore[attr-defined]


def test_leaving_the_page_saves_what_was_typed(
    qtbot: QtBot, window: MainWindow, page: VisitPage, desk: Desk, sample: int
) -> None:
    tab = page.tab
    assert isinstance(tab, OverviewTab)
    letter = tab.form.editor("letter")
    letter.setFocus()
    letter.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(letter, "KBRI/78")
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    row = visits.get_visit(desk, sample)
    assert row is not None
    assert row.letter == "KBRI/78"


def test_f2_edits_the_title(qtbot: QtBot, window: MainWindow, page: VisitPage) -> None:
    page.turn_to("history")
    qtbot.keyClick(window, Qt.Key.Key_F2)
    tab = page.tab
    assert isinstance(tab, OverviewTab)
    qtbot.waitUntil(tab.form.editor("title").line.hasFocus)  # type: ignore[attr-defined]


def test_nothing_in_the_page_is_wider_than_the_smallest_window(
    qtbot: QtBot, window: MainWindow, page: VisitPage
) -> None:
    window.resize(1024, 680)
    for _tab in range(page.tabs.count()):
        page._turn_by(1)
        assert page.minimumSizeHint().width() <= 1024 - 56
    assert window.width() == 1024
