"""A free time for so many people: found while one types, booked or moved to with Enter."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.dialogs.find_free import FindFreeDialog
from desk.gui.dialogs.free_slots import FreeSlotsDialog
from desk.gui.dialogs.new_event import NewEventDialog
from desk.gui.widgets.label import Label
from desk.services import history, programme, venues
from desk.services.desk import Desk
from tests.fixtures.events import confirmed_event
from tests.gui.asking import Asked, asked, english

__all__ = ["asked", "english"]

DAY = date(2026, 12, 8)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(DAY.year, DAY.month, DAY.day, hour, minute)


@pytest.fixture
def room(desk: Desk) -> int:
    venue = venues.create_venue(desk, name="Ruang Pandurata", city="Samarinda")
    venues.add_layout(desk, venue, name="U", seats=48)
    return venue


@pytest.fixture
def taken(desk: Desk, room: int) -> int:
    return confirmed_event(desk, title="Latihan", starts=at(7), ends=at(10), venue_id=room)


def on_the_day(dialog: FindFreeDialog) -> list[tuple[datetime, datetime]]:
    dialog.first_day.change(DAY)
    dialog.last_day.change(DAY)
    dialog.look()
    return [(slot.starts, slot.ends) for slot in dialog.slots.rows.rows()]


def test_the_first_quarter_hour_after_what_is_held_is_offered(
    qtbot: QtBot, context: Context, taken: int
) -> None:
    dialog = FindFreeDialog(context)
    qtbot.addWidget(dialog)
    assert on_the_day(dialog) == [(at(10), at(11))]
    dialog.minutes.change(90)
    assert on_the_day(dialog) == [(at(10), at(11, 30))]


def test_it_says_what_prevents_it(qtbot: QtBot, context: Context, room: int) -> None:
    dialog = FindFreeDialog(context)
    qtbot.addWidget(dialog)
    dialog.seats.change(400)
    assert on_the_day(dialog) == []
    words = [label.text() for label in dialog.empty.findChildren(Label)]
    assert "No room seats 400 people." in words
    assert not dialog.take_button.isEnabled()


def test_enter_on_a_slot_moves_the_event_and_one_undo_takes_it_back(
    qtbot: QtBot, context: Context, desk: Desk, asked: Asked, room: int, taken: int
) -> None:
    moved = confirmed_event(desk, title="Audiensi", starts=at(9), ends=at(10), venue_id=room)
    event = programme.get_event(desk, moved)
    dialog = FindFreeDialog(context, event=event)
    qtbot.addWidget(dialog)
    dialog.show()
    assert on_the_day(dialog)[0] == (at(10), at(11))
    dialog.slots.setFocus()
    qtbot.keyClick(dialog.slots, Qt.Key.Key_Return)
    after = programme.get_event(desk, moved)
    assert after is not None
    assert (after.starts, after.ends, after.venue_id) == (at(10), at(11), room)
    assert asked.told == [("Event moved to Tue 8 Dec 2026, 10:00–11:00 WITA", True)]
    history.undo(desk)
    back = programme.get_event(desk, moved)
    assert back is not None
    assert (back.starts, back.layout_id) == (at(9), None)


def test_an_event_does_not_stand_in_its_own_way(
    qtbot: QtBot, context: Context, desk: Desk, room: int, taken: int
) -> None:
    dialog = FindFreeDialog(context, event=programme.get_event(desk, taken))
    qtbot.addWidget(dialog)
    starts, _ends = on_the_day(dialog)[0]
    assert starts < at(10)


def test_without_an_event_a_new_one_is_booked_there(
    qtbot: QtBot, context: Context, desk: Desk, taken: int
) -> None:
    dialog = FindFreeDialog(context)
    qtbot.addWidget(dialog)
    on_the_day(dialog)

    def book() -> None:
        [new] = dialog.findChildren(NewEventDialog)
        assert new.when.value[:2] == (at(10), at(11))
        new.title.set_value("Audiensi")
        new.accept()

    QTimer.singleShot(0, book)
    dialog.accept()
    assert dialog.created_id is not None
    event = programme.get_event(desk, dialog.created_id)
    assert event is not None
    assert (event.title, event.starts, event.venue) == ("Audiensi", at(10), "Ruang Pandurata")


def test_while_an_event_is_planned_a_free_time_can_be_looked_for(
    qtbot: QtBot, context: Context, desk: Desk, taken: int, room: int
) -> None:
    dialog = NewEventDialog(context, title="Audiensi", starts=at(8), ends=at(9, 30), venue_id=room)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    looked: list[tuple[int | None, object, object]] = []

    def take_the_first() -> None:
        slots = dialog.findChild(FreeSlotsDialog)
        assert isinstance(slots, FreeSlotsDialog)
        looked.append((slots.minutes.value, slots.first_day.value, slots.room.value))
        qtbot.keyClick(slots.slots, Qt.Key.Key_Return)

    QTimer.singleShot(100, take_the_first)
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(dialog.title, Qt.Key.Key_F, control)
    assert looked == [(90, DAY, room)]
    assert dialog.when.value == (at(10), at(11, 30))
    assert dialog.venue.value == room
    assert dialog.create() > 0
