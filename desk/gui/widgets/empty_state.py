"""What a page says while it has nothing to show."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import Sign
from desk.gui.widgets.painting import CENTRE, draw_frame, painting


class EmptyState(QFrame):
    """Icon, title, one sentence, one primary button, perhaps a second; in a dashed frame."""

    primary_chosen = Signal()
    secondary_chosen = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        *,
        primary: str = "",
        primary_icon: str = "plus",
        secondary: str = "",
        secondary_icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{title}. {sentence}" if sentence else title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(6)
        layout.addStretch(1)
        side = current_theme().icon.empty
        layout.addWidget(Sign(icon, "text2", side), 0, Qt.AlignmentFlag.AlignHCenter)
        self._title = Label(title, "section", wraps=True)
        self._title.setAlignment(CENTRE)
        layout.addWidget(self._title)
        self._sentence = Label(sentence, "note", "text2", wraps=True)
        self._sentence.setAlignment(CENTRE)
        layout.addWidget(self._sentence)
        # Only once it has a parent: shown before, it would be a window of its own.
        self._sentence.setVisible(bool(sentence))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.primary: Button | None = None
        self.secondary: Button | None = None
        if primary:
            self.primary = Button(primary, primary_icon or None, "primary")
            self.primary.clicked.connect(self.primary_chosen)
            row.addWidget(self.primary)
        if secondary:
            self.secondary = Button(secondary, secondary_icon or None)
            self.secondary.clicked.connect(self.secondary_chosen)
            row.addWidget(self.secondary)
        row.addStretch(1)
        layout.addSpacing(2)
        layout.addLayout(row)
        layout.addStretch(1)

    def set_words(self, title: str, sentence: str) -> None:
        """Other words, for a filter that finds nothing."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(f"{title}. {sentence}" if sentence else title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            draw_frame(
                painter,
                QRectF(self.rect()),
                theme.radius.box,
                edge=theme.colour("mute_line"),
                dashes=(3.0, 3.0),
            )
