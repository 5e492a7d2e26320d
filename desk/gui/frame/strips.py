"""The strip above the page: what went wrong, in one sentence, one at a time."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.widgets.finding_box import FindingKind
from desk.gui.widgets.message_strip import MessageStrip


class Strips(QWidget):
    """Shows the latest problem until it is waved away or the next thing succeeds.

    A strip that `stays` is only replaced by the person: a report of our own mistake.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._strips: list[MessageStrip] = []
        self._passing: MessageStrip | None = None
        self.hide()

    def tell(self, kind: FindingKind, words: str, *, stays: bool = False) -> None:
        """Show a sentence in place of the passing one before."""
        self.settle()
        strip = MessageStrip(kind, words)
        self._strips.append(strip)
        strip.closed.connect(self._on_strip_closed)
        self._layout.addWidget(strip)
        if not stays:
            self._passing = strip
        self.show()

    def settle(self) -> None:
        """The last problem is no longer true: take its strip away."""
        if self._passing is not None:
            self._remove(self._passing)

    @property
    def words(self) -> list[str]:
        """What is said at the moment."""
        return [strip.accessibleName() for strip in self._strips]

    def _remove(self, strip: MessageStrip) -> None:
        if strip is self._passing:
            self._passing = None
        self._strips.remove(strip)
        self._layout.removeWidget(strip)
        strip.hide()
        strip.deleteLater()
        self.setVisible(bool(self._strips))

    def _on_strip_closed(self) -> None:
        strip = self.sender()
        if isinstance(strip, MessageStrip):
            self._remove(strip)
