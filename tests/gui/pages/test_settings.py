from collections.abc import Generator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.pages.settings import SettingsPage
from desk.gui.theme_choice import put_on_theme
from desk.locale import use_language
from desk.services.desk import Desk
from desk.services.settings import office_settings


@pytest.fixture
def asked(context: Context) -> list[str]:
    asked: list[str] = []
    context.command_asked.connect(asked.append)
    return asked


@pytest.fixture
def page(context: Context, asked: list[str], qtbot: QtBot) -> Generator[SettingsPage]:
    use_language("en")
    put_on_theme("dark")
    page = SettingsPage(context)
    context.committed.connect(page.on_committed)
    page.resize(1232, 760)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.open(Target("settings"))
    yield page
    put_on_theme("light")


def type_into(page: SettingsPage, name: str, text: str) -> QLineEdit:
    editor = page.form.editor(name)
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    page.form.flush()
    return editor


def test_what_is_chosen_now_is_shown(page: SettingsPage, desk: Desk) -> None:
    assert (page.languages.current, page.themes.current) == ("en", "dark")
    assert page.who.value == "Sari"
    assert page.place.text() == desk.store.place


def test_language_and_theme_are_asked_of_the_window(page: SettingsPage, asked: list[str]) -> None:
    page.languages.chosen.emit("id")
    page.themes.chosen.emit("system")
    page.other.click()
    page.new.click()
    assert asked == ["language_id", "theme_system", "open_database", "new_database"]


def test_a_new_name_signs_what_is_done_from_now_on(
    page: SettingsPage, desk: Desk, asked: list[str]
) -> None:
    page.who.setFocus()
    page.who.selectAll()
    QTest.keyClicks(page.who, "Rani")
    QTest.keyClick(page.who, Qt.Key.Key_Return)
    assert desk.who == "Rani"
    assert asked == ["remember_name"]


def test_nobody_works_without_a_name(page: SettingsPage, desk: Desk) -> None:
    page.who.setFocus()
    page.who.selectAll()
    QTest.keyClick(page.who, Qt.Key.Key_Delete)
    QTest.keyClick(page.who, Qt.Key.Key_Return)
    assert (desk.who, page.who.value) == ("Sari", "Sari")


def test_the_office_is_kept_as_one_types(page: SettingsPage, desk: Desk) -> None:
    type_into(page, "unit", "Biro Umum")
    assert office_settings(desk).unit == "Biro Umum"


def test_a_mailbox_that_is_none_stays_with_its_sentence(page: SettingsPage, desk: Desk) -> None:
    editor = type_into(page, "organiser_mailbox", "protokol")
    assert office_settings(desk).organiser_mailbox == "protokol@kaltim.example"
    assert editor.text() == "protokol"
    assert page.form.field("organiser_mailbox").error
