"""The first start: which language, and with the sample visit or empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.commands import LANGUAGES
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Card
from desk.gui.widgets.label import Label
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.locale import _, current_language


class FirstStart(QWidget):
    """Shown instead of a page while a new database is empty and nobody has chosen a language.

    `language_chosen` carries the code; the window then builds itself anew, and this with it.
    """

    language_chosen = Signal(str)
    sample_asked = Signal()
    empty_asked = Signal()

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Welcome to Pandurata"))
        card = Card()
        card.setMaximumWidth(600)
        card.body.setSpacing(12)
        card.body.addWidget(Label(_("Welcome to Pandurata"), "page", wraps=True))
        card.body.addWidget(
            Label(
                _(
                    "The desk for delegation visits: programme, names, invitations and "
                    "attendance lists."
                ),
                "body",
                "text2",
                wraps=True,
            )
        )
        # Both languages name themselves, so the question needs no words of its own.
        self.languages = SegmentedButtons(LANGUAGES, name=_("Language"), current=current_language())
        card.body.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addSpacing(4)
        card.body.addWidget(
            Label(
                _(
                    "The sample is a delegation from Kazakhstan that meets the provincial "
                    "government; it can be deleted at any time."
                ),
                "body",
                wraps=True,
            )
        )
        self.sample = Button(_("Open with the sample visit"), "airplane-landing", "primary")
        self.empty = Button(_("Start empty"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sample)
        row.addWidget(self.empty)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(
            Label(
                _("Everything is kept in {place}.").format(place=place),
                "note",
                "text2",
                wraps=True,
                selectable=True,
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 4)
        across.addStretch(1)
        column.addLayout(across)
        column.addStretch(3)
        self.languages.chosen.connect(self._on_languages_chosen)
        self.sample.clicked.connect(self.sample_asked)
        self.empty.clicked.connect(self.empty_asked)

    def focus_first(self) -> None:
        """Put the keyboard on the way most people go."""
        self.sample.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_languages_chosen(self, language: str) -> None:
        self.language_chosen.emit(language)
