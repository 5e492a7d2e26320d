"""Month and overview within the whole window: written by a drag, taken back by a key."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.gui.details.event import EventDetail
from desk.gui.main_window import MainWindow
from desk.gui.models.calendar_rows import CalendarRow
from desk.gui.pages.calendar import CalendarPage
from desk.gui.pages.calendar_month import MonthView
from desk.gui.pages.calendar_overview import OverviewView
from desk.gui.pages.visit import VisitPage
from desk.model.rows.overview import OverviewRow
from desk.services import programme, visits
from desk.services.desk import Desk
from tests.gui.conftest import SUNDAY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> CalendarPage:
    assert window.context is not None
    window.context.go("calendar", tab=SUNDAY.isoformat())
    page = window.frame.body.stack.page
    assert isinstance(page, CalendarPage)
    return page


@pytest.fixture
def month(qtbot: QtBot, page: CalendarPage) -> MonthView:
    page.run("view_month")
    part = page.part
    assert isinstance(part, MonthView)
    qtbot.waitUntil(part.grid.hasFocus)
    return part


@pytest.fixture
def overview(qtbot: QtBot, page: CalendarPage) -> OverviewView:
    page.run("view_overview")
    part = page.part
    assert isinstance(part, OverviewView)
    qtbot.waitUntil(part.chart.hasFocus)
    return part


def drag(ground: QPoint, view: MonthView | OverviewView, by: QPoint) -> None:
    viewport = view.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=ground)
    QTest.mouseMove(viewport, ground + by / 2)
    QTest.mouseMove(viewport, ground + by)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=ground + by)


def row_named(month: MonthView, title: str) -> CalendarRow:
    rows = [row for row in month.grid.rows.rows() if isinstance(row, CalendarRow)]
    return next(row for row in rows if row.event.title == title)


def test_an_event_is_dragged_to_another_week_and_taken_back(
    qtbot: QtBot, window: MainWindow, month: MonthView, desk: Desk
) -> None:
    row = row_named(month, "Business Meeting")
    block = month.grid.block_of(row)
    assert block is not None
    start = month.grid.to_viewport(block.boxes[0]).center().toPoint()
    drag(start, month, QPoint(0, round(month.grid.cell(0, 0).height())))
    event = programme.get_event(desk, row.id)
    assert event is not None
    assert event.starts == datetime(2026, 12, 13, 9, 0)
    chosen = month.chosen()
    assert chosen is not None
    assert chosen.id == row.id
    assert "Sun 13 Dec 2026, 09:00–11:30 WITA" in window.frame.body.toast.accessibleName()
    qtbot.keyClick(month.grid, Qt.Key.Key_Z, CONTROL)

    def is_back() -> bool:
        found = programme.get_event(desk, row.id)
        return found is not None and found.starts == datetime(2026, 12, 6, 9, 0)

    qtbot.waitUntil(is_back)
    assert row_named(month, "Business Meeting").first_day == SUNDAY


def test_enter_shows_an_event_and_a_day(
    qtbot: QtBot, window: MainWindow, page: CalendarPage, month: MonthView
) -> None:
    row = row_named(month, "Business Meeting")
    month.select(row.id)
    qtbot.keyClick(month.grid, Qt.Key.Key_Return)
    detail = window.frame.body.detail.detail
    assert isinstance(detail, EventDetail)
    assert detail.row_id == row.id
    month.grid.setFocus()
    month.grid.select_day(date(2026, 12, 9))
    qtbot.keyClick(month.grid, Qt.Key.Key_Return)
    assert (page.shown_view, page.part.day) == ("day", date(2026, 12, 9))


def test_the_number_of_a_week_leads_to_it(page: CalendarPage, month: MonthView) -> None:
    cell = month.grid.to_viewport(month.grid.cell(2, 0))
    week = QPoint(20, round(cell.top()) + 10)
    QTest.mouseClick(month.grid.viewport(), Qt.MouseButton.LeftButton, pos=week)
    assert page.shown_view == "week"
    assert page.part.period() == (date(2026, 12, 14), date(2026, 12, 20))


def test_page_down_shows_the_next_month_in_the_toolbar(
    qtbot: QtBot, page: CalendarPage, month: MonthView
) -> None:
    qtbot.keyClick(month.grid, Qt.Key.Key_PageDown)
    assert page.part.title() == "January 2027"
    qtbot.keyClick(month.grid, Qt.Key.Key_T)
    assert page.part.title() == "December 2026"
    assert month.grid.current_day() == date(2026, 12, 3)


def test_a_visit_is_dragged_by_a_week_and_taken_back(
    qtbot: QtBot, window: MainWindow, overview: OverviewView, desk: Desk, sample: int
) -> None:
    chart = overview.chart
    index = chart.rows.index(chart.rows.place_of(sample), 0)
    row: OverviewRow | None = chart.rows.row_at(index.row())
    assert row is not None
    box = chart.bars.bar_of(row, QRectF(chart.visualRect(index)))
    before = visits.get_visit(desk, sample)
    assert before is not None
    ground = chart.bars.ground(QRectF(chart.viewport().rect()))
    drag(
        box.center().toPoint(), overview, QPoint(round(7 * ground.width() / overview.axis.days), 0)
    )
    moved = visits.get_visit(desk, sample)
    assert moved is not None
    assert (moved.first_day - before.first_day).days == 7
    assert "moved to 12–13 Dec 2026" in window.frame.body.toast.accessibleName()
    qtbot.keyClick(chart, Qt.Key.Key_Z, CONTROL)

    def is_back() -> bool:
        return visits.get_visit(desk, sample) == before

    qtbot.waitUntil(is_back)


def test_enter_opens_the_visit(
    qtbot: QtBot, window: MainWindow, overview: OverviewView, sample: int
) -> None:
    qtbot.keyClick(overview.chart, Qt.Key.Key_Return)
    page = window.frame.body.stack.page
    assert isinstance(page, VisitPage)


@pytest.mark.parametrize("view", ["month", "overview"])
@pytest.mark.parametrize("size", [(1440, 900), (1024, 680)])
def test_nothing_is_wider_than_the_window(
    qtbot: QtBot, window: MainWindow, page: CalendarPage, size: tuple[int, int], view: str
) -> None:
    window.resize(*size)
    page.run(f"view_{view}")
    qtbot.wait(1)
    assert page.minimumSizeHint().width() <= size[0] - 56
    assert (window.width(), window.height()) == size
