"""The visit at a glance: what is missing, what is wrong, and its own fields."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.details.form import DetailForm
from desk.gui.details.localised_field import LocalisedField
from desk.gui.details.saved_label import SavedLabel
from desk.gui.dialogs.lookups import country_of, find_countries, find_zones, zone_of
from desk.gui.models.choice_words import status_mark
from desk.gui.pages.visit_tabs.readiness import PLACES, ReadinessCard
from desk.gui.pages.visit_tabs.strip import KINDS
from desk.gui.pages.visit_tabs.tab import VisitTab
from desk.gui.pages.visit_tabs.view import VisitView
from desk.gui.widgets.card import Card
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.finding_box import FindingBox, Remedy
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.page import ScrollColumn
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.gui.widgets.text_field import TextArea, TextField
from desk.locale import _, ngettext
from desk.model.choices import Severity, Status, VisitKind
from desk.model.rows.findings import FindingRow
from desk.model.rows.visits import VisitRow
from desk.services import visits
from desk.services.choice_words import choice_words

_LEFT = 320
_MOST_EVENTS = 4
"""So many events of one finding have buttons of their own."""


class OverviewTab(VisitTab):
    """Readiness and findings at the left, the form that saves by itself at the right."""

    status_asked = Signal(object)
    """Another status was chosen; the page asks for a reason where one is needed."""
    event_asked = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.readiness = ReadinessCard()
        self.findings = Card(_("Findings"))
        self._boxes: list[QWidget] = []
        self._shown_findings: tuple[FindingRow, ...] = ()
        self.form = DetailForm(context, self._save, reload=self._reload)
        self.status = ComboBox([(each, status_mark(each).words) for each in Status])
        self.status_field = LabeledField(_("Status"), self.status)
        self._build_form()
        self._lay_out()
        self.readiness.asked.connect(self._on_readiness_asked)
        self.status.value_changed.connect(self._on_status_value_changed)

    def _build_form(self) -> None:
        form, today = self.form, self.context.desk.today()
        form.add_field("title", _("Title"), LocalisedField())
        form.add_row(
            form.add_field(
                "country",
                _("Country of the guests"),
                SearchableCombo(find_countries),
                choice_of=country_of,
                to_value=lambda code: code or "",
                place=False,
            ),
            self.status_field,
        )
        form.add_row(
            form.add_field("first_day", _("First day"), DateField(today=today), place=False),
            form.add_field("last_day", _("Last day"), DateField(today=today), place=False),
        )
        kinds = ComboBox([(kind, choice_words(kind)) for kind in VisitKind])
        form.add_row(
            form.add_field("kind", _("Kind of visit"), kinds, to_value=VisitKind, place=False),
            form.add_field(
                "guest_zone",
                _("Guests' time zone"),
                SearchableCombo(find_zones, placeholder=_("As at the office")),
                choice_of=zone_of,
                to_value=lambda zone: zone or "",
                place=False,
            ),
        )
        form.add_field(
            "letter", _("Letter"), TextField(placeholder=_("Number and date of the letter"))
        )
        form.add_field("purpose", _("Purpose"), TextArea(lines=3))
        form.add_field(
            "notes", _("Notes"), TextArea(lines=4), hint=_("Internal: never printed, never sent.")
        )

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.findings)
        left.addWidget(self.readiness)
        left.addStretch(1)
        left_side = QWidget()
        left_side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        left_side.setFixedWidth(_LEFT)
        card = Card(_("About the visit"))
        assert card.header is not None
        saved = SavedLabel(self.form)
        saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        card.header.add_action(saved)
        card.body.addWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(left_side, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        scroll = ScrollColumn(margins=(20, 16, 20, 20))
        scroll.column.addLayout(row)
        scroll.column.addStretch(1)
        self.column.addWidget(scroll)

    def show_view(self, view: VisitView) -> None:
        super().show_view(view)
        visit = view.visit
        self.readiness.show_items(view.readiness)
        self._show_findings(view)
        self._show_visit(visit)

    def _show_visit(self, visit: VisitRow) -> None:
        self.status.set_value(visit.status)
        self.status_field.set_hint(visit.status_reason)
        self.form.show_values(
            visit.id,
            {
                "title": visit.titles,
                "country": visit.country,
                "first_day": visit.first_day,
                "last_day": visit.last_day,
                "kind": visit.kind,
                "guest_zone": visit.guest_zone,
                "letter": visit.letter,
                "purpose": visit.purpose,
                "notes": visit.notes,
            },
        )

    def leave(self) -> None:
        self.form.leave()

    def commands(self) -> frozenset[str]:
        return frozenset({"edit"})

    def run(self, command: str) -> None:
        if command == "edit":
            self.form.focus_field("title")

    def focus_field(self, name: str) -> None:
        """Put the keyboard into a field of the form."""
        if name == "status":
            self.status.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.form.focus_field(name)

    def _show_findings(self, view: VisitView) -> None:
        told = tuple(finding for finding in view.findings if not finding.accepted)
        if told == self._shown_findings:
            return
        self._shown_findings = told
        for box in self._boxes:
            box.hide()
            self.findings.body.removeWidget(box)
            box.deleteLater()
        self._boxes = []
        for alike in _grouped(told):
            box = self._box(alike, view)
            self.findings.body.addWidget(box)
            self._boxes.append(box)
        self.findings.setVisible(bool(told))

    def _box(self, alike: Sequence[FindingRow], view: VisitView) -> FindingBox:
        """One box for findings that say the same of several events."""
        first = alike[0]
        titles = {event.id: event.title for event in view.events}
        remedies = [
            Remedy(("event", finding.event_id), titles[finding.event_id], "calendar-blank")
            for finding in alike
            if finding.event_id in titles
        ]
        if len(remedies) > _MOST_EVENTS:
            remedies = [*remedies[: _MOST_EVENTS - 1], _in_the_programme()]
        if not remedies and first.field == "delegation":
            remedies = [Remedy(("tab", "delegation"), _("Open the delegation"), "users-three")]
        why = first.why
        if len(alike) > 1:
            words = ngettext("{count} event.", "{count} events.", len(alike))
            why = f"{why} {words.format(count=len(alike))}".strip()
        box = FindingBox(
            KINDS[first.severity],
            first.title,
            why,
            remedies,
            conflict=first.severity is Severity.ERROR,
        )
        box.remedy_chosen.connect(self._on_box_remedy_chosen)
        return box

    def _save(self, visit_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        # The zone that is shown may follow from the country; then nothing is stored to compare.
        known = {name: value for name, value in seen.items() if name != "guest_zone"}
        visits.update_visit(self.context.desk, visit_id, changes, seen=known)

    def _reload(self) -> None:
        visit = visits.get_visit(self.context.desk, self.visit_id)
        if visit is not None:
            self._show_visit(visit)

    def _on_readiness_asked(self, code: str) -> None:
        tab, field = PLACES[code]
        if tab == "overview":
            self.focus_field(field)
        else:
            self.tab_asked.emit(tab)

    def _on_status_value_changed(self, chosen: str) -> None:
        # Qt gives the plain string of an enumeration back.
        status = Status(chosen)
        if self.view is not None and status is not self.view.visit.status:
            # The field says what is stored until it is stored.
            self.status.set_value(self.view.visit.status)
            self.status_asked.emit(status)

    def _on_box_remedy_chosen(self, key: tuple[str, Any]) -> None:
        kind, value = key
        if kind == "event":
            self.event_asked.emit(value)
        else:
            self.tab_asked.emit(value)


def _in_the_programme() -> Remedy:
    return Remedy(("tab", "programme"), _("All in the programme"), "list-dashes", quiet=True)


def _grouped(findings: Sequence[FindingRow]) -> list[list[FindingRow]]:
    """Findings that say the same joined; clashes each by itself."""
    groups: dict[object, list[FindingRow]] = {}
    for place, finding in enumerate(findings):
        same = (finding.code, finding.title, finding.why)
        key: object = place if finding.severity is Severity.ERROR else same
        groups.setdefault(key, []).append(finding)
    return list(groups.values())
