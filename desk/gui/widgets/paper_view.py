"""Pages of paper on the screen, drawn from SVG so that they are sharp at any size."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.painting import draw_frame, painting
from desk.locale import _

POINTS_TO_PIXELS = 96 / 72
_GAP = 16
STEPS = (0.5, 0.64, 0.8, 1.0, 1.25, 1.5, 2.0)
"""The sizes that zooming goes through, 1.0 being the size of the paper."""


class _Sheets(QWidget):
    """All pages one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.renderers: list[QSvgRenderer] = []
        self.scale = 0.8

    def page_size(self, renderer: QSvgRenderer) -> QSize:
        size = renderer.viewBoxF().size() * self.scale * POINTS_TO_PIXELS
        return size.toSize()

    def top_of(self, page: int) -> int:
        """Where a page begins, in pixels from the top."""
        return _GAP + sum(self.page_size(r).height() + _GAP for r in self.renderers[:page])

    def fit(self) -> None:
        sizes = [self.page_size(renderer) for renderer in self.renderers]
        width = max((size.width() for size in sizes), default=0) + 2 * _GAP
        height = sum(size.height() + _GAP for size in sizes) + _GAP
        self.setMinimumSize(width, height)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            painter.fillRect(event.rect(), theme.colour("desk"))
            for place, renderer in enumerate(self.renderers):
                size = self.page_size(renderer)
                left = max(_GAP, (self.width() - size.width()) // 2)
                box = QRectF(left, self.top_of(place), size.width(), size.height())
                if box.intersects(QRectF(event.rect())):
                    # Paper is white in the dark theme too.
                    draw_frame(painter, box, 0, fill=QColor(theme.colour("paper")))
                    renderer.render(painter, box)


class PaperView(QScrollArea):
    """Pages to look at; `page_changed` carries the page in view and how many there are."""

    page_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Print preview"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheets = _Sheets()
        self.setWidget(self._sheets)
        self.setWidgetResizable(True)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def scale(self) -> float:
        """The size of the pages; 1.0 is the size of the paper."""
        return self._sheets.scale

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sheets.renderers)

    @property
    def page(self) -> int:
        """The page in view, counted from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        tops = [self._sheets.top_of(place) for place in range(self.pages)]
        return max((place for place, top in enumerate(tops) if top <= middle), default=0)

    @property
    def widest(self) -> float:
        """The width of the widest page, in points."""
        return max((page.viewBoxF().width() for page in self._sheets.renderers), default=0.0)

    def show_pages(self, pages: Sequence[str]) -> None:
        """Show these pages (SVG, sizes in points); the place in the document stays."""
        place = self.verticalScrollBar().value()
        self._sheets.renderers = [QSvgRenderer(QByteArray(page.encode())) for page in pages]
        self._sheets.fit()
        self.verticalScrollBar().setValue(place)
        self._on_scrolled()

    def set_scale(self, scale: float) -> None:
        """Another size of the pages."""
        self._sheets.scale = min(max(scale, STEPS[0]), STEPS[-1])
        self._sheets.fit()
        self._on_scrolled()

    def fit_width(self, largest: float = 0.8) -> None:
        """The size at which the widest page is seen whole, but no larger than that."""
        if self.widest:
            room = self.viewport().width() - 2 * _GAP
            self.set_scale(min(largest, room / (self.widest * POINTS_TO_PIXELS)))

    def zoom(self, closer: bool) -> None:
        """The next size up or down."""
        steps = STEPS if closer else STEPS[::-1]
        now = self.scale
        self.set_scale(next((s for s in steps if (s > now if closer else s < now)), now))

    def go_to(self, page: int) -> None:
        """Bring a page into view, counted from 0."""
        if 0 <= page < self.pages:
            self.verticalScrollBar().setValue(self._sheets.top_of(page) - _GAP)

    def renderers(self) -> tuple[QSvgRenderer, ...]:
        """The pages as they are drawn, for a printer."""
        return tuple(self._sheets.renderers)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(event.angleDelta().y() > 0)
            event.accept()
            return
        super().wheelEvent(event)

    def _on_scrolled(self) -> None:
        self.page_changed.emit(self.page, self.pages)
