"""All findings of a period: by day, filtered, kept ones apart, copied for a chat."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.main_window import MainWindow
from desk.gui.models.rows import Group
from desk.gui.pages.findings import FindingsPage
from desk.gui.widgets.label import ElidedLabel
from desk.services import checks, history, venues
from desk.services.desk import Desk
from tests.fixtures.events import confirmed_event
from tests.gui.asking import Asked

DAY = date(2026, 12, 8)


@pytest.fixture(autouse=True)
def clash(desk: Desk) -> tuple[int, int]:
    room = venues.create_venue(desk, name="Ruang Pandurata", city="Samarinda")
    return (
        confirmed_event(desk, title="Business Meeting", starts=at(9), ends=at(11), venue_id=room),
        confirmed_event(desk, title="Latihan", starts=at(10), ends=at(12), venue_id=room),
    )


@pytest.fixture
def page(qtbot: QtBot, context: Context, asked: Asked) -> Iterator[FindingsPage]:
    page = FindingsPage(context)
    context.committed.connect(page.on_committed)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.open(Target("findings"))
    yield page
    context.committed.disconnect(page.on_committed)


def at(hour: int) -> datetime:
    return datetime(DAY.year, DAY.month, DAY.day, hour)


def headings(page: FindingsPage) -> list[str]:
    groups = [page.model.group_at(place) for place in range(page.model.rowCount())]
    return [group.title for group in groups if isinstance(group, Group)]


def stand_on_clash(page: FindingsPage) -> None:
    row = next(row for row in page.model.rows() if row.finding.other_event_id is not None)
    page.table.select_key(row.key)


def test_a_clash_stands_below_its_day_with_its_event(page: FindingsPage) -> None:
    assert headings(page) == ["Tuesday, 8 December 2026"]
    [row] = [row for row in page.model.rows() if row.finding.code == "room_clash"]
    assert (row.title, row.day) == ("Latihan", DAY)
    words = [label.text() for label in page.header.findChildren(ElidedLabel)]
    assert words == ["Findings", "1 clash · 2 events checked"]


def test_enter_shows_the_event(page: FindingsPage, asked: Asked, clash: tuple[int, int]) -> None:
    stand_on_clash(page)
    page.table.setFocus()
    page.show_chosen()
    assert asked.details[-1] in (Target("event", clash[0]), Target("event", clash[1]))


def test_what_was_kept_stands_apart_and_counts_again(
    page: FindingsPage, desk: Desk, clash: tuple[int, int], qtbot: QtBot
) -> None:
    checks.accept_clash(desk, *clash, "room_clash", reason="The hall is divided")
    assert headings(page) == ["Kept as they are"]
    stand_on_clash(page)
    assert page.again_button.isVisible()
    qtbot.mouseClick(page.again_button, Qt.MouseButton.LeftButton)
    assert headings(page) == ["Tuesday, 8 December 2026"]
    history.undo(desk)
    assert "Kept as they are" in headings(page)


def test_the_copy_for_a_chat_holds_no_reason(
    page: FindingsPage, desk: Desk, clash: tuple[int, int]
) -> None:
    page.copy()
    assert "Business Meeting" in QGuiApplication.clipboard().text()
    checks.accept_clash(desk, *clash, "room_clash", reason="The hall is divided")
    page.copy()
    assert "divided" not in QGuiApplication.clipboard().text()


def test_filters_by_kind_and_words(page: FindingsPage) -> None:
    page.choice.set_value("clashes")
    page.refresh()
    assert [row.finding.code for row in page.model.rows()] == ["room_clash"]
    page.filter.setText("nothing like that")
    page.refresh()
    assert page.empty is not None
    assert page.empty.isVisible()


def test_another_period_is_empty_and_says_what_was_checked(page: FindingsPage) -> None:
    page.run("period_after")
    assert page.model.rows() == []
    assert page.first_day == date(2026, 12, 31)
    page.run("go_today")
    assert headings(page) == ["Tuesday, 8 December 2026"]


def test_it_is_reached_from_the_status_bar_and_the_menu(window: MainWindow) -> None:
    assert window.context is not None
    window.context.run_command("show_findings")
    assert isinstance(window.frame.body.stack.currentWidget(), FindingsPage)
