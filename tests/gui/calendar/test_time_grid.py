"""The grid of hours with real widgets: where things stand, what mouse and keyboard do."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.models.calendar_rows import BandRow, CalendarRow, wall_times
from desk.gui.widgets.calendar_drag import Draft, Move
from desk.gui.widgets.calendar_grid import TimeGrid
from desk.model.choices import Status
from desk.model.rows.visits import VisitRow
from tests.gui.calendar.events import event_row

MONDAY = date(2026, 11, 30)
NOW = datetime(2026, 12, 3, 10, 24)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def at(day: int, hour: float) -> datetime:
    """A wall time on a day of the week, Monday being 0."""
    return datetime.combine(MONDAY, datetime.min.time()) + timedelta(days=day, hours=hour)


def row(key: int, day: int, begins: float, ends: float, **given: Any) -> CalendarRow:
    event = event_row(key, f"Event {key}", at(day, begins), at(day, ends), **given)
    return CalendarRow(event, event.starts, event.ends)


def band(key: int, first: int, last: int) -> BandRow:
    return BandRow(
        VisitRow(
            key, f"2026-00{key}", f"Visit {key}", {}, "KZ", Status.CONFIRMED, "",
            MONDAY + timedelta(days=first), MONDAY + timedelta(days=last),
            "Asia/Makassar", "Asia/Almaty", "", "", "",
        )
    )  # fmt: skip


ROWS = [
    row(1, 0, 9, 10.5),
    row(2, 0, 13, 14),
    row(3, 1, 9.5, 11),
    row(4, 3, 9, 10),
    row(5, 4, 22, 26),
    row(6, 0, 8, 10, venue_id=3),
]


@pytest.fixture
def grid(qtbot: QtBot) -> TimeGrid:
    grid = TimeGrid("Week", NOW.date())
    qtbot.addWidget(grid)
    grid.resize(1000, 760)
    grid.show_hours(("WITA",), tuple((f"{hour:02}.00",) for hour in range(24)), [], "automatic")
    grid.show_days(MONDAY, ROWS, days=7, now=NOW)
    grid.show()
    grid.activateWindow()
    grid.setFocus()
    return grid


def place(grid: TimeGrid, moment: datetime) -> QPoint:
    """Where a time stands in the viewport, in the middle of its day."""
    shown = grid.columns()
    across = shown.left + ((moment.date() - shown.first).days + 0.5) * shown.column
    minutes = moment.hour * 60 + moment.minute
    return QPointF(across, shown.top + minutes / 60 * shown.hour - grid.verticalOffset()).toPoint()


def drag(qtbot: QtBot, grid: TimeGrid, start: QPoint, end: QPoint, **held: Any) -> None:
    port = grid.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    middle = QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2)
    for spot in (middle, end):
        move_to(grid, spot, **held)
    qtbot.mouseRelease(port, LEFT, pos=end)


def move_to(
    grid: TimeGrid, spot: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Move the mouse with the left button down."""
    port = grid.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(spot), port.mapToGlobal(QPointF(spot)),
        Qt.MouseButton.NoButton, LEFT, modifiers,
    )  # fmt: skip
    QApplication.sendEvent(port, event)


def settle(grid: TimeGrid) -> None:
    """Until nothing waits to be painted."""
    for _round in range(3):
        grid.viewport().repaint()
        QApplication.processEvents()


def heard(signal: Any) -> list[Any]:
    found: list[Any] = []
    signal.connect(found.append)
    return found


# Where things stand


def test_every_event_is_a_list_item_with_a_whole_sentence(grid: TimeGrid) -> None:
    spoken = QAccessible.queryAccessibleInterface(grid)
    assert spoken.text(QAccessible.Text.Name) == "Week"
    names = [
        spoken.child(number).text(QAccessible.Text.Name) for number in range(spoken.childCount())
    ]
    assert names == [each.sentence for each in ROWS]
    assert names[0].startswith("Event 1, Meeting; Monday, 30 November 2026, 09:00–10:30 WITA")


def test_an_event_stands_at_its_time_and_is_found_there(grid: TimeGrid) -> None:
    box = grid.visualRect(grid.index_of(ROWS[3]))
    shown = grid.columns()
    assert box.top() == pytest.approx(shown.top + 9 * 48 - grid.verticalOffset(), abs=2)
    assert box.height() == pytest.approx(48, abs=3)
    assert grid.indexAt(box.center()).row() == 3
    assert not grid.indexAt(place(grid, at(3, 16))).isValid()


def test_an_event_over_midnight_stands_in_both_days(grid: TimeGrid) -> None:
    block = grid.block_of(ROWS[4])
    assert block is not None
    friday, saturday = block.boxes
    assert (friday.bottom(), saturday.top()) == pytest.approx((24 * 48, 0), abs=1.5)
    assert saturday.left() - friday.left() == pytest.approx(grid.columns().column)


def test_headers_hide_what_is_scrolled_below_them(grid: TimeGrid) -> None:
    grid.show_hour(9.9)
    box = grid.visualRect(grid.index_of(ROWS[3]))
    hidden = QPoint(box.center().x(), 70)
    assert box.contains(hidden)
    assert grid.block_at(QPointF(hidden)) is None


def test_bands_stand_in_the_strip_and_do_not_scroll(grid: TimeGrid) -> None:
    visit = band(1, 4, 9)
    grid.show_days(MONDAY, [visit, *ROWS], days=7, now=NOW)
    before = grid.visualRect(grid.index_of(visit))
    grid.show_hour(15)
    assert grid.visualRect(grid.index_of(visit)) == before
    assert before.bottom() < grid.columns().top
    block = grid.block_of(visit)
    assert block is not None
    assert (block.before, block.after) == (False, True)


def test_many_bands_are_folded_until_somebody_asks(qtbot: QtBot, grid: TimeGrid) -> None:
    bands = [band(number, 0, 6) for number in range(5)]
    grid.show_days(MONDAY, [*bands, *ROWS], days=7, now=NOW)
    drawn = [each for each in bands if grid.visualRect(grid.index_of(each)).isValid()]
    assert len(drawn) == 2
    assert grid.toggle is not None
    assert grid.toggle.accessibleName() == "Show 3 more of whole days"
    qtbot.mouseClick(grid.toggle, LEFT)
    drawn = [each for each in bands if grid.visualRect(grid.index_of(each)).isValid()]
    assert len(drawn) == 5


def test_the_row_stays_chosen_while_others_come(grid: TimeGrid) -> None:
    grid.select_key(3)
    grid.show_days(MONDAY, [row(9, 2, 7, 8), *ROWS], days=7, now=NOW)
    chosen = grid.current_row()
    assert chosen is not None
    assert chosen.id == 3


def test_when_the_chosen_row_goes_no_other_is_chosen(grid: TimeGrid) -> None:
    visit = band(1, 4, 9)
    grid.show_days(MONDAY, [visit, *ROWS], days=7, now=NOW)
    chosen = heard(grid.row_chosen)
    grid.select_key(3)
    grid.show_days(MONDAY + timedelta(days=7), [visit, row(20, 8, 9, 10)], days=7, now=NOW)
    assert grid.current_row() is None
    assert [each.id if each is not None else None for each in chosen] == [3, None]


def test_another_minute_moves_the_line_and_paints_only_around_it(
    qtbot: QtBot, grid: TimeGrid
) -> None:
    many = [row(100 + number, number % 7, 18 + number % 4, 19 + number % 4) for number in range(60)]
    grid.show_days(MONDAY, [*ROWS, *many], days=7, now=NOW)
    settle(grid)
    before = grid.painted_blocks
    grid.set_now(NOW + timedelta(minutes=1))
    QApplication.processEvents()
    assert 0 < grid.painted_blocks - before <= len(ROWS)


def test_at_midnight_the_next_day_is_today(grid: TimeGrid) -> None:
    settle(grid)
    before = grid.painted_blocks
    grid.set_now(datetime(2026, 12, 4, 0, 0))
    QApplication.processEvents()
    assert grid.columns().today == date(2026, 12, 4)
    assert grid.painted_blocks - before >= 5


@pytest.mark.parametrize(
    ("zone", "starts", "ends"),
    [
        # The clock goes back at 03.00 and forward at 02.00.
        ("Europe/Berlin", datetime(2026, 10, 25, 0, 45), datetime(2026, 10, 25, 1, 15)),
        ("Europe/Berlin", datetime(2026, 3, 29, 0, 30), datetime(2026, 3, 29, 1, 30)),
    ],
)
def test_a_day_of_25_or_23_hours_keeps_every_end_after_its_start(
    grid: TimeGrid, zone: str, starts: datetime, ends: datetime
) -> None:
    event = event_row(1, "Night call", starts, ends, zone="UTC")
    begun, ended = wall_times(event, zone)
    assert ended > begun
    grid.show_days(starts.date(), [CalendarRow(event, begun, ended)], days=1, now=NOW)
    assert grid.visualRect(grid.rows.index(0, 0)).isValid()


# The keyboard


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (1, Qt.Key.Key_Down, 2),
        (2, Qt.Key.Key_Up, 1),
        (1, Qt.Key.Key_Up, 6),
        (1, Qt.Key.Key_Right, 3),
        (3, Qt.Key.Key_Right, 4),
        (4, Qt.Key.Key_Left, 3),
        (2, Qt.Key.Key_Down, 2),
        (4, Qt.Key.Key_Home, 6),
    ],
)
def test_arrows_go_where_things_stand(
    qtbot: QtBot, grid: TimeGrid, start: int, key: Qt.Key, end: int
) -> None:
    grid.select_key(start)
    qtbot.keyClick(grid, key)
    chosen = grid.current_row()
    assert chosen is not None
    assert chosen.id == end


def test_enter_opens(qtbot: QtBot, grid: TimeGrid) -> None:
    opened = heard(grid.row_activated)
    grid.select_key(4)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened == [ROWS[3]]


QUARTER, WHOLE = timedelta(minutes=15), timedelta(days=1)


@pytest.mark.parametrize(
    ("key", "held", "starts", "ends"),
    [
        (Qt.Key.Key_Down, ALT, QUARTER, QUARTER),
        (Qt.Key.Key_Up, ALT, -QUARTER, -QUARTER),
        (Qt.Key.Key_Down, ALT | SHIFT, timedelta(), QUARTER),
        (Qt.Key.Key_Up, ALT | SHIFT, timedelta(), -QUARTER),
        (Qt.Key.Key_Right, ALT | SHIFT, WHOLE, WHOLE),
        (Qt.Key.Key_Left, ALT | SHIFT, -WHOLE, -WHOLE),
    ],
)
def test_keys_move_and_lengthen(
    qtbot: QtBot,
    grid: TimeGrid,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    starts: timedelta,
    ends: timedelta,
) -> None:
    moves = heard(grid.move_asked)
    grid.select_key(4)
    qtbot.keyClick(grid, key, held)
    assert moves == [Move(4, at(3, 9) + starts, at(3, 10) + ends)]


def test_an_event_is_not_shortened_to_nothing(qtbot: QtBot, grid: TimeGrid) -> None:
    moves = heard(grid.move_asked)
    grid.show_days(MONDAY, [row(1, 0, 9, 9.25)], days=7, now=NOW)
    grid.select_key(1)
    qtbot.keyClick(grid, Qt.Key.Key_Up, ALT | SHIFT)
    assert moves == []


def test_keys_change_the_room_in_the_order_of_the_rooms(qtbot: QtBot, grid: TimeGrid) -> None:
    moves = heard(grid.move_asked)
    grid.venue_order = (5, 3, 8)
    grid.select_key(6)
    qtbot.keyClick(grid, Qt.Key.Key_Down, CTRL | ALT)
    qtbot.keyClick(grid, Qt.Key.Key_Up, CTRL | ALT)
    assert [move.venue_id for move in moves] == [8, 5]


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_N, "new_event"),
        (Qt.Key.Key_T, "go_today"),
        (Qt.Key.Key_D, "view_day"),
        (Qt.Key.Key_W, "view_week"),
        (Qt.Key.Key_M, "view_month"),
        (Qt.Key.Key_A, "view_agenda"),
        (Qt.Key.Key_R, "view_rooms"),
    ],
)
def test_letters_run_commands(qtbot: QtBot, grid: TimeGrid, key: Qt.Key, command: str) -> None:
    asked = heard(grid.command_asked)
    qtbot.keyClick(grid, key)
    assert asked == [command]


def test_zooming_keeps_the_time_in_the_middle(qtbot: QtBot, grid: TimeGrid) -> None:
    middle = grid.scroll_room().center().toPoint()
    before = grid.moment_at(QPointF(middle))
    qtbot.keyClick(grid, Qt.Key.Key_Plus, CTRL)
    assert grid.hour_height == 60
    assert abs(grid.moment_at(QPointF(middle)) - before) < timedelta(minutes=3)
    qtbot.keyClick(grid, Qt.Key.Key_0, CTRL)
    assert grid.hour_height == 48


def test_ctrl_and_the_wheel_zoom(grid: TimeGrid) -> None:
    spot = QPointF(500, 300)
    wheel = QWheelEvent(
        spot, grid.viewport().mapToGlobal(spot), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(grid.viewport(), wheel)
    assert grid.hour_height == 40


def test_the_menu_key_asks_for_the_menu_of_the_row(grid: TimeGrid) -> None:
    asked: list[tuple[Any, QPoint]] = []
    grid.context_asked.connect(lambda row, where: asked.append((row, where)))
    grid.select_key(4)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(grid.viewport(), menu)
    box = grid.visualRect(grid.currentIndex())
    assert asked == [(ROWS[3], grid.viewport().mapToGlobal(box.center()))]


# The mouse


def test_a_block_is_dragged_to_another_day_and_time(qtbot: QtBot, grid: TimeGrid) -> None:
    moves = heard(grid.move_asked)
    drag(qtbot, grid, place(grid, at(3, 9.5)), place(grid, at(4, 11)))
    assert moves == [Move(4, at(4, 10.5), at(4, 11.5))]


def test_shift_snaps_to_five_minutes(qtbot: QtBot, grid: TimeGrid) -> None:
    moves = heard(grid.move_asked)
    start = place(grid, at(3, 9.5))
    drag(qtbot, grid, start, start + QPoint(0, 5), modifiers=SHIFT)
    five = timedelta(minutes=5)
    assert moves == [Move(4, at(3, 9) + five, at(3, 10) + five)]


def test_the_lower_edge_lengthens_instead_of_moving(qtbot: QtBot, grid: TimeGrid) -> None:
    moves = heard(grid.move_asked)
    box = grid.visualRect(grid.index_of(ROWS[3]))
    drag(qtbot, grid, QPoint(box.center().x(), box.bottom() - 2), place(grid, at(3, 12)))
    assert moves == [Move(4, at(3, 9), at(3, 12))]


def test_the_upper_edge_changes_the_start(qtbot: QtBot, grid: TimeGrid) -> None:
    moves = heard(grid.move_asked)
    box = grid.visualRect(grid.index_of(ROWS[3]))
    drag(qtbot, grid, QPoint(box.center().x(), box.top() + 2), place(grid, at(3, 8)))
    assert moves == [Move(4, at(3, 8), at(3, 10))]


def test_empty_ground_is_drawn_into_something_new(qtbot: QtBot, grid: TimeGrid) -> None:
    drafts = heard(grid.create_asked)
    drag(qtbot, grid, place(grid, at(2, 13)), place(grid, at(2, 14.5)))
    assert drafts == [Draft(at(2, 13), at(2, 14.5))]


def test_drawing_in_the_strip_means_whole_days(qtbot: QtBot, grid: TimeGrid) -> None:
    drafts = heard(grid.create_asked)
    first, last = place(grid, at(1, 0)), place(grid, at(3, 0))
    drag(qtbot, grid, QPoint(first.x(), 65), QPoint(last.x(), 65))
    assert drafts == [Draft(at(1, 0), at(4, 0), all_day=True)]


def test_a_double_click_on_the_ground_asks_for_an_hour(qtbot: QtBot, grid: TimeGrid) -> None:
    drafts = heard(grid.create_asked)
    qtbot.mouseDClick(grid.viewport(), LEFT, pos=place(grid, at(2, 15.3)))
    assert drafts == [Draft(at(2, 15), at(2, 16))]


def test_esc_lets_go_without_moving(qtbot: QtBot, grid: TimeGrid) -> None:
    moves = heard(grid.move_asked)
    qtbot.mousePress(grid.viewport(), LEFT, pos=place(grid, at(3, 9.5)))
    move_to(grid, place(grid, at(4, 11)))
    assert grid.drag.is_dragging
    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    assert not grid.drag.is_dragging
    qtbot.mouseRelease(grid.viewport(), LEFT, pos=place(grid, at(4, 11)))
    assert moves == []


def test_a_click_chooses_and_moves_nothing(qtbot: QtBot, grid: TimeGrid) -> None:
    moves, clicks = heard(grid.move_asked), heard(grid.clicked)
    qtbot.mouseClick(grid.viewport(), LEFT, pos=place(grid, at(3, 9.5)))
    assert moves == []
    assert [index.row() for index in clicks] == [3]
    assert grid.is_chosen(ROWS[3])


def test_a_drag_scrolls_at_the_edge_and_stops_away_from_it(qtbot: QtBot, grid: TimeGrid) -> None:
    start = grid.verticalOffset()
    qtbot.mousePress(grid.viewport(), LEFT, pos=place(grid, at(3, 9.5)))
    low = QPoint(place(grid, at(3, 9)).x(), grid.viewport().height() - 4)
    move_to(grid, low)
    qtbot.waitUntil(lambda: grid.verticalOffset() > start + 40)
    assert grid.drag.span is not None
    assert grid.drag.span.starts > at(3, 17)
    move_to(grid, grid.scroll_room().center().toPoint())
    rested = grid.verticalOffset()
    qtbot.wait(100)
    assert grid.verticalOffset() == rested
    grid.drag.cancel()


def test_a_click_on_a_day_asks_for_it(qtbot: QtBot, grid: TimeGrid) -> None:
    days = heard(grid.day_asked)
    qtbot.mouseClick(grid.viewport(), LEFT, pos=QPoint(place(grid, at(4, 0)).x(), 20))
    assert days == [MONDAY + timedelta(days=4)]


def test_a_frame_of_a_drag_paints_only_what_it_touches(qtbot: QtBot, grid: TimeGrid) -> None:
    """With 300 events in view a step of the mouse paints a handful of them anew."""
    many = [
        row(1000 + number, number % 7, 6 + number // 7 * 0.3, 6.25 + number // 7 * 0.3)
        for number in range(300)
    ]
    grid.show_days(MONDAY, many, days=7, now=NOW)
    grid.set_hour_height(48.0)
    grid.show_hour(6)
    settle(grid)
    start = grid.visualRect(grid.index_of(many[72])).center()
    qtbot.mousePress(grid.viewport(), LEFT, pos=start)
    settle(grid)
    assert grid.drag.grip is not None
    assert grid.drag.grip.kind == "move"
    move_to(grid, start + QPoint(0, 13))
    QApplication.processEvents()
    frames: list[int] = []
    for step in range(2, 12):
        before = grid.painted_blocks
        move_to(grid, start + QPoint(0, 13 * step))
        QApplication.processEvents()
        frames.append(grid.painted_blocks - before)
    assert max(frames) <= 12
    assert min(frames) >= 1
    grid.drag.cancel()
