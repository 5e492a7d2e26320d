"""Ctrl+/: every key, by menu."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.commands import COMMANDS, MENUS
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.key_cap import KeyCap
from desk.gui.widgets.label import Label
from desk.gui.widgets.page import ScrollColumn
from desk.locale import _

_COLUMNS = 2
_HEIGHT, _AROUND = 700, 24


class KeysDialog(Dialog):
    """The keys of all commands in two columns, and what the keyboard does everywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("List of keys"), width=820, cancel=_("Close"), parent=parent)
        scroll = ScrollColumn(margins=(0, 4, 8, 4), spacing=16)
        columns = QHBoxLayout()
        columns.setSpacing(40)
        sides = [QVBoxLayout() for _column in range(_COLUMNS)]
        for side in sides:
            side.setSpacing(16)
            columns.addLayout(side, 1)
        parts = [*_by_menu(), (_("In the calendar"), _calendar()), (_("Everywhere"), _habits())]
        # In the order of the menu; the next column begins where its share is reached.
        share = sum(len(rows) + 2 for _title, rows in parts) / _COLUMNS
        height = 0
        for title, rows in parts:
            sides[min(int(height / share), _COLUMNS - 1)].addWidget(_part(title, rows))
            height += len(rows) + 2
        for side in sides:
            side.addStretch(1)
        scroll.column.addLayout(columns)
        self.body.addWidget(scroll)
        # It scrolls rather than reach beyond a low window.
        room = parent.window().height() - 2 * _AROUND if parent is not None else _HEIGHT
        self.resize(820, min(_HEIGHT, room))


def _by_menu() -> list[tuple[str, list[tuple[str, str]]]]:
    parts: list[tuple[str, list[tuple[str, str]]]] = []
    for name, label in MENUS:
        rows = [
            (_native(command.keys), command.words.rstrip("…"))
            for command in COMMANDS
            if command.menu == name and command.keys
        ]
        if rows:
            parts.append((_(label), rows))
    return parts


def _habits() -> list[tuple[str, str]]:
    """What keys do in lists and forms, whatever the page."""
    return [
        (_("Enter"), _("Open what is chosen")),
        (_("Esc"), _("Take back what was typed, or close")),
        ("↑ ↓", _("In a date: a day; in a time: 15 minutes")),
    ]


def _calendar() -> list[tuple[str, str]]:
    """What keys do with the event stood on, in every view of the calendar."""
    return [
        ("D W M A R", _("Day, week, month, agenda, rooms")),
        ("T", _("Go to today")),
        ("N", _("New event")),
        ("↑ ↓ ← →", _("To the next event in that direction")),
        (_native("Alt+Up"), _("Event 15 minutes earlier")),
        (_native("Alt+Down"), _("Event 15 minutes later")),
        (_native("Alt+Shift+Up"), _("Event 15 minutes shorter")),
        (_native("Alt+Shift+Down"), _("Event 15 minutes longer")),
        (_native("Alt+Shift+Left"), _("Event a day earlier")),
        (_native("Alt+Shift+Right"), _("Event a day later")),
        (_native("Ctrl+Alt+Up"), _("Event to the room before")),
        (_native("Ctrl+Alt+Down"), _("Event to the next room")),
        (_native("Ctrl++"), _("Higher hours")),
        (_native("Ctrl+-"), _("Lower hours")),
        (_native("Ctrl+0"), _("Hours as high as usual")),
    ]


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _part(title: str, rows: list[tuple[str, str]]) -> QWidget:
    part = QWidget()
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 104)
    grid.addWidget(Label(title, "label", "text2"), 0, 0, 1, 2)
    for place, (keys, words) in enumerate(rows, start=1):
        grid.addWidget(KeyCap(keys), place, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(words, wraps=True), place, 1)
    return part
