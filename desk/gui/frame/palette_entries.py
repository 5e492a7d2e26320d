"""What the palette offers besides things found: the commands that can be run now."""

from collections.abc import Callable

from desk.gui.commands import COMMANDS, LANGUAGES, THEMES
from desk.gui.dialogs.palette_items import PaletteCommand
from desk.gui.frame.actions import Actions, shown_keys
from desk.locale import _, current_language

_NOT_OFFERED = frozenset({"find", "next_pane"})


def palette_commands(actions: Actions, undo_label: Callable[[str], str]) -> list[PaletteCommand]:
    """The commands that do not rest, in the order of the menu.

    `undo_label` gives what undo and redo would do, to stand behind their names.
    """
    found = [
        PaletteCommand(
            command.name,
            command.words.rstrip("…"),
            undo_label(command.name),
            command.icon,
            shown_keys(command) if command.keys else "",
        )
        for command in COMMANDS
        if actions[command.name].isEnabled() and command.name not in _NOT_OFFERED
    ]
    languages = [
        PaletteCommand(f"language_{code}", _("Language: {name}").format(name=name), "", "translate")
        for code, name in LANGUAGES
        if code != current_language()
    ]
    themes = [
        PaletteCommand(f"theme_{key}", _("Theme: {name}").format(name=_(label)), "", "moon")
        for key, label in THEMES
    ]
    return [*found, *languages, *themes]
