from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.small_calendar import SmallCalendar
from desk.gui.widgets.time_field import TimeField
from desk.gui.widgets.typed_field import TypedField
from desk.locale import use_language

TODAY = date(2026, 12, 3)
SUNDAY = date(2026, 12, 6)
KEYS = Qt.Key


def write(qtbot: QtBot, field: TypedField, words: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, KEYS.Key_Return)


def listen(field: TypedField) -> list[Any]:
    told: list[Any] = []
    field.value_changed.connect(told.append)
    return told


@pytest.fixture
def day(qtbot: QtBot) -> DateField:
    field = DateField(SUNDAY, today=TODAY)
    qtbot.addWidget(field)
    return field


@pytest.fixture
def clock(qtbot: QtBot) -> TimeField:
    field = TimeField(time(9, 0))
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize(
    ("words", "expected", "shown"),
    [
        ("7 des 2026", date(2026, 12, 7), "Sen 7 Des 2026"),
        ("7/12", date(2026, 12, 7), "Sen 7 Des 2026"),
        ("2027-01-02", date(2027, 1, 2), "Sab 2 Jan 2027"),
        ("8 December 2026", date(2026, 12, 8), "Sel 8 Des 2026"),
    ],
)
def test_a_date_is_read_as_people_write_it(
    qtbot: QtBot, day: DateField, words: str, expected: date, shown: str
) -> None:
    told = listen(day)

    write(qtbot, day, words)

    assert told == [expected]
    assert (day.value, day.text(), day.error) == (expected, shown, "")


def test_a_date_is_shown_in_the_language_of_now(day: DateField) -> None:
    assert day.text() == "Min 6 Des 2026"
    use_language("en")
    day.retranslate()
    assert day.text() == "Sun 6 Dec 2026"


def test_arrows_change_the_date_by_days_and_weeks(qtbot: QtBot, day: DateField) -> None:
    told = listen(day)

    for key in (KEYS.Key_Up, KEYS.Key_Down, KEYS.Key_Down, KEYS.Key_PageUp):
        qtbot.keyClick(day, key)

    assert told == [date(2026, 12, 7), SUNDAY, date(2026, 12, 5), date(2026, 12, 12)]
    assert day.text() == "Sab 12 Des 2026"


def test_only_the_number_of_a_shown_date_may_be_changed(qtbot: QtBot, day: DateField) -> None:
    write(qtbot, day, "Min 9 Des 2026")

    assert day.value == date(2026, 12, 9)
    assert day.text() == "Rab 9 Des 2026"


def test_a_weekday_that_does_not_fit_is_said(qtbot: QtBot, day: DateField) -> None:
    told = listen(day)

    write(qtbot, day, "Jumat 7 Des 2026")

    assert told == []
    assert "Sen 7 Des 2026" in day.error
    assert day.text() == "Jumat 7 Des 2026"


def test_a_date_that_does_not_exist_is_said_beside_the_field(qtbot: QtBot) -> None:
    day = DateField(SUNDAY, today=TODAY)
    field = LabeledField("Tanggal", day)
    qtbot.addWidget(field)

    write(qtbot, day, "31 feb 2026")

    assert day.value == SUNDAY
    assert field.error == day.error != ""
    assert day.property("invalid") is True
    assert day.accessibleDescription() == field.error

    qtbot.keyClick(day, KEYS.Key_Escape)
    assert (day.text(), field.error, day.property("invalid")) == ("Min 6 Des 2026", "", False)


def test_an_error_goes_while_it_is_being_mended(qtbot: QtBot, clock: TimeField) -> None:
    write(qtbot, clock, "25.00")
    assert clock.error != ""

    clock.selectAll()
    qtbot.keyClicks(clock, "15.00")

    assert clock.error == ""
    assert clock.value == time(9, 0)


def test_an_empty_date_is_none_only_where_it_may_be(qtbot: QtBot, day: DateField) -> None:
    free = DateField(SUNDAY, today=TODAY, optional=True)
    qtbot.addWidget(free)
    told = listen(free)

    write(qtbot, free, " ")
    write(qtbot, day, " ")

    assert told == [None]
    assert (free.error, day.error != "", day.value) == ("", True, SUNDAY)

    qtbot.keyClick(free, KEYS.Key_Up)
    assert free.value == TODAY


def test_stepping_stops_where_the_calendar_ends(qtbot: QtBot) -> None:
    field = DateField(date.max, today=TODAY)
    qtbot.addWidget(field)

    qtbot.keyClick(field, KEYS.Key_Up)

    assert field.value == date.max


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_day_is_picked_from_the_small_calendar(stage: Any, qtbot: QtBot) -> None:
    day = DateField(SUNDAY, today=TODAY)
    stage.show(day)
    told = listen(day)

    qtbot.keyClick(day, KEYS.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = day.findChild(SmallCalendar)
    assert isinstance(calendar, SmallCalendar)
    assert calendar.selected == SUNDAY
    calendar.day_chosen.emit(date(2026, 12, 10))

    assert told == [date(2026, 12, 10)]
    assert day.text() == "Kam 10 Des 2026"
    qtbot.waitUntil(lambda: day.findChild(SmallCalendar) is None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("9", time(9, 0)), ("9.30", time(9, 30)), ("14:05", time(14, 5)), ("0745", time(7, 45))],
)
def test_a_time_is_read_as_people_write_it(
    qtbot: QtBot, clock: TimeField, words: str, expected: time
) -> None:
    write(qtbot, clock, words)

    assert clock.value == expected
    assert clock.text() == f"{expected:%H.%M}"


def test_arrows_change_the_time_by_quarters_or_five_minutes(qtbot: QtBot, clock: TimeField) -> None:
    told = listen(clock)

    qtbot.keyClick(clock, KEYS.Key_Up)
    qtbot.keyClick(clock, KEYS.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(clock, KEYS.Key_PageDown)

    assert told == [time(9, 15), time(9, 10), time(8, 10)]
    assert clock.text() == "08.10"


def test_stepping_a_time_stays_within_its_day(qtbot: QtBot) -> None:
    late, early = TimeField(time(23, 50)), TimeField(time(0, 5))
    for field, key in ((late, KEYS.Key_Up), (early, KEYS.Key_Down)):
        qtbot.addWidget(field)
        qtbot.keyClick(field, key)

    assert (late.value, early.value) == (time(23, 50), time(0, 5))


def test_stepping_first_takes_in_what_was_typed(qtbot: QtBot, clock: TimeField) -> None:
    clock.selectAll()
    qtbot.keyClicks(clock, "10")
    qtbot.keyClick(clock, KEYS.Key_Up)

    assert clock.value == time(10, 15)


def test_showing_a_value_tells_nobody(clock: TimeField, day: DateField) -> None:
    told = listen(clock) + listen(day)

    clock.set_value(time(12, 0))
    day.set_value(TODAY)

    assert told == []
    assert (clock.text(), day.text()) == ("12.00", "Kam 3 Des 2026")


def test_a_number_stays_within_its_bounds(qtbot: QtBot) -> None:
    field = NumberField(19, least=1, most=20)
    qtbot.addWidget(field)
    told = listen(field)

    qtbot.keyClick(field, KEYS.Key_Up)
    qtbot.keyClick(field, KEYS.Key_Up)
    qtbot.keyClick(field, KEYS.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    write(qtbot, field, "21")

    assert told == [20, 10]
    assert "1" in field.error
    assert "20" in field.error
    write(qtbot, field, "-3")
    assert field.error != ""
    assert field.value == 10


def test_the_wheel_changes_no_value(qtbot: QtBot, qapp: QApplication) -> None:
    fields: list[QWidget] = [
        DateField(SUNDAY, today=TODAY),
        TimeField(time(9, 0)),
        NumberField(5),
        ComboBox([(1, "satu"), (2, "dua"), (3, "tiga")]),
    ]
    values = [SUNDAY, time(9, 0), 5, 1]
    for field in fields:
        qtbot.addWidget(field)
        field.show()
        field.setFocus()
        turn = QWheelEvent(
            QPointF(10, 10),
            QPointF(field.mapToGlobal(QPoint(10, 10))),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        qapp.sendEvent(field, turn)
        assert not turn.isAccepted()

    assert [field.value for field in fields] == values  # type: ignore[attr-defined]
