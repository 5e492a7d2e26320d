"""Who changed what, when; and taking one step back, however long ago."""

from PySide6.QtWidgets import QMenu

from desk.gui.context import Context
from desk.gui.models.rows import Group
from desk.gui.pages.visit_tabs.history_row import MOST_FIELDS, HistoryLook, HistoryRowDelegate
from desk.gui.pages.visit_tabs.tab import VisitTab, add_action, give_menu
from desk.gui.pages.visit_tabs.view import VisitView
from desk.gui.widgets.button import Button
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.label import ElidedLabel
from desk.gui.widgets.page import FilterBar
from desk.gui.widgets.row_list import RowList
from desk.locale import _, current_language, ngettext
from desk.locale.formats import clock_time, long_date
from desk.locale.zones import wall_time, zone_label
from desk.model.changes import StepKind
from desk.model.rows.history import StepRow
from desk.services import history


class HistoryTab(VisitTab):
    """The steps about the visit and what belongs to it, the newest first, grouped by day."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._delegate = HistoryRowDelegate(inset=20)
        self.list = RowList(self._look, self._delegate, words=self._sentence, name=_("History"))
        self.undo = Button(_("Undo this step"), "arrow-u-up-left")
        self.note = ElidedLabel(
            _("Every change is kept. A step is taken back only where nothing was changed since."),
            "note",
            "text2",
        )
        bar = FilterBar()
        bar.row.addWidget(self.note, 1)
        bar.row.addWidget(self.undo)
        self.column.addWidget(bar)
        self.column.addWidget(self.list, 1)
        self.give_empty(
            EmptyState(
                "clock-counter-clockwise",
                _("No history yet"),
                _("Every change is kept, with who made it and when."),
            )
        )
        self.undo.clicked.connect(self._on_undo_clicked)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self._delegate.button_chosen.connect(self._on_delegate_button_chosen)
        give_menu(self.list, self._build_menu)

    def show_view(self, view: VisitView) -> None:
        super().show_view(view)
        language, zone = current_language(), self.context.desk.zone
        steps = history.steps_about_visit(self.context.desk, view.visit.id)
        rows: list[StepRow | Group] = []
        day = None
        for step in steps:
            if wall_time(step.at, zone).date() != day:
                day = wall_time(step.at, zone).date()
                rows.append(Group(("day", day), long_date(day, language)))
            rows.append(step)
        self.list.show_rows(rows)
        self.set_empty(not steps)
        self._on_list_row_chosen(self.list.current_row())

    def _look(self, step: StepRow) -> HistoryLook:
        changes = tuple(
            (change.field, change.before, change.after) for change in step.fields[:MOST_FIELDS]
        )
        more = len(step.fields) - len(changes)
        words = ngettext("{count} more field", "{count} more fields", more)
        return HistoryLook(
            when=self._clock(step),
            who=step.who,
            label=_label(step),
            about=step.about,
            changes=changes,
            more=words.format(count=more) if more else "",
            button=_("Undo this step") if _can_undo(step) else "",
            struck=step.undone,
        )

    def _sentence(self, step: StepRow) -> str:
        changes = [
            _("{field} from {before} to {after}").format(
                field=change.field, before=change.before or "–", after=change.after or "–"
            )
            for change in step.fields
        ]
        parts = (_label(step), step.about, self._clock(step), step.who, *changes)
        return ", ".join(part for part in parts if part)

    def _clock(self, step: StepRow) -> str:
        language, zone = current_language(), self.context.desk.zone
        wall = wall_time(step.at, zone)
        return f"{clock_time(wall, language)} {zone_label(zone, wall, language)}"

    def _build_menu(self) -> QMenu | None:
        step: StepRow | None = self.list.current_row()
        if step is None or not _can_undo(step):
            return None
        menu = QMenu(self)
        add_action(menu, _("Undo this step"), self._on_undo_clicked, picture="arrow-u-up-left")
        return menu

    def _take_back(self, step: StepRow) -> None:
        if _can_undo(step):
            desk = self.context.desk
            done = self.context.attempt(lambda: history.undo_step(desk, step.id))
            if done is not None:
                self.context.tell(_("Taken back: {step}").format(step=step.label))

    def _on_undo_clicked(self) -> None:
        step = self.list.current_row()
        if step is not None:
            self._take_back(step)

    def _on_list_row_chosen(self, step: StepRow | None) -> None:
        self.undo.setEnabled(step is not None and _can_undo(step))

    def _on_delegate_button_chosen(self, place: int) -> None:
        step = self.list.rows.row_at(place)
        if step is not None:
            self._take_back(step)


def _can_undo(step: StepRow) -> bool:
    return step.kind is StepKind.DO and not step.undone


def _label(step: StepRow) -> str:
    if step.kind is StepKind.UNDO:
        return _("Undone: {step}").format(step=step.label)
    if step.kind is StepKind.REDO:
        return _("Done again: {step}").format(step=step.label)
    return step.label
