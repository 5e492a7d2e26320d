"""The menu bar, made from the commands."""

from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desk.gui.commands import COMMANDS, LANGUAGES, MENUS, THEMES
from desk.gui.frame.actions import Actions
from desk.gui.frame.mnemonics import with_mnemonics
from desk.gui.theme.application import current_theme
from desk.locale import _


class Menu(QMenuBar):
    """Seven menus; language and theme are chosen under View.

    `about_to_show` comes before a menu opens, so that what rests can be greyed.
    """

    about_to_show = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(
        self, actions: Actions, *, language: str, theme: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFont(current_theme().font("body"))
        self.setFixedHeight(current_theme().height.menu)
        self.setNativeMenuBar(False)
        self._choices: list[QAction] = []
        titles = with_mnemonics([_(label) for _name, label in MENUS])
        for (name, _label), title in zip(MENUS, titles, strict=True):
            menu = self.addMenu(title)
            menu.setObjectName(name)
            menu.aboutToShow.connect(self.about_to_show)
            self._fill(menu, name, actions)
            if name == "view":
                menu.addSeparator()
                self._add_choices(menu, _("Language"), LANGUAGES, language, "translate")
                themes = tuple((key, _(label)) for key, label in THEMES)
                self._add_choices(menu, _("Theme"), themes, theme, "palette")
            _underline(menu)

    def _fill(self, menu: QMenu, name: str, actions: Actions) -> None:
        commands = [command for command in COMMANDS if command.menu == name]
        for number, (_group, part) in enumerate(groupby(commands, key=lambda c: c.group)):
            if number:
                menu.addSeparator()
            for command in part:
                menu.addAction(actions[command.name])

    def _add_choices(
        self, menu: QMenu, title: str, choices: tuple[tuple[str, str], ...], chosen: str, kind: str
    ) -> None:
        under = menu.addMenu(title)
        group = QActionGroup(under)
        for key, words in choices:
            action = under.addAction(words)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.setData((kind, key))
            group.addAction(action)
            self._choices.append(action)
        group.triggered.connect(self._on_choice_triggered)

    def show_theme(self, theme: str) -> None:
        """The theme was chosen elsewhere."""
        for action in self._choices:
            if action.data() == ("palette", theme):
                action.setChecked(True)

    def _on_choice_triggered(self, action: QAction) -> None:
        kind, key = action.data()
        (self.language_chosen if kind == "translate" else self.theme_chosen).emit(key)


def _underline(menu: QMenu) -> None:
    items = [action for action in menu.actions() if not action.isSeparator()]
    plain = [
        action.text().replace("&&", "\0").replace("&", "").replace("\0", "&") for action in items
    ]
    for action, text in zip(items, with_mnemonics(plain), strict=True):
        action.setText(text)
        under = action.menu()
        if isinstance(under, QMenu):
            _underline(under)
