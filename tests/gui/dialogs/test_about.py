from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desk import __version__
from desk.gui.dialogs.about import AboutDialog
from desk.locale import use_language
from desk.locale.zones import data_version


def test_versions_can_be_copied(qtbot: QtBot) -> None:
    use_language("en")
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[:2] == [f"Pandurata {__version__}", f"Time zone data {data_version()}"]
