"""The field on the toolbar that finds things and runs commands."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.key_cap import key_cap_width, paint_key_cap
from desk.gui.widgets.painting import draw_tinted_icon, painting


class SearchField(QLineEdit):
    """A lens at the left, the keys that lead here at the right while it is empty."""

    def __init__(self, placeholder: str, *, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.set_placeholder(placeholder)
        theme = current_theme()
        self.setFixedHeight(theme.height.input)
        self.setMinimumWidth(160)
        self.setMaximumWidth(theme.width.search)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_placeholder(self, text: str) -> None:
        """What can be typed here; also the accessible name."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().width.search, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painting(self) as painter:
            side = current_theme().icon.button
            lens = QRectF(11, (self.height() - side) / 2, side, side)
            draw_tinted_icon(painter, lens, "magnifying-glass")
            if self._keys and not self.text():
                width = key_cap_width(self._keys)
                cap = QRectF(self.width() - width - 8, 0, width, self.height())
                paint_key_cap(painter, cap, self._keys)
