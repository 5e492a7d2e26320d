"""The history of a person: everything, or who looked at what is restricted."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.details.history_list import HistoryList
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.locale import _
from desk.services import merging, restricted
from desk.services.person_history import steps_about_person


class PersonHistory(QWidget):
    """What was changed, under every entry that became this one, and every look."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._person_id: int | None = None
        self.choice = SegmentedButtons(
            [("all", _("Everything")), ("looks", _("Looks"))], name=_("What to show of the history")
        )
        self.steps = HistoryList(context, "person")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.choice)
        column.addWidget(self.steps)
        self.choice.chosen.connect(self._on_choice_chosen)

    def show_person(self, person_id: int) -> None:
        """Show the history of somebody."""
        self._person_id = person_id
        desk = self._context.desk
        if self.choice.current == "looks":
            self.steps.show_steps(
                restricted.looks_at(desk, merging.ids_with_history(desk, person_id)),
                nothing=_("Nobody looked at anything restricted yet."),
            )
        else:
            self.steps.show_steps(steps_about_person(desk, person_id))

    def _on_choice_chosen(self, _key: object) -> None:
        if self._person_id is not None:
            self.show_person(self._person_id)
