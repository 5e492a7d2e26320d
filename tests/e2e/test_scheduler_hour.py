"""A scheduler's hour in the real window: plan, provoke, mend, move by a week, take all of it back."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desk.gui.details.event import EventDetail
from desk.gui.dialogs.new_visit import NewVisitDialog
from desk.gui.dialogs.palette import Palette
from desk.gui.dialogs.reschedule import RescheduleDialog
from desk.gui.main_window import MainWindow
from desk.gui.pages.calendar import CalendarPage
from desk.gui.pages.visit import VisitPage
from desk.gui.widgets.button import Button
from desk.gui.widgets.calendar_view import CalendarView
from desk.gui.widgets.finding_box import FindingBox
from desk.model.choices import Severity
from desk.model.rows.events import EventRow
from desk.services import checks, history, programme, venues, visits
from desk.services.desk import Desk
from tests.e2e.hands import (
    ALT,
    CONTROL,
    SHIFT,
    activate,
    choose,
    drag,
    focused,
    in_dialog,
    page,
    press,
    type_text,
)
from tests.fixtures.images import all_images

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LINES = (
    "Kedatangan 14 des 9-9.45 @sepinggan #kedatangan !pasti",
    "Audiensi 14 des 14-15 @pandurata #audiensi !pasti",
    "Rapat teknis 14 des 15.30-16.30 @tepian ii !pasti",
    "Jamuan 14 des 19-21 @odah #jamuan !pasti",
    "Forum bisnis 15 des 9-11 @pandurata !pasti",
    "Peninjauan 15 des 14-16 @titik nol",
    "Penandatanganan 16 des 9-10 @pandurata !pasti",
    "Kepulangan 16 dec 15-16 @sepinggan",
)


class Scheduler:
    """The window, what it is on, and the questions a scheduler asks of the programme."""

    def __init__(self, qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
        self.qtbot, self.window, self.desk = qtbot, window, desk

    def events(self) -> dict[str, EventRow]:
        visit = visits.find_visit(self.desk, "2026-002")
        return {row.title: row for row in programme.events_of_visit(self.desk, visit.id)}

    def clashes(self, title: str) -> list[str]:
        """Codes of what the event cannot be held with."""
        found = checks.findings_of_event(self.desk, self.events()[title].id)
        return [row.code for row in found if row.severity is Severity.ERROR]

    def calendar(self, view: str, day: date) -> CalendarView:
        assert self.window.context is not None
        self.window.context.close_detail()
        self.window.context.go("calendar", tab=day.isoformat())
        calendar = page(self.qtbot, self.window, CalendarPage)
        calendar.show_view(view)
        calendar.go_to(day)
        grid = calendar.part.view
        assert isinstance(grid, CalendarView)
        self.qtbot.waitUntil(grid.isVisible)
        # The pane beside it is gone only after the layouts have settled.
        QApplication.processEvents()
        return grid

    def box(self, grid: CalendarView, title: str) -> QPointF:
        """The middle of an event as it stands on the screen."""
        assert grid.select_key(self.events()[title].id)
        grid.scrollTo(grid.currentIndex())
        return QPointF(grid.visualRect(grid.currentIndex()).center())

    def remedies(self) -> list[Button]:
        """The buttons of the first clash that the pane or the strip shows."""
        boxes = [box for box in self.window.findChildren(FindingBox) if box.isVisible()]
        return [button for box in boxes[:1] for button in box.findChildren(Button)]

    def mend(self, title: str, begins: str) -> str:
        """Open the event's pane and press the first remedy that begins so; what it says."""
        assert self.window.context is not None
        self.window.context.show_detail("event", self.events()[title].id)
        self.qtbot.waitUntil(
            lambda: (
                isinstance(self.window.frame.body.detail.detail, EventDetail)
                and any(button.text().startswith(begins) for button in self.remedies())
            )
        )
        [button, *_others] = [b for b in self.remedies() if b.text().startswith(begins)]
        words = button.text()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: not self.clashes(title))
        return words


@pytest.fixture
def scheduler(qtbot: QtBot, window: MainWindow, desk: Desk) -> Scheduler:
    return Scheduler(qtbot, window, desk)


def book(scheduler: Scheduler) -> None:
    qtbot, window = scheduler.qtbot, scheduler.window

    def book_visit(_dialog: QDialog) -> None:
        type_text(qtbot, "Kunjungan Jepang")
        press(qtbot, Qt.Key.Key_Tab)
        choose(qtbot, "Japan")
        type_text(qtbot, "14 Dec 2026")
        press(qtbot, Qt.Key.Key_Tab)
        type_text(qtbot, "16 Dec 2026")
        press(qtbot, Qt.Key.Key_Return)

    problems = in_dialog(NewVisitDialog, book_visit)
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL | SHIFT)
    assert problems == []
    page(qtbot, window, VisitPage)
    for number, line in enumerate(LINES, start=1):
        activate(qtbot, window)
        qtbot.keyClick(focused(), Qt.Key.Key_K, CONTROL)
        qtbot.waitUntil(lambda: any(p.isVisible() for p in window.findChildren(Palette)))
        [palette] = [p for p in window.findChildren(Palette) if p.isVisible()]
        qtbot.waitUntil(palette.field.hasFocus)
        type_text(qtbot, line)
        qtbot.waitUntil(lambda: len(palette.bar.chips) >= 4)  # noqa: B023
        press(qtbot, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(scheduler.events()) == number)  # noqa: B023


def test_a_scheduler_plans_mends_moves_and_undoes(scheduler: Scheduler) -> None:
    qtbot, window, desk = scheduler.qtbot, scheduler.window, scheduler.desk
    before = all_images(desk.store)
    book(scheduler)
    events = scheduler.events()
    rooms = {row.id: row.name for row in venues.list_venues(desk)}
    assert len({rooms[row.venue_id] for row in events.values() if row.venue_id}) == 5
    assert not any(scheduler.clashes(title) for title in events)

    # With the mouse in the week: the signing onto the forum, a day earlier.
    grid = scheduler.calendar("week", date(2026, 12, 14))
    start = scheduler.box(grid, "Penandatanganan")
    [there] = grid.boxes_of(datetime(2026, 12, 15, 10), datetime(2026, 12, 15, 11), None)
    drag(grid.viewport(), start, grid.to_viewport(there).center())
    signing = scheduler.events()["Penandatanganan"]
    assert (signing.starts, signing.ends) == (
        datetime(2026, 12, 15, 10),
        datetime(2026, 12, 15, 11),
    )
    assert scheduler.clashes("Penandatanganan") == ["room_clash"]
    words = scheduler.mend("Penandatanganan", "Move to")
    signing = scheduler.events()["Penandatanganan"]
    assert (words, signing.starts) == ("Move to 11:00–12:00 WITA", datetime(2026, 12, 15, 11))

    # With the keyboard among the rooms: the technical meeting an hour earlier, into the audience's.
    grid = scheduler.calendar("rooms", date(2026, 12, 14))
    scheduler.box(grid, "Rapat teknis")
    grid.setFocus()
    for _quarter in range(4):
        qtbot.keyClick(grid, Qt.Key.Key_Up, ALT)
    assert scheduler.events()["Rapat teknis"].starts == datetime(2026, 12, 14, 14, 30)
    for _room in range(len(rooms)):
        if scheduler.clashes("Rapat teknis"):
            break
        qtbot.keyClick(grid, Qt.Key.Key_Up, CONTROL | ALT)
    assert scheduler.clashes("Rapat teknis") == ["room_clash"]
    words = scheduler.mend("Rapat teknis", "To ")
    moved = scheduler.events()["Rapat teknis"]
    assert moved.venue in words
    assert moved.starts == datetime(2026, 12, 14, 14, 30)

    # With the mouse over the lines of the rooms: the site visit into the forum's room and time.
    grid = scheduler.calendar("rooms", date(2026, 12, 15))
    scheduler.box(grid, "Peninjauan")
    site, forum = (scheduler.events()[title] for title in ("Peninjauan", "Forum bisnis"))
    [here] = grid.boxes_of(site.starts, site.ends, site.venue_id)
    [there] = grid.boxes_of(datetime(2026, 12, 15, 10), datetime(2026, 12, 15, 12), forum.venue_id)
    drag(grid.viewport(), grid.to_viewport(here).center(), grid.to_viewport(there).center())
    site = scheduler.events()["Peninjauan"]
    assert (site.venue_id, site.starts) == (forum.venue_id, datetime(2026, 12, 15, 10))
    codes = {row.code for row in checks.findings_of_event(desk, site.id)}
    assert "room_clash" in codes
    words = scheduler.mend("Peninjauan", "Move to")
    codes = {row.code for row in checks.findings_of_event(desk, site.id)}
    assert "room_clash" not in codes

    # The whole visit by a week.
    planned = scheduler.events()
    assert window.context is not None
    window.context.go("visit", planned["Jamuan"].visit_id)
    page(qtbot, window, VisitPage)

    def by_a_week(dialog: QDialog) -> None:
        assert isinstance(dialog, RescheduleDialog)
        qtbot.waitUntil(lambda: dialog.isActiveWindow())
        type_text(qtbot, "21 Dec 2026")
        press(qtbot, Qt.Key.Key_Tab)
        dialog.reason.setFocus()
        type_text(qtbot, "The delegation comes a week later")
        qtbot.waitUntil(dialog.action.isEnabled)
        assert len(dialog.shown.events) == len(LINES)
        press(qtbot, Qt.Key.Key_Return)

    activate(qtbot, window)
    problems = in_dialog(RescheduleDialog, by_a_week)
    qtbot.keyClick(focused(), Qt.Key.Key_R, CONTROL | SHIFT)

    def is_moved() -> bool:
        return scheduler.events()["Jamuan"].starts == datetime(2026, 12, 21, 19)

    qtbot.waitUntil(lambda: is_moved() or bool(problems))
    assert problems == []
    later = scheduler.events()
    assert {title: row.starts - planned[title].starts for title, row in later.items()} == {
        title: timedelta(days=7) for title in planned
    }

    # All of it back, step by step.
    activate(qtbot, window)
    steps = 0
    while all_images(desk.store) != before and steps < 60:
        label = history.undo_state(desk)
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
        qtbot.waitUntil(lambda: history.undo_state(desk) != label)  # noqa: B023
        steps += 1
    assert all_images(desk.store) == before
