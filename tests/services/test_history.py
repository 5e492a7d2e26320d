"""Undo, redo, the panel and the trash, for one person and for two on one database."""

from datetime import date, datetime, timedelta

import pytest

from desk.locale import use_language
from desk.model.changes import Changes, StepKind
from desk.model.choices import Answer, Role, Side, Status
from desk.model.errors import ChangedElsewhere, NotThere, UserError
from desk.services import (
    delegation,
    history,
    organisations,
    participation,
    people,
    programme,
    venues,
    visits,
)
from desk.services.desk import Desk
from tests.fixtures.desks import SUNDAY, StandingClock
from tests.fixtures.images import all_images


@pytest.fixture
def other(desk: Desk) -> Desk:
    """Somebody else's desk on the same database."""
    return Desk(desk.store, clock=desk.clock, who="Yudi")


@pytest.fixture
def visit(desk: Desk) -> int:
    return visits.create_visit(desk, title="Jepang", first_day=SUNDAY)


def letter(desk: Desk, visit: int) -> str:
    row = visits.get_visit(desk, visit)
    assert row is not None
    return row.letter


def fields(desk: Desk) -> list[tuple[str, str, str]]:
    return [(row.field, row.before, row.after) for row in history.steps(desk)[0].fields]


def test_a_step_is_named_in_the_language_of_whoever_looks(desk: Desk, visit: int) -> None:
    visits.update_visit(desk, visit, {"letter": "B-1"})
    use_language("id")
    assert [step.label for step in history.steps(desk)] == ["Ubah kunjungan", "Kunjungan baru"]
    assert history.undo_state(desk).undo_label == "Ubah kunjungan"
    visits.update_visit(desk, visit, {"letter": "B-2"})
    use_language("en")
    assert [step.label for step in history.steps(desk)] == [
        "Change visit",
        "Change visit",
        "New visit",
    ]


def test_undo_and_redo_walk_back_and_forth(desk: Desk, visit: int) -> None:
    for number in ("B-1", "B-2"):
        visits.update_visit(desk, visit, {"letter": number})
    state = history.undo_state(desk)
    assert (state.undo_label, state.redo_step) == ("Change visit", None)
    history.undo(desk)
    history.undo(desk)
    assert letter(desk, visit) == ""
    assert history.undo_state(desk).undo_label == "New visit"
    history.redo(desk)
    assert letter(desk, visit) == "B-1"
    history.redo(desk)
    assert letter(desk, visit) == "B-2"
    assert history.redo(desk) is None


def test_something_new_ends_what_could_be_done_again(desk: Desk, visit: int) -> None:
    visits.update_visit(desk, visit, {"letter": "B-1"})
    history.undo(desk)
    visits.update_visit(desk, visit, {"purpose": "Trade"})
    assert history.redo(desk) is None
    assert history.undo_state(desk).redo_label == ""


def test_everybody_takes_back_their_own_steps_only(desk: Desk, other: Desk, visit: int) -> None:
    visits.update_visit(other, visit, {"letter": "B-1"})
    visits.update_visit(desk, visit, {"purpose": "Trade"})
    assert history.undo_state(other).undo_label == "Change visit"
    history.undo(other)
    row = visits.get_visit(desk, visit)
    assert row is not None
    assert (row.letter, row.purpose) == ("", "Trade")
    assert history.undo(other) is None
    history.undo(desk)
    history.redo(other)
    row = visits.get_visit(desk, visit)
    assert row is not None
    assert (row.letter, row.purpose) == ("B-1", "")


def test_nobodys_later_edit_is_overwritten(desk: Desk, other: Desk, visit: int) -> None:
    visits.update_visit(desk, visit, {"letter": "B-1"})
    visits.update_visit(other, visit, {"letter": "B-2"})
    before = all_images(desk.store)
    with pytest.raises(ChangedElsewhere, match="nothing was overwritten"):
        history.undo(desk)
    history.undo(other)
    history.undo(desk)
    assert letter(desk, visit) == ""
    visits.update_visit(other, visit, {"letter": "B-3"})
    with pytest.raises(ChangedElsewhere, match="nothing was overwritten"):
        history.redo(desk)
    assert letter(desk, visit) == "B-3"
    assert all_images(desk.store) != before


def test_a_visit_that_others_hung_something_on_is_not_undone(
    desk: Desk, other: Desk, visit: int
) -> None:
    guest = people.create_person(other, name="Kenji Tanaka")
    delegation.add_member(other, visit, person_id=guest)
    with pytest.raises(ChangedElsewhere):
        history.undo(desk)
    assert [row.name for row in delegation.list_members(desk, visit)] == ["Kenji Tanaka"]


def test_every_replay_is_told_and_is_a_step_of_its_own(desk: Desk, visit: int) -> None:
    notices: list[Changes] = []
    desk.committed = notices.append
    history.undo(desk)
    history.redo(desk)
    assert [(row.kind, row.label) for row in notices] == [
        (StepKind.UNDO, "New visit"),
        (StepKind.REDO, "New visit"),
    ]
    assert [row.kind for row in history.steps(desk)] == [
        StepKind.REDO,
        StepKind.UNDO,
        StepKind.DO,
    ]
    assert [row.step for row in history.changes_elsewhere(desk, 1)] == [2, 3]
    assert history.latest_step(desk) == 3


def test_a_particular_step_is_taken_back_once(desk: Desk, other: Desk, visit: int) -> None:
    visits.update_visit(desk, visit, {"letter": "B-1"})
    visits.update_visit(desk, visit, {"purpose": "Trade"})
    [_purpose, change, _new] = history.steps(other)
    history.undo_step(other, change.id)
    row = visits.get_visit(desk, visit)
    assert row is not None
    assert (row.letter, row.purpose) == ("", "Trade")
    with pytest.raises(NotThere, match="undone already"):
        history.undo_step(desk, change.id)
    with pytest.raises(NotThere):
        history.undo_step(desk, 999)
    [undone, *_rest] = history.steps(desk)
    with pytest.raises(NotThere):
        history.undo_step(desk, undone.id)


def test_steps_are_labelled_in_the_language_they_were_done_in(desk: Desk, visit: int) -> None:
    use_language("id")
    try:
        visits.update_visit(desk, visit, {"letter": "B-1"})
    finally:
        use_language("en")
    labels = [row.label for row in history.steps(desk)]
    assert labels[1] == "New visit"
    assert len(labels) == 2


def test_the_panel_says_what_changed_in_words(desk: Desk, visit: int) -> None:
    room = venues.create_venue(desk, name="Ruang Pandurata")
    event = programme.create_event(
        desk,
        title={"id": "Rapat", "en": "Meeting"},
        visit_id=visit,
        starts=datetime(2026, 12, 6, 9),
        ends=datetime(2026, 12, 6, 10),
    )
    programme.move_event(desk, event, starts=datetime(2026, 12, 7, 9), venue_id=room)
    assert history.steps(desk)[0].about == "Meeting"
    assert fields(desk) == [
        ("End", "6 Dec 2026 10:00", "7 Dec 2026 10:00"),
        ("Start", "6 Dec 2026 09:00", "7 Dec 2026 09:00"),
        ("Venue", "", "Ruang Pandurata"),
    ]
    programme.set_event_status(desk, event, Status.CONFIRMED)
    assert fields(desk) == [("Status", "Tentative", "Confirmed")]
    # Only the language that changed is told.
    programme.update_event(desk, event, {"title": {"id": "Rapat", "en": "Talk", "ru": "Встреча"}})
    assert fields(desk) == [("Title", "Meeting", "Talk, Встреча")]
    programme.move_event(desk, event, starts=datetime(2026, 12, 7, 9), venue_id=None)
    programme.update_event(desk, event, {"venue_id": None})
    venues.delete_venue(desk, room)
    step = next(row for row in history.steps(desk) if row.label == "Change event")
    assert [(row.field, row.before, row.after) for row in step.fields] == [
        ("Venue", "Ruang Pandurata", "")
    ]


def test_the_panel_names_the_people_a_step_was_about(desk: Desk, visit: int) -> None:
    guest = people.create_person(desk, name="Kenji Tanaka")
    stand_in = people.create_person(desk, name="Yuki Sato")
    member = delegation.add_member(desk, visit, person_id=guest)
    assert history.steps(desk)[0].about == "Kenji Tanaka"
    delegation.update_member(desk, member, {"role": Role.HEAD})
    assert (history.steps(desk)[0].about, fields(desk)) == (
        "Kenji Tanaka",
        [("Role", "Member", "Head of delegation")],
    )
    event = programme.create_event(
        desk,
        title="Rapat",
        visit_id=visit,
        starts=datetime(2026, 12, 6, 9),
        ends=datetime(2026, 12, 6, 10),
    )
    [row] = participation.list_participants(desk, event)
    participation.set_answer(desk, row.id, Answer.REPRESENTED, represented_by=stand_in)
    assert fields(desk) == [
        ("Answer", "No answer yet", "Represented"),
        ("Represented by", "", "Yuki Sato"),
    ]
    participation.set_attended(desk, row.id, True)
    assert fields(desk) == [("Attended", "", "yes")]


def test_a_step_about_many_says_how_many(desk: Desk, sample: int) -> None:
    [step] = history.steps(desk)
    assert step.label == "Load the sample visit"
    assert step.about.endswith(" more")
    assert step.fields == ()


def test_a_visits_history_is_whole_however_much_happens_elsewhere(desk: Desk, visit: int) -> None:
    guest = people.create_person(desk, name="Kenji Tanaka")
    member = delegation.add_member(desk, visit, person_id=guest)
    event = programme.create_event(
        desk,
        title="Rapat",
        visit_id=visit,
        starts=datetime(2026, 12, 6, 9),
        ends=datetime(2026, 12, 6, 10),
    )
    [row] = participation.list_participants(desk, event)
    participation.set_attended(desk, row.id, True)
    delegation.remove_member(desk, member)
    with desk.work("Elsewhere"):
        for number in range(60):
            visits.create_visit(desk, title=f"Visit {number}", first_day=SUNDAY)
    assert [step.label for step in history.steps_about_visit(desk, visit)] == [
        "Remove from the delegation",
        "Attendance",
        "New event",
        "Add to the delegation",
        "New visit",
    ]
    assert [step.label for step in history.steps_about_visit(desk, visit, limit=1)] == [
        "Remove from the delegation"
    ]
    assert [step.label for step in history.steps_about(desk, "event", [event])] == ["New event"]


def test_the_trash_names_what_was_deleted_the_latest_first(
    desk: Desk, clock: StandingClock
) -> None:
    body = organisations.create_organisation(desk, name={"id": "Kobe", "ru": "Кобе"})
    room = venues.create_venue(desk, name="Tepian I")
    venues.add_layout(desk, room, name="U")
    organisations.delete_organisation(desk, body)
    clock.pass_by(timedelta(minutes=1))
    venues.delete_venue(desk, room)
    rows = history.trash(desk)
    assert [(row.table, row.name, row.with_it, row.who) for row in rows] == [
        ("venue", "Tepian I", 1, "Rani"),
        ("organisation", "Kobe", 0, "Rani"),
    ]
    assert rows[0].at == desk.now()
    assert [row.name for row in history.trash(desk, limit=1)] == ["Tepian I"]
    history.undo(desk)
    assert [row.name for row in history.trash(desk)] == ["Kobe"]
    history.redo(desk)
    assert len(history.trash(desk)) == 2


def test_the_trash_is_not_buried_under_what_was_entered_since(desk: Desk) -> None:
    person = people.create_person(desk, name="Serik")
    people.delete_person(desk, person)
    with desk.work("Import"):
        for number in range(80):
            people.create_person(desk, name=f"Nama {number}")
    assert [row.name for row in history.trash(desk, limit=1)] == ["Serik"]


def test_what_comes_and_goes_with_others_is_no_trash(desk: Desk, visit: int) -> None:
    event = programme.create_event(
        desk,
        title="Rapat",
        starts=datetime(2026, 12, 6, 9),
        ends=datetime(2026, 12, 6, 10),
        hosts=[people.create_person(desk, name="M. Faisal")],
    )
    participation.set_hosts(desk, event, [])
    assert history.trash(desk) == []


def test_an_undo_that_is_refused_says_so_and_changes_nothing(desk: Desk, visit: int) -> None:
    room = venues.create_venue(desk, name="Tepian I")
    venues.delete_venue(desk, room)
    [row] = history.trash(desk)
    history.undo_step(desk, row.step_id)
    other = Desk(desk.store, clock=desk.clock, who="Yudi")
    programme.create_event(
        other,
        title="Rapat",
        venue_id=room,
        starts=datetime(2026, 12, 6, 9),
        ends=datetime(2026, 12, 6, 10),
    )
    before = all_images(desk.store)
    # To do the deletion again would pull the room from under the event.
    with pytest.raises(UserError):
        history.redo(desk)
    assert all_images(desk.store) == before


def test_dates_of_offices_are_told_as_dates(desk: Desk) -> None:
    faisal = people.create_person(desk, name="M. Faisal", title="Kepala Dinas")
    row = people.get_person(desk, faisal)
    assert row is not None
    people.update_office(desk, row.offices[0].id, {"starts_on": date(2026, 1, 1)})
    assert fields(desk) == [("From", "", "1 Jan 2026")]
    visit = visits.create_visit(desk, title="Jepang", first_day=SUNDAY)
    member = delegation.add_member(desk, visit, person_id=faisal)
    delegation.update_member(desk, member, {"side": Side.HOST})
    assert fields(desk) == [("Side", "Guests", "Hosts")]


def test_redo_is_offered_to_who_took_the_step_back(desk: Desk, other: Desk, visit: int) -> None:
    visits.delete_visit(desk, visit)
    [deleted] = history.trash(other)
    history.undo_step(other, deleted.step_id)
    assert history.undo_state(desk).redo_step is None
    assert history.undo_state(other).redo_step == deleted.step_id
