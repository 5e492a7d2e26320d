"""What this computer remembers of the window: geometry, last database, language, theme, name."""

from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QByteArray, QSettings

from desk.locale import SCREEN_LANGUAGES

Theme = Literal["light", "dark", "system"]

_THEMES = ("light", "dark", "system")


class Remembered:
    """A small file of one person on one computer; everything of the office is in the database."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def database(self) -> str:
        """The path or URL that was opened last; empty at the first start."""
        return self._text("database")

    @database.setter
    def database(self, address: str) -> None:
        self._settings.setValue("database", address)

    @property
    def language(self) -> str:
        """The chosen language of the screen; empty while nobody chose."""
        language = self._text("language")
        return language if language in SCREEN_LANGUAGES else ""

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def theme(self) -> Theme:
        """The chosen theme, that of the system while nobody chose."""
        theme = self._text("theme")
        return cast(Theme, theme) if theme in _THEMES else "system"

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._settings.setValue("theme", theme)

    @property
    def who(self) -> str:
        """The name that the history notes; empty while nobody entered one."""
        return self._text("who")

    @who.setter
    def who(self, who: str) -> None:
        self._settings.setValue("who", who)

    @property
    def calendar_view(self) -> str:
        """The view of the calendar that was shown last; empty while nobody chose."""
        return self._text("calendar_view")

    @calendar_view.setter
    def calendar_view(self, view: str) -> None:
        self._settings.setValue("calendar_view", view)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window stood, as Qt packs it."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    def save(self) -> None:
        """Write what changed now."""
        self._settings.sync()

    def _text(self, name: str) -> str:
        value = self._settings.value(name, "")
        return value if isinstance(value, str) else ""
