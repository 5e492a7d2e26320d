"""Which rooms are shown, and the strip that tells of a clash."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.gui.models.calendar_rows import CalendarFilter, CalendarRow
from desk.gui.pages.calendar_rooms import RoomsView
from desk.gui.widgets.button import Button
from desk.services import history, programme, resources
from desk.services.desk import Desk
from tests.gui.asking import Asked
from tests.gui.calendar.rooms import (
    LEFT,
    House,
    at,
    clash,
    house,
    part,
    select,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

__all__ = ["clash", "house", "part"]


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
