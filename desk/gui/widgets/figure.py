"""A number with what it counts, and the plate of a country's code."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.label import Label
from desk.gui.widgets.painting import CENTRE, draw_frame, draw_words, painting


class Figure(QWidget):
    """A number of 16/600 above its words; `tone="warn"` for one that is only about right."""

    def __init__(
        self, number: str, words: str, tone: str = "text", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._number = Label(number, "figure", tone)
        self._words = Label(words, "second_line", "text2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._number)
        layout.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_number(number, words, tone)

    def show_number(self, number: str, words: str, tone: str = "text") -> None:
        """Another number."""
        self._number.setText(number)
        self._number.set_tone(tone)
        self._words.setText(words)
        self.setAccessibleName(f"{number} {words}")


class CountryPlate(QWidget):
    """The two letters of a country on the navigation's ground; no flag."""

    def __init__(self, code: str, name: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self.setFixedSize(QSize(44, 32))
        self.show_country(code, name)

    def show_country(self, code: str, name: str = "") -> None:
        """Another country; `name` is its tool tip and what screen readers say."""
        self._code = code
        self.setToolTip(name)
        self.setAccessibleName(name or code)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            draw_frame(painter, box, theme.radius.chip, fill=theme.colour("nav"))
            draw_words(painter, box, self._code, "section", "nav_lip", CENTRE)
