"""What stands in the way of an event that is being planned, with buttons that mend it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.dialogs.event_draft import (
    EventDraft,
    WayOut,
    is_clash,
    next_free_start,
    other_rooms,
)
from desk.gui.dialogs.lookups import FindVenues
from desk.gui.models.event_words import finding_kind, short_words
from desk.gui.widgets.field_note import FieldNote
from desk.gui.widgets.finding_box import FindingBox, Remedy
from desk.gui.widgets.page import ScrollColumn
from desk.locale import _, ngettext
from desk.model.rows.findings import FindingRow
from desk.services.desk import Desk

_MOST_BOXES = 6


class DraftFindings(ScrollColumn):
    """The findings as boxes, and one short note for each field they belong to.

    `way_chosen` carries the `WayOut` of the button that was pressed.
    """

    way_chosen = Signal(object)

    def __init__(self, desk: Desk, venues: FindVenues, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 0, 8, 0), spacing=8, parent=parent)
        self.setAccessibleName(_("What stands in the way"))
        self.setMinimumWidth(280)
        self._desk = desk
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
        ways = self._ways_out(draft, findings)
        for finding in findings[:_MOST_BOXES]:
            box = FindingBox(
                finding_kind(finding),
                finding.title,
                finding.why,
                [Remedy(way, way.text) for way in ways.pop(finding.code, ())],
                conflict=is_clash(finding),
            )
            box.remedy_chosen.connect(self.way_chosen)
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

    def _ways_out(
        self, draft: EventDraft, findings: Sequence[FindingRow]
    ) -> dict[str, Sequence[WayOut]]:
        """By the code of the finding they mend; each is offered once."""
        codes = {finding.code for finding in findings if is_clash(finding)}
        if not codes:
            return {}
        start = next_free_start(self._desk, draft)
        ways = [start] if start else []
        found: dict[str, Sequence[WayOut]] = {}
        if "room_clash" in codes:
            found["room_clash"] = [*ways, *other_rooms(draft, self._venues)]
        else:
            found["person_clash"] = ways
        return found

    def _say_beside_fields(self, findings: Sequence[FindingRow]) -> None:
        for field, note in self._notes.items():
            own = [finding for finding in findings if finding.field == field]
            first = own[0] if own else None
            note.say(finding_kind(first) if first else "info", short_words(first) if first else "")
