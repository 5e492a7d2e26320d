"""Asks why a visit or an event is cancelled or postponed."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.text_field import TextArea
from desk.locale import _
from desk.model.choices import Status
from desk.model.errors import UserError


class StatusReasonDialog(Dialog):
    """One field for the reason; `write(reason)` does it and may raise UserError.

    `title` names what it is about; `consequence` says what follows, such as the events that go
    with a visit. Ctrl+Enter in the field accepts.
    """

    def __init__(
        self,
        title: str,
        status: Status,
        write: Callable[[str], object],
        *,
        consequence: str = "",
        parent: QWidget | None = None,
    ) -> None:
        cancelling = status is Status.CANCELLED
        heading = _("Cancel “{title}”?") if cancelling else _("Postpone “{title}”?")
        super().__init__(
            heading.format(title=title), consequence, cancel=_("Leave it as it is"), parent=parent
        )
        self._write = write
        self.reason = TextArea(placeholder=_("Who decided it, and why"), lines=3)
        self.field = LabeledField(
            _("Reason"), self.reason, hint=_("It stays in the office and in the history.")
        )
        self.body.addWidget(self.field)
        words = _("Cancel it") if cancelling else _("Postpone it")
        variant = "danger" if cancelling else "primary"
        self.accept_button = self.add_button(words, None, variant)
        self.accept_button.clicked.connect(self.accept)
        self.reason.setFocus()

    def accept(self) -> None:
        """Write it; what is wrong is said beside the field."""
        try:
            self._write(self.reason.value)
        except UserError as error:
            self.field.set_error(error.message)
            self.reason.setFocus()
            return
        super().accept()
