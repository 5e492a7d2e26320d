"""An event in the pane: it saves by itself, clashes are mended, people answer."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.details.event import EventDetail
from desk.gui.details.localised_field import LocalisedField
from desk.gui.widgets.button import Button
from desk.gui.widgets.finding_box import FindingBox
from desk.model.choices import Answer, Severity, Status
from desk.model.rows.events import EventRow
from desk.services import checks, delegation, history, participation, people, programme
from desk.services.desk import Desk
from tests.fixtures.events import confirmed_event
from tests.gui.asking import Asked

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def meeting(desk: Desk, sample: int) -> EventRow:
    found = programme.events_of_visit(desk, sample)
    return next(event for event in found if event.title == "Business Meeting")


@pytest.fixture
def detail(
    qtbot: QtBot, context: Context, meeting: EventRow, asked: Asked
) -> Iterator[EventDetail]:
    detail = EventDetail(context, meeting.id)
    qtbot.addWidget(detail)
    detail.resize(detail.width(), 800)
    detail.show()
    detail.activateWindow()
    qtbot.waitUntil(detail.isActiveWindow)
    yield detail
    context.committed.disconnect(detail._on_context_committed)


def stored(desk: Desk, meeting: EventRow) -> EventRow:
    row = programme.get_event(desk, meeting.id)
    assert row is not None
    return row


def editor(detail: EventDetail, name: str) -> Any:
    return detail.form.editor(name)


def add_choir(desk: Desk, meeting: EventRow, status: Status = Status.CONFIRMED) -> int:
    return confirmed_event(
        desk,
        title="Choir",
        starts=datetime(2026, 12, 6, 11, 0),
        ends=datetime(2026, 12, 6, 12, 0),
        venue_id=meeting.venue_id,
        status=status,
    )


def buttons(box: FindingBox) -> dict[str, Button]:
    return {button.text(): button for button in box.findChildren(Button)}


def test_a_pause_in_typing_saves(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    title = editor(detail, "title")
    assert isinstance(title, LocalisedField)
    title.line.setFocus()
    title.line.clear()
    with qtbot.waitSignal(detail.form.saved):
        qtbot.keyClicks(title.line, "Round table")
    assert stored(desk, meeting).title == "Round table"
    assert detail.form.state == "Saved 10:24"


def test_a_refused_title_stays_with_its_sentence(
    detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    title = editor(detail, "title")
    for code in list(title.value):
        title.set_language(code)
        title.line.clear()
    assert not detail.form.flush()
    assert detail.form.field("title").error == "An event needs a title."
    assert stored(desk, meeting).title == "Business Meeting"


def test_another_start_is_saved_with_the_same_length(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    with qtbot.waitSignal(detail.form.saved):
        detail.form.when.start.change(time(13, 0))
    row = stored(desk, meeting)
    assert (row.starts, row.ends) == (
        datetime(2026, 12, 6, 13, 0),
        datetime(2026, 12, 6, 15, 30),
    )
    assert (
        "13:00–15:30 WITA (10:00–12:30 Astana)"
        in detail.form.when_field.editor.accessibleDescription()
    )


def test_an_end_before_the_start_stays_and_escape_takes_it_back(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    detail.form.when.end.change(time(8, 0))
    assert not detail.form.flush()
    assert detail.form.when_field.error == "The end is not after the start."
    assert stored(desk, meeting).ends == meeting.ends
    qtbot.keyClick(detail.form.when.end, Qt.Key.Key_Escape)
    assert detail.form.when.value == (meeting.starts, meeting.ends)
    assert detail.form.when_field.error == ""


def test_hiding_saves_the_times(detail: EventDetail, desk: Desk, meeting: EventRow) -> None:
    detail.form.when.day.change(date(2026, 12, 7))
    detail.hide()
    assert stored(desk, meeting).starts == datetime(2026, 12, 7, 9, 0)


def test_a_clash_appears_and_its_button_mends_it(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow, asked: Asked
) -> None:
    add_choir(desk, meeting)
    box = detail.findings.boxes[0]
    assert "Pandurata Room, Sun 6 Dec 2026" in box.accessibleName()
    assert detail.form._notes["venue_id"].words.startswith("Taken: Pandurata Room")
    move = next(b for words, b in buttons(box).items() if words.startswith("Move to "))
    qtbot.mouseClick(move, Qt.MouseButton.LeftButton)
    assert stored(desk, meeting).starts > meeting.starts
    assert asked.told == [(f"Mended: {move.text()}", True)]
    assert detail.form._notes["venue_id"].words == ""
    history.undo(desk)
    assert stored(desk, meeting).starts == meeting.starts
    assert detail.form._notes["venue_id"].words.startswith("Taken: Pandurata Room")


def test_another_room_mends_it_too(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    add_choir(desk, meeting)
    room = next(
        b for words, b in buttons(detail.findings.boxes[0]).items() if words.startswith("To ")
    )
    qtbot.mouseClick(room, Qt.MouseButton.LeftButton)
    assert stored(desk, meeting).venue_id != meeting.venue_id
    assert detail.form.venue.text() == stored(desk, meeting).venue


def test_a_clash_is_kept_with_a_reason(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    add_choir(desk, meeting)
    keep = buttons(detail.findings.boxes[0])["Keep it so, with a reason…"]
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(detail.findings.keep_button, Qt.MouseButton.LeftButton)
    assert (
        detail.findings.reason_field.error == "Say why, so that everybody can answer the question."
    )
    qtbot.keyClicks(detail.findings.reason, "The choir sings for the guests")
    qtbot.keyClick(detail.findings.reason, Qt.Key.Key_Return)
    found = checks.findings_of_event(desk, meeting.id)
    assert [row.accepted for row in found if row.code == "room_clash"] == [
        "The choir sings for the guests"
    ]
    assert detail.form._notes["venue_id"].words == "Accepted: The choir sings for the guests"


def test_confirming_what_clashes_waits_for_a_reason(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    programme.set_event_status(desk, meeting.id, Status.TENTATIVE)
    add_choir(desk, meeting)
    form = detail.form
    form.status.set_value(Status.CONFIRMED)
    form.status.value_changed.emit(Status.CONFIRMED.value)
    qtbot.waitUntil(lambda: form.field("status_reason").error != "")
    assert form.field("status_reason").error.startswith("Not confirmed: Pandurata Room")
    assert stored(desk, meeting).status is Status.TENTATIVE
    assert form.field("status_reason").isVisible()
    with qtbot.waitSignal(form.saved):
        qtbot.keyClicks(form.reason, "The wall is folded in")
    assert stored(desk, meeting).status is Status.CONFIRMED
    [clash] = [
        row for row in checks.findings_of_event(desk, meeting.id) if row.code == "room_clash"
    ]
    assert (clash.severity, clash.accepted) == (Severity.NOTE, "The wall is folded in")


def test_a_sunday_is_kept_with_a_reason(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow, asked: Asked
) -> None:
    [box] = detail.findings.boxes
    keep = buttons(box)["Keep it so, with a reason…"]
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(detail.findings.reason, "The guests leave on Monday")
    qtbot.keyClick(detail.findings.reason, Qt.Key.Key_Return)
    [sunday] = checks.findings_of_event(desk, meeting.id)
    assert (sunday.code, sunday.accepted) == ("sunday", "The guests leave on Monday")
    assert asked.told == [("Kept as it is", True)]


def test_cancelling_waits_for_a_reason(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    form = detail.form
    form.status.set_value(Status.CANCELLED)
    form.status.value_changed.emit(Status.CANCELLED.value)
    qtbot.waitUntil(lambda: form.field("status_reason").error != "")
    assert stored(desk, meeting).status is Status.CONFIRMED
    assert form.field("status_reason").isVisible()
    with qtbot.waitSignal(form.saved):
        qtbot.keyClicks(form.reason, "The plane is late")
    row = stored(desk, meeting)
    assert (row.status, row.status_reason) == (Status.CANCELLED, "The plane is late")


def test_hosts_are_added_ordered_and_let_go(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    hosts = detail.form.hosts
    before = list(hosts.value)
    hosts.list.select_key(before[1])
    qtbot.keyClick(hosts.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert stored(desk, meeting).hosts[:2] == ("M. Faisal", "M. Syirajudin")
    assert hosts.value[:2] == [before[1], before[0]]
    qtbot.keyClick(hosts.list, Qt.Key.Key_Delete)
    assert stored(desk, meeting).hosts[0] == "M. Syirajudin"
    hosts.field.setFocus()
    qtbot.keyClicks(hosts.field, "Faisal")
    qtbot.keyClick(hosts.field, Qt.Key.Key_Return)
    assert stored(desk, meeting).hosts[-1] == "M. Faisal"


def test_without_a_venue_the_place_is_said_in_words(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    assert not detail.form.field("place").isVisible()
    programme.update_event(desk, meeting.id, {"venue_id": None})
    assert detail.form.field("place").isVisible()
    with qtbot.waitSignal(detail.form.saved):
        qtbot.keyClicks(detail.form.place, "Airport lobby")
    assert stored(desk, meeting).place == "Airport lobby"


def test_answers_are_noted_and_somebody_stands_in(
    detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    detail.show_tab("people")
    tab = detail.people
    host = next(row for row in tab.table.rows.rows() if row.name == "Puguh Harjanto")
    tab.table.select_key(host.id)
    tab.answer.set_value(Answer.REPRESENTED)
    tab.answer.value_changed.emit(Answer.REPRESENTED.value)
    assert tab.stand_in_field.error == "Say who comes instead."
    stand_in = tab.stand_in._find("Lisa")[0]
    tab.stand_in.set_choice(stand_in)
    tab.stand_in.value_changed.emit(stand_in)
    row = next(r for r in participation.list_participants(desk, meeting.id) if r.id == host.id)
    assert (row.answer, row.represented_by) == (Answer.REPRESENTED, "Lisa Hasliana")
    assert tab.table.current_row() == row


def test_a_tick_notes_who_came(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    detail.show_tab("people")
    row = detail.people.table.rows.rows()[0]
    detail.people.table.select_key(row.id)
    detail.people.table.setFocus()
    qtbot.keyClick(detail.people.table, Qt.Key.Key_Space)
    came = [r.name for r in participation.list_participants(desk, meeting.id) if r.attended]
    assert came == [row.name]


def test_missing_members_of_the_delegation_are_added_at_once(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow, sample: int, asked: Asked
) -> None:
    detail.show_tab("people")
    tab = detail.people
    assert tab.add_missing.isHidden()
    before = len(participation.list_participants(desk, meeting.id))
    tab.table.select_key(tab.table.rows.rows()[1].id)
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    assert len(participation.list_participants(desk, meeting.id)) == before - 1
    assert tab.add_missing.text() == "Add 1 missing of the delegation"
    qtbot.mouseClick(tab.add_missing, Qt.MouseButton.LeftButton)
    assert len(participation.list_participants(desk, meeting.id)) == before
    assert len(delegation.list_members(desk, sample)) >= before - 7
    assert asked.told[-1] == ("1 person added", True)


def test_a_person_is_added_on_the_chosen_side(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    people.create_person(desk, name="Serik Akhmetov")
    detail.show_tab("people")
    qtbot.keyClicks(detail.people.adding, "Akhmetov")
    qtbot.keyClick(detail.people.adding, Qt.Key.Key_Return)
    names = [row.name for row in participation.list_participants(desk, meeting.id)]
    assert "Serik Akhmetov" in names
    assert detail.people.adding.text() == ""


def test_the_event_is_copied_as_text(qtbot: QtBot, detail: EventDetail) -> None:
    qtbot.mouseClick(detail.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().startswith("*Business Meeting*")


def test_the_attendance_list_is_gone_to(
    qtbot: QtBot, detail: EventDetail, meeting: EventRow, asked: Asked
) -> None:
    qtbot.mouseClick(detail.attendance_button, Qt.MouseButton.LeftButton)
    assert asked.targets == [Target("attendance", meeting.id)]


def test_history_takes_a_step_back(
    qtbot: QtBot, detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    programme.update_event(desk, meeting.id, {"notes": "Bring the flags"})
    detail.show_tab("history")
    newest = detail.steps.list.rows.rows()[0]
    assert newest.label == "Change event"
    detail.steps.list.select_key(newest.id)
    qtbot.mouseClick(detail.steps.take_back, Qt.MouseButton.LeftButton)
    assert stored(desk, meeting).notes == meeting.notes


def test_what_was_deleted_elsewhere_says_so_and_comes_back(
    detail: EventDetail, desk: Desk, meeting: EventRow
) -> None:
    programme.delete_event(desk, meeting.id)
    assert detail.is_gone
    assert detail.tabs.isHidden()
    history.undo(desk)
    assert not detail.is_gone
    assert detail.tabs.isVisible()
    assert detail.form.isVisible()


def test_what_was_deleted_before_comes_back_too(
    qtbot: QtBot, context: Context, desk: Desk, meeting: EventRow
) -> None:
    programme.delete_event(desk, meeting.id)
    detail = EventDetail(context, meeting.id)
    qtbot.addWidget(detail)
    detail.show()
    detail.show_tab("people")
    assert detail.is_gone
    assert detail.commands() == frozenset()
    history.undo(desk)
    assert not detail.is_gone
    assert detail.form.isVisible()
    context.committed.disconnect(detail._on_context_committed)


def test_delete_closes_the_pane_and_offers_to_take_it_back(
    detail: EventDetail, desk: Desk, meeting: EventRow, asked: Asked
) -> None:
    detail.run("delete")
    assert programme.get_event(desk, meeting.id) is None
    assert asked.told == [("Event deleted", True)]
    assert asked.details == [None]
