"""What stands in the way of an event that is being planned, with buttons that mend it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.dialogs.event_draft import EventDraft, is_clash
from desk.gui.dialogs.lookups import FindVenues
from desk.gui.models.event_words import finding_kind, mend_icon, short_words
from desk.gui.widgets.field_note import FieldNote
from desk.gui.widgets.finding_box import FindingBox, Remedy
from desk.gui.widgets.page import ScrollColumn
from desk.locale import _, ngettext
from desk.model.rows.findings import FindingRow, Mend

_MOST_BOXES = 6


class DraftFindings(ScrollColumn):
    """The findings as boxes, and one short note for each field they belong to.

    `mend_chosen` carries the `Mend` of the button that was pressed.
    """

    mend_chosen = Signal(object)

    def __init__(self, venues: FindVenues, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 0, 8, 0), spacing=8, parent=parent)
        self.setAccessibleName(_("What stands in the way"))
        self.setMinimumWidth(280)
        self._venues = venues
        self._notes: dict[str, FieldNote] = {}
        self._shown: list[FindingBox] = []
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(8)
        self.column.addLayout(self._boxes)
        self.column.addStretch(1)

    def note(self, field: str) -> FieldNote:
        """The note of a field, to be placed below it."""
        return self._notes.setdefault(field, FieldNote())

    def show_findings(self, draft: EventDraft, findings: Sequence[FindingRow]) -> None:
        """Show these in place of those before."""
        self._say_beside_fields(findings)
        for old in self._shown:
            self._boxes.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown.clear()
        offered: set[Mend] = set()
        for finding in findings[:_MOST_BOXES]:
            mends = [mend for mend in finding.mends if mend not in offered]
            offered.update(mends)
            box = FindingBox(
                finding_kind(finding),
                finding.title,
                finding.why,
                [Remedy(mend, mend.text, mend_icon(mend)) for mend in mends],
                conflict=is_clash(finding),
            )
            box.remedy_chosen.connect(self.mend_chosen)
            self._add(box)
        rest = len(findings) - _MOST_BOXES
        if rest > 0:
            words = ngettext("{count} more", "{count} more", rest).format(count=rest)
            self._add(FindingBox("warn", words))
        if not findings:
            self._add(self._all_well(draft))

    def _add(self, box: FindingBox) -> None:
        self._boxes.addWidget(box)
        self._shown.append(box)

    def _all_well(self, draft: EventDraft) -> FindingBox:
        room = self._venues.row(draft.venue_id)
        if room is None:
            return FindingBox("info", _("Nobody is expected elsewhere at this time."))
        return FindingBox(
            "ok",
            _("{venue} is free").format(venue=room.name),
            _("Nobody is expected elsewhere at this time."),
        )

    def _say_beside_fields(self, findings: Sequence[FindingRow]) -> None:
        for field, note in self._notes.items():
            own = [finding for finding in findings if finding.field == field]
            first = own[0] if own else None
            note.say(finding_kind(first) if first else "info", short_words(first) if first else "")
