"""A field with its label above and its hint or error below."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.label import Label
from desk.gui.widgets.painting import draw_tinted_icon, painting
from desk.gui.widgets.text_field import show_invalid


class Sign(QWidget):
    """A small icon in a colour of the theme; decoration beside words that say the same."""

    def __init__(
        self, icon: str, tone: str = "text2", side: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self.setFixedSize(QSize(side, side))

    def set_icon(self, icon: str, tone: str) -> None:
        """Another picture or colour."""
        self._icon = icon
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_tinted_icon(painter, QRectF(self.rect()), self._icon, self._tone)


class LabeledField(QWidget):
    """Label (12/500), editor, then a hint or an error with its sign.

    An editor with the signal `error_changed(str)` (dates, times) shows its own errors here;
    `set_error` of the page stands before them.
    """

    def __init__(
        self, label: str, editor: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        self._error = ""
        self._own_error = ""
        self._label = Label(label, "label", "text2")
        self._label.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        self._sign = Sign("warning-circle", "bad")
        self._note = Label("", "note", "text2", wraps=True)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._note, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().space.fine)
        layout.addWidget(self._label)
        layout.addWidget(editor)
        layout.addWidget(self._below)
        self.setFocusProxy(editor)
        own_error = getattr(editor, "error_changed", None)
        if own_error is not None:
            own_error.connect(self._on_editor_error_changed)
        self._show()

    @property
    def error(self) -> str:
        """The error shown, empty when all is well."""
        return self._error or self._own_error

    def set_label(self, text: str) -> None:
        """Other words above."""
        if self.editor.accessibleName() == self._label.text():
            self.editor.setAccessibleName(text)
        self._label.setText(text)

    def set_error(self, text: str) -> None:
        """Say what is wrong and what to do; empty takes it away."""
        self._error = text
        self._show()

    def set_hint(self, text: str) -> None:
        """A note below while there is no error."""
        self._hint = text
        self._show()

    def _on_editor_error_changed(self, text: str) -> None:
        self._own_error = text
        self._show()

    def _show(self) -> None:
        words = self.error or self._hint
        self._sign.setVisible(bool(self.error))
        self._note.set_tone("bad" if self.error else "text2")
        self._note.setText(words)
        self._below.setVisible(bool(words))
        show_invalid(self.editor, bool(self.error))
        self.editor.setAccessibleDescription(words)
