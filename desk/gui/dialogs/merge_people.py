"""Two entries side by side, field by field, before they become one person."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.merge_choice import MergeChoice, MergeSides
from desk.gui.widgets.button import Button
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.label import ElidedLabel, Label
from desk.locale import _, ngettext
from desk.model.errors import UserError
from desk.model.rows.people import PersonRow
from desk.model.rows.same_person import Comparison, Which
from desk.services import merging, same_person
from desk.services.person_references import person_reference
from desk.services.same_person_words import moves_words


class MergePeopleDialog(Dialog):
    """Which entry stays, whose value of each field, what moves; "Not the same" ends it as well.

    Left and Right choose in a field, Up and Down walk the fields. `merged_id` is who stayed, None
    when nothing was merged.
    """

    def __init__(
        self, context: Context, kept_id: int, gone_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Same person?"),
            _("What the two say differently is chosen here; everything else is kept. One undo."),
            width=760,
            parent=parent,
        )
        self.context = context
        self.merged_id: int | None = None
        self._ids = (kept_id, gone_id)
        self.choices: dict[str, MergeChoice] = {}
        self.compared: Comparison | None = None
        self.swap_button = Button(_("Keep the other entry"), "arrows-left-right", dense=True)
        self.not_same_button = Button(_("Not the same"), "user-minus")
        self.add_aside(self.not_same_button)
        self.merge_button = self.add_button(_("Merge"), "git-merge", "primary")
        self.problem = Label("", "note", "bad", wraps=True)
        self.problem.hide()
        self._heads = (ElidedLabel("", "section"), ElidedLabel("", "section"))
        self._offices = (ElidedLabel("", "note", "text2"), ElidedLabel("", "note", "text2"))
        head = QHBoxLayout()
        head.setSpacing(16)
        for title, office, words in zip(
            self._heads, self._offices, (_("Stays"), _("Becomes part of it")), strict=True
        ):
            side = QVBoxLayout()
            side.setSpacing(1)
            side.addWidget(Label(words, "label", "text2"))
            side.addWidget(title)
            side.addWidget(office)
            head.addLayout(side, 1)
        head.addWidget(self.swap_button)
        self.body.addLayout(head)
        self._room = QWidget()
        self._grid = QGridLayout(self._room)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._room)
        # Setting it has filled it with the colour of lists.
        self._room.setAutoFillBackground(False)
        scroll.setMinimumHeight(200)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(scroll, 1)
        self._moves = Label("", "note", "text2", wraps=True)
        self.body.addWidget(self._moves)
        self.body.addWidget(self.problem)
        self.swap_button.clicked.connect(self._on_swap_button_clicked)
        self.not_same_button.clicked.connect(self._on_not_same_button_clicked)
        self.merge_button.clicked.connect(self._on_merge_button_clicked)
        self._compare()

    def taken(self) -> dict[str, Which]:
        """Whose value of each field in question stays."""
        return {name: choice.value for name, choice in self.choices.items()}

    def _compare(self) -> None:
        try:
            self.compared = compared = merging.compare(self.context.desk, *self._ids)
        except UserError as error:
            self.compared = None
            self._tell(error)
            self.merge_button.setEnabled(False)
            self.swap_button.setEnabled(False)
            self.not_same_button.setEnabled(False)
            return
        for label, office, person in zip(
            self._heads, self._offices, (compared.kept, compared.gone), strict=True
        ):
            label.setText(f"{person.name} · {person_reference(person.id)}")
            office.setText(_office(person) or _("no office noted"))
        self._show_fields(compared)
        moves, doubles = moves_words(compared.moves), moves_words(compared.doubles)
        lines = [_("Moves: {what}.").format(what=", ".join(moves))] if moves else []
        if doubles:
            lines.append(_("Stood twice, becomes one: {what}.").format(what=", ".join(doubles)))
        lines.append(_("Both spellings are found from now on; the history of both is kept."))
        self._moves.setText("\n".join(lines))

    def _show_fields(self, compared: Comparison) -> None:
        self.choices.clear()
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        in_question = sum(field.is_choice for field in compared.fields)
        words = (
            ngettext("{count} field differs", "{count} fields differ", in_question)
            if in_question
            else _("Nothing differs.")
        )
        self._grid.addWidget(Label(words.format(count=in_question), "row_title"), 0, 0, 1, 2)
        # What has to be judged comes first.
        fields = sorted(compared.fields, key=lambda field: not field.is_choice)
        for place, field in enumerate(fields, start=1):
            self._grid.addWidget(Label(field.name, "label", "text2", wraps=True), place, 0)
            if field.is_choice:
                choice = MergeChoice(field)
                self.choices[field.field] = choice
                self._grid.addWidget(choice, place, 1)
            else:
                self._grid.addWidget(MergeSides(field), place, 1)
        self._grid.setRowStretch(len(fields) + 1, 1)
        for one, other in zip(
            list(self.choices.values()), list(self.choices.values())[1:], strict=False
        ):
            QWidget.setTabOrder(one.last, other.first)

    def _tell(self, error: UserError) -> None:
        self.problem.setText(error.message)
        self.problem.show()

    def _on_swap_button_clicked(self) -> None:
        self._ids = (self._ids[1], self._ids[0])
        self._compare()

    def _on_merge_button_clicked(self) -> None:
        try:
            merged = merging.merge(self.context.desk, *self._ids, take=self.taken())
        except UserError as error:
            self._tell(error)
            return
        self.merged_id = merged.person_id
        self.context.tell(_("{name} is one person now").format(name=merged.name), undo=True)
        self.accept()

    def _on_not_same_button_clicked(self) -> None:
        try:
            same_person.not_the_same(self.context.desk, *self._ids)
        except UserError as error:
            self._tell(error)
            return
        self.context.tell(_("Remembered as two people"), undo=True)
        self.accept()


def compare_people(
    context: Context, kept_id: int, gone_id: int, parent: QWidget | None = None
) -> int | None:
    """Ask whether two are one; the id of who stayed when they were merged."""
    dialog = MergePeopleDialog(context, kept_id, gone_id, parent)
    try:
        dialog.exec()
        return dialog.merged_id
    finally:
        dialog.deleteLater()


def _office(person: PersonRow) -> str:
    return ", ".join(part for part in (person.office, person.organisation) if part)
