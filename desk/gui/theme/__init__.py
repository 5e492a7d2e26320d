"""The visual language: values, palette, style sheet, fonts and icons.

`apply_theme(app, "light" | "dark" | "system")` once at the start and again to change it.
`current_theme()` gives the typed values; `theme_notifier().theme_changed` says when caches are
stale; `icon("printer", role="text2")` gives an icon that tints itself.
"""

from desk.gui.theme.application import apply_theme, current_theme, theme_notifier
from desk.gui.theme.icons import icon
from desk.gui.theme.theme import Theme

__all__ = ["Theme", "apply_theme", "current_theme", "icon", "theme_notifier"]
