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


def test_the_small_calendar_follows_and_leads(
    qtbot: QtBot, window: MainWindow, page: CalendarPage
) -> None:
    small = window.frame.body.navigation.calendar
    page.show_view("week")
    page.go_to(date(2027, 2, 10))
    assert (small.selected, small.month) == (date(2027, 2, 10), date(2027, 2, 1))
    small.day_chosen.emit(date(2027, 2, 17))
    assert page.part.period() == (date(2027, 2, 15), date(2027, 2, 21))


def test_the_keys_of_the_views_work_and_the_menu_ticks_the_one_shown(
    qtbot: QtBot, window: MainWindow, page: CalendarPage
) -> None:
    window.frame.refresh_commands()
    qtbot.keyClick(page.part.view, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert page.shown_view == "day"
    qtbot.keyClick(page.part.view, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert page.shown_view == "month"
    actions = window.frame.actions
    ticked = [name for name in ("day", "week", "month") if actions[f"view_{name}"].isChecked()]
    assert ticked == ["month"]


def test_the_main_keys_of_an_event_wait_for_one_that_is_chosen(
    window: MainWindow, page: CalendarPage
) -> None:
    page.show_view("week")
    page.go_to(date(2027, 2, 10))
    assert not window.frame.actions["delete"].isEnabled()
    page.go_to(SUNDAY)
    row = page.part.shown_rows[0]
    page.part.select(row.id)
    assert window.frame.actions["delete"].isEnabled()
