"""What the window shows when the database cannot be opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Card
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import Sign
from desk.locale import _


class ProblemPage(QWidget):
    """The sentence, and what can be done: try again, another file, a new one, quit."""

    again_asked = Signal()
    other_asked = Signal()
    new_asked = Signal()
    quit_asked = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(sentence)
        card = Card()
        card.setMaximumWidth(560)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Sign("database", "bad", current_theme().icon.empty))
        head.addWidget(Label(_("The database could not be opened"), "section", wraps=True), 1)
        card.body.addLayout(head)
        card.body.addWidget(Label(sentence, "body", wraps=True, selectable=True))
        card.body.addWidget(Label(_("Nothing was changed or lost."), "note", "text2", wraps=True))
        self.again = Button(_("Try again"), "arrow-clockwise", "primary")
        self.other = Button(_("Open another…"), "folder-open")
        self.new = Button(_("New database…"), "file-plus")
        self.leave = Button(_("Quit"), variant="quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.again, self.other, self.new):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.leave)
        card.body.addSpacing(8)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 4)
        across.addStretch(1)
        column.addLayout(across)
        column.addStretch(3)
        self.again.clicked.connect(self.again_asked)
        self.other.clicked.connect(self.other_asked)
        self.new.clicked.connect(self.new_asked)
        self.leave.clicked.connect(self.quit_asked)

    def focus_first(self) -> None:
        """Put the keyboard on the first button."""
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
