"""The programme of a visit before it is printed."""

from PySide6.QtWidgets import QVBoxLayout

from desk.gui.pages.print_preview import PrintPreviewPage
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.label import Label
from desk.locale import _
from desk.model.rows.documents import DocumentDraft
from desk.services import programme_papers, visits


class ProgrammePreviewPage(PrintPreviewPage):
    """Opened for a visit: `target.row_id`."""

    def title(self) -> str:
        return _("Programme")

    def describe(self, row_id: int) -> str | None:
        visit = visits.get_visit(self.context.desk, row_id)
        if visit is None:
            return None
        self.remember_visit(visit.id)
        return visit.title

    def draft(self, row_id: int) -> DocumentDraft:
        return programme_papers.programme_draft(
            self.context.desk,
            row_id,
            programme_papers.ProgrammeChoices(
                language=self.language.value,
                show_internal=self.show_internal.isChecked(),
                show_cancelled=self.show_cancelled.isChecked(),
            ),
        )

    def add_choices(self, body: QVBoxLayout) -> None:
        self.show_internal = CheckBox(_("The office's own meetings"), False)
        self.show_cancelled = CheckBox(_("Cancelled and postponed events"), False)
        body.addWidget(Label(_("Print these too"), "label", "text2"))
        ticks = QVBoxLayout()
        ticks.setSpacing(0)
        for tick in (self.show_internal, self.show_cancelled):
            tick.toggled.connect(self.refresh_soon)
            ticks.addWidget(tick)
        body.addLayout(ticks)
