"""The rooms within the calendar page: what a drag writes, what undo takes back."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.pages.calendar import CalendarPage
from desk.gui.pages.calendar_rooms import RoomsView
from desk.model.choices import Status
from desk.services import history, programme, venues
from desk.services.desk import Desk
from tests.gui.asking import Asked
from tests.gui.calendar.rooms import drag, spot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

DAY = date(2026, 12, 7)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, 7, hour, minute)


@pytest.fixture
def rooms(desk: Desk) -> list[int]:
    return [venues.create_venue(desk, name=name) for name in ("Aula", "Balai")]


@pytest.fixture
def meeting(desk: Desk, rooms: list[int]) -> int:
    return programme.create_event(
        desk, title="Meeting", starts=at(9), ends=at(11), venue_id=rooms[0]
    )


@pytest.fixture
def page(qtbot: QtBot, context: Context, meeting: int, asked: Asked) -> CalendarPage:
    page = CalendarPage(context)
    context.committed.connect(page.on_committed)
    qtbot.addWidget(page)
    qtbot.addWidget(page.toolbar_part())
    page.resize(1232, 760)
    page.show()
    page.open(Target("calendar", tab=DAY.isoformat()))
    page.show_view("rooms")
    return page


def part_of(page: CalendarPage) -> RoomsView:
    assert isinstance(page.part, RoomsView)
    return page.part


def where(desk: Desk, event_id: int) -> tuple[datetime, datetime, int | None]:
    event = programme.get_event(desk, event_id)
    assert event is not None
    return event.starts, event.ends, event.venue_id


def test_a_drag_changes_time_and_room_in_one_step(
    page: CalendarPage, desk: Desk, rooms: list[int], meeting: int, asked: Asked
) -> None:
    part = part_of(page)
    drag(part, spot(part, rooms[0], at(10)), spot(part, rooms[1], at(12)))
    assert where(desk, meeting) == (at(11), at(13), rooms[1])
    assert asked.told == [("Meeting moved to Mon 7 Dec 2026, 11:00–13:00 WITA, Balai", True)]
    history.undo(desk)
    assert where(desk, meeting) == (at(9), at(11), rooms[0])
    assert page.chosen_id() == meeting


def test_an_event_of_another_zone_keeps_its_own_clock(
    page: CalendarPage, desk: Desk, rooms: list[int]
) -> None:
    part = part_of(page)
    there = programme.create_event(
        desk, title="Tour", starts=at(13), ends=at(14), venue_id=rooms[1], zone="Asia/Jakarta"
    )
    drag(part, spot(part, rooms[1], at(14, 30)), spot(part, rooms[1], at(15, 30)))
    assert where(desk, there) == (at(14), at(15), rooms[1])


def test_a_drop_onto_a_clash_is_told_at_once(
    page: CalendarPage, desk: Desk, rooms: list[int], meeting: int, asked: Asked
) -> None:
    part = part_of(page)
    programme.create_event(desk, title="Choir", starts=at(10), ends=at(12), venue_id=rooms[1])
    drag(part, spot(part, rooms[0], at(10)), spot(part, rooms[1], at(10)))
    assert where(desk, meeting)[2] == rooms[1]
    assert part.strip.isVisible()
    assert "Balai" in asked.told[-1][0]


def test_keys_change_the_room_and_undo_takes_it_back(
    page: CalendarPage, desk: Desk, rooms: list[int], meeting: int
) -> None:
    part = part_of(page)
    assert part.select(meeting)
    QTest.keyClick(part.rooms, Qt.Key.Key_Down, CTRL | ALT)
    assert where(desk, meeting) == (at(9), at(11), rooms[1])
    assert page.chosen_id() == meeting
    history.undo(desk)
    assert where(desk, meeting) == (at(9), at(11), rooms[0])


def test_period_and_title_follow_the_days(page: CalendarPage) -> None:
    part = part_of(page)
    part.show_days(3)
    QTest.keyClick(part.rooms, Qt.Key.Key_Right, ALT)
    assert part.period() == (date(2026, 12, 10), date(2026, 12, 12))
    page.go_today()
    assert part.period()[0] == date(2026, 12, 3)


def test_a_cancelled_event_stays_in_its_room_without_holding_it(
    page: CalendarPage, desk: Desk, meeting: int
) -> None:
    part = part_of(page)
    programme.set_event_status(desk, meeting, Status.CANCELLED, reason="Hujan")
    (use,) = part.timeline.uses
    assert use.event.status is Status.CANCELLED
    assert part.timeline.lines[0].is_free(at(9), at(10))


def test_a_room_without_events_keeps_the_keyboard_working(
    page: CalendarPage, desk: Desk, meeting: int, asked: Asked
) -> None:
    part = part_of(page)
    programme.delete_event(desk, meeting)
    assert part.chosen() is None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Home):
        QTest.keyClick(part.rooms, key)
    QTest.keyClick(part.rooms, Qt.Key.Key_Down, CTRL | ALT)
    assert asked.problems == []
    QApplication.processEvents()
    assert part.rooms.block_at(QPointF(300, 100)) is None
