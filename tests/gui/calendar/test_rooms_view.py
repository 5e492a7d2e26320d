"""The rooms of the calendar with real widgets on a real desk."""

from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.models.calendar_rows import CalendarRow
from desk.gui.pages.calendar_rooms import RoomsView
from desk.gui.theme.application import apply_theme
from desk.gui.widgets.timeline_hands import Lend
from desk.locale import use_language
from desk.services import programme, resources
from desk.services.desk import Desk
from tests.counting import counted_statements
from tests.gui.asking import Asked
from tests.gui.calendar.rooms import (
    DAY,
    LEFT,
    PLAIN,
    House,
    at,
    clash,
    house,
    key_of,
    made,
    part,
    place_of,
    select,
    spot,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

__all__ = ["clash", "house", "part"]


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
    assert " · Fri 25 Dec: " in part.bar.note.text()


def test_without_rooms_it_says_what_to_do(qtbot: QtBot, context: Context, asked: Asked) -> None:
    part = made(qtbot, context)
    assert part.empty.isVisible()
    assert part.empty.primary is not None
    qtbot.mouseClick(part.empty.primary, LEFT)
    assert asked.commands == ["new_venue"]


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
