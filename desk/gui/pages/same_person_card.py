"""Who of the coming delegations may be noted twice, on the first page."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.gui.context import Context
from desk.gui.tasks import Task, run_task
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Card
from desk.gui.widgets.chip import Chip, ChipLook
from desk.gui.widgets.finding_box import FindingBox, Remedy
from desk.locale import _
from desk.model.errors import UserError
from desk.model.rows.same_person import Pair
from desk.services.same_person_words import reasons_words

_MOST_PAIRS = 2
LOOK_AFTER = 1500
"""Milliseconds after the page: today itself comes first."""


class SamePersonCard(Card):
    """The likeliest pairs, each with Compare; the number in the heading counts them all."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Perhaps noted twice"), parent=parent)
        self._context = context
        self._visits: tuple[int, ...] = ()
        self._task: Task | None = None
        self.pairs: list[Pair] = []
        self.boxes: list[FindingBox] = []
        self._count = Chip("", "info", "users")
        if self.header is not None:
            self.header.add_mark(self._count)
        self.all_button = Button(_("All pairs"), "users", "quiet", dense=True)
        self.body.addWidget(self.all_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(LOOK_AFTER)
        self._wait.timeout.connect(self.look)
        self.all_button.clicked.connect(self._on_all_button_clicked)
        self.hide()

    def show_visits(self, visit_ids: tuple[int, ...]) -> None:
        """Look through these delegations after a moment."""
        self._visits = visit_ids
        self._wait.start()

    def look(self) -> None:
        """Compare the people of the visits with everybody, beside the window."""
        # Imported here: today does not wait for what compares names.
        from desk.services import same_person

        self._wait.stop()
        if self._task is not None:
            self._task.forget()
        desk, visits = self._context.desk, self._visits
        self._task = run_task(
            self,
            lambda: same_person.find_pairs_of_visits(desk, visits),
            on_done=self._on_task_done,
            on_failed=self._on_task_failed,
            shown=False,
        )

    def _on_task_done(self, pairs: list[Pair]) -> None:
        self._task = None
        if pairs == self.pairs:
            return
        self.pairs = pairs
        for box in self.boxes:
            self.body.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = [_box(pair) for pair in pairs[:_MOST_PAIRS]]
        for place, box in enumerate(self.boxes):
            box.remedy_chosen.connect(self._on_box_remedy_chosen)
            self.body.insertWidget(place, box)
        self._count.show_look(ChipLook(str(len(pairs)), "info", "users"))
        self.setVisible(bool(pairs))

    def _on_task_failed(self, problem: Exception) -> None:
        self._task = None
        if not isinstance(problem, UserError):
            raise problem
        self._context.problem_told.emit(problem.message)

    def _on_box_remedy_chosen(self, pair: Pair) -> None:
        from desk.gui.dialogs.merge_people import compare_people

        compare_people(self._context, pair.first.person_id, pair.second.person_id, self.window())

    def _on_all_button_clicked(self) -> None:
        self._context.go("same_person")


def _box(pair: Pair) -> FindingBox:
    return FindingBox(
        "info",
        f"{pair.first.name} – {pair.second.name}",
        reasons_words(pair.reasons),
        [Remedy(pair, _("Compare…"), "arrows-left-right")],
    )
