"""Words on the screen, in the sizes and colours of the visual language."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.theme.theme import FontName
from desk.gui.widgets.painting import draw_words, fitted, painting


class Label(QLabel):
    """A text with a font role (`page`, `section`, `body`, `row_title`, `note`, ...) and a tone.

    Tones: text, text2, text3, accent, bad, warn, info, ok, nav_text, nav_text2, nav_lip.
    Markup is not read, so names may hold any character.
    """

    def __init__(
        self,
        text: str = "",
        role: FontName = "body",
        tone: str = "text",
        *,
        wraps: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role: FontName = role
        self._tone = tone
        self.setFont(current_theme().font(role))
        self.setProperty("tone", tone)
        self.setMinimumHeight(current_theme().font_roles[role].line)
        if wraps:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setText(text)

    def setText(self, text: str) -> None:
        # The figures depend on the words, see Theme.font.
        if ("-" in text) != ("-" in self.text()):
            self.setFont(current_theme().font(self._role, text))
        super().setText(text)

    @property
    def role(self) -> FontName:
        """The font role."""
        return self._role

    def set_tone(self, tone: str) -> None:
        """Another colour."""
        if tone != self._tone:
            self._tone = tone
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
            self.update()


class ElidedLabel(Label):
    """One line that is cut with an ellipsis where room is short; a tool tip then shows all."""

    def __init__(
        self,
        text: str = "",
        role: FontName = "body",
        tone: str = "text",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tool_tip()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._show_tool_tip()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            tone = self._tone if self.isEnabled() else "text3"
            draw_words(painter, QRectF(self.contentsRect()), self.text(), self._role, tone)

    def _show_tool_tip(self) -> None:
        shown, _width = fitted(self._role, self.text(), self.contentsRect().width())
        self.setToolTip("" if shown == self.text() else self.text())
