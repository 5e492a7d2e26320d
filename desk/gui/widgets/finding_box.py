"""What is wrong, why, and the buttons that mend it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import Sign
from desk.gui.widgets.painting import draw_frame, painting

FindingKind = Literal["bad", "warn", "info", "ok"]

SIGNS: dict[FindingKind, str] = {
    "bad": "warning",
    "warn": "warning-circle",
    "info": "info",
    "ok": "check-circle",
}


@dataclass(frozen=True)
class Remedy:
    """One button that mends a finding; `key` comes back in `remedy_chosen`.

    `quiet` is for keeping things as they are, with a reason: it stands last, without a frame.
    """

    key: Any
    text: str
    icon: str = ""
    quiet: bool = False


class FindingBox(QFrame):
    """A tint with sign, what (bold), why, then dense buttons as wide as the box, best first.

    `conflict` draws the dashed edge that only conflicts have.
    """

    remedy_chosen = Signal(object)

    def __init__(
        self,
        kind: FindingKind,
        what: str,
        why: str = "",
        remedies: Sequence[Remedy] = (),
        *,
        conflict: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind: FindingKind = kind
        self._conflict = conflict
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{what}. {why}" if why else what)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(Sign(SIGNS[kind], kind, 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(what, "row_title", kind, wraps=True))
        if why:
            words.addWidget(Label(why, "note", wraps=True, selectable=True))
        head.addLayout(words, 1)
        layout.addLayout(head)
        self._remedies: dict[QObject, Any] = {}
        for remedy in sorted(remedies, key=_quiet_last):
            self._add(layout, remedy)

    def _add(self, layout: QVBoxLayout, remedy: Remedy) -> None:
        variant = "quiet" if remedy.quiet else "normal"
        button = Button(remedy.text, remedy.icon or None, variant, dense=True)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(60)
        # A narrow pane elides the words.
        button.setToolTip(remedy.text)
        self._remedies[button] = remedy.key
        button.clicked.connect(self._on_button_clicked)
        layout.addWidget(button)

    def _on_button_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.remedy_chosen.emit(self._remedies[button])

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            draw_frame(
                painter,
                QRectF(self.rect()),
                theme.radius.box,
                fill=theme.colour(f"{self._kind}_bg"),
                edge=theme.colour(f"{self._kind}_line"),
                width=theme.line.conflict if self._conflict else theme.line.hair,
                dashes=theme.line.conflict_dash if self._conflict else None,
            )


def _quiet_last(remedy: Remedy) -> bool:
    return remedy.quiet
