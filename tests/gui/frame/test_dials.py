"""What the small calendar of the window is told about its days."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.gui.main_window import MainWindow
from desk.gui.widgets.small_calendar import DayGrid
from desk.services import programme
from desk.services.desk import Desk
from tests.gui.conftest import SUNDAY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def words_of(window: MainWindow, day: date) -> str:
    grid = window.frame.body.navigation.calendar.findChild(DayGrid)
    assert isinstance(grid, DayGrid)
    return str(grid.month.index_of(day).data(Qt.ItemDataRole.AccessibleTextRole))


def test_days_say_their_events_visits_and_clashes(
    qtbot: QtBot, window: MainWindow, desk: Desk, sample: int
) -> None:
    def says(words: str) -> None:
        qtbot.waitUntil(lambda: words_of(window, SUNDAY) == f"Sun 6 Dec 2026, {words}")

    says("4 events, 1 visit")
    meeting = next(
        event
        for event in programme.events_of_visit(desk, sample)
        if event.title == "Business Meeting"
    )
    assert window.context is not None
    own = window.context.desk
    programme.create_event(
        own,
        title="Choir",
        starts=meeting.starts,
        ends=meeting.starts + timedelta(hours=1),
        venue_id=meeting.venue_id,
    )
    says("5 events, 1 visit, 2 with a clash")


def test_holidays_are_named_a_moment_later(qtbot: QtBot, window: MainWindow) -> None:
    christmas = date(2026, 12, 25)
    qtbot.waitUntil(lambda: words_of(window, christmas) == "Fri 25 Dec 2026, Christmas Day")
    calendar = window.frame.body.navigation.calendar
    calendar.show_month(date(2027, 1, 1))
    new_year = date(2027, 1, 1)
    qtbot.waitUntil(lambda: words_of(window, new_year) == "Fri 1 Jan 2027, New Year's Day")


def test_another_month_is_marked_as_soon_as_it_is_shown(window: MainWindow, desk: Desk) -> None:
    starts = datetime(2027, 2, 10, 9)
    programme.create_event(desk, title="A", starts=starts, ends=starts + timedelta(hours=1))
    window.frame.body.navigation.calendar.show_month(starts.date())
    assert words_of(window, starts.date()) == "Wed 10 Feb 2027, 1 event"
