"""Who may be the same person as the one shown, above their form."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.merge_people import compare_people
from desk.gui.tasks import Task, run_task
from desk.gui.widgets.finding_box import FindingBox, Remedy
from desk.locale import _, ngettext
from desk.model.errors import UserError
from desk.model.rows.same_person import Candidate
from desk.services import same_person
from desk.services.same_person_words import reasons_words


class SamePersonHint(QWidget):
    """ "Perhaps the same as …" with Compare and Not the same; nothing when nobody is alike."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._person_id = 0
        self._task: Task | None = None
        self.found: list[Candidate] = []
        self.box: FindingBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_person(self, person_id: int) -> None:
        """Look for those who may be this person, beside the window; the likeliest is shown."""
        if person_id != self._person_id:
            self._show(person_id, [])
        if self._task is not None:
            self._task.forget()
        desk = self._context.desk
        self._task = run_task(
            self,
            lambda: same_person.find_candidates(desk, person_id),
            on_done=partial(self._on_task_done, person_id),
            on_failed=self._on_task_failed,
            shown=False,
        )

    def _on_task_done(self, person_id: int, found: list[Candidate]) -> None:
        self._task = None
        self._show(person_id, found)

    def _on_task_failed(self, problem: Exception) -> None:
        self._task = None
        if not isinstance(problem, UserError):
            raise problem
        self._context.problem_told.emit(problem.message)

    def _show(self, person_id: int, found: list[Candidate]) -> None:
        if (person_id, found) == (self._person_id, self.found):
            return
        self._person_id, self.found = person_id, found
        if self.box is not None:
            self._column.removeWidget(self.box)
            self.box.hide()
            self.box.deleteLater()
            self.box = None
        self.setVisible(bool(found))
        if not found:
            return
        likeliest, more = found[0], len(found) - 1
        words = reasons_words(likeliest.reasons)
        if more:
            rest = ngettext("{count} more may be meant", "{count} more may be meant", more)
            words = f"{words} · {rest.format(count=more)}"
        self.box = FindingBox(
            "info",
            _("Perhaps the same as {name}").format(name=likeliest.name),
            words,
            [
                Remedy("compare", _("Compare…"), "arrows-left-right"),
                Remedy("two", _("Not the same"), "user-minus"),
            ],
        )
        self.box.remedy_chosen.connect(self._on_box_remedy_chosen)
        self._column.addWidget(self.box)

    def _on_box_remedy_chosen(self, key: object) -> None:
        other = self.found[0].person_id
        if key == "compare":
            kept = compare_people(self._context, self._person_id, other, self.window())
            if kept is not None:
                self._context.show_detail("person", kept)
            return

        def remember() -> bool:
            same_person.not_the_same(self._context.desk, self._person_id, other)
            return True

        if self._context.attempt(remember):
            self._context.tell(_("Remembered as two people"), undo=True)
