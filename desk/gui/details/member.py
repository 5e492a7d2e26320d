"""One line of a delegation: the role of a person, or what is known of a group."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer

from desk.gui.context import Context
from desk.gui.details.form import DetailForm
from desk.gui.details.localised_field import LocalisedField
from desk.gui.dialogs.lookups import country_of, find_countries
from desk.gui.models.choice_words import host_role_words
from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.chip import ChipLook
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.detail_pane import DetailPane
from desk.gui.widgets.finding_box import FindingBox
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.gui.widgets.text_field import TextArea
from desk.locale import _
from desk.model.changes import Changes
from desk.model.choices import Role, Side
from desk.model.rows.visits import MemberRow
from desk.services import delegation
from desk.services.choice_words import choice_words

_TABLES = frozenset({"delegation_member", "person", "office", "organisation", "visit"})


class MemberDetail(DetailPane):
    """Role, head-count and names of a group, notes; the person's own details are one step away.

    What is restricted about a person is not shown here.
    """

    def __init__(self, context: Context, member_id: int) -> None:
        super().__init__()
        self.context = context
        self._member_id = member_id
        self._member: MemberRow | None = None
        row = self._read()
        is_group = row is not None and row.is_group
        self.form = DetailForm(context, self._save, reload=self.refresh)
        self.role = ComboBox([(role, choice_words(role)) for role in Role])
        self.form.add_field("role", _("Role"), self.role)
        if is_group:
            self.form.add_field("group_name", _("Name of the group"), LocalisedField())
            self.form.add_row(
                self.form.add_field(
                    "headcount",
                    _("Number of people"),
                    NumberField(None, least=1, most=5000, optional=True),
                    place=False,
                ),
                self.form.add_field(
                    "country",
                    _("Country"),
                    SearchableCombo(find_countries),
                    choice_of=country_of,
                    to_value=lambda code: code or "",
                    place=False,
                ),
            )
        self.form.add_field(
            "notes", _("Notes"), TextArea(lines=4), hint=_("Internal: never printed, never sent.")
        )
        self.unknown = FindingBox(
            "warn",
            _("Number of people unknown"),
            _("Chairs, meals and cars depend on it. Ask the embassy or the liaison officer."),
        )
        self.person = Button(_("Details of the person"), "user")
        self.body.setSpacing(current_theme().space.field_gap)
        self.body.addWidget(self.unknown)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        if not is_group:
            self.foot.addWidget(self.person)
        self.person.clicked.connect(self._on_person_clicked)
        self.form.state_changed.connect(self._on_form_state_changed)
        context.committed.connect(self._on_context_committed)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored now; a line that was removed closes the pane."""
        row = self._read()
        if row is None:
            # Not from within the notice of the commit that removed it.
            QTimer.singleShot(0, self.closed.emit)
            return
        self._member = row
        guest = row.side is Side.GUEST
        words = choice_words if guest else host_role_words
        self.set_chips(
            [
                ChipLook(choice_words(row.side), "mute", "users-three" if row.is_group else "user"),
                ChipLook(words(row.role), "ok" if row.role is Role.HEAD else "mute"),
            ]
        )
        self.set_title(row.name, ", ".join(part for part in (row.office, row.organisation) if part))
        self.role.set_choices([(role, words(role)) for role in Role])
        self.unknown.setVisible(row.is_group and row.headcount is None)
        self.form.show_values(
            row.id,
            {
                "role": row.role,
                "group_name": row.group_names,
                "headcount": row.headcount,
                "country": row.country,
                "notes": row.notes,
            },
        )

    def _read(self) -> MemberRow | None:
        """The line as it is stored now; None when it was removed."""
        return delegation.get_member(self.context.desk, self._member_id)

    def commands(self) -> frozenset[str]:
        """Delete takes the line out of the delegation."""
        return frozenset({"delete"})

    def run(self, command: str) -> None:
        """Do one of the commands."""
        row = self._member
        if command != "delete" or row is None:
            return

        def remove() -> bool:
            delegation.remove_member(self.context.desk, row.id)
            return True

        if self.context.attempt(remove):
            words = _("{name} removed from the delegation").format(name=row.name)
            self.context.tell(words, undo=True)

    def _save(self, member_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        # A country that is shown may be the person's own; then nothing is stored to compare.
        known = {name: value for name, value in seen.items() if name != "country"}
        delegation.update_member(self.context.desk, member_id, changes, seen=known)

    def _on_person_clicked(self) -> None:
        if self._member is not None and self._member.person_id is not None:
            self.context.show_detail("person", self._member.person_id)

    def _on_form_state_changed(self, words: str, good: bool) -> None:
        self.set_state(words, "text2" if good else "bad")

    def _on_context_committed(self, changes: Changes) -> None:
        if changes.tables & _TABLES:
            self.refresh()
