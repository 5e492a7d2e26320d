"""The free times of rooms and people, to take one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.lookups import find_people
from desk.gui.widgets.card import Card
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.people_picker import PeoplePicker
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook, RowList
from desk.gui.widgets.searchable_combo import Choice
from desk.locale import _, current_language, ngettext
from desk.locale.formats import time_range, weekday_date
from desk.model.errors import UserError
from desk.model.rows.free_time import FreeSlot
from desk.services import venues
from desk.services.free_time import MOST_MINUTES, find_free

LOOK_AFTER = 200
"""Milliseconds of quiet after which is looked anew."""
_MOST_SLOTS = 60
_DAYS_AHEAD = timedelta(days=13)
_LIST_HEIGHT = 300


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked for at first: minutes, days, heads, people and a room."""

    first_day: date
    minutes: int = 60
    seats: int = 0
    people: Sequence[Choice] = ()
    venue_id: int | None = None
    besides: int | None = None
    """The event whose own time counts as free."""


class FreeSlotsDialog(Dialog):
    """Length, days, seats, people and room; the free times below, Enter takes one (`slot`)."""

    def __init__(
        self,
        context: Context,
        search: Search,
        parent: QWidget | None = None,
        *,
        about: str = "",
        action: str = "",
    ) -> None:
        title = _("Find a free slot")
        super().__init__(f"{title}: {about}" if about else title, width=820, parent=parent)
        self.context = context
        self.slot: FreeSlot | None = None
        self._besides = search.besides
        desk = context.desk
        today = desk.today()
        first = max(today, search.first_day)
        minutes = min(MOST_MINUTES, search.minutes)
        self.minutes = NumberField(minutes, least=5, most=MOST_MINUTES, name=_("Length in minutes"))
        self.seats = NumberField(search.seats, name=_("Seats for"))
        self.first_day = DateField(first, today=today, name=_("First day"))
        self.last_day = DateField(first + _DAYS_AHEAD, today=today, name=_("Last day"))
        rooms = [(venue.id, venue.name) for venue in venues.list_venues(desk)]
        self.room = ComboBox([(None, _("Any room")), *rooms], name=_("Room"))
        self.room.set_value(search.venue_id)
        self.people = PeoplePicker(
            find_people(desk), name=_("People who must be free"), placeholder=_("Add a person")
        )
        for choice in search.people:
            self.people.add(choice)
        self.slots = RowList(
            _look,
            NoteRowDelegate(inset=12),
            words=_sentence,
            key=_key,
            name=_("Free slots"),
        )
        self.empty = EmptyState("magnifying-glass", _("No free slot"), "")
        self.problem = Label("", "note", "bad", wraps=True)
        self.note = Label("", "note", "text2")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AFTER)
        self._lay_out(action or _("Take this time"))
        self._connect()
        self.look()
        self.minutes.setFocus()
        self.minutes.selectAll()

    def _lay_out(self, action: str) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        for words, field, stretch in (
            (_("Length in minutes"), self.minutes, 0),
            (_("Seats for"), self.seats, 0),
            (_("First day"), self.first_day, 1),
            (_("Last day"), self.last_day, 1),
            (_("Room"), self.room, 2),
        ):
            top.addWidget(LabeledField(words, field), stretch)
        self.body.addLayout(top)
        self.body.addWidget(LabeledField(_("People who must be free"), self.people))
        self.body.addWidget(self.problem)
        card = Card("", flush=True)
        card.body.addWidget(self.slots)
        self._room_of_empty = QWidget()
        room = QHBoxLayout(self._room_of_empty)
        room.setContentsMargins(12, 8, 12, 12)
        room.addWidget(self.empty)
        card.body.addWidget(self._room_of_empty)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.slots.setMinimumHeight(_LIST_HEIGHT)
        self._room_of_empty.setMinimumHeight(_LIST_HEIGHT)
        self.body.addWidget(card, 1)
        self.add_aside(self.note)
        self.take_button = self.add_action(action, "calendar-plus")
        self.resize(820, 600)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look)
        for field in (self.minutes, self.seats, self.first_day, self.last_day):
            field.value_changed.connect(self._on_anything_changed)
            field.error_changed.connect(self._on_anything_changed)
        self.room.value_changed.connect(self._on_anything_changed)
        self.people.value_changed.connect(self._on_anything_changed)
        self.slots.row_activated.connect(self._on_slots_row_activated)

    def look(self) -> None:
        """Look for free times as the fields now say."""
        self._timer.stop()
        found = self._find()
        self.slots.show_rows(found)
        self.slots.setVisible(bool(found))
        self._room_of_empty.setVisible(not found)
        self.take_button.setEnabled(bool(found))
        if found and self.slots.current_row() is None:
            self.slots.select_key(_key(found[0]))
        words = ngettext(
            "Only the first {count} is shown.", "Only the first {count} are shown.", _MOST_SLOTS
        )
        self.note.setText(words.format(count=_MOST_SLOTS) if len(found) == _MOST_SLOTS else "")

    def _find(self) -> Sequence[FreeSlot]:
        fields = (self.minutes, self.seats, self.first_day, self.last_day)
        wrong = next((field.error for field in fields if field.error), "")
        self.problem.setText(wrong)
        self.problem.setVisible(bool(wrong))
        first, last = self.first_day.value, self.last_day.value
        if wrong or first is None or last is None:
            return ()
        seats = self.seats.value or 0
        room: int | None = self.room.value
        try:
            found = find_free(
                self.context.desk,
                minutes=self.minutes.value or 0,
                first_day=first,
                last_day=last,
                seats=seats,
                people=[key for key in self.people.value if isinstance(key, int)],
                venue_ids=() if room is None else (room,),
                besides=self._besides,
                limit=_MOST_SLOTS,
            )
        except UserError as error:
            self.problem.setText(error.message)
            self.problem.show()
            return ()
        if not found:
            self.empty.set_words(_("No free slot"), self._why_none(seats, room))
        return found

    def _why_none(self, seats: int, room: int | None) -> str:
        """What prevents it: no room is large enough, or everything is taken."""
        known = venues.list_venues(self.context.desk)
        largest = max(
            (
                layout.seats
                for venue in known
                if room in (None, venue.id)
                for layout in venue.layouts
            ),
            default=0,
        )
        if seats > largest:
            words = ngettext(
                "No room seats {count} person.", "No room seats {count} people.", seats
            )
            return words.format(count=seats)
        return _("Everything is taken then; look at more days, ask for less time or fewer people.")

    def take(self, slot: FreeSlot) -> bool:
        """Do with the slot what this dialog is for; False leaves it open."""
        return True

    def accept(self) -> None:
        """Take the slot stood on."""
        if self._timer.isActive():
            self.look()
        slot: FreeSlot | None = self.slots.current_row()
        if slot is not None and self.take(slot):
            self.slot = slot
            super().accept()

    def _on_anything_changed(self, _value: object) -> None:
        self._timer.start()

    def _on_slots_row_activated(self, _row: FreeSlot) -> None:
        self.accept()


def _look(slot: FreeSlot) -> NoteRowLook:
    place = ", ".join(part for part in (slot.venue, slot.building) if part)
    cautions = " · ".join(slot.cautions)
    return NoteRowLook(
        slot_words(slot),
        f"{place} · {slot.why}",
        icon="warning-circle" if cautions else "check-circle",
        tone="warn" if cautions else "ok",
        right=cautions,
        right_tone="warn",
    )


def _sentence(slot: FreeSlot) -> str:
    look = _look(slot)
    return ", ".join(part for part in (look.title, look.second, look.right) if part)


def _key(slot: FreeSlot) -> tuple[object, ...]:
    return slot.venue_id, slot.starts, slot.ends


def slot_words(slot: FreeSlot) -> str:
    """Day and times with their zone."""
    language = current_language()
    times = time_range(slot.starts, slot.ends, slot.zone, language)
    return f"{weekday_date(slot.starts.date(), language)}, {times}"
