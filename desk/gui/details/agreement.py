"""One agreement: its parties, what the office is in it, how far it has come."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer

from desk.gui.context import Context
from desk.gui.details.form import DetailForm
from desk.gui.details.localised_field import LocalisedField
from desk.gui.dialogs.parties_field import PartiesField
from desk.gui.theme.application import current_theme
from desk.gui.widgets.chip import ChipLook
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.detail_pane import DetailPane
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.text_field import TextArea, TextField
from desk.locale import _
from desk.model.changes import Changes
from desk.model.choices import AgreementKind, AgreementStage, OurRole
from desk.model.rows.follow_ups import AgreementRow
from desk.services import agreements
from desk.services.choice_words import choice_words

_TABLES = frozenset({"agreement", "agreement_party", "organisation"})


class AgreementDetail(DetailPane):
    """Saves as one goes; the order of the parties is the order they were added in."""

    def __init__(self, context: Context, agreement_id: int) -> None:
        super().__init__()
        self.context = context
        self._agreement_id = agreement_id
        self._agreement: AgreementRow | None = None
        today = context.desk.today()
        self.form = DetailForm(context, self._save, reload=self.refresh)
        form = self.form
        form.add_field("title", _("Title"), LocalisedField())
        self.parties = PartiesField(context)
        self.parties_field = LabeledField(_("Parties"), self.parties)
        form.add_widget(self.parties_field)
        form.add_field(
            "our_role",
            _("Our role"),
            ComboBox([(role, choice_words(role)) for role in OurRole]),
        )
        form.add_field(
            "kind",
            _("Kind"),
            ComboBox([(kind, choice_words(kind)) for kind in AgreementKind]),
        )
        form.add_field(
            "stage",
            _("Stage"),
            ComboBox([(stage, choice_words(stage)) for stage in AgreementStage]),
            hint=_("The order of the stages is office practice (Permendagri 25/2020)."),
        )
        form.add_field("signed_on", _("Signed on"), DateField(today=today, optional=True))
        form.add_field("signed_in", _("Signed in"), TextField())
        form.add_field("expires_on", _("Expires on"), DateField(today=today, optional=True))
        form.add_field("notes", _("Notes"), TextArea(lines=4))
        self.body.setSpacing(current_theme().space.field_gap)
        self.body.addWidget(form)
        self.body.addStretch(1)
        self.parties.value_changed.connect(self._on_parties_value_changed)
        form.state_changed.connect(self._on_form_state_changed)
        context.committed.connect(self._on_context_committed)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored now; an agreement that was deleted closes the pane."""
        row = agreements.get_agreement(self.context.desk, self._agreement_id)
        if row is None:
            # Not from within the notice of the commit that deleted it.
            QTimer.singleShot(0, self.closed.emit)
            return
        self._agreement = row
        self.set_chips(
            [ChipLook(_("Our role: {role}").format(role=choice_words(row.our_role)), "info")]
        )
        self.set_title(row.title, f"{choice_words(row.kind)} · {choice_words(row.stage)}")
        self.parties.set_value(row.party_ids, row.parties)
        self.form.show_values(
            row.id,
            {
                "title": row.titles,
                "our_role": row.our_role,
                "kind": row.kind,
                "stage": row.stage,
                "signed_on": row.signed_on,
                "signed_in": row.signed_in,
                "expires_on": row.expires_on,
                "notes": row.notes,
            },
        )

    def commands(self) -> frozenset[str]:
        """An agreement can be deleted from here."""
        return frozenset({"delete"})

    def run(self, command: str) -> None:
        """Do one of the commands."""
        row = self._agreement
        if command != "delete" or row is None:
            return

        def delete() -> bool:
            agreements.delete_agreement(self.context.desk, row.id)
            return True

        if self.context.attempt(delete):
            self.context.tell(_("Agreement deleted"), undo=True)

    def _save(self, agreement_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        agreements.update_agreement(self.context.desk, agreement_id, changes, seen=seen)

    def _on_parties_value_changed(self) -> None:
        row, desk, parties = self._agreement, self.context.desk, self.parties.value
        if row is not None:
            self.context.attempt(
                lambda: agreements.update_agreement(desk, row.id, {}, parties=parties)
            )

    def _on_form_state_changed(self, words: str, good: bool) -> None:
        self.set_state(words, "text2" if good else "bad")

    def _on_context_committed(self, changes: Changes) -> None:
        if changes.tables & _TABLES:
            self.refresh()
