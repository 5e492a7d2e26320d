"""The calendar within the whole window: keys of the frame, and the pane beside the list."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.gui.context import Target
from desk.gui.details.event import EventDetail
from desk.gui.main_window import MainWindow
from desk.gui.pages.calendar import CalendarPage
from desk.services import programme
from desk.services.desk import Desk
from tests.gui.conftest import SUNDAY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> CalendarPage:
    assert window.context is not None
    window.context.go("calendar", tab=SUNDAY.isoformat())
    page = window.frame.body.stack.page
    assert isinstance(page, CalendarPage)
    page.show_view("agenda")
    page.open(Target("calendar", tab=SUNDAY.isoformat()))
    page.part.view.setFocus()
    qtbot.waitUntil(page.part.view.hasFocus)
    return page


def shown_event(window: MainWindow) -> int | None:
    detail = window.frame.body.detail.detail
    return detail.row_id if isinstance(detail, EventDetail) else None


def test_enter_opens_the_pane_and_arrows_lead_it(
    qtbot: QtBot, window: MainWindow, page: CalendarPage
) -> None:
    first = page.chosen_id()
    qtbot.keyClick(page.part.view, Qt.Key.Key_Return)
    assert shown_event(window) == first
    qtbot.keyClick(page.part.view, Qt.Key.Key_Down)
    following = page.chosen_id()
    assert following != first
    qtbot.waitUntil(lambda: shown_event(window) == following)


def test_a_closed_pane_stays_closed(qtbot: QtBot, window: MainWindow, page: CalendarPage) -> None:
    qtbot.keyClick(page.part.view, Qt.Key.Key_Down)
    assert shown_event(window) is None


def test_delete_and_undo_by_their_keys(
    qtbot: QtBot, window: MainWindow, page: CalendarPage, desk: Desk
) -> None:
    event_id = page.chosen_id()
    assert event_id is not None
    window.frame.refresh_commands()
    qtbot.keyClick(page.part.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: programme.get_event(desk, event_id) is None)
    qtbot.keyClick(page.part.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: programme.get_event(desk, event_id) is not None)


def test_the_period_stands_in_the_toolbar_and_moves_by_its_keys(
    qtbot: QtBot, window: MainWindow, page: CalendarPage
) -> None:
    assert page.toolbar_part().isVisible()
    qtbot.keyClick(page.part.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.part.period()[0] == date(2026, 12, 28)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 680)])
def test_nothing_is_wider_than_the_window(
    qtbot: QtBot, window: MainWindow, page: CalendarPage, size: tuple[int, int]
) -> None:
    window.resize(*size)
    for place in ("calendar", "people", "venues", "follow_ups"):
        assert window.context is not None
        window.context.go(place)
        qtbot.wait(1)
        assert window.frame.body.stack.page.minimumSizeHint().width() <= size[0] - 56
        assert (window.width(), window.height()) == size
