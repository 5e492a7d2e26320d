"""One line below a field that says what stands in the way, with its sign."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.finding_box import SIGNS, FindingKind
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import Sign


class FieldNote(QWidget):
    """A sign and a sentence in the colour of a finding; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign(SIGNS["warn"], "warn")
        self._words = Label("", "note", "warn", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.fine)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What is said, empty for nothing."""
        return self._words.text()

    def say(self, kind: FindingKind, words: str) -> None:
        """Say something else; empty words take the line away."""
        self._sign.set_icon(SIGNS[kind], kind)
        self._words.set_tone(kind)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
