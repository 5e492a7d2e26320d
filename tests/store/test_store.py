"""desk/store/store.py: units of work are kept whole with their history, or not at all."""

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from desk.model.changes import ChangeKind, StepKind
from desk.model.errors import ChangedElsewhere, StoreProblem, UserError
from desk.model.tables import HistoryChange, HistoryStep, Participation, Person, Visit
from desk.store.engines import engine_for
from desk.store.store import Store
from tests.fixtures.images import all_images
from tests.fixtures.rows import ME, NOW, event, member, office, person, visit
from tests.fixtures.steps import add, change, delete, rows_of


def names(store: Store) -> list[str]:
    return [row.full_name for row in rows_of(store, Person)]


def test_a_unit_of_work_is_kept_with_its_history(store: Store) -> None:
    with store.work("Add people", who=ME, at=NOW) as work:
        serik = work.session.keep(person("Serik"))
        work.session.keep(office(serik.id))
    with store.work("Rename", who=ME, at=NOW) as second:
        second.session.get_one(Person, serik.id).full_name = "Serik S."
    assert names(store) == ["Serik S."]
    assert [(row.table, row.kind) for row in work.changes.rows] == [
        ("person", ChangeKind.ADDED),
        ("office", ChangeKind.ADDED),
    ]
    assert [(row.table, row.columns) for row in second.changes.rows] == [
        ("person", frozenset({"full_name"}))
    ]
    steps, written = rows_of(store, HistoryStep), rows_of(store, HistoryChange)
    assert [(step.label, step.who, step.at, step.kind) for step in steps] == [
        ("Add people", ME, NOW, StepKind.DO),
        ("Rename", ME, NOW, StepKind.DO),
    ]
    assert [row.step_id for row in written] == [work.changes.step] * 2 + [second.changes.step]
    assert written[2].before == {**(written[0].after or {}), "full_name": "Serik"}


def test_an_error_in_the_middle_leaves_nothing(store: Store) -> None:
    before = all_images(store)

    def fail() -> None:
        with store.work("Fail", who=ME, at=NOW) as work:
            work.session.keep(person())
            raise UserError("no")

    with pytest.raises(UserError, match="no"):
        fail()
    assert all_images(store) == before
    assert rows_of(store, HistoryStep) == []


def test_nothing_changed_writes_no_step(store: Store) -> None:
    with store.work("Look", who=ME, at=NOW) as work:
        serik = work.session.keep(person())
        work.session.drop(serik)
    assert len(work.changes.rows) == 2
    with store.work("Nothing", who=ME, at=NOW) as work:
        pass
    assert (work.changes.step, work.changes.rows) == (0, ())
    assert len(rows_of(store, HistoryStep)) == 1


def test_a_reading_session_refuses_to_change_anything(store: Store) -> None:
    add(store, person())
    with store.read() as session:
        session.add(person("Lost"))
        with pytest.raises(RuntimeError, match="unit of work"):
            session.flush()
    with store.read() as session:
        session.exec(select(Person)).one().full_name = "Lost"
        with pytest.raises(RuntimeError, match="unit of work"):
            session.commit()
    with store.read() as session, pytest.raises(RuntimeError, match="bulk"):
        session.execute(text("DELETE FROM person"))
    assert names(store) == ["Serik"]


def test_deleting_what_is_still_used_is_said_in_words(store: Store) -> None:
    serik = person()
    add(store, serik)
    add(store, office(serik.id))
    before = all_images(store)
    with pytest.raises(UserError, match="still used elsewhere"):
        delete(store, serik)
    assert all_images(store) == before


def test_adding_to_what_is_gone_is_said_in_words(store: Store) -> None:
    with pytest.raises(ChangedElsewhere, match="not there any more"):
        add(store, office(4711))


def test_the_same_number_twice_is_said_in_words(store: Store) -> None:
    add(store, visit(1))
    with pytest.raises(ChangedElsewhere, match="there already"):
        add(store, visit(1))
    assert len(rows_of(store, Visit)) == 1


def test_a_mistake_of_ours_is_not_dressed_up_as_the_users(store: Store) -> None:
    with pytest.raises(IntegrityError):
        add(store, Person(full_name=None))  # type: ignore[arg-type]


def test_a_step_may_be_dated_in_any_zone(store: Store) -> None:
    at = datetime(2026, 3, 1, 12, 0, tzinfo=timezone(timedelta(hours=8)))
    with store.work("Add", who=ME, at=at) as work:
        work.session.keep(person())
    with store.read() as session:
        assert session.exec(select(HistoryStep.at)).one() == NOW


def test_the_history_knows_the_visit_of_each_change(store: Store) -> None:
    own = visit()
    add(store, person(), own)
    meeting, group = event(own.id), member(own.id)
    add(store, meeting, group)
    seat = Participation(event_id=meeting.id, member_id=group.id)
    add(store, seat)
    change(store, seat, position=2)
    delete(store, seat, group, meeting, own)
    assert [(row.table_name, row.visit_id) for row in rows_of(store, HistoryChange)] == [
        ("person", None),
        ("visit", own.id),
        ("event", own.id),
        ("delegation_member", own.id),
        ("participation", own.id),
        ("participation", own.id),
        ("participation", own.id),
        ("delegation_member", own.id),
        ("event", own.id),
        ("visit", own.id),
    ]


def test_a_desk_older_than_the_database_stops_writing(store: Store, address: str) -> None:
    newer = engine_for(address)
    with newer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num='9999'"))
    newer.dispose()
    with pytest.raises(StoreProblem, match="newer version"):
        add(store, person())
    assert names(store) == []


def test_a_unit_of_work_is_kept_whole_or_not_at_all(store: Store) -> None:
    with store.work("Add", who=ME, at=NOW) as work:
        work.session.keep(person())
        with pytest.raises(RuntimeError, match="together with its history"):
            work.session.commit()
        with pytest.raises(RuntimeError, match="whole or not at all"):
            work.session.begin_nested()
        for statement in ("UPDATE person SET notes='x'", "DELETE FROM person"):
            with pytest.raises(RuntimeError, match="bulk"):
                work.session.execute(text(statement))
    assert [row.notes for row in rows_of(store, Person)] == [""]


def test_a_column_written_without_being_read_is_refused(store: Store) -> None:
    serik = person()
    add(store, serik)
    with store.work("Change", who=ME, at=NOW) as work:
        row = work.session.get_one(Person, serik.id)
        work.session.expire(row, ["notes"])
        row.notes = "overwrites what nobody looked at"
        with pytest.raises(RuntimeError, match="never read"):
            work.session.flush()
        work.session.rollback()
    assert [row.notes for row in rows_of(store, Person)] == [""]
