"""The first window on a screen that is too small for it."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.placing import show_in_place


@pytest.mark.parametrize(
    ("spare", "remembered", "maximised"),
    [(60, False, False), (30, False, True), (-10, False, True), (30, True, False)],
)
def test_a_window_that_does_not_fit_its_screen_comes_maximised(
    qapp: QApplication, qtbot: QtBot, spare: int, remembered: bool, maximised: bool
) -> None:
    room = qapp.primaryScreen().availableGeometry()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(room.width(), room.height() - spare)

    show_in_place(window, remembered=remembered)

    assert window.isVisible()
    assert window.isMaximized() is maximised
