"""Asks why an event is confirmed although it cannot be held as it is."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.models.event_words import finding_kind
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.finding_box import FindingBox
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.text_field import TextArea
from desk.locale import _, ngettext
from desk.model.choices import Status
from desk.model.errors import Blocked, UserError
from desk.model.rows.findings import FindingRow
from desk.services import programme

_MOST_BOXES = 3


class ConfirmAnywayDialog(Dialog):
    """What stands in the way, and one field for the reason why it stays so.

    `write(reason)` confirms and may raise UserError. Ctrl+Enter in the field accepts.
    """

    def __init__(
        self,
        title: str,
        findings: Sequence[FindingRow],
        write: Callable[[str], object],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Confirm “{title}” all the same?").format(title=title),
            _("It cannot be held as it is planned:"),
            width=520,
            cancel=_("Leave it as it is"),
            parent=parent,
        )
        self._write = write
        for finding in findings[:_MOST_BOXES]:
            kind = finding_kind(finding)
            self.body.addWidget(FindingBox(kind, finding.title, finding.why, conflict=True))
        more = len(findings) - _MOST_BOXES
        if more > 0:
            words = ngettext("{count} more", "{count} more", more).format(count=more)
            self.body.addWidget(FindingBox("bad", words))
        self.reason = TextArea(placeholder=_("Who decided it, and why"), lines=3)
        self.field = LabeledField(
            _("Why it stays so"),
            self.reason,
            hint=_("Internal: the reason never leaves the office."),
        )
        self.body.addWidget(self.field)
        # What is left over stands below the field, not within it.
        self.body.addStretch(1)
        self.accept_button = self.add_button(_("Confirm all the same"), "check", "primary")
        self.accept_button.clicked.connect(self.accept)
        self.reason.setFocus()

    def accept(self) -> None:
        """Confirm it; what is wrong is said beside the field."""
        if not self.reason.value.strip():
            self._refuse(_("Say why, so that everybody can answer the question."))
            return
        try:
            self._write(self.reason.value)
        except UserError as error:
            self._refuse(error.message)
            return
        super().accept()

    def _refuse(self, words: str) -> None:
        self.field.set_error(words)
        self.reason.setFocus()


def confirm_event(context: Context, event_id: int, title: str, parent: QWidget) -> bool:
    """Confirm an event, asking for a reason where something stands in the way; whether it was."""
    desk = context.desk

    def write(reason: str) -> bool:
        programme.set_event_status(desk, event_id, Status.CONFIRMED, override=reason)
        return True

    try:
        return write("")
    except Blocked as blocked:
        dialog = ConfirmAnywayDialog(title, blocked.findings, write, parent=parent)
        try:
            return bool(dialog.exec())
        finally:
            dialog.deleteLater()
    except UserError as error:
        context.problem_told.emit(error.message)
        return False
