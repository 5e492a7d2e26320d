"""Notes an agreement of a visit: what, with whom, and what the office is in it."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.dialogs.parties_field import PartiesField
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.text_field import TextField
from desk.locale import _
from desk.model.choices import AgreementKind, AgreementStage, OurRole
from desk.services import agreements
from desk.services.choice_words import choice_words


class NewAgreementDialog(NewThingDialog):
    """Title, kind, our role, stage, parties; the rest is filled in beside the page."""

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, visit_id: int | None = None
    ) -> None:
        super().__init__(context, _("New agreement"), _("Add agreement"), width=480, parent=parent)
        self._visit_id = visit_id
        self.title = TextField(placeholder=_("Sister city …"))
        self.kind = ComboBox([(kind, choice_words(kind)) for kind in AgreementKind])
        self.kind.set_value(AgreementKind.MEMORANDUM)
        self.our_role = ComboBox([(role, choice_words(role)) for role in OurRole])
        self.stage = ComboBox([(stage, choice_words(stage)) for stage in AgreementStage])
        self.parties = PartiesField(context)
        self.add_field("title", _("Title"), self.title)
        self.add_row(
            self.add_field("kind", _("Kind"), self.kind, place=False),
            self.add_field("our_role", _("Our role"), self.our_role, place=False),
        )
        self.add_field("stage", _("Stage"), self.stage)
        self.add_field("parties", _("Parties"), self.parties)
        self.title.setFocus()

    def create(self) -> int:
        """Note it."""
        return agreements.create_agreement(
            self.context.desk,
            title=self.title.value,
            kind=AgreementKind(self.kind.value),
            our_role=OurRole(self.our_role.value),
            stage=AgreementStage(self.stage.value),
            visit_id=self._visit_id,
            parties=self.parties.value,
        )
