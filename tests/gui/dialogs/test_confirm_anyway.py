"""Confirming what cannot be held, from wherever it is asked."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.dialogs.confirm_anyway import ConfirmAnywayDialog, confirm_event
from desk.gui.widgets.finding_box import FindingBox
from desk.model.choices import Severity, Status
from desk.services import checks, programme, venues
from desk.services.desk import Desk

NINE, TEN = datetime(2026, 12, 8, 9), datetime(2026, 12, 8, 10)


@pytest.fixture
def second(desk: Desk) -> int:
    room = venues.create_venue(desk, name="Tepian I")
    first, second = (
        programme.create_event(
            desk, title=title, starts=NINE, ends=TEN, venue_id=room, status=status
        )
        for title, status in (("A", Status.CONFIRMED), ("B", Status.TENTATIVE))
    )
    assert first != second
    return second


def in_the_dialog(do: object) -> None:
    def find() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConfirmAnywayDialog)
        do(dialog)  # type: ignore[operator]

    QTimer.singleShot(0, find)


def test_what_is_free_is_confirmed_at_once(
    qtbot: QtBot, context: Context, desk: Desk, second: int
) -> None:
    programme.move_event(desk, second, starts=TEN)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert confirm_event(context, second, "B", parent)
    row = programme.get_event(desk, second)
    assert row is not None
    assert row.status is Status.CONFIRMED


def test_a_clash_asks_for_a_reason_and_goes_on_asking(
    qtbot: QtBot, context: Context, desk: Desk, second: int
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    said: list[str] = []

    def answer(dialog: ConfirmAnywayDialog) -> None:
        said.append(dialog.findChildren(FindingBox)[0].accessibleName())
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
        said.append(dialog.field.error)
        qtbot.keyClicks(dialog.reason, "The wall is folded in")
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    in_the_dialog(answer)
    assert confirm_event(context, second, "B", parent)
    assert said[0].startswith("Tepian I, Tue 8 Dec 2026 09:00–10:00 WITA")
    assert said[1] == "Say why, so that everybody can answer the question."
    [finding] = checks.findings_of_event(desk, second)
    assert (finding.severity, finding.accepted) == (Severity.NOTE, "The wall is folded in")


def test_left_alone_nothing_is_confirmed(
    qtbot: QtBot, context: Context, desk: Desk, second: int
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    in_the_dialog(lambda dialog: dialog.cancel.click())
    assert not confirm_event(context, second, "B", parent)
    row = programme.get_event(desk, second)
    assert row is not None
    assert row.status is Status.TENTATIVE


def test_what_is_gone_is_told_above_the_page(
    qtbot: QtBot, context: Context, desk: Desk, second: int
) -> None:
    problems: list[str] = []
    context.problem_told.connect(problems.append)
    programme.delete_event(desk, second)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert not confirm_event(context, second, "B", parent)
    assert problems == ["This is not there any more; somebody deleted it meanwhile."]
