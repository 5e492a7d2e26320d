"""Putting a theme on the running application, and telling when it changed."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from desk.gui.theme.fonts import load_screen_fonts
from desk.gui.theme.palette import build_palette
from desk.gui.theme.style_sheet import build_style_sheet
from desk.gui.theme.theme import Theme
from desk.gui.theme.tokens import Mode, load_tokens

Choice = Literal["light", "dark", "system"]


class ThemeNotifier(QObject):
    """Says when another theme was put on: delegates and painted widgets drop their caches."""

    theme_changed = Signal(object)
    """Carries the new `Theme`."""

    def __init__(self) -> None:
        super().__init__()
        self._app: QApplication | None = None

    def follow_system(self, app: QApplication) -> None:
        """Change with the desktop from now on."""
        if self._app is None:
            self._app = app
            app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def stop_following(self) -> None:
        """Stay with the chosen theme."""
        if self._app is not None:
            self._app.styleHints().colorSchemeChanged.disconnect(self._on_scheme_changed)
            self._app = None

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._app is not None:
            _put_on(self._app, _system_mode(self._app))


class _State:
    """What this process shows now."""

    theme: Theme | None = None
    notifier: ThemeNotifier | None = None


_THEMES: dict[Mode, Theme] = {}


def theme_of(mode: Mode) -> Theme:
    """The theme of a mode, made once a process."""
    if mode not in _THEMES:
        _THEMES[mode] = Theme(load_tokens(), mode)
    return _THEMES[mode]


def current_theme() -> Theme:
    """The theme on screen; the light one before the first `apply_theme`."""
    if _State.theme is None:
        _State.theme = theme_of("light")
    return _State.theme


def theme_notifier() -> ThemeNotifier:
    """The one object that says when the theme changed."""
    if _State.notifier is None:
        _State.notifier = ThemeNotifier()
    return _State.notifier


def apply_theme(app: QApplication, choice: Choice) -> Theme:
    """Put a theme on the application: style, font, palette and the one style sheet.

    `system` takes the desktop's own scheme and follows it; unknown means light.
    """
    notifier = theme_notifier()
    if choice == "system":
        notifier.follow_system(app)
        return _put_on(app, _system_mode(app))
    notifier.stop_following()
    return _put_on(app, choice)


def _system_mode(app: QApplication) -> Mode:
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _put_on(app: QApplication, mode: Mode) -> Theme:
    load_screen_fonts()
    theme = theme_of(mode)
    changed = _State.theme is not None and _State.theme is not theme
    _State.theme = theme
    # With a style sheet the application's style is a wrapper without a name of its own.
    if not app.property("styled_by_desk"):
        app.setStyle("Fusion")
        app.setProperty("styled_by_desk", True)
    # What Qt writes by itself (menus, tips, typed text) is words rather than columns of figures.
    app.setFont(theme.font("body", "-"))
    app.setPalette(build_palette(theme))
    sheet = build_style_sheet(theme)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
    if changed:
        theme_notifier().theme_changed.emit(theme)
    return theme
