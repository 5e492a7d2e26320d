"""Who takes part in an event: answers, stand-ins, and who came."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.lookups import find_people, person_of
from desk.gui.dialogs.new_person import add_person
from desk.gui.models.choice_words import answer_mark
from desk.gui.models.participants import (
    ANSWER_COLUMN,
    NAME_COLUMN,
    in_sides,
    name_words,
    participant_model,
)
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Separator
from desk.gui.widgets.cells import CheckCell, Mark, MarkCell, TwoLineCell
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.label import ElidedLabel
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.table import Table
from desk.locale import _, ngettext
from desk.model.choices import Answer, Side
from desk.model.rows.events import EventRow, ParticipantRow
from desk.services import delegation, participation
from desk.services.choice_words import choice_words

_ROW = 44


class _PeopleTable(Table):
    """Delete takes out the person stood on, not the event."""

    removal_asked = Signal()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Delete
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)


class EventPeople(QWidget):
    """A field that adds, the table, and below it what is known of the one that is marked."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._event: EventRow | None = None
        self._missing: list[int] = []
        desk = context.desk
        self.side = SegmentedButtons(
            [(side, choice_words(side)) for side in Side], name=_("Whose people are added")
        )
        self.adding = SearchableCombo(
            find_people(desk), placeholder=_("Add a person"), allows_new=True
        )
        self.adding.setAccessibleName(_("Add a person"))
        self.add_missing = Button("", "users", dense=True)
        self.table = _PeopleTable(
            participant_model(_answer_cell), name=_("Who takes part"), row_height=_ROW, header=False
        )
        self.table.set_cell(0, CheckCell())
        self.table.set_cell(NAME_COLUMN, TwoLineCell("row_title"))
        self.table.set_cell(ANSWER_COLUMN, MarkCell())
        self.table.setMinimumHeight(3 * _ROW)
        self.none = EmptyState(
            "users",
            _("Nobody takes part yet"),
            _("Add people above, or the whole delegation at once."),
        )
        self.name = ElidedLabel("", "row_title")
        self.answer = ComboBox([(answer, answer_mark(answer).words) for answer in Answer])
        self.stand_in = SearchableCombo(
            find_people(desk), placeholder=_("Who comes instead"), allows_new=True
        )
        self.stand_in_field = LabeledField(_("Represented by"), self.stand_in)
        self.attended = ComboBox(
            [(None, _("Not noted yet")), ("yes", _("Came")), ("no", _("Did not come"))]
        )
        self.remove = Button(_("Take out of the event"), "x", "quiet", dense=True)
        self._chosen = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.side)
        column.addWidget(self.adding)
        column.addWidget(self.add_missing)
        column.addWidget(self.table, 1)
        column.addWidget(self.none)
        fields = QVBoxLayout(self._chosen)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(8)
        fields.addWidget(Separator())
        fields.addWidget(self.name)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(LabeledField(_("Answer"), self.answer), 1)
        row.addWidget(LabeledField(_("Attendance"), self.attended), 1)
        fields.addLayout(row)
        fields.addWidget(self.stand_in_field)
        fields.addWidget(self.remove)
        column.addWidget(self._chosen)

    def _connect(self) -> None:
        self.adding.value_changed.connect(self._on_adding_value_changed)
        self.adding.new_requested.connect(self._on_adding_new_requested)
        self.add_missing.clicked.connect(self._on_add_missing_clicked)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.removal_asked.connect(self._on_remove_clicked)
        self.table.rows.check_changed.connect(self._on_rows_check_changed)
        self.answer.value_changed.connect(self._on_answer_value_changed)
        self.stand_in.value_changed.connect(self._on_stand_in_value_changed)
        self.stand_in.new_requested.connect(self._on_stand_in_new_requested)
        self.attended.value_changed.connect(self._on_attended_value_changed)
        self.remove.clicked.connect(self._on_remove_clicked)

    def show_people(self, event: EventRow, people: list[ParticipantRow]) -> None:
        """Show who takes part now; the marked one stays."""
        self._event = event
        self._missing = self._missing_members(event, people)
        count = len(self._missing)
        self.add_missing.setText(
            ngettext(
                "Add {count} missing of the delegation",
                "Add {count} missing of the delegation",
                count,
            ).format(count=count)
        )
        self.add_missing.setVisible(bool(count))
        self.add_missing.updateGeometry()
        self.table.rows.show(in_sides(people))
        self.table.setVisible(bool(people))
        self.none.setVisible(not people)
        self._on_table_row_chosen(self.table.current_row())

    def _missing_members(self, event: EventRow, people: list[ParticipantRow]) -> list[int]:
        if event.visit_id is None:
            return []
        there = {(row.person_id, row.member_id if row.is_group else None) for row in people}
        return [
            member.id
            for member in delegation.list_members(self._context.desk, event.visit_id)
            if member.side is Side.GUEST
            and (member.person_id, member.id if member.is_group else None) not in there
        ]

    def _on_table_row_chosen(self, row: ParticipantRow | None) -> None:
        self._chosen.setVisible(row is not None)
        if row is None:
            return
        self.name.setText(name_words(row))
        self.answer.set_value(row.answer)
        attended = None if row.attended is None else "yes" if row.attended else "no"
        self.attended.set_value(attended)
        self.stand_in.set_choice(person_of(self._context.desk, row.represented_by_id))
        self.stand_in_field.set_error("")
        self.stand_in_field.setVisible(row.answer is Answer.REPRESENTED)

    def _on_adding_value_changed(self, choice: Choice | None) -> None:
        if choice is None:
            return
        self.adding.set_choice(None)
        self._add(int(str(choice.key)))

    def _on_adding_new_requested(self, name: str) -> None:
        person_id = add_person(self._context, self.window(), name)
        self.adding.set_choice(None)
        if person_id is not None:
            self._add(person_id)

    def _add(self, person_id: int) -> None:
        event = self._event
        if event is None:
            return
        added = self._context.attempt(
            lambda: participation.add_participant(
                self._context.desk, event.id, person_id=person_id, side=Side(self.side.current)
            )
        )
        if added is not None:
            self.table.select_key(added)

    def _on_add_missing_clicked(self) -> None:
        event, missing = self._event, list(self._missing)
        if event is None:
            return
        added = self._context.attempt(
            lambda: participation.add_members(self._context.desk, event.id, missing)
        )
        if added:
            words = ngettext("{count} person added", "{count} people added", added)
            self._context.tell(words.format(count=added), undo=True)

    def _on_rows_check_changed(self, row: ParticipantRow, checked: bool) -> None:
        # Without a tick nothing is known: that somebody stayed away is said below.
        came = True if checked else None
        self._context.attempt(lambda: participation.set_attended(self._context.desk, row.id, came))

    def _on_answer_value_changed(self, value: str) -> None:
        row: ParticipantRow | None = self.table.current_row()
        if row is None:
            return
        answer = Answer(value)
        if answer is Answer.REPRESENTED and self.stand_in.value is None:
            self.stand_in_field.show()
            self.stand_in_field.set_error(_("Say who comes instead."))
            self.stand_in.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._answer(row, answer, self.stand_in.value)

    def _on_stand_in_value_changed(self, choice: Choice | None) -> None:
        row: ParticipantRow | None = self.table.current_row()
        if row is not None and choice is not None:
            self._answer(row, Answer.REPRESENTED, int(str(choice.key)))

    def _on_stand_in_new_requested(self, name: str) -> None:
        choice = person_of(self._context.desk, add_person(self._context, self.window(), name))
        if choice is not None:
            self.stand_in.set_choice(choice)
            self._on_stand_in_value_changed(choice)

    def _answer(self, row: ParticipantRow, answer: Answer, stand_in: int | None) -> None:
        represented_by = stand_in if answer is Answer.REPRESENTED else None
        self._context.attempt(
            lambda: participation.set_answer(
                self._context.desk, row.id, answer, represented_by=represented_by
            )
        )

    def _on_attended_value_changed(self, value: str | None) -> None:
        row: ParticipantRow | None = self.table.current_row()
        if row is None:
            return
        attended = None if value is None else value == "yes"
        self._context.attempt(
            lambda: participation.set_attended(self._context.desk, row.id, attended)
        )

    def _on_remove_clicked(self) -> None:
        row: ParticipantRow | None = self.table.current_row()
        if row is None:
            return

        def write() -> bool:
            participation.remove_participant(self._context.desk, row.id)
            return True

        if self._context.attempt(write):
            self._context.tell(_("{name} taken out").format(name=row.name), undo=True)


def _answer_cell(row: ParticipantRow) -> Mark | None:
    """The sign of the answer; nothing while there is none."""
    if row.answer is Answer.NONE:
        return None
    mark = answer_mark(row.answer)
    return Mark(mark.icon, mark.kind)
