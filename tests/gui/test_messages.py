import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

import desk.gui
from desk.gui import messages
from desk.gui.widgets.button import Button
from desk.gui.widgets.dialog import Dialog


def press(text: str) -> None:
    """Press a button of the dialog that is open, soon."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        next(button for button in dialog.findChildren(Button) if button.text() == text).click()

    QTimer.singleShot(0, act)


@pytest.mark.parametrize(("button", "agreed"), [("Kirim 6", True), ("Cancel", False)])
def test_asking_gives_whether_the_person_agreed(qtbot: QtBot, button: str, agreed: bool) -> None:
    from desk.locale import use_language

    use_language("en")
    press(button)

    assert messages.ask(None, "Kirim 6 pesan?", "Tidak dapat ditarik.", "Kirim 6") is agreed
    use_language("id")


def test_a_trouble_before_any_window_is_told_plainly(qtbot: QtBot) -> None:
    seen: list[str] = []

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.extend(label.text() for label in box.findChildren(QLabel) if label.text())
        box.reject()

    QTimer.singleShot(0, act)
    messages.tell_without_window("The desk cannot start.", "The database is newer.")

    assert seen == ["The desk cannot start.", "The database is newer."]


def test_no_other_file_opens_message_boxes_or_threads() -> None:
    folder = Path(desk.gui.__file__).parent
    found = {
        (path.relative_to(folder).as_posix(), name.name)
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if name.name in ("QMessageBox", "QThread", "QThreadPool", "QRunnable")
    }

    assert found == {("messages.py", "QMessageBox"), ("tasks.py", "QThread")}
