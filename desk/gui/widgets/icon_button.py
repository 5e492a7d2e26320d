"""Buttons with a picture only: always with a tool tip and a name for screen readers."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import draw_focus_ring, draw_frame, draw_tinted_icon, painting


class IconButton(KeyboardFocus, QToolButton):
    """A square button of 32 px (28 dense) with an 18 px icon (16 dense); `name` is said and shown.

    `on_navigation` is for the dark ground of the navigation and of toasts.
    """

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        dense: bool = False,
        on_navigation: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._on_navigation = on_navigation
        theme = current_theme()
        self._picture = theme.icon.button if dense else theme.icon.row
        side = theme.height.button_dense if dense else theme.height.button
        self.setFixedSize(QSize(side, side))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What the button does, as its tool tip and its accessible name."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon_name(self, icon: str) -> None:
        """Another icon."""
        self._icon_name = icon
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            ground = self._ground()
            if ground is not None:
                draw_frame(painter, box, theme.radius.control, fill=theme.colour(ground))
            painter.setOpacity(1.0 if self.isEnabled() else theme.opacity.disabled_icon)
            side = self._picture
            place = QRectF((box.width() - side) / 2, (box.height() - side) / 2, side, side)
            role = "text2"
            if self._on_navigation:
                role = "nav_text" if self.underMouse() else "nav_text2"
            if self.isChecked():
                role = "nav_lip" if self._on_navigation else "accent"
            draw_tinted_icon(painter, place, self._icon_name, role)
            painter.setOpacity(1.0)
            if self.shows_focus:
                colour = theme.colour("nav_lip" if self._on_navigation else "focus")
                draw_focus_ring(painter, box, theme.radius.control, colour)

    def _ground(self) -> str | None:
        if not self.isEnabled():
            return None
        if self.isDown():
            return "nav_sel" if self._on_navigation else "sunken"
        if self.isChecked() and not self._on_navigation:
            return "lip"
        if self.underMouse():
            return "nav_sel" if self._on_navigation else "hover"
        return None
