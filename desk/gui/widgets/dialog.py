"""The dialog: only for what leaves the office, what is final, and what needs an answer first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.widgets.button import Button, Variant
from desk.gui.widgets.label import Label
from desk.locale import _


class Dialog(QDialog):
    """Title, text, a column `body` for fields, and a foot of buttons in a normal window.

    Buttons are added with `add_button`; the first primary or danger one takes Enter, Escape
    cancels. The button names what it does and how many ("Send 6"). Deletes itself when closed
    after `open_dialog`; with `exec` the caller does.
    """

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        width: int = 440,
        cancel: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(width)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        self.heading = Label(title, "section", wraps=True)
        column.addWidget(self.heading)
        self.text = Label(text, "body", wraps=True)
        column.addWidget(self.text)
        self.text.setVisible(bool(text))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 4, 0, 0)
        self.body.setSpacing(12)
        column.addLayout(self.body, 1)
        foot = QFrame()
        self._foot = QHBoxLayout(foot)
        self._foot.setContentsMargins(0, 8, 0, 0)
        self._foot.setSpacing(8)
        self._foot.addStretch(1)
        column.addWidget(foot)
        self._has_default = False
        self.cancel = self.add_button(_("Cancel") if cancel is None else cancel)
        self.cancel.clicked.connect(self.reject)

    def add_button(self, text: str, icon: str | None = None, variant: Variant = "normal") -> Button:
        """A button at the right of the foot."""
        button = Button(text, icon, variant)
        if variant in ("primary", "danger") and not self._has_default:
            button.setDefault(True)
            self._has_default = True
        self._foot.addWidget(button)
        return button

    def add_action(
        self, text: str, icon: str | None = None, variant: Variant = "primary"
    ) -> Button:
        """The button that says yes: it accepts the dialog."""
        button = self.add_button(text, icon, variant)
        button.clicked.connect(self.accept)
        return button

    def add_aside(self, widget: QWidget) -> None:
        """Something at the left of the foot."""
        self._foot.insertWidget(0, widget)

    def open_dialog(self) -> None:
        """Show it over its window without stopping the rest; it deletes itself."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.show()
