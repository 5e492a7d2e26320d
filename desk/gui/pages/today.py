"""Today: what is on now and next, what clashes, what is due."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.event_words import event_sentence
from desk.gui.models.rows import Group
from desk.gui.pages.page import Page
from desk.gui.pages.same_person_card import SamePersonCard
from desk.gui.pages.today_cards import ClashesCard, VisitCard
from desk.gui.pages.today_words import due_look, event_look, follow_up_sentence, overdue_look
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Card
from desk.gui.widgets.chip import Chip, ChipLook
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.event_rows import EventRowDelegate, EventRowLook
from desk.gui.widgets.label import Label
from desk.gui.widgets.page import PageHeader, ScrollColumn
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook, RowList
from desk.locale import _, current_language, ngettext
from desk.locale.formats import long_date
from desk.model.rows.events import EventRow
from desk.model.rows.findings import Mend
from desk.model.rows.follow_ups import FollowUpRow
from desk.model.rows.today import TodayRow
from desk.services import mending, plain_text
from desk.services.today import today

_FEW = 4
"""With fewer events on a day, those of the days after are shown too."""

_MOST_PROMISES = 8
"""The rest is a click away; the number in the heading counts them all."""

_ONE_COLUMN_BELOW = 860


class TodayPage(Page):
    """The first page of the day."""

    tables = frozenset(
        {
            "visit",
            "event",
            "participation",
            "delegation_member",
            "person",
            "venue",
            "venue_layout",
            "follow_up",
            "organisation",
            "clash_override",
            "setting",
            "not_same_person",
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._row: TodayRow | None = None
        self._now: datetime = context.desk.now()
        self.header = PageHeader("")
        self.copy = Button(_("Copy for WhatsApp"), "whatsapp-logo")
        self.header.add_action(self.copy)
        self.visits = [VisitCard(), VisitCard()]
        self.delegate = EventRowDelegate()
        self.events = RowList(
            self._event_look,
            self.delegate,
            words=_event_words,
            name=_("Now and next"),
            fits=True,
        )
        self.clashes = ClashesCard(context)
        self.same = SamePersonCard(context)
        self.overdue = _follow_ups(_("Overdue follow-ups"), overdue_look)
        self.due = _follow_ups(_("Due soon"), self._due_look)
        self._overdue_count = Chip("", "bad", "calendar-x")
        self._due_count = Chip("", "warn", "clock")
        self._lay_out()
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._connect()

    def _lay_out(self) -> None:
        events = Card(_("Now and next"), link=_("Calendar"), flush=True)
        events.body.addWidget(self.events)
        self._nothing = Label("", "body", "text2")
        self._nothing.setContentsMargins(16, 4, 16, 12)
        events.body.addWidget(self._nothing)
        events.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._event_card = events
        self._overdue_card = _card_of(_("Overdue follow-ups"), self.overdue, self._overdue_count)
        self._due_card = _card_of(_("Due soon"), self.due, self._due_count)
        self._fine = Card()
        # A card without a title has less room above.
        self._fine.body.setContentsMargins(0, 8, 0, 0)
        self._fine.body.addWidget(Label(_("Nothing clashes, nothing is late."), "body", "text2"))
        self._fine.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column in (self._left, self._right):
            column.setSpacing(12)
        self._left.addWidget(events)
        self._left.addWidget(self._due_card)
        self._left.addStretch(1)
        for card in (self.clashes, self._overdue_card, self._fine, self.same):
            self._right.addWidget(card)
        self._right.addStretch(1)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(12)
        self._columns.addLayout(self._left, 2)
        self._columns.addLayout(self._right, 1)
        self._empty = EmptyState(
            "airplane-landing",
            _("No visit yet"),
            _("Book a visit when its letter has come, or look around in the sample first."),
            primary=_("New visit…"),
            secondary=_("Load the sample visit"),
        )
        self._empty.setMinimumHeight(280)
        scroll = ScrollColumn(margins=(24, 16, 24, 24), spacing=12)
        scroll.column.addWidget(self.header)
        for card in self.visits:
            scroll.column.addWidget(card)
        scroll.column.addWidget(self._empty)
        scroll.column.addLayout(self._columns)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _connect(self) -> None:
        self.copy.clicked.connect(self._copy_day)
        self.delegate.trailing_chosen.connect(self._on_delegate_trailing_chosen)
        self.events.row_chosen.connect(self._on_events_row_chosen)
        self.events.row_activated.connect(self._on_events_row_activated)
        self.clashes.mend_chosen.connect(self._on_clashes_mend_chosen)
        self.clashes.event_asked.connect(self._on_clashes_event_asked)
        self.clashes.all_asked.connect(self._on_clashes_all_asked)
        self._minute.timeout.connect(self._on_minute_timeout)
        self._empty.primary_chosen.connect(self._on_empty_primary_chosen)
        self._empty.secondary_chosen.connect(self._on_empty_secondary_chosen)
        for rows in (self.overdue, self.due):
            rows.row_activated.connect(self._on_follow_up_activated)
            rows.clicked.connect(self._on_follow_up_clicked)
        for card in self.visits:
            card.visit_asked.connect(self._on_visit_asked)
        for card, slot in (
            (self._event_card, self._on_calendar_asked),
            (self._overdue_card, self._on_follow_ups_asked),
            (self._due_card, self._on_follow_ups_asked),
        ):
            if card.header is not None and card.header.link is not None:
                card.header.link.clicked.connect(slot)

    # Showing

    def refresh(self) -> None:
        """Read today and show it; the selection stays."""
        row = self.context.attempt(lambda: today(self.context.desk))
        if row is None:
            return
        self._row = row
        self._now = self.context.desk.now()
        language = current_language()
        self.header.set_words(long_date(row.day, language), _summary(row))
        is_unused = not (row.visits or row.events or row.upcoming)
        self._empty.setVisible(is_unused)
        self._event_card.setVisible(not is_unused)
        self.copy.setVisible(bool(row.events))
        for card, place in zip(self.visits, range(len(self.visits)), strict=True):
            card.setVisible(place < len(row.visits))
            if place < len(row.visits):
                card.show_visit(row.visits[place], row.day)
        self._show_events(row)
        self.clashes.show_findings(row.findings)
        self.overdue.show_rows(row.overdue[:_MOST_PROMISES])
        self._overdue_card.setVisible(bool(row.overdue))
        self._overdue_count.show_look(ChipLook(str(len(row.overdue)), "bad", "calendar-x"))
        self.due.show_rows(row.due_soon[:_MOST_PROMISES])
        self._due_card.setVisible(bool(row.due_soon))
        self._due_count.show_look(ChipLook(str(len(row.due_soon)), "warn", "clock"))
        self._fine.setVisible(not is_unused and not row.findings and not row.overdue)
        self.same.show_visits(tuple(following.visit.id for following in row.visits))
        self._wait_for_minute()

    def _show_events(self, row: TodayRow) -> None:
        rows: list[EventRow | Group] = list(row.events)
        if len(row.events) < _FEW:
            shown = {event.id for event in row.events}
            day = row.day
            for event in row.upcoming:
                if event.id in shown:
                    continue
                if event.starts.date() != day:
                    day = event.starts.date()
                    rows.append(Group(("day", day), long_date(day, current_language())))
                rows.append(event)
        self.events.show_rows(rows)
        self._nothing.setVisible(not row.events)
        self._nothing.setText(_("Nothing is planned for today."))
        if not row.events and row.upcoming:
            self._nothing.setText(_("Nothing is planned for today. Next:"))
        # The sentence stands above what comes next.
        self._event_card.body.removeWidget(self._nothing)
        self._event_card.body.insertWidget(0, self._nothing)

    def _wait_for_minute(self) -> None:
        self._minute.start((60 - self.context.desk.now().second) * 1000 + 100)

    def _on_minute_timeout(self) -> None:
        self._now = self.context.desk.now()
        if self._row is not None and self.context.desk.today() != self._row.day:
            self.refresh()
            return
        self.events.viewport().update()
        self._wait_for_minute()

    def _event_look(self, event: EventRow) -> EventRowLook:
        return event_look(event, self._now)

    def _due_look(self, row: FollowUpRow) -> NoteRowLook:
        assert self._row is not None
        return due_look(row, self._row.day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        one_column = self.width() < _ONE_COLUMN_BELOW
        direction = (
            QHBoxLayout.Direction.TopToBottom if one_column else QHBoxLayout.Direction.LeftToRight
        )
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)

    def focus_list(self) -> None:
        """Put the keyboard on the events."""
        if self.events.isVisible() and self.events.rows.rows():
            # Standing on a row with the focus would open its details, which nobody asked for.
            if not self.events.currentIndex().isValid():
                self.events.select_key(self._on_or_next().id)
            self.events.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_or_next(self) -> EventRow:
        events: list[EventRow] = self.events.rows.rows()
        return next((event for event in events if event.ends_at > self._now), events[0])

    # Commands

    def commands(self) -> frozenset[str]:
        """Copying the event the keyboard stands on, or the day."""
        can_copy = self._row is not None and bool(self._row.events)
        return frozenset({"copy_whatsapp"}) if can_copy or self._chosen() else frozenset()

    def run(self, command: str) -> None:
        """Copy."""
        if command != "copy_whatsapp":
            return
        chosen = self._chosen()
        if chosen is not None:
            self._copy_event(chosen)
        else:
            self._copy_day()

    def _chosen(self) -> EventRow | None:
        return self.events.current_row() if self.events.hasFocus() else None

    def _copy_day(self) -> None:
        if self._row is None:
            return
        day = self._row.day
        self._copy(self.context.attempt(lambda: plain_text.day_text(self.context.desk, day)))

    def _copy_event(self, event: EventRow) -> None:
        self._copy(self.context.attempt(lambda: plain_text.event_text(self.context.desk, event.id)))

    def _copy(self, text: str | None) -> None:
        if text is not None:
            QGuiApplication.clipboard().setText(text)
            self.context.tell(_("Copied; paste it into the chat"))

    # What the parts ask

    def _on_delegate_trailing_chosen(self, place: int) -> None:
        event = self.events.rows.row_at(place)
        if event is not None:
            self._copy_event(event)

    def _on_events_row_chosen(self, event: EventRow | None) -> None:
        if event is not None and self.events.hasFocus():
            self.context.show_detail("event", event.id)

    def _on_events_row_activated(self, event: EventRow) -> None:
        self.context.show_detail("event", event.id)

    def _on_clashes_all_asked(self) -> None:
        self.context.go("findings")

    def _on_clashes_event_asked(self, event_id: int) -> None:
        self.context.show_detail("event", event_id)

    def _on_clashes_mend_chosen(self, mend: Mend) -> None:
        def move() -> bool:
            mending.apply_mend(self.context.desk, mend)
            return True

        if self.context.attempt(move):
            self.context.tell(_("Mended: {what}").format(what=mend.text), undo=True)

    def _on_follow_up_activated(self, row: FollowUpRow) -> None:
        self.context.show_detail("follow_up", row.id)

    def _on_follow_up_clicked(self) -> None:
        rows = self.sender()
        if isinstance(rows, RowList) and rows.current_row() is not None:
            self._on_follow_up_activated(rows.current_row())

    def _on_visit_asked(self, visit_id: int) -> None:
        self.context.go("visit", visit_id)

    def _on_calendar_asked(self) -> None:
        self.context.go("calendar")

    def _on_follow_ups_asked(self) -> None:
        self.context.go("follow_ups")

    def _on_empty_primary_chosen(self) -> None:
        self.context.run_command("new_visit")

    def _on_empty_secondary_chosen(self) -> None:
        from desk.services.samples import load_sample

        if self.context.attempt(lambda: load_sample(self.context.desk)) is not None:
            self.context.tell(_("The sample visit is loaded"), undo=True)


def _event_words(event: EventRow) -> str:
    return event_sentence(event, clashes=False)


def _follow_ups(name: str, look: object) -> RowList:
    return RowList(look, NoteRowDelegate(), words=follow_up_sentence, name=name, fits=True)  # pyright: ignore[reportArgumentType]


def _card_of(title: str, rows: QWidget, count: Chip) -> Card:
    card = Card(title, link=_("All"), flush=True)
    card.body.addWidget(rows)
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if card.header is not None:
        card.header.add_mark(count)
    return card


def _summary(row: TodayRow) -> str:
    """How much there is: "5 events, 2 follow-ups overdue"."""
    parts = [
        ngettext("{count} event", "{count} events", len(row.events)).format(count=len(row.events))
        if row.events
        else _("No events")
    ]
    if row.overdue:
        parts.append(
            ngettext(
                "{count} follow-up overdue", "{count} follow-ups overdue", len(row.overdue)
            ).format(count=len(row.overdue))
        )
    if row.due_soon:
        parts.append(
            ngettext("{count} due soon", "{count} due soon", len(row.due_soon)).format(
                count=len(row.due_soon)
            )
        )
    return ", ".join(parts)
