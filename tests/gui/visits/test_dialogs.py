"""The dialogs of a visit and its two details."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.details.agreement import AgreementDetail
from desk.gui.details.member import MemberDetail
from desk.gui.dialogs.add_member import AddGroupDialog, AddPersonDialog
from desk.gui.dialogs.new_agreement import NewAgreementDialog
from desk.gui.dialogs.new_visit import NewVisitDialog
from desk.gui.widgets.searchable_combo import Choice
from desk.model.choices import OurRole, Role, Side
from desk.services import agreements, delegation, history, people, visits
from desk.services.desk import Desk
from tests.gui.visits.conftest import Asked


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_visit_is_booked_with_the_keyboard_alone(
    qtbot: QtBot, context: Context, desk: Desk
) -> None:
    dialog = NewVisitDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.title.hasFocus)
    qtbot.keyClicks(dialog.title, "Visit from Kazakhstan")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Tab)
    qtbot.keyClicks(dialog.country, "kazak")
    qtbot.keyClick(dialog.country, Qt.Key.Key_Return)
    assert dialog.country.value == "KZ"
    assert dialog.guest_zone.value == "Asia/Almaty"
    dialog.first_day.setFocus()
    qtbot.keyClicks(dialog.first_day, "5 Dec 2026")
    qtbot.keyClick(dialog.first_day, Qt.Key.Key_Tab)
    assert dialog.last_day.value == date(2026, 12, 5)
    dialog.letter.setFocus()
    qtbot.keyClicks(dialog.letter, "KBRI/77")
    qtbot.keyClick(dialog.letter, Qt.Key.Key_Return)
    assert dialog.created_id is not None
    row = visits.get_visit(desk, dialog.created_id)
    assert row is not None
    assert (row.title, row.country, row.first_day, row.last_day, row.guest_zone, row.letter) == (
        "Visit from Kazakhstan",
        "KZ",
        date(2026, 12, 5),
        date(2026, 12, 5),
        "Asia/Almaty",
        "KBRI/77",
    )


def test_what_is_missing_is_said_beside_its_field(qtbot: QtBot, context: Context) -> None:
    dialog = NewVisitDialog(context)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.field("title").error == "A visit needs a title."
    dialog.title.setText("Visit")
    dialog.accept()
    assert dialog.field("title").error == ""
    assert dialog.field("first_day").error == "Say when it begins."
    dialog.first_day.set_value(date(2026, 12, 5))
    dialog.last_day.set_value(date(2026, 12, 4))
    dialog.accept()
    assert dialog.field("last_day").error == "The last day is before the first day."
    assert dialog.created_id is None


def test_a_zone_that_was_chosen_does_not_follow_the_country(qtbot: QtBot, context: Context) -> None:
    dialog = NewVisitDialog(context)
    qtbot.addWidget(dialog)
    dialog.guest_zone.set_choice(Choice("Asia/Tokyo", "Tokyo"))
    dialog.guest_zone.value_changed.emit(dialog.guest_zone.choice)
    dialog.country.value_changed.emit(Choice("KZ", "Kazakhstan"))
    assert dialog.guest_zone.value == "Asia/Tokyo"


def test_somebody_new_is_added_with_office_and_body_in_one_step(
    qtbot: QtBot, context: Context, desk: Desk, visit_id: int
) -> None:
    dialog = AddPersonDialog(context, visit_id, country="KZ")
    qtbot.addWidget(dialog)
    dialog.show()
    before = people.count_people(desk)
    dialog.person.new_requested.emit("Aigerim Sultanova")
    assert dialog.newcomer.isVisible()
    dialog.office.setText("Deputy Akim")
    dialog.organisation.new_requested.emit("Akimat of Almaty")
    dialog.accept()
    row = delegation.list_members(desk, visit_id)[7]
    assert (row.id, row.name, row.office, row.organisation, row.country) == (
        dialog.created_id,
        "Aigerim Sultanova",
        "Deputy Akim",
        "Akimat of Almaty",
        "KZ",
    )
    history.undo(desk)
    assert people.count_people(desk) == before
    assert "Aigerim Sultanova" not in {m.name for m in delegation.list_members(desk, visit_id)}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_somebody_who_is_in_the_delegation_is_refused(
    qtbot: QtBot, context: Context, visit_id: int
) -> None:
    dialog = AddPersonDialog(context, visit_id)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.field("person_id").error.startswith("Choose somebody")
    qtbot.keyClicks(dialog.person, "kajsa")
    qtbot.keyClick(dialog.person, Qt.Key.Key_Return)
    assert dialog.person.text() == "Mankaraev Kaisa Zakirovich"
    dialog.accept()
    assert dialog.field("person_id").error == (
        "Mankaraev Kaisa Zakirovich is in the delegation already."
    )


def test_a_group_may_stay_uncounted(
    qtbot: QtBot, context: Context, desk: Desk, visit_id: int
) -> None:
    dialog = AddGroupDialog(context, visit_id, side=Side.GUEST, country="KZ")
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.field("name").error == "A group needs a name."
    dialog.name.setText("Students")
    dialog.accept()
    row = next(m for m in delegation.list_members(desk, visit_id) if m.name == "Students")
    assert (row.headcount, row.role, row.country) == (None, Role.UNOFFICIAL, "KZ")


def test_a_second_head_cannot_be_added(
    qtbot: QtBot, context: Context, desk: Desk, visit_id: int
) -> None:
    person = people.create_person(desk, name="Somebody Else")
    dialog = AddPersonDialog(context, visit_id)
    qtbot.addWidget(dialog)
    dialog.person.set_choice(Choice(person, "Somebody Else"))
    dialog.role.set_value(Role.HEAD)
    dialog.accept()
    assert dialog.field("role").error == (
        "This side has a head already; make that person a member first."
    )
    assert dialog.created_id is None


def test_an_agreement_is_noted_with_its_parties(
    qtbot: QtBot, context: Context, desk: Desk, visit_id: int
) -> None:
    dialog = NewAgreementDialog(context, visit_id=visit_id)
    qtbot.addWidget(dialog)
    dialog.title.setText("Letter of intent on trade")
    dialog.our_role.set_value(OurRole.PARTY)
    dialog.parties.finder.value_changed.emit(Choice(3, "Akimat"))
    dialog.parties.finder.new_requested.emit("Chamber of Commerce")
    dialog.accept()
    row = agreements.list_agreements(desk, visit_id=visit_id)[-1]
    assert (row.id, row.title) == (dialog.created_id, "Letter of intent on trade")
    assert row.parties == ("Akimat of the City of Astana", "Chamber of Commerce")


def test_the_details_of_a_group_count_it(
    qtbot: QtBot, context: Context, desk: Desk, visit_id: int
) -> None:
    group = next(m for m in delegation.list_members(desk, visit_id) if m.is_group)
    detail = MemberDetail(context, group.id)
    qtbot.addWidget(detail)
    detail.show()
    assert detail.unknown.isVisible()
    editor = detail.form.editor("headcount")
    qtbot.keyClicks(editor, "20")
    assert detail.form.flush()
    rows = {m.id: m for m in delegation.list_members(desk, visit_id)}
    assert rows[group.id].headcount == 20
    assert not detail.unknown.isVisible()


def test_a_second_head_is_refused_beside_the_role(
    qtbot: QtBot, context: Context, desk: Desk, visit_id: int
) -> None:
    detail = MemberDetail(context, 2)
    qtbot.addWidget(detail)
    detail.role.set_value(Role.HEAD)
    detail.role.value_changed.emit(Role.HEAD)
    assert not detail.form.flush()
    assert detail.form.field("role").error == (
        "This side has a head already; make that person a member first."
    )
    detail.form.revert()
    assert detail.role.value == Role.MEMBER


def test_from_a_member_to_the_person(
    qtbot: QtBot, context: Context, asked: Asked, visit_id: int
) -> None:
    detail = MemberDetail(context, 3)
    qtbot.addWidget(detail)
    detail.person.click()
    assert asked.details == [Target("person", 3)]


def test_a_removed_member_closes_its_details(
    qtbot: QtBot, context: Context, desk: Desk, visit_id: int
) -> None:
    detail = MemberDetail(context, 2)
    qtbot.addWidget(detail)
    with qtbot.waitSignal(detail.closed):
        delegation.remove_member(desk, 2)


def test_the_parties_of_an_agreement_are_saved_at_once(
    qtbot: QtBot, context: Context, desk: Desk, visit_id: int
) -> None:
    detail = AgreementDetail(context, 1)
    qtbot.addWidget(detail)
    assert len(detail.parties.value) == 2
    detail.parties._on_row_removed(detail.parties.value[0])
    assert agreements.list_agreements(desk)[0].parties == ("Akimat of the City of Astana",)


def test_an_agreement_that_would_expire_before_it_was_signed_is_refused(
    qtbot: QtBot, context: Context, visit_id: int
) -> None:
    detail = AgreementDetail(context, 1)
    qtbot.addWidget(detail)
    editor = detail.form.editor("expires_on")
    editor.setText("1 Jan 2020")  # type: ignore[attr-defined]
    editor.setModified(True)  # type: ignore[attr-defined]
    assert not detail.form.flush()
    assert detail.form.field("expires_on").error == "It would expire before it was signed."
