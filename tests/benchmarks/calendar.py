"""The calendar on a screen that nobody sees: another period, and a frame of a drag."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.app import tidy_memory
from desk.gui.context import Context
from desk.gui.models.calendar_rows import CalendarRow
from desk.gui.pages.calendar_part import CalendarPart
from desk.gui.pages.calendar_views import view_named
from desk.gui.sections import load
from desk.gui.theme_choice import put_on_theme
from desk.gui.widgets.calendar_grid import TimeGrid
from desk.services.desk import Desk
from tests.benchmarks.timing import Action
from tests.gui.calendar.events import event_row

FIRST = date(2024, 1, 1)
DRAGGED = 300
"""Events in view while one of them is dragged."""
_READ_AHEAD = 250
"""Milliseconds that somebody looks at a period before the next one is asked for."""


def screen() -> QApplication:
    """The application, without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance()
    made = app if isinstance(app, QApplication) else QApplication([])
    put_on_theme("light")
    return made


@contextmanager
def shown(desk: Desk, name: str) -> Iterator[CalendarPart]:
    """A view of the calendar as large as in a window of 1440×900."""
    app = screen()
    part: CalendarPart = load(view_named(name).part)(Context(desk))
    part.resize(1232, 780)
    part.show()
    part.show_period(FIRST)
    app.processEvents()
    tidy_memory()
    try:
        yield part
    finally:
        part.close()
        part.deleteLater()
        app.processEvents()


def steps(part: CalendarPart, count: int) -> Iterator[Action]:
    """So many periods one after the other, each looked at for a moment before the next."""
    for _step in range(count):
        QTest.qWait(_READ_AHEAD)
        yield partial(_show_next, part)


def jumps(part: CalendarPart, count: int) -> list[Action]:
    """So many periods that nobody expected, five weeks apart."""
    days = [FIRST + timedelta(weeks=5 * number) for number in range(1, count + 1)]
    return [partial(_show_day, part, day) for day in days]


def _show_next(part: CalendarPart) -> None:
    part.step(1)
    part.view.viewport().repaint()


def _show_day(part: CalendarPart, day: date) -> None:
    part.show_period(day)
    part.view.viewport().repaint()


def crowded_week() -> TimeGrid:
    """A week with 300 events in sight."""
    screen()
    monday = date(2026, 11, 30)
    now = datetime(2026, 12, 3, 10, 24)
    grid = TimeGrid("Week", now.date())
    grid.resize(1232, 780)
    rows: list[CalendarRow] = []
    for number in range(DRAGGED):
        starts = datetime.combine(monday, datetime.min.time()) + timedelta(
            days=number % 7, hours=6, minutes=18 * (number // 7)
        )
        ends = starts + timedelta(minutes=30)
        rows.append(CalendarRow(event_row(number, f"Event {number}", starts, ends), starts, ends))
    grid.show_days(monday, rows, days=7, now=now)
    grid.show()
    grid.show_hour(6)
    QApplication.processEvents()
    return grid


@contextmanager
def frames_of_a_drag(count: int) -> Iterator[list[Action]]:
    """The steps of the mouse while one event of a crowded week is dragged, each with its paint."""
    grid = crowded_week()
    start = grid.visualRect(grid.rows.index(72, 0)).center()
    _mouse(grid, QEvent.Type.MouseButtonPress, start)
    _mouse(grid, QEvent.Type.MouseMove, start + QPoint(0, 12))
    QApplication.processEvents()
    try:
        yield [
            partial(_drag, grid, start + QPoint(150 * (step % 3), 12 + 12 * (step % 20)))
            for step in range(count)
        ]
    finally:
        grid.drag.cancel()
        grid.close()
        grid.deleteLater()
        QApplication.processEvents()


def _drag(grid: TimeGrid, spot: QPoint) -> None:
    _mouse(grid, QEvent.Type.MouseMove, spot)
    QApplication.processEvents()


def _mouse(grid: TimeGrid, kind: QEvent.Type, spot: QPoint) -> None:
    port, left = grid.viewport(), Qt.MouseButton.LeftButton
    at = QPointF(spot)
    event = QMouseEvent(kind, at, port.mapToGlobal(at), left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(port, event)
