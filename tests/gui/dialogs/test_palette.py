import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.dialogs.palette import Palette
from desk.gui.dialogs.palette_items import PaletteCommand, items_for
from desk.gui.models.rows import Group
from desk.services.desk import Desk

COMMANDS = [
    PaletteCommand("undo", "Undo", "Move event", "arrow-u-up-left", "Ctrl+Z"),
    PaletteCommand("new_visit", "New visit", "", "airplane-landing", "Ctrl+Shift+N"),
    PaletteCommand("show_visits", "Visits", "", "airplane-landing", "Ctrl+3"),
]


def rows(desk: Desk, typed: str) -> list[str]:
    """Titles, with headings in brackets."""
    return [
        f"[{row.title}]" if isinstance(row, Group) else row.title
        for row in items_for(desk, typed, COMMANDS)
    ]


@pytest.fixture
def palette(context: Context, sample: int, qtbot: QtBot) -> Palette:
    window = QWidget()
    window.resize(1200, 800)
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocus()
    palette = Palette(context, COMMANDS, window)
    palette.open()
    qtbot.waitUntil(palette.field.hasFocus)
    return palette


def type_and_wait(palette: Palette, text: str, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, text)
    qtbot.waitUntil(lambda: not palette._timer.isActive())


def test_nothing_typed_shows_the_commands(desk: Desk, sample: int) -> None:
    assert rows(desk, "") == ["[Commands]", "Undo", "New visit", "Visits"]


def test_people_are_found_in_any_script(desk: Desk, sample: int) -> None:
    assert "Mankaraev Kaisa Zakirovich" in rows(desk, "қайса")
    assert "Mankaraev Kaisa Zakirovich" in rows(desk, "kajsa")


def test_commands_follow_what_was_found(desk: Desk, sample: int) -> None:
    found = rows(desk, "visit")
    assert found[-3:] == ["[Commands]", "Visits", "New visit"]
    assert "[Events and visits]" in found


def test_a_pointed_bracket_asks_for_commands_only(desk: Desk, sample: int) -> None:
    assert rows(desk, "> vi") == ["[Commands]", "Visits", "New visit"]


def test_at_asks_for_venues_and_a_hash_for_visits(desk: Desk, sample: int) -> None:
    assert rows(desk, "@pandurata") == ["[Venues]", "Pandurata Room"]
    assert rows(desk, "#kazakhstan") == [
        "[Events and visits]",
        "Visit of the delegation from Kazakhstan (Astana)",
    ]
    assert "Pandurata Room" in rows(desk, "@")
    assert len(rows(desk, "#")) == 2


def test_enter_opens_the_first(palette: Palette, qtbot: QtBot) -> None:
    type_and_wait(palette, "@pandurata", qtbot)
    with qtbot.waitSignal(palette.thing_chosen) as chosen:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args is not None
    assert (chosen.args[0].kind, chosen.args[0].title) == ("venue", "Pandurata Room")


def test_enter_at_once_still_searches_for_all_that_was_typed(
    palette: Palette, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(palette.thing_chosen) as chosen:
        QTest.keyClicks(palette.field, "@pandurata")
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0].title == "Pandurata Room"


def test_arrows_move_over_headings_and_round(palette: Palette, qtbot: QtBot) -> None:
    def title() -> str:
        return palette.list.current_row().title

    assert title() == "Undo"
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert title() == "New visit"
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert title() == "Visits"
    QTest.keyClick(palette.field, Qt.Key.Key_PageUp)
    assert title() == "Undo"
    with qtbot.waitSignal(palette.command_chosen) as chosen:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args == ["undo"]


def test_escape_gives_the_keyboard_back(palette: Palette, qtbot: QtBot) -> None:
    window = palette.window()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.hasFocus()


def test_a_click_beside_the_panel_closes_it(palette: Palette, qtbot: QtBot) -> None:
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().topLeft())
    assert not palette.isVisible()


def test_what_is_not_there_is_said(palette: Palette, qtbot: QtBot) -> None:
    type_and_wait(palette, "@xyzzy", qtbot)
    assert palette._nothing.isVisible()
    assert palette._nothing.text() == "Nothing is called “@xyzzy”."
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_the_panel_stays_inside_a_small_window(palette: Palette, qtbot: QtBot) -> None:
    palette.window().resize(600, 400)
    panel = palette._panel
    assert palette.rect().contains(panel.geometry())
