"""A day, a start and an end that know of one another."""

from datetime import date, datetime, time

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.theme import apply_theme
from desk.gui.theme.application import current_theme
from desk.gui.widgets.when_field import WhenField
from desk.locale import use_language

MORNING = (datetime(2026, 12, 6, 9, 0), datetime(2026, 12, 6, 11, 30))


@pytest.fixture
def field(qtbot: QtBot) -> WhenField:
    field = WhenField(*MORNING, today=date(2026, 12, 3))
    qtbot.addWidget(field)
    return field


def test_another_start_keeps_the_length(field: WhenField) -> None:
    field.start.change(time(13, 15))
    assert field.value == (datetime(2026, 12, 6, 13, 15), datetime(2026, 12, 6, 15, 45))


def test_another_day_keeps_the_times(field: WhenField) -> None:
    field.day.change(date(2026, 12, 7))
    assert field.value == (datetime(2026, 12, 7, 9, 0), datetime(2026, 12, 7, 11, 30))


def test_a_night_ends_on_the_next_day(field: WhenField) -> None:
    field.start.change(time(22, 0))
    field.end.change(time(1, 0))
    assert field.value[1] == datetime(2026, 12, 7, 1, 0)
    assert not field.last_day.isHidden()
    field.end.change(time(23, 0))
    assert field.value[1] == datetime(2026, 12, 6, 23, 0)


def test_an_end_long_before_the_start_stays_wrong(field: WhenField) -> None:
    field.end.change(time(8, 0))
    assert field.value == (datetime(2026, 12, 6, 9, 0), datetime(2026, 12, 6, 8, 0))


def test_several_days_keep_their_last_day(field: WhenField) -> None:
    field.show_last_day()
    field.last_day.change(date(2026, 12, 8))
    field.end.change(time(17, 0))
    assert field.value[1] == datetime(2026, 12, 8, 17, 0)


def test_a_wrong_word_is_told(qtbot: QtBot, field: WhenField) -> None:
    with qtbot.waitSignal(field.error_changed) as told:
        field.end.setText("25.00")
        field.end.setModified(True)
        field.settle()
    assert told.args == ["Not a time. Hours go up to 23:59."]
    assert field.error == "Not a time. Hours go up to 23:59."


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_longest_date_stands_whole_beside_its_times(
    qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    apply_theme(qapp, "light")
    use_language(language)
    # The longest of the year in either language.
    field = WhenField(
        datetime(2026, 9, 30, 9, 0), datetime(2026, 9, 30, 10, 0), today=date(2026, 9, 1)
    )
    qtbot.addWidget(field)
    theme = current_theme()
    field.setFixedWidth(theme.width.detail - 2 * theme.space.pane_padding - 14)
    with qtbot.waitExposed(field):
        field.show()
    starts_at = field.day.cursorRect().x()
    # A line that does not hold its words moves to the left to show their end.
    field.day.end(False)
    field.grab()
    long = field.day.fontMetrics().horizontalAdvance(field.day.text())
    assert field.day.cursorRect().x() == starts_at + long
