"""People, venues and follow-ups in the pane."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.details.detail import Detail
from desk.gui.details.follow_up import FollowUpDetail
from desk.gui.details.person import PersonDetail
from desk.gui.details.venue import VenueDetail
from desk.model.choices import FollowUpStatus
from desk.services import follow_ups, history, people, venues
from desk.services.desk import Desk
from tests.gui.asking import Asked

Show = Callable[[type[Detail], int], Any]


@pytest.fixture
def show(qtbot: QtBot, context: Context, sample: int, asked: Asked) -> Iterator[Show]:
    made: list[Detail] = []

    def show_one(kind: type[Detail], row_id: int) -> Detail:
        detail = kind(context, row_id)
        qtbot.addWidget(detail)
        made.append(detail)
        detail.resize(detail.width(), 800)
        detail.show()
        return detail

    yield show_one
    for detail in made:
        context.committed.disconnect(detail._on_context_committed)


def kaisa(desk: Desk) -> int:
    return people.list_people(desk, containing="kaisa")[0].id


def pandurata(desk: Desk) -> int:
    return next(row.id for row in venues.list_venues(desk) if row.name == "Pandurata Room")


def test_a_name_part_is_saved(qtbot: QtBot, show: Show, desk: Desk, sample: int) -> None:
    detail = show(PersonDetail, kaisa(desk))
    assert not detail.form.field("original_script").isVisible()
    qtbot.mouseClick(detail.form.parts_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(detail.form.saved):
        detail.form.editor("original_script").insert("Қайса")
    row = people.get_person(desk, kaisa(desk))
    assert row is not None
    assert row.original_script == "Қайса"


def test_other_spellings_are_separated_by_semicolons(show: Show, desk: Desk) -> None:
    detail = show(PersonDetail, kaisa(desk))
    detail.form.editor("aliases").setText("Kajsa; Kaissa ;")
    detail.form.editor("aliases").textEdited.emit("")
    assert detail.form.flush()
    row = people.get_person(desk, kaisa(desk))
    assert row is not None
    assert row.aliases == ("Kajsa", "Kaissa")


def test_a_wrong_mailbox_stays_with_its_sentence(show: Show, desk: Desk) -> None:
    detail = show(PersonDetail, kaisa(desk))
    detail.form.editor("email").setText("nowhere")
    detail.form.editor("email").textEdited.emit("")
    assert not detail.form.flush()
    assert detail.form.field("email").error != ""
    assert detail.form.editor("email").text() == "nowhere"


def test_an_office_is_changed_and_taken_out(
    qtbot: QtBot, show: Show, desk: Desk, asked: Asked
) -> None:
    detail = show(PersonDetail, kaisa(desk))
    parts = detail.offices.parts
    office = parts.list.rows.rows()[0]
    parts.select(office.id)
    detail.offices.form.editor("starts_on").change(date(2024, 1, 15))
    assert detail.offices.form.flush()
    row = people.get_person(desk, kaisa(desk))
    assert row is not None
    assert row.offices[0].starts_on == date(2024, 1, 15)
    qtbot.keyClick(parts.list, Qt.Key.Key_Delete)
    row = people.get_person(desk, kaisa(desk))
    assert row is not None
    assert row.offices == ()
    assert asked.told == [("Office taken out", True)]


def test_the_events_of_a_person_are_listed(show: Show, desk: Desk) -> None:
    detail = show(PersonDetail, kaisa(desk))
    detail.show_tab("events")
    titles = [row.title for row in detail.events.list.rows.rows()]
    assert "Business Meeting" in titles


def test_a_person_who_is_needed_is_not_deleted(show: Show, desk: Desk, asked: Asked) -> None:
    detail = show(PersonDetail, kaisa(desk))
    detail.run("delete")
    assert len(asked.problems) == 1
    assert people.get_person(desk, kaisa(desk)) is not None


def test_a_layout_is_changed(show: Show, desk: Desk) -> None:
    detail = show(VenueDetail, pandurata(desk))
    parts = detail.layouts.parts
    layout = parts.list.rows.rows()[0]
    parts.select(layout.id)
    detail.layouts.form.editor("seats").change(50)
    assert detail.layouts.form.flush()
    row = venues.get_venue(desk, pandurata(desk))
    assert row is not None
    assert row.layouts[0].seats == 50


def test_a_venue_shows_what_is_held_there(show: Show, desk: Desk) -> None:
    detail = show(VenueDetail, pandurata(desk))
    assert [row.title for row in detail.events.list.rows.rows()] == ["Business Meeting"]


def test_a_follow_up_is_finished_and_taken_back(
    qtbot: QtBot, show: Show, desk: Desk, asked: Asked
) -> None:
    row = follow_ups.list_follow_ups(desk)[0]
    detail = show(FollowUpDetail, row.id)
    qtbot.mouseClick(detail.done_button, Qt.MouseButton.LeftButton)
    done = follow_ups.get_follow_up(desk, row.id)
    assert done is not None
    assert (done.status, done.done_on) == (FollowUpStatus.DONE, date(2026, 12, 3))
    assert asked.told == [(f"Done: {row.title}", True)]
    assert detail.done_button.text() == "Reopen"
    history.undo(desk)
    assert detail.done_button.text() == "Done"


def test_the_status_in_the_form_notes_the_day(qtbot: QtBot, show: Show, desk: Desk) -> None:
    row = follow_ups.list_follow_ups(desk)[0]
    detail = show(FollowUpDetail, row.id)
    status = detail.form.editor("status")
    status.set_value(FollowUpStatus.DONE)
    with qtbot.waitSignal(detail.form.saved):
        status.value_changed.emit(FollowUpStatus.DONE.value)
    done = follow_ups.get_follow_up(desk, row.id)
    assert done is not None
    assert done.done_on == date(2026, 12, 3)


def test_another_visit_lets_the_event_go(show: Show, desk: Desk, sample: int) -> None:
    row = follow_ups.list_follow_ups(desk)[0]
    detail = show(FollowUpDetail, row.id)
    detail.form.visit.set_choice(None)
    detail.form.visit.value_changed.emit(None)
    assert detail.form.flush()
    stored = follow_ups.get_follow_up(desk, row.id)
    assert stored is not None
    assert (stored.visit_id, stored.event_id) == (None, None)
