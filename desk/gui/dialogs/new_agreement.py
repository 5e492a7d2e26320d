"""Notes an agreement of a visit: what, with whom, and what the office is in it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.parties_field import PartiesField
from desk.gui.models.choice_words import agreement_kind_words, our_role_words, stage_words
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.text_field import TextField
from desk.locale import _
from desk.model.choices import AgreementKind, AgreementStage, OurRole
from desk.model.errors import UserError
from desk.services import agreements


class NewAgreementDialog(Dialog):
    """Title, kind, our role, stage, parties; the rest is filled in beside the page."""

    def __init__(
        self, context: Context, visit_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("New agreement"), width=480, parent=parent)
        self._context = context
        self._visit_id = visit_id
        self.title = TextField(placeholder=_("Sister city …"))
        self.kind = ComboBox([(kind, agreement_kind_words(kind)) for kind in AgreementKind])
        self.kind.set_value(AgreementKind.MEMORANDUM)
        self.our_role = ComboBox([(role, our_role_words(role)) for role in OurRole])
        self.stage = ComboBox([(stage, stage_words(stage)) for stage in AgreementStage])
        self.parties = PartiesField(context)
        self.title_field = LabeledField(_("Title"), self.title)
        self.body.addWidget(self.title_field)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(LabeledField(_("Kind"), self.kind), 1)
        row.addWidget(LabeledField(_("Our role"), self.our_role), 1)
        self.body.addLayout(row)
        self.body.addWidget(LabeledField(_("Stage"), self.stage))
        self.body.addWidget(LabeledField(_("Parties"), self.parties))
        self.add_action(_("Add agreement"), "plus")
        self.title.setFocus()

    def accept(self) -> None:
        """Note it and show it beside the page."""
        try:
            agreement_id = agreements.create_agreement(
                self._context.desk,
                title=self.title.value,
                kind=self.kind.value,
                our_role=self.our_role.value,
                stage=self.stage.value,
                visit_id=self._visit_id,
                parties=self.parties.value,
            )
        except UserError as error:
            self.title_field.set_error(error.message)
            self.title.setFocus()
            return
        super().accept()
        self._context.show_detail("agreement", agreement_id)
