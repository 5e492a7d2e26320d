"""What a visit needs before it begins, with a way to each thing that is missing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Card
from desk.gui.widgets.label import ElidedLabel, Label
from desk.gui.widgets.labeled_field import Sign
from desk.locale import _
from desk.model.rows.visits import ReadinessItem

PLACES = {
    "letter": ("overview", "letter"),
    "status": ("overview", "status"),
    "delegation": ("delegation", ""),
    "head": ("delegation", ""),
    "headcount": ("delegation", ""),
    "mailboxes": ("delegation", ""),
    "programme": ("programme", ""),
    "confirmed": ("programme", ""),
    "places": ("programme", ""),
    "hosts": ("programme", ""),
    "seats": ("programme", ""),
    "clashes": ("programme", ""),
}
"""Where each thing is mended: the tab, and the field when it is one of the overview."""


class _ReadinessRow(QWidget):
    """One thing: a sign, its words, and a link while it is missing."""

    asked = Signal(str)

    def __init__(self, item: ReadinessItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = item.code
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign = Sign("check-circle", "ok", 18) if item.done else Sign("circle", "text3", 18)
        row.addWidget(sign)
        words = ElidedLabel(item.text, "body", "text2" if item.done else "text")
        words.setAccessibleName(
            _("{thing}: done").format(thing=item.text)
            if item.done
            else _("{thing}: missing").format(thing=item.text)
        )
        row.addWidget(words, 1)
        self.setFixedHeight(28)
        if not item.done and item.code in PLACES:
            link = Button(_("Go there"), variant="quiet", dense=True)
            link.setAccessibleName(_("Go there: {thing}").format(thing=item.text))
            link.clicked.connect(self._on_link_clicked)
            row.addWidget(link)

    def _on_link_clicked(self) -> None:
        self.asked.emit(self._code)


class ReadinessCard(Card):
    """The list, missing things first; `asked` carries the code of the one to go to."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Readiness"), parent=parent)
        self.body.setSpacing(0)
        self._count = Label("", "note", "text2")
        assert self.header is not None
        self.header.add_action(self._count)
        self._shown: tuple[ReadinessItem, ...] = ()
        self._rows: list[_ReadinessRow] = []

    def show_items(self, items: tuple[ReadinessItem, ...]) -> None:
        """Show the list anew; the keyboard stays where it is when nothing changed."""
        if items == self._shown:
            return
        self._shown = items
        for row in self._rows:
            row.hide()
            self.body.removeWidget(row)
            row.deleteLater()
        self._rows = []
        for item in sorted(items, key=lambda item: item.done):
            row = _ReadinessRow(item)
            row.asked.connect(self.asked)
            self.body.addWidget(row)
            self._rows.append(row)
        ready = sum(item.done for item in items)
        self._count.setText(_("{done} of {total}").format(done=ready, total=len(items)))
