"""How much of something is done."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.label import Label
from desk.gui.widgets.painting import draw_frame, painting

_HEIGHT = 8


class ProgressBar(QProgressBar):
    """A bar of 8 px; with a maximum of 0 a piece stands in the middle: length unknown."""

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            draw_frame(painter, box, _HEIGHT / 2, fill=theme.colour("sunken"))
            span = self.maximum() - self.minimum()
            if span <= 0:
                third = box.width() / 3
                part = QRectF(third, 0, third, box.height())
            else:
                share = (self.value() - self.minimum()) / span
                part = QRectF(0, 0, box.width() * max(0.0, min(1.0, share)), box.height())
            if part.width() > 0:
                part.setWidth(max(part.width(), float(_HEIGHT)))
                draw_frame(painter, part, _HEIGHT / 2, fill=theme.colour("accent"))


class ReadinessBar(QWidget):
    """Words at the left, "31 of 42" at the right, the bar below."""

    def __init__(
        self,
        title: str,
        count: str = "",
        *,
        done: int = 0,
        total: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = Label(title, "note", "text2")
        self._count = Label("", "note")
        self._bar = ProgressBar(name=title)
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._bar)
        self.show_progress(done, total, count)

    def set_title(self, title: str) -> None:
        """Other words, for another language."""
        self._title.setText(title)
        self._bar.setAccessibleName(title)

    def show_progress(self, done: int, total: int, count: str) -> None:
        """`done` of `total`, with the words for it."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._count.setText(count)
        self._bar.setAccessibleDescription(count)
