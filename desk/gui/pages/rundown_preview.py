"""The rundown of an event before it is printed."""

from PySide6.QtWidgets import QVBoxLayout

from desk.gui.context import Target
from desk.gui.pages.print_preview import PrintPreviewPage
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.labeled_field import LabeledField
from desk.locale import _, current_language
from desk.locale.formats import medium_date
from desk.model.rows.documents import DocumentDraft
from desk.services import programme, rundown_papers

GUESTS, OFFICE = "guests", "office"


class RundownPreviewPage(PrintPreviewPage):
    """Opened for an event: `target.row_id`; the tab `office` prints everything."""

    tables = PrintPreviewPage.tables | {"programme_item"}

    def open(self, target: Target) -> None:
        """Show the rundown of another event, for the readers that the tab names."""
        if target.tab in (GUESTS, OFFICE):
            self.readers.set_value(target.tab)
        super().open(target)

    def title(self) -> str:
        return _("Rundown")

    def describe(self, row_id: int) -> str | None:
        event = programme.get_event(self.context.desk, row_id)
        if event is None:
            return None
        return f"{event.title}, {medium_date(event.starts.date(), current_language())}"

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
