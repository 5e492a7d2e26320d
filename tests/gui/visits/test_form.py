"""The form that saves by itself."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.details.form import DetailForm
from desk.gui.details.localised_field import LocalisedField
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.text_field import TextArea, TextField
from desk.model.errors import UserError
from desk.services import visits
from desk.services.desk import Desk
from tests.gui.conftest import SUNDAY
from tests.gui.visits.conftest import Asked


class VisitForm(DetailForm):
    """Some fields of a visit, as a detail would show them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, self._write, reload=self.read)
        self.writes: list[dict[str, Any]] = []
        self.title = LocalisedField()
        self.letter = TextField()
        self.notes = TextArea()
        self.first_day = DateField(today=date(2026, 12, 3))
        self.last_day = DateField(today=date(2026, 12, 3))
        self.add_field("title", "Title", self.title)
        self.add_field("letter", "Letter", self.letter)
        self.add_row(
            self.add_field("first_day", "First day", self.first_day, place=False),
            self.add_field("last_day", "Last day", self.last_day, place=False),
        )
        self.add_field("notes", "Notes", self.notes)

    def open(self, visit_id: int) -> None:
        row = visits.get_visit(self.context.desk, visit_id)
        assert row is not None
        self.show_values(
            row.id,
            {
                "title": row.titles,
                "letter": row.letter,
                "first_day": row.first_day,
                "last_day": row.last_day,
                "notes": row.notes,
            },
        )

    def read(self) -> None:
        assert self.row_id is not None
        self.open(self.row_id)

    def _write(self, row_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        visits.update_visit(self.context.desk, row_id, changes, seen=seen)
        self.writes.append(dict(changes))


@pytest.fixture
def form(qtbot: QtBot, context: Context, visit_id: int) -> VisitForm:
    frame = QWidget()
    form = VisitForm(context)
    form.setParent(frame)
    qtbot.addWidget(frame)
    form.frame = frame  # type: ignore[attr-defined]
    form.open(visit_id)
    context.committed.connect(lambda _changes: form.read())
    frame.resize(400, 500)
    frame.show()
    qtbot.waitExposed(frame)
    return form


def stored(desk: Desk, visit_id: int) -> Any:
    row = visits.get_visit(desk, visit_id)
    assert row is not None
    return row


def test_a_pause_in_typing_saves_only_what_differs(
    qtbot: QtBot, form: VisitForm, desk: Desk, visit_id: int
) -> None:
    form.letter.setFocus()
    form.letter.clear()
    with qtbot.waitSignal(form.saved):
        qtbot.keyClicks(form.letter, "Nota 12/2026")
    assert stored(desk, visit_id).letter == "Nota 12/2026"
    assert form.writes == [{"letter": "Nota 12/2026"}]
    assert form.state == "Saved 10:24"


def test_leaving_a_field_saves_it(qtbot: QtBot, form: VisitForm, desk: Desk, visit_id: int) -> None:
    form.frame.activateWindow()  # type: ignore[attr-defined]
    form.notes.setFocus()
    qtbot.waitUntil(form.notes.hasFocus)
    form.notes.setPlainText("Dates are illustrative.")
    with qtbot.waitSignal(form.saved, timeout=500):
        form.letter.setFocus()
    assert stored(desk, visit_id).notes == "Dates are illustrative."


def test_hiding_saves(form: VisitForm, desk: Desk, visit_id: int) -> None:
    form.notes.setPlainText("Last words")
    form.frame.hide()  # type: ignore[attr-defined]
    assert stored(desk, visit_id).notes == "Last words"


def test_a_refused_value_stays_with_its_sentence_and_the_others_are_saved(
    form: VisitForm, desk: Desk, visit_id: int
) -> None:
    form.last_day.setText("1 Jan 2026")
    form.last_day.setModified(True)
    form.notes.setPlainText("Kept")
    assert not form.flush()
    assert form.field("last_day").error == "The last day is before the first day."
    assert form.last_day.value == date(2026, 1, 1)
    assert form.state == "Not saved"
    row = stored(desk, visit_id)
    assert (row.last_day, row.notes) == (SUNDAY, "Kept")


def test_mending_the_other_field_saves_both(form: VisitForm, desk: Desk, visit_id: int) -> None:
    form.first_day.setText("10 Dec 2026")
    form.first_day.setModified(True)
    assert not form.flush()
    assert form.field("last_day").error
    form.last_day.setText("11 Dec 2026")
    form.last_day.setModified(True)
    assert form.flush()
    row = stored(desk, visit_id)
    assert (row.first_day, row.last_day) == (date(2026, 12, 10), date(2026, 12, 11))
    assert form.field("last_day").error == ""
    assert form.state == "Saved 10:24"


def test_escape_reverts_to_what_is_stored(qtbot: QtBot, form: VisitForm) -> None:
    before = form.letter.text()
    qtbot.keyClicks(form.letter, "xyz")
    qtbot.keyClick(form.letter, Qt.Key.Key_Escape)
    assert form.letter.text() == before
    assert form.flush()
    assert form.writes == []


def test_escape_takes_away_the_sentence_beside_the_other_field(
    qtbot: QtBot, form: VisitForm
) -> None:
    form.first_day.setText("10 Dec 2026")
    form.first_day.setModified(True)
    form.flush()
    qtbot.keyClick(form.first_day, Qt.Key.Key_Escape)
    assert form.first_day.value == date(2026, 12, 5)
    assert form.field("last_day").error == ""
    assert form.state == ""


def test_a_date_that_is_none_is_not_saved_and_says_so(form: VisitForm) -> None:
    form.first_day.setText("31 Feb 2026")
    form.first_day.setModified(True)
    assert not form.flush()
    assert form.field("first_day").error
    assert form.writes == []


def test_a_commit_elsewhere_does_not_step_on_a_field_being_edited(
    qtbot: QtBot, form: VisitForm, desk: Desk, visit_id: int
) -> None:
    qtbot.keyClicks(form.letter, "mine ")
    typed = form.letter.text()
    visits.update_visit(desk, visit_id, {"notes": "theirs"})
    assert form.letter.text() == typed
    assert form.notes.value == "theirs"


def test_a_field_that_somebody_else_changed_meanwhile_shows_theirs_and_tells_what_was_typed(
    qtbot: QtBot, form: VisitForm, desk: Desk, visit_id: int
) -> None:
    form.letter.clear()
    qtbot.keyClicks(form.letter, "mine")
    visits.update_visit(desk, visit_id, {"letter": "theirs"})
    assert form.flush()
    assert form.letter.text() == "theirs"
    assert "You had typed: mine" in form.field("letter").error
    assert stored(desk, visit_id).letter == "theirs"


def test_another_row_saves_the_one_before(form: VisitForm, desk: Desk, visit_id: int) -> None:
    other = visits.create_visit(desk, title="Other", first_day=date(2026, 12, 20))
    form.notes.setPlainText("of the first")
    form.open(other)
    assert stored(desk, visit_id).notes == "of the first"
    assert stored(desk, other).notes == ""
    assert form.notes.value == ""


def test_leaving_with_a_refused_value_is_told(form: VisitForm, asked: Asked) -> None:
    form.title.set_language("en")
    for code in ("id", "en", "ru", "kk"):
        form.title.set_language(code)
        form.title.line.clear()
    form.leave()
    assert asked.problems == ["Title was not saved: A visit needs a title."]
    assert form.title.value


def test_a_title_is_kept_per_language(form: VisitForm, desk: Desk, visit_id: int) -> None:
    before = stored(desk, visit_id).titles
    form.title.set_language("kk")
    form.title.line.selectAll()
    form.title.line.insert("Қазақстан делегациясының сапары")  # type: ignore[union-attr]
    assert form.flush()
    assert stored(desk, visit_id).titles == {**before, "kk": "Қазақстан делегациясының сапары"}


def test_a_converter_may_refuse(qtbot: QtBot, context: Context, visit_id: int) -> None:
    def number(text: str) -> int:
        if not text.isdigit():
            raise UserError("A number is needed.", field="headcount")
        return int(text)

    written: list[Mapping[str, Any]] = []
    form = DetailForm(context, lambda _row, changes, _seen: written.append(changes))
    qtbot.addWidget(form)
    editor = TextField()
    form.add_field("headcount", "People", editor, to_value=number, to_editor=str)
    form.show_values(1, {"headcount": 20})
    qtbot.keyClicks(editor, "x")
    assert not form.flush()
    assert form.field("headcount").error == "A number is needed."
    editor.clear()
    qtbot.keyClicks(editor, "25")
    assert form.flush()
    assert written == [{"headcount": 25}]
