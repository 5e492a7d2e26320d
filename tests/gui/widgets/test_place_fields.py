"""Fields of venues and resources: chips, opening hours, a photo, the year in squares."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.photos import LONGEST_SIDE, jpeg_of, pixmap_of
from desk.gui.widgets.chips_field import ChipsField
from desk.gui.widgets.opening_hours_field import OpeningHoursField
from desk.gui.widgets.photo_field import PhotoField
from desk.gui.widgets.searchable_combo import Choice
from desk.gui.widgets.year_heat import Square, YearHeat, level_of

# Lists that open below a field are windows of their own, which have no screen here.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

THINGS = [Choice("proyektor", "Proyektor"), Choice("layar", "Layar"), Choice("podium", "Podium")]


def find(text: str) -> list[Choice]:
    return [choice for choice in THINGS if text.casefold() in choice.text.casefold()]


@pytest.fixture
def chips(qtbot: QtBot) -> ChipsField:
    field = ChipsField(find, name="Equipment", makes_words=True)
    qtbot.addWidget(field)
    field.resize(260, 200)
    field.show()
    return field


def texts(field: ChipsField) -> list[str]:
    return [chip.text() for chip in field.chips]


def test_a_chip_is_found_by_typing_and_told(qtbot: QtBot, chips: ChipsField) -> None:
    with qtbot.waitSignal(chips.value_changed) as told:
        qtbot.keyClicks(chips.line, "pod")
        qtbot.keyClick(chips.line, Qt.Key.Key_Return)
    assert told.args == [["podium"]]
    assert (texts(chips), chips.line.text()) == (["Podium"], "")


def test_new_words_become_a_chip_and_the_same_one_stays_once(
    qtbot: QtBot, chips: ChipsField
) -> None:
    for _time in range(2):
        qtbot.keyClicks(chips.line, "Tiang bendera")
        qtbot.keyClick(chips.line, Qt.Key.Key_Return)
    assert chips.value == ["Tiang bendera"]


def test_delete_takes_the_chip_out_and_the_keyboard_goes_to_its_neighbour(
    qtbot: QtBot, chips: ChipsField
) -> None:
    chips.set_choices(THINGS)
    chips.chips[0].setFocus()
    qtbot.keyClick(chips.chips[0], Qt.Key.Key_Right)
    assert chips.chips[1].hasFocus()
    qtbot.keyClick(chips.chips[1], Qt.Key.Key_Delete)
    assert texts(chips) == ["Proyektor", "Podium"]
    assert chips.chips[1].hasFocus()
    for _chip in range(2):
        qtbot.keyClick(chips.chips[-1], Qt.Key.Key_Backspace)
    assert chips.value == []
    assert chips.line.hasFocus()


def test_only_a_click_on_the_cross_takes_a_chip_out(qtbot: QtBot, chips: ChipsField) -> None:
    chips.set_choices(THINGS)
    chip = chips.chips[0]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert len(chips.value) == 3
    cross = QPoint(chip.width() - 12, 10)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    assert chips.value == ["layar", "podium"]


def test_chips_go_on_in_the_next_line(qtbot: QtBot) -> None:
    chips = ChipsField(find, name="Equipment")
    chips.set_choices(THINGS)
    around = QWidget()
    qtbot.addWidget(around)
    QVBoxLayout(around).addWidget(chips)
    around.resize(150, 300)
    around.show()
    qtbot.waitUntil(lambda: chips.chips[0].y() < chips.chips[2].y())
    assert all(chip.geometry().right() <= chips.width() for chip in chips.chips)


# Opening hours


@pytest.fixture
def hours(qtbot: QtBot) -> OpeningHoursField:
    field = OpeningHoursField()
    qtbot.addWidget(field)
    field.resize(289, 420)
    field.show()
    return field


def test_opening_hours_are_shown_and_given_back_as_they_are_stored(
    hours: OpeningHoursField,
) -> None:
    for value in ({}, {"1": ["07:30", "16:00"], "6": ["20:00", "24:00"]}):
        hours.set_value(value)
        assert hours.value == value
    assert hours.days[5].opens.isVisible()
    assert not hours.days[6].opens.isVisible()
    assert hours.days[6].closed.isVisible()


def test_who_is_not_always_open_is_offered_the_week_of_an_office(
    qtbot: QtBot, hours: OpeningHoursField
) -> None:
    with qtbot.waitSignal(hours.value_changed) as told:
        hours.always.click()
    assert told.args == [{str(day): ["07:30", "16:00"] for day in range(1, 6)}]


def test_workdays_become_like_monday_with_one_button(
    qtbot: QtBot, hours: OpeningHoursField
) -> None:
    hours.set_value({"1": ["08:00", "15:00"], "7": ["09:00", "12:00"]})
    with qtbot.waitSignal(hours.value_changed):
        qtbot.mouseClick(hours.alike, Qt.MouseButton.LeftButton)
    assert hours.value == {
        **{str(day): ["08:00", "15:00"] for day in range(1, 6)},
        "7": ["09:00", "12:00"],
    }


def test_midnight_closes_the_day(qtbot: QtBot, hours: OpeningHoursField) -> None:
    hours.set_value({"1": ["08:00", "15:00"]})
    with qtbot.waitSignal(hours.value_changed):
        hours.days[0].closes.change(time(0, 0))
    assert hours.value == {"1": ["08:00", "24:00"]}


def test_showing_hours_tells_nobody(qtbot: QtBot, hours: OpeningHoursField) -> None:
    with qtbot.assertNotEmitted(hours.value_changed):
        hours.set_value({"2": ["08:00", "15:00"]})


# Photos


def picture(width: int = 40, height: int = 30) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("teal"))
    return image


@pytest.fixture
def photo(qtbot: QtBot) -> PhotoField:
    field = PhotoField("Photo of the venue")
    qtbot.addWidget(field)
    field.resize(289, 200)
    field.show()
    return field


def test_a_picture_is_pasted_and_dropped(qtbot: QtBot, photo: PhotoField, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setImage(picture())
    with qtbot.waitSignal(photo.image_given) as told:
        qtbot.keyClick(photo.frame, Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert told.args is not None
    assert told.args[0].size() == picture().size()
    path = tmp_path / "room.png"
    picture(20, 10).save(str(path))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    photo.frame.dragEnterEvent(entered)
    assert entered.isAccepted()
    with qtbot.waitSignal(photo.image_given) as told:
        photo.frame.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert told.args is not None
    assert (told.args[0].width(), told.args[0].height()) == (20, 10)


def test_what_is_no_picture_is_told(qtbot: QtBot, photo: PhotoField, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("no picture")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    with qtbot.waitSignal(photo.no_image_given):
        assert not photo.frame.take(data)


def test_delete_asks_to_take_the_photo_out(qtbot: QtBot, photo: PhotoField) -> None:
    with qtbot.assertNotEmitted(photo.removal_asked):
        qtbot.keyClick(photo.frame, Qt.Key.Key_Delete)
    photo.show_photo(pixmap_of(jpeg_of(picture())))
    assert photo.remove.isVisible()
    with qtbot.waitSignal(photo.removal_asked):
        qtbot.keyClick(photo.frame, Qt.Key.Key_Delete)


def test_a_large_photo_becomes_smaller_and_a_clear_one_white(qtbot: QtBot) -> None:
    small = QImage.fromData(jpeg_of(picture(3200, 800)))
    assert (small.width(), small.height()) == (LONGEST_SIDE, 400)
    clear = QImage(10, 10, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.transparent)
    assert QImage.fromData(jpeg_of(clear)).pixelColor(5, 5).lightness() > 250
    assert pixmap_of(None) is None
    assert pixmap_of(b"no picture") is None


# The year in squares


def test_every_day_of_a_year_has_a_square_of_its_own(qtbot: QtBot) -> None:
    heat = YearHeat("Days of the year")
    qtbot.addWidget(heat)
    heat.resize(560, 130)
    heat.show()
    first = date(2026, 1, 1).toordinal()
    squares = [
        Square(date.fromordinal(first + at), at / 365, closed=False, words=str(at))
        for at in range(365)
    ]
    heat.show_year(squares, "2026, 3 events")
    boxes = [heat.box_of(square.day) for square in squares]
    assert len({(box.x(), box.y()) for box in boxes}) == 365
    assert all(heat.rect().contains(box.toRect()) for box in boxes)
    found = heat.square_at(heat.box_of(date(2026, 12, 6)).center())
    assert found is not None
    assert found.day == date(2026, 12, 6)
    assert heat.accessibleDescription() == "2026, 3 events"
    assert [level_of(full) for full in (0.0, 0.01, 0.25, 0.5, 0.99, 1.0)] == [0, 1, 2, 3, 4, 4]
