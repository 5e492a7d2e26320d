"""The rooms of the calendar with real widgets on a real desk."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.models.calendar_rows import CalendarFilter, CalendarRow
from desk.gui.pages.calendar_rooms import RoomsView
from desk.gui.theme.application import apply_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.calendar_drag import Draft, Move
from desk.gui.widgets.timeline_places import LinePlace
from desk.gui.widgets.timeline_view import Lend
from desk.locale import use_language
from desk.model.choices import ResourceKind, Status
from desk.services import history, programme, resources, venues
from desk.services.desk import Desk
from tests.counting import counted_statements
from tests.gui.asking import Asked

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

DAY = date(2026, 12, 7)
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def at(hour: int, minute: int = 0, *, day: int = 7) -> datetime:
    return datetime(2026, 12, day, hour, minute)


@dataclass
class House:
    """Two rooms, two cars, and a meeting in the first room that has the first car."""

    aula: int
    balai: int
    car: int
    other_car: int
    meeting: int


@pytest.fixture
def house(desk: Desk) -> House:
    aula = venues.create_venue(desk, name="Aula", building="Kantor")
    layout = venues.add_layout(
        desk, aula, name="U", seats=48, set_up_minutes=60, clear_down_minutes=30
    )
    balai = venues.create_venue(desk, name="Balai", building="Pendopo")
    venues.add_layout(desk, balai, name="Pesta", seats=300)
    car, other_car = (
        resources.create_resource(desk, kind=ResourceKind.VEHICLE, name=name)
        for name in ("Mobil 1", "Mobil 2")
    )
    meeting = programme.create_event(
        desk,
        title="Meeting",
        starts=at(9),
        ends=at(11),
        venue_id=aula,
        layout_id=layout,
        status=Status.CONFIRMED,
    )
    resources.lend_resource(desk, meeting, car)
    return House(aula, balai, car, other_car, meeting)


def made(qtbot: QtBot, context: Context, *, days: int = 1) -> RoomsView:
    part = RoomsView(context)
    context.committed.connect(part.refresh)
    qtbot.addWidget(part)
    part.resize(1232, 760)
    part.show()
    part.days = days
    part.show_period(DAY)
    part.rooms.setFocus()
    return part


@pytest.fixture
def part(qtbot: QtBot, context: Context, house: House, asked: Asked) -> RoomsView:
    return made(qtbot, context)


def place_of(part: RoomsView, target: int) -> LinePlace:
    part.rooms.blocks()
    place = part.rooms.places.line_of(target)
    assert place is not None
    return place


def spot(part: RoomsView, target: int, wall: datetime) -> QPoint:
    """Where a time stands on a line, in the viewport; the middle of the line."""
    place = place_of(part, target)
    content = QPointF(part.rooms.axis.x_of(wall), place.top + place.height / 2)
    frozen = part.rooms.frozen()
    bars = part.rooms.horizontalOffset(), part.rooms.verticalOffset()
    return QPoint(
        round(content.x() + frozen.left() - bars[0]), round(content.y() + frozen.top() - bars[1])
    )


def drag(part: RoomsView, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
    hold(part, start, end, held)
    QTest.mouseRelease(part.rooms.viewport(), LEFT, held, end)


def hold(part: RoomsView, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Press and move, the button still down."""
    ground = part.rooms.viewport()
    QTest.mousePress(ground, LEFT, held, start)
    for step in ((start + end) / 2, end):
        there = QPointF(ground.mapToGlobal(step))
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(step), there, LEFT, LEFT, held)
        QApplication.sendEvent(ground, event)


def select(part: RoomsView, key: object) -> None:
    assert part.rooms.select_key(key)


def asked_of(part: RoomsView) -> list[object]:
    """What the view asks for from now on."""
    found: list[object] = []
    for signal in (part.move_asked, part.create_asked, part.rooms.lend_asked):
        signal.connect(found.append)
    return found


def key_of(house: House, resource: int) -> str:
    return f"resource-{resource}/{house.meeting}"


# What is shown


def test_every_use_is_an_item_with_a_sentence(part: RoomsView, house: House) -> None:
    model = part.rooms.rows
    sentences = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert len(sentences) == 2
    for words in ("Meeting", "09:00–11:00 WITA", "Aula", "bound 08:00–11:30"):
        assert words in sentences[0]
    assert "lent: Mobil 1" in sentences[1]
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == sentences[0]


def test_the_day_is_the_title_and_several_are_a_range(part: RoomsView) -> None:
    assert part.title() == "Monday, 7 December 2026"
    part.show_days(3)
    assert (part.title(), part.period()) == (
        "7–9 Dec 2026",
        (DAY, DAY + timedelta(days=2)),
    )
    part.show_days(7)
    assert part.period() == (DAY, DAY + timedelta(days=6))


def test_a_week_begins_on_monday_and_steps_by_itself(part: RoomsView) -> None:
    part.show_days(7)
    part.show_period(date(2026, 12, 10))
    assert part.period()[0] == DAY
    part.step(1)
    assert part.period()[0] == DAY + timedelta(days=7)
    part.show_days(1)
    part.step(-1)
    assert part.period()[0] == date(2026, 12, 16)


def test_the_chosen_row_leaves_the_view_as_an_event(part: RoomsView, house: House) -> None:
    chosen: list[object] = []
    part.row_chosen.connect(chosen.append)
    select(part, key_of(house, house.car))
    row = part.chosen()
    assert type(row) is CalendarRow
    assert row.id == house.meeting
    assert chosen == [row]


def test_selecting_an_event_unfolds_its_room(part: RoomsView, house: House) -> None:
    part.rooms.toggle("rooms")
    assert part.rooms.visualRect(part.rooms.rows.index(0, 0)).isEmpty()
    assert part.select(house.meeting)
    assert part.rooms.folded == set()
    assert not part.rooms.visualRect(part.rooms.currentIndex()).isEmpty()


def test_a_heading_folds_its_lines_by_a_click(part: RoomsView, house: House) -> None:
    head = part.rooms.places.heads[0]
    frozen = part.rooms.frozen()
    QTest.mouseClick(
        part.rooms.viewport(), LEFT, PLAIN, QPoint(30, round(frozen.top() + head.height / 2))
    )
    part.rooms.blocks()
    assert [place.line.name for place in part.rooms.places.lines] == ["Mobil 1", "Mobil 2"]


def test_a_sunday_is_told(part: RoomsView) -> None:
    assert part.bar.note.text() == ""
    part.show_period(date(2026, 12, 6))
    assert part.bar.note.text() == "Sunday: the office is closed, tell security"


def test_a_holiday_is_told_by_its_name(part: RoomsView) -> None:
    part.show_period(date(2026, 12, 25))
    assert "(ID)" in part.bar.note.text()
    part.show_days(7)
    assert part.bar.note.text().startswith("Fri 25 Dec: ")


def test_without_rooms_it_says_what_to_do(qtbot: QtBot, context: Context, asked: Asked) -> None:
    part = made(qtbot, context)
    assert part.empty.isVisible()
    assert part.empty.primary is not None
    qtbot.mouseClick(part.empty.primary, LEFT)
    assert asked.commands == ["new_venue"]


# Dragging


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


# Keys


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


# Filters


def shown_names(part: RoomsView) -> list[str]:
    return [line.name for line in part.timeline.lines]


def test_only_rooms_with_enough_seats(qtbot: QtBot, part: RoomsView) -> None:
    qtbot.mouseClick(part.bar.seats_button, LEFT)
    field = part.bar.seats_panel.seats
    field.selectAll()
    qtbot.keyClicks(field, "100")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shown_names(part) == ["Balai", "Mobil 1", "Mobil 2"]
    assert part.bar.seats_button.text() == "Capacity ≥ 100"
    assert not part.bar.seats_panel.isVisible()
    qtbot.mouseClick(part.bar.seats_button, LEFT)
    qtbot.mouseClick(part.bar.seats_panel.clear_button, LEFT)
    assert shown_names(part)[0] == "Aula"
    assert part.bar.seats_button.text() == "Any capacity"


def test_only_what_is_free_at_a_time(qtbot: QtBot, part: RoomsView) -> None:
    qtbot.mouseClick(part.bar.free_button, LEFT)
    panel = part.bar.free_panel
    for field, words in ((panel.starts, "10"), (panel.ends, "12.00")):
        field.selectAll()
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shown_names(part) == ["Balai", "Mobil 2"]
    assert part.bar.free_button.text() == "Free 10:00–12:00"
    part.step(1)
    assert shown_names(part) == ["Aula", "Balai", "Mobil 1", "Mobil 2"]


def test_a_time_that_ends_before_it_begins_is_refused_beside_the_field(
    qtbot: QtBot, part: RoomsView
) -> None:
    qtbot.mouseClick(part.bar.free_button, LEFT)
    panel = part.bar.free_panel
    for field, words in ((panel.starts, "15"), (panel.ends, "13")):
        field.selectAll()
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert panel.isVisible()
    assert panel.ends_field.error == "The end is not after the start."
    assert part.bar.value.free is None
    panel.close()


def test_escape_closes_the_panel_of_a_filter(qtbot: QtBot, part: RoomsView) -> None:
    qtbot.mouseClick(part.bar.seats_button, LEFT)
    assert part.bar.seats_panel.isVisible()
    qtbot.keyClick(part.bar.seats_panel.seats, Qt.Key.Key_Escape)
    assert not part.bar.seats_panel.isVisible()
    assert part.bar.value.seats == 0


def test_the_menu_offers_buildings_and_what_is_lent(part: RoomsView) -> None:
    menu = part.bar.menu
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["All rooms", "Kantor", "Pendopo", "Rooms", "Vehicles"]
    next(action for action in menu.actions() if action.text() == "Pendopo").trigger()
    assert shown_names(part) == ["Balai", "Mobil 1", "Mobil 2"]
    assert part.bar.rooms_button.text() == "Pendopo"
    next(action for action in menu.actions() if action.text() == "Vehicles").trigger()
    part.rooms.blocks()
    assert [place.line.name for place in part.rooms.places.lines] == ["Balai"]


def test_a_filter_that_nothing_fits_offers_every_room(
    qtbot: QtBot, part: RoomsView, house: House, desk: Desk
) -> None:
    resources.return_resource(desk, house.meeting, house.car)
    resources.delete_resource(desk, house.car)
    resources.delete_resource(desk, house.other_car)
    qtbot.mouseClick(part.bar.seats_button, LEFT)
    part.bar.seats_panel.seats.set_value(5000)
    qtbot.mouseClick(part.bar.seats_panel.show_button, LEFT)
    assert part.unfit.isVisible()
    assert part.unfit.primary is not None
    qtbot.mouseClick(part.unfit.primary, LEFT)
    assert shown_names(part) == ["Aula", "Balai"]
    assert part.rooms.isVisible()


def test_the_filter_of_the_calendar_counts_all_and_shows_some(
    part: RoomsView, house: House, desk: Desk
) -> None:
    programme.create_event(desk, title="Later", starts=at(14), ends=at(15), venue_id=house.balai)
    part.set_filter(CalendarFilter("confirmed"))
    part.refresh()
    assert [row.id for row in part.shown_rows] == [house.meeting]
    assert len(part.all_rows) == 2


# The strip


@pytest.fixture
def clash(desk: Desk, house: House, part: RoomsView) -> int:
    """A rehearsal that wants the first room while the meeting has it."""
    return programme.create_event(
        desk, title="Rehearsal", starts=at(10, 30), ends=at(12), venue_id=house.aula
    )


def words_of(part: RoomsView) -> str:
    assert part.strip.strip is not None
    return part.strip.strip.accessibleName()


def test_the_strip_tells_the_clash_with_its_preparation(
    qtbot: QtBot, part: RoomsView, clash: int
) -> None:
    assert part.strip.isVisible()
    assert words_of(part) == (
        "Aula: Meeting and Rehearsal overlap 10:30–11:00, with set-up and clear-down 10:30–11:30."
    )


def test_a_mend_of_the_strip_is_one_undo(
    qtbot: QtBot, part: RoomsView, clash: int, desk: Desk, asked: Asked
) -> None:
    qtbot.waitUntil(lambda: any(button_words(part)))
    words = button_words(part)
    assert words[0] == "Move Rehearsal to 11:30–13:00"
    qtbot.mouseClick(button(part, words[0]), LEFT)
    moved = programme.get_event(desk, clash)
    assert moved is not None
    assert (moved.starts, moved.ends) == (at(11, 30), at(13))
    assert not part.strip.isVisible()
    assert [undo for _text, undo in asked.told] == [True]
    assert part.chosen() is not None
    assert part.chosen().id == clash  # type: ignore[union-attr]
    history.undo(desk)
    assert part.strip.isVisible()


def button_words(part: RoomsView) -> list[str]:
    strip = part.strip.strip
    return [] if strip is None else [b.text() for b in strip.findChildren(Button)]


def button(part: RoomsView, words: str) -> Button:
    assert part.strip.strip is not None
    found = part.strip.strip.findChildren(Button)
    return next(one for one in found if one.text() == words)


def test_the_strip_goes_on_to_the_next_clash(
    qtbot: QtBot, part: RoomsView, house: House, clash: int, desk: Desk
) -> None:
    other = programme.create_event(
        desk, title="Photo", starts=at(8, 15), ends=at(9), venue_id=house.aula
    )
    # The clash that was told of goes on being told.
    assert "Meeting and Rehearsal" in words_of(part)
    qtbot.mouseClick(button(part, "Next (2 of 2)"), LEFT)
    qtbot.waitUntil(lambda: "Next (1 of 2)" in button_words(part))
    assert "Photo and Meeting" in words_of(part)
    row = part.rooms.current_row()
    assert isinstance(row, CalendarRow)
    assert row.event.id in (other, house.meeting)


def test_a_strip_that_was_waved_away_stays_away(
    qtbot: QtBot, part: RoomsView, clash: int, desk: Desk
) -> None:
    assert part.strip.strip is not None
    part.strip.strip.closed.emit()
    assert not part.strip.isVisible()
    part.refresh()
    assert not part.strip.isVisible()


def test_the_words_of_a_clash_are_told_in_its_row(part: RoomsView, clash: int) -> None:
    select(part, clash)
    row = part.rooms.current_row()
    assert row is not None
    assert "double-booked 10:30–11:30 WITA" in row.sentence


# All of it


@pytest.mark.parametrize("days", [1, 3, 7])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_paints_in_every_length_and_theme(
    part: RoomsView, clash: int, qapp: QApplication, days: int, mode: str
) -> None:
    apply_theme(qapp, mode)  # type: ignore[arg-type]
    part.show_days(days)
    before = part.rooms.painted_blocks
    image = part.grab().toImage()
    assert part.rooms.painted_blocks == before + 3
    colours = {image.pixel(x, y) for x in range(0, 1232, 7) for y in range(0, 760, 7)}
    assert len(colours) > 20


def test_whole_days_fill_the_hours_that_are_shown(
    part: RoomsView, house: House, desk: Desk
) -> None:
    fair = programme.create_event(
        desk, title="Fair", starts=at(0), ends=at(0, day=8), venue_id=house.balai
    )
    assert part.rooms.axis.hours == 24
    programme.update_event(desk, fair, {"all_day": True})
    part.rooms.blocks()
    assert (part.rooms.axis.from_hour, part.rooms.axis.until_hour) == (7, 21)
    box = place_of(part, house.balai).by_key[fair]
    assert (box.left, box.right) == (0, part.rooms.axis.width)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_days_of_23_and_25_hours_are_shown(
    qtbot: QtBot, context: Context, house: House, desk: Desk, day: date
) -> None:
    desk.zone = "Europe/Berlin"
    early = datetime.combine(day, time(1))
    held = programme.create_event(
        desk,
        title="Night",
        starts=early,
        ends=early + timedelta(hours=4),
        venue_id=house.balai,
        zone="Europe/Berlin",
    )
    part = made(qtbot, context, days=3)
    part.show_period(day)
    (use,) = part.timeline.uses
    assert use.id == held
    assert (use.starts, use.ends) == (early, early + timedelta(hours=4))
    before = part.rooms.painted_blocks
    part.grab()
    assert part.rooms.painted_blocks == before + 1


def test_it_speaks_the_language_of_the_screen(qtbot: QtBot, context: Context, house: House) -> None:
    use_language("id")
    part = made(qtbot, context)
    assert part.title() == "Senin, 7 Desember 2026"
    assert [section.title for section in part.timeline.sections] == ["Ruangan", "Kendaraan"]
    assert part.bar.free_button.text() == "Kosong pukul…"


def test_another_day_asks_the_database_as_often_whatever_it_holds(
    part: RoomsView, house: House, desk: Desk
) -> None:
    programme.create_event(desk, title="Rapat", starts=at(8), ends=at(9), venue_id=house.balai)
    part.show_period(date(2026, 12, 8))
    with counted_statements() as one:
        part.show_period(DAY)
    with desk.work("Fill"):
        for hour in range(12, 20):
            held = programme.create_event(
                desk, title="Rapat", starts=at(hour), ends=at(hour, 30), venue_id=house.balai
            )
            resources.lend_resource(desk, held, house.other_car)
    part.show_period(date(2026, 12, 8))
    with counted_statements() as many:
        part.show_period(DAY)
    assert len(part.timeline.uses) == 19
    assert len(many) == len(one)


def test_lending_to_an_event_that_is_gone_is_told(
    part: RoomsView, house: House, desk: Desk, asked: Asked
) -> None:
    part.rooms.lend_asked.emit(Lend(house.meeting + 100, house.car))
    assert len(asked.problems) == 1
    assert asked.told == []


def test_a_minute_moves_the_line_of_now(part: RoomsView, house: House) -> None:
    part.on_minute(at(12, 20))
    away = part.rooms.viewport().grab().toImage().pixelColor(spot(part, house.balai, at(12, 30)))
    assert away.red() <= away.green()
    part.on_minute(at(12, 30))
    assert part.rooms.now == at(12, 30)
    line = spot(part, house.balai, at(12, 30))
    image = part.rooms.viewport().grab().toImage()
    assert image.pixelColor(line).red() > image.pixelColor(line).green() + 80
