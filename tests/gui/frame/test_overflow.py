"""Every page fits the smallest window, also in a language whose words are 40 % longer."""

from collections.abc import Generator
from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QTableView
from pytestqt.qtbot import QtBot

from desk.gui.main_window import LEAST_SIZE, MainWindow
from desk.gui.sections import SECTIONS, SETTINGS
from desk.locale import words

if TYPE_CHECKING:
    from tests.gui.conftest import OpenWindow

PLACES = [place.name for place in (*SECTIONS, SETTINGS)] + ["history"]


class Longer(NullTranslations):
    """English with each text longer by four tenths."""

    def gettext(self, message: str) -> str:
        return message + "~" * (len(message) * 4 // 10)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def longer_window(open_window: "OpenWindow", sample: int, address: str) -> Generator[MainWindow]:
    """The smallest window, built anew in the longer language."""
    window = open_window(address, width=LEAST_SIZE[0], height=LEAST_SIZE[1])
    before = words._Screen.words
    words._Screen.words = Longer()
    window._rebuild()
    yield window
    words._Screen.words = before


@pytest.mark.parametrize("place", PLACES)
def test_long_words_do_not_widen_the_window(
    longer_window: MainWindow, qtbot: QtBot, place: str
) -> None:
    window = longer_window
    assert window.context is not None
    window.context.go(place)
    qtbot.wait(1)
    hint = window.minimumSizeHint()
    assert (hint.width() <= LEAST_SIZE[0], hint.height() <= LEAST_SIZE[1]) == (True, True)
    assert (window.width(), window.height()) == LEAST_SIZE


@pytest.mark.parametrize("place", PLACES)
def test_everything_that_takes_the_keyboard_has_a_name(
    window: MainWindow, place: str, qtbot: QtBot
) -> None:
    assert window.context is not None
    window.context.go(place)
    qtbot.wait(1)
    nameless = [
        type(widget).__name__
        for kind in (QAbstractButton, QLineEdit, QListView, QTableView)
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and widget.focusPolicy()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
