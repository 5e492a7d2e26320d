"""The page of one visit: its head and the frame of its tabs."""

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.dialogs.status_reason import StatusReasonDialog
from desk.gui.pages.visit import VisitPage
from desk.gui.pages.visit_tabs import outgoing
from desk.gui.pages.visit_tabs.overview import OverviewTab
from desk.model.choices import Status
from desk.services import delegation, programme, visits
from desk.services.desk import Desk
from tests.gui.visits.conftest import Asked


@pytest.fixture
def page(qtbot: QtBot, context: Context, visit_id: int) -> VisitPage:
    page = VisitPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.open(Target("visit", visit_id))
    context.committed.connect(page.on_committed)
    return page


def figure(page: VisitPage, name: str) -> str:
    return page.header._figures[name].accessibleName()


def test_the_head_says_who_when_where_and_how_many(page: VisitPage) -> None:
    assert page.header.title.text() == "Visit of the delegation from Kazakhstan (Astana)"
    assert "Saturday, 5 December to Sunday, 6 December 2026" in page.header.subtitle.text()
    assert "Samarinda and Balikpapan" in page.header.subtitle.text()
    assert page.header.countdown.look.text == "D-2"
    assert figure(page, "named") == "6 named"
    assert figure(page, "hosts") == "7 hosts"


def test_a_group_that_nobody_counted_makes_the_numbers_only_about_right(
    page: VisitPage, desk: Desk, visit_id: int
) -> None:
    assert figure(page, "unnamed") == "? unnamed"
    assert figure(page, "chairs") == "≈6 chairs for guests"
    group = next(row for row in delegation.list_members(desk, visit_id) if row.is_group)
    delegation.update_member(desk, group.id, {"headcount": 20})
    assert figure(page, "unnamed") == "20 unnamed"
    assert figure(page, "chairs") == "26 chairs for guests"


def test_every_tab_can_be_turned_to_by_key(page: VisitPage) -> None:
    seen = []
    for _step in range(page.tabs.count()):
        seen.append(page.tabs.current)
        page._turn_by(1)
    assert seen == [
        "overview",
        "delegation",
        "programme",
        "invitations",
        "documents",
        "follow_ups",
        "history",
    ]
    assert page.tabs.current == "overview"


def test_a_target_may_name_a_tab_and_a_row(page: VisitPage, asked: Asked, visit_id: int) -> None:
    page.open(Target("visit", visit_id, "programme:6"))
    assert page.tabs.current == "programme"
    assert asked.details == [Target("event", 6)]


def test_confirming_is_done_at_once(
    page: VisitPage, desk: Desk, asked: Asked, visit_id: int
) -> None:
    page.change_status(Status.TENTATIVE)
    row = visits.get_visit(desk, visit_id)
    assert row is not None
    assert row.status is Status.TENTATIVE
    assert asked.told == [("Visit: Tentative", True)]


def test_cancelling_asks_for_a_reason_first(
    qtbot: QtBot, page: VisitPage, desk: Desk, visit_id: int
) -> None:
    page.change_status(Status.CANCELLED)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, StatusReasonDialog))
    dialog.accept()
    assert dialog.field.error == "Say why, so that everybody can answer the question."
    dialog.reason.setPlainText("The flight was cancelled.")
    dialog.accept()
    row = visits.get_visit(desk, visit_id)
    assert row is not None
    assert (row.status, row.status_reason) == (Status.CANCELLED, "The flight was cancelled.")
    assert {event.status for event in programme.events_of_visit(desk, visit_id)} == {
        Status.CANCELLED
    }


def test_the_overview_saves_by_itself_and_leads_to_what_is_missing(
    page: VisitPage, desk: Desk, visit_id: int
) -> None:
    tab = page.tab
    assert isinstance(tab, OverviewTab)
    editor = tab.form.editor("letter")
    editor.setText("KBRI/77")  # type: ignore[attr-defined]
    editor.textEdited.emit("KBRI/77")  # type: ignore[attr-defined]
    page.turn_to("programme")
    row = visits.get_visit(desk, visit_id)
    assert row is not None
    assert row.letter == "KBRI/77"
    page.turn_to("overview")
    tab.readiness.asked.emit("headcount")
    assert page.tabs.current == "delegation"


def test_a_zone_that_follows_from_the_country_can_be_changed(page: VisitPage, desk: Desk) -> None:
    visit = visits.create_visit(desk, title="Japan", first_day=date(2026, 12, 20), country="JP")
    page.open(Target("visit", visit))
    tab = page.tab
    assert isinstance(tab, OverviewTab)
    tab._save(visit, {"guest_zone": "Asia/Seoul"}, {"guest_zone": "Asia/Tokyo"})
    row = visits.get_visit(desk, visit)
    assert row is not None
    assert row.guest_zone == "Asia/Seoul"


def test_the_attendance_list_is_that_of_the_meeting(page: VisitPage, asked: Asked) -> None:
    page.header.attendance.click()
    assert asked.targets == [Target("attendance", 6)]


def test_the_key_for_deleting_never_takes_the_whole_visit(page: VisitPage) -> None:
    assert "delete" not in page.commands()


def test_deleting_from_the_menu_goes_back_to_the_visits(
    page: VisitPage, asked: Asked, desk: Desk, visit_id: int
) -> None:
    page.header.asked.emit("delete")
    assert visits.get_visit(desk, visit_id) is None
    assert asked.targets == [Target("visits")]
    assert asked.told == [("Visit deleted", True)]
    assert page.gone.isVisible()


def test_the_programme_is_written_as_one_calendar_file(
    page: VisitPage, context: Context, asked: Asked, tmp_path: object
) -> None:
    assert page.view is not None
    path = tmp_path / "programme"  # type: ignore[operator]
    outgoing.write_programme(context, page.view, path)
    assert (tmp_path / "programme.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")  # type: ignore[operator]
    assert asked.told == [("programme.ics written", False)]


def test_the_programme_is_copied_from_the_menu(page: VisitPage) -> None:
    page.header.asked.emit("copy_whatsapp")
    assert "*Sunday, 6 December 2026*" in QGuiApplication.clipboard().text()
