"""A view of the calendar before it is printed."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from desk.gui.context import Target
from desk.gui.pages.print_preview import PrintPreviewPage
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.locale import _, current_language, ngettext
from desk.model.rows.documents import DocumentDraft
from desk.services import calendar_papers
from desk.services.calendar_papers import ROOM_DAYS, CalendarChoices, Scope, scope_of


class CalendarPreviewPage(PrintPreviewPage):
    """Opened with a tab: `day`, `week`, `month` or `rooms`, a colon, and any day of the period."""

    tables = PrintPreviewPage.tables | {"venue_layout", "clash_override", "closed_time"}

    def open(self, target: Target) -> None:
        """Show another view or period; words that name none show the week of today."""
        today = self.context.desk.today()
        self.scope = scope_of(target.tab) or Scope("week", today)
        self.view_of.set_value(self.scope.view)
        if self.scope.days in ROOM_DAYS:
            self.days.set_current(self.scope.days)
        self._fit_choices()
        super().open(Target(target.place, 0, target.tab))

    def title(self) -> str:
        return _("Print the calendar")

    def describe(self, row_id: int) -> str | None:
        return calendar_papers.period_words(self._asked(), current_language())

    def draft(self, row_id: int) -> DocumentDraft:
        return calendar_papers.calendar_draft(
            self.context.desk,
            self._asked(),
            CalendarChoices(
                language=self.language.value,
                paper=self.paper.value,
                show_cancelled=self.show_cancelled.isChecked(),
                only_booked=self.only_booked.isChecked(),
            ),
        )

    def add_choices(self, body: QVBoxLayout) -> None:
        self.scope = Scope("week", self.context.desk.today())
        self.view_of = ComboBox(
            [
                ("day", _("Day")),
                ("week", _("Week")),
                ("month", _("Month")),
                ("rooms", _("Venue plan")),
            ]
        )
        self.paper = ComboBox([("a4", _("A4, landscape")), ("a3", _("A3, landscape"))])
        self.paper.set_value("a4")
        self.days = SegmentedButtons(
            [
                (count, ngettext("{count} day", "{count} days", count).format(count=count))
                for count in ROOM_DAYS
            ],
            name=_("How many days"),
            current=1,
        )
        self.days_field = LabeledField(_("How many days"), self.days)
        self.show_cancelled = CheckBox(_("Cancelled and postponed events"), True)
        self.only_booked = CheckBox(_("Only venues with bookings"), False)
        body.addWidget(LabeledField(_("View"), self.view_of))
        body.addWidget(LabeledField(_("Paper"), self.paper))
        body.addWidget(self.days_field)
        body.addWidget(Label(_("Print these too"), "label", "text2"))
        ticks = QVBoxLayout()
        ticks.setSpacing(0)
        for tick in (self.show_cancelled, self.only_booked):
            tick.toggled.connect(self.refresh_soon)
            ticks.addWidget(tick)
        body.addLayout(ticks)
        self.view_of.value_changed.connect(self._on_view_of_value_changed)
        self.paper.value_changed.connect(self.refresh_soon)
        self.days.chosen.connect(self.refresh_soon)
        self._fit_choices()

    def go_back(self) -> None:
        """To the calendar, at the period that was printed."""
        self.context.go("calendar", tab=self.scope.day.isoformat())

    def _asked(self) -> Scope:
        """What is to be printed, with what the pane at the right says."""
        days = self.days.current if self.scope.view == "rooms" else 1
        return replace(self.scope, days=days or 1)

    def _fit_choices(self) -> None:
        rooms = self.scope.view == "rooms"
        self.days_field.setVisible(rooms)
        self.only_booked.setVisible(rooms)

    def _on_view_of_value_changed(self, view: object) -> None:
        self.scope = replace(self.scope, view=view)  # type: ignore[arg-type]
        self._fit_choices()
        self.refresh_soon()
