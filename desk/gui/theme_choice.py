"""Which theme the person chose, apart from which one that gives on this system now."""

from typing import cast

from PySide6.QtWidgets import QApplication

from desk.gui.remembered import Theme
from desk.gui.theme import apply_theme

_PROPERTY = "theme_choice"


def put_on_theme(choice: Theme) -> None:
    """Put a theme on the application and note the choice."""
    app = _application()
    app.setProperty(_PROPERTY, choice)
    apply_theme(app, choice)


def chosen_theme() -> Theme:
    """The choice noted last."""
    return cast(Theme, _application().property(_PROPERTY) or "light")


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
