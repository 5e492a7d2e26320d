"""Venues and resources inside the window: the palette, keys, pages that lead to one another."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.details.resource import ResourceDetail
from desk.gui.dialogs.new_resource import NewResourceDialog
from desk.gui.dialogs.palette import Palette
from desk.gui.main_window import MainWindow
from desk.gui.pages.place import ResourcePage, VenuePage
from desk.gui.pages.special_days import SpecialDaysPage
from desk.gui.pages.travel_times import TravelTimesPage
from desk.gui.pages.venues import VenuesPage
from desk.services import resources
from desk.services.desk import Desk
from desk.services.finding import find_things

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def shown(window: QWidget, kind: type[QWidget]) -> QWidget:
    return next(widget for widget in window.findChildren(kind) if widget.isVisible())


def test_what_the_palette_finds_among_resources_is_shown_in_its_list(
    window: MainWindow, desk: Desk
) -> None:
    [hit] = [hit for hit in find_things(desk, "bendera") if hit.kind == "resource"]
    window.frame.open_palette("bendera")
    palette = shown(window, Palette)
    assert isinstance(palette, Palette)
    palette.thing_chosen.emit(hit)
    palette.close_palette()
    page = shown(window, VenuesPage)
    assert isinstance(page, VenuesPage)
    assert page.shows_resources
    assert page.chosen_id() == hit.id
    detail = shown(window, ResourceDetail)
    assert isinstance(detail, ResourceDetail)
    assert detail.row_id == hit.id
    detail.show_tab("events")
    detail.page_button.click()
    there = shown(window, ResourcePage)
    assert isinstance(there, ResourcePage)
    assert there.row_id == hit.id
    assert "Flag set Indonesia–Kazakhstan" in there.accessibleName()


def test_a_new_resource_is_shown_beside_the_list(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    def fill_in() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewResourceDialog)
        qtbot.keyClicks(dialog.name, "Minibus")
        dialog.accept()

    assert window.context is not None
    QTimer.singleShot(0, fill_in)
    window.context.run_command("new_resource")
    made = next(row for row in resources.list_resources(desk) if row.name == "Minibus")
    page = shown(window, VenuesPage)
    assert isinstance(page, VenuesPage)
    assert page.shows_resources
    assert page.chosen_id() == made.id
    assert shown(window, ResourceDetail).row_id == made.id  # type: ignore[attr-defined]
    window.context.run_command("undo")
    qtbot.waitUntil(lambda: made.id not in [row.id for row in page.resources.rows()])
    assert shown(window, ResourceDetail).is_gone  # type: ignore[attr-defined]


def test_days_ways_and_the_page_of_a_venue_are_gone_to_by_command(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.context is not None
    window.context.run_command("show_special_days")
    assert shown(window, SpecialDaysPage).isVisible()
    window.context.run_command("show_travel_times")
    ways = shown(window, TravelTimesPage)
    assert isinstance(ways, TravelTimesPage)
    assert ways.model.rowCount() == 6
    window.context.go("venue", ways.model.place_at(3).id)
    page = shown(window, VenuePage)
    assert isinstance(page, VenuePage)
    assert page.accessibleName() == "Pandurata Room"
    window.context.run_command("period_after")
    assert page.week.monday.day == 7
