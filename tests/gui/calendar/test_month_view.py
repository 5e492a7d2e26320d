"""The month of the calendar, with real events, the mouse and the keyboard."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.models.calendar_rows import BandRow, CalendarFilter, CalendarRow
from desk.gui.models.month_rows import DayRow, MoreRow
from desk.gui.pages.calendar_day_popup import DayPopup
from desk.gui.pages.calendar_month import MonthView
from desk.gui.widgets.calendar_drag import Draft, Move
from desk.model.choices import Status
from desk.services import programme, special_days, venues, visits
from desk.services.desk import Desk
from tests.counting import counted_statements
from tests.gui.conftest import SUNDAY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TODAY = date(2026, 12, 3)
WEDNESDAY = date(2026, 12, 9)


class Told:
    """What the view told its page."""

    def __init__(self, view: MonthView) -> None:
        self.drafts: list[Draft] = []
        self.moves: list[Move] = []
        self.days: list[date] = []
        self.periods: list[int] = []
        self.commands: list[str] = []
        self.opened: list[object] = []
        view.create_asked.connect(self.drafts.append)
        view.move_asked.connect(self.moves.append)
        view.day_asked.connect(self.days.append)
        view.period_asked.connect(self.periods.append)
        view.command_asked.connect(self.commands.append)
        view.row_activated.connect(lambda row: self.opened.append(row.id))


@pytest.fixture
def view(qtbot: QtBot, context: Context) -> Iterator[MonthView]:
    view = MonthView(context)
    qtbot.addWidget(view)
    view.resize(1000, 640)
    view.show()
    view.show_period(SUNDAY)
    view.grid.setFocus()
    yield view
    view.reader.forget()


@pytest.fixture
def told(view: MonthView) -> Told:
    return Told(view)


def meet(
    desk: Desk,
    title: str,
    day: date = WEDNESDAY,
    hour: int = 9,
    hours: float = 1,
    venue_id: int | None = None,
    status: Status = Status.TENTATIVE,
) -> int:
    starts = datetime.combine(day, datetime.min.time()) + timedelta(hours=hour)
    ends = starts + timedelta(hours=hours)
    return programme.create_event(
        desk, title=title, starts=starts, ends=ends, venue_id=venue_id, status=status
    )


def place_of(view: MonthView, key: object) -> QPoint:
    """The middle of what stands in the month, in the viewport."""
    row = view.grid.rows.row_at(view.grid.rows.place_of(key))  # type: ignore[arg-type]
    block = view.grid.block_of(row)  # type: ignore[arg-type]
    assert block is not None
    assert block.boxes
    return view.grid.to_viewport(block.boxes[0]).center().toPoint()


def cell_of(view: MonthView, day: date) -> QPoint:
    """A place near the foot of a day, where nothing stands."""
    place = view.weeks.place_of(day)
    assert place is not None
    box = view.grid.to_viewport(view.grid.cell(*place))
    return QPointF(box.center().x(), box.bottom() - 6).toPoint()


def number_of(view: MonthView, day: date) -> QPoint:
    block = view.grid.block_of(view.grid.rows.row_at(view.grid.rows.place_of(DayRow(day).id)))  # type: ignore[arg-type]
    assert block is not None
    return (view.grid.to_viewport(block.boxes[0]).topLeft() + QPointF(14, 12)).toPoint()


def drag(view: MonthView, start: QPoint, end: QPoint) -> None:
    ground = view.grid.viewport()
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(ground, (start + end) / 2)
    QTest.mouseMove(ground, end)
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=end)


# What is shown


def test_every_day_and_every_event_is_an_item_with_a_sentence(view: MonthView, desk: Desk) -> None:
    visit = visits.create_visit(
        desk, title="Japan", first_day=WEDNESDAY, last_day=date(2026, 12, 10)
    )
    event = meet(desk, "Courtesy call")
    view.refresh()
    rows = view.grid.rows
    texts = [
        rows.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for place in range(rows.rowCount())
    ]
    assert texts[0] == "Monday, 30 November 2026; nothing planned."
    assert texts[3] == "Thursday, 3 December 2026; today; nothing planned."
    start = rows.place_of(DayRow(WEDNESDAY).id)
    assert [rows.key_at(place) for place in range(start, start + 4)] == [
        "day-2026-12-09",
        f"visit-{visit}",
        event,
        "more-2026-12-09",
    ]
    assert texts[start] == "Wednesday, 9 December 2026; 2 events."
    assert texts[start + 2].startswith("Courtesy call, Meeting; Wednesday, 9 December 2026, 09:00")
    assert view.title() == "December 2026"
    assert view.period() == (date(2026, 11, 30), date(2027, 1, 3))


def test_bands_lie_over_their_days_and_lines_in_their_day(view: MonthView, desk: Desk) -> None:
    visit = visits.create_visit(
        desk, title="Long", first_day=date(2026, 12, 12), last_day=date(2026, 12, 15)
    )
    event = meet(desk, "Meeting", date(2026, 12, 14))
    view.refresh()
    grid = view.grid
    boxes = {block.row.id: block.boxes for block in grid.blocks()}
    assert len(boxes[f"visit-{visit}"]) == 2
    saturday, tuesday = grid.cell(1, 5), grid.cell(2, 1)
    first, second = boxes[f"visit-{visit}"]
    assert (first.left(), first.right()) == (saturday.left() + 3, grid.cell(1, 6).right() - 3)
    assert second.right() == tuesday.right() - 3
    [line] = boxes[event]
    assert grid.cell(2, 0).contains(line)
    assert line.top() > second.bottom()


def test_what_has_no_room_is_counted_and_listed(
    qtbot: QtBot, view: MonthView, desk: Desk, told: Told
) -> None:
    ids = [meet(desk, f"Event {hour}", hour=hour) for hour in range(7, 17)]
    view.refresh()
    shown = [block.row.id for block in view.grid.blocks() if block.boxes]
    hidden = view.grid.hidden_on(WEDNESDAY)
    assert len(hidden) == 10 - (view.grid.capacity() - 1)
    assert [key for key in ids if key in shown] + list(hidden) == ids
    more = place_of(view, MoreRow(WEDNESDAY, 10).id)
    QTest.mouseClick(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=more)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, DayPopup)
    assert [row.id for row in popup.list.rows.rows()] == ids
    qtbot.keyClick(popup.list, Qt.Key.Key_End)
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert told.opened == [ids[-1]]
    chosen = view.chosen()
    assert isinstance(chosen, CalendarRow)
    assert chosen.id == ids[-1]


def test_the_list_of_a_day_opens_and_closes_by_keys(
    qtbot: QtBot, view: MonthView, desk: Desk, told: Told
) -> None:
    for hour in range(7, 17):
        meet(desk, f"Event {hour}", hour=hour)
    view.refresh()
    assert view.grid.select_key(MoreRow(WEDNESDAY, 10).id)
    qtbot.keyClick(view.grid, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, DayPopup)
    assert popup.list.hasFocus()
    qtbot.keyClick(popup.list, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert told.opened == []


def test_a_filter_leaves_out_events_and_the_bands_of_visits(view: MonthView, desk: Desk) -> None:
    visits.create_visit(desk, title="Japan", first_day=WEDNESDAY)
    meet(desk, "Perhaps")
    firm = meet(desk, "Surely", hour=11, status=Status.CONFIRMED)
    view.set_filter(CalendarFilter("confirmed"))
    view.refresh()
    rows = [row for row in view.grid.rows.rows() if isinstance(row, CalendarRow | BandRow)]
    assert [row.id for row in rows] == [firm]
    assert [row.event.title for row in view.all_rows] == ["Perhaps", "Surely"]


def test_a_clash_has_its_sign_as_soon_as_the_month_was_read_whole(
    qtbot: QtBot, view: MonthView, desk: Desk
) -> None:
    room = venues.create_venue(desk, name="Ruang Pandurata")
    ids = [meet(desk, title, venue_id=room) for title in ("A", "B")]
    view.show_period(date(2026, 11, 3))
    view.show_period(SUNDAY)

    def clashing() -> list[int]:
        return [row.id for row in view.shown_rows if row.clash is not None]

    with qtbot.waitSignal(view.title_changed):
        pass
    assert clashing() == ids


def test_a_filter_of_clashes_knows_them_at_once(view: MonthView, desk: Desk) -> None:
    room = venues.create_venue(desk, name="Ruang Pandurata")
    for title in ("A", "B"):
        meet(desk, title, venue_id=room)
    meet(desk, "C", hour=14)
    view.set_filter(CalendarFilter("clashes"))
    view.show_period(SUNDAY)
    assert [row.event.title for row in view.shown_rows] == ["A", "B"]


def test_holidays_are_named_beside_their_day(view: MonthView, desk: Desk) -> None:
    view.refresh()
    rows = {row.day: row.note for row in view.grid.rows.rows() if isinstance(row, DayRow)}
    assert rows[date(2026, 12, 25)] == "Christmas Day"
    assert rows[WEDNESDAY] == ""


def test_states_are_told_apart_by_shape(view: MonthView, desk: Desk) -> None:
    event = meet(desk, "Meeting")

    def picture() -> QImage:
        view.refresh()
        centre = place_of(view, event)
        return view.grid.viewport().grab().toImage().copy(centre.x() - 60, centre.y() - 9, 120, 18)

    tentative = picture()
    programme.set_event_status(desk, event, Status.CONFIRMED)
    firm = picture()
    programme.set_event_status(desk, event, Status.CANCELLED, reason="Fog")
    cancelled = picture()
    assert tentative not in (firm, cancelled)
    assert firm != cancelled


# Going about


def test_the_number_of_a_day_opens_it_and_that_of_a_week_the_week(
    view: MonthView, told: Told
) -> None:
    ground = view.grid.viewport()
    QTest.mouseClick(ground, Qt.MouseButton.LeftButton, pos=number_of(view, WEDNESDAY))
    assert told.days == [WEDNESDAY]
    week = QPoint(20, number_of(view, date(2026, 12, 16)).y())
    assert view.grid.tip_at(QPointF(week)) == "Open week 51"
    QTest.mouseClick(ground, Qt.MouseButton.LeftButton, pos=week)
    assert told.commands == ["view_week"]
    assert view.day == date(2026, 12, 14)


def test_arrows_reach_empty_days_and_enter_opens_one(
    qtbot: QtBot, view: MonthView, told: Told
) -> None:
    assert view.grid.current_day() == SUNDAY
    qtbot.keyClick(view.grid, Qt.Key.Key_Down)
    assert view.grid.current_day() == date(2026, 12, 13)
    qtbot.keyClick(view.grid, Qt.Key.Key_Left)
    assert view.grid.current_day() == date(2026, 12, 12)
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    assert told.days == [date(2026, 12, 12)]
    assert view.draft_day() == view.day == date(2026, 12, 12)


def test_arrows_go_through_the_events_of_a_day(qtbot: QtBot, view: MonthView, desk: Desk) -> None:
    first, second = meet(desk, "A", hour=9), meet(desk, "B", hour=11)
    view.refresh()
    view.grid.select_day(WEDNESDAY)
    found: list[object] = []
    for _press in range(3):
        qtbot.keyClick(view.grid, Qt.Key.Key_Down)
        item = view.grid.current_item()
        assert item is not None
        found.append(item.id)
    assert found == [first, second, DayRow(date(2026, 12, 16)).id]


def test_page_keys_and_the_wheel_change_the_month(
    qtbot: QtBot, view: MonthView, told: Told
) -> None:
    qtbot.keyClick(view.grid, Qt.Key.Key_PageDown)
    qtbot.keyClick(view.grid, Qt.Key.Key_PageUp)
    assert told.periods == [1, -1]
    for turn in (-60, -60, 120):
        wheel = QWheelEvent(
            QPointF(300, 300),
            view.grid.viewport().mapToGlobal(QPointF(300, 300)),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.grid.viewport(), wheel)
    assert told.periods == [1, -1, 1, -1]


@pytest.mark.parametrize(
    ("day", "by", "stood"),
    [
        (date(2026, 12, 9), 1, date(2027, 1, 9)),
        (date(2026, 12, 31), -1, date(2026, 11, 30)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
    ],
)
def test_a_step_keeps_the_day_of_the_month(
    view: MonthView, day: date, by: int, stood: date
) -> None:
    view.show_period(day)
    view.step(by)
    assert (view.grid.current_day(), view.weeks.month) == (stood, stood.replace(day=1))


def test_a_step_from_a_day_of_another_month_moves_the_month_that_is_shown(
    view: MonthView,
) -> None:
    view.grid.select_day(date(2027, 1, 2))
    view.step(-1)
    assert view.weeks.month == date(2026, 11, 1)
    view.step(1)
    assert view.weeks.month == date(2026, 12, 1)


def test_beyond_the_last_month_of_the_calendar_nothing_changes(view: MonthView) -> None:
    view.show_period(date(9999, 11, 5))
    view.step(1)
    view.step(1)
    assert view.weeks.month == date(9999, 11, 1)


# Doing


def test_dragging_moves_the_day_and_keeps_the_hours(
    view: MonthView, desk: Desk, told: Told
) -> None:
    event = meet(desk, "Meeting", hour=9, hours=1.5)
    view.refresh()
    drag(view, place_of(view, event), cell_of(view, date(2026, 12, 18)))
    assert told.moves == [
        Move(event, datetime(2026, 12, 18, 9, 0), datetime(2026, 12, 18, 10, 30), None)
    ]


def test_a_band_is_moved_over_its_days_and_drawn_out_at_its_end(
    view: MonthView, desk: Desk, told: Told
) -> None:
    event = meet(desk, "Fair", date(2026, 12, 8), hour=8, hours=56)
    view.refresh()
    middle = place_of(view, event)
    drag(view, middle, middle + QPoint(round(view.grid.cell(0, 0).width()), 0))
    [block] = [block for block in view.grid.blocks() if block.row.id == event]
    end = view.grid.to_viewport(block.boxes[-1])
    handle = QPointF(end.right() - 2, end.center().y()).toPoint()
    drag(view, handle, cell_of(view, date(2026, 12, 12)))
    assert told.moves == [
        Move(event, datetime(2026, 12, 9, 8), datetime(2026, 12, 11, 16), None),
        Move(event, datetime(2026, 12, 8, 8), datetime(2026, 12, 12, 16), None),
    ]


def test_escape_lets_go_without_moving(
    qtbot: QtBot, view: MonthView, desk: Desk, told: Told
) -> None:
    event = meet(desk, "Meeting")
    view.refresh()
    ground, start = view.grid.viewport(), place_of(view, event)
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(ground, cell_of(view, date(2026, 12, 18)))
    assert view.grid.drag.is_dragging
    assert view.reader.is_held
    [ghost] = view.grid.ghost_boxes()
    place = view.weeks.place_of(date(2026, 12, 18))
    assert place is not None
    assert view.grid.to_viewport(view.grid.cell(*place)).contains(ghost)
    qtbot.keyClick(view.grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=cell_of(view, date(2026, 12, 18)))
    assert told.moves == []
    assert not view.reader.is_held


def test_the_ghost_of_a_band_lies_in_both_weeks_it_reaches(view: MonthView, desk: Desk) -> None:
    event = meet(desk, "Fair", date(2026, 12, 8), hour=8, hours=56)
    view.refresh()
    ground, start = view.grid.viewport(), place_of(view, event)
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(ground, cell_of(view, date(2026, 12, 13)))
    boxes = view.grid.ghost_boxes()
    assert len(boxes) == 2
    saturday, monday = (
        view.weeks.place_of(date(2026, 12, 12)),
        view.weeks.place_of(date(2026, 12, 14)),
    )
    assert saturday is not None
    assert monday is not None
    assert boxes[0].left() == view.grid.to_viewport(view.grid.cell(*saturday)).left() + 3
    assert boxes[1].right() == view.grid.to_viewport(view.grid.cell(*monday)).right() - 3
    view.grid.drag.cancel()


def test_a_frame_of_a_drag_paints_only_what_it_touches(
    qtbot: QtBot, view: MonthView, desk: Desk
) -> None:
    for number in range(60):
        meet(desk, f"Event {number}", date(2026, 12, 1) + timedelta(days=number % 30))
    event = meet(desk, "Dragged", hour=7)
    view.refresh()
    ground, start = view.grid.viewport(), place_of(view, event)
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=start)
    painted: list[int] = []
    for day in (date(2026, 12, 16), date(2026, 12, 17), date(2026, 12, 18)):
        before = view.grid.painted_blocks
        QTest.mouseMove(ground, cell_of(view, day))
        qtbot.waitUntil(lambda before=before: view.grid.painted_blocks > before)
        painted.append(view.grid.painted_blocks - before)
    assert painted[-1] < 12
    view.grid.drag.cancel()


def test_drawing_over_days_makes_whole_days_and_over_one_a_morning(
    view: MonthView, told: Told
) -> None:
    drag(view, cell_of(view, date(2026, 12, 15)), cell_of(view, date(2026, 12, 17)))
    one = cell_of(view, WEDNESDAY)
    drag(view, one, one + QPoint(20, 0))
    assert told.drafts == [
        Draft(datetime(2026, 12, 15), datetime(2026, 12, 18), None, all_day=True),
        Draft(datetime(2026, 12, 9, 9), datetime(2026, 12, 9, 10), None),
    ]


def test_a_click_on_empty_ground_stands_on_its_day(view: MonthView, told: Told) -> None:
    ground = view.grid.viewport()
    QTest.mouseClick(ground, Qt.MouseButton.LeftButton, pos=cell_of(view, WEDNESDAY))
    assert view.grid.current_day() == WEDNESDAY
    assert (told.days, told.drafts) == ([], [])
    QTest.mouseDClick(ground, Qt.MouseButton.LeftButton, pos=cell_of(view, WEDNESDAY))
    assert [draft.starts for draft in told.drafts] == [datetime(2026, 12, 9, 9)]


def test_the_keys_of_the_calendar_move_what_is_stood_on(
    qtbot: QtBot, view: MonthView, desk: Desk, told: Told
) -> None:
    event = meet(desk, "Meeting")
    view.refresh()
    view.select(event)
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view.grid, Qt.Key.Key_Right, alt | shift)
    qtbot.keyClick(view.grid, Qt.Key.Key_Down, alt)
    assert [move.starts for move in told.moves] == [
        datetime(2026, 12, 10, 9),
        datetime(2026, 12, 9, 9, 15),
    ]


def test_what_is_stood_on_stays_when_others_come(view: MonthView, desk: Desk) -> None:
    event = meet(desk, "Meeting")
    view.refresh()
    view.select(event)
    meet(desk, "Earlier", hour=7)
    view.refresh()
    chosen = view.chosen()
    assert chosen is not None
    assert chosen.id == event


# Reading


def test_another_month_takes_a_constant_number_of_statements(view: MonthView, desk: Desk) -> None:
    def counted(day: date) -> int:
        view.reader.forget()
        with counted_statements() as statements:
            view.show_period(day)
        view.reader.forget()
        return len(statements)

    meet(desk, "One", date(2027, 1, 5))
    few = counted(date(2027, 1, 5))
    for number in range(30):
        meet(desk, f"More {number}", date(2027, 2, 1) + timedelta(days=number % 28))
        visits.create_visit(desk, title=f"V {number}", first_day=date(2027, 2, 2))
    assert counted(date(2027, 2, 5)) <= few + 2 <= 13


def test_the_neighbours_are_read_while_nobody_waits(
    qtbot: QtBot, view: MonthView, desk: Desk
) -> None:
    for month in (11, 12):
        meet(desk, f"Event {month}", date(2026, month, 17))
    meet(desk, "Event 1", date(2027, 1, 17))
    view.reader.forget()
    with qtbot.waitSignals([view.reader.judged] * 3):
        view.show_period(SUNDAY)
    for by, title in ((1, "Event 1"), (-1, "Event 12"), (-1, "Event 11")):
        with counted_statements() as statements:
            view.step(by)
        assert statements == []
        assert [row.event.title for row in view.shown_rows] == [title]
        if by == -1:
            with qtbot.waitSignal(view.reader.judged, raising=False, timeout=300):
                pass


def test_what_was_read_ahead_is_forgotten_when_something_is_written(
    qtbot: QtBot, view: MonthView, desk: Desk
) -> None:
    with qtbot.waitSignals([view.reader.judged] * 3):
        view.reader.forget()
        view.show_period(SUNDAY)
    meet(desk, "New", date(2027, 1, 17))
    view.step(1)
    assert [row.event.title for row in view.shown_rows] == ["New"]


def test_nothing_is_read_while_nobody_looks(qtbot: QtBot, view: MonthView, desk: Desk) -> None:
    view.reader.forget()
    view.show_period(SUNDAY)
    view.hide()
    with counted_statements() as statements:
        qtbot.wait(100)
    assert statements == []
    with qtbot.waitSignal(view.reader.judged):
        view.show()


def test_a_special_day_of_the_office_is_told_after_it_was_noted(
    view: MonthView, desk: Desk
) -> None:
    from desk.model.choices import SpecialDayKind

    special_days.add_special_day(
        desk, day=WEDNESDAY, kind=SpecialDayKind.COLLECTIVE_LEAVE, name="Bridge day"
    )
    view.refresh()
    rows = {row.day: row.note for row in view.grid.rows.rows() if isinstance(row, DayRow)}
    assert rows[WEDNESDAY] == "Bridge day"


def test_midnight_marks_another_day(view: MonthView) -> None:
    assert view.grid.today == TODAY
    today = next(row for row in view.grid.rows.rows() if isinstance(row, DayRow) and row.today)
    assert today.day == TODAY


def test_a_month_that_was_rehearsed_stands_where_it_would_anyway(
    qtbot: QtBot, view: MonthView, desk: Desk
) -> None:
    for number in range(9):
        meet(desk, f"Event {number}", date(2027, 1, 11 + number % 2), hour=8 + number)
    view.reader.forget()
    with qtbot.waitSignals([view.reader.judged] * 3):
        view.show_period(SUNDAY)
    painted = view.grid.painted_blocks
    view.step(1)
    rehearsed = [(block.row, block.boxes) for block in view.grid.blocks()]
    view.grid.forget_layout()
    laid_out = view.grid.blocks()
    assert rehearsed == [(block.row, block.boxes) for block in laid_out]
    assert sum(len(block.boxes) for block in laid_out) > 31
    # Rehearsing paints on nothing: the grid that is shown had no part in it.
    assert view.grid.painted_blocks == painted


def test_what_was_rehearsed_for_another_size_is_laid_out_anew(
    qtbot: QtBot, view: MonthView, desk: Desk
) -> None:
    meet(desk, "Event", date(2027, 1, 12))
    view.reader.forget()
    with qtbot.waitSignals([view.reader.judged] * 3):
        view.show_period(SUNDAY)
    view.resize(view.width() - 200, view.height() - 100)
    QCoreApplication.sendPostedEvents()
    view.step(1)
    right = max(box.right() for block in view.grid.blocks() for box in block.boxes)
    assert right <= view.grid.content_size().width()
