"""The cards of Today: the next visit, and the clashes with what mends them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.event_words import finding_kind, mend_icon
from desk.gui.pages.today_words import days_chip, visit_line
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Card
from desk.gui.widgets.chip import Chip, ChipLook
from desk.gui.widgets.figure import CountryPlate
from desk.gui.widgets.finding_box import FindingBox, Remedy
from desk.gui.widgets.label import ElidedLabel
from desk.gui.widgets.readiness_bar import ReadinessBar
from desk.locale import _, current_language, ngettext
from desk.locale.countries import UnknownCountry, country_name
from desk.model.rows.findings import FindingRow, Mend
from desk.model.rows.today import NextVisit

_MOST_CLASHES = 3
_NAMING_AFTER = 1000
"""Milliseconds."""


class VisitCard(Card):
    """One visit: country, title, days and cities, how ready it is, how far off; a button opens it."""

    visit_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._visit_id = 0
        self._plate = CountryPlate("")
        self._title = ElidedLabel("", "section")
        self._line = ElidedLabel("", "note", "text2")
        self._ready = ReadinessBar(_("Readiness"))
        self._ready.setFixedWidth(200)
        self._days = Chip("", "solid", large=True)
        self._open = Button(_("Open visit"))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._plate)
        row.addLayout(words, 1)
        row.addWidget(self._ready)
        row.addSpacing(8)
        row.addWidget(self._days)
        row.addWidget(self._open)
        self.body.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._country = ""
        # The names of all countries take a tenth of a second to load: the page comes first.
        self._naming = QTimer(self)
        self._naming.setSingleShot(True)
        self._naming.setInterval(_NAMING_AFTER)
        self._naming.timeout.connect(self._name_country)
        self._open.clicked.connect(self._on_open_clicked)

    def show_visit(self, following: NextVisit, today: date) -> None:
        """Show a visit."""
        visit = following.visit
        self._visit_id = visit.id
        self._plate.setVisible(bool(visit.country))
        self._country = visit.country
        self._plate.show_country(visit.country)
        self._naming.start()
        self._title.setText(visit.title)
        self._line.setText(visit_line(visit))
        total = len(following.readiness)
        self._ready.show_progress(
            following.ready,
            total,
            _("{done} of {total}").format(done=following.ready, total=total),
        )
        missing = [item.text for item in following.readiness if not item.done]
        self._ready.setToolTip("\n".join([_("Still missing:"), *missing]) if missing else "")
        self._days.show_look(days_chip(visit, today))
        self._open.setAccessibleDescription(visit.title)
        self.setAccessibleName(visit.title)

    def _name_country(self) -> None:
        self._plate.show_country(self._country, _country(self._country))

    def _on_open_clicked(self) -> None:
        self.visit_asked.emit(self._visit_id)


def _country(code: str) -> str:
    try:
        return country_name(code, current_language())
    except UnknownCountry:
        return code


class ClashesCard(Card):
    """The gravest clashes, each with the ways out of it.

    `mend_chosen` carries a `Mend`, `event_asked` the id of an event to look at; `all_asked` when
    every finding of the days ahead is wanted.
    """

    mend_chosen = Signal(object)
    event_asked = Signal(int)
    all_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Clashes"), parent=parent)
        self._context = context
        self._boxes: list[FindingBox] = []
        self._shown: tuple[FindingRow, ...] | None = None
        self._count = Chip("", "bad", "warning")
        self._more = ElidedLabel("", "note", "text2")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if self.header is not None:
            self.header.add_mark(self._count)
        self.body.addWidget(self._more)
        self.all_button = Button(_("All findings"), "warning", "quiet", dense=True)
        self.body.addWidget(self.all_button)
        self.all_button.clicked.connect(self.all_asked)

    def show_findings(self, findings: Sequence[FindingRow]) -> None:
        """Show the first of them, read anew with their ways out."""
        self.setVisible(bool(findings))
        self._count.show_look(ChipLook(str(len(findings)), "bad", "warning"))
        first = tuple(self._with_mends(finding) for finding in findings[:_MOST_CLASHES])
        hidden = len(findings) - len(first)
        self._more.setVisible(hidden > 0)
        self._more.setText(ngettext("{count} more", "{count} more", hidden).format(count=hidden))
        if first == self._shown:
            return
        self._shown = first
        for box in self._boxes:
            self.body.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = [self._box(finding) for finding in first]
        for place, box in enumerate(self._boxes):
            self.body.insertWidget(place, box)

    def focus_first(self) -> None:
        """Put the keyboard on the first way out."""
        for box in self._boxes[:1]:
            button = box.findChild(Button)
            if button is not None:
                button.setFocus()

    def _with_mends(self, finding: FindingRow) -> FindingRow:
        """The same finding as its event tells it, which knows what mends it."""
        from desk.services.checks import findings_of_event

        event_id = finding.event_id
        if event_id is None:
            return finding
        found = self._context.attempt(lambda: findings_of_event(self._context.desk, event_id))
        for row in found or ():
            if (row.code, row.other_event_id) == (finding.code, finding.other_event_id):
                return row
        return finding

    def _box(self, finding: FindingRow) -> FindingBox:
        remedies = [Remedy(mend, mend.text, mend_icon(mend)) for mend in finding.mends]
        if finding.event_id is not None:
            remedies.append(
                Remedy(finding.event_id, _("Show the event"), quiet=bool(finding.mends))
            )
        box = FindingBox(finding_kind(finding), finding.title, finding.why, remedies, conflict=True)
        box.remedy_chosen.connect(self._on_box_remedy_chosen)
        return box

    def _on_box_remedy_chosen(self, key: object) -> None:
        if isinstance(key, Mend):
            self.mend_chosen.emit(key)
        elif isinstance(key, int):
            self.event_asked.emit(key)
