"""The place cards or name plates of an event before they are printed."""

from PySide6.QtWidgets import QVBoxLayout

from desk.gui.context import Target
from desk.gui.pages.event_preview import EventPreviewPage
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.labeled_field import LabeledField
from desk.locale import _
from desk.model.choices import Side
from desk.model.rows.documents import DocumentDraft
from desk.services import place_cards

FOLDED, PLATES = "folded", "plates"
_EVERYBODY = ""


class PlaceCardsPreviewPage(EventPreviewPage):
    """Opened for an event: `target.row_id`; the tab `plates` shows flat name plates."""

    tables = EventPreviewPage.tables | {"precedence_decision", "precedence_scheme"}

    def open(self, target: Target) -> None:
        """Show the cards of another event, of the sort that the tab names."""
        if target.tab in (FOLDED, PLATES):
            self.sort.set_value(target.tab)
        super().open(target)

    def title(self) -> str:
        return _("Place cards")

    def draft(self, row_id: int) -> DocumentDraft:
        return place_cards.place_cards_draft(
            self.context.desk,
            row_id,
            place_cards.CardChoices(
                language=self.language.value,
                folded=self.sort.value == FOLDED,
                show_office=self.show_office.isChecked(),
                side=Side(self.whose.value) if self.whose.value else None,
            ),
        )

    def add_choices(self, body: QVBoxLayout) -> None:
        self.sort = ComboBox(
            [(FOLDED, _("Cards to fold, one a sheet")), (PLATES, _("Flat plates, three a sheet"))]
        )
        self.sort.set_value(FOLDED)
        self.whose = ComboBox(
            [
                (_EVERYBODY, _("Everybody")),
                (Side.GUEST.value, _("Guests")),
                (Side.HOST.value, _("Hosts")),
            ]
        )
        self.whose.set_value(_EVERYBODY)
        self.show_office = CheckBox(_("Office and organisation"), True)
        body.addWidget(LabeledField(_("Sort"), self.sort))
        body.addWidget(LabeledField(_("For"), self.whose))
        body.addWidget(self.show_office)
        self.sort.value_changed.connect(self.refresh_soon)
        self.whose.value_changed.connect(self.refresh_soon)
        self.show_office.toggled.connect(self.refresh_soon)
