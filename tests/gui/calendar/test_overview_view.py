"""Many visits over some months, with real visits, the mouse and the keyboard."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.pages.calendar_overview import OverviewView
from desk.model.choices import Role, Status
from desk.model.rows.overview import OverviewRow
from desk.services import delegation, history, people, programme, venues, visits
from desk.services.desk import Desk
from tests.counting import counted_statements
from tests.fixtures.events import confirmed_event
from tests.gui.asking import Asked
from tests.gui.conftest import SUNDAY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot, context: Context, asked: Asked) -> Iterator[OverviewView]:
    view = OverviewView(context)
    context.committed.connect(view.refresh)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    view.show_period(SUNDAY)
    view.chart.setFocus()
    yield view
    context.committed.disconnect(view.refresh)


def visit(desk: Desk, title: str, first: date, days: int = 2, **given: Any) -> int:
    last = first + timedelta(days=days - 1)
    return visits.create_visit(desk, title=title, first_day=first, last_day=last, **given)


def bar_of(view: OverviewView, visit_id: int) -> QRectF:
    rows = view.chart.rows
    index = rows.index(rows.place_of(visit_id), 0)
    row: OverviewRow | None = rows.row_at(index.row())
    assert row is not None
    return view.chart.bars.bar_of(row, QRectF(view.chart.visualRect(index)))


def days_wide(view: OverviewView, days: int) -> QPoint:
    ground = view.chart.bars.ground(QRectF(view.chart.viewport().rect()))
    return QPoint(round(days * ground.width() / view.axis.days), 0)


def drag(view: OverviewView, visit_id: int, days: int) -> None:
    ground = view.chart.viewport()
    start = bar_of(view, visit_id).center().toPoint()
    end = start + days_wide(view, days)
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(ground, (start + end) / 2)
    QTest.mouseMove(ground, end)
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=end)


def first_day(desk: Desk, visit_id: int) -> date:
    row = visits.get_visit(desk, visit_id)
    assert row is not None
    return row.first_day


# What is shown


def test_each_visit_is_an_item_with_a_sentence(view: OverviewView, desk: Desk) -> None:
    visit(desk, "Japan", date(2026, 12, 7), 1, country="JP")
    kazakhstan = visit(desk, "Kazakhstan", SUNDAY, country="KZ", status=Status.CONFIRMED)
    serik = people.create_person(desk, name="Serik")
    delegation.add_member(desk, kazakhstan, person_id=serik, role=Role.HEAD)
    rows = view.chart.rows
    texts = [
        rows.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for place in range(rows.rowCount())
    ]
    assert texts == [
        "Kazakhstan (2026-002); Kazakhstan; Sunday, 6 December 2026 to Monday, 7 December 2026; "
        "Confirmed; head of delegation: Serik; 1 other visit at the same time.",
        "Japan (2026-001); Japan; Monday, 7 December 2026; Tentative; head not known yet; "
        "1 other visit at the same time.",
    ]
    assert view.title() == "Nov 2026 – Apr 2027"
    assert view.count.text() == "2 visits"


def test_bars_begin_and_end_with_their_days(view: OverviewView, desk: Desk) -> None:
    first = visit(desk, "A", SUNDAY, 10)
    second = visit(desk, "B", SUNDAY + timedelta(days=10), 10)
    day = days_wide(view, 1000).x() / 1000
    assert abs(bar_of(view, first).width() + 1 - 10 * day) < 0.6
    assert abs(bar_of(view, second).left() - bar_of(view, first).right() - 1) < 0.1


def test_states_are_told_apart_by_shape(view: OverviewView, desk: Desk) -> None:
    event = visit(desk, "A", SUNDAY, 30)
    pictures: list[QImage] = []
    for status in (Status.TENTATIVE, Status.CONFIRMED, Status.CANCELLED, Status.POSTPONED):
        visits.set_visit_status(desk, event, status, reason="Fog")
        box = bar_of(view, event).toAlignedRect()
        pictures.append(view.chart.viewport().grab(box).toImage())
    for place, picture in enumerate(pictures):
        assert picture not in pictures[:place]


def test_without_visits_it_says_so_and_leads_to_the_next(
    qtbot: QtBot, view: OverviewView, desk: Desk, asked: Asked
) -> None:
    assert view.stack.currentIndex() == 1
    assert "Nobody is expected from November 2026 to April 2027." in view.empty.accessibleName()
    assert view.empty.primary is not None
    assert view.empty.secondary is not None
    qtbot.mouseClick(view.empty.secondary, Qt.MouseButton.LeftButton)
    assert asked.told == [("No visit is planned from now on", False)]
    far = visit(desk, "Far", date(2028, 3, 4))
    qtbot.mouseClick(view.empty.secondary, Qt.MouseButton.LeftButton)
    assert view.stack.currentIndex() == 0
    chosen = view.chosen_visit()
    assert chosen is not None
    assert chosen.id == far
    qtbot.mouseClick(view.empty.primary, Qt.MouseButton.LeftButton)
    assert asked.commands == ["new_visit"]


def test_it_stands_on_the_first_visit_that_is_not_over(view: OverviewView, desk: Desk) -> None:
    visit(desk, "Past", date(2026, 11, 10))
    coming = visit(desk, "Coming", date(2026, 12, 5), 3)
    view.show_period(SUNDAY)
    chosen = view.chosen_visit()
    assert chosen is not None
    assert chosen.id == coming
    assert view.draft_day() == date(2026, 12, 5)


# Going about


def test_the_axis_has_three_six_or_twelve_months(
    qtbot: QtBot, view: OverviewView, desk: Desk
) -> None:
    visit(desk, "A", SUNDAY)
    control = Qt.KeyboardModifier.ControlModifier
    found = [view.axis.months]
    for key in (Qt.Key.Key_Minus, Qt.Key.Key_Minus, Qt.Key.Key_Plus, Qt.Key.Key_Plus):
        qtbot.keyClick(view.chart, key, control)
        found.append(view.axis.months)
    assert found == [6, 12, 12, 6, 3]
    assert view.zoom.current == 3
    assert view.period() == (date(2026, 12, 1), date(2027, 2, 28))


@pytest.mark.parametrize(("months", "moved"), [(3, 1), (6, 2), (12, 4)])
def test_a_step_goes_on_by_a_third(view: OverviewView, months: int, moved: int) -> None:
    view.set_months(months)
    first = view.axis.first
    view.step(1)
    later = (view.axis.first.year - first.year) * 12 + view.axis.first.month - first.month
    assert later == moved
    view.step(-1)
    assert view.axis.first == first


def test_enter_and_a_double_click_open_the_visit(
    qtbot: QtBot, view: OverviewView, desk: Desk, asked: Asked
) -> None:
    visit_id = visit(desk, "A", SUNDAY)
    view.show_period(SUNDAY)
    qtbot.keyClick(view.chart, Qt.Key.Key_Return)
    place = bar_of(view, visit_id).center().toPoint()
    QTest.mouseClick(view.chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.targets == [Target("visit", visit_id)] * 2


def test_the_letters_of_the_calendar_work(qtbot: QtBot, view: OverviewView) -> None:
    found: list[str] = []
    view.command_asked.connect(found.append)
    for key in (Qt.Key.Key_W, Qt.Key.Key_T, Qt.Key.Key_N):
        qtbot.keyClick(view.chart, key)
    assert found == ["view_week", "go_today", "new_event"]


def test_another_view_is_shown_around_the_chosen_visit(
    qtbot: QtBot, view: OverviewView, desk: Desk
) -> None:
    visit(desk, "A", SUNDAY)
    visit(desk, "B", date(2027, 2, 3))
    view.show_period(SUNDAY)
    assert view.day == SUNDAY
    qtbot.keyClick(view.chart, Qt.Key.Key_Down)
    assert view.day == date(2027, 2, 3)


def test_the_ring_of_the_keyboard_stays_with_the_chosen_visit(
    view: OverviewView, desk: Desk
) -> None:
    first = visit(desk, "A", SUNDAY)
    chosen = visit(desk, "B", date(2026, 12, 20))
    view.chart.select_key(chosen)
    visits.delete_visit(desk, first)
    assert view.chart.bars.current_place == view.chart.currentIndex().row() == 0


# Doing


def test_dragging_a_bar_moves_the_visit_with_its_programme(
    view: OverviewView, desk: Desk, asked: Asked
) -> None:
    visit_id = visit(desk, "Japan", SUNDAY, 5)
    starts = datetime(2026, 12, 7, 9)
    event_id = programme.create_event(
        desk, title="Call", starts=starts, ends=starts + timedelta(hours=1), visit_id=visit_id
    )
    drag(view, visit_id, 7)
    assert first_day(desk, visit_id) == SUNDAY + timedelta(days=7)
    event = programme.get_event(desk, event_id)
    assert event is not None
    assert event.starts == starts + timedelta(days=7)
    assert asked.told == [("Japan moved to 13–17 Dec 2026", True)]
    chosen = view.chosen_visit()
    assert chosen is not None
    assert chosen.id == visit_id
    history.undo(desk)
    assert first_day(desk, visit_id) == SUNDAY


def test_the_ghost_says_the_new_days_and_who_else_comes(
    qtbot: QtBot, view: OverviewView, desk: Desk
) -> None:
    visit_id = visit(desk, "Japan", SUNDAY, 5)
    visit(desk, "Kazakhstan", SUNDAY + timedelta(days=8), 2)
    ground = view.chart.viewport()
    start = bar_of(view, visit_id).center().toPoint()
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(ground, start + days_wide(view, 2))
    assert (view.chart.ghost_days, view.chart.ghost_words()) == (2, "8–12 Dec 2026")
    QTest.mouseMove(ground, start + days_wide(view, 7))
    assert view.chart.ghost_words() == "13–17 Dec 2026 · 1 other visit at the same time"
    with_ghost = ground.grab().toImage()
    qtbot.keyClick(view.chart, Qt.Key.Key_Escape)
    assert view.chart.ghost_days is None
    assert ground.grab().toImage() != with_ghost
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=start + days_wide(view, 7))
    assert first_day(desk, visit_id) == SUNDAY


def test_a_click_moves_nothing(view: OverviewView, desk: Desk, asked: Asked) -> None:
    visit_id = visit(desk, "Japan", SUNDAY, 5)
    place = bar_of(view, visit_id).center().toPoint()
    QTest.mouseClick(view.chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (first_day(desk, visit_id), asked.told) == (SUNDAY, [])
    assert view.chart.ghost_days is None


def test_keys_move_by_a_day(qtbot: QtBot, view: OverviewView, desk: Desk) -> None:
    visit_id = visit(desk, "Japan", SUNDAY)
    view.show_period(SUNDAY)
    qtbot.keyClick(view.chart, Qt.Key.Key_Right, ALT | SHIFT)
    qtbot.keyClick(view.chart, Qt.Key.Key_Right, ALT | SHIFT)
    qtbot.keyClick(view.chart, Qt.Key.Key_Left, ALT | SHIFT)
    assert first_day(desk, visit_id) == date(2026, 12, 7)


def test_what_collides_after_a_move_is_told_until_it_is_taken_back(
    view: OverviewView, desk: Desk, asked: Asked
) -> None:
    room = venues.create_venue(desk, name="Ruang Pandurata")
    starts = datetime(2026, 12, 13, 9)
    confirmed_event(
        desk, title="Choir", starts=starts, ends=starts + timedelta(hours=2), venue_id=room
    )
    visit_id = visit(desk, "Japan", SUNDAY)
    programme.create_event(
        desk,
        title="Call",
        starts=starts - timedelta(days=7),
        ends=starts - timedelta(days=7) + timedelta(hours=1),
        visit_id=visit_id,
        venue_id=room,
    )
    assert view.strip is None
    drag(view, visit_id, 7)
    strip = view.strip
    assert strip is not None
    assert strip.isVisibleTo(view)
    assert strip.accessibleName().startswith("1 clash after the move: Ruang Pandurata")
    strip.remedy_chosen.emit("show")
    assert asked.targets == [Target("visit", visit_id, "programme")]
    history.undo(desk)
    view.refresh()
    assert view.strip is None


def test_the_strip_that_was_waved_away_stays_away(view: OverviewView, desk: Desk) -> None:
    room = venues.create_venue(desk, name="Ruang")
    starts = datetime(2026, 12, 7, 9)
    visit_id = visit(desk, "Japan", SUNDAY)
    for title, given in (("Call", {"visit_id": visit_id}), ("Choir", {})):
        programme.create_event(
            desk,
            title=title,
            starts=starts if given else starts + timedelta(days=1),
            ends=starts + timedelta(days=0 if given else 1, hours=1),
            venue_id=room,
            **given,  # type: ignore[arg-type]
        )
    drag(view, visit_id, 1)
    assert view.strip is not None
    view.strip.closed.emit()
    view.refresh()
    assert view.strip is None


def test_a_visit_that_was_deleted_meanwhile_is_told_and_not_moved(
    view: OverviewView, desk: Desk, asked: Asked
) -> None:
    visit_id = visit(desk, "Japan", SUNDAY)
    view.show_period(SUNDAY)
    row = view.chosen_visit()
    assert row is not None
    visits.delete_visit(desk, visit_id)
    view.move_visit(row, 1)
    assert len(asked.problems) == 1
    assert asked.told == []


# Reading


def test_another_period_takes_two_statements(view: OverviewView, desk: Desk) -> None:
    for number in range(25):
        visit(desk, f"V {number}", SUNDAY + timedelta(days=number))
    with counted_statements() as statements:
        view.show_period(date(2027, 1, 5))
    assert len(statements) == 2


def test_tooltips_and_the_pointer_follow_the_bar(view: OverviewView, desk: Desk) -> None:
    visit_id = visit(desk, "Japan", SUNDAY, 20)
    view.show_period(SUNDAY)
    ground = view.chart.viewport()
    centre = bar_of(view, visit_id).center()
    row = view.chart.bar_at(centre)
    assert row is not None
    assert row.id == visit_id
    assert view.chart.bar_at(QPointF(40, centre.y())) is None
    index = view.chart.currentIndex()
    tip = view.chart.bars.tip_at(index, QRectF(), QRectF())
    assert tip.split("\n")[:2] == [
        "Japan (2026-001)",
        "Sunday, 6 December 2026 to Friday, 25 December 2026",
    ]
    QTest.mouseMove(ground, centre.toPoint())
    assert ground.cursor().shape() == Qt.CursorShape.SizeHorCursor
