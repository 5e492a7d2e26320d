"""The ways to reschedule, each a few fields that together mean one change."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.lookups import FindVenues, find_people, find_zones, zone_of
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.locale import _, ngettext
from desk.model.choices import Side
from desk.model.rows.reschedule import (
    Change,
    MoveToVenue,
    MoveVisit,
    PostponeVisit,
    ReplaceHost,
    ShiftEvents,
)
from desk.model.rows.visits import VisitRow
from desk.services.participation import list_participants

FARTHEST = 24 * 60
"""Minutes that events are shifted by at most; for days there is another way."""


class Form(QWidget):
    """One way to reschedule; `changed` whenever it means something else."""

    changed = Signal()
    chooses_events = False
    """Whether it is done to chosen events rather than to the whole visit."""
    needs_reason = False

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def change(self, event_ids: tuple[int, ...], reason: str) -> Change | None:
        """What it means now; None while something is missing."""
        raise NotImplementedError

    def action(self, count: int) -> str:
        """What the button says, with the number of events that change."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        raise NotImplementedError

    def _row(self, *fields: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in fields:
            row.addWidget(field, 1)
        self.column.addLayout(row)

    def _on_changed(self, *_values: object) -> None:
        self.changed.emit()


class DaysForm(Form):
    """Other days, another zone, or both."""

    def __init__(self, context: Context, visit: VisitRow) -> None:
        super().__init__()
        self._visit = visit
        self.first_day = DateField(visit.first_day, today=context.desk.today())
        self.zone = SearchableCombo(find_zones)
        self.zone.set_choice(zone_of(visit.zone))
        self.keep_gaps = CheckBox(_("Keep the hours between events where the clocks change"))
        self._row(
            LabeledField(_("New first day"), self.first_day),
            LabeledField(_("Time zone of the visit"), self.zone),
        )
        self.column.addWidget(self.keep_gaps)
        self.first_day.value_changed.connect(self._on_changed)
        self.zone.value_changed.connect(self._on_changed)
        self.keep_gaps.toggled.connect(self._on_changed)

    def change(self, event_ids: tuple[int, ...], reason: str) -> Change | None:
        day, zone = self.first_day.value, self.zone.value
        if day is None or self.first_day.error or zone is None:
            return None
        days = (day - self._visit.first_day).days
        if not days and zone == self._visit.zone:
            return None
        return MoveVisit(self._visit.id, days, str(zone), self.keep_gaps.isChecked(), reason)

    def action(self, count: int) -> str:
        return _("Move the visit")

    def focus_first(self) -> None:
        self.first_day.setFocus()
        self.first_day.selectAll()


class PostponeForm(Form):
    """The visit does not take place then; perhaps it is known when."""

    needs_reason = True

    def __init__(self, context: Context, visit: VisitRow) -> None:
        super().__init__()
        self._visit = visit
        self.known = CheckBox(_("The new days are known"))
        self.first_day = DateField(visit.first_day, today=context.desk.today())
        self._field = LabeledField(_("New first day"), self.first_day)
        self._field.setEnabled(False)
        self.column.addWidget(self.known)
        self.column.addWidget(self._field)
        self.known.toggled.connect(self._on_known_toggled)
        self.first_day.value_changed.connect(self._on_changed)

    def change(self, event_ids: tuple[int, ...], reason: str) -> Change | None:
        if not self.known.isChecked():
            return PostponeVisit(self._visit.id, None, reason)
        day = self.first_day.value
        if day is None or self.first_day.error or day == self._visit.first_day:
            return None
        return PostponeVisit(self._visit.id, (day - self._visit.first_day).days, reason)

    def action(self, count: int) -> str:
        return _("Postpone the visit")

    def focus_first(self) -> None:
        self.known.setFocus()

    def _on_known_toggled(self, known: bool) -> None:
        self._field.setEnabled(known)
        if known:
            self.first_day.setFocus()
            self.first_day.selectAll()
        self.changed.emit()


class ShiftForm(Form):
    """Chosen events earlier or later by minutes."""

    chooses_events = True

    def __init__(self) -> None:
        super().__init__()
        self.minutes = NumberField(15, least=1, most=FARTHEST, name=_("Minutes"))
        self.direction = SegmentedButtons(
            [(1, _("later")), (-1, _("earlier"))], name=_("Direction")
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(LabeledField(_("Minutes"), self.minutes))
        row.addWidget(LabeledField(_("Direction"), self.direction))
        row.addStretch(1)
        self.column.addLayout(row)
        self.minutes.value_changed.connect(self._on_changed)
        self.direction.chosen.connect(self._on_changed)

    def change(self, event_ids: tuple[int, ...], reason: str) -> Change | None:
        minutes = self.minutes.value
        if minutes is None or self.minutes.error or not event_ids:
            return None
        return ShiftEvents(event_ids, minutes * self.direction.current, reason)

    def action(self, count: int) -> str:
        return ngettext("Shift {count} event", "Shift {count} events", count).format(count=count)

    def focus_first(self) -> None:
        self.minutes.setFocus()
        self.minutes.selectAll()


class VenueForm(Form):
    """Chosen events in another venue."""

    chooses_events = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.venue = SearchableCombo(
            FindVenues(context.desk, lambda: None), placeholder=_("Type a venue")
        )
        self.column.addWidget(LabeledField(_("New venue"), self.venue))
        self.venue.value_changed.connect(self._on_changed)

    def change(self, event_ids: tuple[int, ...], reason: str) -> Change | None:
        if self.venue.value is None or not event_ids:
            return None
        return MoveToVenue(event_ids, int(self.venue.value), reason)

    def action(self, count: int) -> str:
        words = ngettext("Move {count} event there", "Move {count} events there", count)
        return words.format(count=count)

    def focus_first(self) -> None:
        self.venue.setFocus()


class HostForm(Form):
    """Chosen events led by somebody else."""

    chooses_events = True

    def __init__(self, context: Context, event_ids: Sequence[int]) -> None:
        super().__init__()
        hosts: dict[int, str] = {}
        for event_id in event_ids:
            for row in list_participants(context.desk, event_id):
                if row.side is Side.HOST and row.person_id is not None:
                    hosts.setdefault(row.person_id, row.name)
        self.former = ComboBox([(None, _("Whoever leads")), *hosts.items()])
        self.person = SearchableCombo(find_people(context.desk), placeholder=_("Type a name"))
        self._row(
            LabeledField(_("Instead of"), self.former), LabeledField(_("New host"), self.person)
        )
        self.former.value_changed.connect(self._on_changed)
        self.person.value_changed.connect(self._on_changed)

    def change(self, event_ids: tuple[int, ...], reason: str) -> Change | None:
        if self.person.value is None or not event_ids:
            return None
        return ReplaceHost(event_ids, int(self.person.value), self.former.value, reason)

    def action(self, count: int) -> str:
        words = ngettext(
            "Replace the host of {count} event", "Replace the host of {count} events", count
        )
        return words.format(count=count)

    def focus_first(self) -> None:
        self.person.setFocus()
