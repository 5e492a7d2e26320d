"""The page of a venue or resource, the days of the office, the table of travel times."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.dialogs.new_resource import NewResourceDialog
from desk.gui.dialogs.paste_days import PasteDaysDialog
from desk.gui.dialogs.special_day import SpecialDayDialog
from desk.gui.models.rows import Group
from desk.gui.pages.page import Page
from desk.gui.pages.place import ResourcePage, VenuePage
from desk.gui.pages.place_words import PlaceLine
from desk.gui.pages.special_days import SpecialDaysPage
from desk.gui.pages.travel_times import TravelTimesPage
from desk.model.choices import ResourceKind, SpecialDayKind
from desk.services import history, resources, special_days, travel_times, venues
from desk.services.desk import Desk
from tests.gui.asking import Asked, asked, english

__all__ = ["asked", "english"]

Open = Callable[..., Any]

# Lists that open below a field are windows of their own, which have no screen here.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def open_page(qtbot: QtBot, context: Context, sample: int, asked: Asked) -> Iterator[Open]:
    pages: list[Page] = []

    def open_one(kind: type[Page], row_id: int | None = None, tab: str = "") -> Page:
        page = kind(context)  # type: ignore[call-arg]
        context.committed.connect(page.on_committed)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(1100, 800)
        page.show()
        page.open(Target("", row_id, tab))
        return page

    yield open_one
    for page in pages:
        context.committed.disconnect(page.on_committed)


def venue(desk: Desk, name: str) -> int:
    return next(row.id for row in venues.list_venues(desk) if row.name == name)


def week(page: Any) -> list[tuple[str, ...]]:
    """The days with their note, and below each the titles and times."""
    model = page.week.list.rows
    found: list[tuple[str, ...]] = []
    for place in range(model.rowCount()):
        group: Group | None = model.group_at(place)
        line: PlaceLine | None = model.row_at(place)
        if group is not None:
            found.append((group.title, group.note))
        elif line is not None:
            look = model.index(place, 0).data(Qt.ItemDataRole.UserRole + 3)
            found.append((look.title, look.right))
    return found


def test_the_page_of_a_venue_tells_its_week_and_its_year(
    qtbot: QtBot, open_page: Open, desk: Desk, asked: Asked
) -> None:
    page = open_page(VenuePage, venue(desk, "Pandurata Room"))
    lines = week(page)
    assert lines[0] == ("Mon 30 Nov", "open 07:00–21:00 · nothing planned")
    assert lines[-2:] == [
        ("Sun 6 Dec", "open 07:00–17:00"),
        ("Business Meeting", "09:00–11:30"),
    ]
    assert (page.use.events.accessibleName(), page.use.hours.accessibleName()) == (
        "1 event",
        "2.5 hours in use",
    )
    december = [page.use.model.index(11, column).data() for column in range(4)]
    assert december == ["December", "1", "2.5", "0.6\u00a0%"]
    page.week.list.setCurrentIndex(page.week.list.rows.index(7, 0))
    qtbot.keyClick(page.week.list, Qt.Key.Key_Return)
    assert asked.details[-1] is not None
    assert asked.details[-1].place == "event"


def test_weeks_and_years_are_turned_and_closed_times_stand_in_their_days(
    open_page: Open, desk: Desk
) -> None:
    page = open_page(VenuePage, venue(desk, "Tepian II Meeting Room"))
    page.run("period_after")
    lines = week(page)
    assert lines[:2] == [
        ("Mon 7 Dec", "open 07:00–21:00"),
        ("Penggantian pendingin ruangan (ilustrasi)", "07:00 – Tue 16:00"),
    ]
    assert lines[3] == lines[1]
    page.run("go_today")
    assert week(page)[0][0] == "Mon 30 Nov"
    page.use.steps.before.click()
    assert page.use.year == 2025
    assert page.use.events.accessibleName() == "0 events"


def test_the_page_of_a_resource_has_no_opening_hours(open_page: Open, desk: Desk) -> None:
    bus = next(row for row in resources.list_resources(desk) if row.name == "Bus, 25 seats")
    page = open_page(ResourcePage, bus.id)
    assert week(page)[0] == ("Mon 30 Nov", "nothing planned")
    assert not page.use.share.isVisible()
    assert page.use.note.isVisible()
    assert not page.book_button.isVisible()


def test_a_place_that_is_deleted_leaves_a_sentence(
    qtbot: QtBot, open_page: Open, desk: Desk, asked: Asked
) -> None:
    hall = venues.create_venue(desk, name="Old hall")
    page = open_page(VenuePage, hall)
    venues.delete_venue(desk, hall)
    assert page.gone.isVisible()
    assert page.commands() == frozenset()
    history.undo(desk)
    assert not page.gone.isVisible()
    qtbot.mouseClick(page.all_button, Qt.MouseButton.LeftButton)
    assert asked.targets == [Target("venues", None, "rooms")]


# Days of the office


def test_a_decree_is_pasted_looked_through_and_written_as_one_step(
    qtbot: QtBot, open_page: Open, desk: Desk, asked: Asked
) -> None:
    page = open_page(SpecialDaysPage, tab="2027")
    assert page.none.isVisible()

    def paste() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PasteDaysDialog)
        assert not dialog.action.isEnabled()
        dialog.text.setPlainText("10-12 Maret Cuti bersama Idulfitri\nTidak ada tanggal")
        dialog.read()
        assert dialog.action.text() == "Add 3 days"
        titles = [dialog.lines.rows.index(at, 0).data() for at in range(2)]
        assert titles[1] == "Tidak ada tanggal, No date: left out"
        dialog.basis.insert("SKB")
        dialog.accept()

    QTimer.singleShot(0, paste)
    qtbot.mouseClick(page.paste_button, Qt.MouseButton.LeftButton)
    assert [row.day.day for row in page.own.rows.rows()] == [10, 11, 12]
    assert asked.told[-1] == ("3 days added", True)
    history.undo(desk)
    assert page.none.isVisible()


def test_a_holiday_of_the_calendar_becomes_a_working_day(
    qtbot: QtBot, open_page: Open, desk: Desk
) -> None:
    page = open_page(SpecialDaysPage, tab="2027")
    holidays = page.holidays.rows.rows()
    place = [row.day for row in holidays].index(date(2027, 8, 17))
    assert not page.work_button.isEnabled()
    page.holidays.setCurrentIndex(page.holidays.rows.index(place, 0))

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SpecialDayDialog)
        dialog.accept()

    QTimer.singleShot(0, agree)
    qtbot.mouseClick(page.work_button, Qt.MouseButton.LeftButton)
    [row] = special_days.list_special_days(desk, 2027)
    assert (row.day, row.kind) == (date(2027, 8, 17), SpecialDayKind.WORKING_DAY)
    assert row.name == "Independence Day"


def test_a_noted_day_is_changed_and_deleted(
    qtbot: QtBot, open_page: Open, desk: Desk, asked: Asked
) -> None:
    special_days.add_special_day(
        desk, day=date(2026, 12, 24), kind=SpecialDayKind.COLLECTIVE_LEAVE, name={"id": "Natal"}
    )
    page = open_page(SpecialDaysPage)
    page.own.setCurrentIndex(page.own.rows.index(0, 0))

    def change() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SpecialDayDialog)
        dialog.name.set_value("Christmas leave")
        dialog.accept()

    QTimer.singleShot(0, change)
    page.run("edit")
    [row] = special_days.list_special_days(desk, 2026)
    assert row.names == {"id": "Natal", "en": "Christmas leave"}
    qtbot.keyClick(page.own, Qt.Key.Key_Delete)
    assert special_days.list_special_days(desk, 2026) == []
    assert asked.told[-1] == ("Special day deleted", True)


# Travel times


def test_minutes_are_typed_into_the_table_and_cleared(
    qtbot: QtBot, open_page: Open, desk: Desk, asked: Asked
) -> None:
    here, there = venue(desk, "Tepian II Meeting Room"), venue(desk, "Odah Etam Pavilion")
    page = open_page(TravelTimesPage, here)
    row, column = page.model.place_of(here), page.model.place_of(there)
    page.table.setCurrentIndex(page.model.index(row, column))
    qtbot.keyClicks(page.table, "7")
    editor = page.table.viewport().findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: travel_times.minutes_between(desk, there, here) == 7)
    back = page.model.index(column, row)
    assert back.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "From Odah Etam Pavilion to Tepian II Meeting Room: 7 min, as the way back"
    )
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert travel_times.minutes_between(desk, here, there) is None
    assert asked.problems == []


def test_nonsense_and_too_much_are_told_and_not_kept(
    open_page: Open, desk: Desk, asked: Asked
) -> None:
    page = open_page(TravelTimesPage)
    cell = page.model.index(0, 1)
    before = cell.data()
    page.model.setData(cell, "an hour")
    page.model.setData(cell, "9000")
    assert len(asked.problems) == 2
    assert cell.data() == before
    assert page.model.flags(page.model.index(1, 1)) == Qt.ItemFlag.NoItemFlags


def test_one_venue_alone_has_no_ways(qtbot: QtBot, context: Context, asked: Asked) -> None:
    page = TravelTimesPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open(Target("travel_times"))
    assert page.empty.isVisible()


def test_a_new_resource_asks_what_matters_for_its_kind(
    qtbot: QtBot, context: Context, desk: Desk, asked: Asked
) -> None:
    dialog = NewResourceDialog(context, name="Juru bahasa Mandarin")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.seats.isVisible()
    dialog.kind.set_value(ResourceKind.INTERPRETER)
    dialog.kind.value_changed.emit(ResourceKind.INTERPRETER)
    assert not dialog.seats.isVisible()
    qtbot.keyClicks(dialog.languages.line, "zh")
    qtbot.keyClick(dialog.languages.line, Qt.Key.Key_Return)
    dialog.accept()
    row = resources.get_resource(desk, dialog.created_id or 0)
    assert row is not None
    assert (row.kind, row.languages) == (ResourceKind.INTERPRETER, ("zh",))
