"""Kinds of visit, their typical programme, and a visit once more."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.dialogs.duplicate_visit import DuplicateVisitDialog
from desk.gui.dialogs.new_visit import NewVisitDialog
from desk.gui.main_window import MainWindow
from desk.gui.pages.visit import VisitPage
from desk.gui.pages.visit_tabs.programme import ProgrammeTab
from desk.gui.pages.visits import VisitsPage
from desk.model.choices import VisitKind
from desk.services import delegation, history, programme, visits
from desk.services.desk import Desk


def test_a_visit_is_booked_with_its_typical_programme(
    context: Context, desk: Desk, sample: int, qtbot: QtBot
) -> None:
    dialog = NewVisitDialog(context)
    qtbot.addWidget(dialog)
    assert not dialog.with_programme.isEnabled()
    dialog.title.setText("Study visit of Penang")
    dialog.kind.set_value(VisitKind.STUDY)
    dialog.kind.value_changed.emit(VisitKind.STUDY)
    dialog.first_day.set_value(date(2027, 2, 1))
    dialog._on_first_day_value_changed(date(2027, 2, 1))
    dialog.last_day.set_value(date(2027, 2, 2))
    dialog._on_last_day_value_changed(date(2027, 2, 2))
    assert dialog.with_programme.isChecked()
    assert dialog.field("programme")._note.text() == "9 events, tentative."
    dialog.accept()
    assert dialog.created_id is not None
    visit = visits.get_visit(desk, dialog.created_id)
    assert visit is not None
    assert (visit.kind, visit.events) == (VisitKind.STUDY, 9)
    history.undo(desk)
    assert visits.get_visit(desk, dialog.created_id) is None


def test_an_empty_programme_offers_a_typical_one(
    context: Context, desk: Desk, sample: int, qtbot: QtBot
) -> None:
    visit = visits.create_visit(
        desk, title="Transit", first_day=date(2027, 2, 1), kind=VisitKind.TRANSIT
    )
    page = VisitPage(context)
    qtbot.addWidget(page)
    page.open(Target("visit", visit, "programme"))
    tab = page.tab
    assert isinstance(tab, ProgrammeTab)
    with qtbot.waitSignal(context.told) as told:
        tab._on_propose_chosen()
    assert told.args == ["3 events are proposed, tentative", True]
    assert len(programme.events_of_visit(desk, visit)) == 3
    assert len(tab.list.rows.rows()) == 3


def test_without_a_kind_the_overview_is_pointed_at(
    context: Context, desk: Desk, sample: int, qtbot: QtBot
) -> None:
    visit = visits.create_visit(desk, title="Some visit", first_day=date(2027, 2, 1))
    page = VisitPage(context)
    qtbot.addWidget(page)
    page.open(Target("visit", visit, "programme"))
    tab = page.tab
    assert isinstance(tab, ProgrammeTab)
    with qtbot.waitSignal(context.problem_told) as told:
        tab._on_propose_chosen()
    assert told.args == [
        "Choose the kind of visit on the overview first; then one can be proposed."
    ]


@pytest.mark.parametrize("with_delegation", [True, False])
def test_a_visit_is_duplicated(
    context: Context, desk: Desk, sample: int, qtbot: QtBot, with_delegation: bool
) -> None:
    visit = visits.get_visit(desk, sample)
    assert visit is not None
    dialog = DuplicateVisitDialog(context, visit)
    qtbot.addWidget(dialog)
    # The same days of the week, a year later.
    assert dialog.first_day.value == date(2027, 12, 4)
    assert dialog.field("first_day")._note.text() == "4–5 Dec 2027"
    dialog.with_delegation.setChecked(with_delegation)
    dialog.accept()
    assert dialog.created_id is not None
    assert bool(delegation.list_members(desk, dialog.created_id)) is with_delegation
    assert len(programme.events_of_visit(desk, dialog.created_id)) == 8


def test_the_commands_are_answered_where_visits_are(
    window: MainWindow, sample: int, qtbot: QtBot
) -> None:
    assert window.context is not None
    window.context.go("visits")
    page = window.frame.body.stack.page
    assert isinstance(page, VisitsPage)
    page.table.select_key(sample)
    assert {"duplicate", "reschedule"} <= page.commands()
    window.context.go("visit", sample)
    window.frame.refresh_commands()
    for name in ("duplicate", "reschedule"):
        assert window.frame.actions[name].isEnabled()


def test_the_kind_is_chosen_on_the_overview(
    context: Context, desk: Desk, sample: int, qtbot: QtBot
) -> None:
    page = VisitPage(context)
    qtbot.addWidget(page)
    page.open(Target("visit", sample, "overview"))
    page.show()
    editor = page.tab.form.field("kind").editor  # type: ignore[attr-defined]
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Home)
    page.tab.leave()
    visit = visits.get_visit(desk, sample)
    assert visit is not None
    assert visit.kind is VisitKind.COURTESY
