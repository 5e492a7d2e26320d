"""Buttons with words."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.theme.theme import FontName, Theme
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import (
    MIDDLE_LEFT,
    draw_focus_ring,
    draw_frame,
    draw_tinted_icon,
    draw_words,
    painting,
)

Variant = Literal["primary", "normal", "quiet", "danger"]

_GAP = 6
_PADDING = {False: 14, True: 12}
_QUIET_PADDING = 8
_CARET = 12


class Button(KeyboardFocus, QPushButton):
    """A button: one `primary` a page, `quiet` without a frame, `danger` for what is lost.

    `icon` is a Phosphor name. `dense` is 28 px high with 12 px words, else 32 and 13.
    A menu set with `setMenu` shows a small arrow.
    """

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        variant: Variant = "normal",
        *,
        dense: bool = False,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._variant: Variant = variant
        self._dense = dense
        theme = current_theme()
        self.setFont(theme.font(self._role))
        self.setFixedHeight(theme.height.button_dense if dense else theme.height.button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Enter in a form must not press whatever button comes first.
        self.setAutoDefault(False)
        if tip:
            self.setToolTip(tip)

    @property
    def variant(self) -> Variant:
        """How the button looks."""
        return self._variant

    def set_icon_name(self, icon: str | None) -> None:
        """Another icon, or none."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    @property
    def _role(self) -> FontName:
        return "label" if self._dense else "button"

    @property
    def _padding(self) -> int:
        return _QUIET_PADDING if self._variant == "quiet" else _PADDING[self._dense]

    def _words(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _content_width(self) -> float:
        width = current_theme().advance(self._role, self._words())
        if self._icon_name:
            width += current_theme().icon.button + (_GAP if self._words() else 0)
        if self.menu() is not None:
            width += _CARET + 4
        return width

    def sizeHint(self) -> QSize:
        width = int(self._content_width() + 0.99) + 2 * self._padding
        return QSize(max(width, current_theme().height.least_hit), self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.EnabledChange, QEvent.Type.FontChange):
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            words, icon = self._paint_ground(painter, theme, box)
            self._paint_content(painter, theme, box, words, icon)
            if self.shows_focus:
                draw_focus_ring(painter, box, theme.radius.control)
                if self._variant == "primary":
                    inner = box.adjusted(2, 2, -2, -2)
                    draw_focus_ring(painter, inner, 4, theme.colour("on_accent"))

    def _paint_ground(self, painter: QPainter, theme: Theme, box: QRectF) -> tuple[str, str]:
        """Fill and edge; gives the colour roles of the words and of the icon."""
        down = self.isDown() or self.isChecked()
        over = self.underMouse() and self.isEnabled()
        fill: QColor | None = theme.colour("surface")
        edge: QColor | None = theme.colour("edge")
        words, icon = "text", "text2"
        if not self.isEnabled():
            if self._variant == "quiet":
                fill, edge = None, None
            else:
                fill, edge = theme.colour("window"), theme.colour("line")
            words = icon = "text3"
        elif self._variant == "primary":
            token = "accent_press" if down else "accent_hover" if over else "accent"
            fill, edge = theme.colour(token), None
            words = icon = "on_accent"
        elif self._variant == "quiet":
            fill = theme.colour("sunken" if down else "hover") if down or over else None
            edge = None
            words = icon = "accent"
        elif self._variant == "danger":
            fill = theme.colour("bad_bg") if down or over else fill
            edge = theme.colour("bad_line")
            words = icon = "bad"
        elif down or over:
            fill = theme.colour("sunken" if down else "hover")
        draw_frame(painter, box, theme.radius.control, fill=fill, edge=edge)
        return words, icon

    def _paint_content(
        self, painter: QPainter, theme: Theme, box: QRectF, words: str, icon: str
    ) -> None:
        room = box.width() - 2 * self._padding
        left = box.left() + self._padding + max(0.0, (room - self._content_width()) / 2)
        right = box.right() - self._padding
        if self._icon_name:
            side = theme.icon.button
            if not self.isEnabled():
                painter.setOpacity(theme.opacity.disabled_icon)
            draw_tinted_icon(
                painter, QRectF(left, (box.height() - side) / 2, side, side), self._icon_name, icon
            )
            left += side + _GAP
        painter.setOpacity(1.0)
        if self.menu() is not None:
            place = QRectF(right - _CARET, (box.height() - _CARET) / 2, _CARET, _CARET)
            draw_tinted_icon(painter, place, "caret-down", icon)
            right -= _CARET + 4
        draw_words(
            painter,
            QRectF(left, box.top(), max(0.0, right - left) + 1, box.height()),
            self._words(),
            self._role,
            words,
            MIDDLE_LEFT,
        )
