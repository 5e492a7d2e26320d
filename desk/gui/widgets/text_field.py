"""Fields for one line and for several lines of text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.theme.icons import icon as themed_icon

_EDGES = 16
"""Edge and padding above and below the words, and what a plain text edit keeps to itself."""


def show_invalid(editor: QWidget, invalid: bool) -> None:
    """Mark an editor as wrong or right again; the style sheet draws its edge."""
    if bool(editor.property("invalid")) != invalid:
        editor.setProperty("invalid", invalid)
        editor.style().unpolish(editor)
        editor.style().polish(editor)
        editor.update()


class TextField(QLineEdit):
    """One line of text, 32 px high.

    `value_changed` carries the text when the person has finished (Enter, leaving the field) and
    it differs; `textEdited` of Qt comes with each key.
    """

    value_changed = Signal(str)

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._value = text
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(current_theme().height.input)
        self.setMinimumWidth(64)
        if icon is not None:
            self._picture = QAction(self)
            self._picture.setIcon(themed_icon(icon))
            self.addAction(self._picture, QLineEdit.ActionPosition.LeadingPosition)
            # Qt leaves twice the room between a picture and the words that the toolbar has.
            self.setTextMargins(-6, 0, 0, 0)
        self.editingFinished.connect(self._on_editing_finished)

    @property
    def value(self) -> str:
        """The text without blanks around it."""
        return self.text().strip()

    def set_value(self, text: str) -> None:
        """Show a text without a signal."""
        self._value = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def _on_editing_finished(self) -> None:
        if self.value != self._value:
            self._value = self.value
            self.value_changed.emit(self._value)


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab leaves the field. `value_changed` as in `TextField`.

    As high as its words, at least `lines`; what is longer than `MOST_LINES` scrolls.
    """

    MOST_LINES = 8

    value_changed = Signal(str)

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value = text
        self.setPlainText(text)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._least = lines
        self._fit()
        self.document().documentLayout().documentSizeChanged.connect(self._on_document_size_changed)

    @property
    def value(self) -> str:
        """The text without blanks around it."""
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show a text without a signal; the cursor stays when it is the same text."""
        self._value = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._finish()
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words need."""
        # The document of a plain text edit measures its height in lines.
        needed = round(self.document().size().height())
        shown = max(self._least, min(needed, self.MOST_LINES))
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if needed > shown else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        room = shown * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        height = round(room) + _EDGES
        if height != self.height():
            self.setFixedHeight(height)

    def _on_document_size_changed(self) -> None:
        self._fit()

    def _finish(self) -> None:
        if self.value != self._value:
            self._value = self.value
            self.value_changed.emit(self._value)
