"""One visit: its head, and a tab for each part of the work on it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desk.gui.context import Context, Target
from desk.gui.details.clipboard import copy_programme
from desk.gui.dialogs.duplicate_visit import ask_duplicate
from desk.gui.dialogs.reschedule import RescheduleDialog
from desk.gui.dialogs.status_reason import StatusReasonDialog
from desk.gui.models.choice_words import status_mark
from desk.gui.pages.page import Page
from desk.gui.pages.visit_tabs import outgoing
from desk.gui.pages.visit_tabs.delegation import DelegationTab
from desk.gui.pages.visit_tabs.documents import DocumentsTab
from desk.gui.pages.visit_tabs.follow_ups import FollowUpsTab
from desk.gui.pages.visit_tabs.header import VisitHeader
from desk.gui.pages.visit_tabs.history import HistoryTab
from desk.gui.pages.visit_tabs.invitations import DUE, InvitationsTab
from desk.gui.pages.visit_tabs.overview import OverviewTab
from desk.gui.pages.visit_tabs.programme import ProgrammeTab
from desk.gui.pages.visit_tabs.tab import VisitTab
from desk.gui.pages.visit_tabs.view import VisitView, read_visit
from desk.gui.widgets.card import Separator
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.tabs import Tabs
from desk.locale import _, ngettext
from desk.model.choices import Status
from desk.services import visits

_MAKERS: dict[str, Callable[[Context], VisitTab]] = {
    "overview": OverviewTab,
    "delegation": DelegationTab,
    "programme": ProgrammeTab,
    "invitations": InvitationsTab,
    "documents": DocumentsTab,
    "follow_ups": FollowUpsTab,
    "history": HistoryTab,
}


class VisitPage(Page):
    """The frame of the tabs: reads the visit once, shows it to the tab in sight."""

    tables = frozenset(
        {
            "visit",
            "delegation_member",
            "person",
            "office",
            "organisation",
            "event",
            "participation",
            "venue",
            "venue_layout",
            "follow_up",
            "agreement",
            "agreement_party",
            "produced_document",
            "invitation",
            "clash_override",
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.visit_id: int | None = None
        self.view: VisitView | None = None
        self.header = VisitHeader(context.desk.today())
        self.tabs = Tabs(
            [
                ("overview", _("Overview")),
                ("delegation", _("Delegation")),
                ("programme", _("Programme")),
                ("invitations", _("Invitations")),
                ("documents", _("Documents")),
                ("follow_ups", _("Follow-ups")),
                ("history", _("History")),
            ],
            name=_("Parts of the visit"),
        )
        self._made: dict[str, VisitTab] = {}
        self._body = QStackedWidget()
        self.gone = EmptyState(
            "airplane-landing",
            _("This visit is not there any more"),
            _("It was deleted; the history can bring it back."),
            primary=_("All visits"),
            primary_icon="list",
        )
        self._lay_out()
        self.tabs.chosen.connect(self._on_tabs_chosen)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._turn_by, step))
        self.header.asked.connect(self.run)
        self.header.status.status_asked.connect(self.change_status)
        self.gone.primary_chosen.connect(self._on_gone_primary_chosen)

    def _lay_out(self) -> None:
        strip = QFrame()
        row = QVBoxLayout(strip)
        row.setContentsMargins(20, 0, 20, 0)
        row.addWidget(self.tabs)
        self._there = QWidget()
        # The tabs come before the head in the order of Tab: that is where the work begins.
        strip.setParent(self._there)
        there = QVBoxLayout(self._there)
        there.setContentsMargins(0, 0, 0, 0)
        there.setSpacing(0)
        there.addWidget(self.header)
        there.addWidget(strip)
        there.addWidget(Separator())
        there.addWidget(self._body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._there)
        column.addWidget(self.gone)
        self.gone.hide()

    @property
    def tab(self) -> VisitTab:
        """The tab in sight, made when it is first turned to."""
        key = str(self.tabs.current)
        if key not in self._made:
            tab = _MAKERS[key](self.context)
            self._made[key] = tab
            self._body.addWidget(tab)
            tab.tab_asked.connect(self.turn_to)
            tab.refresh_asked.connect(self.refresh)
            tab.attendance_asked.connect(self._on_tab_attendance_asked)
            tab.export_asked.connect(self._export_invitations)
            tab.programme_asked.connect(self._on_tab_programme_asked)
            tab.print_asked.connect(self._print_programme)
            if isinstance(tab, OverviewTab):
                tab.status_asked.connect(self.change_status)
                tab.event_asked.connect(self._on_overview_event_asked)
        return self._made[key]

    def open(self, target: Target) -> None:
        """Show a visit; `tab` may name a row too: "programme:12" stands on the event 12."""
        if target.row_id is not None and target.row_id != self.visit_id:
            for tab in self._made.values():
                tab.leave()
            self.visit_id = target.row_id
            if not target.tab:
                self.tabs.set_current("overview")
        name, _colon, row = target.tab.partition(":")
        if name:
            self.tabs.set_current(name)
        self.refresh()
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        if row.isdigit() and self.view is not None:
            self.tab.select(int(row))

    def refresh(self) -> None:
        """Read the visit anew and show it."""
        if self.visit_id is None:
            return
        self.view = read_visit(self.context.desk, self.visit_id)
        self._there.setVisible(self.view is not None)
        self.gone.setVisible(self.view is None)
        if self.view is None:
            return
        self.header.show_view(self.view)
        self.tabs.set_count("delegation", len(self.view.members))
        self.tabs.set_count("programme", len(self.view.events))
        due = sum(row.state in DUE for row in self.view.invitations)
        self.tabs.set_count("invitations", due)
        self.tabs.set_count("documents", len(self.view.documents))
        self.tabs.set_count("follow_ups", self.view.visit.follow_ups)
        self._show_tab()

    def turn_to(self, name: str) -> None:
        """Turn to another tab, as if it had been clicked."""
        self.tabs.set_current(name)
        self._show_tab()

    def _turn_by(self, step: int) -> None:
        place = (self.tabs.currentIndex() + step) % self.tabs.count()
        self.turn_to(str(self.tabs.tabData(place)))

    def _show_tab(self) -> None:
        tab = self.tab
        if self._body.currentWidget() is not tab:
            self._body.setCurrentWidget(tab)
        if self.view is not None:
            tab.show_view(self.view)

    def commands(self) -> frozenset[str]:
        """What the page does itself, and what the tab in sight does."""
        if self.view is None:
            return frozenset()
        # Not delete: the key would take the whole visit. The menu offers it.
        own = {"edit", "reschedule", "duplicate"}
        if self.view.events:
            own |= {"attendance_list", "print", "copy_whatsapp", "export_invitations"}
        return frozenset(own) | self.tab.commands()

    def run(self, command: str) -> None:
        """Do a command; the tab in sight is asked first."""
        if self.view is None:
            return
        if self.sender() is not self.header and command in self.tab.commands():
            self.tab.run(command)
            return
        actions: dict[str, Callable[[], object]] = {
            "edit": self._edit,
            "delete": self._delete,
            "reschedule": self._reschedule,
            "duplicate": self._duplicate,
            "copy_whatsapp": self._copy,
            "attendance_list": self._print_attendance,
            "print": self._print_programme,
            "print_programme": self._print_programme,
            "export_invitations": self._export_invitations,
            "export_programme": self._on_tab_programme_asked,
        }
        actions[command]()

    def change_status(self, status: Status) -> None:
        """Set a status; cancelling and postponing ask for the reason first."""
        if self.view is None:
            return
        visit, desk = self.view.visit, self.context.desk

        def write(reason: str) -> None:
            visits.set_visit_status(desk, visit.id, status, reason=reason)
            words = _("Visit: {status}").format(status=status_mark(status).words)
            self.context.tell(words, undo=True)

        if status not in (Status.CANCELLED, Status.POSTPONED):
            self.context.attempt(lambda: write(""))
            return
        affected = sum(event.status is not Status.DONE for event in self.view.events)
        consequence = ngettext(
            "{count} event of its programme goes with it. Guests who hold an invitation are not "
            "told by this.",
            "{count} events of its programme go with it. Guests who hold an invitation are not "
            "told by this.",
            affected,
        ).format(count=affected)
        StatusReasonDialog(
            visit.title, status, write, consequence=consequence, parent=self.window()
        ).open_dialog()

    def _edit(self) -> None:
        self.turn_to("overview")
        self.tab.run("edit")

    def _delete(self) -> None:
        assert self.view is not None
        visit_id = self.view.visit.id
        for tab in self._made.values():
            tab.leave()

        def delete() -> bool:
            visits.delete_visit(self.context.desk, visit_id)
            return True

        if self.context.attempt(delete):
            self.context.close_detail()
            self.context.go("visits")
            self.context.tell(_("Visit deleted"), undo=True)

    def _duplicate(self) -> None:
        assert self.view is not None
        ask_duplicate(self.context, self.view.visit, self.window())

    def _reschedule(self) -> None:
        """The whole visit, or the events that are chosen in the programme."""
        assert self.view is not None
        tab = self.tab
        chosen = tab.chosen_ids() if isinstance(tab, ProgrammeTab) else []
        RescheduleDialog(
            self.context,
            self.view.visit,
            self.window(),
            chosen=chosen,
            way="shift" if chosen else "days",
        ).open_dialog()

    def _copy(self) -> None:
        assert self.view is not None
        copy_programme(self.context, self.view.visit.id)

    def _print_attendance(self) -> None:
        self._on_tab_attendance_asked(0)

    def _print_programme(self) -> None:
        assert self.view is not None
        outgoing.print_programme(self.context, self.view)

    def _export_invitations(self) -> None:
        assert self.view is not None
        outgoing.export_invitations(self.context, self.view, self.window())

    def _on_tab_attendance_asked(self, event_id: int) -> None:
        assert self.view is not None
        tab = self.tab
        if not event_id and isinstance(tab, ProgrammeTab) and tab.chosen_event() is not None:
            event_id = tab.chosen_event().id  # type: ignore[union-attr]
        outgoing.print_attendance(self.context, self.view, event_id)

    def _on_tab_programme_asked(self) -> None:
        assert self.view is not None
        outgoing.export_programme(self.context, self.view, self.window())

    def _on_overview_event_asked(self, event_id: int) -> None:
        self.turn_to("programme")
        self.tab.select(event_id)

    def _on_tabs_chosen(self, _key: object) -> None:
        self._show_tab()

    def _on_gone_primary_chosen(self) -> None:
        self.context.go("visits")
