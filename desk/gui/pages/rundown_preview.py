"""The rundown of an event before it is printed."""

from PySide6.QtWidgets import QVBoxLayout

from desk.gui.context import Target
from desk.gui.pages.event_preview import EventPreviewPage
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.labeled_field import LabeledField
from desk.locale import _
from desk.model.rows.documents import DocumentDraft
from desk.services import rundown_papers

GUESTS, OFFICE = "guests", "office"


class RundownPreviewPage(EventPreviewPage):
    """Opened for an event: `target.row_id`; the tab `office` prints everything."""

    tables = EventPreviewPage.tables | {"programme_item"}

    def open(self, target: Target) -> None:
        """Show the rundown of another event, for the readers that the tab names."""
        if target.tab in (GUESTS, OFFICE):
            self.readers.set_value(target.tab)
        super().open(target)

    def title(self) -> str:
        return _("Rundown")

    def draft(self, row_id: int) -> DocumentDraft:
        return rundown_papers.rundown_draft(
            self.context.desk,
            row_id,
            rundown_papers.RundownChoices(
                language=self.language.value, internal=self.readers.value == OFFICE
            ),
        )

    def add_choices(self, body: QVBoxLayout) -> None:
        self.readers = ComboBox([(GUESTS, _("Guests")), (OFFICE, _("The office"))])
        self.readers.set_value(GUESTS)
        self.readers.value_changed.connect(self.refresh_soon)
        body.addWidget(
            LabeledField(
                _("For"),
                self.readers,
                hint=_("Guests read neither internal rows nor notes nor who is in charge."),
            )
        )

    def go_back(self) -> None:
        """To the rundown itself."""
        if self.row_id is not None:
            self.context.go("rundown", self.row_id)
