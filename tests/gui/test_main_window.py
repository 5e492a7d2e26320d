"""The window as a person meets it, on real databases."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desk.gui.dialogs.first_start import FirstStart
from desk.gui.dialogs.palette import Palette
from desk.gui.dialogs.problem_page import ProblemPage
from desk.gui.main_window import LEAST_SIZE, MainWindow
from desk.gui.pages.today import TodayPage
from desk.gui.remembered import Remembered
from desk.gui.theme import current_theme
from desk.locale import current_language
from desk.services import programme, visits
from desk.services.desk import Desk

if TYPE_CHECKING:
    from tests.gui.conftest import Clock, Opener, OpenWindow


def words_of(window: MainWindow) -> str:
    """Every word of the labels that are seen."""
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_today_is_shown_first(window: MainWindow) -> None:
    assert isinstance(window.frame.body.stack.page, TodayPage)
    assert window.frame.body.navigation.sections.current == "today"
    assert window.windowTitle() == "Today · Pandurata"


def test_the_last_database_is_remembered(
    window: MainWindow, remembered: Remembered, address: str
) -> None:
    assert remembered.database == address


def test_a_foreign_file_is_told_on_a_page_with_ways_out(
    open_window: "OpenWindow", tmp_path: Path, qtbot: QtBot
) -> None:
    foreign = tmp_path / "letter.db"
    foreign.write_text("Dear Sir or Madam", encoding="utf-8")
    window = open_window(str(foreign))
    page = window.frame.body.stack.currentWidget()
    assert isinstance(page, ProblemPage)
    assert "letter.db is not a Pandurata database" in words_of(window)
    assert foreign.read_text(encoding="utf-8") == "Dear Sir or Madam"
    buttons = [button.text() for button in page.findChildren(QPushButton)]
    assert buttons == ["Try again", "Open another…", "New database…", "Quit"]
    assert not window.frame.actions["undo"].isEnabled()
    assert window.frame.actions["quit"].isEnabled()
    foreign.unlink()
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert isinstance(window.frame.body.stack.page, TodayPage)


def test_a_database_that_cannot_be_opened_leaves_the_open_one_open(
    window: MainWindow, tmp_path: Path
) -> None:
    window.opening.open(str(tmp_path), create=False)
    assert isinstance(window.frame.body.stack.page, TodayPage)
    assert window.frame.body.strips.words == [f"{tmp_path} is not a file."]


def test_a_first_start_asks_for_the_language_and_offers_the_sample(
    open_window: "OpenWindow", address: str, qtbot: QtBot, remembered: Remembered
) -> None:
    window = open_window(address, first_start=True)
    page = window.frame.body.stack.currentWidget()
    assert isinstance(page, FirstStart)
    page.language_chosen.emit("id")
    page = window.frame.body.stack.currentWidget()
    assert isinstance(page, FirstStart)
    assert (current_language(), remembered.language) == ("id", "id")
    qtbot.mouseClick(page.sample, Qt.MouseButton.LeftButton)
    assert isinstance(window.frame.body.stack.page, TodayPage)
    assert window.context is not None
    assert len(visits.list_visits(window.context.desk)) == 1


def test_starting_empty_leaves_the_database_empty(
    open_window: "OpenWindow", address: str, qtbot: QtBot
) -> None:
    window = open_window(address, first_start=True)
    page = window.frame.body.stack.currentWidget()
    assert isinstance(page, FirstStart)
    qtbot.mouseClick(page.empty, Qt.MouseButton.LeftButton)
    assert isinstance(window.frame.body.stack.page, TodayPage)
    assert "No visit yet" in words_of(window)


def test_another_database_takes_the_place_of_the_open_one(
    window: MainWindow, opener: "Opener", tmp_path: Path, remembered: Remembered
) -> None:
    assert window.context is not None
    before = window.context.desk
    window.opening.open(str(tmp_path / "other.db"))
    assert opener.closed == [before]
    assert remembered.database == str(tmp_path / "other.db")
    assert "No visit yet" in words_of(window)


def test_another_language_keeps_page_and_detail(
    window: MainWindow, sample: int, remembered: Remembered
) -> None:
    assert window.context is not None
    event = programme.events_of_visit(window.context.desk, sample)[0]
    window.context.go("settings")
    window.context.show_detail("event", event.id)
    window.choose_language("id")
    body = window.frame.body
    assert body.stack.target is not None
    assert body.stack.target.place == "settings"
    assert body.detail.target is not None
    assert (body.detail.target.place, body.detail.target.row_id) == ("event", event.id)
    assert (current_language(), remembered.language) == ("id", "id")


def test_old_keys_do_not_answer_twice_after_another_language(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.choose_language("id")
    window.choose_language("en")
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.frame.body.stack.target is not None
    assert window.frame.body.stack.target.place == "settings"


def test_another_theme_is_put_on_and_remembered(window: MainWindow, remembered: Remembered) -> None:
    window.choose_theme("dark")
    assert (current_theme().mode, remembered.theme) == ("dark", "dark")


def test_undo_and_redo_name_their_step(window: MainWindow, sample: int, qtbot: QtBot) -> None:
    context = window.context
    assert context is not None
    event = programme.events_of_visit(context.desk, sample)[0]
    programme.update_event(context.desk, event.id, {"notes": "Bring flowers"})
    undo, redo = window.frame.actions["undo"], window.frame.actions["redo"]
    assert window.frame.session is not None
    steps = window.frame.session.steps
    qtbot.waitUntil(lambda: steps.state.undo_label == "Change event")
    undo.trigger()
    qtbot.waitUntil(redo.isEnabled)
    changed = programme.get_event(context.desk, event.id)
    assert changed is not None
    assert changed.notes == event.notes
    redo.trigger()
    qtbot.waitUntil(lambda: not redo.isEnabled())
    changed = programme.get_event(context.desk, event.id)
    assert changed is not None
    assert changed.notes == "Bring flowers"


def test_the_toast_takes_back_what_it_tells_of(
    window: MainWindow, sample: int, qtbot: QtBot
) -> None:
    context = window.context
    assert context is not None
    event = programme.events_of_visit(context.desk, sample)[0]
    programme.delete_event(context.desk, event.id)
    context.tell("Event deleted", undo=True)
    window.frame.body.toast.action_chosen.emit()
    assert programme.get_event(context.desk, event.id) is not None


def test_a_commit_in_another_thread_reaches_the_window(
    window: MainWindow, sample: int, qtbot: QtBot
) -> None:
    context = window.context
    assert context is not None
    event = programme.events_of_visit(context.desk, sample)[0]
    threads: list[bool] = []
    context.committed.connect(
        lambda _changes: threads.append(QThread.currentThread() is window.thread())
    )

    class Writer(QThread):
        def run(self) -> None:
            programme.update_event(context.desk, event.id, {"notes": "From afar"})

    writer = Writer()
    with qtbot.waitSignal(context.committed):
        writer.start()
    writer.wait()
    assert threads == [True]


def test_a_problem_is_told_once_and_goes_with_the_next_success(
    window: MainWindow, sample: int, qtbot: QtBot
) -> None:
    context = window.context
    assert context is not None
    context.problem_told.emit("The disk is full.")
    context.problem_told.emit("The disk is still full.")
    assert window.frame.body.strips.words == ["The disk is still full."]
    event = programme.events_of_visit(context.desk, sample)[0]
    programme.update_event(context.desk, event.id, {"notes": "x"})
    qtbot.waitUntil(lambda: window.frame.body.strips.words == [])


def test_a_mistake_of_the_program_stays_until_it_is_waved_away(window: MainWindow) -> None:
    window.report_mistake("Something went wrong here.")
    assert window.context is not None
    window.context.go("settings")
    assert window.frame.body.strips.words == ["Something went wrong here."]


@pytest.mark.parametrize(("width", "rail"), [(1440, False), (1024, True)])
def test_a_narrow_window_has_a_rail(
    open_window: "OpenWindow", sample: int, address: str, width: int, rail: bool
) -> None:
    window = open_window(address, width=width, height=700)
    navigation = window.frame.body.navigation
    assert navigation.is_rail is rail
    assert navigation.width() == (56 if rail else 208)


def test_f9_toggles_the_navigation(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.frame.body.navigation.is_rail
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not window.frame.body.navigation.is_rail


def test_the_detail_pane_stands_beside_the_page_or_lies_over_it(
    window: MainWindow, sample: int, qtbot: QtBot
) -> None:
    context = window.context
    assert context is not None
    body = window.frame.body
    full = body.stack.width()
    event = programme.events_of_visit(context.desk, sample)[0]
    context.show_detail("event", event.id)
    qtbot.waitUntil(lambda: body.stack.width() == full - 320)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: body.stack.width() == 1024 - 56)
    assert body.detail.geometry().getRect() == (1024 - 320, 0, 320, body.height())


def test_f4_closes_the_detail_pane_and_brings_it_back(
    window: MainWindow, sample: int, qtbot: QtBot
) -> None:
    context = window.context
    assert context is not None
    event = programme.events_of_visit(context.desk, sample)[0]
    context.show_detail("event", event.id)
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert not window.frame.body.detail.is_open
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert window.frame.body.detail.target is not None
    assert window.frame.body.detail.target.row_id == event.id


def test_a_command_that_nobody_answers_rests(window: MainWindow) -> None:
    assert window.context is not None
    window.context.go("settings")
    window.frame.refresh_commands()
    assert not window.frame.actions["duplicate"].isEnabled()
    assert window.frame.actions["new_visit"].isEnabled()


def test_keys_lead_to_sections(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.frame.body.stack.target is not None
    assert window.frame.body.stack.target.place == "visits"
    assert window.frame.body.navigation.sections.current == "visits"


def test_the_status_bar_tells_the_time_in_both_zones(
    window: MainWindow, clock: "Clock", qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "10:24 WITA (07:24 Astana)" in words_of(window))
    clock.now += timedelta(minutes=1)
    assert window.frame.session is not None
    window.frame.session.watch.tick()
    assert "Thursday, 3 December 2026 · 10:25 WITA (07:25 Astana)" in words_of(window)


def test_the_window_may_be_as_small_as_promised(window: MainWindow) -> None:
    assert (window.minimumWidth(), window.minimumHeight()) == LEAST_SIZE
    hint = window.minimumSizeHint()
    assert hint.width() <= LEAST_SIZE[0]
    assert hint.height() <= LEAST_SIZE[1]


def test_closing_lets_go_of_the_database(
    window: MainWindow, opener: "Opener", remembered: Remembered, qapp: QApplication
) -> None:
    window.close()
    assert len(opener.closed) == 1
    assert remembered.geometry is not None


def test_changes_of_another_desk_are_seen_when_it_asks(
    window: MainWindow, desk: Desk, sample: int, qtbot: QtBot
) -> None:
    context = window.context
    assert context is not None
    assert window.frame.session is not None
    seen: list[str] = []
    context.committed.connect(lambda changes: seen.append(changes.label))
    window.frame.session.watch.ask()
    seen.clear()
    event = programme.events_of_visit(desk, sample)[0]
    programme.update_event(desk, event.id, {"notes": "Written elsewhere"})
    window.frame.session.watch.ask()
    assert seen == ["Change event"]


def test_the_palette_runs_any_command(window: MainWindow, qtbot: QtBot) -> None:
    window.frame.open_palette("dark")
    palette = window.findChild(Palette)
    assert palette is not None
    palette.choose()
    assert current_theme().mode == "dark"
    window.frame.open_palette("> bahasa")
    palette = next(p for p in window.findChildren(Palette) if p.isVisible())
    palette.choose()
    assert current_language() == "id"


def test_what_the_palette_finds_is_opened(window: MainWindow, sample: int, qtbot: QtBot) -> None:
    window.frame.open_palette("business meeting")
    palette = window.findChild(Palette)
    assert palette is not None
    palette.choose()
    body = window.frame.body
    assert body.stack.target is not None
    assert (body.stack.target.place, body.stack.target.row_id) == ("visit", sample)
    assert body.detail.target is not None
    assert body.detail.target.place == "event"


def test_a_page_out_of_sight_shows_what_it_missed(
    window: MainWindow, sample: int, qtbot: QtBot
) -> None:
    context = window.context
    assert context is not None
    page = window.frame.body.stack.page
    context.go("settings")
    visits.update_visit(context.desk, sample, {"title": {"en": "A visit renamed"}})
    programme.delete_event(context.desk, programme.events_of_visit(context.desk, sample)[-1].id)
    qtbot.waitUntil(lambda: "today" in window.frame.body.stack._missed)
    missed = window.frame.body.stack._missed["today"]
    assert {"visit", "event"} <= missed.tables
    context.go("today")
    assert page.visits[0].accessibleName() == "A visit renamed"


def test_a_key_for_a_section_brings_the_keyboard_to_its_list(
    window: MainWindow, qtbot: QtBot
) -> None:
    body = window.frame.body
    body.navigation.focus_sections()
    window.frame.run_command("show_people")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert body.stack.isAncestorOf(focused)


def test_whoever_walks_through_the_navigation_stays_in_it(window: MainWindow, qtbot: QtBot) -> None:
    navigation = window.frame.body.navigation
    navigation.focus_sections()
    qtbot.keyClick(navigation.sections, Qt.Key.Key_Down)
    assert window.frame.body.stack.target is not None
    assert window.frame.body.stack.target.place == "calendar"
    assert navigation.sections.hasFocus()
