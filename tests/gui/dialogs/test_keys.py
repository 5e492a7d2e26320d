from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.gui.commands import COMMANDS
from desk.gui.dialogs.keys import KeysDialog
from desk.gui.widgets.key_cap import KeyCap
from desk.locale import use_language


def test_every_key_is_listed(qtbot: QtBot) -> None:
    use_language("en")
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    listed = {cap.accessibleName() for cap in dialog.findChildren(KeyCap)}
    assert {command.keys for command in COMMANDS if command.keys} <= listed


def test_the_list_stays_within_a_low_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 680)
    assert KeysDialog(window).height() == 680 - 2 * 24
    window.resize(1440, 900)
    assert KeysDialog(window).height() == 700
