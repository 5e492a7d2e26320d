"""desk/store/undo.py: anything can be taken back and done again, never over somebody's edit."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from desk.model.changes import StepKind
from desk.model.choices import Status
from desk.model.errors import ChangedElsewhere, UserError
from desk.model.tables import (
    Event,
    HistoryStep,
    Invitation,
    Organisation,
    Participation,
    Person,
    SearchEntry,
)
from desk.store.history import changes_of
from desk.store.store import Store, open_store
from desk.store.undo import step_to_redo, step_to_undo
from tests.counting import counted_statements
from tests.fixtures.images import all_images
from tests.fixtures.rows import COLLEAGUE, ME, NOW, event, office, person, venue, visit
from tests.fixtures.steps import add, change, delete, redo, rows_of, undo


def offered(store: Store, who: str = ME) -> tuple[int | None, int | None]:
    """The steps that undo and redo would take."""
    with store.read() as session:
        back, again = step_to_undo(session, who), step_to_redo(session, who)
    return (back and back.id, again and again.id)


def people(store: Store) -> list[str]:
    return [row.full_name for row in rows_of(store, Person)]


def test_undo_and_redo_walk_along_ones_own_steps(store: Store) -> None:
    serik = person()
    first = add(store, serik).step
    second = change(store, serik, full_name="Serik S.").step
    assert offered(store) == (second, None)
    undo(store)
    assert offered(store) == (first, second)
    undo(store)
    assert offered(store) == (None, first)
    assert people(store) == []
    redo(store)
    assert offered(store) == (first, second)
    redo(store)
    assert offered(store) == (second, None)
    assert people(store) == ["Serik S."]


def test_something_new_ends_what_could_be_redone(store: Store) -> None:
    first = add(store, person("Serik")).step
    undo(store)
    assert offered(store) == (None, first)
    second = add(store, person("Abai")).step
    assert offered(store) == (second, None)


def test_steps_of_a_colleague_are_not_ones_own(store: Store) -> None:
    mine = add(store, person("Serik")).step
    theirs = add(store, person("Abai"), who=COLLEAGUE).step
    assert (offered(store), offered(store, COLLEAGUE)) == ((mine, None), (theirs, None))
    undo(store)
    assert (offered(store), offered(store, COLLEAGUE)) == ((None, mine), (theirs, None))


def test_a_recorded_fact_is_passed_over_and_refused(store: Store) -> None:
    mine = add(store, person("Serik")).step
    fact = add(store, person("Abai"), kind=StepKind.RECORD).step
    assert offered(store) == (mine, None)
    with store.read() as session:
        step = session.get(HistoryStep, fact)
    assert step is not None
    with pytest.raises(UserError, match="stays in the history"):
        store.undo(step, who=ME, at=NOW)


def test_undo_works_after_the_desk_was_closed(store: Store, address: str) -> None:
    before = all_images(store)
    add(store, person("Serik"), person("Abai"))
    after = all_images(store)
    store.close()
    again = open_store(address)
    undo(again)
    assert all_images(again) == before
    again.close()
    again = open_store(address)
    redo(again)
    assert all_images(again) == after
    again.close()


def test_every_kind_of_value_comes_back_as_it_was(store: Store) -> None:
    body = Organisation(name={"en": "Akimat", "ru": "Акимат", "kk": "Әкімдік"}, city="Astana")
    serik = person("Қайса", aliases=["Kajsa", "Кайса"], name_forms={"card.id": "Kaisa"})
    room = venue(latitude=-0.5, longitude=117.1, shared=True)
    own = visit(status=Status.CONFIRMED)
    add(store, body, serik, room, own)
    held = office(serik.id, organisation_id=body.id)
    meeting = event(own.id, venue_id=room.id, starts_fold=1)
    add(store, held, meeting)
    invitation = Invitation(
        event_id=meeting.id,
        mailbox="a@example.org",
        language="kk",
        written_at=datetime(2026, 3, 1, 12, 30, tzinfo=timezone(timedelta(hours=8))),
        content={"title": "Іс", "to": [1, None, 2.5, True]},
    )
    add(store, invitation)
    full = all_images(store)
    delete(store, invitation, meeting, held, own, room, serik, body)
    assert all_images(store).keys() == {("setting", 1)}
    undo(store)
    assert all_images(store) == full
    back = rows_of(store, Invitation)[0]
    assert back.written_at == datetime(2026, 3, 1, 4, 30, tzinfo=UTC)
    assert rows_of(store, Event) == [meeting]
    redo(store)
    for _step in range(4):
        undo(store)
    assert all_images(store).keys() == {("setting", 1)}


def test_what_somebody_else_changed_since_is_not_overwritten(store: Store) -> None:
    serik = person()
    add(store, serik)
    change(store, serik, full_name="Serik S.")
    change(store, serik, full_name="S. Serik", who=COLLEAGUE)
    before = all_images(store)
    with pytest.raises(ChangedElsewhere, match="nothing was overwritten"):
        undo(store)
    assert all_images(store) == before
    undo(store, COLLEAGUE)
    undo(store)
    undo(store)
    assert ("person", serik.id) not in all_images(store)


def test_what_somebody_else_changed_beside_it_stays(store: Store) -> None:
    serik = person()
    add(store, serik)
    change(store, serik, full_name="Serik S.")
    change(store, serik, notes="arrives late", who=COLLEAGUE)
    undo(store)
    row = rows_of(store, Person)[0]
    assert (row.full_name, row.notes) == ("Serik", "arrives late")


def test_a_row_that_somebody_else_filled_in_is_not_removed(store: Store) -> None:
    serik = person()
    add(store, serik)
    change(store, serik, notes="arrives late", who=COLLEAGUE)
    with pytest.raises(ChangedElsewhere):
        undo(store)
    assert ("person", serik.id) in all_images(store)


def test_a_row_that_somebody_else_hung_something_on_is_not_removed(store: Store) -> None:
    serik = person()
    add(store, serik)
    add(store, office(serik.id), who=COLLEAGUE)
    before = all_images(store)
    with pytest.raises(ChangedElsewhere, match="nothing was overwritten"):
        undo(store)
    assert all_images(store) == before


def test_a_row_whose_parent_is_gone_is_not_restored(store: Store) -> None:
    serik = person()
    add(store, serik)
    held = office(serik.id)
    add(store, held)
    delete(store, held)
    delete(store, serik, who=COLLEAGUE)
    before = all_images(store)
    with pytest.raises(ChangedElsewhere, match="nothing was overwritten"):
        undo(store)
    assert all_images(store) == before
    undo(store, COLLEAGUE)
    undo(store)
    assert ("office", held.id) in all_images(store)


def test_a_step_is_undone_once(store: Store) -> None:
    add(store, person())
    with store.read() as session:
        step = step_to_undo(session, ME)
    assert step is not None
    store.undo(step, who=ME, at=NOW)
    with pytest.raises(ChangedElsewhere, match="done this already"):
        store.undo(step, who=ME, at=NOW)
    store.redo(step, who=ME, at=NOW)
    with pytest.raises(ChangedElsewhere, match="done this already"):
        store.redo(step, who=ME, at=NOW)


def test_numbers_that_rows_passed_on_to_each_other_go_back(store: Store) -> None:
    own = visit()
    add(store, own)
    one, two = event(own.id, 1), event(own.id, 2)
    add(store, one, two)
    before = all_images(store)
    with store.work("Swap", who=ME, at=NOW) as work:
        first, second = (work.session.get_one(Event, row.id) for row in (one, two))
        for row, number in ((first, 99), (second, 1), (first, 2)):
            row.number = number
            work.session.flush()
    after = all_images(store)
    undo(store)
    assert all_images(store) == before
    redo(store)
    assert all_images(store) == after


def test_a_tree_of_bodies_that_was_deleted_comes_back(store: Store) -> None:
    root = Organisation(name={"en": "Province"})
    add(store, root)
    branch = Organisation(name={"en": "Bureau"}, parent_id=root.id)
    add(store, branch)
    leaf = Organisation(name={"en": "Section"}, parent_id=branch.id)
    add(store, leaf)
    before = all_images(store)
    delete(store, leaf, branch, root)
    after = all_images(store)
    undo(store)
    assert all_images(store) == before
    redo(store)
    assert all_images(store) == after


def test_new_rows_never_take_the_number_of_a_row_that_came_back(store: Store) -> None:
    guests = [person(f"Guest {number}") for number in range(3)]
    add(store, *guests)
    delete(store, *guests)
    undo(store)
    new = person("Abai")
    add(store, new)
    assert new.id > max(row.id for row in guests)


def test_a_number_given_to_a_row_is_not_given_again(store: Store) -> None:
    given = person("Serik", id=40)
    add(store, given)
    following = [person(f"Guest {number}") for number in range(3)]
    add(store, *following)
    assert [row.id for row in following] == [41, 42, 43]


def test_undo_derives_what_follows_from_other_columns(store: Store) -> None:
    meeting = event()
    add(store, meeting)
    change(store, meeting, starts_at=datetime(2026, 3, 15, 0, 0, tzinfo=UTC))
    later = datetime(2026, 3, 15, 2, 0, tzinfo=UTC)
    change(store, meeting, kind=StepKind.RECORD, starts_at=later)
    delete(store, meeting)
    undo(store)
    back = rows_of(store, Event)[0]
    assert (back.starts_at, back.long) == (datetime(2026, 3, 15, 1, 0, tzinfo=UTC), False)


def test_search_follows_undo_and_redo(store: Store) -> None:
    serik = person()
    add(store, serik)

    def words() -> list[str]:
        return [entry.words for entry in rows_of(store, SearchEntry)]

    assert words() == ["  serik"]
    undo(store)
    assert words() == []
    redo(store)
    assert words() == ["  serik"]
    change(store, serik, full_name="Abai")
    undo(store)
    assert words() == ["  serik"]


def test_what_a_step_changed_can_be_read(store: Store) -> None:
    changes = add(store, person(), visit())
    with store.read() as session:
        assert changes_of(session, changes.step) == list(changes.rows)
    taken_back = undo(store)
    assert taken_back.label == "Add"
    assert [(row.table, row.after) for row in taken_back.rows] == [
        ("visit", None),
        ("person", None),
    ]
    with store.read() as session:
        step = session.get(HistoryStep, taken_back.step)
    assert step is not None
    assert (step.kind, step.reverses) == (StepKind.UNDO, changes.step)


def test_many_rows_go_back_with_few_statements(store: Store) -> None:
    with store.work("Import", who=ME, at=NOW) as work:
        work.session.add_all([person(f"Guest {number}") for number in range(300)])
    with counted_statements() as back:
        undo(store)
    assert people(store) == []
    with counted_statements() as again:
        redo(store)
    assert len(people(store)) == 300
    reads = [len([one for one in sent if one.startswith("SELECT")]) for sent in (back, again)]
    assert max(reads) < 15
    assert len(back) < 25


def test_one_look_at_what_can_be_undone_reads_few_rows(store: Store) -> None:
    with store.work("Add", who=ME, at=NOW) as work:
        work.session.keep(person())
    with counted_statements() as statements:
        offered(store)
    assert len(statements) == 3


def test_rows_written_with_one_flush_go_back_children_first(store: Store) -> None:
    before = all_images(store)
    with store.work("Add", who=ME, at=NOW) as work:
        work.session.add_all([Participation(event_id=7), person(), event(id=7)])
    tables = [row.table for row in work.changes.rows]
    assert tables.index("event") < tables.index("participation")
    after = all_images(store)
    undo(store)
    assert all_images(store) == before
    redo(store)
    assert all_images(store) == after
