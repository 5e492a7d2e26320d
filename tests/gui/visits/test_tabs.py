"""What can be done in the single tabs."""

from datetime import date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.pages.visit import VisitPage
from desk.gui.pages.visit_tabs.delegation import DelegationTab
from desk.gui.pages.visit_tabs.documents import DocumentsTab
from desk.gui.pages.visit_tabs.follow_ups import FollowUpsTab
from desk.gui.pages.visit_tabs.history import HistoryTab
from desk.gui.pages.visit_tabs.invitations import InvitationsTab
from desk.gui.pages.visit_tabs.overview import OverviewTab
from desk.gui.pages.visit_tabs.programme import ProgrammeTab
from desk.gui.widgets.button import Button
from desk.gui.widgets.finding_box import FindingBox
from desk.model.choices import FollowUpStatus, Side, Status
from desk.services import delegation, follow_ups, history, programme, visits
from desk.services.desk import Desk
from tests.gui.visits.conftest import Asked

Tab = TypeVar("Tab")


@pytest.fixture
def page(qtbot: QtBot, context: Context, visit_id: int) -> VisitPage:
    page = VisitPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.open(Target("visit", visit_id))
    context.committed.connect(page.on_committed)
    return page


def turn(page: VisitPage, name: str, kind: type[Tab]) -> Tab:
    page.turn_to(name)
    tab = page.tab
    assert isinstance(tab, kind)
    return tab


def guests(desk: Desk, visit_id: int) -> list[str]:
    return [m.name for m in delegation.list_members(desk, visit_id) if m.side is Side.GUEST]


def test_guests_stand_before_hosts_with_their_numbers(page: VisitPage) -> None:
    tab = turn(page, "delegation", DelegationTab)
    shown = [
        (tab.model.index(place, 0).data(), tab.model.index(place, 1).data())
        for place in range(tab.model.rowCount())
    ]
    assert shown[0] == ("Guests", None)
    assert shown[1] == ("1", "M. Fadjroel Rachman")
    assert shown[7] == ("–", "Business people and influencers from Kazakhstan")
    assert shown[8] == ("Hosts", None)
    assert shown[9] == ("1", "M. Syirajudin")


def test_a_member_moves_up_by_key_and_stays_chosen(
    qtbot: QtBot, page: VisitPage, desk: Desk, visit_id: int
) -> None:
    tab = turn(page, "delegation", DelegationTab)
    tab.select(3)
    assert tab.table.current_row().name == "Mankaraev Kaisa Zakirovich"
    tab.up.click()
    assert guests(desk, visit_id)[:3] == [
        "M. Fadjroel Rachman",
        "Mankaraev Kaisa Zakirovich",
        "Serik",
    ]
    assert tab.table.current_row().id == 3
    tab.up.click()
    assert not tab.up.isEnabled()


def test_a_removed_member_can_be_brought_back(
    page: VisitPage, desk: Desk, asked: Asked, visit_id: int
) -> None:
    tab = turn(page, "delegation", DelegationTab)
    tab.select(2)
    page.run("delete")
    assert "Serik" not in guests(desk, visit_id)
    assert asked.told == [("Serik removed from the delegation", True)]
    history.undo(desk)
    assert "Serik" in [row.name for row in tab.model.rows()]


def test_without_a_delegation_the_tab_says_what_to_do(page: VisitPage, desk: Desk) -> None:
    visit = visits.create_visit(desk, title="New", first_day=date(2026, 12, 20))
    page.open(Target("visit", visit, "delegation"))
    tab = page.tab
    assert isinstance(tab, DelegationTab)
    assert tab._stack.currentIndex() == 1


def test_an_event_moves_by_a_quarter_of_an_hour(page: VisitPage, desk: Desk) -> None:
    tab = turn(page, "programme", ProgrammeTab)
    tab.list.select_key(6)
    tab._on_later()
    event = programme.get_event(desk, 6)
    assert event is not None
    assert (event.starts, event.ends) == (
        datetime(2026, 12, 6, 9, 15),
        datetime(2026, 12, 6, 11, 45),
    )
    tab._on_earlier()
    tab._on_earlier()
    event = programme.get_event(desk, 6)
    assert event is not None
    assert event.starts == datetime(2026, 12, 6, 8, 45)
    assert tab.chosen_event() == event


def test_an_event_is_shown_on_both_clocks_under_its_day(page: VisitPage) -> None:
    tab = turn(page, "programme", ProgrammeTab)
    place = tab.list.rows.place_of(6)
    assert "Sunday, 6 December 2026, 09:00–11:30 WITA (06:00–08:30 Astana)" in str(
        tab.list.rows.index(place, 0).data()
    )
    assert tab.list.rows.group_at(0).title == "Monday, 30 November 2026"  # type: ignore[union-attr]


def test_a_clash_is_marked_on_the_event_and_said_above(page: VisitPage, desk: Desk) -> None:
    tab = turn(page, "programme", ProgrammeTab)
    programme.move_event(desk, 5, starts=datetime(2026, 12, 6, 9, 30))
    look = tab._look(tab.list.rows.rows()[tab_place(tab, 5)])
    assert look.chips[0].text == "Clash"
    assert tab.strip.isVisible()


def tab_place(tab: ProgrammeTab, event_id: int) -> int:
    return [row.id for row in tab.list.rows.rows()].index(event_id)


def test_duplicate_stands_right_after_and_is_tentative(
    page: VisitPage, desk: Desk, visit_id: int
) -> None:
    tab = turn(page, "programme", ProgrammeTab)
    tab.list.select_key(6)
    page.run("duplicate")
    copy = tab.chosen_event()
    assert copy is not None
    assert (copy.title, copy.status) == ("Business Meeting", Status.TENTATIVE)
    assert copy.starts == datetime(2026, 12, 6, 11, 30)


def test_enter_shows_the_event(qtbot: QtBot, page: VisitPage, asked: Asked) -> None:
    tab = turn(page, "programme", ProgrammeTab)
    tab.list.select_key(6)
    qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    assert asked.details[-1] == Target("event", 6)


def test_deleting_an_event_can_be_undone(page: VisitPage, desk: Desk, asked: Asked) -> None:
    tab = turn(page, "programme", ProgrammeTab)
    tab.list.select_key(7)
    page.run("delete")
    assert programme.get_event(desk, 7) is None
    assert asked.told[-1] == ("Event deleted", True)


def test_invitations_are_grouped_by_event_or_by_guest(page: VisitPage) -> None:
    tab = turn(page, "invitations", InvitationsTab)
    assert tab.model.group_at(0).title == "Coordination meeting for the visit (D-7)"  # type: ignore[union-attr]
    rows = len(tab.model.rows())
    tab.grouping.set_current("guest")
    tab.grouping.chosen.emit("guest")
    assert tab.model.group_at(0).title == "Syarifah Alawiyah"  # type: ignore[union-attr]
    assert len(tab.model.rows()) == rows
    assert "No mailbox" in tab.summary.text()


def test_a_promise_is_added_in_one_line(
    qtbot: QtBot, page: VisitPage, desk: Desk, visit_id: int
) -> None:
    tab = turn(page, "follow_ups", FollowUpsTab)
    tab.title.setFocus()
    qtbot.keyClicks(tab.title, "Send the list of projects")
    qtbot.keyClick(tab.title, Qt.Key.Key_Return)
    titles = [row.title for row in follow_ups.list_follow_ups(desk, visit_id=visit_id)]
    assert "Send the list of projects" in titles
    assert tab.title.text() == ""
    assert page.tabs._counts["follow_ups"] == 6


def test_an_empty_promise_is_refused_beside_the_field(qtbot: QtBot, page: VisitPage) -> None:
    tab = turn(page, "follow_ups", FollowUpsTab)
    tab.title.setFocus()
    qtbot.waitUntil(tab.title.hasFocus)
    qtbot.keyClick(tab.title, Qt.Key.Key_Return)
    assert tab.problem.text() == "A follow-up needs a sentence that says what was promised."


def test_ticking_a_promise_finishes_it(page: VisitPage, desk: Desk, asked: Asked) -> None:
    tab = turn(page, "follow_ups", FollowUpsTab)
    row = tab.model.rows()[0]
    tab.model.check_changed.emit(row, True)
    done = follow_ups.get_follow_up(desk, row.id)
    assert done is not None
    assert (done.status, done.done_on) == (FollowUpStatus.DONE, date(2026, 12, 3))
    assert asked.told == [("Follow-up: Done", True)]


def test_the_agreement_shows_its_parties_and_our_role(page: VisitPage) -> None:
    tab = turn(page, "follow_ups", FollowUpsTab)
    index = tab.agreement_model.index
    assert index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Sister cities Nusantara–Astana, Nusantara Capital Authority – Akimat of the City of Astana"
    )
    assert index(0, 2).data() == "Supporter"


def test_a_step_long_ago_is_taken_back(page: VisitPage, desk: Desk, visit_id: int) -> None:
    visits.update_visit(desk, visit_id, {"letter": "first"})
    visits.update_visit(desk, visit_id, {"notes": "second"})
    tab = turn(page, "history", HistoryTab)
    steps = tab.list.rows.rows()
    assert steps[1].fields[0].after == "first"
    tab.list.select_key(steps[1].id)
    tab.undo.click()
    row = visits.get_visit(desk, visit_id)
    assert row is not None
    assert row.letter != "first"
    assert row.notes == "second"
    assert not tab.undo.isEnabled()


def test_a_step_over_which_something_was_written_is_not_taken_back(
    page: VisitPage, desk: Desk, asked: Asked, visit_id: int
) -> None:
    visits.update_visit(desk, visit_id, {"letter": "first"})
    visits.update_visit(desk, visit_id, {"letter": "second"})
    tab = turn(page, "history", HistoryTab)
    tab.list.select_key(tab.list.rows.rows()[1].id)
    tab.undo.click()
    row = visits.get_visit(desk, visit_id)
    assert row is not None
    assert row.letter == "second"
    assert len(asked.problems) == 1


def test_documents_offer_a_list_for_each_event(page: VisitPage, asked: Asked) -> None:
    tab = turn(page, "documents", DocumentsTab)
    actions = tab._menu.actions()
    assert len(actions) == 8
    actions[5].trigger()
    assert asked.targets == [Target("attendance", 6)]


@pytest.mark.parametrize(("sundays", "buttons"), [(4, 4), (5, 4)])
def test_a_finding_of_many_events_leads_to_each_or_to_all(
    page: VisitPage, desk: Desk, visit_id: int, sundays: int, buttons: int
) -> None:
    sunday = programme.events_of_visit(desk, visit_id)[-1].starts.replace(minute=0)
    for hour in range(20, 20 + sundays - 4):
        programme.create_event(
            desk,
            visit_id=visit_id,
            title="Evaluasi",
            starts=sunday.replace(hour=hour),
            ends=sunday.replace(hour=hour + 1),
            with_delegation=False,
        )
    tab = turn(page, "overview", OverviewTab)
    page.refresh()
    standing = [box for box in tab.findChildren(FindingBox) if tab.findings.body.indexOf(box) >= 0]
    [box] = [box for box in standing if "Sunday" in box.accessibleName()]
    names = [button.text() for button in box.findChildren(Button)]
    assert len(names) == buttons
    assert ("All in the programme" in names) == (sundays > 4)
