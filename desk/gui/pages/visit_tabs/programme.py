"""The programme: what happens when, day by day, on both clocks."""

from datetime import date, timedelta

from PySide6.QtWidgets import QMenu

from desk.gui.context import Context
from desk.gui.details.clipboard import copy_event, copy_programme
from desk.gui.dialogs.event_draft import is_clash
from desk.gui.dialogs.new_event import NewEventDialog
from desk.gui.models.choice_words import event_colour, status_mark
from desk.gui.models.event_words import (
    event_guest_time,
    event_sentence,
    event_state,
    event_time,
    hosts_words,
)
from desk.gui.models.rows import Group
from desk.gui.pages.visit_tabs.strip import FindingStrip
from desk.gui.pages.visit_tabs.tab import VisitTab, add_action, ask, bind_key, chip_of, give_menu
from desk.gui.pages.visit_tabs.view import VisitView
from desk.gui.widgets.button import Button
from desk.gui.widgets.chip import ChipLook
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.event_rows import EventRowDelegate, EventRowLook
from desk.gui.widgets.page import FilterBar
from desk.gui.widgets.row_list import RowList
from desk.locale import _, current_language, ngettext
from desk.locale.formats import long_date
from desk.model.choices import Severity
from desk.model.rows.events import EventRow
from desk.model.rows.findings import FindingRow
from desk.services import programme
from desk.services.visit_templates import apply_template

STEP = timedelta(minutes=15)
_OF_THE_DAY = ("sunday", "holiday", "collective_leave")
"""Findings about a day rather than about an event."""


class ProgrammeTab(VisitTab):
    """Events in order of time, grouped by day."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._delegate = EventRowDelegate()
        self.list = RowList(self._look, self._delegate, words=self._sentence, name=_("Programme"))
        self.strip = FindingStrip(context)
        self.new = Button(_("New event…"), "plus")
        self.copy = Button(_("Copy for WhatsApp"), "whatsapp-logo")
        self.rundown = Button(_("Rundown…"), "list-numbers", tip=_("Minute by minute (Ctrl+R)"))
        # Several can be chosen, to be rescheduled together.
        self.list.setSelectionMode(RowList.SelectionMode.ExtendedSelection)
        bar = FilterBar()
        bar.row.addWidget(self.rundown)
        bar.row.addWidget(self.copy)
        bar.row.addStretch(1)
        bar.row.addWidget(self.new)
        self.column.addWidget(bar)
        self.column.addWidget(self.strip)
        self.column.addWidget(self.list, 1)
        empty = EmptyState(
            "calendar-plus",
            _("No programme yet"),
            _("Plan the arrival, the meetings, the meals and the departure."),
            primary=_("New event…"),
            secondary=_("Propose a typical programme"),
            secondary_icon="magic-wand",
        )
        empty.primary_chosen.connect(self._on_new_clicked)
        empty.secondary_chosen.connect(self._on_propose_chosen)
        self.give_empty(empty)
        self._connect()

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.row_activated.connect(self._on_list_row_activated)
        self._delegate.trailing_chosen.connect(self._on_delegate_trailing_chosen)
        self.new.clicked.connect(self._on_new_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.rundown.clicked.connect(self._on_rundown_clicked)
        self.strip.event_asked.connect(self._on_strip_event_asked)
        bind_key(self.list, "Alt+Up", self._on_earlier)
        bind_key(self.list, "Alt+Down", self._on_later)
        give_menu(self.list, self._build_menu)

    def show_view(self, view: VisitView) -> None:
        super().show_view(view)
        language = current_language()
        rows: list[EventRow | Group] = []
        day = None
        for event in view.events:
            if event.starts.date() != day:
                day = event.starts.date()
                rows.append(Group(("day", day), long_date(day, language), _day_note(view, day)))
            rows.append(event)
        self.list.show_rows(rows)
        self.list.viewport().update()
        self.strip.show_findings(
            [f for f in view.findings if f.event_id is not None and f.code not in _OF_THE_DAY]
        )
        self.set_empty(not view.events)

    def select(self, row_id: int) -> None:
        self.list.select_key(row_id)
        self.context.show_detail("event", row_id)

    def chosen_event(self) -> EventRow | None:
        """The event the keyboard stands on."""
        return self.list.current_row()

    def chosen_ids(self) -> list[int]:
        """The events that are chosen, one or several."""
        places = (index.row() for index in self.list.selectedIndexes())
        return [row.id for place in places if (row := self.list.rows.row_at(place)) is not None]

    def commands(self) -> frozenset[str]:
        names = {"new_event"}
        if self.view is not None and self.view.events:
            names.add("copy_whatsapp")
        if self.chosen_event() is not None:
            names |= {"delete", "duplicate", "edit", "rundown", "place_cards", "door"}
        return frozenset(names)

    def run(self, command: str) -> None:
        event = self.chosen_event()
        if command == "copy_whatsapp":
            self._on_copy_clicked()
        elif command == "new_event":
            self._on_new_clicked()
        elif event is not None and command == "delete":
            self._delete(event)
        elif event is not None and command == "duplicate":
            self._duplicate(event)
        elif event is not None and command in ("rundown", "place_cards", "door"):
            self.context.go(command, event.id)
        elif event is not None and command == "edit":
            self.context.show_detail("event", event.id)

    def _look(self, event: EventRow) -> EventRowLook:
        return EventRowLook(
            time=event_time(event),
            second_time=event_guest_time(event),
            title=event.title,
            place=self._place(event),
            kind=event_colour(event.kind),  # type: ignore[arg-type]
            state=event_state(event),
            chips=self._chips(event),
            trailing_icon="whatsapp-logo",
            trailing_tip=_("Copy this event for WhatsApp"),
        )

    def _place(self, event: EventRow) -> str:
        parts = [event.place or _("No place yet")]
        if event.hosts:
            parts.append(_("led by {name}").format(name=hosts_words(event)))
        if event.participants:
            parts.append(
                ngettext("{count} on the list", "{count} on the list", event.participants).format(
                    count=event.participants
                )
            )
        return " · ".join(parts)

    def _chips(self, event: EventRow) -> tuple[ChipLook, ...]:
        chips = [chip_of(status_mark(event.status), event.status_reason)]
        open_ones = self._open_findings(event)
        if any(finding.severity is Severity.ERROR for finding in open_ones):
            chips.insert(0, ChipLook(_("Clash"), "bad", "warning-fill"))
        else:
            # What is true of the whole day stands once, beside the day.
            warnings = [
                _warning_chip(finding)
                for finding in open_ones
                if finding.severity is Severity.WARNING and finding.code not in _OF_THE_DAY
            ]
            chips[:0] = warnings[:1]
        return tuple(chips)

    def _sentence(self, event: EventRow) -> str:
        findings = self._open_findings(event)
        return event_sentence(event, any(f.severity is Severity.ERROR for f in findings))

    def _open_findings(self, event: EventRow) -> list[FindingRow]:
        found = self.view.findings_of(event.id) if self.view is not None else ()
        return [finding for finding in found if not finding.accepted]

    def _build_menu(self) -> QMenu | None:
        menu = QMenu(self)
        event = self.chosen_event()
        if event is not None:
            add_action(
                menu, _("Open"), lambda: self.run("edit"), picture="pencil-simple", keys="F2"
            )
            add_action(
                menu,
                _("Rundown…"),
                lambda: self.run("rundown"),
                picture="list-numbers",
                keys="Ctrl+R",
            )
            add_action(
                menu, _("15 minutes earlier"), self._on_earlier, picture="arrow-up", keys="Alt+Up"
            )
            add_action(
                menu, _("15 minutes later"), self._on_later, picture="arrow-down", keys="Alt+Down"
            )
            add_action(
                menu,
                _("Reschedule…"),
                lambda: self.context.run_command("reschedule"),
                picture="arrows-left-right",
                keys="Ctrl+Shift+R",
            )
            add_action(
                menu, _("Duplicate"), lambda: self.run("duplicate"), picture="copy", keys="Ctrl+D"
            )
            menu.addSeparator()
            add_action(menu, _("Delete"), lambda: self.run("delete"), picture="trash", keys="Del")
            menu.addSeparator()
        add_action(menu, _("New event…"), self._on_new_clicked, picture="plus", keys="Ctrl+N")
        return menu

    def _shift(self, by: timedelta) -> None:
        event = self.chosen_event()
        if event is None:
            return
        desk = self.context.desk
        self.context.write(lambda: programme.move_event(desk, event.id, starts=event.starts + by))
        self.list.select_key(event.id)

    def _duplicate(self, event: EventRow) -> None:
        desk = self.context.desk
        length = event.ends - event.starts
        made = self.context.attempt(lambda: programme.duplicate_event(desk, event.id, by=length))
        if made is not None:
            self.context.tell(_("Event duplicated, tentative"), undo=True)
            self.refresh_asked.emit()
            self.select(made)

    def _delete(self, event: EventRow) -> None:
        if self.tell_undoable(
            lambda: programme.delete_event(self.context.desk, event.id), _("Event deleted")
        ):
            self.context.close_detail()

    def _on_list_row_chosen(self, row: EventRow | None) -> None:
        if row is not None and self.list.hasFocus():
            self.context.show_detail("event", row.id)

    def _on_list_row_activated(self, row: EventRow) -> None:
        self.context.show_detail("event", row.id)

    def _on_delegate_trailing_chosen(self, place: int) -> None:
        event = self.list.rows.row_at(place)
        if event is not None:
            copy_event(self.context, event.id)

    def _on_copy_clicked(self) -> None:
        if self.view is not None:
            copy_programme(self.context, self.visit_id)

    def _on_rundown_clicked(self) -> None:
        """Of the event stood on, else of the first one."""
        event = self.chosen_event()
        if event is None and self.view is not None and self.view.events:
            event = self.view.events[0]
        if event is not None:
            self.context.go("rundown", event.id)

    def _on_new_clicked(self) -> None:
        day = event.starts.date() if (event := self.chosen_event()) is not None else None
        created = ask(NewEventDialog(self.context, self.window(), visit_id=self.visit_id, day=day))
        if created is not None:
            self.refresh_asked.emit()
            self.select(created)

    def _on_propose_chosen(self) -> None:
        visit_id = self.visit_id
        made = self.context.attempt(lambda: apply_template(self.context.desk, visit_id))
        if made:
            words = ngettext(
                "{count} event is proposed, tentative",
                "{count} events are proposed, tentative",
                len(made),
            )
            self.context.tell(words.format(count=len(made)), undo=True)
            self.refresh_asked.emit()

    def _on_strip_event_asked(self, event_id: int) -> None:
        self.select(event_id)

    def _on_earlier(self) -> None:
        self._shift(-STEP)

    def _on_later(self) -> None:
        self._shift(STEP)


def _warning_chip(finding: FindingRow) -> ChipLook:
    """What to look at; of a clash the strip says where and when."""
    if is_clash(finding):
        return ChipLook(_("Clash"), "warn", "warning-fill", tip=finding.title)
    return ChipLook(finding.title, "warn", "warning-circle", tip=finding.why)


def _day_note(view: VisitView, day: date) -> str:
    """How many events, and what is to be known about the day itself."""
    there = {event.id for event in view.events if event.starts.date() == day}
    words = ngettext("{count} event", "{count} events", len(there)).format(count=len(there))
    told = [
        finding.title
        for finding in view.findings
        if finding.event_id in there and finding.code in _OF_THE_DAY and not finding.accepted
    ]
    return " · ".join([words, *dict.fromkeys(told)])
