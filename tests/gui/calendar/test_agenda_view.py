"""The agenda within the calendar page, with real widgets on a real desk."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.models.rows import Group
from desk.gui.pages.calendar import CalendarPage
from desk.gui.pages.calendar_agenda import AgendaView
from desk.model.choices import Status
from desk.model.rows.events import EventRow
from desk.services import history, programme
from desk.services.desk import Desk
from tests.fixtures.events import confirmed_event
from tests.gui.asking import Asked
from tests.gui.conftest import SUNDAY

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, context: Context, sample: int, asked: Asked) -> Iterator[CalendarPage]:
    page = CalendarPage(context)
    context.committed.connect(page.on_committed)
    qtbot.addWidget(page)
    qtbot.addWidget(page.toolbar_part())
    page.resize(1100, 700)
    page.show()
    page.show_view("agenda")
    page.open(Target("calendar", tab=SUNDAY.isoformat()))
    agenda(page).list.setFocus()
    yield page
    context.committed.disconnect(page.on_committed)


def agenda(page: CalendarPage) -> AgendaView:
    part = page.part
    assert isinstance(part, AgendaView)
    return part


def event_named(desk: Desk, title: str) -> EventRow:
    found = programme.events_between(desk, date(2026, 11, 1), date(2027, 1, 31))
    return next(event for event in found if event.title == title)


def stand_on(page: CalendarPage, desk: Desk, title: str) -> EventRow:
    event = event_named(desk, title)
    assert agenda(page).list.select_key(event.id)
    return event


def titles(page: CalendarPage) -> list[str]:
    return [row.event.title for row in agenda(page).list.rows.rows()]


def test_events_stand_below_their_days(page: CalendarPage) -> None:
    rows = agenda(page).list.rows
    headings = [rows.group_at(place) for place in range(rows.rowCount())]
    assert [group.title for group in headings if isinstance(group, Group)] == [
        "Monday, 30 November 2026",
        "Thursday, 3 December 2026",
        "Saturday, 5 December 2026",
        "Sunday, 6 December 2026",
    ]
    assert titles(page)[-1] == "Departure"
    assert page.tools.range.text() == "30 Nov – 27 Dec 2026"


def test_a_day_is_gone_to_by_its_name(page: CalendarPage) -> None:
    assert page.chosen() is not None
    assert page.chosen().starts.date() == SUNDAY  # type: ignore[union-attr]


def test_arrows_skip_the_headings(qtbot: QtBot, page: CalendarPage, desk: Desk) -> None:
    stand_on(page, desk, "Welcome dinner")
    qtbot.keyClick(agenda(page).list, Qt.Key.Key_Down)
    assert page.chosen().starts.date() == SUNDAY  # type: ignore[union-attr]


def test_enter_shows_the_event(qtbot: QtBot, page: CalendarPage, desk: Desk, asked: Asked) -> None:
    event = stand_on(page, desk, "Business Meeting")
    qtbot.keyClick(agenda(page).list, Qt.Key.Key_Return)
    assert asked.details == [Target("event", event.id)]


def test_alt_and_arrows_move_by_a_quarter(
    qtbot: QtBot, page: CalendarPage, desk: Desk, asked: Asked
) -> None:
    event = stand_on(page, desk, "Business Meeting")
    qtbot.keyClick(agenda(page).list, Qt.Key.Key_Down, ALT)
    moved = event_named(desk, "Business Meeting")
    assert (moved.starts, moved.ends) == (
        datetime(2026, 12, 6, 9, 15),
        datetime(2026, 12, 6, 11, 45),
    )
    assert page.chosen_id() == event.id
    assert asked.told == [("Business Meeting moved to Sun 6 Dec 2026, 09:15–11:45 WITA", True)]
    history.undo(desk)
    assert event_named(desk, "Business Meeting").starts == event.starts
    assert page.chosen_id() == event.id


def test_alt_shift_and_arrows_move_by_a_day(qtbot: QtBot, page: CalendarPage, desk: Desk) -> None:
    event = stand_on(page, desk, "Business Meeting")
    qtbot.keyClick(agenda(page).list, Qt.Key.Key_Right, ALT | SHIFT)
    assert event_named(desk, "Business Meeting").starts == datetime(2026, 12, 7, 9, 0)
    assert page.chosen_id() == event.id
    assert agenda(page).list.rows.place_of(date(2026, 12, 7)) >= 0


def test_alt_shift_and_up_or_down_change_the_length(
    qtbot: QtBot, page: CalendarPage, desk: Desk
) -> None:
    stand_on(page, desk, "Business Meeting")
    qtbot.keyClick(agenda(page).list, Qt.Key.Key_Up, ALT | SHIFT)
    event = event_named(desk, "Business Meeting")
    assert (event.starts.hour, event.ends) == (9, datetime(2026, 12, 6, 11, 15))


def test_the_row_stays_when_others_come(page: CalendarPage, desk: Desk) -> None:
    event = stand_on(page, desk, "Business Meeting")
    programme.create_event(
        desk,
        title="Early call",
        starts=datetime(2026, 12, 6, 7, 0),
        ends=datetime(2026, 12, 6, 7, 30),
    )
    assert "Early call" in titles(page)
    assert page.chosen_id() == event.id


def test_a_clash_is_marked_by_shape_and_word(page: CalendarPage, desk: Desk) -> None:
    meeting = event_named(desk, "Business Meeting")
    confirmed_event(
        desk,
        title="Choir",
        starts=datetime(2026, 12, 6, 11, 0),
        ends=datetime(2026, 12, 6, 12, 0),
        venue_id=meeting.venue_id,
    )
    rows = {row.event.title: row for row in agenda(page).list.rows.rows()}
    from desk.gui.pages.agenda_list import agenda_look

    chip = agenda_look(rows["Choir"]).chips[0]
    assert (chip.text, chip.kind, chip.icon) == ("Clash", "bad", "warning-fill")
    assert "clashes with another event" in rows["Business Meeting"].sentence
    page.filters.which.set_current("clashes")
    page.refresh()
    assert titles(page) == ["Business Meeting", "Choir"]


def test_a_venue_filters(page: CalendarPage, desk: Desk) -> None:
    meeting = event_named(desk, "Business Meeting")
    page.filters.venue.set_value(meeting.venue_id)
    page.refresh()
    assert titles(page) == ["Business Meeting"]


def test_an_empty_period_says_so_and_leads_on(qtbot: QtBot, page: CalendarPage, desk: Desk) -> None:
    page.run("period_before")
    assert agenda(page).stack.currentIndex() == 1
    assert "No event from Mon 2 Nov 2026 to Sun 29 Nov 2026." in agenda(page).empty.accessibleName()
    assert agenda(page).empty.secondary is not None
    qtbot.mouseClick(agenda(page).empty.secondary, Qt.MouseButton.LeftButton)
    assert agenda(page).stack.currentIndex() == 0
    assert page.chosen() is not None


def test_further_weeks_are_added_at_both_ends(page: CalendarPage, desk: Desk) -> None:
    event = stand_on(page, desk, "Business Meeting")
    programme.create_event(
        desk,
        title="New year",
        starts=datetime(2027, 1, 4, 9, 0),
        ends=datetime(2027, 1, 4, 10, 0),
    )
    assert "New year" not in titles(page)
    agenda(page).foot.later_button.click()
    agenda(page).foot.earlier_button.click()
    assert "New year" in titles(page)
    assert page.tools.range.text() == "2 Nov 2026 – 24 Jan 2027"
    assert page.chosen_id() == event.id


def test_delete_is_one_step_back(page: CalendarPage, desk: Desk, asked: Asked) -> None:
    stand_on(page, desk, "Business Meeting")
    page.run("delete")
    assert "Business Meeting" not in titles(page)
    assert asked.told == [("Event deleted", True)]
    history.undo(desk)
    assert "Business Meeting" in titles(page)


def test_a_copy_stands_on_the_next_day(page: CalendarPage, desk: Desk) -> None:
    event = stand_on(page, desk, "Business Meeting")
    page.run("duplicate")
    copy = page.chosen()
    assert copy is not None
    assert (copy.id != event.id, copy.starts, copy.status) == (
        True,
        datetime(2026, 12, 7, 9, 0),
        Status.TENTATIVE,
    )


def test_copy_puts_the_event_on_the_clipboard(page: CalendarPage, desk: Desk) -> None:
    stand_on(page, desk, "Business Meeting")
    page.run("copy_whatsapp")
    assert QApplication.clipboard().text().startswith("*Business Meeting*")


def test_n_books_on_the_day_stood_on(qtbot: QtBot, page: CalendarPage, desk: Desk) -> None:
    stand_on(page, desk, "Business Meeting")
    seen: list[date | None] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(dialog.when.day.value)  # type: ignore[attr-defined]
        dialog.reject()

    QTimer.singleShot(0, look)
    qtbot.keyClick(agenda(page).list, Qt.Key.Key_N)
    assert seen == [SUNDAY]


def test_t_goes_to_today(qtbot: QtBot, page: CalendarPage) -> None:
    page.run("period_after")
    qtbot.keyClick(agenda(page).list, Qt.Key.Key_T)
    assert agenda(page).weeks.holds(date(2026, 12, 3))
