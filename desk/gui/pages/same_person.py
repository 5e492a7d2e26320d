"""Entries that may be one person written twice, each pair with what tells it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context, Target
from desk.gui.dialogs.merge_people import compare_people
from desk.gui.models.rows import Column, RowModel
from desk.gui.pages.section_page import SectionPage
from desk.gui.tasks import Task, run_task
from desk.gui.widgets.button import Button
from desk.gui.widgets.cells import TextCell, TwoLineCell
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.table import Table
from desk.locale import _, current_language, ngettext
from desk.locale.formats import number
from desk.model.changes import Changes
from desk.model.errors import UserError
from desk.model.rows.same_person import Candidate, Pair
from desk.rules.folding import fold
from desk.services import same_person
from desk.services.same_person_words import reasons_words

ROW_HEIGHT = 48
_MANY = 50
"""When more people than this change at once, everybody is compared anew."""


class SamePersonPage(SectionPage):
    """Enter compares the two of a row; a command remembers that they are two people."""

    tables = frozenset({"person", "not_same_person", "office"})
    kind = "person"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Same person?"), parent)
        self.pairs: list[Pair] = []
        self.count: int | None = None
        """How many pairs there are in all; None before everybody was compared."""
        self._task: Task | None = None
        self._problem = ""
        self.model: RowModel[Pair] = RowModel(_columns(), key=_key, parent=self)
        self.table = Table(self.model, name=_("Same person?"), row_height=ROW_HEIGHT)
        for place, cell in enumerate(
            (TwoLineCell("row_title"), TwoLineCell("row_title"), TextCell("note"), TextCell("note"))
        ):
            self.table.set_cell(place, cell)
        self.choice = SegmentedButtons(
            [("open", _("In question")), ("answered", _("Two people"))],
            name=_("Which pairs to show"),
        )
        self.compare_button = Button(_("Compare…"), "arrows-left-right", dense=True)
        self.not_same_button = Button(_("Not the same"), "user-minus", dense=True)
        self.again_button = Button(_("Ask again"), "arrow-u-up-left", dense=True)
        self.filter.setPlaceholderText(_("Name or office"))
        self.filter.setAccessibleName(_("Filter pairs"))
        self.filter.setFixedWidth(150)
        for action in (
            self.compare_button,
            self.not_same_button,
            self.again_button,
            self.choice,
            self.filter,
        ):
            self.header.add_action(action)
        self.set_list(self.table, EmptyState("users", "", ""))
        self._connect()

    def _connect(self) -> None:
        self.choice.chosen.connect(self._on_choice_chosen)
        self.compare_button.clicked.connect(self.compare)
        self.not_same_button.clicked.connect(self.remember_two)
        self.again_button.clicked.connect(self.ask_again)
        self.table.row_activated.connect(self._on_table_row_activated)
        self.table.row_chosen.connect(self._on_table_row_chosen)

    @property
    def answered(self) -> bool:
        """Whether the pairs are shown that were said to be two people."""
        return self.choice.current == "answered"

    def open(self, target: Target) -> None:
        """Compare everybody, once; then the page follows what is written."""
        if self.count is None and self._task is None:
            self._compare_everybody()
        self.refresh()

    def refresh(self) -> None:
        """Show the pairs that the filter lets through."""
        self._filter_timer.stop()
        rows = same_person.answered_pairs(self.context.desk) if self.answered else self.pairs
        words = fold(self.filter_words)
        shown = [pair for pair in rows if words in fold(_said(pair))] if words else rows
        self.model.show(shown)
        self._say(len(rows))
        self.show_list(bool(shown))
        self._on_table_row_chosen(self.table.current_row())

    def on_committed(self, changes: Changes) -> None:
        """Compare anew only those whom a commit touched."""
        touched = _people_in(changes)
        if self.count is None:
            return
        if len(touched) > _MANY:
            self._compare_everybody()
        elif touched:
            kept = [p for p in self.pairs if touched.isdisjoint(_key(p))]
            found = same_person.pairs_of(self.context.desk, touched)
            self.count += len(kept) + len(found) - len(self.pairs)
            self.pairs = sorted([*kept, *found], key=lambda pair: (-pair.score, _key(pair)))
        super().on_committed(changes)

    def _compare_everybody(self) -> None:
        if self._task is not None:
            self._task.forget()
        self._problem = ""
        desk = self.context.desk
        self._task = run_task(
            self,
            lambda: same_person.all_candidates(desk),
            on_done=self._on_task_done,
            on_failed=self._on_task_failed,
            on_cancelled=self._on_task_cancelled,
        )

    def _say(self, rows: int) -> None:
        count = rows if self.answered else self.count or 0
        words = ngettext("{count} pair", "{count} pairs", count)
        told = words.format(count=number(count, current_language()))
        if not self.answered and count > rows:
            told += " · " + _("the likeliest {count} are shown").format(
                count=number(rows, current_language())
            )
        busy = self._task is not None and not self.answered
        self.header.set_words(
            _("Same person?"), _("comparing names…") if busy else self._problem or told
        )
        if self.empty is None:
            return
        if self.filter_words and rows:
            title, sentence = self.nothing_found()
        elif self.answered:
            title = _("Nobody was said to be two people yet")
            sentence = _(
                "Pairs answered with “Not the same” are kept here and are not asked again."
            )
        elif busy:
            title = _("Comparing names…")
            sentence = _("Everybody is compared with everybody; the status bar can stop it.")
        elif self._problem:
            title = self._problem
            sentence = _("Leave this page and come back to compare again.")
        else:
            title = _("Everybody is noted once")
            sentence = _(
                "Nobody shares a name, another spelling, an e-mail or a telephone with somebody"
                " else. Whoever is added later is compared as well."
            )
        self.empty.set_words(title, sentence)

    def chosen_id(self) -> int | None:
        pair: Pair | None = self.table.current_row()
        return None if pair is None else pair.first.person_id

    def commands(self) -> frozenset[str]:
        own = {"filter"}
        if self.table.current_row() is not None:
            own |= {"edit"} if self.answered else {"edit", "not_same_person"}
        return frozenset(own)

    def run(self, command: str) -> None:
        {
            "filter": self.run_filter,
            "edit": self.compare,
            "not_same_person": self.remember_two,
        }[command]()

    def compare(self) -> None:
        """Show the two of the row side by side; there they become one, or stay two."""
        pair: Pair | None = self.table.current_row()
        if pair is not None:
            compare_people(self.context, pair.first.person_id, pair.second.person_id, self.window())

    def remember_two(self) -> None:
        """The two of the row are not one person; the notice offers to take it back."""
        pair: Pair | None = self.table.current_row()
        if pair is not None and not self.answered:
            self.do(
                lambda: same_person.not_the_same(self.context.desk, *_key(pair)),
                _("Remembered as two people"),
            )

    def ask_again(self) -> None:
        """Forget that the two of the row were said to be two people."""
        pair: Pair | None = self.table.current_row()
        if pair is not None and self.answered:
            self.do(
                lambda: same_person.maybe_the_same(self.context.desk, *_key(pair)),
                _("In question again"),
            )

    def _on_choice_chosen(self, _key: object) -> None:
        self.refresh()

    def _on_table_row_activated(self, _row: Pair) -> None:
        self.compare()

    def _on_table_row_chosen(self, row: Pair | None) -> None:
        self.compare_button.setEnabled(row is not None)
        self.not_same_button.setEnabled(row is not None)
        self.again_button.setEnabled(row is not None)
        self.not_same_button.setVisible(not self.answered)
        self.again_button.setVisible(self.answered)
        self.context.answers_changed.emit()

    def _on_task_done(self, found: tuple[list[Pair], int]) -> None:
        self._task = None
        self.pairs, self.count = found
        self.refresh()

    def _on_task_failed(self, problem: Exception) -> None:
        self._task = None
        if not isinstance(problem, UserError):
            raise problem
        self._problem = problem.message
        self.refresh()

    def _on_task_cancelled(self) -> None:
        self._task = None
        self._problem = _("The comparison was stopped")
        self.refresh()


def _columns() -> Sequence[Column[Pair]]:
    return [
        Column(
            _("One entry"),
            lambda pair: pair.first.name,
            second=lambda pair: _office(pair.first),
            tip=lambda pair: f"{pair.first.name}\n{_office(pair.first)}",
            stretches=True,
        ),
        Column(
            _("The other"),
            lambda pair: pair.second.name,
            second=lambda pair: _office(pair.second),
            tip=lambda pair: f"{pair.second.name}\n{_office(pair.second)}",
            width=260,
            roomy=380,
        ),
        Column(
            _("Why"),
            lambda pair: reasons_words(pair.reasons),
            tip=lambda pair: reasons_words(pair.reasons),
            width=200,
            roomy=300,
        ),
        Column(
            _("Alike"),
            lambda pair: f"{number(pair.score, current_language())} %",
            align="right",
            width=104,
        ),
    ]


def _key(pair: Pair) -> tuple[int, int]:
    return pair.first.person_id, pair.second.person_id


def _office(person: Candidate) -> str:
    parts = [part for part in (person.office, person.organisation) if part]
    return ", ".join(parts) or _("no office noted")


def _said(pair: Pair) -> str:
    return " ".join(
        word
        for one in (pair.first, pair.second)
        for word in (one.name, one.written, one.office, one.organisation)
    )


def _people_in(changes: Changes) -> set[int]:
    """Whose entry, office or answer a commit touched."""
    found: set[int] = set()
    for row in changes.rows:
        if row.table == "person":
            found.add(row.row_id)
        for image in (row.before, row.after):
            for column in _NAMED.get(row.table, ()):
                person_id = (image or {}).get(column)
                if isinstance(person_id, int):
                    found.add(person_id)
    return found


_NAMED = {"office": ("person_id",), "not_same_person": ("first_id", "second_id")}
