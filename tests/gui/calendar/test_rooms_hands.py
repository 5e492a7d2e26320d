"""What mouse and keyboard do in the rooms of the calendar."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desk.gui.context import Target
from desk.gui.models.calendar_rows import CalendarRow
from desk.gui.pages.calendar_rooms import RoomsView
from desk.gui.widgets.calendar_drag import Draft, Move
from desk.gui.widgets.timeline_hands import Lend
from desk.services import history, programme, resources, venues
from desk.services.desk import Desk
from tests.gui.asking import Asked
from tests.gui.calendar.rooms import (
    ALT,
    CTRL,
    LEFT,
    PLAIN,
    SHIFT,
    House,
    asked_of,
    at,
    drag,
    hold,
    house,
    key_of,
    part,
    select,
    spot,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

__all__ = ["house", "part"]


def test_a_drag_sideways_moves_the_time(part: RoomsView, house: House) -> None:
    found = asked_of(part)
    drag(part, spot(part, house.aula, at(10)), spot(part, house.aula, at(12, 2)))
    assert found == [Move(house.meeting, at(11), at(13), None)]


def test_with_shift_it_moves_by_five_minutes(part: RoomsView, house: House) -> None:
    found = asked_of(part)
    drag(part, spot(part, house.aula, at(10)), spot(part, house.aula, at(10, 20)), SHIFT)
    assert found == [Move(house.meeting, at(9, 20), at(11, 20), None)]


def test_a_drag_over_a_line_changes_the_room(part: RoomsView, house: House) -> None:
    found = asked_of(part)
    drag(part, spot(part, house.aula, at(10)), spot(part, house.balai, at(10)))
    assert found == [Move(house.meeting, at(9), at(11), house.balai)]


def test_the_edges_change_start_and_end(part: RoomsView, house: House) -> None:
    found = asked_of(part)
    inside = QPoint(2, 0)
    drag(part, spot(part, house.aula, at(11)) - inside, spot(part, house.aula, at(12)))
    drag(part, spot(part, house.aula, at(9)) + inside, spot(part, house.aula, at(8)))
    assert found == [
        Move(house.meeting, at(9), at(12), None),
        Move(house.meeting, at(8), at(11), None),
    ]


def test_empty_ground_of_a_room_becomes_an_event_there(part: RoomsView, house: House) -> None:
    found = asked_of(part)
    drag(part, spot(part, house.balai, at(13)), spot(part, house.balai, at(14, 30)))
    assert found == [Draft(at(13), at(14, 30), house.balai)]


def test_a_double_click_asks_for_an_hour_in_the_room(part: RoomsView, house: House) -> None:
    found = asked_of(part)
    QTest.mouseDClick(part.rooms.viewport(), LEFT, PLAIN, spot(part, house.balai, at(13, 40)))
    assert found == [Draft(at(13, 30), at(14, 30), house.balai)]


def test_nothing_is_drawn_on_the_line_of_a_resource(part: RoomsView, house: House) -> None:
    found = asked_of(part)
    drag(part, spot(part, -house.other_car, at(13)), spot(part, -house.other_car, at(15)))
    assert found == []


def test_a_drag_onto_a_resource_lends_it_and_keeps_the_time(part: RoomsView, house: House) -> None:
    found = asked_of(part)
    drag(part, spot(part, house.aula, at(10)), spot(part, -house.other_car, at(13)))
    assert found == [Lend(house.meeting, house.other_car, None)]


def test_a_resource_is_lent_instead_and_undone_in_one_step(
    part: RoomsView, house: House, desk: Desk, asked: Asked
) -> None:
    drag(part, spot(part, -house.car, at(10)), spot(part, -house.other_car, at(10)))
    lent = [row.id for row in resources.resources_of_event(desk, house.meeting)]
    assert lent == [house.other_car]
    assert asked.told == [("Mobil 2 lent to the event", True)]
    assert part.rooms.current_row().id == key_of(house, house.other_car)  # type: ignore[union-attr]
    history.undo(desk)
    assert [row.id for row in resources.resources_of_event(desk, house.meeting)] == [house.car]


def test_a_use_of_a_resource_moves_the_event_in_time(part: RoomsView, house: House) -> None:
    found = asked_of(part)
    drag(part, spot(part, -house.car, at(10)), spot(part, -house.car, at(11)))
    assert found == [Move(house.meeting, at(10), at(12), None)]


def test_a_use_of_a_resource_dragged_into_a_room_changes_the_room(
    part: RoomsView, house: House
) -> None:
    found = asked_of(part)
    drag(part, spot(part, -house.car, at(10)), spot(part, house.balai, at(10)))
    assert found == [Move(house.meeting, at(9), at(11), house.balai)]


def test_escape_lets_go(part: RoomsView, house: House) -> None:
    found = asked_of(part)
    end = spot(part, house.balai, at(12))
    hold(part, spot(part, house.aula, at(10)), end)
    assert part.rooms.ghost_boxes() != []
    QTest.keyClick(part.rooms, Qt.Key.Key_Escape)
    QTest.mouseRelease(part.rooms.viewport(), LEFT, PLAIN, end)
    assert found == []
    assert part.rooms.ghost_boxes() == []


def test_the_ghost_says_its_times_and_room(part: RoomsView, house: House) -> None:
    hold(part, spot(part, house.aula, at(10)), spot(part, house.balai, at(12)))
    assert part.rooms._ghost_lines() == (["11:00–13:00", "Balai"], False)
    hold(part, spot(part, house.aula, at(10)), spot(part, -house.other_car, at(12)))
    assert part.rooms._ghost_lines() == (["09:00–11:00", "Mobil 2"], False)


def test_the_ghost_says_what_stands_in_its_way(part: RoomsView, house: House, desk: Desk) -> None:
    programme.create_event(desk, title="Photo", starts=at(13), ends=at(14), venue_id=house.aula)
    start = spot(part, house.aula, at(10))
    # Its clear-down of half an hour goes with it.
    hold(part, start, spot(part, house.aula, at(11, 30)))
    assert part.rooms._ghost_lines() == (["10:30–12:30", "Aula"], False)
    hold(part, start, spot(part, house.aula, at(11, 45)))
    assert part.rooms._ghost_lines() == (["10:45–12:45", "Aula", "Photo"], True)
    hold(part, spot(part, house.balai, at(9)), spot(part, house.balai, at(10)))
    assert part.rooms._ghost_lines() == (["09:00–10:00", "Balai"], False)


def test_a_frame_of_a_drag_paints_only_what_it_touches(
    qtbot: QtBot, part: RoomsView, house: House, desk: Desk
) -> None:
    with desk.work("Fill") as _session:
        for number in range(30):
            room = venues.create_venue(desk, name=f"Ruang {number:02}")
            for hour in range(8, 18):
                programme.create_event(
                    desk, title="Rapat", starts=at(hour), ends=at(hour, 45), venue_id=room
                )
    assert len(part.timeline.uses) == 302
    QApplication.processEvents()
    before = part.rooms.painted_blocks
    part.rooms.viewport().repaint()
    whole = part.rooms.painted_blocks - before
    start = spot(part, house.aula, at(10))
    hold(part, start, spot(part, house.aula, at(10, 30)))
    QApplication.processEvents()
    before = part.rooms.painted_blocks
    end = spot(part, house.aula, at(10, 45))
    there = QPointF(part.rooms.viewport().mapToGlobal(end))
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(end), there, LEFT, LEFT, PLAIN)
    QApplication.sendEvent(part.rooms.viewport(), move)
    QApplication.processEvents()
    frame = part.rooms.painted_blocks - before
    assert 1 <= frame <= 4
    assert whole >= 10 * frame


def test_keys_change_the_room_in_the_order_of_the_lines(part: RoomsView, house: House) -> None:
    found = asked_of(part)
    select(part, house.meeting)
    QTest.keyClick(part.rooms, Qt.Key.Key_Down, CTRL | ALT)
    QTest.keyClick(part.rooms, Qt.Key.Key_Up, CTRL | ALT)
    assert found == [Move(house.meeting, at(9), at(11), house.balai)]


def test_keys_lend_the_resource_below_instead(part: RoomsView, house: House, desk: Desk) -> None:
    select(part, key_of(house, house.car))
    QTest.keyClick(part.rooms, Qt.Key.Key_Down, CTRL | ALT)
    lent = [row.id for row in resources.resources_of_event(desk, house.meeting)]
    assert lent == [house.other_car]


def test_keys_move_and_lengthen(part: RoomsView, house: House) -> None:
    found = asked_of(part)
    select(part, key_of(house, house.car))
    QTest.keyClick(part.rooms, Qt.Key.Key_Down, ALT)
    QTest.keyClick(part.rooms, Qt.Key.Key_Down, ALT | SHIFT)
    QTest.keyClick(part.rooms, Qt.Key.Key_Right, ALT | SHIFT)
    assert found == [
        Move(house.meeting, at(9, 15), at(11, 15)),
        Move(house.meeting, at(9), at(11, 15)),
        Move(house.meeting, at(9, day=8), at(11, day=8)),
    ]


def test_arrows_go_from_the_room_to_what_is_lent(part: RoomsView, house: House) -> None:
    select(part, house.meeting)
    QTest.keyClick(part.rooms, Qt.Key.Key_Down)
    assert part.rooms.current_row().id == key_of(house, house.car)  # type: ignore[union-attr]
    QTest.keyClick(part.rooms, Qt.Key.Key_Up)
    assert part.rooms.current_row().id == house.meeting  # type: ignore[union-attr]


def test_enter_opens_the_event_and_with_shift_its_room(
    part: RoomsView, house: House, asked: Asked
) -> None:
    opened: list[CalendarRow] = []
    part.row_activated.connect(opened.append)
    select(part, house.meeting)
    QTest.keyClick(part.rooms, Qt.Key.Key_Return)
    QTest.keyClick(part.rooms, Qt.Key.Key_Return, SHIFT)
    select(part, key_of(house, house.car))
    QTest.keyClick(part.rooms, Qt.Key.Key_Return, SHIFT)
    assert [row.id for row in opened] == [house.meeting]
    assert asked.details == [Target("venue", house.aula), Target("resource", house.car)]


def test_backspace_takes_back_what_is_lent(
    part: RoomsView, house: House, desk: Desk, asked: Asked
) -> None:
    select(part, house.meeting)
    QTest.keyClick(part.rooms, Qt.Key.Key_Backspace)
    assert asked.told == []
    select(part, key_of(house, house.car))
    QTest.keyClick(part.rooms, Qt.Key.Key_Backspace)
    assert resources.resources_of_event(desk, house.meeting) == []
    assert asked.told == [("Mobil 1 taken back from Meeting", True)]
    assert part.rooms.current_row().id == house.meeting  # type: ignore[union-attr]
    history.undo(desk)
    assert [row.id for row in resources.resources_of_event(desk, house.meeting)] == [house.car]


@pytest.mark.parametrize("chosen", [0, 1, 2])
def test_what_is_lent_has_a_menu_of_its_own(
    part: RoomsView, house: House, desk: Desk, asked: Asked, chosen: int
) -> None:
    opened: list[CalendarRow] = []
    part.row_activated.connect(opened.append)
    select(part, key_of(house, house.car))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(part.rooms, event)
    menu = part.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert menu is not None
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text().split("\t")[0] for action in actions] == [
        "Open the event",
        "Open Mobil 1",
        "Take Mobil 1 back",
    ]
    actions[chosen].trigger()
    menu.close()
    lent = resources.resources_of_event(desk, house.meeting)
    assert [row.id for row in opened] == ([house.meeting] if chosen == 0 else [])
    assert asked.details == ([Target("resource", house.car)] if chosen == 1 else [])
    assert [row.id for row in lent] == ([] if chosen == 2 else [house.car])


def test_an_event_in_its_room_has_the_menu_of_the_calendar(part: RoomsView, house: House) -> None:
    menus: list[object] = []
    part.context_asked.connect(lambda row, _place: menus.append(row.id))
    select(part, house.meeting)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(part.rooms, event)
    assert menus == [house.meeting]


def test_a_name_at_the_left_opens_its_room(part: RoomsView, house: House, asked: Asked) -> None:
    place = QPoint(40, spot(part, house.balai, at(10)).y())
    QTest.mouseClick(part.rooms.viewport(), LEFT, PLAIN, place)
    assert asked.details == [Target("venue", house.balai)]


def test_zooming_leaves_the_time_below_the_mouse_in_its_place(
    part: RoomsView, house: House
) -> None:
    view = part.rooms
    before = spot(part, house.aula, at(12))
    there = QPointF(view.viewport().mapToGlobal(before))
    wheel = QWheelEvent(
        QPointF(before),
        there,
        QPoint(),
        QPoint(0, 360),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom == pytest.approx(1.25**3)
    assert abs(spot(part, house.aula, at(12)).x() - before.x()) <= 1


def test_keys_zoom_and_never_below_what_fits(part: RoomsView) -> None:
    QTest.keyClick(part.rooms, Qt.Key.Key_Plus, CTRL)
    assert part.rooms.zoom == 1.25
    QTest.keyClick(part.rooms, Qt.Key.Key_Minus, CTRL)
    QTest.keyClick(part.rooms, Qt.Key.Key_Minus, CTRL)
    assert part.rooms.zoom == 1.0
    assert part.rooms.horizontalScrollBar().maximum() == 0
