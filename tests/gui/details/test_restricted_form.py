"""What is restricted is dots until somebody asks, and dots again when they leave."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.details.person import PersonDetail
from desk.services import people, restricted
from desk.services.desk import Desk
from tests.gui.asking import Asked


@pytest.fixture
def detail(
    qtbot: QtBot, context: Context, sample: int, asked: Asked, desk: Desk
) -> Iterator[PersonDetail]:
    kaisa = people.list_people(desk, containing="kaisa")[0].id
    restricted.note(desk, kaisa, {"phone": "+7 700 000 00 00", "diet": "Halal"})
    shown = PersonDetail(context, kaisa)
    qtbot.addWidget(shown)
    shown.resize(shown.width(), 900)
    shown.show()
    yield shown
    context.committed.disconnect(shown._on_context_committed)


def test_the_telephone_is_hidden_until_it_is_asked_for(
    qtbot: QtBot, desk: Desk, detail: PersonDetail
) -> None:
    form: Any = detail.restricted
    phone, part = form.editor("phone"), form.parts["phone",]
    assert (phone.isVisible(), phone.text(), part.show_button.text()) == (False, "", "Show")
    qtbot.mouseClick(part.show_button, Qt.MouseButton.LeftButton)
    assert (phone.isVisible(), phone.text()) == (True, "+7 700 000 00 00")
    looks = restricted.looks_at(desk, [detail.row_id])
    assert [look.label for look in looks] == ["Looked at the telephone number"]
    assert detail.steps.steps.list.rows.rows()[0] == looks[0]
    qtbot.keyClick(part.hide_button, Qt.Key.Key_Space)
    assert (phone.isVisible(), phone.text()) == (False, "")


def test_it_is_hidden_again_when_the_tab_is_left(detail: PersonDetail) -> None:
    form: Any = detail.restricted
    form.parts["diet",].show_button.click()
    assert form.editor("diet").text() == "Halal"
    detail.show_tab("history")
    detail.show_tab("person")
    assert not form.parts["diet",].is_open
    assert form.editor("diet").text() == ""


def test_what_is_typed_is_saved_before_it_is_hidden(desk: Desk, detail: PersonDetail) -> None:
    form: Any = detail.restricted
    part = form.parts["passport_number", "passport_until"]
    assert part.show_button.text() == "Note"
    part.show_button.click()
    form.editor("passport_number").setText("N0123")
    form.editor("passport_number").textEdited.emit("")
    part.conceal()
    assert restricted.shown_values(desk, detail.row_id, ["passport_number"]) == {
        "passport_number": "N0123"
    }
    assert form.editor("passport_number").text() == ""
    assert part.show_button.text() == "Show"


def test_the_history_shows_the_looks_alone(detail: PersonDetail) -> None:
    detail.restricted.parts["phone",].show_button.click()
    detail.steps.choice.set_current("looks")
    detail.refresh()
    assert [step.label for step in detail.steps.steps.list.rows.rows()] == [
        "Looked at the telephone number"
    ]
