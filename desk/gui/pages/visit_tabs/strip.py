"""The one strip above a list that says its gravest finding."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.widgets.finding_box import FindingKind, Remedy
from desk.gui.widgets.message_strip import MessageStrip
from desk.locale import _, ngettext
from desk.model.choices import Severity
from desk.model.rows.findings import FindingRow

KINDS: dict[Severity, FindingKind] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.NOTE: "info",
}


class FindingStrip(QWidget):
    """Shows the first of the findings given, and how many more there are; nothing for none.

    `event_asked` carries the id of the event that a finding is about.
    """

    event_asked = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._strip: MessageStrip | None = None
        self._shown: tuple[FindingRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_findings(self, findings: Sequence[FindingRow]) -> None:
        """Show the gravest of these that nobody accepted."""
        told = tuple(finding for finding in findings if not finding.accepted)
        if told == self._shown:
            return
        self._shown = told
        if self._strip is not None:
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None
        self.setVisible(bool(told))
        if not told:
            return
        first = told[0]
        words = first.why
        more = len(told) - 1
        if more:
            rest = ngettext("{count} more finding", "{count} more findings", more)
            words = f"{words} {rest.format(count=more)}."
        remedies = [Remedy("event", _("Show event"))] if first.event_id else []
        self._strip = MessageStrip(
            KINDS[first.severity],
            words,
            remedies,
            lead=first.title,
            conflict=first.severity is Severity.ERROR,
            closable=False,
        )
        self._strip.remedy_chosen.connect(self._on_strip_remedy_chosen)
        self._column.addWidget(self._strip)

    def _on_strip_remedy_chosen(self, _key: object) -> None:
        event_id = self._shown[0].event_id
        if event_id is not None:
            self.event_asked.emit(event_id)
