"""Booking an event, and what is said while one types."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.dialogs.new_event import NewEventDialog
from desk.gui.widgets.button import Button
from desk.gui.widgets.finding_box import FindingBox
from desk.model.choices import Status
from desk.model.rows.events import EventRow
from desk.services import checks, people, programme, venues
from desk.services.desk import Desk
from tests.gui.conftest import SUNDAY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def meeting(desk: Desk, visit_id: int) -> EventRow:
    found = programme.events_of_visit(desk, visit_id)
    return next(event for event in found if event.title == "Business Meeting")


@pytest.fixture
def dialog(qtbot: QtBot, context: Context, sample: int) -> NewEventDialog:
    dialog = NewEventDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def boxes(qtbot: QtBot, dialog: NewEventDialog) -> list[FindingBox]:
    def shown() -> list[FindingBox]:
        return [box for box in dialog.findings.findChildren(FindingBox) if box.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()


def type_into(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def test_an_event_is_booked_with_the_keyboard_alone(
    qtbot: QtBot, dialog: NewEventDialog, desk: Desk
) -> None:
    type_into(qtbot, "Audiensi Dubes")
    press(qtbot, Qt.Key.Key_Tab)  # visit
    for _step in range(3):  # kind, status, day
        press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.when.day
    dialog.when.day.selectAll()
    type_into(qtbot, "8 Dec 2026")
    press(qtbot, Qt.Key.Key_Tab)
    type_into(qtbot, "9.30")
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.venue
    type_into(qtbot, "pandurata")
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.venue.choice is not None
    assert dialog.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.created_id is not None
    event = programme.get_event(desk, dialog.created_id)
    assert event is not None
    assert (event.title, event.starts, event.ends, event.venue, event.status) == (
        "Audiensi Dubes",
        datetime(2026, 12, 8, 9, 30),
        datetime(2026, 12, 8, 10, 30),
        "Pandurata Room",
        Status.TENTATIVE,
    )


def test_the_next_hour_of_the_office_is_offered(dialog: NewEventDialog) -> None:
    assert dialog.when.value == (datetime(2026, 12, 3, 11, 0), datetime(2026, 12, 3, 12, 0))


def test_a_visit_gives_its_first_day(qtbot: QtBot, context: Context, sample: int) -> None:
    dialog = NewEventDialog(context, visit_id=sample)
    qtbot.addWidget(dialog)
    assert dialog.when.day.value == date(2026, 12, 5)
    assert dialog.field("starts").editor is dialog.when


def test_a_room_that_is_taken_is_said_beside_it_with_ways_out(
    qtbot: QtBot, dialog: NewEventDialog, desk: Desk, sample: int
) -> None:
    there = meeting(desk, sample)
    dialog.status.set_value(Status.CONFIRMED)
    dialog.when.set_value(datetime(2026, 12, 6, 10, 0), datetime(2026, 12, 6, 11, 0))
    dialog.venue.set_choice(dialog.venues.choice(there.venue_id))
    dialog.judge()
    note = dialog.findings.note("venue_id").words
    assert note.startswith("Taken: Pandurata Room, Sun 6 Dec 2026")
    assert dialog.action.text() == "Book anyway"
    buttons = boxes(qtbot, dialog)[0].findChildren(Button)
    assert buttons[0].text().startswith("Move to ")
    assert buttons[1].text().startswith("To ")
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert dialog.findings.note("venue_id").words == ""
    assert dialog.action.text() == "Add event"
    assert dialog.when.value[0] > there.ends


def test_what_is_confirmed_and_clashes_needs_a_reason(
    qtbot: QtBot, dialog: NewEventDialog, desk: Desk, sample: int
) -> None:
    there = meeting(desk, sample)
    dialog.title.set_value("Choir")
    dialog.when.set_value(there.starts, there.ends)
    dialog.venue.set_choice(dialog.venues.choice(there.venue_id))
    dialog.judge()
    assert not dialog.field("override").isVisibleTo(dialog)
    dialog.status.set_value(Status.CONFIRMED)
    dialog.judge()
    assert dialog.field("override").isVisibleTo(dialog)
    qtbot.mouseClick(dialog.action, Qt.MouseButton.LeftButton)
    assert dialog.created_id is None
    assert dialog.field("override").error.startswith("Not confirmed: Pandurata Room")
    qtbot.keyClicks(dialog.override, "The wall is folded in")
    qtbot.mouseClick(dialog.action, Qt.MouseButton.LeftButton)
    assert dialog.created_id is not None
    [clash] = [
        row for row in checks.findings_of_event(desk, dialog.created_id) if row.code == "room_clash"
    ]
    assert clash.accepted == "The wall is folded in"


def test_another_room_is_offered(
    qtbot: QtBot, dialog: NewEventDialog, desk: Desk, sample: int
) -> None:
    there = meeting(desk, sample)
    dialog.when.set_value(there.starts, there.ends)
    dialog.venue.set_choice(dialog.venues.choice(there.venue_id))
    dialog.judge()
    other = next(
        b for b in boxes(qtbot, dialog)[0].findChildren(Button) if b.text().startswith("To ")
    )
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert dialog.venue.value not in (None, there.venue_id)
    assert dialog.findings.note("venue_id").words == ""


def test_the_list_of_venues_says_which_are_free(
    dialog: NewEventDialog, desk: Desk, sample: int
) -> None:
    there = meeting(desk, sample)
    dialog.when.set_value(there.starts, there.ends)
    found = {choice.key: choice.detail for choice in dialog.venues("")}
    assert found[there.venue_id].startswith("taken then")
    free = next(row for row in venues.list_venues(desk) if row.name.endswith("II Meeting Room"))
    assert found[free.id].startswith("free")


def test_a_person_who_is_expected_elsewhere_is_said_beside_the_hosts(
    dialog: NewEventDialog, desk: Desk, sample: int
) -> None:
    there = meeting(desk, sample)
    host = people.list_people(desk, containing="Faisal")[0]
    dialog.when.set_value(there.starts, there.ends)
    dialog.hosts.add(dialog.hosts.field._find("Faisal")[0])
    dialog.judge()
    assert dialog.hosts.value == [host.id]
    assert dialog.findings.note("people").words.startswith("Expected elsewhere: M. Faisal, ")


def test_what_is_typed_is_judged_after_a_moment(
    qtbot: QtBot, dialog: NewEventDialog, desk: Desk, sample: int
) -> None:
    there = meeting(desk, sample)
    dialog.venue.set_choice(dialog.venues.choice(there.venue_id))
    dialog.when.day.change(SUNDAY)
    qtbot.waitUntil(lambda: dialog.findings.note("venue_id").words != "")


def test_a_refused_event_stays_open_with_the_sentence(
    qtbot: QtBot, dialog: NewEventDialog, desk: Desk
) -> None:
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.field("title").error == "An event needs a title."
    dialog.title.setText("Audiensi")
    dialog.when.end.set_value(time(8, 0))
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    assert dialog.field("starts").error == "The end is not after the start."
    assert dialog.created_id is None
