"""The rundown inside the window: its ways in, undo, and the tab of the event."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.gui.details.event import EventDetail
from desk.gui.main_window import LEAST_SIZE, MainWindow
from desk.gui.pages.calendar_preview import CalendarPreviewPage
from desk.gui.pages.rundown import RundownPage
from desk.gui.pages.visit import VisitPage
from desk.gui.pages.visit_tabs.documents import DocumentsTab
from desk.gui.pages.visit_tabs.programme import ProgrammeTab
from desk.services import documents, programme, rundown
from desk.services.desk import Desk
from desk.services.rundown_papers import RundownChoices, rundown_draft
from tests.gui.frame.test_overflow import longer_window

__all__ = ["longer_window"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def shown(window: QWidget, kind: type[QWidget]) -> QWidget:
    return next(widget for widget in window.findChildren(kind) if widget.isVisible())


@pytest.fixture
def meeting(desk: Desk, sample: int) -> int:
    return programme.find_event(desk, "2026-001/6").id


def test_ctrl_r_opens_the_rundown_of_the_event_stood_on_and_undo_works_there(
    qtbot: QtBot, window: MainWindow, desk: Desk, sample: int, meeting: int
) -> None:
    assert window.context is not None
    window.context.go("visit", sample, tab="programme")
    page = shown(window, VisitPage)
    tab = page.tab  # type: ignore[attr-defined]
    assert isinstance(tab, ProgrammeTab)
    tab.list.setFocus()
    tab.list.select_key(meeting)
    qtbot.keyClick(tab.list, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    here = shown(window, RundownPage)
    assert isinstance(here, RundownPage)
    assert here.rows.rowCount() == 11
    window.activateWindow()
    qtbot.waitUntil(here.table.hasFocus)
    before = [row.starts for row in rundown.items_of_event(desk, meeting)]
    qtbot.keyClick(here.table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert [row.starts for row in rundown.items_of_event(desk, meeting)] != before
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [row.starts for row in rundown.items_of_event(desk, meeting)] == before
    qtbot.keyClick(here.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: here.rows.rowCount() == 10)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: here.rows.rowCount() == 11)


def test_the_button_of_the_programme_opens_a_rundown(
    qtbot: QtBot, window: MainWindow, sample: int
) -> None:
    assert window.context is not None
    window.context.go("visit", sample, tab="programme")
    tab = shown(window, ProgrammeTab)
    qtbot.mouseClick(tab.rundown, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert isinstance(shown(window, RundownPage), RundownPage)


def test_the_event_shows_its_rundown_and_writes_it(
    qtbot: QtBot, window: MainWindow, desk: Desk, meeting: int
) -> None:
    assert window.context is not None
    window.context.show_detail("event", meeting, tab="rundown")
    detail = shown(window, EventDetail)
    assert isinstance(detail, EventDetail)
    part = detail.rundown
    assert part.isVisible()
    assert part.parts.list.rows.rowCount() == 11
    part.parts.select(rundown.items_of_event(desk, meeting)[1].id)
    editor = part.form.editor("minutes")
    editor.change(20)  # type: ignore[attr-defined]
    assert part.form.flush()
    assert rundown.items_of_event(desk, meeting)[1].minutes == 20
    part.parts.addition_asked.emit()
    assert part.parts.list.rows.rowCount() == 12
    part.parts.removal_asked.emit(part.parts.list.current_row())
    qtbot.waitUntil(lambda: part.parts.list.rows.rowCount() == 11)
    qtbot.mouseClick(part.open_button, Qt.MouseButton.LeftButton)
    assert isinstance(shown(window, RundownPage), RundownPage)


def test_what_was_printed_is_listed_and_opens_its_paper(
    qtbot: QtBot, window: MainWindow, desk: Desk, sample: int, meeting: int
) -> None:
    draft = rundown_draft(desk, meeting, RundownChoices("id", internal=True))
    documents.note_print(desk, draft, pages=1)
    assert window.context is not None
    window.context.go("visit", sample, tab="documents")
    tab = shown(window, DocumentsTab)
    assert tab.model.index(0, 0).data() == "Rundown, internal"  # type: ignore[attr-defined]
    tab.table.row_activated.emit(tab.model.rows()[0])  # type: ignore[attr-defined]
    target = window.frame.body.stack.target
    assert target is not None
    assert (target.place, target.row_id, target.tab) == ("rundown_paper", meeting, "office")


@pytest.mark.parametrize(
    ("keys", "tab"),
    [
        ("D", "day:2026-12-06"),
        ("W", "week:2026-11-30"),
        ("M", "month:2026-12-17"),
        ("R", "rooms:2026-12-06"),
    ],
)
def test_ctrl_p_prints_what_the_calendar_shows(
    qtbot: QtBot, window: MainWindow, sample: int, keys: str, tab: str
) -> None:
    assert window.context is not None
    window.context.go("calendar", tab="2026-12-06")
    page = window.frame.body.stack.page  # type: ignore[attr-defined]
    name = {"D": "day", "W": "week", "M": "month", "R": "rooms"}[keys]
    page.run(f"view_{name}")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    target = window.frame.body.stack.target
    assert target is not None
    assert (target.place, target.tab) == ("calendar_paper", tab)
    shown_page = shown(window, CalendarPreviewPage)
    assert isinstance(shown_page, CalendarPreviewPage)
    assert shown_page.view.pages > 0


@pytest.mark.parametrize("place", ["rundown", "rundown_paper", "calendar_paper"])
def test_long_words_do_not_widen_the_window(
    longer_window: MainWindow, qtbot: QtBot, meeting: int, place: str
) -> None:
    window = longer_window
    assert window.context is not None
    window.context.go(place, meeting)
    qtbot.wait(1)
    hint = window.minimumSizeHint()
    assert (hint.width() <= LEAST_SIZE[0], hint.height() <= LEAST_SIZE[1]) == (True, True)
    assert (window.width(), window.height()) == LEAST_SIZE
