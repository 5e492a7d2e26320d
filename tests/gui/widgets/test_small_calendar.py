from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desk.gui.widgets.small_calendar import DayGrid, SmallCalendar
from desk.locale import use_language

TODAY = date(2026, 12, 3)


@pytest.fixture
def calendar(stage: Any) -> SmallCalendar:
    made = SmallCalendar(TODAY)
    made.set_selected(TODAY)
    stage.show(made)
    made.focus_days()
    return made


def grid(calendar: SmallCalendar) -> DayGrid:
    found = calendar.findChild(DayGrid)
    assert isinstance(found, DayGrid)
    return found


def test_a_month_starts_on_monday_with_its_iso_week(calendar: SmallCalendar) -> None:
    month = grid(calendar).month

    assert [month.index(0, column).data() for column in range(8)] == [
        "", "Sn", "Sl", "Rb", "Km", "Jm", "Sb", "Mg",
    ]  # fmt: skip
    assert [month.index(row, 0).data() for row in range(1, 7)] == [
        "49",
        "50",
        "51",
        "52",
        "53",
        "1",
    ]
    assert month.index(1, 1).data() == "30"
    assert month.index(1, 2).data() == "1"


def test_arrows_walk_and_enter_chooses(qtbot: QtBot, calendar: SmallCalendar) -> None:
    told: list[date] = []
    calendar.day_chosen.connect(told.append)

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(grid(calendar), key)

    assert told == [date(2026, 12, 11)]
    assert calendar.selected == date(2026, 12, 11)


def test_walking_over_the_edge_shows_the_next_month(qtbot: QtBot, calendar: SmallCalendar) -> None:
    shown: list[date] = []
    calendar.month_shown.connect(shown.append)

    qtbot.keyClick(grid(calendar), Qt.Key.Key_PageDown)
    qtbot.keyClick(grid(calendar), Qt.Key.Key_Up)
    qtbot.keyClick(grid(calendar), Qt.Key.Key_Return)

    assert shown == [date(2027, 1, 1), date(2026, 12, 1)]
    assert calendar.selected == date(2026, 12, 27)


def test_a_click_chooses_days_but_not_week_numbers(qtbot: QtBot, calendar: SmallCalendar) -> None:
    told: list[date] = []
    calendar.day_chosen.connect(told.append)
    days = grid(calendar)

    for row, column in ((2, 0), (0, 3), (2, 3)):
        place = days.visualRect(days.month.index(row, column)).center()
        qtbot.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert told == [date(2026, 12, 9)]


def test_marked_days_say_what_they_have(calendar: SmallCalendar) -> None:
    calendar.set_marks([TODAY], {TODAY: "5 acara"})
    index = grid(calendar).month.index_of(TODAY)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Kam 3 Des 2026, 5 acara"


def picture_of(calendar: SmallCalendar, day: date) -> QImage:
    days = grid(calendar)
    place = days.visualRect(days.month.index_of(day))
    return days.viewport().grab(place).toImage()


@pytest.mark.parametrize("kind", ["days", "visits", "clashes", "special"])
def test_each_kind_of_mark_has_a_shape_of_its_own(calendar: SmallCalendar, kind: str) -> None:
    day = date(2026, 12, 16)
    kinds = ("days", "visits", "clashes", "special")
    pictures: list[QImage] = []
    for other in kinds:
        given: dict[str, Any] = {"days": [], other: [day]}
        calendar.set_marks(**given)
        pictures.append(picture_of(calendar, day))
    calendar.set_marks([])
    mine = pictures.pop(kinds.index(kind))
    assert mine != picture_of(calendar, day)
    assert [mine == other for other in pictures] == [False, False, False]


def test_the_month_is_named_in_the_language_of_now(calendar: SmallCalendar) -> None:
    use_language("en")
    calendar.retranslate()

    assert grid(calendar).month.index(0, 1).data() == "Mo"


@pytest.mark.parametrize("first", [date(2026, 1, 31), date(2024, 1, 31)])
def test_a_month_later_stays_within_the_month(qtbot: QtBot, stage: Any, first: date) -> None:
    made = SmallCalendar(first)
    made.set_selected(first)
    stage.show(made)
    made.focus_days()

    qtbot.keyClick(grid(made), Qt.Key.Key_PageDown)
    qtbot.keyClick(grid(made), Qt.Key.Key_Return)

    last = 29 if first.year == 2024 else 28
    assert made.selected == date(first.year, 2, last)
