"""The attendance list of an event before it is printed."""

from PySide6.QtWidgets import QVBoxLayout

from desk.gui.pages.event_preview import EventPreviewPage
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.number_field import NumberField
from desk.locale import _
from desk.model.rows.documents import DocumentDraft
from desk.services import attendance_lists


class AttendancePreviewPage(EventPreviewPage):
    """Opened for an event: `target.row_id`."""

    def title(self) -> str:
        return _("Attendance list")

    def draft(self, row_id: int) -> DocumentDraft:
        return attendance_lists.attendance_draft(
            self.context.desk,
            row_id,
            attendance_lists.AttendanceChoices(
                language=self.language.value,
                blank_rows=self.blank_rows.value or 0,
                show_office=self.show_office.isChecked(),
                show_signature=self.show_signature.isChecked(),
                show_original_script=self.show_original.isChecked(),
            ),
        )

    def add_choices(self, body: QVBoxLayout) -> None:
        self.blank_rows = NumberField(4, most=attendance_lists.MOST_BLANK_ROWS)
        self.blank_rows.value_changed.connect(self.refresh_soon)
        body.addWidget(LabeledField(_("Blank rows at the end"), self.blank_rows))
        body.addWidget(Label(_("Columns"), "label", "text2"))
        self.show_office = CheckBox(_("Office and organisation"), True)
        self.show_signature = CheckBox(_("Signature"), True)
        self.show_original = CheckBox(_("Original script"), False)
        ticks = QVBoxLayout()
        ticks.setSpacing(0)
        for tick in (self.show_office, self.show_signature, self.show_original):
            tick.toggled.connect(self.refresh_soon)
            ticks.addWidget(tick)
        body.addLayout(ticks)
