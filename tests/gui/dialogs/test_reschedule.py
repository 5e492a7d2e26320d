"""Rescheduling with a preview: every event before and after, what collides, one undo."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.dialogs.reschedule import RescheduleDialog
from desk.gui.dialogs.reschedule_rows import RescheduleRow, look_of, sentence_of
from desk.gui.main_window import MainWindow
from desk.gui.pages.visit import VisitPage
from desk.gui.pages.visit_tabs.programme import ProgrammeTab
from desk.gui.widgets.searchable_combo import Choice
from desk.model.choices import Status
from desk.model.rows.events import EventRow
from desk.services import history, people, programme, venues, visits
from desk.services.desk import Desk


def events(desk: Desk, visit_id: int) -> list[EventRow]:
    return programme.events_of_visit(desk, visit_id)


@pytest.fixture
def dialog(context: Context, desk: Desk, sample: int, qtbot: QtBot) -> RescheduleDialog:
    visit = visits.get_visit(desk, sample)
    assert visit is not None
    dialog = RescheduleDialog(context, visit)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog: RescheduleDialog) -> list[RescheduleRow]:
    return dialog.list.rows.rows()


def test_nothing_can_be_done_before_something_changes(dialog: RescheduleDialog) -> None:
    assert not dialog.action.isEnabled()
    assert dialog.summary.text() == "Nothing changes yet."
    assert [row.checked for row in rows(dialog)] == [None] * 8


def test_a_week_later_is_shown_and_done(
    dialog: RescheduleDialog, context: Context, desk: Desk, sample: int, qtbot: QtBot
) -> None:
    before = events(desk, sample)
    dialog.forms["days"].first_day.step(7)  # type: ignore[attr-defined]
    qtbot.waitUntil(dialog.action.isEnabled)
    look = look_of(rows(dialog)[5])
    assert (look.title, look.before, look.after) == (
        "Business Meeting",
        "Sun 6 Dec, 09:00–11:30 WITA",
        "Sun 13 Dec, 09:00–11:30 WITA",
    )
    assert dialog.summary.text().startswith("12–13 Dec 2026 · 8 events change · no clash")
    assert events(desk, sample) == before
    with qtbot.waitSignal(context.told) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == ["Rescheduled", True]
    assert events(desk, sample)[5].starts == before[5].starts + timedelta(days=7)
    history.undo(desk)
    assert events(desk, sample) == before


def test_a_clash_is_named_before_it_is_made(
    dialog: RescheduleDialog, desk: Desk, sample: int, qtbot: QtBot
) -> None:
    meeting = events(desk, sample)[5]
    programme.create_event(
        desk,
        title="Latihan paduan suara",
        starts=datetime(2026, 12, 13, 10),
        ends=datetime(2026, 12, 13, 11),
        venue_id=meeting.venue_id,
        status=Status.CONFIRMED,
    )
    dialog.forms["days"].first_day.step(7)  # type: ignore[attr-defined]
    dialog.look()
    chip = look_of(rows(dialog)[5]).chip
    assert chip is not None
    assert (chip.text, chip.kind) == ("Clash", "bad")
    first, second = dialog.summary.text().split("\n")
    assert "1 clash" in first
    assert second.startswith("Business Meeting: ")
    assert "Latihan paduan suara" in second
    assert "Latihan paduan suara" in sentence_of(rows(dialog)[5])


def test_postponing_asks_for_the_reason(
    dialog: RescheduleDialog, desk: Desk, sample: int, qtbot: QtBot
) -> None:
    dialog.ways.set_current("postpone")
    dialog._turn()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.reason_field.error == "Say why, so that everybody can answer the question."
    QTest.keyClicks(dialog.reason, "Menunggu surat")
    assert dialog.reason_field.error == ""
    dialog.accept()
    assert not dialog.isVisible()
    visit = visits.get_visit(desk, sample)
    assert visit is not None
    assert (visit.status, visit.status_reason) == (Status.POSTPONED, "Menunggu surat")


def test_events_are_chosen_with_space_and_shifted(
    dialog: RescheduleDialog, desk: Desk, sample: int, qtbot: QtBot
) -> None:
    before = events(desk, sample)
    QTest.keyClick(dialog.ways, Qt.Key.Key_Right)
    QTest.keyClick(dialog.ways, Qt.Key.Key_Right)
    assert dialog.ways.current == "shift"
    assert [row.checked for row in rows(dialog)] == [True] * 8
    dialog.list.setFocus()
    dialog.list.select_key(before[0].id)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert [row.checked for row in rows(dialog)] == [False] + [True] * 7
    assert dialog.action.text() == "Shift 7 events"
    assert sentence_of(rows(dialog)[0]).endswith("not chosen")
    dialog.accept()
    after = events(desk, sample)
    assert after[0].starts == before[0].starts
    assert {new.starts - old.starts for new, old in zip(after[1:], before[1:], strict=True)} == {
        timedelta(minutes=15)
    }


def test_one_venue_and_one_host_for_chosen_events(
    context: Context, desk: Desk, sample: int, qtbot: QtBot
) -> None:
    visit = visits.get_visit(desk, sample)
    assert visit is not None
    chosen = [row.id for row in events(desk, sample)[4:6]]
    hall = venues.create_venue(desk, name="Hall", city="Samarinda")
    dialog = RescheduleDialog(context, visit, chosen=chosen, way="venue")
    qtbot.addWidget(dialog)
    dialog.forms["venue"].venue.set_choice(Choice(hall, "Hall"))  # type: ignore[attr-defined]
    dialog.look()
    assert dialog.action.text() == "Move 2 events there"
    dialog.accept()
    assert [row.venue for row in events(desk, sample)[4:6]] == ["Hall", "Hall"]
    puguh = next(row.id for row in people.list_people(desk) if "Puguh" in row.name)
    dialog = RescheduleDialog(context, visit, chosen=chosen, way="host")
    qtbot.addWidget(dialog)
    dialog.forms["host"].person.set_choice(Choice(puguh, "Puguh"))  # type: ignore[attr-defined]
    dialog.accept()
    assert [row.hosts[0] for row in events(desk, sample)[4:6]] == ["Puguh Harjanto"] * 2


def test_the_command_takes_the_events_chosen_in_the_programme(
    window: MainWindow, sample: int, qtbot: QtBot
) -> None:
    assert window.context is not None
    window.context.go("visit", sample, tab="programme")
    page = window.frame.body.stack.page
    assert isinstance(page, VisitPage)
    tab = page.tab
    assert isinstance(tab, ProgrammeTab)
    tab.list.setFocus()
    tab.list.select_key(events(window.context.desk, sample)[1].id)
    QTest.keyClick(tab.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(tab.chosen_ids()) == 2
    window.frame.run_command("reschedule")
    dialog = window.findChild(RescheduleDialog)
    assert dialog is not None
    assert dialog.ways.current == "shift"
    assert [row.checked for row in rows(dialog)].count(True) == 2
    dialog.reject()
