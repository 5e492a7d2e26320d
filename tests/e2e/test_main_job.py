"""The main job, end to end, in the real window with the keyboard alone."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desk.gui.dialogs.export_invitations import ExportInvitationsDialog
from desk.gui.dialogs.new_event import NewEventDialog
from desk.gui.dialogs.new_visit import NewVisitDialog
from desk.gui.main_window import MainWindow
from desk.gui.pages.attendance_preview import AttendancePreviewPage
from desk.gui.pages.visit import VisitPage
from desk.gui.widgets.finding_box import FindingBox
from desk.model.choices import Severity
from desk.services import checks, invitations, programme, visits
from desk.services.desk import Desk
from tests.e2e.hands import CONTROL, SHIFT, activate, choose, in_dialog, page, press, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_a_visit_and_its_event_are_booked_from_nothing_with_the_keyboard(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    def book_visit(_dialog: QDialog) -> None:
        type_text(qtbot, "Kunjungan Dubes Jepang")
        press(qtbot, Qt.Key.Key_Tab)
        choose(qtbot, "Japan")
        type_text(qtbot, "6 Dec 2026")
        press(qtbot, Qt.Key.Key_Return)

    problems = in_dialog(NewVisitDialog, book_visit)
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL | SHIFT)
    assert problems == []
    page(qtbot, window, VisitPage)
    booked = visits.find_visit(desk, "2026-002")
    assert (booked.title, booked.country) == ("Kunjungan Dubes Jepang", "JP")
    assert (booked.first_day, booked.last_day) == (date(2026, 12, 6), date(2026, 12, 6))
    assert booked.guest_zone == "Asia/Tokyo"

    said: list[str] = []

    def book_event(dialog: QDialog) -> None:
        assert isinstance(dialog, NewEventDialog)
        type_text(qtbot, "Courtesy call")
        press(qtbot, Qt.Key.Key_Tab, 3)
        type_text(qtbot, "Con")
        press(qtbot, Qt.Key.Key_Tab)
        dialog.when.day.selectAll()
        type_text(qtbot, "6 Dec 2026")
        press(qtbot, Qt.Key.Key_Tab)
        type_text(qtbot, "11")
        press(qtbot, Qt.Key.Key_Tab)
        type_text(qtbot, "12")
        press(qtbot, Qt.Key.Key_Tab)
        choose(qtbot, "pandu")

        def boxes() -> list[FindingBox]:
            found = dialog.findings.findChildren(FindingBox)
            return [box for box in found if box.isVisible() and "Pandurata" in box.accessibleName()]

        qtbot.waitUntil(lambda: bool(boxes()))
        said.append(boxes()[0].accessibleName())
        press(qtbot, Qt.Key.Key_Return)
        # What is confirmed and clashes is booked once somebody says why.
        qtbot.waitUntil(dialog.override.hasFocus)
        type_text(qtbot, "The choir leaves earlier")
        press(qtbot, Qt.Key.Key_Return)

    activate(qtbot, window)
    problems = in_dialog(NewEventDialog, book_event)
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: bool(said or problems))
    assert problems == []
    assert said[0].startswith("Pandurata Room, Sun 6 Dec 2026 11:00–11:30 WITA.")
    [event] = programme.events_of_visit(desk, booked.id)
    assert (event.starts, event.ends) == (datetime(2026, 12, 6, 11), datetime(2026, 12, 6, 12))
    found = checks.findings_of_event(desk, event.id)
    [clash] = [finding for finding in found if finding.code == "room_clash"]
    assert (clash.severity, clash.accepted) == (Severity.NOTE, "The choir leaves earlier")

    activate(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert programme.events_of_visit(desk, booked.id) == []

    def brought_back() -> bool:
        # The key rests until the window has heard of the undo.
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
        return [row.id for row in programme.events_of_visit(desk, booked.id)] == [event.id]

    qtbot.waitUntil(brought_back)


def test_invitations_are_exported_from_the_visit(
    qtbot: QtBot, window: MainWindow, desk: Desk, sample: int, tmp_path: Path
) -> None:
    assert window.context is not None
    window.context.go("visit", sample)
    page(qtbot, window, VisitPage)
    folder = tmp_path / "invitations"
    files: list[str] = []

    def export(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportInvitationsDialog)
        dialog.folder.set_value(str(folder))
        dialog.opens_folder = False
        dialog.finished.connect(lambda _result: files.extend(f.name for f in dialog.written))
        press(qtbot, Qt.Key.Key_Return)

    problems = in_dialog(ExportInvitationsDialog, export)
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    assert problems == []
    assert len(files) == 65
    assert sorted(path.name for path in folder.iterdir()) == sorted(files)
    assert all(row.sequence == 0 for row in invitations.plan(desk, visit_id=sample) if row.mailbox)


def test_the_attendance_list_is_looked_at_and_saved(
    qtbot: QtBot, window: MainWindow, sample: int, tmp_path: Path
) -> None:
    assert window.context is not None
    window.context.go("visit", sample)
    page(qtbot, window, VisitPage).run("attendance_list")
    preview = page(qtbot, window, AttendancePreviewPage)
    assert preview.view.pages == 2
    preview.save_to(tmp_path / "list.pdf")
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF-")
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    page(qtbot, window, VisitPage)
