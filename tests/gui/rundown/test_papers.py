"""The rundown and the calendar before they are printed."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.pages.calendar_preview import CalendarPreviewPage
from desk.gui.pages.rundown_preview import RundownPreviewPage
from desk.gui.printing import print_on
from desk.services import documents, programme, rundown
from desk.services.desk import Desk
from tests.documents.reading import words
from tests.gui.rundown.conftest import Asked


@pytest.fixture
def rundown_page(qtbot: QtBot, context: Context, desk: Desk, sample: int) -> RundownPreviewPage:
    page = RundownPreviewPage(context)
    qtbot.addWidget(page)
    page.resize(1232, 760)
    page.show()
    page.open(Target("rundown_paper", programme.find_event(desk, "2026-001/6").id, "office"))
    return page


@pytest.fixture
def calendar_page(qtbot: QtBot, context: Context, sample: int) -> CalendarPreviewPage:
    page = CalendarPreviewPage(context)
    qtbot.addWidget(page)
    page.resize(1232, 760)
    page.show()
    page.open(Target("calendar_paper", tab="week:2026-12-06"))
    return page


def test_the_tab_says_who_reads_the_rundown(
    rundown_page: RundownPreviewPage, tmp_path: Path, desk: Desk, asked: Asked, qtbot: QtBot
) -> None:
    rundown_page.save_to(tmp_path / "office.pdf")
    assert "Last check of room and equipment" in words((tmp_path / "office.pdf").read_bytes())
    rundown_page.readers.set_value("guests")
    rundown_page.refresh()
    rundown_page.save_to(tmp_path / "guests.pdf")
    assert "Last check" not in words((tmp_path / "guests.pdf").read_bytes())
    assert [row.kind.value for row in documents.list_documents(desk, 1)] == [
        "rundown",
        "rundown_internal",
    ]
    rundown_page.go_back()
    assert asked.targets == [Target("rundown", rundown_page.row_id)]


def test_a_deleted_event_leaves_a_sentence(rundown_page: RundownPreviewPage, desk: Desk) -> None:
    event = rundown_page.row_id
    assert event is not None
    programme.delete_event(desk, event)
    rundown_page.refresh()
    assert rundown_page.view.pages == 0
    assert rundown.items_of_event(desk, event) == []


def test_every_view_is_shown_and_saved(
    calendar_page: CalendarPreviewPage, tmp_path: Path, qtbot: QtBot
) -> None:
    for view, pages in (("day", 2), ("week", 2), ("month", 1), ("rooms", 1)):
        calendar_page.open(Target("calendar_paper", tab=f"{view}:2026-12-06"))
        assert calendar_page.view_of.value == view
        assert calendar_page.view.pages == pages
        assert calendar_page.days_field.isVisible() == (view == "rooms")
        calendar_page.save_to(tmp_path / f"{view}.pdf")
        assert "Business Meeting" in words((tmp_path / f"{view}.pdf").read_bytes())


def test_choices_change_the_paper(calendar_page: CalendarPreviewPage, qtbot: QtBot) -> None:
    calendar_page.view_of.set_value("rooms")
    calendar_page.view_of.value_changed.emit("rooms")
    calendar_page.days.set_current(3)
    calendar_page.paper.set_value("a3")
    calendar_page.paper.value_changed.emit("a3")
    qtbot.waitUntil(lambda: calendar_page.view.pages == 3)
    size = calendar_page.view.renderers()[0].viewBoxF().size()
    assert (round(size.width()), round(size.height())) == (1191, 842)


def test_a_landscape_page_is_seen_whole(calendar_page: CalendarPreviewPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not calendar_page.view.horizontalScrollBar().isVisible())
    assert calendar_page.view.scale > 0.5


def test_back_leads_to_the_period(calendar_page: CalendarPreviewPage, asked: Asked) -> None:
    calendar_page.go_back()
    assert asked.targets == [Target("calendar", tab="2026-12-06")]


def test_words_that_name_no_view_show_this_week(calendar_page: CalendarPreviewPage) -> None:
    calendar_page.open(Target("calendar_paper", tab="nothing"))
    assert calendar_page.describe(0) == "Week 49, 30 Nov – 6 Dec 2026"


@pytest.mark.parametrize(("paper", "expected"), [("a4", "A4"), ("a3", "A3")])
def test_the_printer_is_given_the_paper_that_was_set(
    calendar_page: CalendarPreviewPage, tmp_path: Path, paper: str, expected: str
) -> None:
    calendar_page.paper.set_value(paper)
    calendar_page.refresh()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    print_on(printer, calendar_page.view.renderers())
    layout = printer.pageLayout()
    assert layout.orientation() == QPageLayout.Orientation.Landscape
    assert layout.pageSize().id() == getattr(QPageSize.PageSizeId, expected)
    assert (tmp_path / "out.pdf").stat().st_size > 1000
