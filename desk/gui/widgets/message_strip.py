"""One strip of words across a page."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.finding_box import SIGNS, FindingKind, Remedy
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.label import ElidedLabel, Label
from desk.gui.widgets.labeled_field import Sign
from desk.gui.widgets.painting import draw_frame, painting
from desk.locale import _


class MessageStrip(QFrame):
    """One strip on a page, at least 40 high: sign, `lead` in bold, the words, buttons, a cross.

    `closed` says the person waved it away. `remedy_chosen` as in `FindingBox`.
    """

    remedy_chosen = Signal(object)
    closed = Signal()

    def __init__(
        self,
        kind: FindingKind,
        words: str,
        remedies: Sequence[Remedy] = (),
        *,
        lead: str = "",
        conflict: bool = False,
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind: FindingKind = kind
        self._conflict = conflict
        self.setFixedHeight(40)
        self.setAccessibleName(f"{lead} {words}".strip())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(Sign(SIGNS[kind], kind, 18))
        said = QHBoxLayout()
        said.setSpacing(4)
        if lead:
            said.addWidget(Label(lead, "row_title"))
        said.addWidget(ElidedLabel(words), 1)
        layout.addLayout(said, 1)
        self._remedies: dict[QObject, Any] = {}
        for remedy in remedies:
            variant = "quiet" if remedy.quiet else "normal"
            button = Button(remedy.text, remedy.icon or None, variant, dense=True)
            self._remedies[button] = remedy.key
            button.clicked.connect(self._on_button_clicked)
            layout.addWidget(button)
        if closable:
            cross = IconButton("x", _("Close"), dense=True)
            cross.clicked.connect(self._on_cross_clicked)
            layout.addWidget(cross)

    def _on_button_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.remedy_chosen.emit(self._remedies[button])

    def _on_cross_clicked(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            painter.fillRect(box, theme.colour(f"{self._kind}_bg"))
            edge = theme.colour(f"{self._kind}_line")
            if self._conflict:
                frame = box.adjusted(-4, -4, 4, 0)
                draw_frame(painter, frame, 0, edge=edge, width=1.5, dashes=theme.line.conflict_dash)
            else:
                painter.fillRect(QRectF(0, 0, box.width(), 1), edge)
                painter.fillRect(QRectF(0, box.height() - 1, box.width(), 1), edge)
