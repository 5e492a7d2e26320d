from collections import Counter

from PySide6.QtGui import QKeySequence

from desk.gui.commands import COMMANDS, MENUS, SECTION_PREFIX, command_named
from desk.gui.sections import NEW_DIALOGS, SECTIONS
from desk.gui.theme.icons import icon_character


def test_no_key_belongs_to_two_commands() -> None:
    keys = Counter(
        QKeySequence(text).toString()
        for command in COMMANDS
        for text in (command.keys, *command.more_keys)
        if text
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_can_be_typed() -> None:
    typed = [
        (command.name, text)
        for command in COMMANDS
        for text in (command.keys, *command.more_keys)
        if text and QKeySequence(text).isEmpty()
    ]
    assert typed == []


def test_names_are_unique() -> None:
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)


def test_every_command_stands_in_a_menu_and_has_a_picture(qapp: object) -> None:
    menus = {name for name, _label in MENUS}
    assert {command.menu for command in COMMANDS} == menus
    question = icon_character("question")
    assert [c.name for c in COMMANDS if icon_character(c.icon) == question] == []


def test_every_section_has_a_command_with_its_number() -> None:
    keys = [command_named(SECTION_PREFIX + place.name).keys for place in SECTIONS]
    assert keys == [f"Ctrl+{number}" for number in range(1, len(SECTIONS) + 1)]


def test_every_new_thing_has_a_command() -> None:
    assert [command_named(name).name for name in NEW_DIALOGS] == list(NEW_DIALOGS)


def test_the_keys_people_know_do_what_they_expect() -> None:
    expected = {
        "find": "Ctrl+K",
        "new_event": "Ctrl+N",
        "new_visit": "Ctrl+Shift+N",
        "filter": "Ctrl+F",
        "undo": "Ctrl+Z",
        "redo": "Ctrl+Shift+Z",
        "print": "Ctrl+P",
        "copy_whatsapp": "Ctrl+Shift+C",
        "export_invitations": "Ctrl+E",
        "duplicate": "Ctrl+D",
        "edit": "F2",
        "delete": "Del",
        "toggle_detail": "F4",
        "next_pane": "F6",
        "toggle_navigation": "F9",
        "go_today": "Ctrl+T",
        "go_date": "Ctrl+G",
        "keys": "Ctrl+/",
    }
    assert {name: command_named(name).keys for name in expected} == expected
