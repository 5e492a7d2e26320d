"""What is wrong with an event, with the buttons that mend it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.event_words import finding_kind, mend_icon
from desk.gui.widgets.button import Button
from desk.gui.widgets.finding_box import FindingBox, Remedy
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.text_field import TextField
from desk.locale import _
from desk.model.errors import UserError
from desk.model.rows.findings import FindingRow, Mend
from desk.services import checks, mending

_TO_BE_FILLED_IN = ("no_place",)
"""What is only missing yet; there is nothing to decide about it."""


class _Keep(NamedTuple):
    """Leave it as it is, once a reason was given."""

    finding: FindingRow


class _Look(NamedTuple):
    """Show the other event."""

    event_id: int


class EventFindings(QWidget):
    """One box a finding; it can be mended, or kept with a reason.

    Nothing is rebuilt while the findings stay the same, so that the keyboard stays where it is.
    """

    mended = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[FindingRow, ...] = ()
        self._keeping: FindingRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.boxes: list[FindingBox] = []
        self._column_of_boxes = QVBoxLayout()
        self._column_of_boxes.setSpacing(8)
        self._column.addLayout(self._column_of_boxes)
        self.reason = TextField()
        self.reason_field = LabeledField(
            _("Why it stays so"),
            self.reason,
            hint=_("Internal: the reason never leaves the office."),
        )
        self.keep_button = Button(_("Keep it so"), "check", "primary", dense=True)
        self._leave_button = Button(_("Cancel"), dense=True)
        self._asking = QWidget()
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(8)
        asking.addWidget(self.reason_field)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._leave_button)
        buttons.addWidget(self.keep_button)
        asking.addLayout(buttons)
        self._column.addWidget(self._asking)
        self._asking.hide()
        self.hide()
        self.keep_button.clicked.connect(self._on_keep_button_clicked)
        self._leave_button.clicked.connect(self._on_leave_button_clicked)
        self.reason.returnPressed.connect(self._on_keep_button_clicked)

    def show_findings(self, findings: Sequence[FindingRow]) -> None:
        """Show these in place of those before."""
        if tuple(findings) == self._shown:
            return
        self._shown = tuple(findings)
        self._stop_asking()
        for old in self.boxes:
            self._column_of_boxes.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.boxes = [self._box(finding) for finding in findings]
        for box in self.boxes:
            self._column_of_boxes.addWidget(box)
        self.setVisible(bool(findings))

    def _box(self, finding: FindingRow) -> FindingBox:
        clash = finding.other_event_id is not None
        remedies = [Remedy(mend, mend.text, mend_icon(mend)) for mend in finding.mends]
        other = finding.other_event_id
        if other is not None:
            remedies.append(Remedy(_Look(other), _("Look at the other event"), quiet=True))
        if not finding.accepted and finding.code not in _TO_BE_FILLED_IN:
            remedies.append(Remedy(_Keep(finding), _("Keep it so, with a reason…"), quiet=True))
        why = finding.why
        if finding.accepted:
            why = _("{why} Kept so: {reason}").format(why=why, reason=finding.accepted)
        box = FindingBox(
            finding_kind(finding),
            finding.title,
            why,
            remedies,
            conflict=clash and not finding.accepted,
        )
        box.remedy_chosen.connect(self._on_box_remedy_chosen)
        return box

    def _stop_asking(self) -> None:
        self._keeping = None
        self.reason.set_value("")
        self.reason_field.set_error("")
        self._asking.hide()

    def _on_box_remedy_chosen(self, key: Mend | _Keep | _Look) -> None:
        if isinstance(key, _Keep):
            self._keeping = key.finding
            self._asking.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(key, _Look):
            self._context.show_detail("event", key.event_id)
        else:
            self._mend(key)

    def _mend(self, mend: Mend) -> None:
        def write() -> bool:
            mending.apply_mend(self._context.desk, mend)
            return True

        if self._context.attempt(write):
            self._context.tell(_("Mended: {what}").format(what=mend.text), undo=True)
            self.mended.emit()

    def _on_keep_button_clicked(self) -> None:
        finding = self._keeping
        if finding is None or finding.event_id is None:
            return
        try:
            checks.accept_clash(
                self._context.desk,
                finding.event_id,
                finding.other_event_id,
                finding.code,
                reason=self.reason.value,
            )
        except UserError as error:
            self.reason_field.set_error(error.message)
            return
        clash = finding.other_event_id is not None
        self._context.tell(_("Clash accepted") if clash else _("Kept as it is"), undo=True)

    def _on_leave_button_clicked(self) -> None:
        self._stop_asking()
